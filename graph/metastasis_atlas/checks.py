"""SHACL shapes and violation queries -> findings, each with its place and how to mend it.

In come a store (rules applied), the files it was filled from, and a folder of shapes (``*.ttl``) and of queries that
must return nothing (``*-violation.rq``). Out come findings in the order of file and line. A query binds ?node and
?message, and where it can ?mend, ?severity, ?predicate and ?value (which, with the node, are the offending triple) and
?fact (findings of one query with the same fact are told once).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from metastasis_atlas.errors import did_you_mean
from metastasis_atlas.namespaces import BROADER, OURS, SH, A, shorten
from metastasis_atlas.readers import ReadFile
from metastasis_atlas.sparql import Term, read_tokens
from metastasis_atlas.store import Store

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

Triple = tuple[Term | None, Term | None, Term | None]

_IRI = re.compile(r"<([^<>\s]+)>")
_MOST_COMPARED: Final = 20_000
"""More known names than this are not compared with a misspelt one: it would take seconds for each."""
_MISSPELT: Final = ("undefined-iri", "undeclared-passage")
"""Findings whose cause may be a typing error."""
_LONGEST_READ: Final = 5_000_000
"""Longer files are not taken apart: the line is where the word first stands."""


@dataclass(frozen=True)
class Finding:
    """Something wrong, where it stands, and how to mend it; ``str(finding)`` is one line."""

    severity: str
    path: Path | None
    line: int | None
    node: str
    message: str
    mend: str
    value: str = ""
    kind: str = ""

    def __str__(self) -> str:
        places = [str(self.path)] if self.path else []
        places += [f"line {self.line}"] if self.line else []
        place = ", ".join(places) + ": " if places else ""
        return f"{place}{self.node}: {self.message} {self.mend}".rstrip()


@dataclass(frozen=True)
class _Violation:
    """What a shape or query reports, before its place is known: ``triples`` are where to look, the best first."""

    kind: str
    severity: str
    node: Term
    message: str
    mend: str
    value: Term | None = None
    triples: tuple[Triple, ...] = ()
    fact: object = None


def check(store: Store, files: list[ReadFile], shapes_folder: Path) -> list[Finding]:
    """Return what the shapes and queries of a folder find in a store, each with the file and line where it stands."""
    violations = [*_ask_queries(store, shapes_folder), *_apply_shapes(store, shapes_folder)]
    if not violations:
        return []
    violations = _name_circles(store, _drop_repetitions(violations))
    places = _Places(files, {term for one in violations for triple in one.triples for term in triple if term})
    known = _known_iris(store) if any(one.kind in _MISSPELT for one in violations) else {}
    told: dict[object, tuple[tuple[int, int], Finding]] = {}
    for one in violations:
        rank, path, line = places.find(one.triples)
        mend = one.mend + _suggest(one.node.value, known) if one.kind in _MISSPELT else one.mend
        node, value = shorten(one.node.value), shorten(one.value.value) if one.value else ""
        finding = Finding(one.severity, path, line, node, one.message, mend, value, one.kind)
        key = (one.kind, one.fact) if one.fact else (path, line, node, one.message)
        # What concerns the reader's own file as well as the built-in ones is told of the file that was read last.
        if key not in told or rank > told[key][0]:
            told[key] = rank, finding
    return sorted((finding for _, finding in told.values()), key=_order)


def _order(finding: Finding) -> tuple[bool, str, int, str, str]:
    return finding.path is None, str(finding.path or ""), finding.line or 0, finding.node, finding.message


# ---- Queries ----


def _ask_queries(store: Store, folder: Path) -> Iterator[_Violation]:
    for path in sorted(folder.glob("*-violation.rq")):
        solutions = store.query(path.read_text(encoding="utf-8")).solutions()
        for row in solutions.rows:
            bound = dict(zip(solutions.variables, row, strict=True))
            yield _from_solution(path.name.removesuffix("-violation.rq"), bound)


def _from_solution(kind: str, bound: dict[str, Term | None]) -> _Violation:
    node, predicate, value = bound["node"], bound.get("predicate"), bound.get("value")
    assert node is not None  # noqa: S101  a query that doesn't bind it is no violation query
    words = {name: _plain(term.value) for name, term in bound.items() if term and term.kind == "literal"}
    triples: list[Triple] = [(node, predicate, value)] if predicate else []
    fact = words.get("fact")
    return _Violation(
        kind,
        words.get("severity", "error"),
        node,
        words.get("message", "This may not be."),
        words.get("mend", ""),
        value,
        (*triples, *_places_of(node)),
        fact,
    )


def _places_of(node: Term) -> tuple[Triple, ...]:
    """Where a node is at home: where it gets its class, where something is said of it, where it is named."""
    return (node, Term("iri", A), None), (node, None, None), (None, None, node), (None, node, None)


def _plain(message: str) -> str:
    """Put CURIEs in the place of the IRIs that a query writes into its message."""
    return _IRI.sub(lambda match: shorten(match[1]), message)


# ---- Shapes ----


def _apply_shapes(store: Store, folder: Path) -> Iterator[_Violation]:
    """Run pySHACL over the merge; what it infers is nothing, for the rules have been applied."""
    import pyshacl  # these two are heavy, and most commands need neither
    import rdflib

    shapes = rdflib.Graph()
    for path in sorted(folder.glob("*.ttl")):
        shapes.parse(path, format="turtle")
    data = rdflib.Graph()
    data += store.to_dataset().default_graph
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", inplace=True)
    if not isinstance(report, rdflib.Graph):  # pySHACL hands a failure of its own back instead of raising it
        raise RuntimeError(f"pySHACL failed: {report}")
    derived = {term.value for row in store.select("SELECT ?p { ?p atlas:derivedOnly true }") for term in row if term}
    for result in report.subjects(rdflib.RDF.type, rdflib.URIRef(SH + "ValidationResult")):
        violation = _from_result(report, shapes, result, derived)
        if violation:
            yield violation


def _from_result(report: rdflib.Graph, shapes: rdflib.Graph, result: Node, derived: set[str]) -> _Violation | None:
    """Return one result of pySHACL, or None when it only repeats for a derived triple what its premises show."""
    import rdflib

    def told(name: str) -> Node | None:
        return report.value(result, rdflib.URIRef(SH + name))

    node, value, path, shape = _from_rdflib(told("focusNode")), told("value"), told("resultPath"), told("sourceShape")
    triples: list[Triple] = []
    for name in ("targetSubjectsOf", "targetObjectsOf"):
        for target in shapes.objects(shape, rdflib.URIRef(SH + name)):
            if str(target) in derived:
                return None
            predicate = Term("iri", str(target))
            triples.append((node, predicate, None) if name == "targetSubjectsOf" else (None, predicate, node))
    if isinstance(path, rdflib.URIRef) and value is not None:
        triples.append((node, Term("iri", str(path)), _from_rdflib(value)))
    message, _, mend = str(told("resultMessage") or "The shape doesn't allow this.").partition(". ")
    severity = "warning" if str(told("resultSeverity")) in (SH + "Warning", SH + "Info") else "error"
    offending = _from_rdflib(value) if value is not None and path is not None else None
    kind = shorten(str(shape)) if isinstance(shape, rdflib.URIRef) else shorten(str(path))
    home = _places_of(node)
    return _Violation(kind, severity, node, message.rstrip(".") + ".", mend, offending, (*triples, *home))


def _from_rdflib(node: Node | None) -> Term:
    """Translate a term of pySHACL's report."""
    import rdflib

    if isinstance(node, rdflib.Literal):
        return Term("literal", str(node), str(node.datatype or ""), node.language or "")
    return Term("bnode" if isinstance(node, rdflib.BNode) else "iri", str(node))


