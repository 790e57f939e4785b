"""Triples -> the file and the line at which they stand.

In come files as they were read and violations; out goes for each the place that its reader can mend: in a file of
the reader's own rather than in a built-in one. The parser tells no lines, so the text is taken apart a second time.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from metastasis_atlas.namespaces import A, shorten
from metastasis_atlas.readers import ReadFile, is_blank, value_of
from metastasis_atlas.sparql import Term
from metastasis_atlas.turtle import Statement, read_statements
from metastasis_atlas.violations import Triple, Violation

_LONGEST_CHAIN: Final = 8
"""How many blank nodes deep it is told what a blank node hangs on."""
_LONGEST_VALUE: Final = 60

_IRI: Final = re.compile(r"[A-Za-z][\w+.\-]*:\S+")

Text = tuple[str, str, str]
"""A triple of a file by the values of its terms."""


class Place(NamedTuple):
    """Where something stands. Of two places for one fact the greater rank is told: own before built-in, exact first."""

    rank: tuple[bool, bool, int, int]
    path: Path | None
    line: int | None


NOWHERE: Final = Place((False, False, -1, 0), None, None)


class Places:
    """Finds the file that states a triple, and the line of its text; ``own`` are the files of the reader."""

    def __init__(self, files: Sequence[ReadFile], own: Sequence[ReadFile], violations: Iterable[Violation]):
        wanted = {term.value for one in violations for term in _ends(one)}
        mine = {id(file) for file in own}
        self._texts = [_FileText(file, id(file) in mine, _find_quads(file, wanted)) for file in files]

    def find(self, violation: Violation) -> Place:
        """Return where to mend a violation: an offending triple if one is stated, else where its node is at home."""
        homes = _homes(violation.node)
        for exact, triples in ((True, violation.triples), (False, homes)):
            for own in (True, False):
                for triple in triples:
                    place = self._find_triple(triple, violation, own, exact)
                    if place:
                        return place
        return NOWHERE

    def _find_triple(self, triple: Triple, violation: Violation, own: bool, exact: bool) -> Place | None:
        """Return where a triple stands in the last file of the reader's own, or of the built-in, that states it."""
        for number in range(len(self._texts) - 1, -1, -1):
            text = self._texts[number]
            if text.own == own and violation.file in (None, text.file.path) and text.states(triple):
                line = text.find_line(triple, violation.graph)
                return Place((own, exact, number, -(line or 0)), text.file.path, line)
        return None

    def name(self, term: Term) -> str:
        """Return a term for a message: a CURIE, a text, or what a blank node hangs on or holds."""
        if term.kind != "bnode":
            return shorten(term.value)
        for text in self._texts:
            words = text.name_blank(term)
            if words:
                return f"a blank node ({words})"
        return "a blank node"


def _ends(violation: Violation) -> Iterator[Term]:
    """The terms whose triples may be looked for. A predicate is none of them: it has too many."""
    yield violation.node
    for subject, _, value in violation.triples:
        if subject:
            yield subject
        if value:
            yield value


def _homes(node: Term) -> tuple[Triple, ...]:
    """Where a node is at home: where it gets its class, where something is said of it, where it is named."""
    return (node, Term("iri", A), None), (node, None, None), (None, None, node), (None, node, None)


def _find_quads(file: ReadFile, wanted: set[str]) -> set[Text]:
    """Return the triples of a file that name something wanted, a graph's name as the subject of one of its own."""
    found = set()
    for quad in file.quads:
        triple = (value_of(quad.subject), quad.predicate.value, value_of(quad.object))
        if not wanted.isdisjoint(triple):
            found.add(triple)
        graph = value_of(quad.graph_name)
        if graph in wanted:
            found.add((graph, "", ""))
    return found


