"""The body map in a browser, opened from disk with the network off."""

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

DESKTOP, PHONE, SMALL = (1440, 900), (390, 844), (320, 640)
HOSTILE = f"""
@prefix atlas:   <https://w3id.org/metastasis-atlas/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos:    <http://www.w3.org/2004/02/skos/core#> .
@prefix concept: <https://w3id.org/metastasis-atlas/concept/> .
@prefix ex:      <https://example.org/> .

ex:lung a skos:Concept , atlas:Organ ; skos:prefLabel "{IMAGE}"@en .
ex:metastasis a skos:Concept , atlas:MetastasisType ; skos:prefLabel "{SCRIPT}"@en .
ex:lost a skos:Concept , atlas:Condition ; skos:prefLabel "{IMAGE} lost"@en .
ex:source a atlas:Source ; dcterms:title "{IMAGE}"@en ; dcterms:bibliographicCitation "{SCRIPT}"@en .
ex:passage a atlas:Passage ;
    dcterms:isPartOf ex:source ; atlas:locator "{IMAGE}" ;
    atlas:modality atlas:asserted ; atlas:reviewStatus atlas:notReviewed .
ex:passage {{ ex:metastasis atlas:occursIn ex:lung . ex:lost atlas:causes ex:lost . }}
"""


@pytest.fixture
def body(chromium: Any, visit: Open) -> Open:
    """Open a file at its body map: the pathway, which the visitor waits for, comes first."""

    def open_body(file: Path, fragment: str = "", **how: Any) -> Any:
        opened = visit(file, **how)
        opened.page.goto("about:blank")
        opened.page.goto(f"{opened.address}#view=body{fragment}")
        opened.page.locator("svg.map").wait_for()
        opened.settle()
        return opened

    return open_body


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile-body")
    (folder / "hostile.trig").write_text(HOSTILE, encoding="utf-8")
    return open_atlas(folder / "hostile.trig", only=True).page().write(folder / "atlas.html")


def details_of(opened: Any, label: str) -> None:
    heading = opened.page.get_by_role("region", name="Details").get_by_role("heading", level=2)
    expect(heading).to_have_text(label, use_inner_text=True)


def is_in_address(opened: Any, words: str) -> None:
    expect(opened.page).to_have_url(re.compile(re.escape(words)))


def everything(opened: Any) -> None:
    opened.page.evaluate("document.querySelectorAll('.legend .amount button')[1].click()")
    expect(opened.page.locator(".legend .amount button").nth(1)).to_have_attribute("aria-pressed", "true")
    opened.settle()


def cards(opened: Any) -> set[str]:
    found: list[str] = opened.page.locator("[data-card]").evaluate_all("all => all.map(one => one.dataset.card)")
    return {card.removeprefix("concept:") for card in found}


def boxes(opened: Any, selector: str) -> list[dict[str, float]]:
    found: list[dict[str, float]] = opened.page.locator(selector).evaluate_all(
        "all => all.map(one => { const { left, top, right, bottom } = one.getBoundingClientRect();"
        " return { left, top, right, bottom }; })"
    )
    return found


def assert_apart(areas: list[dict[str, float]]) -> None:
    for one, other in combinations(areas, 2):
        assert (
            one["right"] <= other["left"] + 0.6
            or other["right"] <= one["left"] + 0.6
            or one["bottom"] <= other["top"] + 0.6
            or other["bottom"] <= one["top"] + 0.6
        ), (one, other)


def click_in_drawing(opened: Any, x: float, y: float) -> None:
    """Click where the drawing's own coordinates say."""
    spot = opened.page.evaluate(
        "([x, y]) => { const { a, d, e, f } = document.querySelector('.map .figure').getScreenCTM();"
        " return [a * x + e, d * y + f]; }",
        [x, y],
    )
    opened.page.mouse.click(*spot)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_click_on_the_lungs_is_a_click_on_the_lungs(body: Open, page_file: Path, size: tuple[int, int]) -> None:
    opened = body(page_file, size=size)
    click_in_drawing(opened, -46, 240)
    details_of(opened, "Lung")
    is_in_address(opened, "focus=lung")
    expect(opened.page.locator(".lifted [data-id=lungs]")).to_have_count(1)
    opened.settle()
    assert opened.page.locator(".lifted [data-site=liver]").count() == 0


