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
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DESKTOP, PHONE = (1440, 900), (390, 844)
PAIRS = 44


def open_panel(visit: Any) -> Any:
    visit.page.get_by_role("button", name="Find a path", exact=True).click()
    panel = visit.page.get_by_role("region", name="Find a path")
    panel.wait_for()
    return panel


def ask(visit: Any, start: str, end: str) -> Any:
    panel = visit.page.get_by_role("region", name="Find a path")
    for name, words in (("From", start), ("To", end)):
        box = panel.get_by_role("combobox", name=name)
        box.fill(words)
        expect(box).to_have_attribute("aria-expanded", "true")
        box.press("Enter")
        expect(box).to_have_attribute("aria-expanded", "false")
        expect(box).to_have_attribute("data-node", re.compile("."))
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
    network = open_atlas().network
    label = {node: data["labels"]["en"][0] for node, data in network.nodes(data=True) if data["labels"].get("en")}
    opened = visit(page_file)
    panel = open_panel(opened)
    if derived:
        panel.get_by_role("checkbox").check()
        expect(panel.get_by_role("checkbox")).to_be_checked()
    pairs = choose_pairs(network)
    assert len(pairs) >= 40
    several = 0
    for start, end in pairs[:: 3 if derived else 1]:
        ask(opened, label[start], label[end])
        for name, node in (("From", start), ("To", end)):
            expect(panel.get_by_role("combobox", name=name)).to_have_attribute("data-node", shorten(node))
        expected = find_paths(network, start, end, derived=derived, most=1000)
        told = [" – ".join(label[node] for node in path.nodes) for path in expected]
        opened.becomes(lambda: ways(panel), told[:20])
        several += len(told) > 1
        if not told:
            expect(panel.locator(".path-answer")).to_contain_text("doesn’t mean", use_inner_text=True)
    assert several > 3


