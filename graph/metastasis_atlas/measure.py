"""A query's text -> its tokens, and whether an engine may be given it.

The engine's parser overflows its stack on what is nested or chained too deep, and no exception catches that; and it
knows no switch that keeps SERVICE from calling out. So a text is measured first, read exactly as that parser reads it:
it has no separate lexer, so "trueSERVICE<x>" and "SERVICE:x" are calls, and "<" begins an IRI only where one may stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from metastasis_atlas.errors import QueryError

MOST_TOKENS: Final = 40_000
MOST_NESTING: Final = 64
MOST_OPERATORS: Final = 600
"""Brackets that are opened and operators: each may be a level of the tree that the engine walks by recursion."""
MOST_LINKS: Final = 2_000
"""Terms that stand side by side or are listed: about twice the triple patterns."""
_MOST_DOUBTFUL: Final = 150
_SHORT: Final = 8 * 1024

_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<string>\"\"\"(?:(?:\"|\"\")?(?:[^\"\\]|\\.))*\"\"\"|'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''
      |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
  | (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:[^\W\d_][\w.\-]{0,200}+)?:
      (?:(?:[\w:%]|\\[_~.\-!$&'()*+,;=/?\#@%])(?:[\w.:%\-]|\\[_~.\-!$&'()*+,;=/?\#@%])*(?<![^\\]\.))?)
  | (?P<word>@?[^\W\d]\w*)
  | (?P<number>\d+(?:\.\d+)?(?:[eE][+\-]?\d+)?)
  | (?P<space>\s+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_WHOLE_IRI = re.compile(r"<[A-Za-z][\w+.\-]*://")
"""What can't be read otherwise: as an expression, two slashes would follow one another."""


class Token(NamedTuple):
    """A lexical unit of a query: its kind (the group of the pattern), its text and its offset in characters."""

    kind: str
    text: str
    offset: int


def read_tokens(query: str, start: int = 0) -> Iterator[Token]:
    """Yield the tokens of a query without spaces and comments."""
    if start or len(query) > _SHORT:
        return _scan(query, start)  # which stops where it is refused
    return iter(_remember(query))


@lru_cache(maxsize=16)
def _remember(query: str) -> tuple[Token, ...]:
    """Return the tokens of a short query, which is looked through for one thing after another."""
    return tuple(_scan(query, 0))


def _scan(query: str, start: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(query, start):
        kind = match.lastgroup
        if kind not in ("space", "comment"):
            yield Token(str(kind), match.group(), match.start())


def check_parts(query: str) -> None:
    """Refuse a query that has too many parts, is nested too deep, or asks another endpoint.

    Raises QueryError.
    """
    reading = _Reading()
    reading.read(read_tokens(query))
    if not reading.doubts:
        return
    # What else the text could be is read, too, up to where both readings meet: no trick of quotes hides anything.
    seen = {token.offset for token in read_tokens(query)}
    other, crossed = _Reading(exempts=False), False
    while reading.doubts:
        start, end = reading.doubts.pop()
        inside = _read_until(query, start, seen)
        crossed |= any(token.offset + len(token.text) > end or token.text in "([{}])" for token in inside)
        other.before = _NOTHING
        other.read(iter(inside), follows=query)
        reading.doubts += other.doubts
        other.doubts = []
    if crossed:
        other.read(read_tokens(query))
        if other.opened > _MOST_DOUBTFUL:
            raise QueryError('The query can be read in two ways: put a space after each "<" that is no IRI\'s.')


def _read_until(query: str, start: int, seen: set[int]) -> list[Token]:
    """Return the tokens from an offset to where one begins that has been seen."""
    tokens = []
    for token in read_tokens(query, start):
        if token.offset in seen:
            break
        seen.add(token.offset)
        tokens.append(token)
    return tokens


_NOTHING: Final = Token("other", "{", -1)


@dataclass
class _Reading:
    """What is counted while a query is read."""

    exempts: bool = True
    """Whether data is left out of the count: a thousand IRIs in VALUES are flat."""
    before: Token = _NOTHING
    tokens: int = 0
    depth: int = 0
    opened: int = 0
    operators: int = 0
    links: int = 0
    describes: bool = False
    innermost: list[str] = field(default_factory=list)
    data: int = -1
    """The depth at which the VALUES stands that is being read, or -1."""
    doubts: list[tuple[int, int]] = field(default_factory=list)
    """From where to where something stands that may be an IRI, or "<", something and ">"."""

    def read(self, tokens: Iterator[Token], follows: str = "") -> None:
        """Count tokens; raises QueryError when they are too many, or call out."""
        held: Token | None = None
        for token in chain(tokens, [Token("other", "", -1)]):
            if held:
                self._check_service(held, token if token.text else next(read_tokens(follows, _end(held)), token))
                self._count(held)
                self.before = held
            held = token

    def _check_service(self, token: Token, after: Token) -> None:
        upper = token.text.upper()
        called = token.kind == "word" and "SERVICE" in upper and not upper.startswith("@")
        if token.kind == "name" and "SERVICE" in upper.partition(":")[0]:
            called = after.text == "{" and self.before.text.upper() != "GRAPH"
        if called:
            raise QueryError("SERVICE asks another endpoint, which is switched off. Leave it out.")

    def _count(self, token: Token) -> None:
        self.tokens += 1
        if token.kind == "other":
            self._count_sign(token)
        elif self.data < 0 or self.depth == self.data:
            self._count_term(token)
        if self.tokens > MOST_TOKENS or self.operators > MOST_OPERATORS or self.links > MOST_LINKS:
            raise QueryError("The query has too many parts. Ask it in several smaller ones.")
        if self.depth > MOST_NESTING:
            raise QueryError(f"The query is nested more than {MOST_NESTING} deep. Make it flatter.")

    def _count_term(self, token: Token) -> None:
        self.links += self.before.kind != "other"
        upper = token.text.upper()
        if token.kind == "word":
            self.describes = upper == "DESCRIBE"
            if upper == "VALUES" and self.exempts:
                self.data = self.depth
        else:
            self.operators += self.describes
        if token.kind == "iri" and _ends_expression(self.before) and not _WHOLE_IRI.match(token.text):
            self.doubts.append((token.offset + 1, _end(token)))

    def _count_sign(self, token: Token) -> None:
        flat = 0 <= self.data < self.depth <= self.data + 2
        if token.text in "([{":
            self.describes = False
            self.depth += 1
            self.opened += 1
            self.innermost.append(token.text)
            self.operators += not (flat and token.text == "(" and self.depth == self.data + 2)
        elif token.text in ")]}":
            self.depth -= 1
            self.innermost = self.innermost[:-1]
            if token.text == "}" and self.depth <= self.data:
                self.data = -1
        elif token.text == ",":
            self.links += self.innermost[-1:] != ["("]
        elif token.text == "<":
            self.operators += self.before.text == "<" and self.before.offset == token.offset - 1
        elif token.text in "!|&/*+-~" or (token.text == "^" and not self._types()):
            self.operators += not flat

    def _types(self) -> bool:
        """Whether a "^" stands in the "^^" before a datatype."""
        return self.before.kind == "string" or self.before.text == "^"


def _end(token: Token) -> int:
    return token.offset + len(token.text)


def _ends_expression(token: Token) -> bool:
    """Whether "<" may mean "less than" after a token."""
    if token.kind == "word":
        return token.text.upper() in ("TRUE", "FALSE") or token.text.startswith("@")
    return token.kind != "other" or token.text in ")]}"
