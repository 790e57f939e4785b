"""What the engine finds for a query -> rows, or bytes in a format; and back from bytes that another engine wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import IO, Final, Protocol, cast

import pyoxigraph as ox

from metastasis_atlas.border import to_quad, to_term
from metastasis_atlas.errors import LimitError, QueryError
from metastasis_atlas.namespaces import PREFIXES
from metastasis_atlas.sparql import Solutions, Term

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


class Writer(Protocol):
    """What an answer can be written to."""

    def write(self, content: bytes, /) -> int:
        """Take a piece."""

    def flush(self) -> None:
        """Send what is held, or not."""


class Answer:
    """What a query gives: solutions, a truth value or triples; evaluated anew for each further way of reading it."""

    def __init__(self, evaluate: Callable[[], ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples]):
        self._evaluate, first = evaluate, evaluate()
        self._unread = [first]
        self.kind = {ox.QuerySolutions: "solutions", ox.QueryBoolean: "boolean"}.get(type(first), "triples")

    def _run(self) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        return self._unread.pop() if self._unread else self._evaluate()

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

    def write_to(self, out: Writer, form: str, most: int) -> None:
        """Let the engine write the answer, piece by piece as it finds it, to an object with the method ``write``.

        Raises LimitError after ``most`` triples; rows are the reader's to count.
        """
        result = self._run()
        if isinstance(result, ox.QueryTriples):
            ox.serialize(
                _stop_after(result, most), cast("IO[bytes]", out), format=GRAPH_FORMATS[form], prefixes=PREFIXES
            )
        else:
            result.serialize(cast("IO[bytes]", out), format=RESULT_FORMATS[form])

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


def read_answer(body: bytes, form: str) -> Answer:
    """Return what was written in a SPARQL result format ("json", "xml") or an RDF format ("ntriples", "turtle" …).

    Raises ValueError where it is broken or cut off, wherever in it that is.
    """
    if form in GRAPH_FORMATS:
        triples = [quad.triple for quad in ox.parse(body, format=GRAPH_FORMATS[form])]
        held = ox.Store()
        held.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
        return Answer(lambda: held.query("CONSTRUCT WHERE { ?subject ?predicate ?object }"))

    def run() -> ox.QuerySolutions | ox.QueryBoolean:
        return ox.parse_query_results(body, format=RESULT_FORMATS[form])

    result = run()
    if isinstance(result, ox.QuerySolutions):
        for _ in result:  # a document that ends too early is noticed only at its end
            pass
    return Answer(run)


def _unbound(one: object) -> Term | None:
    return None if one is None else to_term(one)


def _stop_after(triples: Iterable[ox.Triple], most: int) -> Iterator[ox.Triple]:
    for count, triple in enumerate(triples):
        if count >= most:
            raise LimitError("rows", f"The answer has more than {most:,} triples. Ask for less, or with LIMIT.")
        yield triple


def serialize(quads: Iterable[tuple[Term, Term, Term, str]], form: str) -> bytes:
    """Return quads in an RDF format; one that has no named graphs gets their triples."""
    known = GRAPH_FORMATS[form]
    written = dict.fromkeys(to_quad((s, p, o), graph if known.supports_datasets else "") for s, p, o, graph in quads)
    return ox.serialize(written, format=known, prefixes=PREFIXES) or b""
