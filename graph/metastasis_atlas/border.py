"""Our terms, triples and quads -> the engine's and back, and terms -> rdflib's: the only border post."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from metastasis_atlas.sparql import Term

if TYPE_CHECKING:
    from rdflib.term import Node

XSD_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


def to_term(one: object) -> Term:
    """Translate a term of the engine."""
    if isinstance(one, ox.NamedNode):
        return Term("iri", one.value)
    if isinstance(one, ox.BlankNode):
        return Term("bnode", one.value)
    if isinstance(one, ox.Literal):
        return Term("literal", one.value, one.datatype.value, one.language or "")
    if isinstance(one, ox.Triple):
        return Term("triple", str(one))
    raise ValueError(f"Unexpected term of the engine: {one!r}")


def to_graph_name(name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> str:
    """Return the IRI of a graph, "_:name" for a blank one, "" for the default graph."""
    if isinstance(name, ox.DefaultGraph):
        return ""
    return name.value if isinstance(name, ox.NamedNode) else f"_:{name.value}"


def to_quad(triple: tuple[Term, Term, Term], graph: str = "") -> ox.Quad:
    """Translate a triple to the engine's, in a named graph or in the default one."""
    subject, predicate, value = (to_engine(term) for term in triple)
    if isinstance(subject, ox.Literal) or not isinstance(predicate, ox.NamedNode):
        raise ValueError(f"Unexpected triple: {triple!r}")
    return ox.Quad(subject, predicate, value, ox.NamedNode(graph) if graph else ox.DefaultGraph())


def to_engine(term: Term) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Translate a term to the engine's."""
    if term.kind == "iri":
        return ox.NamedNode(term.value)
    if term.kind == "bnode":
        return ox.BlankNode(term.value)
    if term.kind == "literal":
        if term.language:
            return ox.Literal(term.value, language=term.language)
        return ox.Literal(term.value, datatype=ox.NamedNode(term.datatype or XSD_STRING))
    raise ValueError(f"Unexpected term: {term!r}")


def to_text(term: Term) -> str:
    """Return a term as SPARQL writes it, escaped."""
    return str(to_engine(term))


def to_rdflib(term: Term) -> Node:
    """Translate a term to rdflib's: the border post. A plain string equals ``rdflib.Literal("x")``."""
    import rdflib

    if term.kind == "iri":
        return rdflib.URIRef(term.value)
    if term.kind == "bnode":
        return rdflib.BNode(term.value)
    if term.kind == "literal":
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        plain = term.datatype in ("", XSD_STRING)
        return rdflib.Literal(term.value, datatype=None if plain else rdflib.URIRef(term.datatype))
    raise ValueError(f"Unexpected term: {term!r}")
