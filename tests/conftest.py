"""A browser for the tests that need one, the built-in page on disk, and a visitor who notices everything."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

collect_ignore = ["benchmarks"]  # they measure, and hold nothing

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")

# Notes down what the canvas really draws: the outline and the words of each node, and the words on edges.
RECORDER = """
(() => {
  const drawn = { nodes: [], words: [] };
  window.drawnByTheCanvas = drawn;
  const { clearRect, fill, fillText } = CanvasRenderingContext2D.prototype;
  const PlainPath = Path2D;
  window.Path2D = class extends PlainPath {
    constructor(outline) { super(outline); this.outline = outline; }
  };
  const sizes = new Map();
  const sizeOf = (outline) => {
    if (!sizes.has(outline)) {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", outline);
      document.body.append(svg);
      svg.append(path);
      const { x, y, width, height } = path.getBBox();
      svg.remove();
      sizes.set(outline, { x, y, width, height });
    }
    return sizes.get(outline);
  };
  const at = (context, x, y) => {
    const point = context.getTransform().transformPoint({ x, y });
    const box = context.canvas.getBoundingClientRect();
    const ratio = context.canvas.width / box.width;
    return { x: box.x + point.x / ratio, y: box.y + point.y / ratio };
  };
  Object.assign(CanvasRenderingContext2D.prototype, {
    clearRect(...area) {
      drawn.nodes = [];
      drawn.words = [];
      return clearRect.apply(this, area);
    },
    fill(...how) {
      const { outline } = how[0] ?? {};
      if (outline) {
        const { x, y, width, height } = sizeOf(outline);
        const from = at(this, x, y);
        const to = at(this, x + width, y + height);
        const centre = at(this, 0, 0);
        const last = drawn.nodes.at(-1);
        if (!last || last.x !== centre.x || last.y !== centre.y) {
          drawn.nodes.push({ ...centre, left: from.x, top: from.y, right: to.x, bottom: to.y, lines: [] });
        }
      }
      return fill.apply(this, how);
    },
    fillText(text, ...where) {
      const origin = at(this, 0, 0);
      const last = drawn.nodes.at(-1);
      if (last && last.x === origin.x && last.y === origin.y) last.lines.push(text);
      else drawn.words.push({ text, ...at(this, ...where) });
      return fillText.call(this, text, ...where);
    },
  });
})();
"""


@dataclass
class Visit:
    """A page opened from disk with the network off, and what went on there."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def go(self, fragment: str = "") -> None:
        self.page.goto(self.address + fragment)
        self.page.locator("#view > *, .broken").first.wait_for()
        self.settle()

    def settle(self) -> None:
        # The camera's longest way takes 320 ms; on a busy machine it starts late and is drawn in jumps.
        self.page.wait_for_timeout(450)
        before = None
        for _ in range(30):
            now = self.page.evaluate("window.drawnByTheCanvas ? JSON.stringify(drawnByTheCanvas.nodes) : ''")
            if now == before:
                return
            before = now
            self.page.wait_for_timeout(100)

    def drawn_nodes(self) -> list[dict[str, Any]]:
        found = self.page.evaluate("drawnByTheCanvas.nodes")
        return [{**node, "label": " ".join(node["lines"])} for node in found]

    def drawn_labels(self) -> set[str]:
        return {node["label"] for node in self.drawn_nodes()}

    def drawn_words(self) -> list[dict[str, Any]]:
        words: list[dict[str, Any]] = self.page.evaluate("drawnByTheCanvas.words")
        return words

    def check_quiet(self) -> None:
        assert self.dialogs == []
        assert self.messages == []
        assert {request.split("#")[0] for request in self.requests} <= {self.address}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = os.environ.get("METASTASIS_ATLAS_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        sentence = (
            "No Chromium or Chrome was found, so the page is not tested. "
            "Install one, or say where it is with METASTASIS_ATLAS_BROWSER."
        )
        if os.environ.get("METASTASIS_ATLAS_REQUIRE_BROWSER") == "1":
            pytest.fail(sentence)
        pytest.skip(sentence)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from metastasis_atlas import open_atlas

    return open_atlas().page().write(tmp_path_factory.mktemp("page") / "atlas.html")


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Visit]]:
    """Open a file; when the test ends, nothing must have been requested, logged or asked."""
    visits: list[Visit] = []

    def open_file(
        file: Path, fragment: str = "", *, size: tuple[int, int] = (1440, 900), theme: str = "light"
    ) -> Visit:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if theme == "dark" else "light",
            offline=True,
        )
        context.set_default_timeout(8000)
        page = context.new_page()
        page.add_init_script(RECORDER)
        made = Visit(page, file.as_uri())
        # What the page makes itself, in memory, is asked of nobody.
        page.on("request", lambda r: None if r.url.startswith("blob:") else made.requests.append(r.url))
        page.on("console", lambda message: made.messages.append(message.text))
        page.on("pageerror", lambda error: made.messages.append(str(error)))

        def dismiss(dialog: Any) -> None:
            made.dialogs.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismiss)
        visits.append(made)
        made.go(fragment)
        return made

    yield open_file
    for made in visits:
        made.page.context.close()
    for made in visits:
        made.check_quiet()
