"""A remote endpoint -> the quads around a concept, by bounded queries; nothing downloads a whole store.

What the stores of different makers do differently is probed once, in :func:`probe`, and handled here: what the default
graph holds, and which graph is only the merge of the others.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import parse_qs, urlsplit

from metastasis_atlas.border import to_quad, to_text
from metastasis_atlas.endpoint import Endpoint
from metastasis_atlas.errors import EndpointError
from metastasis_atlas.evaluation import Answer, read_answer
from metastasis_atlas.namespaces import (
    ALT_LABEL,
    CASES,
    DCTERMS,
    DEFINITION,
    DESCRIBING,
    LABEL,
    LANGUAGES,
    MAPPING_PROPERTIES,
    OWL,
    PASSAGE,
    PLAIN_TEXTS,
    PREF_LABEL,
    RDFS,
    A,
    expand,
)
from metastasis_atlas.sparql import Term, read_dataset_clause
from metastasis_atlas.store import Store

if TYPE_CHECKING:
    import pyoxigraph as ox

MOST_NODES: Final = 300
"""How many concepts are fetched at most around one."""
MOST_BETWEEN: Final = 2_000
"""How many concepts a search for paths fetches at most."""
MOST_ROWS: Final = 10_000
"""How many rows one bounded query asks for."""
MOST_LABELS: Final = 20_000
"""From how many labels the nearest to a misspelt word are chosen."""
MOST_GRAPHS: Final = 2_000
"""How many named graphs are told to an endpoint that must be told them."""
_SYSTEM_GRAPHS: Final = (
    "http://www.openlinksw.com/schemas/virtrdf#",
    "http://www.w3.org/ns/ldp#",
    "http://localuriqaserver/sparql",
)
"""Graphs that Virtuoso brings itself."""
_BATCH: Final = 60
_END_OF_XML: Final = re.compile(rb"</(\w+:)?sparql>\s*\Z")
_NAMING: Final = (PREF_LABEL, LABEL, ALT_LABEL)
_NAMES: Final = " ".join(f"<{prop}>" for prop in _NAMING)
_TELLING: Final = (*_NAMING, *CASES, *PLAIN_TEXTS, A, DEFINITION, RDFS + "subClassOf", OWL + "inverseOf")

RemoteQuad = tuple[Term, Term, Term, str]
"""Subject, predicate, object and the IRI of the graph, "" for the default graph."""


class Manner(NamedTuple):
    """How an endpoint keeps its graphs."""

    named: bool
    """Whether there are named graphs."""
    merged: bool
    """Whether a plain pattern sees what stands in named graphs."""
    merges: tuple[str, ...]
    """The graphs that its address names as default graph: they hold what other graphs do, and are no passages."""
    graphs: tuple[str, ...] = ()
    """The named graphs, where a store takes all of its graphs for named ones though the address names a default graph
    (Virtuoso; by the Protocol there would be none): they are then named with each query that has a GRAPH."""


def ask(endpoint: Endpoint, query: str, graphs: Sequence[str] = ()) -> Answer:
    """Return an endpoint's answer, to be read or written in any format.

    ``graphs`` are the named graphs, where the endpoint must be told them: see :class:`Manner`. Raises EndpointError
    when the answer is broken, or cut at the number of rows at which the endpoint says that it cuts.
    """
    clause = read_dataset_clause(query)
    told = "GRAPH" in query.upper() and not clause.default and not clause.named
    answer, limit = _ask(endpoint, query, graphs if told else ())
    if limit and answer.kind == "solutions" and len(answer.solutions().rows) >= limit:
        raise EndpointError(f"{endpoint.name} cuts answers at {limit} rows, and cut this one. Ask with LIMIT.")
    return answer


def _ask(endpoint: Endpoint, query: str, graphs: Sequence[str] = ()) -> tuple[Answer, int]:
    """Return an answer, and the number of rows at which the endpoint says that it cuts (0: it doesn't say)."""
    reply = endpoint.ask(query, graphs)
    try:
        # The parser takes half a document for a whole one.
        if reply.form == "xml" and not _END_OF_XML.search(reply.body):
            raise ValueError("no end")
        return read_answer(reply.body, reply.form), reply.cut
    except (ValueError, SyntaxError):
        told = f"{endpoint.name} sent a broken answer: it ends too early, or isn't what it says it is."
        raise EndpointError(told) from None


def probe(endpoint: Endpoint) -> Manner:
    """Ask an endpoint what its default graph holds, and which graphs it takes for named ones."""
    merges = tuple(parse_qs(urlsplit(endpoint.url).query).get("default-graph-uri", ()))
    others = _not_in((*merges, *_SYSTEM_GRAPHS))
    triple = "FILTER(isIRI(?s) && isIRI(?o))"
    rows, _ = _select(endpoint, f"SELECT ?s ?p ?o {{ GRAPH ?g {{ ?s ?p ?o }} {triple} {others} }}", 1)
    if not rows:
        return Manner(named=False, merged=True, merges=merges)
    s, p, o = (to_text(term) for term in rows[0] if term)
    merged = bool(ask(endpoint, f"ASK {{ {s} {p} {o} }}"))
    graphs: tuple[str, ...] = ()
    if merges and ask(endpoint, f"ASK {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g = {to_text(Term('iri', merges[0]))}) }}"):
        found, cut = _select(endpoint, f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} {others} }}", MOST_GRAPHS)
        if cut:
            raise EndpointError(
                f"{endpoint.name} takes its default graph for a named one, and has too many graphs to name the others. "
                "Leave default-graph-uri out of the address."
            )
        graphs = tuple(sorted(g.value for (g,) in found if g and g.kind == "iri"))
    return Manner(named=True, merged=merged, merges=merges, graphs=graphs)


