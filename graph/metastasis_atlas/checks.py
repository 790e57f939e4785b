"""SHACL shapes and violation queries -> findings, each with its place and how to mend it.

In come a store (rules applied), the files it was filled from, and a folder of shapes (``*.ttl``) and of queries that
must return nothing (``*-violation.rq``). Out come findings in the order of file and line. A query binds ?node and
?message, and where it can ?mend, ?severity, ?predicate and ?value (which, with the node, are the offending triple),
?against (another predicate of the two, which the first contradicts), ?inverse (one that says the same the other way
round) and ?fact (findings of one query with the same fact are told once).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from metastasis_atlas.border import to_rdflib
from metastasis_atlas.circles import name_circles
from metastasis_atlas.errors import did_you_mean
from metastasis_atlas.inference import find_proof
from metastasis_atlas.namespaces import INFERRED, OURS, RDFS, SH, A, shorten
from metastasis_atlas.ownership import find_trespasses
from metastasis_atlas.places import Places
from metastasis_atlas.readers import ReadFile, find_files, is_lesson
from metastasis_atlas.rules import Rule
from metastasis_atlas.sparql import Term
from metastasis_atlas.store import Store
from metastasis_atlas.violations import Triple, Violation

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

_IRI = re.compile(r"<([^<>\s]+)>")
_MOST_COMPARED: Final = 20_000
"""More known names than this are not compared with a misspelt one: it would take seconds for each."""
SUBCLASS_OF: Final = RDFS + "subClassOf"
_MISSPELT: Final = ("undefined-iri", "undeclared-passage")
"""Findings whose cause may be a typing error."""
_MOST_PROVED: Final = 200
"""More derived triples than this are not unfolded to find the file that is at fault: each takes some milliseconds."""


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
        told = [", ".join(places), self.node, f"{self.message} {self.mend}".rstrip()]
        return ": ".join(filter(None, told))


def check(
    store: Store,
    files: Sequence[ReadFile],
    shapes_folder: Path,
    own: Sequence[ReadFile] = (),
    rules: Sequence[Rule] = (),
) -> list[Finding]:
    """Return what is wrong in a store, each finding with the file and line where it stands.

    The shapes and queries of a folder are applied. ``own`` are those of the files that the reader brought: they are
    kept from speaking for the others, and where a fault involves both, the place in them is told.
    """
    violations = [*_ask_queries(store, shapes_folder), *_apply_shapes(store, shapes_folder)]
    mine = {id(file) for file in own}
    violations += find_trespasses([file for file in files if id(file) not in mine], own, list(rules))
    if not violations:
        return []
    violations = _add_premises(store, list(rules), name_circles(store, _drop_repetitions(violations)))
    places = Places(files, own, violations)
    known = _known_iris(store) if any(one.kind in _MISSPELT for one in violations) else {}
    told: dict[object, tuple[tuple[bool, bool, int, int], Finding]] = {}
    for one in violations:
        place = places.find(one)
        mend = one.mend + _suggest(one.node.value, known) if one.kind in _MISSPELT else one.mend
        node, value = places.name(one.node), places.name(one.value) if one.value else ""
        finding = Finding(one.severity, place.path, place.line, node, one.message, mend, value, one.kind)
        key = (one.kind, one.fact) if one.fact else (place.path, place.line, node, one.message)
        if key not in told or place.rank > told[key][0]:
            told[key] = place.rank, finding
    return sorted((finding for _, finding in told.values()), key=_order)


def find_empty(places: Iterable[Path], files: Iterable[ReadFile]) -> list[Finding]:
    """Return a warning for each folder with nothing to read and each file that says nothing: neither was checked."""
    found = [
        Finding(
            "warning", file.path, None, "", "The file holds no statement.", "Write some, or name another.", "", "empty"
        )
        for file in files
        if not file.quads
    ]
    for place in places:
        if place.is_dir() and not find_files([place]) and not any(map(is_lesson, place.rglob("*"))):
            told = "The folder holds no file that the atlas reads.", "Put one into it, or name another."
            found.append(Finding("warning", place, None, "", *told, "", "empty"))
    return found


def _order(finding: Finding) -> tuple[bool, str, int, str, str]:
    return finding.path is None, str(finding.path or ""), finding.line or 0, finding.node, finding.message


# ---- Queries ----


def _ask_queries(store: Store, folder: Path) -> Iterator[Violation]:
    for path in sorted(folder.glob("*-violation.rq")):
        solutions = store.query(path.read_text(encoding="utf-8")).solutions()
        for row in solutions.rows:
            bound = dict(zip(solutions.variables, row, strict=True))
            yield _from_solution(path.name.removesuffix("-violation.rq"), bound)


def _from_solution(kind: str, bound: dict[str, Term | None]) -> Violation:
    node, predicate, value = bound["node"], bound.get("predicate"), bound.get("value")
    assert node is not None  # noqa: S101  a query that doesn't bind it is no violation query
    words = {name: _plain(term.value) for name, term in bound.items() if term and term.kind == "literal"}
    triples: list[Triple] = [(node, predicate, value)] if predicate else []
    for name in ("against", "inverse"):
        other = bound.get(name)
        if other:
            triples.append((node, other, value) if name == "against" else (value, other, node))
    fact = words.get("fact")
    return Violation(
        kind,
        words.get("severity", "error"),
        node,
        words.get("message", "This may not be."),
        words.get("mend", ""),
        value,
        tuple(triples),
        fact,
    )


def _plain(message: str) -> str:
    """Put CURIEs in the place of the IRIs that a query writes into its message."""
    return _IRI.sub(lambda match: shorten(match[1]), message)


# ---- Shapes ----


def _apply_shapes(store: Store, folder: Path) -> Iterator[Violation]:
    """Run pySHACL over the merge; what it infers is nothing, for the rules have been applied."""
    import pyshacl  # these two are heavy, and most commands need neither
    import rdflib

    shapes = rdflib.Graph()
    for path in sorted(folder.glob("*.ttl")):
        shapes.parse(path, format="turtle")
    data = _copy_what_shapes_see(store, shapes)
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", inplace=True)
    if not isinstance(report, rdflib.Graph):  # pySHACL hands a failure of its own back instead of raising it
        raise RuntimeError(f"pySHACL failed: {report}")
    derived = {term.value for row in store.select("SELECT ?p { ?p atlas:derivedOnly true }") for term in row if term}
    for result in report.subjects(rdflib.RDF.type, rdflib.URIRef(SH + "ValidationResult")):
        violation = _from_result(report, shapes, result, derived)
        if violation:
            yield violation


def _copy_what_shapes_see(store: Store, shapes: rdflib.Graph) -> rdflib.Graph:
    """Return the triples of the merge whose property a shape names, and all classes; a large file has others."""
    import rdflib

    seen = {str(term) for triple in shapes for term in triple if isinstance(term, rdflib.URIRef)} | {A, SUBCLASS_OF}
    copied = rdflib.Graph()
    nodes: dict[Term, Node] = {}
    for *triple, _ in store.quads(""):
        if triple[1].value in seen:
            subject, predicate, value = (nodes.get(term) or nodes.setdefault(term, to_rdflib(term)) for term in triple)
            copied.add((subject, predicate, value))
    return copied


def _from_result(report: rdflib.Graph, shapes: rdflib.Graph, result: Node, derived: set[str]) -> Violation | None:
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
    if isinstance(path, rdflib.URIRef):
        triples.append((node, Term("iri", str(path)), _from_rdflib(value) if value is not None else None))
    message, _, mend = str(told("resultMessage") or "The shape doesn't allow this.").partition(". ")
    severity = "warning" if str(told("resultSeverity")) in (SH + "Warning", SH + "Info") else "error"
    offending = _from_rdflib(value) if value is not None and path is not None else None
    kind = shorten(str(shape)) if isinstance(shape, rdflib.URIRef) else shorten(str(path))
    return Violation(kind, severity, node, message.rstrip(".") + ".", mend, offending, tuple(triples))


def _from_rdflib(node: Node | None) -> Term:
    """Translate a term of pySHACL's report."""
    import rdflib

    if isinstance(node, rdflib.Literal):
        return Term("literal", str(node), str(node.datatype or ""), node.language or "")
    return Term("bnode" if isinstance(node, rdflib.BNode) else "iri", str(node))


