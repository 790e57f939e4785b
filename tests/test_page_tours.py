"""Tours and presenting in a browser, the page opened from disk with the network off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hostile_world import IMAGE, SCRIPT
from metastasis_atlas import open_atlas

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
    visit.page.wait_for_timeout(500)
    visit.settle()


def progress(visit: Any) -> str:
    text: str = panel(visit).locator(".tour-progress").inner_text()
    return text


def check_step(visit: Any, step: Step, passages: int) -> None:
    assert panel(visit).get_by_role("heading", level=2).inner_text() == step.title["en"]
    assert visit.page.locator(".tabs [aria-current]").inner_text() == VIEWS[step.view]
    assert f"view={step.view}" in visit.page.url
    if step.focus:
        assert f"&focus={step.focus.rsplit('/', 1)[1]}&" in visit.page.url
        assert visit.page.locator(".frame").get_attribute("data-selected") == "node"
    text = panel(visit).locator(".tour-text").inner_text()
    assert " ".join(text.split()) == " ".join(step.text["en"].split())
    assert panel(visit).locator(".tour-wandered").count() == 0
    named = panel(visit).locator(".tour-passages > ul > li")
    assert named.count() == passages >= 1
    for passage in named.all():
        # What isn't there has no button.
        assert "," in passage.locator(".passage-button").inner_text()
        assert passage.locator(".badge").first.inner_text()
        assert "not reviewed" in passage.locator(".review").inner_text()


def test_every_tour_is_listed(visit: Open, page_file: Path, tours: list[Tour]) -> None:
    opened = visit(page_file)
    opened.page.get_by_role("button", name="Tours", exact=True).click()
    listed = panel(opened).locator(".start-list > li")
    assert listed.count() == len(tours) >= 6
    for item, tour in zip(listed.all(), tours, strict=True):
        assert item.locator(".start-title").inner_text() == tour.title["en"]
        assert item.locator(".start-length").inner_text() == f"{len(tour.steps)} steps"
        assert item.locator("p").inner_text() == tour.about["en"]


def test_every_step_sets_its_view_and_concept_and_names_its_passages(
    visit: Open, page_file: Path, tours: list[Tour]
) -> None:
    opened = visit(page_file)
    for tour in tours:
        start(opened, tour.title["en"])
        for number, step in enumerate(tour.steps, 1):
            assert progress(opened) == f"{number} of {len(tour.steps)}"
            assert opened.page.url.endswith(f"&tour={tour.name}&step={number}")
            check_step(opened, step, len(step.passages))
            # At the end it stays where it is, and says that it leads no further.
            panel(opened).get_by_role("button", name="Next step").click(force=True)
        assert progress(opened) == f"{len(tour.steps)} of {len(tour.steps)}"
        assert panel(opened).get_by_role("button", name="Next step").is_disabled()
        panel(opened).get_by_role("button", name="Leave the tour").click()
        assert "tour=" not in opened.page.url
        assert tour.title["en"] in opened.page.locator(":focus").inner_text()
        opened.page.get_by_role("button", name="Tours", exact=True).click()


def test_a_passage_opens_to_all_that_it_says(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, f"#tour={SPREAD}&step=2")
    passage = panel(opened).locator(".passage-button")
    assert passage.get_attribute("aria-expanded") == "false"
    passage.click()
    assert passage.get_attribute("aria-expanded") == "true"
    said = panel(opened).locator(".passage-statements > li")
    assert said.count() > 2
    assert all(text.strip() for text in said.all_inner_texts())
    said.first.get_by_role("button").first.click()
    assert "statement=" in opened.page.url
    assert panel(opened).locator(".tour-wandered").is_visible()


def test_a_link_opens_the_step(visit: Open, page_file: Path, tours: list[Tour]) -> None:
    opened = visit(page_file)
    for number in (1, 4, 8):
        open_link(opened, f"#tour={SPREAD}&step={number}")
        check_step(opened, tours[0].steps[number - 1], len(tours[0].steps[number - 1].passages))
        opened.page.reload()
        opened.settle()
        assert progress(opened) == f"{number} of 8"
        check_step(opened, tours[0].steps[number - 1], len(tours[0].steps[number - 1].passages))
    for nowhere in (f"#tour={SPREAD}&step=99", "#tour=unknown&step=1", f"#tour={IMAGE}&step={SCRIPT}"):
        open_link(opened, nowhere)
        assert panel(opened).count() == 0
        assert opened.drawn_nodes()


def test_the_way_back_leads_through_the_steps(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    start(opened, "How breast cancer spreads")
    panel(opened).get_by_role("button", name="Next step").click()
    assert progress(opened) == "2 of 8"
    opened.page.go_back()
    opened.settle()
    assert progress(opened) == "1 of 8"


def test_who_wanders_off_comes_back(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, f"#tour={SPREAD}&step=2")
    node = next(node for node in opened.drawn_nodes() if node["label"] == "bone metastasis")
    opened.page.mouse.click(node["x"], node["y"])
    assert "focus=bone-metastasis" in opened.page.url
    assert progress(opened) == "2 of 8"
    opened.page.reload()
    opened.settle()
    assert "focus=bone-metastasis" in opened.page.url
    panel(opened).get_by_role("button", name="Back to the step").click()
    assert "focus=tumour-cell" in opened.page.url
    assert panel(opened).locator(".tour-wandered").count() == 0
    opened.page.get_by_role("button", name="Table").click()
    assert panel(opened).locator(".tour-wandered").is_visible()


def test_a_concept_in_the_text_is_a_link(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, f"#tour={SPREAD}&step=1")
    panel(opened).locator(".tour-text").get_by_role("button", name="breast", exact=True).click()
    assert "focus=breast&" in opened.page.url
    panel(opened).get_by_role("button", name="Back to the step").click()
    opened.page.get_by_role("combobox", name="Language").select_option("de")
    german = panel(opened).locator(".tour-text").get_by_role("button")
    assert "Brust" in german.all_inner_texts()


@pytest.mark.parametrize("language", ["de", "uk", "es", "fr"])
def test_a_tour_is_told_in_the_language_of_the_page(
    visit: Open, page_file: Path, tours: list[Tour], language: str
) -> None:
    opened = visit(page_file, f"#tour={SPREAD}&step=3&lang={language}")
    step = tours[0].steps[2]
    assert panel(opened).get_by_role("heading", level=2).inner_text() == step.title[language]
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
    assert opened.page.locator(":focus").get_attribute("class") == "tour-step"
    status = opened.page.locator(".tours > [role=status]")
    for key, step in (("ArrowRight", 2), ("PageDown", 3), ("ArrowLeft", 2), ("PageUp", 1), ("PageUp", 1)):
        opened.page.keyboard.press(key)
        assert progress(opened) == f"{step} of 8"
        assert status.inner_text().startswith(f"Step {step} of 8: ")
    # Elsewhere the same keys mean what they meant.
    opened.page.get_by_role("combobox", name="Search").focus()
    opened.page.keyboard.press("ArrowRight")
    assert progress(opened) == "1 of 8"


def test_on_a_phone_the_step_comes_back_when_the_details_are_closed(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, f"#tour={SPREAD}&step=2", size=PHONE)
    assert panel(opened).is_visible()
    settle_screen(opened)
    sheet = panel(opened).bounding_box()
    node = next(node for node in opened.drawn_nodes() if node["label"] == "tumour cell")
    assert node["bottom"] <= sheet["y"]
    panel(opened).locator(".tour-text button").first.click()
    opened.page.locator(".details").wait_for()
    opened.page.get_by_role("button", name="Close details").click()
    assert panel(opened).is_visible()
    panel(opened).get_by_role("button", name="Close", exact=True).click()
    assert panel(opened).count() == 0


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
        opened.page.get_by_role("button", name="Present").click()
        opened.settle()
    if state == "step":
        panel(opened).locator(".passage-button").click()
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("size", [(320, 640), (320, 256), PHONE], ids=["320", "400 %", "phone"])
@pytest.mark.parametrize("is_presenting", [False, True])
def test_nothing_is_wider_than_the_screen(
    visit: Open, page_file: Path, size: tuple[int, int], is_presenting: bool
) -> None:
    opened = visit(page_file, f"#tour={SPREAD}&step=2&lang=de", size=size)
    if is_presenting:
        opened.page.locator(".present").click()
        opened.settle()
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
    page.get_by_role("button", name="Present").click()
    settle_screen(opened)
    assert page.locator(".frame").get_attribute("data-presenting") is not None
    large = page.locator(".tour-text").evaluate("text => parseFloat(getComputedStyle(text).fontSize)")
    assert large >= 1.3 * usual
    assert page.locator(".footer").inner_text() == "For education, not medical advice."
    for hidden in (".legend", ".search", ".details", ".settings"):
        assert not page.locator(hidden).is_visible()
    canvas = page.locator(".canvas").bounding_box()
    for node in opened.drawn_nodes():
        if node["label"] in {"tumour cell", "systemic therapy", "spread via the bloodstream"}:
            assert canvas["x"] <= node["left"] < node["right"] <= canvas["x"] + canvas["width"]
            assert canvas["y"] <= node["top"] < node["bottom"] <= canvas["y"] + canvas["height"]
    page.keyboard.press("PageDown")
    assert progress(opened) == "3 of 8"
    page.keyboard.press("ArrowLeft")
    assert progress(opened) == "2 of 8"
    page.keyboard.press("Escape")
    opened.settle()
    assert page.locator(".frame").get_attribute("data-presenting") is None
    assert not page.evaluate("Boolean(document.fullscreenElement)")
    assert page.locator(".legend").is_visible()
    # It was the presenting that Escape has ended, and nothing else.
    assert "focus=tumour-cell" in page.url


def test_presenting_without_a_tour_goes_through_the_views(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    page = opened.page
    page.get_by_role("button", name="Present").click()
    settle_screen(opened)
    whole = opened.drawn_nodes()
    canvas = page.locator(".canvas").bounding_box()
    assert canvas["x"] == 0
    assert max(node["right"] for node in whole) - min(node["left"] for node in whole) > 0.6 * canvas["width"]
    current = page.locator(".tabs [aria-current]")
    keys = {"ArrowRight": "Body map", "ArrowLeft": "Pathway", "PageUp": "Table", "PageDown": "Pathway"}
    for key, view in keys.items():
        page.keyboard.press(key)
        assert current.inner_text() == view
    page.get_by_role("button", name="Leave presenting").click()
    opened.settle()
    assert page.locator(".frame").get_attribute("data-presenting") is None


@pytest.fixture
def embed(chromium: Any, page_file: Path, tmp_path: Path) -> Iterator[Callable[[str, str], Any]]:
    """The page in a frame of a course page; when the test ends, nothing must have been requested or logged."""
    contexts: list[Any] = []
    noises: list[str] = []

    def put(attributes: str, fragment: str) -> Any:
        course = tmp_path / "course.html"
        course.write_text(
            f'<!DOCTYPE html><title>Course</title><iframe src="{page_file.as_uri()}{fragment}" {attributes}'
            ' width="1000" height="640"></iframe>',
            encoding="utf-8",
        )
        context = chromium.new_context(viewport={"width": 1100, "height": 800}, offline=True)
        contexts.append(context)
        context.set_default_timeout(8000)
        page = context.new_page()
        page.on("console", lambda message: noises.append(message.text))
        page.on("pageerror", lambda error: noises.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith("file:") else noises.append(request.url))
        page.goto(course.as_uri())
        frame = page.frame_locator("iframe")
        frame.locator(".frame").wait_for()
        return frame

    yield put
    for context in contexts:
        context.close()
    assert noises == []


@pytest.mark.parametrize("attributes", ["", 'sandbox="allow-scripts"'], ids=["plain", "sandboxed"])
def test_the_page_works_in_a_frame(embed: Callable[[str, str], Any], attributes: str) -> None:
    frame = embed(attributes, "")
    assert frame.locator(".frame").get_attribute("data-view") == "pathway"
    frame.get_by_role("button", name="Dark theme").click()
    assert frame.locator("html").get_attribute("data-theme") == "dark"
    frame.get_by_role("button", name="Tours", exact=True).click()
    frame.locator(".start-entry").first.click()
    frame.get_by_role("button", name="Next step").click()
    assert frame.locator(".tour-progress").inner_text() == "2 of 8"
    frame.get_by_role("button", name="Present").click()
    frame.locator(".frame[data-presenting]").wait_for()
    frame.locator("body").press("PageDown")
    assert frame.locator(".tour-progress").inner_text() == "3 of 8"
    assert "not medical advice" in frame.locator(".footer").inner_text()
    frame.locator("body").press("Escape")
    frame.locator(".frame:not([data-presenting])").wait_for()


@pytest.mark.parametrize("attributes", ["", 'sandbox="allow-scripts"'], ids=["plain", "sandboxed"])
def test_a_frame_opens_the_step_of_its_address(embed: Callable[[str, str], Any], attributes: str) -> None:
    frame = embed(attributes, f"#tour={SPREAD}&amp;step=3&amp;lang=de")
    assert re.match(r"3 \w+ 8", frame.locator(".tour-progress").inner_text())
    assert frame.locator("html").get_attribute("lang") == "de"