# ---- One fact, told once ----


def _drop_repetitions(violations: list[_Violation]) -> list[_Violation]:
    """Leave out what follows from an undefined IRI: it has no class, so every shape that asks for one complains."""
    undefined = {one.node for one in violations if one.kind == "undefined-iri"}
    graphs = {one.node for one in violations if one.kind == "undeclared-passage"}
    return [
        one
        for one in violations
        if not (one.kind.startswith("shape:") and (one.value or one.node) in undefined)
        and not (one.kind == "undefined-iri" and one.node in graphs)
    ]


def _name_circles(store: Store, violations: list[_Violation]) -> list[_Violation]:
    """Write the circle of skos:broader into the message of each concept that stands on one."""
    if not any(one.kind == "broader-circle" for one in violations):
        return violations
    steps: dict[str, list[str]] = {}
    for lower, upper in store.select(f"SELECT ?lower ?upper {{ ?lower <{BROADER}> ?upper }} ORDER BY ?lower ?upper"):
        if lower and upper:
            steps.setdefault(lower.value, []).append(upper.value)
    named = []
    for one in violations:
        if one.kind == "broader-circle" and one.value:
            circle = [one.node.value, *_find_way(steps, one.value.value, one.node.value)]
            words = " --> ".join(shorten(iri) for iri in circle)
            message = f"The concept is a kind of itself by skos:broader: {words}."
            one = replace(one, message=message, fact=frozenset(circle))
        named.append(one)
    return named


