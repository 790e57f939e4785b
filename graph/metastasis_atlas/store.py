"""Quads -> the Oxigraph store, which answers SPARQL and hands out an rdflib Dataset.

The default graph is the *merge*: the set of all triples of all named graphs and of the files' own default graphs; the
named graphs stay beside it. So a plain pattern needs no GRAPH, counts are right, and FROM means what it says. Only this
room and its neighbours below know the engine; terms cross to rdflib at one border post, :func:`to_rdflib`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from metastasis_atlas.errors import QueryError
from metastasis_atlas.namespaces import INFERRED, PREFIXES
from metastasis_atlas.sparql import DatasetClause, Solutions, Term, check_measure, find_fault, read_dataset_clause

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

RESULT_FORMATS: Final = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPH_FORMATS: Final = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "json-ld": ox.RdfFormat.JSON_LD,
}
XSD_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"


class Answer:
    """What a query gives: solutions, a truth value or triples; evaluated anew for each way of reading it."""

    def __init__(self, run: Callable[[], ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples]):
        self._run = run
        first = run()
        self.kind = {ox.QuerySolutions: "solutions", ox.QueryBoolean: "boolean"}.get(type(first), "triples")

    def serialize(self, form: str) -> bytes:
        """Return the answer in a SPARQL result format, or triples in an RDF format, written by the engine."""
        known = GRAPH_FORMATS if self.kind == "triples" else RESULT_FORMATS
        if form not in known or (self.kind == "boolean" and form in ("csv", "tsv")):
            fitting = ", ".join(sorted(known)) if self.kind != "boolean" else "json, xml"
            raise QueryError(f'This answer can\'t be written as "{form}". It can be written as {fitting}.')
        result = self._run()
        if isinstance(result, ox.QueryTriples):
            return ox.serialize(result, format=GRAPH_FORMATS[form], prefixes=PREFIXES) or b""
        return result.serialize(format=RESULT_FORMATS[form]) or b""

    def __bool__(self) -> bool:
        result = self._run()
        return bool(result) if isinstance(result, ox.QueryBoolean) else next(iter(result), None) is not None

    def solutions(self) -> Solutions:
        """Return variables and rows; triples come as rows of subject, predicate and object."""
        result = self._run()
        if isinstance(result, ox.QuerySolutions):
            names = tuple(variable.value for variable in result.variables)
            rows: list[tuple[Term | None, ...]] = [tuple(_unbound(one[name]) for name in names) for one in result]
        elif isinstance(result, ox.QueryTriples):
            names = ("subject", "predicate", "object")
            rows = [*sorted((to_term(t.subject), to_term(t.predicate), to_term(t.object)) for t in result)]
        else:
            names, rows = ("answer",), [(Term("literal", str(bool(result)).lower()),)]
        return Solutions(names, rows)


class Store:
    """One Oxigraph store in memory whose default graph is the merge."""

    def __init__(self, quads: Iterable[ox.Quad] = ()):
        self._store = ox.Store()
        self.add(quads)

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Add quads, and each one's triple to the default graph."""
        quads = list(quads)
        merged = (ox.Quad(q.subject, q.predicate, q.object) for q in quads)
        self._store.extend(quads)
        self._store.extend(merged)

    def __len__(self) -> int:
        return len(self._store)

    def query(self, text: str) -> Answer:
        """Ask a SPARQL query, with the predeclared prefixes in force.

        Raises QueryError when it is faulty, too large, or would leave the store.
        """
        check_measure(text)
        clause = read_dataset_clause(text)
        try:
            if len(clause.default) > 1:
                self._store.query(text, prefixes=PREFIXES)  # its faults are told with their own places
                merged = self._merge(clause)
                return Answer(lambda: merged.query(clause.rest, prefixes=PREFIXES))
            return Answer(lambda: self._store.query(text, prefixes=PREFIXES))
        except SyntaxError as error:
            raise QueryError(find_fault(text, error.msg)) from None
        except ValueError as error:
            raise QueryError(f"The query can't be asked: {error}") from None

    def _merge(self, clause: DatasetClause) -> ox.Store:
        """Return a store of the graphs that a query names: the engine takes several FROM as a bag, not as a merge."""
        merged = ox.Store()
        for graphs, keep in ((clause.default, False), (clause.named, True)):
            for graph in graphs:
                quads = self._store.quads_for_pattern(None, None, None, ox.NamedNode(graph))
                merged.extend(q if keep else ox.Quad(q.subject, q.predicate, q.object) for q in quads)
        return merged

    def select(self, text: str) -> list[tuple[Term | None, ...]]:
        """Return the rows of one of our own SELECT queries."""
        return self.query(text).solutions().rows

    def construct(self, text: str) -> list[tuple[Term, Term, Term]]:
        """Return the triples of one of our own CONSTRUCT queries."""
        try:
            result = self._store.query(text, prefixes=PREFIXES)
        except SyntaxError as error:
            raise QueryError(find_fault(text, error.msg)) from None
        if not isinstance(result, ox.QueryTriples):
            raise QueryError("The query is no CONSTRUCT.")
        return [(to_term(t.subject), to_term(t.predicate), to_term(t.object)) for t in result]

    def add_triples(self, triples: Iterable[tuple[Term, Term, Term]], graph: str) -> None:
        """Add triples to a named graph and to the merge, or with "" to the merge alone."""
        name = ox.NamedNode(graph) if graph else ox.DefaultGraph()
        self.add(_to_quad(triple, name) for triple in triples)

    def quads(self, graph: str | None = None) -> Iterator[tuple[Term, Term, Term, str]]:
        """Yield quads with the IRI of their graph ("" is the merge); of one graph, or of all.

        Blank graph names come as "_:name".
        """
        name = None if graph is None else ox.NamedNode(graph) if graph else ox.DefaultGraph()
        known = cache(to_term)
        for q in self._store.quads_for_pattern(None, None, None, name):
            yield known(q.subject), known(q.predicate), known(q.object), _graph_name(q.graph_name)

    def find(self, s: Term | None, p: Term | None, o: Term | None) -> Iterator[tuple[Term, Term, Term]]:
        """Yield the merge's triples that have what isn't None; none has a literal as subject."""
        if (s and s.kind == "literal") or (p and p.kind != "iri"):
            return
        if s and p and o:
            if self.contains((s, p, o)):  # the engine finds a whole quad at once, a pattern by walking
                yield s, p, o
            return
        known = cache(to_term)  # a term that comes often is one object
        subject, predicate, value = (None if one is None else to_engine(one) for one in (s, p, o))
        for q in self._store.quads_for_pattern(subject, predicate, value, ox.DefaultGraph()):  # type: ignore[arg-type]
            yield s or known(q.subject), p or known(q.predicate), o or known(q.object)

    def contains(self, triple: tuple[Term, Term, Term], graph: str = "") -> bool:
        """Return whether a triple stands in a graph ("" is the merge)."""
        return _to_quad(triple, ox.NamedNode(graph) if graph else ox.DefaultGraph()) in self._store

    def passages_of(self, triple: tuple[Term, Term, Term]) -> list[str]:
        """Return the names of all graphs that hold a triple."""
        q = _to_quad(triple, ox.DefaultGraph())
        found = self._store.quads_for_pattern(q.subject, q.predicate, q.object, None)
        return sorted(name for name in (_graph_name(one.graph_name) for one in found) if name)

    def mentions(self, iri: str) -> bool:
        """Return whether an IRI occurs anywhere: as a subject, predicate, object or graph."""
        try:
            node = ox.NamedNode(iri)
        except ValueError:
            return False
        places = ((node, None, None, None), (None, node, None, None), (None, None, node, None))
        return any(
            next(self._store.quads_for_pattern(*place), None) for place in places
        ) or self._store.contains_named_graph(node)

    def write(self, form: str) -> bytes:
        """Return the dataset in an RDF format; those without named graphs get the merge less what is only derived."""
        known = GRAPH_FORMATS[form]
        if known.supports_datasets:
            return self._store.dump(format=known, prefixes=PREFIXES) or b""
        inferred = self._store.quads_for_pattern(None, None, None, ox.NamedNode(INFERRED))
        derived = {q.triple for q in inferred if self._is_only_derived(q)}
        merged = (q.triple for q in self._store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
        return ox.serialize((t for t in merged if t not in derived), format=known, prefixes=PREFIXES) or b""

    def write_unmerged(self) -> bytes:
        """Return the dataset as N-Quads, less what the merge only repeats: another store makes the merge itself."""
        named = [q for q in self._store if not isinstance(q.graph_name, ox.DefaultGraph)]
        repeated = {q.triple for q in named}
        merged = self._store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        quads = [*named, *(q for q in merged if q.triple not in repeated)]
        lines = (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
        return b"".join(sorted(lines))

    def _is_only_derived(self, quad: ox.Quad) -> bool:
        found = self._store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return {_graph_name(one.graph_name) for one in found} <= {"", INFERRED}

    def to_dataset(self) -> rdflib.Dataset:
        """Return a copy as an rdflib Dataset in rdflib's own memory: the merge, and the named graphs."""
        import rdflib
        from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

        dataset = rdflib.Dataset()
        for prefix, iri in PREFIXES.items():
            dataset.bind(prefix, iri)
        graphs: dict[str, rdflib.Graph] = {"": dataset.graph(DATASET_DEFAULT_GRAPH_ID)}
        cache: dict[Term, Node] = {}
        for s, p, o, name in self.quads():
            where = graphs.get(name)
            if where is None:
                identifier = rdflib.BNode(name[2:]) if name.startswith("_:") else rdflib.URIRef(name)
                where = graphs[name] = dataset.graph(identifier)
            nodes = [cache.get(term) or cache.setdefault(term, to_rdflib(term)) for term in (s, p, o)]
            where.add((nodes[0], nodes[1], nodes[2]))
        return dataset


def _graph_name(name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph) -> str:
    if isinstance(name, ox.DefaultGraph):
        return ""
    return name.value if isinstance(name, ox.NamedNode) else f"_:{name.value}"


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


def _unbound(one: object) -> Term | None:
    return None if one is None else to_term(one)


def _to_quad(triple: tuple[Term, Term, Term], graph: ox.NamedNode | ox.DefaultGraph) -> ox.Quad:
    subject, predicate, value = (to_engine(term) for term in triple)
    if isinstance(subject, ox.Literal) or not isinstance(predicate, ox.NamedNode):
        raise ValueError(f"Unexpected triple: {triple!r}")
    return ox.Quad(subject, predicate, value, graph)


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
