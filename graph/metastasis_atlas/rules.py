"""What a rule is: files -> patterns, and the ways in which patterns hold in a store.

A rule is a CONSTRUCT whose WHERE holds triple patterns and FILTERs only, so that its premises can be read off it. The
engine reads the patterns and judges the FILTERs; the join is made here, because the engine's memory has no index that
finds one predicate of a subject with many.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Final

from metastasis_atlas.errors import DataError, QueryError
from metastasis_atlas.namespaces import ATLAS, LABEL, A
from metastasis_atlas.sparql import Term
from metastasis_atlas.store import Store

Triple = tuple[Term, Term, Term]
Pattern = tuple[Term | str, Term | str, Term | str]
"""A triple pattern; a variable is its bare name."""
Bound = dict[str, Term]
Find = Callable[[Term | None, Term | None, Term | None], Iterable[Triple]]

_SHAPE = re.compile(r"\A\s*CONSTRUCT\s*\{\s*(?P<head>[^{}]+?)\s*\}\s*WHERE\s*\{(?P<body>[^{}]+)\}\s*\Z", re.IGNORECASE)
_FILTER = re.compile(r"FILTER\s*(?P<test>\((?:[^()]|\([^()]*\))*\))", re.IGNORECASE)
_VARIABLE = re.compile(r"[?$](\w+)")
_AS_IRI: Final = "urn:variable:"
_BATCH: Final = 10_000


@dataclass(frozen=True)
class Rule:
    """A declared rule: its IRI, its name and explanation by language, and its query."""

    iri: str
    labels: dict[str, str]
    explanations: dict[str, str]
    query: str

    @cached_property
    def head(self) -> Pattern:
        """The conclusion's pattern."""
        patterns = self._read(self._match["head"])
        known = {word for pattern in self.body for word in pattern}
        if len(patterns) != 1 or any(isinstance(word, str) and word not in known for word in patterns[0]):
            raise self.refuse()
        return patterns[0]

    @cached_property
    def body(self) -> list[Pattern]:
        """The premises' patterns."""
        return self._read(_FILTER.sub(" ", self._match["body"]))

    @cached_property
    def tests(self) -> str:
        """The FILTERs, as written."""
        return " ".join(match[0] for match in _FILTER.finditer(self._match["body"]))

    def refuse(self) -> DataError:
        """The error that says what a rule must be."""
        return DataError(
            f"The rule {self.iri} must be a CONSTRUCT of one triple pattern from triple patterns and FILTERs only."
        )

    @cached_property
    def _match(self) -> re.Match[str]:
        match = _SHAPE.match(self.query)
        if match is None:
            raise self.refuse()
        return match

    def _read(self, text: str) -> list[Pattern]:
        """Let the engine read patterns, variables put as IRIs; what is no template (a path, a BIND) it refuses."""
        try:
            Store().construct(f"{self.query} LIMIT 0")
            template = _VARIABLE.sub(lambda match: f"<{_AS_IRI}{match[1]}>", text)
            found = Store().construct(f"CONSTRUCT {{ {template} }} WHERE {{}}")
        except QueryError:
            raise self.refuse() from None
        if any(term.kind == "bnode" for triple in found for term in triple):
            raise self.refuse()  # in a conclusion a new name each time, so that it might never end
        words = [[t.value.removeprefix(_AS_IRI) if t.value.startswith(_AS_IRI) else t for t in one] for one in found]
        words.reverse()  # the engine tells a template's last triple first
        return [(s, p, o) for s, p, o in words]


def read_rules(store: Store, folder: Path) -> list[Rule]:
    """Return the rules that the store declares, their queries read from a folder, in order of IRI."""
    names: dict[str, dict[str, dict[str, str]]] = {}
    files: dict[str, str] = {}
    for iri, prop, value in store.select(
        f"SELECT ?rule ?p ?v {{ ?rule a atlas:Rule ; ?p ?v VALUES ?p {{<{LABEL}> atlas:explanation atlas:queryFile}}}}"
    ):
        if not (iri and prop and value):
            continue
        if prop.value == ATLAS + "queryFile":
            files[iri.value] = value.value
        else:
            names.setdefault(iri.value, {}).setdefault(prop.value, {})[value.language] = value.value
    rules = []
    for iri_text, file in sorted(files.items()):
        path = folder / Path(file).name
        if not path.is_file():
            raise DataError(f"The rule {iri_text} names a query file that isn't there.", path)
        told = names.get(iri_text, {})
        query = path.read_text(encoding="utf-8")
        rule = Rule(iri_text, told.get(LABEL, {}), told.get(ATLAS + "explanation", {}), query)
        _ = rule.head  # reads it whole, so that a rule of a wrong shape is refused here
        rules.append(rule)
    return rules