def _find_way(steps: dict[str, list[str]], start: str, end: str) -> list[str]:
    """Return the shortest way from start to end, both included."""
    came: dict[str, str] = {start: ""}
    rim = [start]
    while rim and end not in came:
        following = []
        for here in rim:
            for there in steps.get(here, ()):
                if there not in came:
                    came[there] = here
                    following.append(there)
        rim = following
    way = [end] if end in came else []
    while way and way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]


# ---- Did you mean ----


def _known_iris(store: Store) -> dict[str, list[str]]:
    """Return the local names that are defined in each of our namespaces."""
    known: dict[str, list[str]] = {namespace: [] for namespace in OURS}
    for (term,) in store.select("SELECT DISTINCT ?known { ?known a ?class FILTER(isIRI(?known)) } ORDER BY ?known"):
        for namespace in OURS:
            if term and term.value.startswith(namespace):
                known[namespace].append(term.value.removeprefix(namespace))
    return known


def _suggest(iri: str, known: dict[str, list[str]]) -> str:
    """Return the nearest known IRI of the same namespace as a question, or nothing."""
    namespace = next((one for one in OURS if iri.startswith(one)), "")
    names = known.get(namespace, [])
    if len(names) > _MOST_COMPARED:
        return ""
    nearest = difflib.get_close_matches(iri.removeprefix(namespace), names, n=1, cutoff=0.6)
    return did_you_mean([shorten(namespace + name) for name in nearest])


# ---- Where it stands ----


class _Places:
    """Finds the file that states a triple, and the line of its text."""

    def __init__(self, files: list[ReadFile], terms: set[Term]):
        self._files = files
        self._words: dict[int, list[_Word]] = {}
        self._stated = [_find_quads(file, terms) for file in files]

    def find(self, triples: tuple[Triple, ...]) -> tuple[tuple[int, int], Path | None, int | None]:
        """Return rank, file and line of the first triple (None is anything) that a file states; the last such file.

        The rank grows with the order in which the files were read, and counts against later lines.
        """
        for triple in triples:
            for number in range(len(self._files) - 1, -1, -1):
                if any(_fits(triple, quad) for quad in self._stated[number]):
                    line = self._find_line(number, triple)
                    return (number, -(line or 0)), self._files[number].path, line
        return (-1, 0), None, None

    def _find_line(self, number: int, triple: Triple) -> int | None:
        if number not in self._words:
            self._words[number] = _read_words(self._files[number])
        words, text = self._words[number], self._files[number].text
        subject, predicate, value = triple
        for wanted in (
            triple,
            (subject, None, value),
            (subject, None, None),
            (None, None, value),
            (None, predicate, None),
            (None, None, subject),
        ):
            offset = _find_offset(words, wanted) if any(wanted) else None
            if offset is not None:
                return text.count("\n", 0, offset) + 1
        written = next((term.value for term in (value, subject, predicate) if term), "")
        offset = text.find(written)
        return text.count("\n", 0, offset) + 1 if written and offset >= 0 else None


