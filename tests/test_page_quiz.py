"""The quiz of the page in a browser: every built-in item is played, and silence is never a "no"."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from metastasis_atlas.packing import unpack
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DESKTOP, PHONE = (1440, 900), (390, 844)
MAPS = "6-build-the-map"


def display(visit: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(visit.page.locator("#atlas-data").text_content())
    return found


def panel(visit: Any) -> Any:
    return visit.page.locator("#activity .quiz")


def open_quiz(visit: Any, *, shuffled: bool = False) -> None:
    visit.page.locator(".activities button").nth(1).click()
    visit.page.locator(".quiz-shuffle input").set_checked(shuffled)
    expect(visit.page.locator(".quiz-shuffle input")).to_be_checked(checked=shuffled)


def reads(locator: Any, words: Any) -> None:
    expect(locator).to_have_text(words, use_inner_text=True)


def says(locator: Any, words: Any) -> None:
    expect(locator).to_contain_text(words, use_inner_text=True)


def begins(locator: Any, words: str) -> None:
    reads(locator, re.compile(f"^{re.escape(words)}"))


def is_on(visit: Any, number: int) -> None:
    expect(panel(visit).locator(".quiz-progress progress")).to_have_js_property("value", number)


def start(visit: Any, quiz: str) -> list[dict[str, Any]]:
    """Start a quiz in the order of its items, and return these."""
    open_quiz(visit)
    quizzes = display(visit)["quizzes"]
    place = next(index for index, one in enumerate(quizzes) if one["id"] == quiz)
    visit.page.locator(".start-entry").nth(place).click()
    is_on(visit, 1)
    items: list[dict[str, Any]] = quizzes[place]["items"]
    return items


def go_to(visit: Any, quiz: str, item: str) -> dict[str, Any]:
    """Start a quiz and skip to an item."""
    for number, one in enumerate(start(visit, quiz), 1):
        is_on(visit, number)
        if one["id"] == item:
            return one
        visit.page.get_by_role("button", name="Skip this item").click()
    raise AssertionError(item)


def go_on(visit: Any) -> None:
    visit.page.locator(".quiz-on .quiz-button.is-main").click()
    # On to the next item, or to the end: neither is answered.
    expect(visit.page.locator(".quiz-result")).to_have_count(0)


def labels(visit: Any) -> dict[str, str]:
    return {node["id"]: node["label"] for node in unpack(display(visit)["nodes"])}


def put_back(visit: Any, start: str, relation: str, end: str) -> None:
    for name, node in (("1: from", start), ("2: to", end)):
        visit.page.get_by_label(name).select_option(node)
        expect(visit.page.get_by_label(name)).to_have_value(node)
    visit.page.get_by_role("group", name="3: relation").get_by_role("button", name=relation, exact=True).click()


def play_choice(visit: Any, item: dict[str, Any]) -> int:
    named = labels(visit)
    for choice in item["choices"]:
        if choice["verdict"] == "named":
            visit.page.get_by_role("checkbox", name=named[choice["node"]], exact=True).check()
    visit.page.get_by_role("button", name="Check").click()
    outcomes = visit.page.locator(".quiz-judged")
    expect(outcomes).to_have_class([f"quiz-judged is-{choice['verdict']}" for choice in item["choices"]])
    for text in visit.page.locator(".is-not-said .quiz-outcome").all_inner_texts():
        assert text == "Not named here; that doesn’t mean no."
    return sum(choice["verdict"] == "named" for choice in item["choices"])


def play_verdict(visit: Any, item: dict[str, Any]) -> int:
    button = {"named": "The passage says so", "denied": "The passage says it doesn’t", "not-said": "Not said here"}
    visit.page.get_by_role("button", name=button[item["answer"]]).click()
    begins(visit.page.locator(".quiz-result"), "Right: ")
    return 1


def play_map(visit: Any, item: dict[str, Any]) -> int:
    shown = display(visit)
    edges = {edge["id"]: edge for edge in unpack(shown["edges"])}
    verbs = {one["id"]: one["label"] for one in shown["properties"]}
    for number, missing in enumerate(item["missing"], 1):
        edge = edges[missing]
        put_back(visit, edge["from"], verbs[edge["property"]], edge["to"])
        expect(visit.page.locator(".quiz-link")).to_have_count(len(item["given"]) + number)
        begins(visit.page.locator(".quiz-message.is-named"), "Right, it is named:")
    return len(item["missing"])


PLAY = {"choice": play_choice, "verdict": play_verdict, "map": play_map}


@pytest.mark.parametrize(
    "quiz", sorted(path.stem for path in (Path(__file__).parents[1] / "ontology" / "quiz").glob("*.yaml"))
)
def test_every_item_is_played_to_its_end(visit: Open, page_file: Path, quiz: str) -> None:
    opened = visit(page_file)
    named = 0
    for number, item in enumerate(start(opened, quiz), 1):
        begins(panel(opened).locator(".quiz-progress span"), f"Item {number} of ")
        begins(panel(opened).locator(".quiz-place"), "What th")
        reads(panel(opened).locator(".quiz-ask"), item["ask"]["en"])
        named += PLAY[item["kind"]](opened, item)
        reads(panel(opened).locator(".quiz-explain"), item["explain"]["en"])
        passages = panel(opened).locator(".quiz-passages li")
        expect(passages).to_have_count(len(item["passages"]))
        for passage in passages.all():
            # How firmly a passage speaks is told of what it says, and not of what it doesn't.
            if item.get("answer") == "not-said":
                expect(passage.locator(".badge")).to_have_count(0)
            else:
                expect(passage.locator(".badge")).not_to_be_empty()
            reads(passage.locator(".review"), "not reviewed by a clinician")
        # The focus is on the answer, whatever had it before.
        panel(opened).locator(".quiz-result:focus").wait_for()
        go_on(opened)
    reads(panel(opened).locator(".quiz-total"), f"{named} of {named} named")
    opened.settle()
    assert panel(opened).locator(".quiz-again").count() == 0
    assert opened.page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_silence_is_answered_gently(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    go_to(opened, "1-spread-and-sites", "most-frequent-metastases")
    opened.page.get_by_role("checkbox", name="brain metastasis").check()
    opened.page.get_by_role("checkbox", name="bone metastasis").check()
    opened.page.get_by_role("button", name="Check").click()
    reads(panel(opened).locator(".quiz-result"), "You named 1 of 2. One of your ticks isn’t named here.")
    rows = {
        row.locator("span[lang], span > span").first.inner_text(): row
        for row in opened.page.locator(".quiz-judged").all()
    }
    assert "Not named here; that doesn’t mean no." in rows["brain metastasis"].inner_text()
    assert "(your tick)" in rows["brain metastasis"].inner_text()
    assert "Not ticked, though the passage names it." in rows["lung metastasis"].inner_text()
    assert not re.search(r"\b(wrong|false|incorrect|error)\b", panel(opened).inner_text(), re.IGNORECASE)


def test_only_a_stated_negative_is_a_no(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    go_to(opened, "2-conditions-and-relief", "does-puncture-destroy-metastases")
    opened.page.get_by_role("button", name="Not said here").click()
    says(panel(opened).locator(".quiz-result"), "the passage says it doesn’t")
    statement = panel(opened).locator(".quiz-statement.is-negative")
    says(statement, "does not directly destroy")
    reads(statement.locator(".badge"), "stated negative")
    go_on(opened)
    opened.page.get_by_role("button", name="The passage says it doesn’t").click()
    begins(panel(opened).locator(".quiz-result"), "It is not said here. That doesn’t mean no")


def test_the_answer_is_shown_on_the_map(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    go_to(opened, "2-conditions-and-relief", "what-relieves-ascites")
    opened.page.get_by_role("button", name="Check").click()
    opened.page.get_by_role("button", name="Show on the map: Puncture relieves ascites.").click()
    expect(opened.page).to_have_url(re.compile(r"statement=puncture\+relieves\+ascites"))
    opened.settle()
    opened.page.get_by_role("button", name="Show on the map: surgery").click()
    expect(opened.page).to_have_url(re.compile("focus=surgery&quiz=2-conditions-and-relief&item=1$"))
    opened.settle()
    expect(panel(opened).locator(".quiz-result")).to_be_visible()


def test_on_a_phone_the_quiz_comes_back_after_the_details(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, size=PHONE)
    go_to(opened, "2-conditions-and-relief", "what-relieves-ascites")
    opened.page.get_by_role("button", name="Check").click()
    show = opened.page.get_by_role("button", name="Show on the map: surgery")
    show.click()
    expect(panel(opened)).to_be_hidden()
    opened.settle()
    opened.page.get_by_role("button", name="Close details").click()
    expect(panel(opened)).to_be_visible()
    expect(show).to_be_focused()


def test_the_panel_may_be_closed_and_opened_again(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    go_to(opened, "1-spread-and-sites", "less-frequent-metastases")
    tab = opened.page.locator(".activities button").nth(1)
    tab.click()
    expect(panel(opened)).to_have_count(0)
    tab.click()
    reads(panel(opened).locator(".quiz-progress span"), "Item 4 of 10")


def test_a_map_is_built_by_keyboard_alone(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    keyboard = opened.page.keyboard
    tab = opened.page.locator(".activities button").nth(1)
    tab.focus()
    keyboard.press("Enter")
    panel(opened).wait_for()
    # Which step of a walk one is on, so that the next key waits until the last one has moved the focus.
    opened.page.evaluate("() => { window.moves = 0; addEventListener('focusin', () => { window.moves += 1; }); }")

    def press(key: str) -> None:
        before = opened.page.evaluate("moves")
        keyboard.press(key)
        opened.page.wait_for_function("before => moves > before", arg=before)

    def tab_to(selector: str, *, back: bool = False) -> None:
        for _ in range(250):  # the legend stands between the tabs and the panel
            if opened.page.evaluate(f"document.activeElement.matches({json.dumps(selector)})"):
                return
            press("Shift+Tab" if back else "Tab")
        raise AssertionError(selector)

    tab_to(".quiz-shuffle input")
    keyboard.press("Space")
    expect(opened.page.locator(".quiz-shuffle input")).not_to_be_checked()
    tab_to("li:nth-child(6) > .start-entry", back=True)
    keyboard.press("Enter")
    panel(opened).locator(".quiz-ask:focus").wait_for()
    # In the drawing: arrow keys, and Enter chooses.
    tab_to(".quiz-concept")
    keyboard.press("Enter")
    chosen = opened.page.locator(".quiz-concept[aria-pressed=true]")
    expect(chosen).to_have_attribute("aria-label", "tumour cell, chosen as the beginning")
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "Home", "End"):
        press(key)
    keyboard.press("Space")
    expect(chosen).to_have_count(2)
    tab_to(".quiz-relations button:first-of-type")
    keyboard.press("Enter")
    said = opened.page.locator(".quiz [role=status]")
    reads(said, re.compile("is not named in these passages; that doesn’t mean it isn’t so.$"))
    # In the lists; the hint fills them.
    hint = opened.page.get_by_role("button", name="Hint")
    for _ in range(3):
        tab_to(".quiz-form > .quiz-on button:first-child")
        for _ in range(3):
            before = said.inner_text()
            keyboard.press("Enter")
            expect(said).not_to_have_text(before, use_inner_text=True)
        relation = re.search(r"the relation is “(.+)”", said.inner_text())
        assert relation
        place = opened.page.locator(".quiz-relations button").all_inner_texts().index(relation[1]) + 2
        tab_to(f".quiz-relations button:nth-child({place})", back=True)
        keyboard.press("Enter")
        begins(said, "Right, it is named:")
    expect(hint).to_have_count(0)
    panel(opened).locator(".quiz-result:focus").wait_for()
    reads(panel(opened).locator(".quiz-result"), "The map is complete: you put back 3 of 3.")


def test_a_map_is_built_by_pointer_and_what_is_not_named_is_left_open(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    go_to(opened, MAPS, "map-ascites")

    def pick(name: str, pressed: str) -> None:
        one = opened.page.locator(f'.quiz-concept[data-node="concept:{name}"]')
        one.click()
        expect(one).to_have_attribute("aria-pressed", pressed)

    relations = opened.page.get_by_role("group", name="3: relation")
    status = opened.page.locator(".quiz [role=status]")
    relations.get_by_role("button", name="causes").click()
    reads(status, "Choose two concepts first.")
    pick("ascites", "true")
    pick("puncture", "true")
    relations.get_by_role("button", name="relieves").click()
    says(status, "but here the link runs the other way: Puncture")
    says(status, "Your way round it would say “ascites – relieves – puncture (fluid removal)”")
    expect(opened.page.get_by_role("button", name="Turn the link round")).to_be_visible()
    relations.get_by_role("button", name="occurs in").click()
    says(status, "that doesn’t mean it isn’t so")
    drawn = opened.page.locator(".quiz-link").count()
    # Chosen once more, each is let go.
    pick("puncture", "false")
    pick("ascites", "false")
    pick("puncture", "true")
    pick("ascites", "true")
    expect(opened.page.get_by_label("1: from")).to_have_value("concept:puncture")
    relations.get_by_role("button", name="relieves").click()
    begins(status, "Right, it is named: Puncture")
    expect(opened.page.get_by_role("button", name="Turn the link round")).to_have_count(0)
    expect(opened.page.locator(".quiz-link")).to_have_count(drawn + 1)
    put_back(opened, "concept:puncture", "relieves", "concept:ascites")
    begins(status, "This link stands on the map already:")
    opened.page.get_by_role("button", name="Show the solution").click()
    reads(panel(opened).locator(".quiz-result"), "The map is complete: you put back 1 of 3.")
    expect(opened.page.locator(".quiz-link")).to_have_count(5)


def test_a_large_map_is_left_by_escape_and_the_focus_returns(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=ascites")
    go_to(opened, MAPS, "map-bone")
    enlarge = opened.page.get_by_role("button", name="Enlarge")
    enlarge.click()
    dialog = opened.page.get_by_role("dialog", name="Build the map, large")
    dialog.wait_for()
    opened.until(dialog.locator("svg[role=group]").bounding_box, lambda box: box["width"] > 700)
    opened.settle()
    opened.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(enlarge).to_be_focused()
    opened.settle()
    assert "focus=ascites&" in opened.page.url


def test_a_link_the_wrong_way_round_is_turned(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#quiz=6-build-the-map&item=2")
    drawn = opened.page.locator(".quiz-link").count()
    put_back(opened, "concept:ascites", "relieves", "concept:puncture")
    opened.page.get_by_role("button", name="Turn the link round").click()
    begins(opened.page.locator(".quiz [role=status]"), "Right, it is named: Puncture")
    expect(opened.page.locator(".quiz-link")).to_have_count(drawn + 1)


@pytest.mark.parametrize("language", ["en", "de", "uk", "es", "fr"])
@pytest.mark.parametrize("size", [PHONE, (320, 640)], ids=["phone", "320"])
def test_on_a_phone_the_map_is_rows_that_drop_no_word(
    visit: Open, page_file: Path, language: str, size: tuple[int, int]
) -> None:
    opened = visit(page_file, f"#lang={language}&quiz={MAPS}", size=size)
    items = next(quiz["items"] for quiz in display(opened)["quizzes"] if quiz["id"] == MAPS)
    for item in items:
        opened.page.locator(".quiz-form .quiz-on button").nth(1).click()
        opened.page.locator(".quiz-result:focus").wait_for()
        links = opened.page.locator(".quiz-rows .quiz-link")
        expect(links).to_have_count(len(item["given"]) + len(item["missing"]))
        expect(opened.page.locator(".quiz-drawing")).to_have_count(0)
        for words in links.locator(".quiz-row-words").all_inner_texts():
            assert words.strip()
        rows = opened.page.locator(".quiz-row-head, .quiz-row-link")
        assert rows.evaluate_all(
            "all => all.every(one => one.scrollWidth <= one.clientWidth + 1"
            " && one.getBoundingClientRect().right <= innerWidth)"
        )
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= size[0]
        go_on(opened)


def test_a_map_is_built_in_rows(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, f"#quiz={MAPS}&item=2", size=PHONE)
    rows = opened.page.locator(".quiz-rows")
    before = rows.locator(".quiz-link").count()
    for name, mark in (("puncture", "1"), ("ascites", "2")):
        row = rows.locator(f'[data-node="concept:{name}"]')
        row.click()
        expect(row).to_have_attribute("aria-pressed", "true")
        expect(row.locator(".quiz-row-mark")).to_have_text(mark)
    expect(rows.get_by_role("button", name="ascites, chosen as the end")).to_be_visible()
    opened.page.get_by_role("group", name="3: relation").get_by_role("button", name="relieves").click()
    begins(opened.page.locator(".quiz [role=status]"), "Right, it is named: Puncture")
    expect(rows.locator(".quiz-link")).to_have_count(before + 1)
    says(rows, "put back by you")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("view", ["pathway", "body", "focus", "table"])
def test_the_map_is_covered_until_the_answer(visit: Open, page_file: Path, view: str, size: tuple[int, int]) -> None:
    opened = visit(page_file, f"#view={view}&focus=ascites&quiz=2-conditions-and-relief&item=3", size=size)
    page = opened.page
    cover, stage = page.locator(".map-cover"), page.locator(".stage")
    says(cover, "The map is covered until you answer.")
    # Neither seen nor reached nor heard: nothing of it is in the accessibility tree.
    expect(stage).to_have_js_property("inert", True)
    expect(stage).to_have_css("visibility", "hidden")
    expect(page.locator("#view").get_by_role("button")).to_have_count(1)
    expect(page.locator(".details")).to_have_count(0)
    page.get_by_role("checkbox", name="abdominal cavity").check()
    page.get_by_role("button", name="Check").click()
    expect(cover).to_have_count(0)
    expect(stage).to_have_js_property("inert", False)
    expect(stage).to_have_css("visibility", "visible")
    expect(panel(opened).locator(".quiz-result")).to_be_focused()
    if view != "pathway":
        page.get_by_role("button", name="Go to the pathway").click()
    expect(page).to_have_url(re.compile("view=pathway"))
    if size == DESKTOP:  # on a phone the panel stands over it
        opened.until(opened.drawn_words, lambda words: any("accumulates" in one["text"] for one in words))
    go_on(opened)
    expect(cover).to_be_visible()
    # It is undone by leaving the quiz.
    page.locator('.activities [data-activity="quiz"] button').click()
    expect(cover).to_have_count(0)
    expect(stage).to_have_js_property("inert", False)


def test_the_map_is_shown_anyway_by_keyboard_and_by_looking_something_up(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#quiz=2-conditions-and-relief&item=3")
    page = opened.page
    cover = page.locator(".map-cover")
    # The way past the header leads to what can be done there.
    page.locator(".skip").first.focus()
    page.keyboard.press("Enter")
    expect(cover.get_by_role("button", name="Show it anyway")).to_be_focused()
    page.keyboard.press("Enter")
    expect(cover).to_have_count(0)
    expect(page.locator('.tabs [aria-current="page"]')).to_be_focused()
    for tab in (1, 2, 3):
        page.locator(".tabs button").nth(tab).click()
        expect(cover).to_have_count(0)
    page.get_by_role("button", name="Skip this item").click()
    expect(cover).to_be_visible()
    page.locator(".search input").fill("ascites")
    page.locator(".search li").first.click()
    expect(page.locator(".details")).to_be_visible()
    expect(cover).to_have_count(0)


def test_the_address_holds_the_item(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    page = opened.page
    open_quiz(opened, shuffled=True)
    page.locator(".start-entry").nth(1).click()
    is_on(opened, 1)
    page.get_by_role("button", name="Skip this item").click()
    is_on(opened, 2)
    expect(page).to_have_url(re.compile(r"quiz=2-conditions-and-relief&item=2&shuffle=\d+$"))
    asked = panel(opened).locator(".quiz-ask").inner_text()
    page.reload()
    reads(panel(opened).locator(".quiz-ask"), asked)
    reads(panel(opened).locator(".quiz-progress span"), "Item 2 of 11")
    # A link that opens an item takes the focus from nobody.
    assert page.evaluate("document.activeElement === document.body")
    page.get_by_role("button", name="Skip this item").click()
    is_on(opened, 3)
    page.go_back()
    is_on(opened, 2)
    reads(panel(opened).locator(".quiz-ask"), asked)
    opened.go("#quiz=6-build-the-map&item=99")
    reads(page.locator(".notice [role=status]"), re.compile("^This page has no quiz “6-build-the-map” with that item"))


@pytest.mark.parametrize(("theme", "language"), [("light", "de"), ("dark", "fr")])
@pytest.mark.parametrize("size", [(320, 640), (768, 1024), DESKTOP], ids=["320", "768", "desktop"])
def test_the_cover_fits_and_axe_finds_nothing(
    visit: Open, page_file: Path, size: tuple[int, int], theme: str, language: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = visit(page_file, f"#lang={language}&quiz=2-conditions-and-relief&item=3", size=size, theme=theme)
    if size[0] < 900:
        # Where the panel stands over it, it folds for who comes by keyboard.
        opened.page.locator(".map-cover button").focus()
        expect(opened.page.locator(".frame[data-folded]")).to_be_visible()
    expect(opened.page.locator(".map-cover button")).to_be_in_viewport(ratio=1)
    opened.settle()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= size[0]
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()


def test_a_choice_that_is_not_named_says_what_the_atlas_does_say(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#quiz=2-conditions-and-relief&item=3")
    opened.page.get_by_role("checkbox", name="pleural cavity").check()
    opened.page.get_by_role("button", name="Check").click()
    row = opened.page.locator(".quiz-judged.is-not-said").filter(has_text="pleural cavity").last
    says(row, "Not named here; that doesn’t mean no.")
    says(row.locator(".quiz-elsewhere"), "Our own addition: pleural effusion accumulates in the pleural cavity.")
    says(row.locator(".quiz-elsewhere"), "note on the cavities")
    says(panel(opened).locator(".quiz-explain"), "That neither is named for ascites doesn’t mean no.".replace("’", "'"))


@pytest.mark.parametrize("language", ["en", "de", "uk", "es", "fr"])
@pytest.mark.parametrize("size", [DESKTOP], ids=["desktop"])
def test_maps_are_legible_in_every_language(visit: Open, page_file: Path, language: str, size: tuple[int, int]) -> None:
    opened = visit(page_file, f"#lang={language}", size=size)
    items = start(opened, MAPS)
    for _ in items:
        opened.page.locator(".quiz-form .quiz-on button").nth(1).click()
        opened.page.locator(".quiz-result:focus").wait_for()
        opened.settle()
        paper = opened.page.locator(".quiz-drawing").bounding_box()
        concepts = [one.bounding_box() for one in opened.page.locator(".quiz-concept").all()]
        words = [one.bounding_box() for one in opened.page.locator(".quiz-words").all()]
        # Beside the view words stand only where they have room; enlarged, the map has them all.
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
    opened.settle()
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
        reads(panel(opened).locator(".quiz-ask"), item["ask"][language])
        expect(opened.page.locator(".quiz-choice input:checked")).to_have_count(1)
        opened.settle()
        assert panel(opened).locator(".fallback").count() == 0
        assert not re.search(r"\bquiz-[a-z]", panel(opened).inner_text())
    opened.page.locator(".quiz-button.is-main").click()
    reads(panel(opened).locator(".quiz-explain"), item["explain"]["fr"])
    says(panel(opened), "Juste : le passage le nomme.")


def test_a_shuffled_mix_holds_ten_items_and_ends_with_what_to_look_at_again(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    open_quiz(opened, shuffled=True)
    opened.page.get_by_role("button", name="Mixed: items from all").click()
    asked = set()
    for number in range(1, 11):
        is_on(opened, number)
        asked.add(panel(opened).locator(".quiz-ask").inner_text())
        opened.page.get_by_role("button", name="Skip this item").click()
    assert len(asked) == 10
    begins(panel(opened).locator(".quiz-total"), "0 of ")
    expect(panel(opened).locator(".quiz-again > li")).to_have_count(10)
    opened.page.get_by_role("button", name="Play these again").click()
    reads(panel(opened).locator(".quiz-progress span"), "Item 1 of 10")


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(visit: Open, page_file: Path, size: tuple[int, int], theme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = visit(page_file, size=size, theme=theme)

    def check() -> None:
        opened.settle()
        results = Axe().run(opened.page)
        assert results.violations_count == 0, results.generate_report()

    open_quiz(opened)
    check()
    opened.page.locator(".activities button").nth(1).click()
    expect(panel(opened)).to_have_count(0)
    go_to(opened, "2-conditions-and-relief", "does-puncture-destroy-metastases")
    check()
    opened.page.get_by_role("button", name="Not said here").click()
    panel(opened).locator(".quiz-result:focus").wait_for()
    check()
    opened.page.get_by_role("button", name="Choose another quiz").click()
    opened.page.locator(".start-entry").first.click()
    for place in (0, 1):
        opened.page.locator(".quiz-choice input").nth(place).check()
    opened.page.get_by_role("button", name="Check").click()
    panel(opened).locator(".quiz-result:focus").wait_for()
    check()
    opened.page.get_by_role("button", name="Choose another quiz").click()
    opened.page.locator(".start-entry").nth(5).click()
    for place in (0, 1):
        opened.page.locator(".quiz-concept").nth(place).click()
        expect(opened.page.locator(".quiz-concept").nth(place)).to_have_attribute("aria-pressed", "true")
    opened.page.locator(".quiz-relations button").nth(1).click()
    check()
    # On a phone there is nothing to enlarge.
    if size == DESKTOP:
        opened.page.get_by_role("button", name="Enlarge").click()
        check()
    opened.page.get_by_role("button", name="Show the solution").click()
    check()
    if size == DESKTOP:
        opened.page.keyboard.press("Escape")
    go_on(opened)
    progress, skip = (
        panel(opened).locator(".quiz-progress span"),
        opened.page.get_by_role("button", name="Skip this item"),
    )
    while progress.count():
        before = progress.inner_text()
        skip.click()
        expect(progress.filter(has_text=before)).to_have_count(0)
        opened.settle()
    check()