def test_label_chooses_by_mouse_and_by_keyboard(body: Open, page_file: Path) -> None:
    opened = body(page_file)
    opened.page.locator(".site-label[data-site=lung] .head").click()
    details_of(opened, "Lung")
    chain = {"lung", "lung-metastasis", "damage-to-lung", "surgery", "pleural-effusion", "puncture"}
    opened.until(lambda: cards(opened), lambda found: found >= chain)
    opened.page.keyboard.press("Escape")
    opened.page.locator(".site-label").first.wait_for()
    opened.settle()
    first = opened.page.locator(".site-label [data-stop]").first
    first.focus()
    expect(first).to_be_focused()

    def here() -> str:
        name: str = opened.page.evaluate("document.activeElement.getAttribute('aria-label')")
        return name

    named = [here()]
    for _ in range(4):
        opened.page.keyboard.press("ArrowDown")
        named.append(opened.until(here, lambda name: name and name != named[-1]))
    assert named[0].startswith("brain. Here: brain metastasis")
    assert len(set(named)) == 5
    opened.page.keyboard.press("Home")
    expect(first).to_be_focused()
    opened.page.keyboard.press("Enter")
    details_of(opened, "Brain")
    # The focus goes with the selection into the new picture.
    expect(opened.page.locator("[data-card='concept:brain']:focus")).to_have_count(1)
    opened.page.keyboard.press("ArrowDown")
    expect(opened.page.locator("[data-card]:not([data-card='concept:brain']):focus")).to_have_count(1)
    opened.page.keyboard.press("Enter")
    details_of(opened, "Brain metastasis")


def test_tab_passes_each_list_once_and_gets_out(body: Open, page_file: Path) -> None:
    opened = body(page_file, "&focus=ascites")
    opened.page.locator(".chain-line[tabindex='0']").focus()
    opened.page.evaluate("() => { window.moves = 0; addEventListener('focusin', () => { window.moves += 1; }); }")
    seen = []
    for number in range(20):
        opened.page.keyboard.press("Tab")
        opened.page.wait_for_function("number => moves > number", arg=number)
        seen.append(
            opened.page.evaluate(
                "(() => { const e = document.activeElement; return e.dataset.edge ? 'line'"
                " : e.dataset.card ? 'card' : e.dataset.chip ? 'chip' : e.closest('.body-bar') ? 'bar'"
                " : e.closest('.details') ? 'details' : '?'; })()"
            )
        )
        if seen[-1] == "details":
            break
    assert [kind for kind in seen if kind in {"line", "card", "chip"}] == ["card", "chip"]
    assert seen[-1] == "details"


def test_a_line_unfolds_to_its_statement(body: Open, page_file: Path) -> None:
    opened = body(page_file, "&focus=ascites")
    line = opened.page.get_by_role("button", name="Puncture relieves ascites", exact=False).first
    line.focus()
    opened.page.keyboard.press("Enter")
    sentence = opened.page.locator(".details .sentence").first
    expect(sentence).to_contain_text("relieves ascites", use_inner_text=True)
    is_in_address(opened, "statement=puncture+relieves+ascites")
    expect(opened.page.locator(".chain-line.is-chosen")).to_have_count(1)


@pytest.mark.parametrize(
    ("concept", "shape"),
    [("ascites", "fluid-peritoneal"), ("pleural-effusion", "fluid-pleural"), ("breast-cancer", "primary-tumour")],
)
def test_what_belongs_to_a_concept_is_drawn(body: Open, page_file: Path, concept: str, shape: str) -> None:
    opened = body(page_file, f"&focus={concept}")
    expect(opened.page.locator(f".lifted [data-id={shape}]")).to_have_count(1)


@pytest.mark.parametrize("concept", ["bone", "peritoneum", "pleura", "chest-cavity"])
def test_fluid_is_drawn_for_nothing_else(body: Open, page_file: Path, concept: str) -> None:
    opened = body(page_file, f"&focus={concept}")
    expect(opened.page.locator(".card.is-chosen")).to_have_count(1)
    expect(opened.page.locator("[data-id^=fluid]")).to_have_count(0)


