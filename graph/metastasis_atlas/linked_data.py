"""What is said of one thing -> quads about it, and where on a server it is shown.

Who says a statement, and how firmly, goes with it in every form. Where a form has named graphs, the passage is
the graph; elsewhere each claim stands a second time as an ``rdf:Statement`` with its passage and modality.
"""

from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from metastasis_atlas.namespaces import (
    ATLAS,
    CONCEPT,
    DCTERMS,
    FOAF,
    INFERRED,
    LICENCE,
    MODALITY,
    PASSAGE,
    RDF,
    RDFS,
    SOURCE,
    A,
)
from metastasis_atlas.sparql import Term
from metastasis_atlas.store import Store

Quad = tuple[Term, Term, Term, str]
SPACES: Final = {"concept": CONCEPT, "passage": PASSAGE, "source": SOURCE, "ns": ATLAS}
"""By the first part of a path the namespace that is served there."""


def find_address(iri: str, root: str = "") -> str:
    """Return where a thing is shown: a path on this server, the address itself of what is elsewhere, or nothing.

    >>> find_address("https://w3id.org/metastasis-atlas/ns#relieves", ""), find_address("javascript:alert(1)")
    ('/ns/relieves', '')
    """
    for place, space in SPACES.items():
        if iri.startswith(space) and len(iri) > len(space):
            return f"{root}/{place}/{quote(iri[len(space) :], safe='')}"
    return iri if iri.startswith(("https://", "http://")) else ""


def gather(store: Store, iri: str) -> list[Quad]:
    """Return what is said of a thing, each triple with the graphs that hold it, and what is told of these."""
    told = [*store.find(Term("iri", iri), None, None), *store.find(None, None, Term("iri", iri))]
    told += _follow(store, told)
    if iri.startswith(PASSAGE):
        told += [(s, p, o) for s, p, o, _ in store.quads(iri)]
    quads: list[Quad] = [
        (*triple, graph) for triple in dict.fromkeys(told) for graph in store.passages_of(triple) or [""]
    ]
    passages = {graph for *_, graph in quads if graph.startswith(PASSAGE)}
    about = (triple for one in sorted(passages) for triple in store.find(Term("iri", one), None, None))
    quads += ((*triple, "") for triple in about)
    # What is said of the thing itself comes first.
    return sorted(dict.fromkeys(quads), key=lambda quad: (quad[3], quad[0].value != iri, quad))


def describe_document(address: str, iri: str, note: str) -> list[Quad]:
    """Return what a document says of itself: what it is about, its licence, and what it is not."""
    document = Term("iri", address)
    return [
        (document, Term("iri", FOAF + "primaryTopic"), Term("iri", iri), ""),
        (document, Term("iri", DCTERMS + "license"), Term("iri", LICENCE), ""),
        (document, Term("iri", RDFS + "comment"), Term("literal", note, language="en"), ""),
    ]


def _follow(store: Store, told: Iterable[tuple[Term, Term, Term]]) -> list[tuple[Term, Term, Term]]:
    """Return what is told of the nodes without a name that triples lead to, and those lead to."""
    found: dict[tuple[Term, Term, Term], None] = {}
    seen: set[Term] = set()
    ahead = [end for s, _, o in told for end in (s, o) if end.kind == "bnode"]
    while ahead:
        node = ahead.pop()
        if node in seen:
            continue
        seen.add(node)
        for triple in store.find(node, None, None):
            found[triple] = None
            ahead += [triple[2]] if triple[2].kind == "bnode" else []
    return list(found)


def reify(quads: Iterable[Quad]) -> list[Quad]:
    """Return quads for a form without named graphs: each claim a second time, with who says it and how firmly."""
    quads = list(quads)
    modality = {s.value: o for s, p, o, _ in quads if p.value == MODALITY}
    out = [(s, p, o, "") for s, p, o, _ in quads]
    for number, (s, p, o, graph) in enumerate(quads):
        if not graph.startswith(PASSAGE) and graph != INFERRED:
            continue
        node = Term("bnode", f"claim{number}")
        told = {A: Term("iri", RDF + "Statement"), DCTERMS + "isPartOf": Term("iri", graph)}
        told |= {RDF + "subject": s, RDF + "predicate": p, RDF + "object": o}
        told |= {MODALITY: modality[graph]} if graph in modality else {}
        out += [(node, Term("iri", prop), value, "") for prop, value in told.items()]
    return list(dict.fromkeys(sorted(out, key=lambda quad: quad[0].kind == "bnode")))
