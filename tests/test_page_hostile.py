"""Hostile labels stay text wherever a text can appear: search, table, SVG, print, tooltip, hash, tour, quiz.

The visitor holds each test to no dialog, no message and no request.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from hostile_world import FORMULA, IMAGE, LABELS, LINK, LONG, SCRIPT, TURNED

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DESKTOP, PHONE = (1440, 900), (390, 844)
WORLD = "https://example.org/"


def expect(locator: Any) -> Any:
    from playwright.sync_api import expect as expecting

    return expecting(locator)


def hold(opened: Any) -> None:
    """Nothing of the data has become an element, a script or a way out, and nothing is wider than the window."""
    page = opened.page
    expect(page.locator("img, iframe, object, embed, [onerror]")).to_have_count(0)
    # The data, the page, and what waits for the console: editor, engine, its WebAssembly and its dataset.
    expect(page.locator("script")).to_have_count(6)
    expect(page.locator('a[href^="javascript" i], [href^="javascript" i]')).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def take(opened: Any, name: str) -> bytes:
    with opened.page.expect_download() as waiting:
        opened.page.get_by_role("button", name=name).first.click()
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize(
    ("words", "label"),
    [("onerror", IMAGE), ("/script", SCRIPT), ("javascript alert", LINK), ("turned", TURNED), ("long", LONG)],
    ids=["image", "script", "link", "turned", "long"],
)
def test_search_and_details(visit: Open, hostile_file: Path, words: str, label: str) -> None:
    opened = visit(hostile_file)
    opened.page.get_by_role("combobox", name="Search").fill(words)
    option = opened.page.get_by_role("option").filter(has=opened.page.get_by_text(label, exact=True)).first
    expect(option.locator(".hit-label")).to_have_text(label, use_inner_text=True)
    hold(opened)
    option.click()
    details = opened.page.get_by_role("region", name="Details")
    expect(details.get_by_role("heading", level=2)).to_have_text(re.compile(re.escape(label), re.IGNORECASE))
    details.locator(".source-name").first.click()
    expect(details.locator(".source-line").first).to_contain_text(f"{IMAGE} · {IMAGE} · Publisher: {SCRIPT}")
    hold(opened)


def test_letters_turned_round_stay_in_their_own_words(visit: Open, hostile_file: Path) -> None:
    opened = visit(hostile_file, f"#focus={WORLD}turned")
    sentence = opened.page.locator(".details .sentence").first
    expect(sentence).to_contain_text("turned")
    assert sentence.evaluate("one => getComputedStyle(one).unicodeBidi") == "isolate"


def test_table_and_its_file(visit: Open, hostile_file: Path) -> None:
    opened = visit(hostile_file, "#view=table&show=all")
    page = opened.page
    page.get_by_role("button", name="In sentences").click()
    page.get_by_role("searchbox", name="Find in the table").fill("onerror")
    rows = page.locator(".listing tbody tr")
    expect(rows.first.locator(".cell-subject")).to_contain_text(SCRIPT)
    expect(rows.first.locator(".cell-source")).to_contain_text(f"@{IMAGE} {SCRIPT}")
    hold(opened)
    head, *body = list(csv.reader(io.StringIO(take(opened, "CSV").decode("utf-8-sig"), newline="")))
    assert body
    assert all(len(row) == len(head) for row in body)
    told = {cell for row in body for cell in row}
    assert {IMAGE, SCRIPT, LINK, LONG, f"'{FORMULA}", f"'@{IMAGE} {SCRIPT}"} <= told
    assert not [cell for cell in told if cell[:1] in "=+@-" and cell]
    page.get_by_role("radio", name="Concepts").or_(
        page.get_by_role("button", name="Concepts", exact=True)
    ).first.click()
    page.get_by_role("searchbox", name="Find in the table").fill("javascript")
    expect(rows.filter(has_text=LINK).first).to_be_visible()
    hold(opened)


@pytest.mark.parametrize("view", ["pathway", "body", "focus"])
def test_svg(visit: Open, hostile_file: Path, view: str) -> None:
    opened = visit(hostile_file, f"#view={view}&focus={WORLD}script&with=image,link,formula,turned,long,control")
    opened.page.locator('.activities [data-activity="take-away"] button').click()
    read = ElementTree.fromstring(take(opened, "SVG"))
    names = {part.tag.rpartition("}")[2] for part in read.iter()}
    assert not names & {"script", "img", "image", "foreignObject", "iframe", "a"}
    for part in read.iter():
        assert not [name for name in part.attrib if name.lower().startswith("on")]
        assert not [value for value in part.attrib.values() if value.lower().startswith("javascript")]
    assert "<img" in "".join(read.itertext())
    hold(opened)


def test_print(visit: Open, hostile_file: Path) -> None:
    opened = visit(hostile_file, f"#focus={WORLD}script&with=image,link,turned,long")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    expect(opened.page.locator(".handout-details")).to_contain_text(IMAGE)
    hold_print(opened)
    assert opened.page.pdf()[:4] == b"%PDF"


def hold_print(opened: Any) -> None:
    expect(opened.page.locator("img, iframe, object, embed, [onerror], foreignObject")).to_have_count(0)
    expect(opened.page.locator('[href^="javascript" i]')).to_have_count(0)


@pytest.mark.parametrize("view", ["pathway", "focus", "table"])
def test_tooltip(visit: Open, hostile_file: Path, view: str) -> None:
    """What a pointer that rests is told: the browser's own tooltips, whose text can't be markup."""
    opened = visit(hostile_file, f"#view={view}&focus={WORLD}script&with=image,link,turned,long")
    for part in opened.page.locator("[title]").all()[:40]:
        if part.is_visible():
            part.hover(force=True)
    canvas = opened.page.locator(".canvas")
    if view == "pathway":
        place = canvas.bounding_box()
        for node in opened.drawn_nodes():
            if (
                place["x"] < node["x"] < place["x"] + place["width"]
                and place["y"] < node["y"] < place["y"] + place["height"]
            ):
                opened.page.mouse.move(node["x"], node["y"])
    expect(opened.page.locator(".vis-tooltip")).to_have_count(0)
    hold(opened)


# Parts that are read alike are held to one label that would be an element and one that would turn the letters.
ADDRESSES = [(part, label) for part in ("focus", "view") for label in LABELS] + [
    (part, label)
    for part in ("statement", "passage", "tour", "quiz", "path", "with", "lang", "classes")
    for label in (IMAGE, TURNED)
]


@pytest.mark.parametrize(("part", "label"), ADDRESSES, ids=lambda text: text[:12])
def test_hash(visit: Open, page_file: Path, part: str, label: str) -> None:
    opened = visit(page_file, f"#{part}={quote(label)}")
    notice = opened.page.locator(".notice [role=status]")
    if part not in ("with", "classes"):
        expect(notice).to_contain_text(label.replace("\u202e", "").split()[0][:40])
        assert len(notice.inner_text()) < 160
    expect(opened.page.locator(".details")).to_have_count(0)
    expect(opened.page.locator('.tabs [aria-current="page"]')).to_have_text(re.compile("Pathway"))
    hold(opened)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_tour(visit: Open, hostile_file: Path, size: tuple[int, int]) -> None:
    opened = visit(hostile_file, size=size)
    page = opened.page
    page.locator('.activities [data-activity="tours"] button').click()
    first = page.locator(".start-list > li").first
    expect(first.locator(".start-title")).to_have_text(IMAGE, use_inner_text=True)
    expect(first.locator("p")).to_contain_text(SCRIPT)
    first.get_by_role("button").click()
    panel = page.locator(".activity")
    expect(panel.get_by_role("heading", level=2)).to_have_text(SCRIPT, use_inner_text=True)
    expect(panel.locator(".tour-text")).to_contain_text(f"{IMAGE} ascites {SCRIPT} {LINK}")
    panel.locator(".passage-button").first.click()
    expect(panel.locator(".passage-content")).to_contain_text(f"Publisher: {SCRIPT}")
    hold(opened)
    panel.get_by_role("button", name="Next step").click()
    expect(panel.get_by_role("heading", level=2)).to_have_text(LONG, use_inner_text=True)
    hold(opened)
    if size == DESKTOP:
        page.get_by_role("button", name="Present").click()
        hold(opened)


def test_quiz(visit: Open, hostile_file: Path) -> None:
    opened = visit(hostile_file)
    page = opened.page
    page.locator('.activities [data-activity="quiz"] button').click()
    panel = page.locator("#activity .quiz")
    panel.locator(".quiz-shuffle input").uncheck()
    panel.locator(".start-entry").filter(has_text=IMAGE).click()
    expect(panel.locator(".quiz-ask")).to_have_text(f"{IMAGE}{SCRIPT}", use_inner_text=True)
    panel.locator(".quiz-peek summary").click()
    expect(panel.locator(".quiz-peek")).to_contain_text(f"@{IMAGE} {SCRIPT}")
    hold(opened)
    panel.get_by_role("checkbox", name=IMAGE).check()
    panel.get_by_role("button", name="Check").click()
    expect(panel.locator(".quiz-explain")).to_contain_text(f"{SCRIPT} {LINK}")
    panel.locator(".quiz-passages .source-name").click()
    expect(panel.locator(".quiz-passages .source-line")).to_contain_text(IMAGE)
    hold(opened)
    panel.locator(".quiz-on .quiz-button.is-main").click()
    panel.get_by_label("1: from").select_option(f"{WORLD}script")
    panel.get_by_label("2: to").select_option(f"{WORLD}image")
    panel.get_by_role("button", name="relieves", exact=True).click()
    expect(panel.locator(".quiz-message")).to_contain_text(SCRIPT)
    hold(opened)
