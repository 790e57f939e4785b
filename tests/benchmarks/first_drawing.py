"""How soon the page draws, beside plain pyvis and bare vis-network, in one run.

``python tests/benchmarks/first_drawing.py`` makes three pages of the same random network (our own page, the page that
pyvis makes by itself, vis-network with fixed positions and nothing else), opens each in Chromium from disk with the
network off, and notes when the canvas is first drawn on. It renews the table in README.md beside it.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from metastasis_atlas import open_atlas
from metastasis_atlas.packing import unpack
from metastasis_atlas.page import escape_json
from playwright.sync_api import Browser, Playwright, sync_playwright
from tables import find_browser, write_table

NOTE_FIRST_DRAWING = """
(() => {
  for (const name of ["fill", "stroke", "fillText", "fillRect"]) {
    const draw = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...how) {
      if (window.firstDrawing === undefined && this.canvas.isConnected && this.canvas.width > 300) {
        window.firstDrawing = null;
        requestAnimationFrame(() => { window.firstDrawing = performance.now(); });
      }
      return draw.apply(this, how);
    };
  }
})();
"""
HEAD = """@prefix atlas: <https://w3id.org/metastasis-atlas/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix x: <https://example.org/> .
x:source a atlas:Source ; dcterms:title "A made-up network"@en .
x:passage a atlas:Passage ; dcterms:isPartOf x:source ; atlas:locator "all" ; atlas:modality atlas:asserted .
"""


def make_network(size: int) -> tuple[list[str], list[tuple[int, int]]]:
    """Return labels and links of a random network, the same on every run: as many links as nodes, and half again."""
    rng = random.Random(size)
    labels = [f"condition number {i}" for i in range(size)]
    links = {(rng.randrange(i), i) for i in range(1, size)}
    while len(links) < size * 3 // 2:
        a, b = rng.randrange(size), rng.randrange(size)
        if a != b:
            links.add((a, b))
    return labels, sorted(links)


def write_ours(folder: Path, labels: list[str], links: list[tuple[int, int]]) -> tuple[Path, list[tuple[float, float]]]:
    """Write our page, and return it with the places of its nodes."""
    lines = [HEAD]
    kinds = ("Condition", "MetastasisType", "Disease")
    lines += [
        f'x:n{i} a skos:Concept, atlas:{kinds[i % 3]} ; skos:prefLabel "{label}"@en .' for i, label in enumerate(labels)
    ]
    claims = " .\n  ".join(f"x:n{a} atlas:causes x:n{b}" for a, b in links)
    lines.append(f"x:passage {{\n  {claims} .\n}}")
    data = folder / "made-up.trig"
    data.write_text("\n".join(lines), encoding="utf-8")
    atlas = open_atlas(data, only=True)
    page = atlas.page().write(folder / "ours.html")
    text = page.read_text(encoding="utf-8").split('id="atlas-data">', 1)[1].split("</script>", 1)[0]
    places = {node["iri"]: (node["x"], node["y"]) for node in unpack(json.loads(text)["nodes"])}
    return page, [places[f"https://example.org/n{i}"] for i in range(len(labels))]


def write_pyvis(folder: Path, labels: list[str], links: list[tuple[int, int]]) -> Path:
    """Write the page that plain pyvis makes."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    network.add_nodes(range(len(labels)), label=labels)
    network.add_edges(links)
    path = folder / "pyvis.html"
    path.write_text(network.generate_html(), encoding="utf-8")
    return path


def write_bare(
    folder: Path, labels: list[str], links: list[tuple[int, int]], places: list[tuple[float, float]]
) -> Path:
    """Write bare vis-network, as npm has it, with the places that our page has."""
    bundle = Path(__file__).parents[2] / "graph/page/node_modules/vis-network/standalone/umd/vis-network.min.js"
    nodes = [
        {"id": i, "label": label, "x": x, "y": y} for i, (label, (x, y)) in enumerate(zip(labels, places, strict=True))
    ]
    edges = [{"from": a, "to": b, "arrows": "to"} for a, b in links]
    path = folder / "bare.html"
    path.write_text(
        "<!doctype html><meta charset=utf-8><style>html,body,#net{height:100%;margin:0}</style><div id=net></div>"
        f"<script>{bundle.read_text(encoding='utf-8')}</script><script>"
        f"const data = {{nodes: {escape_json(nodes)}, edges: {escape_json(edges)}}};"
        "new vis.Network(document.getElementById('net'), data, {physics: false, edges: {smooth: false}});</script>",
        encoding="utf-8",
    )
    return path


def measure(browser: Browser, page: Path, limit: float) -> float | None:
    """Return the milliseconds until a page first draws, or None when it takes longer than the limit, in seconds."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    try:
        tab = context.new_page()
        tab.add_init_script(NOTE_FIRST_DRAWING)
        tab.goto(page.as_uri(), wait_until="commit")
        handle: Any = tab.wait_for_function(
            "() => window.firstDrawing > 0 && window.firstDrawing", timeout=limit * 1000
        )
        return float(handle.json_value())
    except Exception as error:  # Playwright's own timeout has many faces
        if "Timeout" not in type(error).__name__:
            raise
        return None
    finally:
        context.close()


def run(playwright: Playwright, sizes: list[int], repeats: int, limit: float) -> list[list[str]]:
    """Return the rows of the table."""
    rows = []
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            folder = Path(name) / str(size)
            folder.mkdir()
            labels, links = make_network(size)
            ours, places = write_ours(folder, labels, links)
            pages = {"ours": ours, "pyvis": write_pyvis(folder, labels, links)}
            pages["bare"] = write_bare(folder, labels, links, places)
            found: dict[str, list[float]] = {}
            for _ in range(repeats):  # in turn, so that a busy moment hits all of them
                for kind, page in pages.items():
                    if kind == "pyvis" and (size > 200 or "pyvis" in found):
                        continue  # it takes minutes
                    browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
                    took = measure(browser, page, limit)
                    browser.close()
                    if took is not None:
                        found.setdefault(kind, []).append(took)
            rows.append(_row(size, found, limit))
    return rows


def _row(size: int, found: dict[str, list[float]], limit: float) -> list[str]:
    ours, bare, pyvis = (statistics.median(found[k]) if k in found else None for k in ("ours", "bare", "pyvis"))
    if not (ours and bare):
        sys.exit(f"Within {limit:.0f} s nothing was drawn at {size} nodes.")
    slow = "not measured" if size > 200 else f"above {limit:.0f} s" if pyvis is None else f"{pyvis:.0f} ms"
    ahead = f"{pyvis / ours:.0f}×" if pyvis else "–" if size > 200 else f"above {limit * 1000 / ours:.0f}×"
    return [f"{size:,}", f"{ours:.0f} ms", f"{bare:.0f} ms", f"{ours / bare:.2f}×", slow, ahead]


def main() -> None:
    """Measure, and renew the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 1_000, 5_000])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--limit", type=float, default=120, help="seconds to wait for a drawing")
    chosen = parser.parse_args()
    with sync_playwright() as playwright:
        rows = run(playwright, chosen.sizes, chosen.repeats, chosen.limit)
    head = ["nodes", "our page", "bare vis-network", "ours : bare", "plain pyvis", "pyvis : ours"]
    write_table("first drawing", head, rows)


if __name__ == "__main__":
    main()