@dataclass
class Part:
    """What was fetched of an endpoint: quads, and whether more would have been there."""

    endpoint: Endpoint
    manner: Manner
    quads: set[RemoteQuad] = field(default_factory=set)
    cut: bool = False
    _read: set[str] = field(default_factory=set)
    """The nodes of which everything is fetched."""
    _told: set[str] = field(default_factory=set)
    """The terms whose labels and classes are fetched."""

    def expand(self, nodes: Collection[str]) -> set[str]:
        """Fetch what is said of some nodes, and return those that claims join to them."""
        found: set[str] = set()
        for batch in _split(sorted(set(nodes) - self._read)):
            values = " ".join(to_text(Term("iri", iri)) for iri in batch)
            for end, limits in (("s", ""), ("o", f"FILTER({_claims_only()})")):
                rows = self._fetch(f"VALUES ?{end} {{ {values} }} {{pattern}} {limits}")
                found |= {iri for s, p, o, _ in rows if _is_claim(p) for iri in _nodes(s, o)}
            self._read.update(batch)
        return found - set(nodes)

    def complete(self) -> None:
        """Fetch labels and classes of all that the quads name, and who says them: passages and their sources."""
        named = {graph for *_, graph in self.quads if graph}
        self._fetch_all(named)
        parts = {o.value for s, p, o, _ in self.quads if s.value in named and p.value == DCTERMS + "isPartOf"}
        self._fetch_all(parts)
        terms = {t.value for quad in self.quads for t in quad[:3] if t.kind == "iri"} - self._read - self._told
        telling = " ".join(f"<{prop}>" for prop in _TELLING)
        for batch in _split(sorted(terms)):
            values = " ".join(to_text(Term("iri", iri)) for iri in batch)
            self._fetch(f"VALUES ?p {{ {telling} }} VALUES ?s {{ {values} }} {{pattern}}")
            self._told.update(batch)

    def to_store(self) -> Store:
        """Return a store of what was fetched."""
        return Store(self.to_quads())

    def to_quads(self) -> tuple[ox.Quad, ...]:
        """Return what was fetched as the engine's quads."""
        return tuple(to_quad((s, p, o), graph) for s, p, o, graph in sorted(self.quads))

    def _fetch_all(self, subjects: Iterable[str]) -> None:
        for batch in _split(sorted(set(subjects) - self._read)):
            values = " ".join(to_text(Term("iri", iri)) for iri in batch)
            self._fetch(f"VALUES ?s {{ {values} }} {{pattern}}")
            self._read.update(batch)

    def _fetch(self, where: str) -> list[RemoteQuad]:
        """Fetch by a pattern in which "{pattern}" stands for the triple, once plain and once in its graphs."""
        rows: list[RemoteQuad] = []
        patterns = ["?s ?p ?o"]
        if self.manner.named:
            patterns.append(f"GRAPH ?g {{ ?s ?p ?o }} {_not_in(self.manner.merges)}")
        for pattern in patterns:
            body = where.replace("{pattern}", pattern)
            rows += self.collect(f"{body} FILTER(!isBLANK(?o) && isIRI(?s))")
        return rows

    def collect(self, where: str, most: int = MOST_ROWS) -> list[RemoteQuad]:
        """Fetch the triples (?s ?p ?o, and ?g where they stand) of a pattern, so many at most."""
        found, cut = _select(self.endpoint, f"SELECT ?s ?p ?o ?g {{ {where} }}", most)
        self.cut = self.cut or cut
        rows = [(s, p, o, g.value if g else "") for s, p, o, g in found if s and p and o]
        self.quads.update(rows)
        return rows


