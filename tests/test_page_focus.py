"""The focus view in a browser: one concept in the middle, what is said of it around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hostile_world import IMAGE, SCRIPT
from metastasis_atlas import open_atlas
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DESKTOP, WIDE, PHONE, SMALL = (1440, 900), (1920, 1080), (390, 844), (320, 640)
PREFIXES = """
@prefix atlas:   <https://w3id.org/metastasis-atlas/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos:    <http://www.w3.org/2004/02/skos/core#> .
@prefix concept: <https://w3id.org/metastasis-atlas/concept/> .
@prefix ex:      <https://example.org/> .
ex:source a atlas:Source ; dcterms:title "A source"@en ; dcterms:bibliographicCitation "A source"@en .
ex:passage a atlas:Passage ; dcterms:isPartOf ex:source ; atlas:locator "1" ;
    atlas:modality atlas:asserted ; atlas:reviewStatus atlas:notReviewed .
"""
HOSTILE = f"""{PREFIXES}
ex:image a skos:Concept , atlas:Condition ; skos:prefLabel "{IMAGE}"@en ; skos:definition "{IMAGE}"@en .
ex:script a skos:Concept , atlas:Intervention ; skos:prefLabel "{SCRIPT}"@en .
ex:passage {{ ex:script atlas:relieves ex:image . ex:script atlas:relieves concept:ascites . }}
"""


@pytest.fixture
def look(visit: Open, page_file: Path) -> Open:
    """Open the built-in page at the focus on a concept, or at the start."""

    def open_at(name: str = "", *, file: Path = page_file, more: str = "", **how: Any) -> Any:
        # By way of the pathway, as a reader comes.
        opened = visit(file, **how)
        opened.page.goto(opened.address + "#view=focus" + (f"&focus={name}" if name else "") + more)
        opened.page.locator(".focus").wait_for()
        opened.settle()
        return opened

    return open_at


def middle(opened: Any) -> str:
    words: list[str] = opened.page.locator(".focus-box.is-middle text").all_text_contents()
    return " ".join(words)


def comes_to(opened: Any, label: str) -> None:
    opened.becomes(lambda: middle(opened), label)


def stays_at(opened: Any, label: str) -> None:
    opened.settle()
    assert middle(opened) == label


def box(opened: Any, node: str) -> Any:
    return opened.page.locator(f'.focus-box[data-node="concept:{node}"]').first


def neighbours(opened: Any) -> set[str]:
    boxes = opened.page.locator(".focus-box.is-neighbour")
    nodes: list[str] = boxes.evaluate_all("all => all.map((one) => one.dataset.node)")
    return {node.removeprefix("concept:") for node in nodes}


def has_neighbours(opened: Any, *nodes: str) -> None:
    opened.until(lambda: neighbours(opened), lambda found: found >= set(nodes))


def lacks_neighbours(opened: Any, *nodes: str) -> None:
    opened.until(lambda: neighbours(opened), lambda found: found and not found & set(nodes))


def focused(opened: Any, what: str) -> Any:
    return opened.page.evaluate(f"document.activeElement.{what}")


def walk(opened: Any, key: str) -> str:
    """Press a key that moves the focus, and return where it stands then."""
    before = focused(opened, "dataset.stop")
    opened.page.keyboard.press(key)
    stop: str = opened.until(lambda: focused(opened, "dataset.stop"), lambda stop: stop and stop != before)
    return stop


def walk_to_a_neighbour(opened: Any) -> str:
    for _ in range(100):
        if "is-neighbour" in focused(opened, "getAttribute('class')"):
            break
        walk(opened, "ArrowDown")
    name: str = focused(opened, "dataset.node")
    return name


def is_in_address(opened: Any, words: str) -> None:
    expect(opened.page).to_have_url(re.compile(re.escape(words)))


def choose_in_menu(opened: Any, node: str, item: str) -> None:
    opened.page.locator(f'[data-menu="concept:{node}"]').click()
    opened.page.get_by_role("menuitem", name=re.compile(item)).click()


def details(opened: Any) -> Any:
    return opened.page.get_by_role("region", name="Details")


def test_with_nothing_chosen_it_offers_where_to_begin(look: Open) -> None:
    opened = look()
    cards = opened.page.locator(".focus-card")
    expect(cards).to_have_count(12)
    cards.filter(has_text="Ascites").first.click()
    comes_to(opened, "ascites")
    is_in_address(opened, "view=focus&focus=ascites")


def test_a_click_on_a_neighbour_brings_it_to_the_middle(look: Open) -> None:
    opened = look("bone-metastasis")
    comes_to(opened, "bone metastasis")
    has_neighbours(opened, "surgery", "radiotherapy", "bone", "metastasis")
    box(opened, "bone").click()
    comes_to(opened, "bone")
    has_neighbours(opened, "bone-metastasis")
    expect(details(opened).get_by_role("heading", level=2)).to_have_text("Bone", use_inner_text=True)


def test_words_on_an_arrow_show_the_evidence_and_leave_the_middle(look: Open) -> None:
    opened = look("bone-metastasis")
    opened.page.get_by_role("button", name=re.compile("radiotherapy is used against", re.IGNORECASE)).first.click()
    expect(details(opened).locator(".sentence").first).to_contain_text("radiotherapy", ignore_case=True)
    expect(details(opened).locator(".where").first).not_to_be_empty()
    is_in_address(opened, "statement=radiotherapy+treats+bone-metastasis")
    stays_at(opened, "bone metastasis")


def test_a_click_on_a_line_selects_its_statement(look: Open) -> None:
    opened = look("bone-metastasis")
    place = opened.page.evaluate(
        """() => {
          const lines = [...document.querySelectorAll(".focus-line")];
          const line = lines.find((each) => each.querySelectorAll("path").length === 3);
          const path = line.querySelector("path");
          const { x, y } = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
          return { x, y };
        }"""
    )
    opened.page.mouse.click(place["x"], place["y"])
    opened.until(
        lambda: (opened.page.url, opened.page.locator("dialog[open]").count()),
        lambda found: "statement=" in found[0] or found[1] == 1,
    )


def test_a_statement_in_the_address_brings_its_subject(look: Open) -> None:
    opened = look(more="&statement=puncture+relieves+ascites")
    comes_to(opened, "puncture (fluid removal)")


def test_steps_back_and_forward(look: Open) -> None:
    opened = look("bone-metastasis")
    box(opened, "bone").click()
    comes_to(opened, "bone")
    opened.page.get_by_role("button", name="Back: bone metastasis").click()
    comes_to(opened, "bone metastasis")
    opened.page.get_by_role("button", name="Forward: bone").click()
    comes_to(opened, "bone")
    opened.settle()
    opened.page.keyboard.press("Alt+ArrowLeft")
    comes_to(opened, "bone metastasis")
    opened.settle()
    opened.page.keyboard.press("Alt+ArrowRight")
    comes_to(opened, "bone")
    opened.settle()
    opened.page.go_back()
    comes_to(opened, "bone metastasis")


def test_unfold_and_hide_and_show_again(look: Open) -> None:
    opened = look("puncture")
    choose_in_menu(opened, "ascites", "Unfold")
    kids = opened.page.locator(".focus-box.is-kid")
    opened.until(kids.count, lambda number: 1 <= number <= 4)
    opened.page.locator(".focus-note").first.click()
    expect(details(opened).locator(".sentence").first).to_be_visible()
    stays_at(opened, "puncture (fluid removal)")
    choose_in_menu(opened, "ascites", "Fold up")
    expect(kids).to_have_count(0)
    choose_in_menu(opened, "ascites", "Hide")
    lacks_neighbours(opened, "ascites")
    note = opened.page.locator(".focus-notes")
    expect(note).to_contain_text("1 neighbour hidden", use_inner_text=True)
    note.get_by_role("button", name="Show").click()
    has_neighbours(opened, "ascites")


def test_derived_statements_wait_and_mirrors_never_come(look: Open) -> None:
    opened = look("bone")
    stated = opened.page.locator(".focus-pill").count()
    switch = opened.page.get_by_role("switch", name=re.compile("Derived too"))
    expect(switch).not_to_be_checked()
    switch.check()
    opened.until(opened.page.locator(".focus-pill").count, lambda number: number > stated)
    opened.settle()
    words = opened.page.locator(".focus-pill").all_text_contents()
    assert any("derived" in text for text in words)
    assert not any("is the site of" in text for text in words)
    dashes = opened.page.locator(".focus-stroke").evaluate_all(
        "all => all.map((one) => one.getAttribute('stroke-dasharray'))"
    )
    assert any(dash and dash.startswith("7") for dash in dashes)


def test_a_stated_negative_is_unmistakable(look: Open) -> None:
    opened = look("puncture")
    pill = opened.page.locator(".focus-pill", has_text="✕")
    expect(pill.first).to_contain_text("does not")
    pill.first.click()
    expect(details(opened).locator(".badge.is-negative")).to_have_text("stated negative", use_inner_text=True)


def test_the_legend_filters_but_the_core_does_not(look: Open) -> None:
    opened = look("breast-cancer")
    before = neighbours(opened)
    assert "triple-negative-breast-cancer" in before or len(before) >= 12
    everything = opened.page.get_by_role("button", name="Everything")
    everything.click()
    expect(everything).to_have_attribute("aria-pressed", "true")
    opened.settle()
    assert neighbours(opened) == before
    opened.switch_off(opened.page.locator(".legend").get_by_role("checkbox", name=re.compile(r"^Organ\b")))
    lacks_neighbours(opened, "brain", "liver")
    expect(opened.page.locator(".focus-notes")).to_contain_text(
        re.compile(r"leaves out \d+ statements"), use_inner_text=True
    )


def test_the_keyboard_goes_round_and_on(look: Open) -> None:
    opened = look("ascites")
    page = opened.page
    page.locator(".focus-box.is-middle").focus()
    expect(page.locator(".focus-box.is-middle")).to_be_focused()
    number = page.locator("[data-stop]").count()
    seen = {walk(opened, "ArrowDown") for _ in range(number)}
    assert len(seen) == number
    expect(page.locator(".focus-box.is-middle")).to_be_focused()
    expect(page.locator('svg.focus-picture [tabindex="0"]')).to_have_count(1)
    walk_to_a_neighbour(opened)
    page.keyboard.press("+")
    expect(page.locator(".focus-box.is-kid")).not_to_have_count(0)
    page.keyboard.press("Tab")
    expect(page.locator(".focus-menu:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("[role=menuitem]:focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("[role=menuitem]")).to_have_count(0)
    expect(page.locator(".focus-box.is-neighbour:focus")).to_have_count(1)
    stays_at(opened, "ascites")
    name = focused(opened, "dataset.node")
    page.keyboard.press("Delete")
    lacks_neighbours(opened, name.removeprefix("concept:"))
    opened.settle()
    name = walk_to_a_neighbour(opened)
    page.keyboard.press("Enter")
    expect(page.locator(".focus-box.is-middle")).to_have_attribute("data-node", name)
    expect(page.locator(".focus-box.is-middle")).to_be_focused()


def test_the_list_says_the_same_and_escape_closes_only_it(look: Open) -> None:
    opened = look("ascites")
    opened.page.get_by_role("button", name="As a list").click()
    rows = opened.page.locator("dialog[open] li")
    linked = opened.page.locator(".focus > ul li")
    number = linked.count()
    assert number >= 5
    expect(rows).to_have_count(number)
    opened.page.keyboard.press("Escape")
    expect(opened.page.locator("dialog[open]")).to_have_count(0)
    stays_at(opened, "ascites")
    opened.page.get_by_role("button", name="As a list").click()
    rows.filter(has_text="Puncture").first.locator(".focus-row-statement").click()
    is_in_address(opened, "statement=")
    expect(opened.page.locator("dialog[open]")).to_have_count(0)


@pytest.mark.parametrize(
    ("language", "word", "back"),
    [("de", "Aszites", "Zurück"), ("uk", "асцит", "Назад"), ("es", "ascitis", "Atrás"), ("fr", "ascite", "Retour")],
)
def test_every_language(look: Open, language: str, word: str, back: str) -> None:
    opened = look("ascites", more=f"&lang={language}")
    opened.becomes(lambda: middle(opened).lower(), word.lower())
    expect(opened.page.get_by_role("button", name=back)).to_have_count(1)
    said = opened.page.locator(".focus").inner_text()
    assert "focus-" not in said
    assert opened.page.locator(".focus-pill [lang=en], .focus-pill[lang=en]").count() == 0


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_hostile_labels_are_text(look: Open, tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "hostile.trig").write_text(HOSTILE, encoding="utf-8")
    file = open_atlas(tmp_path / "hostile.trig").page().write(tmp_path / "atlas.html")
    opened = look("https://example.org/script", file=file, size=size)

    def words() -> str:
        told = "".join(opened.page.locator(".focus-picture text").all_text_contents())
        return told.replace(" ", "").replace("-", "")

    opened.until(words, lambda told: all(label.replace(" ", "") in told for label in (IMAGE, SCRIPT)))
    opened.page.locator(".focus-bar .focus-button").first.click()
    opened.page.locator("dialog[open]", has_text="onerror").wait_for()
    expect(opened.page.locator("img, iframe, object, embed")).to_have_count(0)


def test_many_neighbours_are_not_a_hairball(look: Open, tmp_path: Path) -> None:
    many = " ".join(
        f'ex:n{n} a skos:Concept , atlas:Intervention ; skos:prefLabel "measure number {n}"@en .' for n in range(60)
    )
    said = " ".join(f"ex:n{n} atlas:relieves concept:ascites ." for n in range(60))
    (tmp_path / "many.trig").write_text(f"{PREFIXES} {many} ex:passage {{ {said} }}", encoding="utf-8")
    file = open_atlas(tmp_path / "many.trig").page().write(tmp_path / "atlas.html")
    opened = look("ascites", file=file)
    assert 10 < len(neighbours(opened)) < 40
    more = opened.page.locator(".focus-more").first
    expect(more).to_have_text(re.compile(r"^\d+ more$"))
    more.click()
    opened.until(opened.page.locator("dialog[open] li").count, lambda number: number >= 60)
    opened.page.locator("dialog[open] .focus-row-go", has_text="measure number 59").click()
    comes_to(opened, "measure number 59")


@pytest.mark.parametrize("size", [DESKTOP, WIDE, PHONE, SMALL], ids=["desktop", "wide", "phone", "small"])
@pytest.mark.parametrize("name", ["puncture", "metastasis", "clinic-general-visceral-thoracic-endocrine-surgery"])
def test_nothing_covers_anything(look: Open, size: tuple[int, int], name: str) -> None:
    opened = look(name, size=size)
    if opened.page.get_by_role("switch").count():
        opened.page.get_by_role("switch").check()
        opened.settle()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    stage = opened.page.locator(".focus-stage")
    assert stage.evaluate("stage => stage.scrollWidth <= stage.clientWidth")
    if size in (DESKTOP, WIDE):
        assert stage.evaluate("stage => stage.scrollHeight <= stage.clientHeight")
    parts = opened.page.locator(
        ".focus-outline, .focus-pill rect:nth-of-type(2), .focus-more rect:nth-of-type(2), .focus-target"
    )
    boxes = parts.evaluate_all("all => all.map((one) => one.getBoundingClientRect().toJSON())")
    assert len(boxes) > 2
    for one, other in combinations(boxes, 2):
        across = min(one["right"], other["right"]) - max(one["left"], other["left"])
        down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
        assert across < 1 or down < 1, (one, other)
    targets = opened.page.locator(".focus-picture [role=button]").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height))"
    )
    assert min(targets) >= 24


def test_reduced_motion_is_honoured(look: Open) -> None:
    opened = look("bone-metastasis")
    # Counted where they are begun: on a busy machine they may be over before one looks.
    opened.page.evaluate(
        """() => {
          window.begun = 0;
          const { animate } = Element.prototype;
          Element.prototype.animate = function (...how) {
            window.begun += 1;
            return animate.apply(this, how);
          };
        }"""
    )
    opened.page.emulate_media(reduced_motion="reduce")
    box(opened, "bone").click()
    comes_to(opened, "bone")
    opened.settle()
    assert opened.page.evaluate("begun") == 0
    opened.page.emulate_media(reduced_motion="no-preference")
    box(opened, "bone-metastasis").click()
    comes_to(opened, "bone metastasis")
    opened.page.wait_for_function("begun > 0")


def test_on_a_phone_one_walks_first_and_reads_on_demand(look: Open) -> None:
    opened = look("bone-metastasis", size=PHONE)
    expect(details(opened)).to_be_hidden()
    opened.page.locator(".focus-box.is-middle").click()
    expect(details(opened)).to_be_visible()
    stays_at(opened, "bone metastasis")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["start", "picture", "unfolded", "list"])
def test_axe_finds_nothing(look: Open, size: tuple[int, int], theme: str, state: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = look("" if state == "start" else "puncture", size=size, theme=theme)
    if state == "unfolded":
        choose_in_menu(opened, "ascites", "Unfold")
        opened.page.locator('[data-menu="concept:ascites"]').click()
        expect(opened.page.locator("[role=menuitem]:focus")).to_have_count(1)
    if state == "list":
        opened.page.get_by_role("button", name="As a list").click()
        opened.page.locator("dialog[open] li").first.wait_for()
    opened.settle()
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()