@pytest.mark.parametrize("size", [DESKTOP, (1920, 1080)], ids=["1440", "1920"])
@pytest.mark.parametrize("concept", ["peritoneum", "surgery"])
def test_the_body_stays_large_and_bright_when_something_is_selected(
    body: Open, page_file: Path, size: tuple[int, int], concept: str
) -> None:
    tall = "document.querySelector('.figure .all').getBoundingClientRect().height"
    whole = body(page_file, size=size).page.evaluate(tall)
    opened = body(page_file, f"&focus={concept}", size=size)
    expect(opened.page.locator(".figure.has-lifted")).to_have_count(1)
    # At 1440 pixels a quarter of the room goes to the details.
    opened.page.wait_for_function(f"least => {tall} > least", arg=(0.97 if size[0] > DESKTOP[0] else 0.8) * whole)
    expect(opened.page.locator(".figure .all")).to_have_css("opacity", "1")


def test_metastasis_is_marked_and_an_intervention_lifts_its_sites(body: Open, page_file: Path) -> None:
    opened = body(page_file, "&focus=liver-metastasis")
    expect(opened.page.locator(".marks path")).to_have_count(1)
    opened = body(page_file, "&focus=surgery")
    lifted = set(opened.page.locator(".lifted [data-site]").evaluate_all("all => all.map(one => one.dataset.site)"))
    assert {"bone", "brain", "liver", "lung", "skin"} <= lifted
    assert "breast" not in lifted


def test_lines_say_how_firmly(body: Open, page_file: Path) -> None:
    opened = body(page_file, "&focus=puncture")
    negative = opened.page.locator(".chain-line:has(.cross)")
    assert "does not directly destroy" in negative.first.get_attribute("aria-label")
    dashes = {
        name: opened.page.locator(".chain-line", has=opened.page.locator("title", has_text=name))
        .first.locator(".stroke")
        .get_attribute("stroke-dasharray")
        for name in ("Our own addition", "relieves ascites")
    }
    assert dashes["Our own addition"] == "0.5 5"
    assert dashes["relieves ascites"] is None
    opened = body(page_file, "&focus=bone")
    everything(opened)
    derived = opened.page.locator(".chain-line[aria-label*='is used for']").first.locator(".stroke")
    expect(derived).to_have_attribute("stroke-dasharray", re.compile("^7 5"))


def test_what_is_switched_off_disappears(body: Open, page_file: Path) -> None:
    opened = body(page_file)
    expect(opened.page.locator(".site-label[data-site=brain]")).to_have_count(1)
    opened.switch_off(opened.page.locator(".legend").get_by_role("checkbox", name=re.compile(r"^Organ\b")))
    expect(opened.page.locator(".site-label[data-site=brain]")).to_have_count(0)
    expect(opened.page.locator("[data-hit=brain]")).to_have_count(0)


def test_what_has_no_place_is_listed(body: Open, page_file: Path) -> None:
    opened = body(page_file)
    opened.page.locator(".unplaced summary").click()
    sheet = opened.page.locator(".unplaced-sheet")
    expect(sheet).to_contain_text("silence", use_inner_text=True)
    sheet.get_by_role("button", name="spread via the bloodstream").click()
    details_of(opened, "Spread via the bloodstream")
    expect(opened.page.locator(".body-hint")).to_contain_text("Nothing shown says where", use_inner_text=True)


@pytest.mark.parametrize("amount", ["core", "everything"])
@pytest.mark.parametrize("language", ["de", "uk"])
@pytest.mark.parametrize("size", [DESKTOP, (1920, 1080), PHONE, SMALL], ids=["1440", "1920", "390", "320"])
def test_no_label_covers_another(
    body: Open, page_file: Path, size: tuple[int, int], language: str, amount: str
) -> None:
    opened = body(page_file, f"&lang={language}", size=size)
    if amount == "everything":
        everything(opened)
    areas = boxes(opened, ".site-label > .box")
    # What can be pressed has a name, be it that nothing shown speaks of it.
    assert len(areas) == 20
    assert_apart(areas)
    room = boxes(opened, ".body-room")[0]
    for area in areas:
        assert room["left"] <= area["left"]
        assert area["right"] <= room["right"]
        assert area["right"] - area["left"] >= 24
        assert area["bottom"] - area["top"] >= 24
    for label in opened.page.locator(".site-label").all():
        own = boxes_of(label, ".box")[0]
        for text in boxes_of(label, "text"):
            assert own["left"] <= text["left"] + 0.5
            assert text["right"] <= own["right"] + 0.5
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def boxes_of(locator: Any, selector: str) -> list[dict[str, float]]:
    found: list[dict[str, float]] = locator.locator(selector).evaluate_all(
        "all => all.map(one => { const { left, top, right, bottom } = one.getBoundingClientRect();"
        " return { left, top, right, bottom }; })"
    )
    return found