def test_each_step_says_who_says_so(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    open_panel(opened)
    panel = ask(opened, "denosumb", "Knochen")
    opened.becomes(lambda: ways(panel), ["denosumab – RANK-ligand inhibitor therapy – bone metastasis – bone"])
    expect(panel.locator(".path-answer")).to_have_text("One shortest way, of 3 steps.", use_inner_text=True)
    steps = panel.locator(".way-steps > li")
    expect(steps).to_have_count(3)
    for step in steps.all():
        assert step.locator(".sentence").first.inner_text().strip()
        assert step.locator(".badge").first.inner_text().strip()
        assert "Overview" in step.locator(".where").first.inner_text()


def is_drawn(opened: Any, *labels: str) -> None:
    """The way is lifted out, and the camera has come to it."""
    opened.until(opened.drawn_labels, lambda drawn: drawn >= set(labels))
    opened.until(opened.drawn_words, lambda words: any("against" in word["text"] for word in words))
    opened.settle()
    assert opened.drawn_labels() >= set(labels)


def test_the_way_is_lifted_out_and_brought_in(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    said = opened.page.locator(".canvas").get_attribute("aria-label")
    open_panel(opened)
    panel = ask(opened, "denosumab", "bone")
    is_drawn(opened, "denosumab", "bone", "RANK-ligand inhibitor therapy")
    canvas = opened.page.locator(".canvas").bounding_box()
    for node in opened.drawn_nodes():
        if node["label"] in {"denosumab", "bone"}:
            assert canvas["x"] <= node["left"] < node["right"] <= canvas["x"] + canvas["width"]
    panel.get_by_role("button", name="Close", exact=True).click()
    expect(opened.page.locator(".canvas")).to_have_attribute("aria-label", said)


def test_the_way_is_lifted_out_although_something_else_was_selected(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=ascites")
    open_panel(opened)
    ask(opened, "denosumab", "bone")
    expect(opened.page).not_to_have_url(re.compile("focus="))
    is_drawn(opened, "denosumab", "bone")


def test_the_address_holds_the_path(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#path=Aszites..bone&ways=derived")
    page = opened.page
    panel = page.locator("#activity .path")
    boxes = panel.get_by_role("combobox")
    expect(boxes.nth(0)).to_have_value("ascites")
    expect(boxes.nth(1)).to_have_value("bone")
    expect(panel.get_by_role("checkbox")).to_be_checked()
    expect(panel.locator(".way").first).to_be_visible()
    panel.get_by_role("checkbox").uncheck()
    panel.get_by_role("button", name="Swap").click()
    expect(page).to_have_url(re.compile(r"path=bone\.\.ascites$"))
    page.reload()
    expect(boxes.nth(0)).to_have_value("bone")
    expect(panel.get_by_role("checkbox")).not_to_be_checked()
    opened.go("#path=ascites..asites")
    expect(page.locator(".notice [role=status]")).to_contain_text("knows no two concepts “ascites..asites” for a path")


@pytest.mark.parametrize("view", ["body", "table"])
def test_other_views_say_where_the_way_is_drawn(visit: Open, page_file: Path, view: str) -> None:
    opened = visit(page_file, f"#view={view}&focus=ascites")
    panel = open_panel(opened)
    go = panel.get_by_role("button", name="Go to the pathway")
    opened.settle()
    assert go.count() == 0
    ask(opened, "denosumab", "bone")
    go.click()
    expect(go).to_have_count(0)
    is_drawn(opened, "denosumab", "bone")


def test_one_of_several_ways_alone(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    open_panel(opened)
    panel = ask(opened, "breast cancer", "pleural effusion")
    opened.until(lambda: ways(panel), lambda found: len(found) > 1)
    alone = panel.get_by_role("button", name="Show way 1 alone in the drawing")
    alone.click()
    expect(alone).to_have_attribute("aria-pressed", "true")
    opened.settle()
    alone.click()
    expect(alone).to_have_attribute("aria-pressed", "false")


def test_swap_and_language(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    panel = open_panel(opened)
    ask(opened, "denosumab", "bone")
    panel.get_by_role("button", name="Swap the two").click()
    opened.becomes(lambda: ways(panel), ["bone – bone metastasis – RANK-ligand inhibitor therapy – denosumab"])
    opened.page.locator(".header select").select_option("de")
    heading = opened.page.locator(".way h3")
    expect(heading).to_contain_text("Knochenmetastase", use_inner_text=True)
    expect(heading).to_contain_text("Denosumab", use_inner_text=True)
    expect(opened.page.locator(".concept-box input").first).to_have_value("Knochen")


def test_boxes_by_keyboard_alone(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    panel = open_panel(opened)
    box = panel.get_by_role("combobox", name="From")
    box.focus()
    opened.page.keyboard.type("metast")
    options = panel.get_by_role("option")
    opened.until(options.count, lambda number: number > 2)
    opened.page.keyboard.press("ArrowDown")
    chosen = panel.locator('[role="option"][aria-selected="true"]')
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(chosen).to_have_count(1)
    expect(box).to_have_attribute("aria-activedescendant", chosen.get_attribute("id"))
    opened.page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    opened.settle()
    assert panel.is_visible()
    opened.page.keyboard.type("asis of the brain")
    opened.page.keyboard.press("Tab")
    expect(box).to_have_attribute("data-node", re.compile("."))
    box.fill("")
    box.blur()
    expect(box).not_to_have_attribute("data-node", re.compile(""))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE, (320, 640)], ids=["desktop", "phone", "320"])
def test_panel_has_no_accessibility_violation(visit: Open, page_file: Path, theme: str, size: tuple[int, int]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = visit(page_file, size=size, theme=theme)
    open_panel(opened)
    panel = ask(opened, "breast cancer", "pleural effusion")
    panel.get_by_role("combobox", name="To").fill("bone")
    expect(panel.get_by_role("combobox", name="To")).to_have_attribute("aria-expanded", "true")
    opened.settle()
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()
    panel.get_by_role("combobox", name="To").press("Enter")
    expect(panel.get_by_role("combobox", name="To")).to_have_attribute("aria-expanded", "false")
    opened.settle()
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()
    assert panel.evaluate("part => part.scrollWidth - part.clientWidth") <= 0
    for button in panel.locator("button:visible").all():
        if not re.search("concept-link", button.get_attribute("class") or ""):
            assert button.bounding_box()["height"] >= 24
