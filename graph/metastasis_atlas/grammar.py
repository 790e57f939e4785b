"""Templates of sentences -> text: what stands between words that are put together.

In come templates with ``{placeholders}`` and what stands in their place; out go texts in which articles and
prepositions have grown together as the language wants it. A template ``first | verb | rest`` can be said with its verb
in front, as German does after an adverb. Nothing here knows concepts or passages.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

_PLACEHOLDER: Final = re.compile(r"\{(\w+(?:\.\w+)?)\}")
_PARTS: Final = 3
_CONTRACTIONS: Final = {
    "de": {
        ("in", "dem"): "im", ("an", "dem"): "am", ("von", "dem"): "vom", ("zu", "dem"): "zum", ("zu", "der"): "zur",
        ("bei", "dem"): "beim",
    },
    "es": {("de", "el"): "del", ("a", "el"): "al"},
    "fr": {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"},
}  # fmt: skip
_ELIDED: Final = re.compile(r"\b([Dd]|[Qq]u)e $")
_UKRAINIAN_U: Final = re.compile(r"у (?![вф])")
_UKRAINIAN_VOWELS: Final = frozenset("аеєиіїоуюя")
_VOWELS: Final = tuple("aeiouyàâéèêëîïôœuûAEIOUYÀÂÉÈÊËÎÏÔŒ")


class Clause(NamedTuple):
    """A statement without capital or full stop: as it stands alone, and after an adverb that stands first."""

    text: str
    inverted: str


def fill(template: str, find: Callable[[str], str | None], language: str = "en") -> str:
    """Return a template with what ``find`` gives for its placeholders; where that is None, it stays as it is.

    What is filled in is never read as a template again.

    >>> fill("{subject} procede de {object}", {"subject": "la célula", "object": "el tumor"}.get, "es")
    'la célula procede del tumor'
    """
    out, end = "", 0
    for match in _PLACEHOLDER.finditer(template):
        found = find(match[1])
        if found is None:
            continue
        out += template[end : match.start()]
        out, end = _join(out, found, language), match.end()
    return out + template[end:]


def _join(before: str, after: str, language: str) -> str:
    """Return two pieces as one, a preposition grown together with the article after it."""
    if language == "fr" and after.startswith(_VOWELS) and (elided := _ELIDED.search(before)):
        return f"{before[: elided.start()]}{elided[1]}'{after}"
    if language == "uk" and _UKRAINIAN_U.match(after) and before.rstrip()[-1:].lower() in _UKRAINIAN_VOWELS:
        return f"{before}в{after[1:]}"
    words = before.rsplit(" ", 2)
    article, space, rest = after.partition(" ")
    joined = _CONTRACTIONS.get(language, {}).get((words[-2], article)) if len(words) > 1 and not words[-1] else None
    return f"{before[: -len(words[-2]) - 1]}{joined} {rest}" if joined and space else before + after


def make_clause(template: str, find: Callable[[str], str | None], language: str = "en") -> Clause:
    """Return what a template says, in both orders of its words.

    >>> make_clause("{subject} | wirkt | lokal", {"subject": "die Creme"}.get, "de")
    Clause(text='die Creme wirkt lokal', inverted='wirkt die Creme lokal')
    """
    parts = template.split(" | ")
    first, verb, rest = parts if len(parts) == _PARTS else (template, "", "")
    orders = ([first, verb, rest], [verb, first, rest])
    text, inverted = (fill(" ".join(part for part in order if part), find, language) for order in orders)
    return Clause(text, inverted)


def frame(template: str, clause: Clause, language: str = "en") -> str:
    """Return a clause within a frame: ``{statement}``, ``{sentence}`` with a capital, or ``{inverted}``.

    >>> frame("as a rule, {statement}", Clause("it rains", "it rains"))
    'as a rule, it rains'
    """
    parts = {"statement": clause.text, "inverted": clause.inverted, "sentence": capitalize(clause.text)}
    return fill(template, parts.get, language)


def capitalize(text: str) -> str:
    """Return a text whose first letter is a capital; the others stay as they are."""
    return text[:1].upper() + text[1:]
