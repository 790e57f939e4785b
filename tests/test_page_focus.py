"""The focus view in a browser: one concept in the middle, what is said of it around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from metastasis_atlas import open_atlas

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DESKTOP, WIDE, PHONE, SMALL = (1440, 900), (1920, 1080), (390, 844), (320, 640)
IMAGE = "<img src=x onerror=alert(1)>"
SCRIPT = "</script><script>alert(1)</script>"
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
        # The shared visitor waits for the pathway, so the page opens there first.
        opened = visit(file, **how)
        opened.page.goto(opened.address + "#view=focus" + (f"&focus={name}" if name else "") + more)
        opened.page.locator(".focus").wait_for()
        opened.page.wait_for_timeout(600)
        return opened

    return open_at


def middle(opened: Any) -> str:
    opened.page.wait_for_timeout(500)
    words: list[str] = opened.page.locator(".focus-box.is-middle text").all_text_contents()
    return " ".join(words)


def box(opened: Any, node: str) -> Any:
    return opened.page.locator(f'.focus-box[data-node="concept:{node}"]').first


def neighbours(opened: Any) -> set[str]:
    boxes = opened.page.locator(".focus-box.is-neighbour")
    return {each.get_attribute("data-node").removeprefix("concept:") for each in boxes.all()}


def choose_in_menu(opened: Any, node: str, item: str) -> None:
    opened.page.locator(f'[data-menu="concept:{node}"]').click()
    opened.page.get_by_role("menuitem", name=re.compile(item)).click()


def details(opened: Any) -> Any:
    return opened.page.get_by_role("region", name="Details")


def test_with_nothing_chosen_it_offers_where_to_begin(look: Open) -> None:
    opened = look()
    cards = opened.page.locator(".focus-card")
    assert cards.count() == 12
    cards.filter(has_text="Ascites").first.click()
    assert middle(opened) == "ascites"
    assert "view=focus&focus=ascites" in opened.page.url


def test_a_click_on_a_neighbour_brings_it_to_the_middle(look: Open) -> None:
    opened = look("bone-metastasis")
    assert middle(opened) == "bone metastasis"
    assert {"surgery", "radiotherapy", "bone", "metastasis"} <= neighbours(opened)
    box(opened, "bone").click()
    assert middle(opened) == "bone"
    assert "bone-metastasis" in neighbours(opened)
    assert details(opened).get_by_role("heading", level=2).inner_text() == "Bone"


def test_words_on_an_arrow_show_the_evidence_and_leave_the_middle(look: Open) -> None:
    opened = look("bone-metastasis")
    opened.page.get_by_role("button", name=re.compile("radiotherapy is used against", re.IGNORECASE)).first.click()
    assert middle(opened) == "bone metastasis"
    assert "radiotherapy" in details(opened).locator(".sentence").first.inner_text().lower()
    assert details(opened).locator(".where").first.inner_text()
    assert "statement=radiotherapy+treats+bone-metastasis" in opened.page.url


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
    opened.page.wait_for_timeout(100)
    assert "statement=" in opened.page.url or opened.page.locator("dialog[open]").count() == 1


def test_a_statement_in_the_address_brings_its_subject(look: Open) -> None:
    opened = look(more="&statement=puncture+relieves+ascites")
    assert middle(opened) == "puncture (fluid removal)"


def test_steps_back_and_forward(look: Open) -> None:
    opened = look("bone-metastasis")
    box(opened, "bone").click()
    opened.page.get_by_role("button", name="Back: bone metastasis").click()
    assert middle(opened) == "bone metastasis"
    opened.page.get_by_role("button", name="Forward: bone").click()
    assert middle(opened) == "bone"
    opened.page.keyboard.press("Alt+ArrowLeft")
    assert middle(opened) == "bone metastasis"
    opened.page.keyboard.press("Alt+ArrowRight")
    assert middle(opened) == "bone"
    opened.page.go_back()
    assert middle(opened) == "bone metastasis"


def test_unfold_and_hide_and_show_again(look: Open) -> None:
    opened = look("puncture")
    choose_in_menu(opened, "ascites", "Unfold")
    kids = opened.page.locator(".focus-box.is-kid")
    assert 1 <= kids.count() <= 4
    opened.page.locator(".focus-note").first.click()
    assert middle(opened) == "puncture (fluid removal)"
    assert details(opened).locator(".sentence").count() >= 1
    choose_in_menu(opened, "ascites", "Fold up")
    assert kids.count() == 0
    choose_in_menu(opened, "ascites", "Hide")
    assert "ascites" not in neighbours(opened)
    note = opened.page.locator(".focus-notes")
    assert "1 neighbour hidden" in note.inner_text()
    note.get_by_role("button", name="Show").click()
    assert "ascites" in neighbours(opened)


def test_derived_statements_wait_and_mirrors_never_come(look: Open) -> None:
    opened = look("bone")
    stated = opened.page.locator(".focus-pill").count()
    switch = opened.page.get_by_role("switch", name=re.compile("Derived too"))
    assert not switch.is_checked()
    switch.check()
    opened.page.wait_for_timeout(100)
    assert opened.page.locator(".focus-pill").count() > stated
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
    assert "does not" in pill.first.text_content()
    pill.first.click()
    assert details(opened).locator(".badge.is-negative").inner_text() == "stated negative"


def test_the_legend_filters_but_the_core_does_not(look: Open) -> None:
    opened = look("breast-cancer")
    before = neighbours(opened)
    assert "triple-negative-breast-cancer" in before or len(before) >= 12
    opened.page.get_by_role("button", name="Everything").click()
    assert neighbours(opened) == before
    organ = opened.page.locator(".legend").get_by_role("checkbox", name=re.compile(r"^Organ\b"))
    while organ.is_checked() or organ.evaluate("box => box.indeterminate"):
        organ.click()
    assert not {"brain", "liver"} & neighbours(opened)
    assert re.search(r"leaves out \d+ statements", opened.page.locator(".focus-notes").inner_text())


def test_the_keyboard_goes_round_and_on(look: Open) -> None:
    opened = look("ascites")
    page = opened.page
    page.locator(".focus-box.is-middle").focus()
    seen = set()
    for _ in range(page.locator("[data-stop]").count()):
        seen.add(page.evaluate("document.activeElement.dataset.stop"))
        page.keyboard.press("ArrowDown")
    assert len(seen) == page.locator("[data-stop]").count()
    assert page.evaluate("document.activeElement.classList.contains('is-middle')")
    assert page.locator('svg.focus-picture [tabindex="0"]').count() == 1
    while "is-neighbour" not in page.evaluate("document.activeElement.getAttribute('class')"):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("+")
    page.wait_for_timeout(100)
    assert page.locator(".focus-box.is-kid").count() > 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('class')") == "focus-menu"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "menuitem"
    page.keyboard.press("Escape")
    assert middle(opened) == "ascites"
    name = page.evaluate("document.activeElement.dataset.node")
    page.keyboard.press("Delete")
    page.wait_for_timeout(100)
    assert name.removeprefix("concept:") not in neighbours(opened)
    while "is-neighbour" not in page.evaluate("document.activeElement.getAttribute('class')"):
        page.keyboard.press("ArrowDown")
    name = page.evaluate("document.activeElement.dataset.node")
    page.keyboard.press("Enter")
    middle(opened)
    assert page.locator(".focus-box.is-middle").get_attribute("data-node") == name
    assert page.evaluate("document.activeElement.classList.contains('is-middle')")


def test_the_list_says_the_same_and_escape_closes_only_it(look: Open) -> None:
    opened = look("ascites")
    opened.page.get_by_role("button", name="As a list").click()
    rows = opened.page.locator("dialog[open] li")
    linked = opened.page.locator(".focus > ul li")
    assert rows.count() == linked.count() >= 5
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("dialog[open]").count() == 0
    assert middle(opened) == "ascites"
    opened.page.get_by_role("button", name="As a list").click()
    rows.filter(has_text="Puncture").first.locator(".focus-row-statement").click()
    assert "statement=" in opened.page.url
    assert opened.page.locator("dialog[open]").count() == 0


@pytest.mark.parametrize(
    ("language", "word", "back"),
    [("de", "Aszites", "Zurück"), ("uk", "асцит", "Назад"), ("es", "ascitis", "Atrás"), ("fr", "ascite", "Retour")],
)
def test_every_language(look: Open, language: str, word: str, back: str) -> None:
    opened = look("ascites", more=f"&lang={language}")
    assert middle(opened).lower() == word.lower()
    assert opened.page.get_by_role("button", name=back).count() == 1
    said = opened.page.locator(".focus").inner_text()
    assert "focus-" not in said
    assert opened.page.locator(".focus-pill [lang=en], .focus-pill[lang=en]").count() == 0


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_hostile_labels_are_text(look: Open, tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "hostile.trig").write_text(HOSTILE, encoding="utf-8")
    file = open_atlas(tmp_path / "hostile.trig").page().write(tmp_path / "atlas.html")
    opened = look("https://example.org/script", file=file, size=size)
    words = "".join(opened.page.locator(".focus-picture text").all_text_contents())
    for label in (IMAGE, SCRIPT):
        assert label.replace(" ", "") in words.replace(" ", "").replace("-", "")
    opened.page.locator(".focus-bar .focus-button").first.click()
    opened.page.locator("dialog[open]", has_text="onerror").wait_for()
    assert opened.page.locator("img, iframe, object, embed").count() == 0


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
    assert re.fullmatch(r"\d+ more", more.text_content())
    more.click()
    assert opened.page.locator("dialog[open] li").count() >= 60
    opened.page.locator("dialog[open] .focus-row-go", has_text="measure number 59").click()
    assert middle(opened) == "measure number 59"


@pytest.mark.parametrize("size", [DESKTOP, WIDE, PHONE, SMALL], ids=["desktop", "wide", "phone", "small"])
@pytest.mark.parametrize("name", ["puncture", "metastasis", "clinic-general-visceral-thoracic-endocrine-surgery"])
def test_nothing_covers_anything(look: Open, size: tuple[int, int], name: str) -> None:
    opened = look(name, size=size)
    if opened.page.get_by_role("switch").count():
        opened.page.get_by_role("switch").check()
        opened.page.wait_for_timeout(300)
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
    count = "document.querySelector('.focus-picture').getAnimations({ subtree: true }).length"
    opened.page.emulate_media(reduced_motion="reduce")
    box(opened, "bone").click()
    assert opened.page.evaluate(count) == 0
    opened.page.emulate_media(reduced_motion="no-preference")
    box(opened, "bone-metastasis").click()
    assert opened.page.evaluate(count) > 0


def test_on_a_phone_one_walks_first_and_reads_on_demand(look: Open) -> None:
    opened = look("bone-metastasis", size=PHONE)
    assert not details(opened).is_visible()
    opened.page.locator(".focus-box.is-middle").click()
    assert details(opened).is_visible()
    assert middle(opened) == "bone metastasis"


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["start", "picture", "unfolded", "list"])
def test_axe_finds_nothing(look: Open, size: tuple[int, int], theme: str, state: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = look("" if state == "start" else "puncture", size=size, theme=theme)
    if state == "unfolded":
        choose_in_menu(opened, "ascites", "Unfold")
        opened.page.locator('[data-menu="concept:ascites"]').click()
    if state == "list":
        opened.page.get_by_role("button", name="As a list").click()
    opened.page.wait_for_timeout(300)
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()