# ---- One fact, told once ----


def _drop_repetitions(violations: list[Violation]) -> list[Violation]:
    """Leave out what follows from an undefined IRI: it has no class, so every shape that asks for one complains."""
    undefined = {one.node for one in violations if one.kind == "undefined-iri"}
    graphs = {one.node for one in violations if one.kind == "undeclared-passage"}
    return [
        one
        for one in violations
        if not (one.kind.startswith("shape:") and (one.value or one.node) in undefined)
        and not (one.kind == "undefined-iri" and one.node in graphs)
    ]


def _add_premises(store: Store, rules: list[Rule], violations: list[Violation]) -> list[Violation]:
    """Put what an offending triple is derived from beside it: no file states the derived one, so none can be mended."""
    found, proved = [], 0
    for one in violations:
        leaves: list[Triple] = []
        for subject, predicate, value in one.triples:
            if subject and predicate and value and proved < _MOST_PROVED and one.graph != INFERRED:
                triple = (subject, predicate, value)
                if "bnode" in (subject.kind, value.kind) or not store.contains(triple, INFERRED):
                    continue
                proved += 1
                proof = find_proof(store, rules, triple)
                leaves += [leaf.triple for leaf in proof.leaves()] if proof else []
        found.append(replace(one, triples=(*one.triples, *leaves)) if leaves else one)
    return found


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
