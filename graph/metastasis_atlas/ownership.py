"""What a reader's own file may not say: words in the mouth of a built-in source.

In come the built-in files, the reader's own and the rules; out go violations, each with the file that it is in. A
built-in passage, what is said of it and of its source, that source's title, the graphs of the labels and of what is
derived, the meaning and the words of classes and properties, and the definitions of concepts belong to the files that
made them; everything else may be said of their concepts elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from metastasis_atlas.border import to_term
from metastasis_atlas.inference import derive
from metastasis_atlas.namespaces import (
    ATLAS,
    CASES,
    CONCEPT,
    DCTERMS,
    DEFINITION,
    INFERRED,
    LABEL,
    PLAIN_DEFINITION,
    PLAIN_LABEL,
    PREF_LABEL,
    RDFS,
    RULE,
    SKOS,
    A,
    shorten,
)
from metastasis_atlas.readers import ReadFile, is_blank, value_of
from metastasis_atlas.rules import Rule
from metastasis_atlas.sparql import Term
from metastasis_atlas.store import Store
from metastasis_atlas.terms import fold
from metastasis_atlas.violations import Violation

if TYPE_CHECKING:
    import pyoxigraph as ox

IS_PART_OF: Final = DCTERMS + "isPartOf"
TITLE: Final = DCTERMS + "title"
_NAMES: Final = (SKOS, LABEL, RDFS + "comment", RDFS + "seeAlso")
"""Beginnings of the properties that name or explain a class or property without changing what it means."""
_TEXTS: Final = {
    LABEL: LABEL,
    PREF_LABEL: LABEL,
    DEFINITION: DEFINITION,
    PLAIN_DEFINITION: PLAIN_DEFINITION,
    PLAIN_LABEL: PLAIN_LABEL,
    **{case: case for case in CASES},
}
"""By property the text that it gives, of which a language has one: a second one could be read in its place."""
_VOCABULARY: Final = (ATLAS, RULE, SKOS)
_DEFINED: Final = (*_VOCABULARY, CONCEPT)
_LONGEST_VALUE: Final = 60

Key = tuple[str, str, str, str]


class _Held(NamedTuple):
    """What the built-in files hold, by IRI."""

    stated: set[Key]
    graphs: set[str]
    passages: set[str]
    sources: set[str]
    metadata: set[str]
    vocabulary: set[str]
    texts: set[tuple[str, str, str]]
    titles: set[str]


def find_trespasses(builtin: Iterable[ReadFile], own: Iterable[ReadFile], rules: list[Rule]) -> Iterator[Violation]:
    """Yield what own files add to what belongs to the built-in ones; the same said again is no addition."""
    builtin, own = list(builtin), list(own)
    held = _read_held(builtin)
    derived: Store | None = None
    for file in own:
        for quad in file.quads:
            graph, subject, predicate, value = key = _key_of(quad)
            if graph == INFERRED:
                derived = derived or _derive_anew([*builtin, *own], rules)
                triple = (to_term(quad.subject), to_term(quad.predicate), to_term(quad.object))
                told = None if derived.contains(triple) else _INFERRED_TOLD
            else:
                told = None if key in held.stated else _judge(held, graph, subject, predicate, value)
                told = told or _judge_text(held, quad)
            if told:
                yield _to_violation(told, file, quad)


class _Told(NamedTuple):
    """The kind of a trespass, whether its node is the graph, its message with {claim} and {value}, and the mend."""

    kind: str
    of_graph: bool
    message: str
    mend: str


_INFERRED_TOLD: Final = _Told(
    "foreign-inferred",
    True,
    "{claim} stands among what is derived, and no rule derives it.",
    "State it in a passage of a source of your own.",
)
_PASSAGE_TOLD: Final = _Told(
    "foreign-claim",
    True,
    "{claim} is put into a built-in passage, whose source doesn't say it.",
    "Put it into a passage of a source of your own.",
)
_GRAPH_TOLD: Final = _Told(
    "foreign-graph",
    True,
    "{claim} is put into a named graph of the built-in knowledge.",
    "Put it into a named graph of your own.",
)
_SOURCE_TOLD: Final = _Told(
    "foreign-source",
    False,
    "It claims to stand in {value}, which is a source of the built-in knowledge.",
    "Declare an atlas:Source of your own and say dcterms:isPartOf of that.",
)
_METADATA_TOLD: Final = _Told(
    "foreign-metadata",
    False,
    "{claim} changes what is said of a passage or source of the built-in knowledge.",
    "Take it out, or say it of a passage or source of your own.",
)
_VOCABULARY_TOLD: Final = _Told(
    "foreign-vocabulary",
    False,
    "{claim} changes what a built-in term means or how it is said.",
    "Take it out, or define a class or property of your own.",
)
_DEFINITION_TOLD: Final = _Told(
    "foreign-definition",
    False,
    "{claim} stands beside the built-in definition in this language, and would be read in its place.",
    "Take it out, or define a concept of your own.",
)
_TITLE_TOLD: Final = _Told(
    "foreign-title",
    False,
    "It is entitled {value}, as a source of the built-in knowledge is, and its claims would look like that source's.",
    "Give your own source a title of your own.",
)


def _judge(held: _Held, graph: str, subject: str, predicate: str, value: str) -> _Told | None:
    """Return what is wrong with a quad that no built-in file states."""
    if graph in held.passages:
        return _PASSAGE_TOLD
    if graph in held.graphs:
        return _GRAPH_TOLD
    describes = not graph or predicate.startswith(DCTERMS) or predicate in held.metadata
    if describes and (subject in held.passages or subject in held.sources):
        return _METADATA_TOLD
    if predicate == IS_PART_OF and value in held.sources:
        return _SOURCE_TOLD
    if subject in held.vocabulary and not predicate.startswith(_NAMES):
        return _VOCABULARY_TOLD
    return None


def _judge_text(held: _Held, quad: ox.Quad) -> _Told | None:
    """Return what is wrong with a text that would be read in the place of a built-in one."""
    _, subject, predicate, value = _key_of(quad)
    if ("", subject, predicate, value) in held.stated:
        return None
    if _text_of(quad) in held.texts:
        return _VOCABULARY_TOLD if subject in held.vocabulary else _DEFINITION_TOLD
    if predicate == TITLE and subject not in held.sources and _fold_title(quad) in held.titles:
        return _TITLE_TOLD
    return None


def _read_held(builtin: list[ReadFile]) -> _Held:
    held = _Held(set(), set(), set(), set(), set(), set(), set(), set())
    for file in builtin:
        for quad in file.quads:
            graph, subject, predicate, value = key = _key_of(quad)
            held.stated.add(key)
            if graph:
                held.graphs.add(graph)
            elif subject.startswith(_VOCABULARY):
                held.vocabulary.add(subject)
            if predicate in _TEXTS and subject.startswith(_VOCABULARY if _TEXTS[predicate] == LABEL else _DEFINED):
                held.texts.add(_text_of(quad))
            elif predicate == TITLE:
                held.titles.add(_fold_title(quad))
            if predicate == A and value == ATLAS + "Passage":
                held.passages.add(subject)
            elif predicate == A and value == ATLAS + "Source":
                held.sources.add(subject)
    described = held.passages | held.sources
    held.metadata.update(p for graph, s, p, _ in held.stated if not graph and s in described)
    held.stated.update([("", s, p, o) for _, s, p, o in held.stated])  # an export holds the merge
    return held


def _key_of(quad: ox.Quad) -> Key:
    """Return graph, subject, predicate and object of a quad; blank nodes have no name that two files could share."""
    return _text(quad.graph_name), _text(quad.subject), quad.predicate.value, _text(quad.object)


def _text(term: object) -> str:
    language = getattr(term, "language", None)
    return "_:" if is_blank(term) else f"{value_of(term)}@{language}" if language else value_of(term)


def _text_of(quad: ox.Quad) -> tuple[str, str, str]:
    """Return the subject of a text, what it is of it, and its language; one that has none is read as English."""
    language = getattr(quad.object, "language", None) or "en"
    return value_of(quad.subject), _TEXTS.get(quad.predicate.value, ""), language


def _fold_title(quad: ox.Quad) -> str:
    """Return a title without what the eye overlooks: case, accents, spaces, punctuation."""
    return "".join(char for char in fold(value_of(quad.object)) if char.isalnum())


def _derive_anew(files: list[ReadFile], rules: list[Rule]) -> Store:
    """Return a store in which only rules derive: without what the files themselves call derived."""
    claimed = {q.triple for file in files for q in file.quads if value_of(q.graph_name) == INFERRED}
    store = Store(
        quad
        for file in files
        for quad in file.quads
        if value_of(quad.graph_name) != INFERRED and (value_of(quad.graph_name) or quad.triple not in claimed)
    )
    derive(store, rules)
    return store


def _to_violation(told: _Told, file: ReadFile, quad: ox.Quad) -> Violation:
    triple = (to_term(quad.subject), to_term(quad.predicate), to_term(quad.object))
    graph = value_of(quad.graph_name)
    claim = " ".join(map(_say, triple if told.of_graph else triple[1:]))  # a node's name stands before the message
    return Violation(
        told.kind,
        "error",
        Term("iri", graph) if told.of_graph else triple[0],
        told.message.format(claim=claim, value=_say(triple[2])),
        told.mend,
        triple[2],
        (triple,),
        file=file.path,
        graph=graph,
    )


def _say(term: Term) -> str:
    if term.kind == "bnode":
        return "[ ]"
    if term.kind == "iri":
        return shorten(term.value)
    text = " ".join(term.value.split())
    return f'"{text}"' if len(text) <= _LONGEST_VALUE else f'"{text[:_LONGEST_VALUE]}…"'