def fetch_around(part: Part, node: str, steps: int, most: int = MOST_NODES) -> None:
    """Fetch what lies within so many steps of a node, at most so many concepts."""
    seen, frontier = {node}, {node}
    for _ in range(steps + 1):
        if not frontier:
            break
        found = sorted(part.expand(frontier) - seen)
        frontier = set(found[: max(0, most - len(seen))])
        part.cut = part.cut or len(frontier) < len(found)
        seen |= frontier
    part.complete()


def fetch_between(part: Part, start: str, end: str, most: int = MOST_BETWEEN) -> Iterator[int]:
    """Fetch from two concepts towards one another; yield, once they have met, how many steps in all are fetched."""
    sides = [({start}, {start}), ({end}, {end})]  # what each has seen, and its frontier
    steps = 0
    while all(frontier for _, frontier in sides):
        sides.sort(key=lambda side: len(side[1]))
        (seen, frontier), other = sides
        fresh = {iri for iri in part.expand(frontier) if not iri.startswith(PASSAGE)} - seen
        steps += 1
        if len(seen) + len(other[0]) + len(fresh) > most:
            part.cut = True
            break
        sides[0] = (seen | fresh, fresh)
        if start == end or sides[0][0] & sides[1][0]:
            part.complete()
            yield steps
    part.complete()
    yield 2 * most  # there is no more to fetch


def fetch_passage(part: Part, passage: str) -> None:
    """Fetch what a passage says, and who says it."""
    graph = to_text(Term("iri", passage))
    part.collect(f"VALUES ?g {{ {graph} }} GRAPH ?g {{ ?s ?p ?o }} FILTER(!isBLANK(?o) && isIRI(?s))")
    part.complete()


def fetch_names(endpoint: Endpoint, manner: Manner, word: str) -> Part:
    """Fetch what bears a name (an IRI, a CURIE, a slug, or a label in any of our languages), with its labels."""
    part = Part(endpoint, manner)
    text = word.strip().removeprefix("<").removesuffix(">")
    slug = expand("concept:" + "-".join(text.lower().split()))
    iris = [iri for iri in (text, expand(text), slug) if iri and ":" in iri and not set(iri) & set(' <>"{}|\\^`')]
    matches = " ".join(f"<{prop}>" for prop in MAPPING_PROPERTIES)
    for iri in dict.fromkeys(iris):
        node = to_text(Term("iri", iri))
        for where in (
            f"VALUES ?s {{ {node} }}",
            f"VALUES ?o {{ {node} }}",
            f"VALUES ?o {{ {node} }} VALUES ?p {{ {matches} }}",
        ):
            part.collect(f"{where} ?s ?p ?o FILTER(isIRI(?s) && !isBLANK(?o))", 5)
    forms = dict.fromkeys((text, text.lower(), text.capitalize(), text.upper()))
    labels = " ".join(to_text(Term("literal", form, language=tag)) for form in forms for tag in ("", *LANGUAGES))
    part.collect(f"VALUES ?o {{ {labels} }} VALUES ?p {{ {_NAMES} }} ?s ?p ?o", 1_000)
    return part


def fetch_labels(endpoint: Endpoint, manner: Manner) -> Part:
    """Fetch labels, from which the nearest to a misspelt word can be chosen: not more than a fixed number."""
    part = Part(endpoint, manner)
    part.collect(f"VALUES ?p {{ {_NAMES} }} ?s ?p ?o FILTER(isIRI(?s))", MOST_LABELS)
    return part


def _select(endpoint: Endpoint, query: str, most: int) -> tuple[list[tuple[Term | None, ...]], bool]:
    """Return the rows of a bounded query, and whether there may be more than the ``most`` that it asks for."""
    answer, limit = _ask(endpoint, f"{query} LIMIT {most}")
    found = answer.solutions()
    asked = tuple(re.findall(r"\?(\w+)", query.partition("{")[0]))
    if found.variables != asked:
        raise EndpointError(f"{endpoint.name} answers something else than what it was asked.")
    rows = found.rows
    return rows, len(rows) >= min(most, limit or most)


def _split(iris: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(iris), _BATCH):
        yield iris[start : start + _BATCH]


def _nodes(*terms: Term) -> Iterator[str]:
    return (term.value for term in terms if term.kind == "iri")


def _is_claim(prop: Term) -> bool:
    return not prop.value.startswith(DESCRIBING) and prop.value not in MAPPING_PROPERTIES


def _claims_only() -> str:
    return " && ".join(f'!STRSTARTS(STR(?p), "{namespace}")' for namespace in DESCRIBING)


def _not_in(graphs: Collection[str]) -> str:
    named = ", ".join(to_text(Term("iri", iri)) for iri in graphs)
    return f"FILTER(?g NOT IN ({named}))" if named else ""