class Facts:
    """The merge by predicate, read from the store when first asked for.

    The engine's memory walks all triples of a subject or object to find those of one predicate, which makes long
    chains slow; here a look-up is a look-up.
    """

    def __init__(self, store: Store):
        self._store = store
        self._tables: dict[Term, tuple[set[Triple], dict[Term, list[Triple]], dict[Term, list[Triple]]]] = {}

    def find(self, s: Term | None, p: Term | None, o: Term | None) -> Iterable[Triple]:
        """Return the triples of a pattern; a literal is no subject, and finds none."""
        if p is None:
            every = [one[0] for one in self._store.select("SELECT DISTINCT ?p { ?s ?p ?o }")]
            return [triple for one in every if one for triple in self.find(s, one, o)]
        triples, by_subject, by_object = self._tables.get(p) or self._read(p)
        if s is None:
            return list(triples) if o is None else by_object.get(o, ())
        if o is None:
            return by_subject.get(s, ())
        return ((s, p, o),) if (s, p, o) in triples else ()

    def __contains__(self, triple: Triple) -> bool:
        return triple in (self._tables.get(triple[1]) or self._read(triple[1]))[0]

    def add(self, triples: Iterable[Triple]) -> None:
        """Add triples that the store holds by now."""
        for triple in triples:
            if triple[1] in self._tables and triple not in self:
                self._put(triple)

    def _read(self, p: Term) -> tuple[set[Triple], dict[Term, list[Triple]], dict[Term, list[Triple]]]:
        self._tables[p] = set(), {}, {}
        for triple in self._store.find(None, p, None) if p.kind == "iri" else ():
            self._put(triple)
        return self._tables[p]

    def _put(self, triple: Triple) -> None:
        triples, by_subject, by_object = self._tables[triple[1]]
        triples.add(triple)
        by_subject.setdefault(triple[0], []).append(triple)
        by_object.setdefault(triple[2], []).append(triple)


def unify(pattern: Pattern, triple: Triple, bound: Bound) -> Bound | None:
    """Return the variables with those that make the pattern the triple, or None when none do."""
    more = bound.copy()
    for word, term in zip(pattern, triple):  # noqa: B905  # three each; this is where the time goes
        other = more.setdefault(word, term) if isinstance(word, str) else word
        if other is not term and other != term:
            return None
    return more


def fill(pattern: Pattern, bound: Bound) -> Triple:
    """Return the triple that a pattern becomes when all its variables are known."""
    s, p, o = pattern
    return (
        bound[s] if isinstance(s, str) else s,
        bound[p] if isinstance(p, str) else p,
        bound[o] if isinstance(o, str) else o,
    )


def solve(patterns: Sequence[Pattern], bound: Bound, find: Find) -> Iterator[Bound]:
    """Yield the variables of all ways in which patterns hold, the one with most terms known looked up first."""
    if not patterns:
        yield bound
        return

    def known(at: int) -> tuple[bool, ...]:
        there = [not isinstance(word, str) or word in bound for word in patterns[at]]
        return there[1], sum(there) > 2, sum(there) > 1

    first = max(range(len(patterns)), key=known) if len(patterns) > 1 else 0
    rest = [*patterns[:first], *patterns[first + 1 :]]
    s, p, o = (bound.get(word) if isinstance(word, str) else word for word in patterns[first])
    for triple in find(s, p, o):
        more = unify(patterns[first], triple, bound)
        if more is not None:
            yield from solve(rest, more, find)


def pass_tests(rule: Rule, ways: Iterable[Bound]) -> Iterator[Bound]:
    """Yield those that pass the rule's FILTERs. The engine judges: many at a time, in a store made for it."""
    if not rule.tests:
        yield from ways
        return
    names = sorted(set(_VARIABLE.findall(rule.tests)) & {w for p in rule.body for w in p if isinstance(w, str)})
    columns = [Term("iri", _AS_IRI + name) for name in names]
    patterns = " ".join(f"?row_ <{column.value}> ?{name} ." for name, column in zip(names, columns, strict=True))
    query = f"SELECT ?row_ {{ ?row_ a <{_AS_IRI}> . {patterns} {rule.tests} }}"
    ways = iter(ways)
    while batch := list(islice(ways, _BATCH)):
        values: dict[tuple[Term, ...], str] = {}
        for way in batch:
            values.setdefault(tuple(way[name] for name in names), f"{_AS_IRI}{len(values)}")
        table = Store()
        for row, name in values.items():
            cells = zip((Term("iri", A), *columns), (Term("iri", _AS_IRI), *row), strict=True)
            table.add_triples(((Term("iri", name), column, cell) for column, cell in cells), "")
        passed = {row.value for (row,) in table.select(query) if row}
        yield from (way for way in batch if values[tuple(way[name] for name in names)] in passed)