class _FileText:
    """A file, those of its triples that are looked for, and its text taken apart when first a line is asked for."""

    def __init__(self, file: ReadFile, own: bool, stated: set[Text]):
        self.file, self.own = file, own
        self._by_term: dict[str, list[Text]] = {}
        for triple in sorted(stated):
            for value in dict.fromkeys(triple):
                self._by_term.setdefault(value, []).append(triple)

    def states(self, triple: Triple) -> bool:
        """Return whether the file states a triple that is looked for."""
        known = [self._by_term.get(term.value, []) for term in triple if term]
        return any(_fits(triple, text) for text in min(known, key=len, default=[]))

    def find_line(self, triple: Triple, graph: str = "") -> int | None:
        """Return the line of a triple, or of as much of it as is found; in a named graph if one is given."""
        blank = next((term for term in triple if term and term.kind == "bnode"), None)
        if blank:
            return self._find_blank_line(blank)
        subject, predicate, value = triple
        for wanted in (
            triple,
            (subject, None, value),
            (subject, None, None),
            (None, None, value),
            (None, predicate, None),
            (None, None, subject),
        ):
            offset = next(self._find_offsets(wanted, graph), None) if any(wanted) else None
            if offset is not None:
                return self._line_at(offset)
        if graph:
            return self.find_line(triple)
        written = next((term.value for term in (value, subject, predicate) if term), "")
        offset = self.file.text.find(written) if written else -1
        return self._line_at(offset) if offset >= 0 else None

    # ---- Blank nodes ----

    def name_blank(self, node: Term) -> str:
        """Return by which properties a blank node hangs on what, or else what it says, or nothing if it isn't here."""
        way: list[str] = []
        here = node.value
        while here in self._parents and len(way) < _LONGEST_CHAIN:
            here, predicate = self._parents[here]
            way.insert(0, shorten(predicate))
            if here not in self._blanks:
                return f"{' / '.join(way)} of {shorten(here)}"
        holds = [(predicate, value) for _, predicate, value in self._said_by(node)]
        for predicate, value in holds:
            if value not in self._blanks:
                text = shorten(value) if _IRI.fullmatch(value) else f'"{value}"'
                return f"{shorten(predicate)} {text[:_LONGEST_VALUE]}"
        if holds:
            return shorten(holds[0][0])
        inside = self._first_inside(node)
        return f"the named graph with {' '.join(map(shorten, inside))}" if inside else ""

    def _find_blank_line(self, node: Term) -> int | None:
        """Return the line of the property by which a blank node hangs, or of the first thing that it alone says."""
        parent, predicate = self._parents.get(node.value, ("", ""))
        wanted: list[Triple] = []
        if parent and parent not in self._blanks:
            wanted.append((Term("iri", parent), Term("iri", predicate), None))
        wanted += [(None, Term("iri", p), Term("iri", o)) for _, p, o in self._said_by(node) if o not in self._blanks]
        for triple in wanted:
            offsets = list(self._find_offsets(triple, ""))
            if len(offsets) == 1:
                return self._line_at(offsets[0])
        inside = self._first_inside(node)
        if inside:
            return self.find_line((Term("iri", inside[0]), Term("iri", inside[1]), Term("iri", inside[2])))
        for _, _, value in self._said_by(node):
            if self.file.text.count(value) == 1:
                return self._line_at(self.file.text.index(value))
        return None

    def _said_by(self, node: Term) -> list[Text]:
        """What a blank node says: its claims first, its class last."""
        said = [triple for triple in self._by_term.get(node.value, ()) if triple[0] == node.value and triple[1]]
        return sorted(said, key=lambda triple: (triple[1] == A, triple))

    def _first_inside(self, node: Term) -> Text | None:
        """Return what stands first in the named graph that a blank node names, if it names one."""
        inside = (q for q in self.file.quads if is_blank(q.graph_name) and value_of(q.graph_name) == node.value)
        return next(((value_of(q.subject), q.predicate.value, value_of(q.object)) for q in inside), None)

    @cached_property
    def _parents(self) -> dict[str, tuple[str, str]]:
        """By blank node the subject and predicate that it hangs on."""
        found: dict[str, tuple[str, str]] = {}
        for quad in self.file.quads:
            if is_blank(quad.object):
                found.setdefault(value_of(quad.object), (value_of(quad.subject), quad.predicate.value))
        return found

    @cached_property
    def _blanks(self) -> set[str]:
        return {value_of(q.subject) for q in self.file.quads if is_blank(q.subject)} | set(self._parents)

    # ---- Lines ----

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.file.text))]

    def _line_at(self, offset: int) -> int:
        return bisect_right(self._line_starts, offset)

    @cached_property
    def _statements(self) -> list[Statement]:
        return read_statements(self.file.text, self.file.path.suffix.lower())

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """By word the numbers of the statements that hold it."""
        found: dict[str, list[int]] = {}
        for number, statement in enumerate(self._statements):
            for value in dict.fromkeys(word.value for word in statement.words if word.kind != "other"):
                found.setdefault(value, []).append(number)
        return found

    def _find_offsets(self, triple: Triple, graph: str) -> Iterator[int]:
        """Yield where a triple's last known term stands, a statement that has its terms in their order each."""
        opens = triple[0] is not None
        wanted = [term.value for term in triple if term]
        for number in min((self._by_word.get(value, []) for value in wanted), key=len, default=[]):
            statement = self._statements[number]
            if graph in ("", statement.graph):
                offset = statement.find_offset(wanted, opens)
                if offset is not None:
                    yield offset


def _fits(triple: Triple, text: Text) -> bool:
    return all(term is None or term.value == value for term, value in zip(triple, text, strict=True))