@pytest.mark.parametrize("focus", ["bone", "surgery", "puncture", "pleural-effusion", "breast-cancer"])
@pytest.mark.parametrize("size", [DESKTOP, (1920, 1080)], ids=["1440", "1920"])
def test_no_card_covers_another(body: Open, page_file: Path, size: tuple[int, int], focus: str) -> None:
    opened = body(page_file, f"&focus={focus}&lang=de", size=size)
    assert_apart(boxes(opened, ".card > .box, .chip > .box"))


def test_language_of_the_labels(body: Open, page_file: Path) -> None:
    opened = body(page_file, "&lang=uk")
    expect(opened.page.locator(".site-label[data-site=lung]")).to_contain_text("легеня")
    opened.page.locator(".header select").select_option("fr")
    expect(opened.page.locator(".site-label[data-site=lung] .head text")).to_have_text("poumon")


def test_phone_tells_the_chain_as_a_list(body: Open, page_file: Path) -> None:
    opened = body(page_file, "&focus=bone-metastasis", size=PHONE)
    listed = opened.page.locator(".chain-list")
    expect(listed.get_by_role("button", name="bone", exact=True)).to_be_visible()
    statement = listed.get_by_role("button", name=re.compile("surgery is used against bone metastases"))
    assert all(area["bottom"] - area["top"] >= 24 for area in boxes(opened, ".chain-list button"))
    statement.evaluate("one => one.click()")
    is_in_address(opened, "statement=surgery+treats+bone-metastasis")


def test_zoom_and_pan(body: Open, page_file: Path) -> None:
    opened = body(page_file)
    world = opened.page.locator("svg.map > g")
    expect(world).to_have_attribute("transform", "translate(0 0) scale(1)")
    opened.page.get_by_role("button", name="Zoom in").click()
    expect(world).to_have_attribute("transform", re.compile(r"scale\(1\.35\)"))
    opened.settle()
    enlarged = world.get_attribute("transform")
    opened.page.get_by_role("button", name="Move right").click()
    expect(world).not_to_have_attribute("transform", enlarged)
    opened.settle()
    moved = world.get_attribute("transform")
    opened.page.mouse.move(500, 500)
    opened.page.mouse.down()
    opened.page.mouse.move(560, 520, steps=3)
    opened.page.mouse.up()
    expect(world).not_to_have_attribute("transform", moved)
    # What was dragged over is not chosen.
    opened.settle()
    assert opened.page.locator(".details").count() == 0
    opened.page.get_by_role("button", name="Show all").click()
    expect(world).to_have_attribute("transform", "translate(0 0) scale(1)")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_hostile_labels_are_text(body: Open, hostile_file: Path, size: tuple[int, int]) -> None:
    opened = body(hostile_file, size=size)
    everything(opened)
    assert opened.page.locator("img, iframe").count() == 0
    label = opened.page.locator(".site-label").first.get_by_role("button").first
    expect(label).to_have_attribute("aria-label", re.compile("onerror"))
    opened.page.locator(".unplaced summary").click()
    expect(opened.page.locator(".unplaced-sheet")).to_contain_text("<img", use_inner_text=True)
    opened.page.locator(".unplaced summary").click()
    expect(opened.page.locator(".unplaced-sheet")).to_be_hidden()
    opened.settle()
    click_in_drawing(opened, -46, 240)
    details_of(opened, IMAGE)
    opened.settle()
    assert opened.page.locator("img, iframe").count() == 0
    # Sites that the data hasn't have no label.
    assert opened.page.locator("[data-hit]").count() == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("fragment", ["", "&focus=ascites", "&statement=puncture+doesNotDestroy+metastasis"])
def test_axe_finds_nothing(body: Open, page_file: Path, size: tuple[int, int], theme: str, fragment: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = body(page_file, fragment, size=size, theme=theme)
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()
