"""A browser for the tests that need one, the built-in page on disk, and a visitor who notices everything.

What a click or a key changes is drawn a frame later, and on a busy machine many frames later. So no test reads once
what it has just changed: Playwright's `expect(…)` looks until it is so, and where that has no word for it,
`visit.until(read, holds)` does. `visit.settle()` waits until the page has come to rest; only after it does a plain read
hold, as where something must not happen.

METASTASIS_ATLAS_SLOW_BROWSER=6 makes the browser's processor six times slower: what reads too early then fails.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

Read = TypeVar("Read")

collect_ignore = [
    "benchmarks",
    "clients",
    "conformance",
]  # these measure, or are called by tests, and hold nothing themselves

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")

SLOWNESS = float(os.environ.get("METASTASIS_ATLAS_SLOW_BROWSER") or 1)
# How long a page may take to do what it was asked, in seconds: only a failure takes that long.
PATIENCE = 15 * max(1, SLOWNESS / 2)

# Counted in frames, so that it takes as long as the machine is slow: a page at rest changes nothing that is drawn or
# said, and moves nothing. The camera sets out and presenting makes room after a few frames of nothing.
AT_REST = """
(patience) => new Promise((resolve) => {
  const enough = 20;
  const least = performance.now() + 250;
  const most = performance.now() + patience;
  let quiet = 0;
  let before = "";
  const changes = new MutationObserver(() => { quiet = 0; });
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const isMoving = () => document.getAnimations().some(
    ({ playState, effect }) => playState === "running" && effect.getComputedTiming().endTime !== Infinity,
  );
  const look = (now) => {
    const drawn = window.drawnByTheCanvas ? JSON.stringify(drawnByTheCanvas) : "";
    quiet = drawn !== before || isMoving() ? 0 : quiet + 1;
    before = drawn;
    const isAtRest = quiet >= enough && now >= least;
    if (!isAtRest && now < most) return requestAnimationFrame(look);
    changes.disconnect();
    resolve(isAtRest);
  };
  requestAnimationFrame(look);
})
"""

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


SERVING = ("server/", "test_endpoint.py", "test_hostile.py", "test_one_answer.py", "test_worker.py", "test_watchdog.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have what starts servers, and times them, run one after another: beside itself it would disturb itself."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here) and item.path.relative_to(here).as_posix().startswith(SERVING):
            item.add_marker(pytest.mark.xdist_group("servers"))


@dataclass
class Visit:
    """A page opened from disk with the network off, and what went on there."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    slowness: float = max(1, SLOWNESS)

    def go(self, fragment: str = "") -> None:
        self.page.goto(self.address + fragment)
        self.page.locator("#view > *, .broken").first.wait_for()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing changes any more."""
        assert self.page.evaluate(AT_REST, PATIENCE * 1000), "The page doesn't come to rest."

    def until(self, read: Callable[[], Read], holds: Callable[[Read], object]) -> Read:
        """Return what is read as soon as it holds."""
        deadline = time.monotonic() + PATIENCE
        while not holds(value := read()):
            assert time.monotonic() < deadline, f"It stayed at: {value!r}"
            self.page.wait_for_timeout(30)
        return value

    def becomes(self, read: Callable[[], Read], expected: Read) -> None:
        """Wait until what is read is as expected."""
        deadline = time.monotonic() + PATIENCE
        while (value := read()) != expected and time.monotonic() < deadline:
            self.page.wait_for_timeout(30)
        assert value == expected

    def switch_off(self, box: Any) -> None:
        """Uncheck a box of the legend; one that is checked in part is checked by the first click."""

        def state() -> str:
            read: str = box.evaluate("box => box.indeterminate ? 'in part' : box.checked ? 'on' : 'off'")
            return read

        while (before := state()) != "off":
            box.click()
            self.until(state, lambda now, before=before: now != before)

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
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from metastasis_atlas import open_atlas

    return open_atlas().page().write(tmp_path_factory.mktemp("page") / "atlas.html")


@pytest.fixture(scope="session")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Beside the built-in knowledge, a world whose every text would do harm if it were anything but text."""
    from hostile_world import write_world
    from metastasis_atlas import open_atlas

    folder = write_world(tmp_path_factory.mktemp("hostile"))
    return open_atlas(folder).page().write(tmp_path_factory.mktemp("hostile-page") / "atlas.html")


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open an empty page with the network off; it is closed when the test ends."""
    contexts: list[BrowserContext] = []

    def open_empty(**how: Any) -> Page:
        context = chromium.new_context(offline=True, **how)
        contexts.append(context)
        context.set_default_timeout(PATIENCE * 1000)
        page = context.new_page()
        if SLOWNESS > 1:
            context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWNESS})
        return page

    yield open_empty
    for context in contexts:
        context.close()


@pytest.fixture
def visit(open_page: Callable[..., Page]) -> Iterator[Callable[..., Visit]]:
    """Open a file; when the test ends, nothing must have been requested, logged or asked."""
    visits: list[Visit] = []

    def open_file(
        file: Path, fragment: str = "", *, size: tuple[int, int] = (1440, 900), theme: str = "light"
    ) -> Visit:
        page = open_page(
            viewport={"width": size[0], "height": size[1]}, color_scheme="dark" if theme == "dark" else "light"
        )
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
