"""Words -> concepts, classes and properties: labels in any language, CURIEs, IRIs, and "did you mean".

In comes a store; out goes a lexicon that finds the one thing a word names, or says which are nearest.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from metastasis_atlas.errors import AtlasError, UnknownTermError
from metastasis_atlas.namespaces import ALT_LABEL, CONCEPT, LABEL, LANGUAGES, OURS, PREF_LABEL, expand, shorten
from metastasis_atlas.sparql import find_iris
from metastasis_atlas.store import Store

MOST_SUGGESTIONS: Final = 3
_NEAR: Final = 70
"""Similarity in percent from which a name counts as near."""


def check_language(language: str) -> str:
    """Return a language if the atlas speaks it.

    Raises AtlasError with those that it does speak.
    """
    if language not in LANGUAGES:
        raise AtlasError(f'The atlas does not speak "{language}". It speaks {", ".join(LANGUAGES)}.')
    return language


def check_text(value: object, what: str) -> None:
    """Raise TypeError, in a sentence, for what should be text and isn't."""
    if not isinstance(value, str):
        raise TypeError(f"{what} must be text, not {type(value).__name__}.")


def fold(word: str) -> str:
    """Return a word without case, accents and surplus spaces, to compare it by.

    >>> fold("  Épanchement  PLEURAL")
    'epanchement pleural'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    return " ".join(plain.split())


class Lexicon:
    """The names of everything in a store."""

    def __init__(self, store: Store):
        self._store = store

    @cached_property
    def labels(self) -> dict[str, list[tuple[str, str, bool]]]:
        """By IRI its labels: text, language, and whether it is a preferred one."""
        found: dict[str, list[tuple[str, str, bool]]] = {}
        query = f"SELECT ?s ?p ?o {{ ?s ?p ?o VALUES ?p {{ <{PREF_LABEL}> <{ALT_LABEL}> <{LABEL}> }} }}"
        for subject, prop, label in self._store.select(query):
            if subject and prop and label and subject.kind == "iri":
                preferred = prop.value != ALT_LABEL
                found.setdefault(subject.value, []).append((label.value, label.language, preferred))
        return found

    @cached_property
    def _index(self) -> dict[str, list[str]]:
        """By folded label the IRIs that bear it, those that prefer it first; ours before mapped terms."""
        ranked: dict[str, dict[str, tuple[bool, bool]]] = {}
        for iri, labels in self.labels.items():
            for text, _, preferred in labels:
                known = ranked.setdefault(fold(text), {})
                rank = (not iri.startswith(OURS), not preferred)
                known[iri] = min(rank, known.get(iri, rank))
        return {word: sorted(iris, key=lambda i: (iris[i], i)) for word, iris in ranked.items()}

    def find(self, word: str) -> str:
        """Return the IRI that a word names: an IRI, a CURIE, a concept's slug, or any label in any language.

        A term of another vocabulary gives the concept that is mapped to it. Raises UnknownTermError with the nearest
        names.
        """
        return self._follow_mapping(self.find_exactly(word))

    def find_exactly(self, word: str, *, predicate: bool = False) -> str:
        """Return the IRI that a word names, as it is; with ``predicate`` a property before anything of the same name.

        A concept that prefers the word as its label comes before one whose slug it is. Raises UnknownTermError with the
        nearest names, and TypeError for what is no text.
        """
        check_text(word, "A term")
        text = word.strip().removeprefix("<").removesuffix(">")
        slugs = [f"atlas:{text}", f"skos:{text}"] if predicate else [f"concept:{'-'.join(text.lower().split())}"]
        for iri in (text, expand(text)):
            if iri and ":" in iri and self._store.mentions(iri):
                return iri
        preferred = () if predicate else self._find_preferred(text)
        named: list[str | None] = [*preferred, *map(expand, slugs)]
        for iri in named:
            if iri and self._store.mentions(iri):
                return iri
        found = self._index.get(fold(text), [])
        if predicate:
            found = [iri for iri in found if self._store.query(f"ASK {{ ?s <{iri}> ?o }}")] or found
        if found:
            return found[0]
        raise UnknownTermError(word, self.suggest(text) or self._suggest_iris(expand(text) or expand(slugs[0]) or ""))

    def _find_preferred(self, word: str) -> Iterator[str]:
        """Yield our concepts that prefer a word as their label."""
        for iri in self._index.get(fold(word), ()):
            if iri.startswith(CONCEPT) and any(main and fold(text) == fold(word) for text, _, main in self.labels[iri]):
                yield iri

    def _follow_mapping(self, iri: str) -> str:
        """Return our concept for a term of another vocabulary that is mapped to it exactly, or the term itself."""
        if iri.startswith(OURS) or any(c in iri for c in ' <>"{}|\\^`'):
            return iri
        rows = self._store.select(
            f"SELECT ?c {{ ?c ?match <{iri}> VALUES (?match ?rank) {{ (skos:exactMatch 1) (skos:closeMatch 2) }} }}"
            " ORDER BY ?rank ?c LIMIT 1"
        )
        return rows[0][0].value if rows and rows[0][0] else iri

    def suggest(self, word: str) -> list[str]:
        """Return up to three labels nearest to a word, best first, each of another thing."""
        from rapidfuzz import fuzz, process

        near = process.extract(fold(word), list(self._index), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=12)
        found: dict[str, str] = {}
        for folded, _, _ in near:
            iri = self._index[folded][0]
            found.setdefault(iri, next(text for text, _, _ in self.labels[iri] if fold(text) == folded))
        return list(found.values())[:MOST_SUGGESTIONS]

    def label(self, iri: str, language: str = "en") -> str:
        """Return the preferred label in a language, else in English, else any, else the CURIE."""
        labels = [one for one in self.labels.get(iri, ()) if one[2]]
        for wanted in (language, "en", ""):
            for text, tag, _ in labels:
                if tag == wanted:
                    return text
        return labels[0][0] if labels else shorten(iri)

    def find_unknown(self, query: str) -> list[UnknownTermError]:
        """Return the IRIs of a query that the store has nowhere, each with the nearest that it has.

        A misspelt property silently matches nothing; this says so.
        """
        unknown = []
        for iri, written in find_iris(query).items():
            if not self._store.mentions(iri) and not _is_builtin(iri):
                unknown.append(UnknownTermError(written, self._suggest_iris(iri)))
        return unknown

    def _suggest_iris(self, iri: str) -> list[str]:
        from rapidfuzz import fuzz, process

        namespace = _namespace(iri)
        if any(c in iri for c in ' <>"{}|\\^`'):
            return []
        local = iri[len(namespace) :].lower()
        names = {one[len(namespace) :].lower(): one for one in self._names_in(namespace)}
        near = process.extract(local, list(names), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=MOST_SUGGESTIONS)
        return [shorten(names[name]) for name, _, _ in near]

    def _names_in(self, namespace: str) -> Iterable[str]:
        """All IRIs of a namespace that the store has as subject or predicate."""
        query = (
            "SELECT DISTINCT ?x { { ?x ?p ?o } UNION { ?s ?x ?o } "
            f'FILTER(isIRI(?x) && STRSTARTS(STR(?x), "{namespace}")) }}'
        )
        return [row[0].value for row in self._store.select(query) if row[0]]


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def _is_builtin(iri: str) -> bool:
    """Functions, datatypes and the like are no terms of the data."""
    builtin = ("http://www.w3.org/2001/XMLSchema#", "http://www.w3.org/2005/xpath-functions")
    return iri.startswith(builtin) or any(c in iri for c in '"\\')
