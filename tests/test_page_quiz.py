"""The quiz of the page in a browser: every built-in item is played, and silence is never a "no"."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from metastasis_atlas import open_atlas

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DESKTOP, PHONE = (1440, 900), (390, 844)
ATTACK = "<img src=x onerror=alert(1)>"
SCRIPT = "</script><script>alert(1)</script>"
MAPS = "6-build-the-map"

HOSTILE = f"""
title: {{en: "{ATTACK}"}}
items:
  - id: choice
    kind: choice
    ask: {{en: "{ATTACK}{SCRIPT}"}}
    passage: https://example.org/passage
    claim: ["?", relieves, ascites]
    right: [https://example.org/image]
    others: [surgery]
    explain: {{en: "{SCRIPT}"}}
  - id: map
    kind: map
    ask: {{en: "{SCRIPT}"}}
    given: [[https://example.org/image, relieves, ascites]]
    missing: [[https://example.org/image, relieves, pleural effusion]]
    passages: [https://example.org/passage]
    explain: {{en: "{ATTACK}"}}
"""
GRAPH = f"""
@prefix atlas:   <https://w3id.org/metastasis-atlas/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos:    <http://www.w3.org/2004/02/skos/core#> .
@prefix concept: <https://w3id.org/metastasis-atlas/concept/> .
@prefix ex:      <https://example.org/> .

ex:image a skos:Concept , atlas:Intervention ; skos:prefLabel "{ATTACK}"@en ; skos:definition "{SCRIPT}"@en .
ex:source a atlas:Source ; dcterms:title "{ATTACK}"@en ; dcterms:bibliographicCitation "{SCRIPT}"@en .
ex:passage a atlas:Passage ;
    dcterms:isPartOf ex:source ; atlas:locator "{SCRIPT}" ;
    atlas:modality atlas:asserted ; atlas:reviewStatus atlas:notReviewed .
ex:passage {{ ex:image atlas:relieves concept:ascites , concept:pleural-effusion . }}
"""


def display(visit: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(visit.page.locator("#atlas-data").text_content())
    return found


def panel(visit: Any) -> Any:
    return visit.page.locator("#activity .quiz")


def open_quiz(visit: Any, *, shuffled: bool = False) -> None:
    visit.page.locator(".activities button").nth(1).click()
    visit.page.locator(".quiz-shuffle input").set_checked(shuffled)


def start(visit: Any, quiz: str) -> list[dict[str, Any]]:
    """Start a quiz in the order of its items, and return these."""
    open_quiz(visit)
    quizzes = display(visit)["quizzes"]
    place = next(index for index, one in enumerate(quizzes) if one["id"] == quiz)
    visit.page.locator(".quiz-entry").nth(place).click()
    items: list[dict[str, Any]] = quizzes[place]["items"]
    return items


def go_to(visit: Any, quiz: str, item: str) -> dict[str, Any]:
    """Start a quiz and skip to an item."""
    for one in start(visit, quiz):
        if one["id"] == item:
            return one
        visit.page.get_by_role("button", name="Skip this item").click()
    raise AssertionError(item)


def go_on(visit: Any) -> None:
    visit.page.locator(".quiz-on .quiz-button.is-main").click()


def labels(visit: Any) -> dict[str, str]:
    return {node["id"]: node["label"] for node in display(visit)["nodes"]}


def put_back(visit: Any, start: str, relation: str, end: str) -> None:
    visit.page.get_by_label("1: from").select_option(start)
    visit.page.get_by_label("2: to").select_option(end)
    visit.page.get_by_role("group", name="3: relation").get_by_role("button", name=relation, exact=True).click()


def play_choice(visit: Any, item: dict[str, Any]) -> int:
    named = labels(visit)
    for choice in item["choices"]:
        if choice["verdict"] == "named":
            visit.page.get_by_role("checkbox", name=named[choice["node"]], exact=True).check()
    visit.page.get_by_role("button", name="Check").click()
    outcomes = visit.page.locator(".quiz-judged")
    expected = [f"quiz-judged is-{choice['verdict']}" for choice in item["choices"]]
    assert [one.get_attribute("class") for one in outcomes.all()] == expected
    for text in visit.page.locator(".is-not-said .quiz-outcome").all_inner_texts():
        assert text == "Not named here; that doesn’t mean no."
    return sum(choice["verdict"] == "named" for choice in item["choices"])


def play_verdict(visit: Any, item: dict[str, Any]) -> int:
    button = {"named": "The passage says so", "denied": "The passage says it doesn’t", "not-said": "Not said here"}
    visit.page.get_by_role("button", name=button[item["answer"]]).click()
    assert visit.page.locator(".quiz-result").inner_text().startswith("Right: ")
    return 1


def play_map(visit: Any, item: dict[str, Any]) -> int:
    shown = display(visit)
    edges = {edge["id"]: edge for edge in shown["edges"]}
    verbs = {one["id"]: one["label"] for one in shown["properties"]}
    for number, missing in enumerate(item["missing"], 1):
        edge = edges[missing]
        put_back(visit, edge["from"], verbs[edge["property"]], edge["to"])
        assert visit.page.locator(".quiz-message.is-named").inner_text().startswith("Right, it is named:")
        assert visit.page.locator(".quiz-link").count() == len(item["given"]) + number
    return len(item["missing"])


PLAY = {"choice": play_choice, "verdict": play_verdict, "map": play_map}


@pytest.mark.parametrize(
    "quiz", sorted(path.stem for path in (Path(__file__).parents[1] / "ontology" / "quiz").glob("*.yaml"))
)
def test_every_item_is_played_to_its_end(visit: Open, page_file: Path, quiz: str) -> None:
    opened = visit(page_file)
    named = 0
    for number, item in enumerate(start(opened, quiz), 1):
        assert panel(opened).locator(".quiz-progress span").inner_text().startswith(f"Item {number} of ")
        assert panel(opened).locator(".quiz-place").inner_text().startswith("What th")
        assert panel(opened).locator(".quiz-ask").inner_text() == item["ask"]["en"]
        named += PLAY[item["kind"]](opened, item)
        assert panel(opened).locator(".quiz-explain").inner_text() == item["explain"]["en"]
        passages = panel(opened).locator(".quiz-passages li")
        assert passages.count() == len(item["passages"])
        for passage in passages.all():
            assert passage.locator(".badge").inner_text()
            assert passage.locator(".review").inner_text() == "not reviewed by a clinician"
        # The focus is on the answer, whatever had it before.
        panel(opened).locator(".quiz-result:focus").wait_for()
        go_on(opened)
    assert panel(opened).locator(".quiz-total").inner_text() == f"{named} of {named} named"
    assert panel(opened).locator(".quiz-again").count() == 0
    assert opened.page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_silence_is_answered_gently(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    go_to(opened, "1-spread-and-sites", "most-frequent-metastases")
    opened.page.get_by_role("checkbox", name="brain metastasis").check()
    opened.page.get_by_role("checkbox", name="bone metastasis").check()
    opened.page.get_by_role("button", name="Check").click()
    rows = {
        row.locator("span[lang], span > span").first.inner_text(): row
        for row in opened.page.locator(".quiz-judged").all()
    }
    assert "Not named here; that doesn’t mean no." in rows["brain metastasis"].inner_text()
    assert "(your tick)" in rows["brain metastasis"].inner_text()
    assert "The passage names this one too." in rows["lung metastasis"].inner_text()
    assert not re.search(r"\b(wrong|false|incorrect|error)\b", panel(opened).inner_text(), re.IGNORECASE)
    assert panel(opened).locator(".quiz-result").inner_text() == "You named 1 of 2."


def test_only_a_stated_negative_is_a_no(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    go_to(opened, "2-conditions-and-relief", "does-puncture-destroy-metastases")
    opened.page.get_by_role("button", name="Not said here").click()
    assert "the passage says it doesn’t" in panel(opened).locator(".quiz-result").inner_text()
    statement = panel(opened).locator(".quiz-statement.is-negative")
    assert "does not directly destroy" in statement.inner_text()
    assert statement.locator(".badge").inner_text() == "stated negative"
    go_on(opened)
    opened.page.get_by_role("button", name="The passage says it doesn’t").click()
    assert panel(opened).locator(".quiz-result").inner_text().startswith("It is not said here. That doesn’t mean no")


def test_the_answer_is_shown_on_the_map(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    go_to(opened, "2-conditions-and-relief", "what-relieves-ascites")
    opened.page.get_by_role("button", name="Check").click()
    opened.page.get_by_role("button", name="Show on the map: Puncture relieves ascites.").click()
    opened.settle()
    assert "statement=puncture+relieves+ascites" in opened.page.url
    opened.page.get_by_role("button", name="Show on the map: surgery").click()
    opened.settle()
    assert opened.page.url.endswith("focus=surgery")
    assert panel(opened).locator(".quiz-result").is_visible()


def test_on_a_phone_the_quiz_comes_back_after_the_details(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, size=PHONE)
    go_to(opened, "2-conditions-and-relief", "what-relieves-ascites")
    opened.page.get_by_role("button", name="Check").click()
    show = opened.page.get_by_role("button", name="Show on the map: surgery")
    show.click()
    opened.settle()
    assert not panel(opened).is_visible()
    opened.page.get_by_role("button", name="Close details").click()
    opened.settle()
    assert panel(opened).is_visible()
    assert show.evaluate("button => button === document.activeElement")


def test_the_panel_may_be_closed_and_opened_again(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    go_to(opened, "1-spread-and-sites", "less-frequent-metastases")
    tab = opened.page.locator(".activities button").nth(1)
    tab.click()
    assert panel(opened).count() == 0
    tab.click()
    assert panel(opened).locator(".quiz-progress span").inner_text() == "Item 4 of 10"


def test_a_map_is_built_by_keyboard_alone(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    keyboard = opened.page.keyboard
    tab = opened.page.locator(".activities button").nth(1)
    tab.focus()
    keyboard.press("Enter")

    def tab_to(selector: str, *, back: bool = False) -> None:
        for _ in range(250):  # the legend stands between the tabs and the panel
            if opened.page.evaluate(f"document.activeElement.matches({json.dumps(selector)})"):
                return
            keyboard.press("Shift+Tab" if back else "Tab")
        raise AssertionError(selector)

    tab_to(".quiz-shuffle input")
    keyboard.press("Space")
    tab_to("li:nth-child(6) > .quiz-entry", back=True)
    keyboard.press("Enter")
    panel(opened).locator(".quiz-ask:focus").wait_for()
    # In the drawing: arrow keys, and Enter chooses.
    tab_to(".quiz-concept")
    keyboard.press("Enter")
    assert opened.page.locator(".quiz-concept[aria-pressed=true]").get_attribute("aria-label") == (
        "tumour cell, chosen as the beginning"
    )
    for _ in range(3):
        keyboard.press("ArrowDown")
    keyboard.press("Home")
    keyboard.press("End")
    keyboard.press("Space")
    tab_to(".quiz-relations button:first-of-type")
    keyboard.press("Enter")
    said = opened.page.locator(".quiz [role=status]")
    assert said.inner_text().endswith("is not named in these passages; that doesn’t mean it isn’t so.")
    # In the lists; the hint fills them.
    hint = opened.page.get_by_role("button", name="Hint")
    for _ in range(3):
        tab_to(".quiz-form > .quiz-on button:first-child")
        for _ in range(3):
            keyboard.press("Enter")
        relation = re.search(r"the relation is “(.+)”", said.inner_text())
        assert relation
        place = opened.page.locator(".quiz-relations button").all_inner_texts().index(relation[1]) + 2
        tab_to(f".quiz-relations button:nth-child({place})", back=True)
        keyboard.press("Enter")
        assert said.inner_text().startswith("Right, it is named:")
    assert hint.count() == 0
    panel(opened).locator(".quiz-result:focus").wait_for()
    assert panel(opened).locator(".quiz-result").inner_text() == "The map is complete: you put back 3 of 3."


def test_a_map_is_built_by_pointer_and_what_is_not_named_is_left_open(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    go_to(opened, MAPS, "map-ascites")
    concept = {one.get_attribute("data-node"): one for one in opened.page.locator(".quiz-concept").all()}
    relations = opened.page.get_by_role("group", name="3: relation")
    status = opened.page.locator(".quiz [role=status]")
    relations.get_by_role("button", name="causes").click()
    assert status.inner_text() == "Choose two concepts first."
    concept["concept:ascites"].click()
    concept["concept:puncture"].click()
    relations.get_by_role("button", name="relieves").click()
    assert status.inner_text().startswith("These passages name it the other way round: Puncture")
    relations.get_by_role("button", name="occurs in").click()
    assert "that doesn’t mean it isn’t so" in status.inner_text()
    drawn = opened.page.locator(".quiz-link").count()
    concept["concept:puncture"].click()
    concept["concept:ascites"].click()
    concept["concept:puncture"].click()
    concept["concept:ascites"].click()
    assert opened.page.get_by_label("1: from").input_value() == "concept:puncture"
    relations.get_by_role("button", name="relieves").click()
    assert status.inner_text().startswith("Right, it is named: Puncture")
    assert opened.page.locator(".quiz-link").count() == drawn + 1
    put_back(opened, "concept:puncture", "relieves", "concept:ascites")
    assert status.inner_text().startswith("This link stands on the map already:")
    opened.page.get_by_role("button", name="Show the solution").click()
    assert panel(opened).locator(".quiz-result").inner_text() == "The map is complete: you put back 1 of 3."
    assert opened.page.locator(".quiz-link").count() == 5


def test_a_large_map_is_left_by_escape_and_the_focus_returns(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=ascites")
    go_to(opened, MAPS, "map-bone")
    enlarge = opened.page.get_by_role("button", name="Enlarge")
    enlarge.click()
    dialog = opened.page.get_by_role("dialog", name="Build the map, large")
    dialog.wait_for()
    assert dialog.locator("svg[role=group]").bounding_box()["width"] > 700
    opened.page.keyboard.press("Escape")
    opened.settle()
    assert dialog.count() == 0
    assert enlarge.evaluate("button => button === document.activeElement")
    assert opened.page.url.endswith("focus=ascites")


@pytest.mark.parametrize("language", ["en", "de", "uk", "es", "fr"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE, (320, 640)], ids=["desktop", "phone", "320"])
def test_maps_are_legible_in_every_language(visit: Open, page_file: Path, language: str, size: tuple[int, int]) -> None:
    opened = visit(page_file, f"#lang={language}", size=size)
    items = start(opened, MAPS)
    for _ in items:
        opened.page.locator(".quiz-form .quiz-on button").nth(1).click()
        opened.page.locator(".quiz-result:focus").wait_for()
        paper = opened.page.locator(".quiz-drawing").bounding_box()
        concepts = [one.bounding_box() for one in opened.page.locator(".quiz-concept").all()]
        words = [one.bounding_box() for one in opened.page.locator(".quiz-words").all()]
        assert len(words) >= 2
        for box in concepts + words:
            assert paper["x"] <= box["x"] + 1
            assert box["x"] + box["width"] <= paper["x"] + paper["width"] + 1
            assert paper["y"] <= box["y"] + 3
            assert box["y"] + box["height"] <= paper["y"] + paper["height"] + 3
        for one, other in combinations(concepts, 2):
            assert is_apart(one, other)
        for group in opened.page.locator(".quiz-concept").all():
            outline = group.locator(".quiz-outline").bounding_box()
            for line in group.locator("text").all():
                assert line.bounding_box()["width"] <= outline["width"]
        go_on(opened)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= size[0]


def is_apart(one: dict[str, float], other: dict[str, float]) -> bool:
    return (
        one["x"] + one["width"] <= other["x"]
        or other["x"] + other["width"] <= one["x"]
        or one["y"] + one["height"] <= other["y"]
        or other["y"] + other["height"] <= one["y"]
    )


def test_the_language_may_change_in_the_middle(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    item = start(opened, "1-spread-and-sites")[0]
    opened.page.get_by_role("checkbox", name="metastasis", exact=True).check()
    for language in ("de", "uk", "es", "fr"):
        opened.page.locator(".choice select").select_option(language)
        assert panel(opened).locator(".quiz-ask").inner_text() == item["ask"][language]
        assert opened.page.locator(".quiz-choice input:checked").count() == 1
        assert panel(opened).locator(".fallback").count() == 0
        assert not re.search(r"\bquiz-[a-z]", panel(opened).inner_text())
    opened.page.locator(".quiz-button.is-main").click()
    assert panel(opened).locator(".quiz-explain").inner_text() == item["explain"]["fr"]
    assert "Juste : le passage le nomme." in panel(opened).inner_text()


def test_a_shuffled_mix_holds_ten_items_and_ends_with_what_to_look_at_again(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    open_quiz(opened, shuffled=True)
    opened.page.get_by_role("button", name="Mixed: items from all").click()
    asked = set()
    for _ in range(10):
        asked.add(panel(opened).locator(".quiz-ask").inner_text())
        opened.page.get_by_role("button", name="Skip this item").click()
    assert len(asked) == 10
    assert panel(opened).locator(".quiz-total").inner_text().startswith("0 of ")
    assert panel(opened).locator(".quiz-again > li").count() == 10
    opened.page.get_by_role("button", name="Play these again").click()
    assert panel(opened).locator(".quiz-progress span").inner_text() == "Item 1 of 10"


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile-quiz")
    (folder / "hostile.trig").write_text(GRAPH, encoding="utf-8")
    (folder / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
    return open_atlas(folder).page().write(folder / "atlas.html")


def test_hostile_texts_stay_text(visit: Open, hostile_file: Path) -> None:
    opened = visit(hostile_file)
    assert any(one["id"] == "hostile" for one in display(opened)["quizzes"])
    start(opened, "hostile")
    assert panel(opened).locator(".quiz-ask").inner_text() == f"{ATTACK}{SCRIPT} (in English)".replace(
        " (in English)", ""
    )
    opened.page.get_by_role("checkbox", name=ATTACK).check()
    opened.page.get_by_role("button", name="Check").click()
    assert SCRIPT in panel(opened).locator(".quiz-explain").inner_text()
    go_on(opened)
    put_back(opened, "concept:ascites", "relieves", "https://example.org/image")
    assert ATTACK in opened.page.locator(".quiz [role=status]").inner_text()
    put_back(opened, "https://example.org/image", "relieves", "concept:pleural-effusion")
    opened.page.get_by_role("button", name="Enlarge").click()
    opened.page.keyboard.press("Escape")
    go_on(opened)
    assert opened.page.locator("img, iframe, object, embed").count() == 0
    assert opened.page.locator("script").count() == 2


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(visit: Open, page_file: Path, size: tuple[int, int], theme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = visit(page_file, size=size, theme=theme)

    def check() -> None:
        results = Axe().run(opened.page)
        assert results.violations_count == 0, results.generate_report()

    open_quiz(opened)
    check()
    opened.page.locator(".activities button").nth(1).click()
    go_to(opened, "2-conditions-and-relief", "does-puncture-destroy-metastases")
    check()
    opened.page.get_by_role("button", name="Not said here").click()
    check()
    opened.page.get_by_role("button", name="Choose another quiz").click()
    opened.page.locator(".quiz-entry").first.click()
    for box in opened.page.locator(".quiz-choice input").all()[:2]:
        box.check()
    opened.page.get_by_role("button", name="Check").click()
    check()
    opened.page.get_by_role("button", name="Choose another quiz").click()
    opened.page.locator(".quiz-entry").nth(5).click()
    opened.page.locator(".quiz-concept").nth(0).click()
    opened.page.locator(".quiz-concept").nth(1).click()
    opened.page.locator(".quiz-relations button").nth(1).click()
    check()
    opened.page.get_by_role("button", name="Enlarge").click()
    check()
    opened.page.get_by_role("button", name="Show the solution").click()
    check()
    opened.page.keyboard.press("Escape")
    go_on(opened)
    while opened.page.get_by_role("button", name="Skip this item").count():
        opened.page.get_by_role("button", name="Skip this item").click()
    check()
