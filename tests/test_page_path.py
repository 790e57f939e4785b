"""Finding a path on the page: the same answers as in Python, in words and lifted out of the drawing."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from metastasis_atlas import open_atlas
from metastasis_atlas.namespaces import CONCEPT, shorten
from metastasis_atlas.traversal import find_paths

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DESKTOP, PHONE = (1440, 900), (390, 844)
PAIRS = 44


def open_panel(visit: Any) -> Any:
    visit.page.get_by_role("button", name="Find a path", exact=True).click()
    return visit.page.get_by_role("region", name="Find a path")


def ask(visit: Any, start: str, end: str) -> Any:
    panel = visit.page.get_by_role("region", name="Find a path")
    for name, words in (("From", start), ("To", end)):
        panel.get_by_role("combobox", name=name).fill(words)
        panel.get_by_role("combobox", name=name).press("Enter")
    return panel


def ways(panel: Any) -> list[str]:
    return [" ".join(text.split()) for text in panel.locator(".way h3").all_inner_texts()]


def choose_pairs(network: Any) -> list[tuple[str, str]]:
    """Return pairs of concepts: some far apart, some joined by several ways, some by none, some of one kind."""
    concepts = sorted(node for node in network if node.startswith(CONCEPT))
    pairs = list(combinations(concepts, 2))
    random.Random(7).shuffle(pairs)
    found: dict[int, list[tuple[str, str]]] = {}
    for pair in pairs[:1500]:
        found.setdefault(min(6, len(find_paths(network, *pair))), []).append(pair)
    chosen = [pair for several in found.values() for pair in several[: PAIRS // len(found) + 1]]
    named = [("denosumab", "bone"), ("liver", "lung"), ("malignant-ascites", "ascites"), ("puncture", "metastasis")]
    return chosen + [(CONCEPT + start, CONCEPT + end) for start, end in named]


@pytest.mark.parametrize("derived", [False, True], ids=["stated", "derived"])
def test_page_and_python_find_the_same(visit: Open, page_file: Path, derived: bool) -> None:
    from playwright.sync_api import expect

    network = open_atlas().network
    label = {node: data["labels"]["en"][0] for node, data in network.nodes(data=True) if data["labels"].get("en")}
    opened = visit(page_file)
    panel = open_panel(opened)
    if derived:
        panel.get_by_role("checkbox").check()
    pairs = choose_pairs(network)
    assert len(pairs) >= 40
    several = 0
    for start, end in pairs[:: 3 if derived else 1]:
        ask(opened, label[start], label[end])
        # What is chosen is drawn in the next frame, which a busy machine draws late.
        for name, node in (("From", start), ("To", end)):
            expect(panel.get_by_role("combobox", name=name)).to_have_attribute("data-node", shorten(node))
        expected = find_paths(network, start, end, derived=derived, most=1000)
        told = [" – ".join(label[node] for node in path.nodes) for path in expected]
        assert ways(panel) == told[:20], (start, end)
        several += len(told) > 1
        if not told:
            assert "doesn’t mean" in panel.locator(".path-answer").inner_text()
    assert several > 3


def test_each_step_says_who_says_so(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    open_panel(opened)
    panel = ask(opened, "denosumb", "Knochen")
    assert ways(panel) == ["denosumab – RANK-ligand inhibitor therapy – bone metastasis – bone"]
    assert panel.locator(".path-answer").inner_text() == "One shortest way, of 3 steps."
    steps = panel.locator(".way-steps > li")
    assert steps.count() == 3
    for step in steps.all():
        assert step.locator(".sentence").first.inner_text().strip()
        assert step.locator(".badge").first.inner_text().strip()
        assert "Overview" in step.locator(".where").first.inner_text()


def test_the_way_is_lifted_out_and_brought_in(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    said = opened.page.locator(".canvas").get_attribute("aria-label")
    open_panel(opened)
    panel = ask(opened, "denosumab", "bone")
    opened.settle()
    assert {"denosumab", "bone", "RANK-ligand inhibitor therapy"} <= opened.drawn_labels()
    assert any("against" in word["text"] for word in opened.drawn_words())
    canvas = opened.page.locator(".canvas").bounding_box()
    for node in opened.drawn_nodes():
        if node["label"] in {"denosumab", "bone"}:
            assert canvas["x"] <= node["left"] < node["right"] <= canvas["x"] + canvas["width"]
    panel.get_by_role("button", name="Close", exact=True).click()
    opened.settle()
    assert opened.page.locator(".canvas").get_attribute("aria-label") == said


def test_the_way_is_lifted_out_although_something_else_was_selected(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=ascites")
    open_panel(opened)
    ask(opened, "denosumab", "bone")
    opened.settle()
    assert "focus=" not in opened.page.url
    assert any("against" in word["text"] for word in opened.drawn_words())


@pytest.mark.parametrize("view", ["body", "table"])
def test_other_views_say_where_the_way_is_drawn(visit: Open, page_file: Path, view: str) -> None:
    opened = visit(page_file, f"#view={view}&focus=ascites")
    panel = open_panel(opened)
    go = panel.get_by_role("button", name="Go to the pathway")
    assert go.count() == 0
    ask(opened, "denosumab", "bone")
    go.click()
    # The drawing is made anew, and only then does the camera set out.
    for _ in range(10):
        opened.settle()
        if "denosumab" in opened.drawn_labels():
            break
    assert go.count() == 0
    assert {"denosumab", "bone"} <= opened.drawn_labels()
    assert any("against" in word["text"] for word in opened.drawn_words())


def test_one_of_several_ways_alone(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    open_panel(opened)
    panel = ask(opened, "breast cancer", "pleural effusion")
    assert len(ways(panel)) > 1
    alone = panel.get_by_role("button", name="Show way 1 alone in the drawing")
    alone.click()
    opened.settle()
    assert alone.get_attribute("aria-pressed") == "true"
    alone.click()
    assert alone.get_attribute("aria-pressed") == "false"


def test_swap_and_language(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    panel = open_panel(opened)
    ask(opened, "denosumab", "bone")
    panel.get_by_role("button", name="Swap the two").click()
    assert ways(panel) == ["bone – bone metastasis – RANK-ligand inhibitor therapy – denosumab"]
    opened.page.locator(".header select").select_option("de")
    heading = opened.page.locator(".way h3").inner_text()
    assert "Knochenmetastase" in heading
    assert "Denosumab" in heading
    assert opened.page.locator(".concept-box input").first.input_value() == "Knochen"


def test_boxes_by_keyboard_alone(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    panel = open_panel(opened)
    box = panel.get_by_role("combobox", name="From")
    box.focus()
    opened.page.keyboard.type("metast")
    options = panel.get_by_role("option")
    assert options.count() > 2
    opened.page.keyboard.press("ArrowDown")
    chosen = panel.locator('[role="option"][aria-selected="true"]')
    assert chosen.get_attribute("id") == box.get_attribute("aria-activedescendant")
    opened.page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert panel.is_visible()
    opened.page.keyboard.type("asis of the brain")
    opened.page.keyboard.press("Tab")
    assert box.get_attribute("data-node")
    box.fill("")
    box.blur()
    assert box.get_attribute("data-node") is None


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE, (320, 640)], ids=["desktop", "phone", "320"])
def test_panel_has_no_accessibility_violation(visit: Open, page_file: Path, theme: str, size: tuple[int, int]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = visit(page_file, size=size, theme=theme)
    open_panel(opened)
    panel = ask(opened, "breast cancer", "pleural effusion")
    panel.get_by_role("combobox", name="To").fill("bone")
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()
    panel.get_by_role("combobox", name="To").press("Enter")
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()
    assert panel.evaluate("part => part.scrollWidth - part.clientWidth") <= 0
    for button in panel.locator("button:visible").all():
        if not re.search("concept-link", button.get_attribute("class") or ""):
            assert button.bounding_box()["height"] >= 24
