"""Quads -> the Oxigraph store, which answers SPARQL and hands out an rdflib Dataset.

The default graph is the *merge*: the set of all triples of all named graphs and of the files' own default graphs; the
named graphs stay beside it. So a plain pattern needs no GRAPH, counts are right, and FROM means what it says. Only this
room and its neighbours below know the engine; terms cross to rdflib at one border post, border.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urljoin

import pyoxigraph as ox

from metastasis_atlas.border import to_engine, to_graph_name, to_quad, to_rdflib, to_term
from metastasis_atlas.errors import QueryError
from metastasis_atlas.evaluation import GRAPH_FORMATS, Answer
from metastasis_atlas.namespaces import INFERRED, PREFIXES
from metastasis_atlas.sparql import (
    DatasetClause,
    Term,
    check_measure,
    find_base,
    find_fault,
    read_dataset_clause,
)

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node


class Dataset(NamedTuple):
    """The graphs that a query sees: those that make its default graph, and those that it may name."""

    default: tuple[str, ...]
    named: tuple[str, ...]


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

    def query(self, text: str, dataset: Dataset | None = None, base: str | None = None) -> Answer:
        """Ask a SPARQL query, with the predeclared prefixes in force; ``dataset`` takes the place of its FROM.

        ``base`` is what relative IRIs are relative to, where the query doesn't say.

        Raises QueryError when it is faulty, too large, would leave the store, or names a graph that isn't there.
        """
        check_measure(text)
        clause = read_dataset_clause(text)
        asked = dataset or _resolve(clause, find_base(text) or base or "")
        try:
            if dataset or len(asked.default) > 1:
                self._store.query(text, base_iri=base, prefixes=PREFIXES)  # its faults are told with their own places
            self._check_graphs(asked)
            if len(asked.default) > 1:
                merged = self._merge(asked)
                return Answer(lambda: merged.query(clause.rest, base_iri=base, prefixes=PREFIXES))
            if dataset:
                default = [ox.NamedNode(graph) for graph in dataset.default]
                named = [ox.NamedNode(graph) for graph in dataset.named]
                return Answer(
                    lambda: self._store.query(
                        clause.rest,
                        base_iri=base,
                        prefixes=PREFIXES,
                        default_graph=[*default],
                        named_graphs=[*named],
                    )
                )
            return Answer(lambda: self._store.query(text, base_iri=base, prefixes=PREFIXES))
        except SyntaxError as error:
            raise QueryError(find_fault(text, error.msg)) from None
        except (ValueError, RuntimeError) as error:
            raise QueryError(f"The query can't be asked: {error}") from None

    def _check_graphs(self, dataset: Dataset) -> None:
        """Refuse a dataset that names a graph which the store doesn't have."""
        for graph in (*dataset.default, *dataset.named):
            if not self._store.contains_named_graph(ox.NamedNode(graph)):
                raise QueryError(f"There is no graph <{graph}> here. Leave it out of the dataset, or name another.")

    def _merge(self, clause: Dataset) -> ox.Store:
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
        self.add(to_quad(triple, graph) for triple in triples)

    def quads(self, graph: str | None = None) -> Iterator[tuple[Term, Term, Term, str]]:
        """Yield quads with the IRI of their graph ("" is the merge); of one graph, or of all.

        Blank graph names come as "_:name".
        """
        name = None if graph is None else ox.NamedNode(graph) if graph else ox.DefaultGraph()
        known = cache(to_term)
        for q in self._store.quads_for_pattern(None, None, None, name):
            yield known(q.subject), known(q.predicate), known(q.object), to_graph_name(q.graph_name)

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
        return to_quad(triple, graph) in self._store

    def passages_of(self, triple: tuple[Term, Term, Term]) -> list[str]:
        """Return the names of all graphs that hold a triple."""
        q = to_quad(triple)
        found = self._store.quads_for_pattern(q.subject, q.predicate, q.object, None)
        return sorted(name for name in (to_graph_name(one.graph_name) for one in found) if name)

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
        quads = _name_blank_nodes([*named, *(q for q in merged if q.triple not in repeated)])
        lines = (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
        return b"".join(sorted(lines))

    def _is_only_derived(self, quad: ox.Quad) -> bool:
        found = self._store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return {to_graph_name(one.graph_name) for one in found} <= {"", INFERRED}

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


def _name_blank_nodes(quads: list[ox.Quad]) -> list[ox.Quad]:
    """Name blank nodes by what is said of them, so that the same data are written alike each time."""
    told: dict[ox.BlankNode, list[str]] = {}
    for quad in quads:
        masked = str(ox.Quad(*(_MASK if isinstance(term, ox.BlankNode) else term for term in quad)))  # type: ignore[arg-type]
        for term in quad:
            if isinstance(term, ox.BlankNode):
                told.setdefault(term, []).append(masked)
    named = {node: ox.BlankNode(f"n{at}") for at, node in enumerate(sorted(told, key=lambda one: sorted(told[one])))}
    return [ox.Quad(*(named.get(term, term) for term in quad)) for quad in quads]


_MASK: Final = ox.BlankNode("n")


def _resolve(clause: DatasetClause, base: str) -> Dataset:
    """Return the graphs that a query names, as whole IRIs."""
    default, named = ([urljoin(base, graph) for graph in kind] for kind in (clause.default, clause.named))
    return Dataset(tuple(default), tuple(named))
