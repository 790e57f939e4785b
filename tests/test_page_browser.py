"""The page in a browser, opened from disk with the network off."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hostile_world import IMAGE, LONG, SCRIPT, TRIG
from metastasis_atlas import open_atlas
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DESKTOP, PHONE = (1440, 900), (390, 844)


def choose(visit: Any, words: str, *, pick: str | None = None) -> None:
    search = visit.page.get_by_role("combobox", name="Search")
    search.fill(words)
    visit.page.get_by_role("option").first.wait_for()
    if pick is None:
        search.press("Enter")
    else:
        visit.page.get_by_role("option").filter(has_text=pick).first.click()
    expect(search).to_have_attribute("aria-expanded", "false")
    visit.settle()


def details(visit: Any) -> Any:
    return visit.page.get_by_role("region", name="Details")


def reads(locator: Any, words: Any) -> None:
    expect(locator).to_have_text(words, use_inner_text=True)


def says(locator: Any, words: Any) -> None:
    expect(locator).to_contain_text(words, use_inner_text=True)


def is_about(visit: Any, label: str) -> None:
    reads(details(visit).get_by_role("heading", level=2), label)


def show(visit: Any, amount: str) -> None:
    button = visit.page.get_by_role("button", name=amount)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    visit.settle()


def legend_row(visit: Any, name: str) -> Any:
    return visit.page.locator(".legend").get_by_role("checkbox", name=re.compile(rf"^{name}\b"))


def shown(visit: Any) -> tuple[int, int]:
    """How many concepts and statements the drawing says it shows."""
    said = visit.page.locator(".canvas").get_attribute("aria-label")
    nodes, edges = re.findall(r"(\d+) (?:concept|statement)", said)
    return int(nodes), int(edges)


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("long")
    (folder / "long.trig").write_text(TRIG.replace(LONG, "Wort" * 30), "utf-8")
    return open_atlas(folder / "long.trig").page().write(folder / "atlas.html")


def test_opening_requests_nothing_and_says_nothing(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    assert opened.requests == [page_file.as_uri()]
    assert opened.page.title() == "Metastasis Atlas"
    assert len(opened.drawn_nodes()) == shown(opened)[0] > 30


def test_disclaimer_is_in_sight(visit: Open, page_file: Path) -> None:
    for size in (DESKTOP, PHONE):
        footer = visit(page_file, size=size).page.locator(".footer strong")
        expect(footer).to_be_visible()
        says(footer, "not medical advice")


@pytest.mark.parametrize("words", ["Bauchwasser", "asites", "асцит", "Fluid in the belly"])
def test_search_in_any_language_and_with_a_slip(visit: Open, page_file: Path, words: str) -> None:
    opened = visit(page_file)
    choose(opened, words)
    is_about(opened, "Ascites")
    relief = details(opened).locator(".statement").filter(has_text="Puncture relieves ascites").first
    reads(relief.locator(".where"), re.compile("bullet 5$"))
    reads(relief.locator(".badge").first, "said plainly")
    for statement in details(opened).locator("section .statement").all():
        assert statement.locator(".sentence").inner_text().strip()
        assert statement.locator(".where").first.inner_text().strip()


def test_search_that_finds_nothing_says_so(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    opened.page.get_by_role("combobox", name="Search").fill("qqqqqq")
    expect(opened.page.locator(".combobox-nothing")).to_be_visible()


def test_class_filter_hides_and_shows(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    organs = {"brain", "liver", "lung", "bone"}
    assert organs <= opened.drawn_labels()
    box = legend_row(opened, "Organ")
    box.click()  # partly shown: all of it comes
    expect(box).to_be_checked()
    opened.settle()
    all_nodes, _ = shown(opened)
    box.click()
    expect(box).not_to_be_checked()
    opened.settle()
    assert not organs & opened.drawn_labels()
    assert shown(opened)[0] < all_nodes
    opened.page.get_by_role("button", name="Concepts of the class organ").click()
    listed = opened.page.get_by_role("list", name="Concepts of the class organ").locator("button")
    opened.until(listed.all_inner_texts, lambda texts: len(texts) > 5 and all("(hidden now)" in text for text in texts))


def test_property_filter_hides_statements(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    nodes, edges = shown(opened)
    opened.page.get_by_role("button", name="Statements of the kind spread").click()
    group = opened.page.get_by_role("list", name="Statements of the kind spread")
    box = group.get_by_role("checkbox", name=re.compile("^metastasi[sz]es to"))
    opened.switch_off(box)
    opened.until(lambda: shown(opened)[1], lambda number: number < edges)
    opened.settle()
    assert shown(opened)[0] == nodes
    says(box.locator("xpath=.."), re.compile(r"0 of \d"))


def test_derived_statements_can_be_hidden(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    show(opened, "Everything")
    edges = shown(opened)[1]
    opened.page.get_by_role("checkbox", name="derived by a rule").uncheck()
    opened.until(lambda: shown(opened)[1], lambda number: 0 < number < edges)


def test_clicking_a_node_selects_it(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    node = next(node for node in opened.drawn_nodes() if node["label"] == "bone metastasis")
    opened.page.mouse.click(node["x"], node["y"])
    is_about(opened, "Bone metastasis")
    opened.page.keyboard.press("Escape")
    details(opened).wait_for(state="detached")


def test_clicking_an_edge_shows_its_statement_and_passage(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    places = {node["label"]: node for node in opened.drawn_nodes()}
    start, end = places["liver metastasis"], places["liver"]
    # An arrow meets the middle of a box that no other arrow meets.
    opened.page.mouse.click(start["left"] - 8, start["y"])
    assert end["x"] < start["x"]
    reads(details(opened).locator(".sentence").first, "Our own addition: a liver metastasis occurs in the liver.")
    reads(details(opened).locator(".where").first, re.compile("^Editorial notes"))
    expect(opened.page).to_have_url(re.compile(r"statement=liver-metastasis\+occursIn\+liver"))


def test_stated_negative_is_unmistakable(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    words = opened.drawn_words()
    cross = next(word for word in words if "✕" in word["text"])
    opened.page.mouse.click(cross["x"], cross["y"])  # its words can be clicked like its line
    says(details(opened).locator(".sentence").first, "does not directly destroy")
    reads(details(opened).locator(".badge.is-negative"), "stated negative")
    says(details(opened).locator(".where").first, "bullet 5")


def test_derived_statement_unfolds_to_its_premises(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#view=pathway&focus=paracentesis")
    details(opened).get_by_text("Derived statements").click()
    derived = (
        details(opened)
        .locator(".folded .statement")
        .filter(has_text="Paracentesis does not directly destroy metastases")
    )
    why = derived.first.get_by_role("button", name="Why?").first
    expect(why).to_have_attribute("aria-expanded", "false")
    why.click()
    premises = derived.first.locator(".premises > li")
    expect(premises).to_have_count(2)
    texts = premises.all_inner_texts()
    assert any("Puncture does not directly destroy metastases" in text for text in texts)
    assert all(premise.locator(".where").count() for premise in premises.all())


def test_address_restores_the_view(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    choose(opened, "Bauchwasser")
    expect(opened.page).to_have_url(re.compile("#view=pathway&focus=ascites$"))
    opened.page.reload()
    opened.page.locator(".canvas canvas").wait_for()
    is_about(opened, "Ascites")
    opened.page.go_back()
    details(opened).wait_for(state="detached")
    opened.page.go_forward()
    is_about(opened, "Ascites")


@pytest.mark.parametrize(
    "fragment",
    [
        f"#view={SCRIPT}&focus={IMAGE}",
        "#focus=__proto__&statement=constructor",
        "#view=pathway&focus=%E0%A4%A",
        "#focus=javascript:alert(1)",
    ],
)
def test_hostile_address_is_harmless(visit: Open, page_file: Path, fragment: str) -> None:
    opened = visit(page_file, fragment)
    assert details(opened).count() == 0
    assert opened.page.locator("img, iframe").count() == 0
    assert opened.drawn_nodes()


def test_hostile_labels_are_drawn_as_text(visit: Open, hostile_file: Path) -> None:
    opened = visit(hostile_file)
    for name, label in (("image", IMAGE), ("script", SCRIPT)):
        choose(opened, {"image": "onerror", "script": "/script"}[name], pick=label)
        # A long word is broken on the canvas; the rest of it is as written.
        assert label.replace(" ", "") in {drawn.translate({32: None, 45: None}) for drawn in opened.drawn_labels()}


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "fragment", ["", "#focus=ascites", "#statement=puncture+doesNotDestroy+metastasis"], ids=["all", "node", "edge"]
)
def test_axe_finds_nothing(visit: Open, page_file: Path, size: tuple[int, int], theme: str, fragment: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = visit(page_file, fragment, size=size, theme=theme)
    expect(opened.page.locator("html")).to_have_attribute("data-theme", theme)
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("amount", ["Core", "Everything"])
def test_no_box_covers_another(visit: Open, page_file: Path, amount: str) -> None:
    opened = visit(page_file)
    show(opened, amount)
    opened.page.get_by_role("button", name="Show all").click()
    opened.settle()
    nodes = opened.drawn_nodes()
    assert len(nodes) == shown(opened)[0]
    for one, other in combinations(nodes, 2):
        is_apart = (
            one["right"] <= other["left"]
            or other["right"] <= one["left"]
            or one["bottom"] <= other["top"]
            or other["bottom"] <= one["top"]
        )
        assert is_apart, (one["label"], other["label"])


@pytest.mark.parametrize("size", [DESKTOP, (1920, 1080)])
def test_nothing_lies_over_the_core(visit: Open, page_file: Path, size: tuple[int, int]) -> None:
    opened = visit(page_file, size=size)
    covers = [opened.page.locator(name).bounding_box() for name in (".hint", ".controls", ".headings", ".legend")]
    for node in opened.drawn_nodes():
        for cover in filter(None, covers):
            is_apart = (
                node["right"] <= cover["x"]
                or node["left"] >= cover["x"] + cover["width"]
                or node["bottom"] <= cover["y"]
                or node["top"] >= cover["y"] + cover["height"]
            )
            assert is_apart, (node["label"], cover)


@pytest.mark.parametrize("name", ["puncture", "bone-metastasis", "ascites"])
def test_selection_and_its_neighbours_are_in_sight(visit: Open, page_file: Path, name: str) -> None:
    opened = visit(page_file, f"#view=pathway&focus={name}")
    opened.settle()
    heading = details(opened).get_by_role("heading", level=2).inner_text().lower()
    canvas = opened.page.locator(".canvas").bounding_box()
    node = next(node for node in opened.drawn_nodes() if node["label"] == heading)
    assert canvas["x"] <= node["left"]
    assert node["right"] <= canvas["x"] + canvas["width"]
    assert canvas["y"] <= node["top"]
    assert node["bottom"] <= canvas["y"] + canvas["height"]


def test_no_headline_is_firmer_than_its_sources(visit: Open, page_file: Path) -> None:
    for name, frame in (("radiotherapy", "As one possibility, "), ("surgery", "In specific situations, ")):
        opened = visit(page_file, f"#focus={name}")
        said = details(opened).locator("section .statement").filter(has_text="is used against")
        assert said.count() > 0
        for statement in said.all():
            if statement.locator(".badge.is-hedged").count() == statement.locator(".evidence > li").count():
                assert statement.locator(".sentence").inner_text().startswith(frame)
    opened = visit(page_file, "#focus=thoracentesis")
    details(opened).get_by_text("Derived statements").click()
    derived = details(opened).locator(".folded .statement.is-negative").first
    derived.wait_for()
    badges = derived.locator(".badge").all_inner_texts()
    assert badges[:2] == ["negative", "derived"]
    assert "our own addition" in badges


def test_a_note_is_folded_until_it_is_asked_for(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=rankl-inhibitor-therapy")
    notes = details(opened).locator("details.passage-note")
    assert notes.count() > 1
    assert details(opened).locator("details.passage-note[open]").count() == 0
    notes.first.locator("summary").click()
    expect(notes.first).to_have_attribute("open", "")


def test_statements_and_concepts_are_both_in_the_legend_at_once(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    legend = opened.page.locator(".legend")
    bottom = legend.bounding_box()["y"] + legend.bounding_box()["height"]
    for row in (legend_row(opened, "Spread"), legend_row(opened, "Other"), legend_row(opened, "Disease")):
        assert row.bounding_box()["y"] < bottom
    more = legend.get_by_role("button", name=re.compile("more classes, hidden now"))
    assert more.bounding_box()["y"] < bottom
    assert not legend_row(opened, "Dosage form").is_visible()
    more.click()
    expect(legend_row(opened, "Dosage form")).to_be_visible()


def test_our_own_additions_can_be_told_and_hidden(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    edges = shown(opened)[1]
    opened.page.get_by_role("checkbox", name="our own addition").uncheck()
    opened.until(lambda: shown(opened)[1], lambda number: 0 < number < edges)
    opened.go("#focus=thoracentesis")
    reads(details(opened).locator(".kind .badge"), "our own addition")


def test_every_column_can_be_reached_on_a_phone(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, size=PHONE)
    jumps = opened.page.get_by_role("group", name="Go to a column")
    opened.becomes(jumps.locator("[aria-current]").all_inner_texts, ["Cancer and its spread", "Sites"])
    for name, label in (("Interventions", "radiotherapy"), ("Metastases", "lung metastasis")):
        jumps.get_by_role("button", name=name).click()
        expect(jumps.get_by_role("button", name=name)).to_have_attribute("aria-current", "true")
        opened.settle()
        node = next(node for node in opened.drawn_nodes() if node["label"] == label)
        assert 0 <= node["left"] < node["right"] <= PHONE[0]
        assert node["bottom"] - node["top"] > 20
    jumps.get_by_role("button", name="One column to the right").click()
    says(jumps.locator("[aria-current]").first, "Conditions")


def test_everything_can_be_read_and_overlooked(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    minimap = opened.page.locator(".minimap")
    assert not minimap.is_visible()
    show(opened, "Everything")
    expect(minimap).to_be_visible()
    assert all(node["right"] - node["left"] > 110 for node in opened.drawn_nodes())
    before = {node["label"]: node["x"] for node in opened.drawn_nodes()}
    box = minimap.bounding_box()
    opened.page.mouse.click(box["x"] + box["width"] - 10, box["y"] + box["height"] / 2)
    # What is out of sight is not drawn.
    opened.until(opened.drawn_labels, lambda labels: labels - before.keys())
    opened.settle()
    after = {node["label"]: node["x"] for node in opened.drawn_nodes()}
    assert all(after[label] < before[label] for label in after.keys() & before.keys())
    choose(opened, "tumour biology")
    node = next(node for node in opened.drawn_nodes() if node["label"] == "tumour biology")
    canvas = opened.page.locator(".canvas").bounding_box()
    assert canvas["x"] <= node["left"] < node["right"] <= canvas["x"] + canvas["width"]


def test_each_text_says_its_language(visit: Open, tmp_path: Path) -> None:
    opened = visit(open_atlas().page(language="de").write(tmp_path / "de.html"), "#focus=pleural-effusion")
    expect(opened.page.locator("html")).to_have_attribute("lang", "de")
    heading = opened.page.locator(".details h2")
    # What is in the page's language needs no word about it.
    assert (heading.inner_text(), heading.get_attribute("lang")) == ("Pleuraerguss", None)
    assert opened.page.locator(".details .sentence").first.get_attribute("lang") is None
    assert opened.page.locator('.details dd[lang="uk"]').count() == 1
    assert opened.page.locator(".details .definition").evaluate("text => text.closest('[lang]').lang") == "de"
    assert opened.page.locator(".legend .row-name").filter(has_text="Krankheit").count() == 1


@pytest.mark.parametrize("size", [(320, 640), (320, 256), PHONE], ids=["320", "400 %", "phone"])
@pytest.mark.parametrize("fragment", ["", "#focus=https://example.org/long"], ids=["all", "node"])
def test_nothing_is_wider_than_the_screen(visit: Open, long_file: Path, size: tuple[int, int], fragment: str) -> None:
    opened = visit(long_file, fragment, size=size)
    for selector in ("html", ".details", ".legend", ".header", ".footer"):
        for part in opened.page.locator(selector).all():
            assert part.evaluate("part => part.scrollWidth - part.clientWidth") <= 0, selector
    opened.page.locator(".footer strong").scroll_into_view_if_needed()
    canvas = opened.page.locator(".canvas").bounding_box()
    assert canvas["height"] > 180
    assert opened.page.locator(".footer strong").is_visible()


def test_paper_shows_the_whole_drawing_in_light_colours(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=ascites", theme="dark")
    still = opened.drawn_nodes()
    opened.page.get_by_role("button", name="Zoom in").click()
    opened.until(opened.drawn_nodes, lambda nodes: nodes != still)
    opened.settle()
    before = opened.drawn_nodes()
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    expect(opened.page.locator("html")).to_have_attribute("data-theme", "light")
    expect(opened.page.locator("#app")).to_be_hidden()
    pages = opened.page.locator(".handout-page")
    expect(pages).to_have_count(2)
    opened.settle()
    told = set(pages.first.locator("text").all_text_contents())
    assert {line for node in before for line in node["lines"]} <= told
    says(pages.nth(1), "not medical advice")
    opened.page.emulate_media(media="screen")
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(opened.page.locator("html")).to_have_attribute("data-theme", "dark")
    opened.settle()
    after = {node["label"]: (node["x"], node["y"]) for node in opened.drawn_nodes()}
    for node in before:
        assert after[node["label"]] == pytest.approx((node["x"], node["y"]), abs=1.5)


@pytest.mark.parametrize(
    ("words", "label"),
    [("water on the lung", "Pleural effusion"), ("Wasser im Bauch", "Ascites"), ("вода в легенях", "Pleural effusion")],
)
def test_lay_words_lead_to_the_concept(visit: Open, page_file: Path, words: str, label: str) -> None:
    opened = visit(page_file)
    choose(opened, words)
    is_about(opened, label)
