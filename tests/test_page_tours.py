"""Tours and presenting in a browser, the page opened from disk with the network off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hostile_world import IMAGE, SCRIPT
from metastasis_atlas import open_atlas
from playwright.sync_api import expect

if TYPE_CHECKING:
    from metastasis_atlas.tours import Step, Tour

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DESKTOP, PHONE = (1440, 900), (390, 844)
SPREAD = "how-breast-cancer-spreads"
VIEWS = {"pathway": "Pathway", "body": "Body map", "focus": "Focus", "table": "Table"}


@pytest.fixture(scope="module")
def tours() -> list[Tour]:
    return open_atlas().lessons.tours


def panel(visit: Any) -> Any:
    return visit.page.locator(".activity")


def open_link(visit: Any, fragment: str) -> None:
    """Follow a link; other views than the pathway have no canvas to wait for."""
    visit.page.goto(visit.address + fragment)
    visit.page.reload()
    visit.page.locator("#view").wait_for()
    visit.settle()


def start(visit: Any, title: str) -> None:
    visit.page.get_by_role("button", name="Tours", exact=True).click()
    panel(visit).get_by_role("button", name=title).click()


def settle_screen(visit: Any) -> None:
    """The drawing waits for the full screen to settle before its camera moves."""
    visit.page.wait_for_function("document.fullscreenElement || !document.fullscreenEnabled")
    visit.settle()


def present(visit: Any) -> None:
    visit.page.get_by_role("button", name="Present").click()
    visit.page.locator(".frame[data-presenting]").wait_for()
    settle_screen(visit)


def reads(locator: Any, words: Any) -> None:
    expect(locator).to_have_text(words, use_inner_text=True)


def says(locator: Any, words: Any) -> None:
    expect(locator).to_contain_text(words, use_inner_text=True)


def is_at(visit: Any, step: int, of: int = 8) -> None:
    reads(panel(visit).locator(".tour-progress"), f"{step} of {of}")


def is_in_address(visit: Any, words: str) -> None:
    expect(visit.page).to_have_url(re.compile(words))


def check_step(visit: Any, step: Step, passages: int) -> None:
    reads(panel(visit).get_by_role("heading", level=2), step.title["en"])
    reads(visit.page.locator(".tabs [aria-current]"), VIEWS[step.view])
    is_in_address(visit, f"view={step.view}")
    if step.focus:
        is_in_address(visit, f"&focus={re.escape(step.focus.rsplit('/', 1)[1])}&")
        expect(visit.page.locator(".frame")).to_have_attribute("data-selected", "node")
    reads(panel(visit).locator(".tour-text"), " ".join(step.text["en"].split()))
    expect(panel(visit).locator(".tour-wandered")).to_have_count(0)
    assert passages >= 1
    named = panel(visit).locator(".tour-passages > ul > li")
    expect(named).to_have_count(passages)
    for passage in named.all():
        # What isn't there has no button.
        says(passage.locator(".passage-button"), ",")
        expect(passage.locator(".badge").first).not_to_be_empty()
        says(passage.locator(".review"), "not reviewed")


def test_every_tour_is_listed(visit: Open, page_file: Path, tours: list[Tour]) -> None:
    opened = visit(page_file)
    opened.page.get_by_role("button", name="Tours", exact=True).click()
    listed = panel(opened).locator(".start-list > li")
    assert len(tours) >= 6
    expect(listed).to_have_count(len(tours))
    for item, tour in zip(listed.all(), tours, strict=True):
        reads(item.locator(".start-title"), tour.title["en"])
        reads(item.locator(".start-length"), f"{len(tour.steps)} steps")
        reads(item.locator("p"), tour.about["en"])


def test_every_step_sets_its_view_and_concept_and_names_its_passages(
    visit: Open, page_file: Path, tours: list[Tour]
) -> None:
    opened = visit(page_file)
    for tour in tours:
        start(opened, tour.title["en"])
        for number, step in enumerate(tour.steps, 1):
            is_at(opened, number, len(tour.steps))
            is_in_address(opened, f"&tour={re.escape(tour.name)}&step={number}$")
            check_step(opened, step, len(step.passages))
            # At the end it stays where it is, and says that it leads no further.
            panel(opened).get_by_role("button", name="Next step").click(force=True)
        opened.settle()
        is_at(opened, len(tour.steps), len(tour.steps))
        expect(panel(opened).get_by_role("button", name="Next step")).to_be_disabled()
        panel(opened).get_by_role("button", name="Leave the tour").click()
        expect(opened.page).not_to_have_url(re.compile("tour="))
        says(opened.page.locator(":focus"), tour.title["en"])
        opened.page.get_by_role("button", name="Tours", exact=True).click()
        expect(panel(opened)).to_have_count(0)


def test_a_passage_opens_to_all_that_it_says(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, f"#tour={SPREAD}&step=2")
    passage = panel(opened).locator(".passage-button")
    expect(passage).to_have_attribute("aria-expanded", "false")
    passage.click()
    expect(passage).to_have_attribute("aria-expanded", "true")
    said = panel(opened).locator(".passage-statements > li")
    opened.until(said.all_inner_texts, lambda texts: len(texts) > 2 and all(text.strip() for text in texts))
    said.first.get_by_role("button").first.click()
    is_in_address(opened, "statement=")
    expect(panel(opened).locator(".tour-wandered")).to_be_visible()


def test_a_link_opens_the_step(visit: Open, page_file: Path, tours: list[Tour]) -> None:
    opened = visit(page_file)
    for number in (1, 4, 8):
        open_link(opened, f"#tour={SPREAD}&step={number}")
        check_step(opened, tours[0].steps[number - 1], len(tours[0].steps[number - 1].passages))
        opened.page.reload()
        is_at(opened, number)
        check_step(opened, tours[0].steps[number - 1], len(tours[0].steps[number - 1].passages))
    for nowhere in (f"#tour={SPREAD}&step=99", "#tour=unknown&step=1", f"#tour={IMAGE}&step={SCRIPT}"):
        open_link(opened, nowhere)
        expect(panel(opened)).to_have_count(0)
        assert opened.drawn_nodes()


def test_the_way_back_leads_through_the_steps(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    start(opened, "How breast cancer spreads")
    panel(opened).get_by_role("button", name="Next step").click()
    is_at(opened, 2)
    is_in_address(opened, "step=2")
    opened.page.go_back()
    is_at(opened, 1)


def test_who_wanders_off_comes_back(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, f"#tour={SPREAD}&step=2")
    node = next(node for node in opened.drawn_nodes() if node["label"] == "bone metastasis")
    opened.page.mouse.click(node["x"], node["y"])
    is_in_address(opened, "focus=bone-metastasis")
    is_at(opened, 2)
    opened.page.reload()
    panel(opened).wait_for()
    opened.settle()
    is_in_address(opened, "focus=bone-metastasis")
    panel(opened).get_by_role("button", name="Back to the step").click()
    is_in_address(opened, "focus=tumour-cell")
    expect(panel(opened).locator(".tour-wandered")).to_have_count(0)
    opened.page.get_by_role("button", name="Table").click()
    expect(panel(opened).locator(".tour-wandered")).to_be_visible()


def test_a_concept_in_the_text_is_a_link(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, f"#tour={SPREAD}&step=1")
    panel(opened).locator(".tour-text").get_by_role("button", name="breast", exact=True).click()
    is_in_address(opened, "focus=breast&")
    panel(opened).get_by_role("button", name="Back to the step").click()
    expect(panel(opened).locator(".tour-wandered")).to_have_count(0)
    opened.page.get_by_role("combobox", name="Language").select_option("de")
    german = panel(opened).locator(".tour-text").get_by_role("button")
    opened.until(german.all_inner_texts, lambda texts: "Brust" in texts)


@pytest.mark.parametrize("language", ["de", "uk", "es", "fr"])
def test_a_tour_is_told_in_the_language_of_the_page(
    visit: Open, page_file: Path, tours: list[Tour], language: str
) -> None:
    opened = visit(page_file, f"#tour={SPREAD}&step=3&lang={language}")
    step = tours[0].steps[2]
    reads(panel(opened).get_by_role("heading", level=2), step.title[language])
    assert panel(opened).locator(".fallback").count() == 0
    told = panel(opened).inner_text()
    assert "step" not in told.lower()
    assert tours[0].title[language] in told


def test_a_tour_is_walked_by_keyboard(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    opened.page.get_by_role("button", name="Tours", exact=True).focus()
    opened.page.keyboard.press("Enter")
    panel(opened).locator(".start-entry").first.focus()
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator(":focus")).to_have_class("tour-step")
    status = opened.page.locator(".tours > [role=status]")
    for key, step in (("ArrowRight", 2), ("PageDown", 3), ("ArrowLeft", 2), ("PageUp", 1), ("PageUp", 1)):
        opened.page.keyboard.press(key)
        is_at(opened, step)
        reads(status, re.compile(f"^Step {step} of 8: "))
    # At the first step there is no way further back.
    opened.settle()
    is_at(opened, 1)
    # Elsewhere the same keys mean what they meant.
    opened.page.get_by_role("combobox", name="Search").focus()
    opened.page.keyboard.press("ArrowRight")
    opened.settle()
    is_at(opened, 1)


def test_on_a_phone_the_step_comes_back_when_the_details_are_closed(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, f"#tour={SPREAD}&step=2", size=PHONE)
    expect(panel(opened)).to_be_visible()
    opened.settle()
    sheet = panel(opened).bounding_box()
    node = next(node for node in opened.drawn_nodes() if node["label"] == "tumour cell")
    assert node["bottom"] <= sheet["y"]
    panel(opened).locator(".tour-text button").first.click()
    opened.page.locator(".details").wait_for()
    opened.page.get_by_role("button", name="Close details").click()
    expect(panel(opened)).to_be_visible()
    panel(opened).get_by_role("button", name="Close", exact=True).click()
    expect(panel(opened)).to_have_count(0)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", ["list", "step", "wandered", "presenting"])
def test_axe_finds_nothing(visit: Open, page_file: Path, size: tuple[int, int], theme: str, state: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    wandered = "#view=pathway&focus=bone&" if state == "wandered" else "#"
    opened = visit(page_file, "" if state == "list" else f"{wandered}tour={SPREAD}&step=2", size=size, theme=theme)
    if state == "list":
        opened.page.get_by_role("button", name="Tours", exact=True).click()
    if state == "presenting":
        present(opened)
    if state == "step":
        panel(opened).locator(".passage-button").click()
        expect(panel(opened).locator(".passage-button")).to_have_attribute("aria-expanded", "true")
    # On a phone the details stand over it.
    panel(opened).wait_for(state="attached")
    opened.settle()
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("language", ["en", "de", "uk", "es", "fr"])
@pytest.mark.parametrize(
    "size", [(320, 640), PHONE, (768, 1024), DESKTOP, (1920, 1080)], ids=["320", "phone", "768", "desktop", "1920"]
)
def test_the_way_out_is_in_sight_however_far_a_step_is_scrolled(
    visit: Open, page_file: Path, size: tuple[int, int], language: str
) -> None:
    opened = visit(page_file, f"#tour=from-the-peritoneum-to-ascites&step=2&lang={language}", size=size)
    leave, close = panel(opened).locator(".tour-leave"), panel(opened).locator(".sheet-close")
    for top in (0, 100_000):
        panel(opened).evaluate("(one, top) => one.scrollTo(0, top)", top)
        expect(leave).to_be_in_viewport(ratio=1)
        expect(close).to_be_in_viewport(ratio=1)
        for button in (leave, close):
            # What is pressed there is the button, and nothing that lies over it.
            assert button.evaluate(
                "one => { const box = one.getBoundingClientRect();"
                " return one.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)); }"
            )
    leave.click()
    expect(panel(opened).locator(".start-list")).to_be_visible()


@pytest.mark.parametrize("size", [(320, 640), (320, 256), PHONE], ids=["320", "400 %", "phone"])
@pytest.mark.parametrize("is_presenting", [False, True])
def test_nothing_is_wider_than_the_screen(
    visit: Open, page_file: Path, size: tuple[int, int], is_presenting: bool
) -> None:
    opened = visit(page_file, f"#tour={SPREAD}&step=2&lang=de", size=size)
    if is_presenting:
        opened.page.locator(".present").click()
        opened.page.locator(".frame[data-presenting]").wait_for()
        settle_screen(opened)
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box = panel(opened).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_presenting_leaves_the_view_the_step_and_the_disclaimer(
    visit: Open, page_file: Path, size: tuple[int, int]
) -> None:
    opened = visit(page_file, f"#tour={SPREAD}&step=2", size=size)
    page = opened.page
    usual = page.locator(".tour-text").evaluate("text => parseFloat(getComputedStyle(text).fontSize)")
    present(opened)
    large = page.locator(".tour-text").evaluate("text => parseFloat(getComputedStyle(text).fontSize)")
    assert large >= 1.3 * usual
    reads(page.locator(".footer"), "For education, not medical advice. Not reviewed by a clinician.")
    for hidden in (".legend", ".search", ".details", ".settings"):
        assert not page.locator(hidden).is_visible()
    canvas = page.locator(".canvas").bounding_box()
    for node in opened.drawn_nodes():
        if node["label"] in {"tumour cell", "systemic therapy", "spread via the bloodstream"}:
            assert canvas["x"] <= node["left"] < node["right"] <= canvas["x"] + canvas["width"]
            assert canvas["y"] <= node["top"] < node["bottom"] <= canvas["y"] + canvas["height"]
    page.keyboard.press("PageDown")
    is_at(opened, 3)
    page.keyboard.press("ArrowLeft")
    is_at(opened, 2)
    page.keyboard.press("Escape")
    page.locator(".frame:not([data-presenting])").wait_for()
    page.wait_for_function("!document.fullscreenElement")
    expect(page.locator(".legend")).to_be_visible()
    opened.settle()
    # It was the presenting that Escape has ended, and nothing else.
    assert "focus=tumour-cell" in page.url


def test_presenting_without_a_tour_goes_through_the_views(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    page = opened.page
    present(opened)
    whole = opened.drawn_nodes()
    canvas = page.locator(".canvas").bounding_box()
    assert canvas["x"] == 0
    assert max(node["right"] for node in whole) - min(node["left"] for node in whole) > 0.6 * canvas["width"]
    current = page.locator(".tabs [aria-current]")
    keys = {"ArrowRight": "Body map", "ArrowLeft": "Pathway", "PageUp": "Table", "PageDown": "Pathway"}
    for key, view in keys.items():
        page.keyboard.press(key)
        reads(current, view)
    page.get_by_role("button", name="Leave presenting").click()
    page.locator(".frame:not([data-presenting])").wait_for()


@pytest.fixture
def embed(open_page: Callable[..., Any], page_file: Path, tmp_path: Path) -> Iterator[Callable[[str, str], Any]]:
    """The page in a frame of a course page; when the test ends, nothing must have been requested or logged."""
    pages: list[Any] = []
    noises: list[str] = []

    def put(attributes: str, fragment: str) -> Any:
        course = tmp_path / "course.html"
        course.write_text(
            f'<!DOCTYPE html><title>Course</title><iframe src="{page_file.as_uri()}{fragment}" {attributes}'
            ' width="1000" height="640"></iframe>',
            encoding="utf-8",
        )
        page = open_page(viewport={"width": 1100, "height": 800})
        pages.append(page)
        page.on("console", lambda message: noises.append(message.text))
        page.on("pageerror", lambda error: noises.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith("file:") else noises.append(request.url))
        page.goto(course.as_uri())
        frame = page.frame_locator("iframe")
        frame.locator(".frame").wait_for()
        return frame

    yield put
    for page in pages:
        page.context.close()
    assert noises == []


@pytest.mark.parametrize("attributes", ["", 'sandbox="allow-scripts"'], ids=["plain", "sandboxed"])
def test_the_page_works_in_a_frame(embed: Callable[[str, str], Any], attributes: str) -> None:
    frame = embed(attributes, "")
    expect(frame.locator(".frame")).to_have_attribute("data-view", "pathway")
    frame.get_by_role("button", name="Dark theme").click()
    expect(frame.locator("html")).to_have_attribute("data-theme", "dark")
    frame.get_by_role("button", name="Tours", exact=True).click()
    frame.locator(".start-entry").first.click()
    frame.get_by_role("button", name="Next step").click()
    reads(frame.locator(".tour-progress"), "2 of 8")
    frame.get_by_role("button", name="Present").click()
    frame.locator(".frame[data-presenting]").wait_for()
    frame.locator("body").press("PageDown")
    reads(frame.locator(".tour-progress"), "3 of 8")
    says(frame.locator(".footer"), "not medical advice")
    frame.locator("body").press("Escape")
    frame.locator(".frame:not([data-presenting])").wait_for()


@pytest.mark.parametrize("attributes", ["", 'sandbox="allow-scripts"'], ids=["plain", "sandboxed"])
def test_a_frame_opens_the_step_of_its_address(embed: Callable[[str, str], Any], attributes: str) -> None:
    frame = embed(attributes, f"#tour={SPREAD}&amp;step=3&amp;lang=de")
    reads(frame.locator(".tour-progress"), re.compile(r"^3 \w+ 8"))
    expect(frame.locator("html")).to_have_attribute("lang", "de")
