"""How the page looks, as far as a test can tell: nothing on anything else, nothing cut, letters that can be read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from metastasis_atlas.packing import unpack
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

PHONE, SMALL_PHONE, PROJECTOR = (390, 844), (320, 640), (1920, 1080)
LANGUAGES = ("en", "de", "uk", "es", "fr")

# Frames come as fast as they can be drawn: a hundred selections one after the other needn't wait for a screen.
FAST_FRAMES = """
(() => {
  const waiting = new Map();
  const channel = new MessageChannel();
  let number = 0;
  channel.port1.onmessage = () => {
    const now = [...waiting.values()];
    waiting.clear();
    for (const draw of now) draw(performance.now());
  };
  window.requestAnimationFrame = (draw) => {
    waiting.set(++number, draw);
    if (waiting.size === 1) channel.port2.postMessage(0);
    return number;
  };
  window.cancelAnimationFrame = (which) => waiting.delete(which);
})();
"""

# Notes down the plates below the words on edges, and how large each text is on the screen.
PLATES = """
(() => {
  const seen = { plates: [], texts: [], drawings: 0 };
  window.seenOnTheCanvas = seen;
  const { clearRect, roundRect, fillText } = CanvasRenderingContext2D.prototype;
  const at = (context, x, y) => {
    const point = context.getTransform().transformPoint({ x, y });
    const box = context.canvas.getBoundingClientRect();
    const ratio = context.canvas.width / box.width;
    return { x: box.x + point.x / ratio, y: box.y + point.y / ratio, scale: context.getTransform().a / ratio };
  };
  Object.assign(CanvasRenderingContext2D.prototype, {
    clearRect(...area) {
      if (this.canvas.closest(".canvas")) Object.assign(seen, { plates: [], texts: [], drawings: seen.drawings + 1 });
      return clearRect.apply(this, area);
    },
    roundRect(x, y, width, height, round) {
      const [from, to] = [at(this, x, y), at(this, x + width, y + height)];
      seen.plates.push({ left: from.x, top: from.y, right: to.x, bottom: to.y, text: "" });
      return roundRect.call(this, x, y, width, height, round);
    },
    fillText(text, ...where) {
      const { x, y, scale } = at(this, ...where);
      const last = seen.plates.at(-1);
      if (last && x >= last.left && x <= last.right && y >= last.top && y <= last.bottom) last.text += `${text} `;
      seen.texts.push({ text, px: scale * Number.parseFloat(this.font.match(/([\\d.]+)px/)[1]) });
      return fillText.call(this, text, ...where);
    },
  });
})();
"""

FIND_COLLISIONS = """
async ({ view, language, concepts }) => {
  const frames = async (count) => { while (count-- > 0) await new Promise((done) => requestAnimationFrame(done)); };
  const boxOf = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left, right, top, bottom, text: element.closest("g").textContent };
  };
  const touch = (one, other, gap) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > -gap &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > -gap;
  const isInside = (box, room) =>
    box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;
  const found = [];
  let number = 0;
  for (const concept of concepts) {
    location.hash = `#view=${view}&focus=${concept}&lang=${language}`;
    await frames(6);
    const stage = document.querySelector(view === "focus" ? ".focus-stage" : ".canvas").getBoundingClientRect();
    const isFocus = view === "focus";
    const { left, right, top, bottom } = stage;
    const room = { left, right, top, bottom: isFocus ? Infinity : bottom };
    const plates = ":is(.focus-pill, .focus-note, .focus-more) > rect:not(.focus-ring)";
    const words = isFocus ? [...document.querySelectorAll(plates)].map(boxOf) : seenOnTheCanvas.plates;
    const boxes = isFocus ? [...document.querySelectorAll(".focus-outline")].map(boxOf) : drawnByTheCanvas.nodes;
    const tell = (one, what) => found.push(`${concept}: ${one.text}${what}`);
    number += words.length;
    words.forEach((one, index) => {
      if (!isInside(one, room)) tell(one, "is cut");
      for (const other of words.slice(index + 1)) if (touch(one, other, 1.5)) tell(one, `on ${other.text}`);
      for (const box of boxes) if (touch(one, box, 0)) tell(one, `on ${box.text ?? box.lines.join(" ")}`);
    });
  }
  return { found, number };
}
"""


def open_watched(visit: Open, file: Path, fragment: str, *scripts: str, **how: Any) -> Any:
    opened = visit(file, fragment, **how)
    opened.page.emulate_media(reduced_motion="reduce")
    for script in scripts:
        opened.page.add_init_script(script)
    opened.page.reload()
    opened.page.locator("#view > *").first.wait_for()
    return opened


@pytest.fixture(scope="module")
def concepts(page_file: Path) -> list[str]:
    """Those of which most is said: a concept with one arrow has no crowd around it."""
    data = re.search(r'<script[^>]*id="?atlas-data"?[^>]*>(.*?)</script>', page_file.read_text(encoding="utf-8"), re.S)
    assert data
    display = json.loads(data[1])
    said = dict.fromkeys((node["id"] for node in unpack(display["nodes"])), 0)
    for edge in unpack(display["edges"]):
        if not edge["derived"]:
            said[edge["from"]] += 1
            said[edge["to"]] += 1
    return sorted(said, key=lambda concept: -said[concept])[:24]


@pytest.mark.parametrize("view", ["pathway", "focus"])
def test_words_on_arrows_touch_nothing_and_are_not_cut(
    visit: Open, page_file: Path, concepts: list[str], view: str
) -> None:
    opened = open_watched(visit, page_file, f"#view={view}", FAST_FRAMES, PLATES)
    for language in LANGUAGES:
        result = opened.page.evaluate(FIND_COLLISIONS, {"view": view, "language": language, "concepts": concepts})
        assert result["found"] == [], language
        assert result["number"] > 2 * len(concepts), language


def test_words_on_arrows_touch_nothing_on_a_phone(visit: Open, page_file: Path, concepts: list[str]) -> None:
    opened = open_watched(visit, page_file, "#view=pathway", FAST_FRAMES, PLATES, size=PHONE)
    result = opened.page.evaluate(FIND_COLLISIONS, {"view": "pathway", "language": "uk", "concepts": concepts})
    assert result["found"] == []
    assert result["number"] > len(concepts) / 2


def test_many_arrows_that_say_the_same_share_their_words(visit: Open, page_file: Path) -> None:
    opened = open_watched(visit, page_file, "#view=pathway&focus=metastasis", PLATES)
    words = "() => seenOnTheCanvas.plates.map(({ text }) => text).filter((text) => text.includes('kind'))"
    opened.page.wait_for_function(f"() => ({words})().length > 0")
    assert [re.sub(r"\s+", " ", text).strip() for text in opened.page.evaluate(words)] == [
        "8 × is a kind of our own addition"
    ]


@pytest.mark.parametrize("concept", ["ascites", "metastasis", "puncture"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_presenting_shows_the_selection_in_large_letters(
    visit: Open, page_file: Path, concept: str, language: str
) -> None:
    opened = open_watched(visit, page_file, f"#focus={concept}&lang={language}", PLATES, size=PROJECTOR)
    page = opened.page
    many = len(opened.drawn_nodes())
    page.locator(".present").click()
    page.wait_for_function(
        "() => seenOnTheCanvas.texts.length > 0 && seenOnTheCanvas.texts.every(({ px }) => px >= 23)"
    )
    nodes = opened.drawn_nodes()
    assert 1 < len(nodes) < many
    canvas = page.locator(".canvas").bounding_box()
    for node in nodes:
        assert canvas["x"] <= node["left"] < node["right"] <= canvas["x"] + canvas["width"]
        assert canvas["y"] <= node["top"] < node["bottom"] <= canvas["y"] + canvas["height"]
    page.locator(".present").click()
    page.wait_for_function("few => drawnByTheCanvas.nodes.length > few", arg=len(nodes))


@pytest.mark.parametrize("language", ["en", "uk"])
def test_presenting_shows_the_focus_in_large_letters(visit: Open, page_file: Path, language: str) -> None:
    opened = visit(page_file, f"#view=focus&focus=puncture&lang={language}", size=PROJECTOR)
    opened.page.locator(".present").click()
    opened.page.wait_for_function(
        """() => {
          const picture = document.querySelector(".focus-picture");
          const scale = picture.getBoundingClientRect().width / picture.viewBox.baseVal.width;
          const texts = [...picture.querySelectorAll(".focus-box text")];
          const sizes = texts.map((text) => scale * text.getAttribute("font-size"));
          return sizes.length > 0 && Math.min(...sizes) >= 24;
        }"""
    )


@pytest.mark.parametrize("size", [PROJECTOR, (1280, 720)])
def test_presenting_cuts_no_head_of_the_body_map(visit: Open, page_file: Path, size: tuple[int, int]) -> None:
    opened = visit(page_file, "#view=body&focus=ascites", size=size)
    opened.page.locator(".present").click()
    expect(opened.page.locator(".chip")).to_have_count(0)
    opened.page.wait_for_function(
        """() => {
          const room = document.querySelector(".body-room").getBoundingClientRect();
          const heads = [...document.querySelectorAll(".column-heading")].map((head) => head.getBoundingClientRect());
          const isInside = ({ top, left, right }) => top >= room.top && left >= room.left && right <= room.right;
          return heads.length > 2 && heads.every(isInside);
        }"""
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_stated_negative_keeps_its_colour_under_the_mouse(visit: Open, page_file: Path, theme: str) -> None:
    opened = open_watched(visit, page_file, "#focus=puncture", PLATES, theme=theme)
    page = opened.page
    opened.settle()
    count_red = """
    () => {
      const canvas = document.querySelector(".canvas canvas");
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      let red = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (data[at] > 150 && data[at] - Math.max(data[at + 1], data[at + 2]) > 70) red++;
      }
      return red;
    }
    """
    before = page.evaluate(count_red)
    assert before > 300
    plate = page.evaluate("seenOnTheCanvas.plates.find(({ text }) => text.includes('✕'))")
    drawings = page.evaluate("seenOnTheCanvas.drawings")
    # Its line runs on to the left of its words.
    for step in range(4, 40, 4):
        page.mouse.move(plate["left"] - step, plate["bottom"] - 3)
        page.mouse.move(plate["left"] - step, (plate["top"] + plate["bottom"]) / 2)
        if page.evaluate("document.querySelector('.canvas').classList.contains('is-over')"):
            break
    page.wait_for_function("before => seenOnTheCanvas.drawings > before", arg=drawings)
    page.wait_for_function(f"before => ({count_red})() > 0.9 * before", arg=before)


@pytest.mark.parametrize("size", [PHONE, SMALL_PHONE])
@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_all_tabs_are_in_sight(visit: Open, page_file: Path, size: tuple[int, int], language: str) -> None:
    page = visit(page_file, f"#lang={language}", size=size).page
    buttons = page.locator(".tabs button")
    expect(buttons).to_have_count(9)
    for button in buttons.all():
        box = button.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= size[0]
        assert button.evaluate("button => button.scrollWidth <= button.clientWidth + 1")


@pytest.mark.parametrize("size", [PHONE, SMALL_PHONE])
def test_on_a_phone_what_is_chosen_in_the_table_stays_in_sight(
    visit: Open, page_file: Path, size: tuple[int, int]
) -> None:
    page = visit(page_file, "#view=table", size=size).page
    row = page.locator(".listing tbody tr").nth(2)
    row.scroll_into_view_if_needed()
    row.locator("button").first.click()
    expect(page.locator(".details")).to_be_visible()
    page.wait_for_function(
        """() => {
          const sheet = document.querySelector(".details").getBoundingClientRect();
          const view = document.querySelector("#view").getBoundingClientRect();
          const inSight = (row) => {
            const { top, bottom } = row.getBoundingClientRect();
            return Math.min(bottom, sheet.top) - Math.max(top, view.top) > 60;
          };
          const rows = [...document.querySelectorAll("tr.is-selected, tr.is-touched")];
          return sheet.top - view.top > 100 && rows.some(inSight);
        }"""
    )
    expect(page.locator(".footer strong")).to_be_in_viewport(ratio=1)


def test_on_a_phone_a_sheet_folds(visit: Open, page_file: Path) -> None:
    page = visit(page_file, "#view=table&focus=ascites", size=PHONE).page
    sheet = page.locator(".details")
    whole = sheet.bounding_box()["height"]
    page.get_by_role("button", name="Fold panel").click()
    expect(page.locator(".frame")).to_have_attribute("data-folded", "true")
    assert sheet.bounding_box()["height"] < 0.3 * whole
    expect(sheet.get_by_role("heading", level=2)).to_be_in_viewport()
    page.get_by_role("button", name="Unfold panel").click()
    expect(page.locator(".frame[data-folded]")).to_have_count(0)
    assert sheet.bounding_box()["height"] == whole
    # Who goes on by keyboard sees where they are.
    page.get_by_role("button", name="Fold panel").click()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".frame[data-folded]")).to_have_count(0)


@pytest.mark.parametrize("size", [(1440, 900), PHONE])
def test_on_paper_the_body_map_is_whole_and_holds_nothing_to_press(
    visit: Open, page_file: Path, size: tuple[int, int]
) -> None:
    opened = visit(page_file, "#view=body&focus=ascites", size=size)
    page = opened.page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    picture = page.locator(".handout-picture > svg")
    assert page.locator(".handout-page").count() == 2
    assert "Other sites" not in picture.text_content()
    assert "paracentesis" in picture.text_content()
    # A ring of two outlines that is filled whole would hide what lies in it.
    assert picture.locator('[fill-rule="evenodd"]').count() > 0
    inner = picture.locator("> svg").bounding_box()
    paper = page.locator(".handout-picture").bounding_box()
    assert inner["width"] > 0.85 * paper["width"]
    assert inner["height"] > 0.7 * paper["height"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".handout-page").count() == 0


@pytest.mark.parametrize("size", [(1920, 1080), PHONE])
def test_on_paper_the_focus_is_whole_and_holds_nothing_to_press(
    visit: Open, page_file: Path, size: tuple[int, int]
) -> None:
    opened = visit(page_file, "#view=focus&focus=metastasis", size=size)
    page = opened.page
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    picture = page.locator(".handout-picture > svg")
    assert picture.locator("circle").count() == 0
    paper = page.locator(".handout-picture").bounding_box()
    for word in picture.locator("text").all():
        box = word.bounding_box()
        assert paper["x"] <= box["x"] < box["x"] + box["width"] <= paper["x"] + paper["width"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
