"""The drawing in a browser: lay names, words beside lines, letters that can be read, what a lit answer shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from test_page_stage import FAST_FRAMES, LANGUAGES, PHONE, PLATES, SMALL_PHONE, open_watched

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

BUSY = ["breast-cancer", "metastasis", "ascites", "puncture", "bone-metastasis", "local-therapy", "pleural-effusion"]

# Notes down each line that is drawn whole and not dimmed, as points of the window.
LINES = """
(() => {
  const seen = { lines: [] };
  window.linesOnTheCanvas = seen;
  const { clearRect, beginPath, moveTo, bezierCurveTo, stroke } = CanvasRenderingContext2D.prototype;
  let points = [];
  let last;
  const at = (context, { x, y }) => {
    const point = context.getTransform().transformPoint({ x, y });
    const box = context.canvas.getBoundingClientRect();
    const ratio = context.canvas.width / box.width;
    return { x: box.x + point.x / ratio, y: box.y + point.y / ratio };
  };
  Object.assign(CanvasRenderingContext2D.prototype, {
    clearRect(...area) {
      if (this.canvas.closest(".canvas")) seen.lines = [];
      return clearRect.apply(this, area);
    },
    beginPath() {
      points = [];
      return beginPath.call(this);
    },
    moveTo(x, y) {
      last = { x, y };
      return moveTo.call(this, x, y);
    },
    bezierCurveTo(a, b, c, d, x, y) {
      for (let step = 0; step <= 24; step++) {
        const [share, rest] = [step / 24, 1 - step / 24];
        const mix = (from, first, second, to) =>
          rest ** 3 * from + 3 * share * rest ** 2 * first + 3 * share ** 2 * rest * second + share ** 3 * to;
        points.push(at(this, { x: mix(last.x, a, c, x), y: mix(last.y, b, d, y) }));
      }
      last = { x, y };
      return bezierCurveTo.call(this, a, b, c, d, x, y);
    },
    stroke(...how) {
      const alpha = Number(/rgba\\(.*,\\s*([\\d.]+)\\)/.exec(this.strokeStyle)?.[1] ?? 1) * this.globalAlpha;
      if (!how[0] && points.length > 0 && alpha > 0.5 && this.canvas.closest(".canvas")) seen.lines.push(points);
      return stroke.apply(this, how);
    },
  });
})();
"""

# Words may stand on their own line; "8 × is a kind of" on those that they speak for.
FIND_CROSSED = """
async ({ concepts, language }) => {
  const frames = async (count) => { while (count-- > 0) await new Promise((done) => requestAnimationFrame(done)); };
  const found = [];
  let number = 0;
  for (const concept of concepts) {
    location.hash = `#view=pathway&focus=${concept}&lang=${language}`;
    await frames(6);
    for (const { left, right, top, bottom, text } of seenOnTheCanvas.plates) {
      const isIn = ({ x, y }) => x > left && x < right && y > top && y < bottom;
      const crossing = linesOnTheCanvas.lines.filter((line) => line.some(isIn)).length;
      number++;
      if (crossing > Number(/^(\\d+) ×/.exec(text)?.[1] ?? 1)) found.push(`${concept}: ${text}on ${crossing} lines`);
    }
  }
  return { found, number, lines: linesOnTheCanvas.lines.length };
}
"""


@pytest.mark.parametrize("size", [(1440, 900), PHONE])
def test_words_on_arrows_lie_across_no_other_line(visit: Open, page_file: Path, size: tuple[int, int]) -> None:
    opened = open_watched(visit, page_file, "#view=pathway", FAST_FRAMES, PLATES, LINES, size=size)
    for language in ("en", "de", "uk"):
        result = opened.page.evaluate(FIND_CROSSED, {"concepts": BUSY, "language": language})
        assert result["found"] == [], language
        assert result["number"] > len(BUSY)
        assert result["lines"] > 1


@pytest.mark.parametrize("concept", BUSY)
def test_what_is_selected_is_read_in_letters_of_twelve_pixels(visit: Open, page_file: Path, concept: str) -> None:
    opened = open_watched(visit, page_file, f"#view=pathway&focus={concept}", PLATES)
    opened.page.wait_for_function(
        "() => { const { texts, plates } = seenOnTheCanvas;"
        " return texts.length > 10 && texts.slice(0, -4 * plates.length || undefined).every(({ px }) => px >= 12); }"
    )


def test_plain_wording_names_concepts_by_a_lay_word(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#view=pathway&focus=ascites")
    details = opened.page.get_by_role("region", name="Details")
    expect(details.locator(".other-wording")).to_have_text("In plain words: fluid in the belly")
    opened.page.get_by_role("button", name="Plain", exact=True).click()
    opened.until(opened.drawn_labels, lambda labels: {"fluid in the belly", "lining of the belly", "liver"} <= labels)
    assert "ascites" not in opened.drawn_labels()
    expect(details.get_by_role("heading", level=2)).to_have_text("Fluid in the belly")
    expect(details.locator(".other-wording")).to_have_text("Clinical name: ascites")
    # What a source says stays in its words, and what is named there can be pressed all the same.
    expect(details.locator(".sentence").first).to_contain_text("Ascites accumulates", use_inner_text=True)
    expect(details.locator(".concept-link", has_text="abdominal cavity").first).to_be_visible()


@pytest.mark.parametrize(
    ("view", "drawn"),
    [
        ("body", ".card.is-chosen text"),
        ("focus", ".focus-box.is-middle text"),
        ("table", ".listing tbody tr:has-text('Wasser')"),
    ],
)
def test_plain_wording_reaches_every_view(visit: Open, page_file: Path, view: str, drawn: str) -> None:
    page = visit(page_file, f"#view={view}&focus=ascites&wording=plain&lang=de").page
    expect(page.locator(drawn).first).to_contain_text("Wasser")


@pytest.mark.parametrize("size", [PHONE, SMALL_PHONE])
@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_the_hint_covers_no_drawing(
    visit: Open, page_file: Path, size: tuple[int, int], language: str
) -> None:
    page = visit(page_file, f"#view=pathway&lang={language}", size=size).page
    expect(page.locator(".hint")).to_be_visible()
    canvas, bar = (page.locator(one).bounding_box() for one in (".canvas", ".pathway-bar"))
    assert canvas["y"] + canvas["height"] <= bar["y"] + 0.5
    for part in (".hint", ".pathway-bar .controls"):
        box = page.locator(part).bounding_box()
        assert bar["y"] <= box["y"]
        assert box["y"] + box["height"] <= bar["y"] + bar["height"]
    assert canvas["height"] > 0.4 * size[1]


def test_a_lit_answer_comes_into_view_whole(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#view=pathway")
    opened.page.emulate_media(reduced_motion="reduce")
    for _ in range(4):
        opened.page.get_by_role("button", name="Zoom in").click()
    opened.until(opened.drawn_nodes, lambda nodes: any(node["left"] < 0 or node["top"] < 0 for node in nodes))
    opened.page.evaluate("location.hash = '#view=pathway&ask=where-does-breast-cancer-metastasise'")
    expect(opened.page.locator(".activity")).to_contain_text(re.compile("brain"))
    opened.page.wait_for_function(
        """labels => {
          const canvas = document.querySelector(".canvas").getBoundingClientRect();
          const isInside = ({ left, right, top, bottom }) =>
            left >= canvas.left && right <= canvas.right && top >= canvas.top && bottom <= canvas.bottom;
          const { nodes } = drawnByTheCanvas;
          return labels.every((label) => nodes.some((node) => node.lines.join(" ") === label && isInside(node)));
        }""",
        arg=["breast cancer", "bone", "brain", "lung", "liver", "pleura", "peritoneum", "soft tissue", "skin"],
    )
