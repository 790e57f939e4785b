"""A store or network -> files of other tools: Turtle, TriG, JSON-LD, GraphML, GEXF, CSV.

GraphML knows no lists and GEXF no tuple keys, so attributes are flattened to text, and edges numbered. What is claimed
with a text as value is a row of CSV like any other, and an attribute "facts" of its node. Text that a spreadsheet would
take for a formula is quoted on its way into CSV. Turtle has no named graphs to keep what is derived apart, so it holds
what is stated alone.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

import networkx as nx

from metastasis_atlas.errors import AtlasError
from metastasis_atlas.namespaces import shorten
from metastasis_atlas.sentences import Phrasebook
from metastasis_atlas.store import Store
from metastasis_atlas.traversal import Edge

_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_COLUMNS: Final = (
    "subject", "subject_label", "property", "property_label", "object", "object_label", "sentence", "derived",
    "modality", "modalities", "quantifier", "passage", "locator", "source", "note",
)  # fmt: skip
_JOINT: Final = "; "
_TURTLE_HEAD: Final = (
    b"# Metastasis Atlas. For education, not medical advice.\n"
    b"# What the rules derive is left out: the atlas derives it anew when it reads this.\n"
    b"# The whole, with who says what and what is derived, is the TriG: metastasis-atlas export trig\n\n"
)


def export(form: str, store: Store, network: "nx.MultiDiGraph[str]", others: Iterable[str] = ()) -> bytes:
    """Return everything in a format (one of FORMATS), as UTF-8.

    Raises AtlasError when the format is none that is known; it names ``others``, too.
    """
    write = FORMATS.get(form.lower())
    if write is None:
        raise AtlasError(f'"{form}" is no format to export. There are {", ".join([*sorted(FORMATS), *others])}.')
    return write(store, network)


def flatten(network: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """Return a changeable copy whose attributes are all text and whose edge keys are numbers."""
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph(name="Metastasis Atlas. For education, not medical advice. CC BY 4.0")
    for node, data in network.nodes(data=True):
        flat.add_node(
            shorten(node),
            label=_clean(data["label"]),
            iri=node,
            **{"class": shorten(data["class"]), "definition": _clean(data["definition"])},
            facts=_clean(_JOINT.join(f"{shorten(p)}: {value} ({shorten(graph)})" for p, value, graph in data["facts"])),
        )
    edges = sorted(network.edges(keys=True, data=True), key=lambda e: (e[0], e[1], e[2]))
    for number, (u, v, _, data) in enumerate(edges):
        flat.add_edge(shorten(u), shorten(v), key=number, **_edge_attributes(data))
    return flat


def _edge_attributes(data: Any) -> dict[str, str | bool]:
    return {
        "label": _clean(data["label"]),
        "property": shorten(data["property"]),
        "passage": shorten(data["passage"]),
        "source": shorten(data["source"]),
        "locator": _clean(data["locator"]),
        "modality": shorten(data["modality"]),
        "modalities": _join(data["modalities"]),
        "quantifier": shorten(data.get("quantifier", "")),
        "note": _clean(data.get("note", "")),
        "derived": bool(data["derived"]),
    }


def _join(iris: Iterable[str]) -> str:
    return _JOINT.join(map(shorten, iris))


def _clean(text: str) -> str:
    """Leave out what XML can't hold."""
    return _NOT_XML.sub("", text)


def _write_graphml(store: Store, network: "nx.MultiDiGraph[str]") -> bytes:
    buffer = io.BytesIO()
    nx.write_graphml_xml(flatten(network), buffer)
    return buffer.getvalue()


def _write_gexf(store: Store, network: "nx.MultiDiGraph[str]") -> bytes:
    flat = flatten(network)
    for _, _, data in flat.edges(data=True):
        data["says"] = data.pop("label")  # GEXF has a label of its own for edges, which networkx does not write
    buffer = io.BytesIO()
    nx.write_gexf(flat, buffer)
    # networkx notes the day, which would make each export another.
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", buffer.getvalue())


def _write_csv(store: Store, network: "nx.MultiDiGraph[str]") -> bytes:
    phrases = Phrasebook(network)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    edges = sorted(network.edges(keys=True, data=True), key=lambda e: (e[0], e[2], e[1]))
    for u, v, key, data in edges:
        row = _write_row(Edge(u, key[0], v, data), (shorten(v), phrases.label(v)), phrases)
        writer.writerow(defuse(cell) for cell in row)
    for fact in _find_facts(network, phrases):
        row = _write_row(fact, (fact.object, fact.object), phrases)
        writer.writerow(defuse(cell) for cell in row)
    return out.getvalue().encode()


def _write_row(claim: Edge, value: tuple[str, str], phrases: Phrasebook) -> tuple[str, ...]:
    """Return the cells of a claim whose object and its label are given."""
    data = claim.data
    return (
        shorten(claim.subject), phrases.label(claim.subject), shorten(claim.property), data["label"], *value,
        phrases.say(claim), str(data["derived"]).lower(), shorten(data["modality"]), _join(data["modalities"]),
        shorten(data.get("quantifier", "")), shorten(data["passage"]), data["locator"], shorten(data["source"]),
        data.get("note", ""),
    )  # fmt: skip


def _find_facts(network: "nx.MultiDiGraph[str]", phrases: Phrasebook) -> Iterator[Edge]:
    """Yield what is claimed with a text as value, as edges whose object is that text."""
    for node, known in sorted(network.nodes(data=True)):
        for prop, value, passage in known["facts"]:
            said: Mapping[str, Any] = network.graph["passages"].get(passage, {})
            modality = said.get("modality", "")
            data = {name: said.get(name, "") for name in ("source", "locator", "quantifier", "note")}
            data |= {"passage": passage, "derived": False, "label": phrases.name("properties", prop)}
            data |= {"modality": modality, "modalities": (modality,) if modality else ()}
            yield Edge(node, prop, value, data)


def defuse(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> defuse("=1+1"), defuse("ascites")
    ("'=1+1", 'ascites')
    """
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


FORMATS: Final[dict[str, Callable[[Store, "nx.MultiDiGraph[str]"], bytes]]] = {
    "turtle": lambda store, network: _TURTLE_HEAD + store.write("turtle"),
    "trig": lambda store, network: store.write("trig"),
    "json-ld": lambda store, network: store.write("json-ld"),
    "graphml": _write_graphml,
    "gexf": _write_gexf,
    "csv": _write_csv,
}
