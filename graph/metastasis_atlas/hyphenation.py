"""Words that are drawn -> where they may be broken, by the patterns that office programs use.

The page has no room for patterns of five languages, and few words to break: it gets the long words of its labels, with
a soft hyphen at each place where a break is right.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

import pyphen

SOFT_HYPHEN: Final = "\u00ad"
_PATTERNS: Final = {"en": "en_GB", "de": "de_DE", "uk": "uk_UA", "es": "es", "fr": "fr"}
_HEADS: Final = {
    "de": ("pleura", "dauer", "tumor", "radio", "thorax", "kiefer", "aszites", "gesundheits", "häufigkeits"),
    "en": ("radio", "pleuro"),
}
"""What a compound begins with, where the patterns would break it elsewhere."""
_LONG: Final = 10
"""A shorter word fits into every box."""
_SHORTEST_PART: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@cache
def _patterns(language: str) -> pyphen.Pyphen | None:
    name = _PATTERNS.get(language, "")
    known = name in pyphen.LANGUAGES
    return pyphen.Pyphen(lang=name, left=_SHORTEST_PART, right=_SHORTEST_PART) if known else None


def find_breaks(texts: Iterable[str], language: str) -> list[str]:
    """Return the long words of texts, small and sorted, with a soft hyphen wherever they may be broken.

    >>> [word.replace(SOFT_HYPHEN, "-") for word in find_breaks(["Pleuraerguss", "maligner Aszites"], "de")]
    ['pleura-erguss']
    """
    patterns = _patterns(language)
    if patterns is None:
        return []
    words = {word.lower() for text in texts for word in _WORD.findall(text) if len(word) >= _LONG}
    broken = (
        SOFT_HYPHEN.join(patterns.inserted(part, SOFT_HYPHEN) for part in _part(word, language))
        for word in sorted(words)
    )
    return [word for word in broken if SOFT_HYPHEN in word]


def _part(word: str, language: str) -> list[str]:
    """Return the parts of a compound whose beginning is known, or the word itself."""
    head = next((one for one in _HEADS.get(language, ()) if word.startswith(one)), "")
    rest = word.removeprefix(head)
    return [head, *_part(rest, language)] if head and len(rest) > _SHORTEST_PART else [word]
