"""Display data -> pyvis network -> one HTML string that works from disk, with the network off.

The page's scripts are bundled into the package when it is built. A Content-Security-Policy allows exactly them, by
their hashes, and no request. The SPARQL engine, the console's editor and the dataset lie compressed in elements that
nobody reads before the console is opened.
"""

import base64
import gzip
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from typing import Final

from metastasis_atlas.errors import AtlasError
from metastasis_atlas.namespaces import OURS, PREFIXES
from metastasis_atlas.packing import Json, pack
from metastasis_atlas.view import Display

DISCLAIMER: Final = "For education, not medical advice."


@dataclass(frozen=True)
class Console:
    """What the page's SPARQL console holds: the dataset as N-Quads without the merge, and the competency questions."""

    dataset: bytes = b""
    questions: list[Json] | None = None


def render_page(display: Display, console: Console | None = None) -> str:
    """Return the whole page as one HTML string; without a console's data, its console says that it has none.

    Raises AtlasError when the package was installed without the page's scripts.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    script, style, editor = (_read_static(name).decode() for name in ("page.js", "page.css", "editor.js"))
    if "</script" in script.lower() or "</style" in style.lower():
        raise AtlasError("The page's scripts would end their own element. Build the package anew.")
    data = display.to_json() | _draw(display) | {"console": _show_console(console)}
    environment = Environment(
        loader=PackageLoader("metastasis_atlas"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    # The three pieces below are ours or escaped for where they stand; everything else is escaped by the template.
    return environment.get_template("page.html").render(
        title=display.title,
        disclaimer=DISCLAIMER,
        policy=make_policy((script, editor), style),
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
        data=Markup(escape_json(data)),  # noqa: S704
        parcels=_pack(editor, console) if console else {},
    )


def _show_console(console: Console | None) -> Json:
    return {"questions": (console and console.questions) or [], "prefixes": PREFIXES, "ours": OURS}


def _pack(editor: str, console: Console) -> dict[str, str]:
    """Return what waits in the page until the console is opened: gzip, or what the build has compressed, as base64."""
    zipped = {"editor": editor.encode(), "engine": _read_static("engine.js"), "dataset": console.dataset}
    packed = {name: gzip.compress(content, mtime=0) for name, content in zipped.items()}
    packed["wasm"] = _read_static("engine.wasm.br")
    return {name: base64.b64encode(content).decode() for name, content in packed.items()}


def _draw(display: Display) -> Json:
    """Return nodes, where pyvis's network has them, and edges; packed, as there may be thousands."""
    drawn = {node["id"]: node for node in build_pyvis_data(display)["nodes"]}
    nodes = [node | {axis: _round(drawn[node["id"]][axis]) for axis in ("x", "y")} for node in display.nodes]
    return {"nodes": pack(nodes), "edges": pack(display.edges)}


def build_pyvis_data(display: Display) -> Json:
    """Return what pyvis makes of the display data: nodes and edges as vis-network reads them, positions fixed."""
    from pyvis.network import Network

    network = Network(directed=True)
    for node in display.nodes:
        # pyvis takes an empty label for none and shows the id instead.
        network.add_node(
            node["id"],
            label=node["label"] or " ",
            x=node["x"],
            y=node["y"],
            physics=False,
            group=node["class"],
        )
    for edge in display.edges:
        network.add_edge(edge["from"], edge["to"], id=edge["id"], dashes=edge["derived"], physics=False)
    nodes, edges, *_ = network.get_network_data()
    return {"nodes": nodes, "edges": edges}


def _round(place: float) -> float:
    """Return a coordinate with no more digits than can be seen."""
    place = round(place, 2)
    return int(place) if place.is_integer() else place


def escape_json(data: object) -> str:
    r"""Return data as JSON that can stand in a script element: nothing in it can end the element or open another.

    >>> escape_json("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def make_policy(scripts: Iterable[str], style: str) -> str:
    """Return the Content-Security-Policy: these scripts and style by their hashes, and no request.

    The engine is WebAssembly in a worker that the page makes of its own text.
    """
    hashes = " ".join(f"'{_hash(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes} 'wasm-unsafe-eval'; worker-src blob:; "
        f"style-src '{_hash(style)}'; img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _read_static(name: str) -> bytes:
    file = resources.files("metastasis_atlas") / "static" / name
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise AtlasError(
            "The page's scripts are missing: the package was installed without them. "
            "Install it again without METASTASIS_ATLAS_SKIP_PAGE."
        ) from None