class _Word(NamedTuple):
    """A word of a file: what it means (an IRI, a literal's text, or a mark such as "."), and where it stands."""

    kind: str
    value: str
    offset: int


def _find_quads(file: ReadFile, terms: set[Term]) -> list[tuple[str, str, str]]:
    """Return the quads of a file that name one of the terms, a graph's name as the subject of a triple of its own."""
    wanted = {term.value for term in terms}
    found = set()
    for quad in file.quads:
        triple = (_text_of(quad.subject), quad.predicate.value, _text_of(quad.object))
        if not wanted.isdisjoint(triple):
            found.add(triple)
        graph = _text_of(quad.graph_name)
        if graph in wanted:
            found.add((graph, "", ""))
    return sorted(found)


def _text_of(term: object) -> str:
    return str(getattr(term, "value", ""))


def _fits(triple: Triple, quad: tuple[str, str, str]) -> bool:
    return all(term is None or term.value == text for term, text in zip(triple, quad, strict=True))


def _read_words(file: ReadFile) -> list[_Word]:
    """Take Turtle and its kin apart, with the file's own prefixes; nothing for other formats and very long files."""
    if file.path.suffix.lower() not in (".ttl", ".trig", ".nt", ".nq") or len(file.text) > _LONGEST_READ:
        return []
    prefixes: dict[str, str] = {}
    words: list[_Word] = []
    before = ""
    for token in read_tokens(file.text):
        value = token.text
        if token.kind == "iri":
            value = value[1:-1]
            if before.endswith(":"):
                prefixes[before] = value
                words[-2:] = [_Word("other", ".", token.offset)]  # a declaration is a statement, with a dot or without
                continue
        elif token.kind == "name":
            prefix, colon, local = value.partition(":")
            value = prefixes.get(prefix + colon, prefix + colon) + re.sub(r"\\(.)", r"\1", local)
        elif token.kind == "string":
            value = _unescape(value)
        elif value == "a":
            value = A
        elif token.kind == "word" and value.upper() == "GRAPH":
            continue  # only a mark before a graph's name, which opens its statement
        before = token.text if token.kind == "name" else ""
        words.append(_Word(token.kind, value, token.offset))
    return words


def _unescape(quoted: str) -> str:
    width = 3 if quoted[:3] in ('"""', "'''") else 1
    names = {"n": "\n", "t": "\t", "r": "\r"}
    return re.sub(r"\\(.)", lambda match: names.get(match[1], match[1]), quoted[width:-width])


def _find_offset(words: list[_Word], triple: Triple) -> int | None:
    """Return where the last known term of a triple stands, in the first statement that has its terms in their order."""
    opens = triple[0] is not None
    wanted = [term.value for term in triple if term]
    met, starts, last = 0, True, 0
    for word in words:
        if word.kind == "other" and word.value in ".{}":
            met, starts = 0, True
            continue
        if met and word.value == ";" and word.kind == "other":
            # Another predicate of the same subject: what was met of the one before doesn't count.
            met = min(met, int(opens))
        # A subject opens its statement; what is no subject doesn't.
        elif word.value == wanted[met] and word.kind != "other" and (met or not opens or starts):
            met, last = met + 1, word.offset
            if met == len(wanted):
                return last
        starts = False
    return None
