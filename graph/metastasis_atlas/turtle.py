"""Turtle and its kin -> statements of words, each with its place in the text.

In comes the text of a file that the parser has accepted; out go its statements, their IRIs
under the file's own prefixes. The parser tells no lines; to find one, this much of the grammar is enough.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from metastasis_atlas.measure import Token, read_tokens
from metastasis_atlas.namespaces import A

SUFFIXES: Final = (".ttl", ".trig", ".nt", ".nq")
_LONGEST_READ: Final = 5_000_000
"""Longer texts are not taken apart: it would take long, and a line helps little there."""


class Word(NamedTuple):
    """A word of a file: what it means (an IRI, a literal's text, or a mark such as "."), and where it stands."""

    kind: str
    value: str
    offset: int


@dataclass
class Statement:
    """The words between two full stops or braces, and the named graph that they stand in."""

    graph: str
    words: list[Word] = field(default_factory=list)

    def find_offset(self, wanted: list[str], opens: bool) -> int | None:
        """Return where the last of the wanted words stands if all stand here in their order.

        ``opens`` says that the first of them is a subject, which opens its statement.
        """
        met, last = 0, 0
        for number, word in enumerate(self.words):
            if word.kind == "other":
                if met and word.value == ";":
                    # Another predicate of the same subject: what was met of the one before doesn't count.
                    met = min(met, int(opens))
            # A subject opens its statement; what is no subject doesn't.
            elif word.value == wanted[met] and (met or not opens or number == 0):
                met, last = met + 1, word.offset
                if met == len(wanted):
                    return last
        return None


def read_statements(text: str, suffix: str) -> list[Statement]:
    """Take Turtle and its kin apart, with the file's own prefixes; nothing for other formats and very long files."""
    if suffix not in SUFFIXES or len(text) > _LONGEST_READ:
        return []
    statements = [Statement("")]
    for word in _read_words(read_tokens(text)):
        last = statements[-1]
        if word.kind != "other" or word.value not in ".{}":
            last.words.append(word)
            continue
        if suffix == ".nq":
            last.graph = _graph_of_line(last.words)
        graph = last.graph if word.value == "." else ""
        if word.value == "{" and last.words:
            graph = last.words[-1].value
        statements.append(Statement(graph))
    return statements


def _graph_of_line(words: list[Word]) -> str:
    """Return the graph of a line of N-Quads: its fourth term, which is no datatype."""
    typed = len(words) > 1 and words[-2].value == "^"
    return words[-1].value if len(words) > 3 and words[-1].kind == "iri" and not typed else ""


def _read_words(tokens: Iterator[Token]) -> Iterator[Word]:
    """Yield the words of a file with what they mean; a declaration of a prefix is a full stop."""
    prefixes: dict[str, str] = {}
    declared = ""
    for token in tokens:
        value = token.text
        declares, declared = declared, ""
        if token.kind == "iri":
            value = value[1:-1]
            if declares not in ("", "@PREFIX", "PREFIX"):
                prefixes[declares] = value
                yield Word("other", ".", token.offset)  # with a dot or without
                continue
        elif token.kind == "name" and declares in ("@PREFIX", "PREFIX"):
            declared = value
            continue
        elif token.kind == "name":
            prefix, colon, local = value.partition(":")
            value = prefixes.get(prefix + colon, prefix + colon) + re.sub(r"\\(.)", r"\1", local)
        elif token.kind == "string":
            value = _unescape(value)
        elif value == "a":
            value = A
        elif token.kind == "word" and value.upper() in ("@PREFIX", "PREFIX", "GRAPH"):
            declared = value.upper() if value.upper() != "GRAPH" else ""  # GRAPH is only a mark before a graph's name
            continue
        yield Word(token.kind, value, token.offset)


def _unescape(quoted: str) -> str:
    width = 3 if quoted[:3] in ('"""', "'''") else 1
    names = {"n": "\n", "t": "\t", "r": "\r"}
    return re.sub(r"\\(.)", lambda match: names.get(match[1], match[1]), quoted[width:-width])
