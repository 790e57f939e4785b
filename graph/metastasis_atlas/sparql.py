"""What a query is, what it may be, and what its solutions are; no engine.

In come query texts; out go their measure (bytes, tokens, nesting), their kind and the IRIs they name. The engine's
parser overflows its stack on deep nesting, and no exception catches that: so a text is measured first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from metastasis_atlas.errors import QueryError
from metastasis_atlas.namespaces import PREFIXES

MOST_BYTES: Final = 256 * 1024
MOST_TOKENS: Final = 20_000
MOST_NESTING: Final = 64
MOST_OPERATORS: Final = 300
_UPDATES: Final = frozenset({"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH"})
_OPERATORS: Final = frozenset("!|&/^+-*=<>")

_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<string>\"\"\"(?:(?:\"|\"\")?(?:[^\"\\]|\\.))*\"\"\"|'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''
      |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:[^\W\d_][\w.\-]*)?:(?:[\w:%\-\\.~]*[\w:%\-\\])?)
  | (?P<word>@?[^\W\d]\w*)
  | (?P<space>\s+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A lexical unit of a query: its kind (the group of the pattern), its text and its offset in characters."""

    kind: str
    text: str
    offset: int


class Term(NamedTuple):
    """An RDF term of no library: ``kind`` is "iri", "bnode", "literal" or "triple"."""

    kind: str
    value: str
    datatype: str = ""
    language: str = ""


@dataclass(frozen=True)
class Question:
    """A competency question: its name, the question and the kind of answer in words, its group, and its query."""

    name: str
    question: str
    answer: str
    group: str
    query: str


def read_question(name: str, text: str) -> Question:
    """Read a question from its file's text, which begins with lines like ``# question: What relieves ascites?``.

    Raises QueryError when one of question, answer and group is missing.
    """
    head = dict(re.findall(r"^# (\w+): (.+?)\s*$", text, re.MULTILINE))
    for word in ("question", "answer", "group"):
        if word not in head:
            raise QueryError(f'The question "{name}" has no line that begins with "# {word}:".')
    return Question(name, head["question"], head["answer"], head["group"], text)


@dataclass(frozen=True)
class Solutions:
    """Variables, and rows of as many terms (None where unbound)."""

    variables: tuple[str, ...]
    rows: list[tuple[Term | None, ...]]


def read_tokens(query: str) -> Iterator[Token]:
    """Yield the tokens of a query without spaces and comments."""
    for match in _TOKEN.finditer(query):
        if match.lastgroup not in ("space", "comment"):
            yield Token(str(match.lastgroup), match.group(), match.start())


def check_measure(query: str) -> None:
    """Refuse a query that is too long or too deep, asks another endpoint, or writes.

    Raises QueryError with the measure that it exceeds.
    """
    if len(query.encode(errors="surrogatepass")) > MOST_BYTES:
        raise QueryError(f"The query is longer than {MOST_BYTES // 1024} KiB. Ask for less at once.")
    _check_form(query)
    depth = operators = 0
    for count, token in enumerate(read_tokens(query), 1):
        depth += (token.text in "([{") - (token.text in ")]}") if token.kind == "other" else 0
        operators += token.text in _OPERATORS or token.text.upper() in (
            "UNION",
            "FILTER",
            "BIND",
            "OPTIONAL",
        )
        if depth > MOST_NESTING:
            raise QueryError(f"The query is nested more than {MOST_NESTING} deep. Make it flatter.")
        if count > MOST_TOKENS or operators > MOST_OPERATORS:
            raise QueryError("The query has too many parts. Ask it in several smaller ones.")
        if token.kind == "word" and token.text.upper() == "SERVICE":
            raise QueryError("SERVICE asks another endpoint, which is switched off. Leave it out.")


def _check_form(query: str) -> None:
    """Refuse an update by its first word after the declarations."""
    tokens = read_tokens(query)
    for token in tokens:
        word = token.text.upper() if token.kind == "word" else ""
        if word in ("PREFIX", "BASE", "VERSION"):
            for _ in range(2 if word == "PREFIX" else 1):
                next(tokens, None)
            continue
        if word in _UPDATES:
            raise QueryError(
                f"{word} would change the atlas, which is read-only. Ask with SELECT, ASK, CONSTRUCT or DESCRIBE."
            )
        return


def find_prefixes(query: str) -> dict[str, str]:
    """Return the prefixes in force in a query: the predeclared ones and its own."""
    prefixes, tokens = dict(PREFIXES), list(read_tokens(query))
    for word, name, iri in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if word.kind == "word" and word.text.upper() == "PREFIX" and name.kind == "name" and iri.kind == "iri":
            prefixes[name.text[:-1]] = iri.text[1:-1]
    return prefixes


def find_iris(query: str) -> dict[str, str]:
    r"""Return the IRIs that a query names, each with the way it is written there; declarations left out.

    >>> find_iris("SELECT * { ?i atlas:relieves <http://a.example/b> # atlas:no\n}")
    {'https://w3id.org/metastasis-atlas/ns#relieves': 'atlas:relieves', 'http://a.example/b': '<http://a.example/b>'}
    """
    prefixes, found, before = find_prefixes(query), {}, ["", ""]
    for token in read_tokens(query):
        declares = "PREFIX" in before or "BASE" in before[-1:]
        if token.kind == "iri" and not declares:
            found[token.text[1:-1]] = token.text
        elif token.kind == "name" and not declares:
            prefix, _, local = token.text.partition(":")
            if prefix in prefixes:
                found[prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)] = token.text
        before = [before[-1], token.text.upper() if token.kind == "word" else ""]
    return found


@dataclass(frozen=True)
class DatasetClause:
    """The FROM and FROM NAMED of a query, and the query without them (as many characters long)."""

    default: tuple[str, ...]
    named: tuple[str, ...]
    rest: str


def read_dataset_clause(query: str) -> DatasetClause:
    """Return what a query says of its dataset.

    >>> read_dataset_clause("ASK FROM <http://a.example/> { ?s ?p ?o }").default
    ('http://a.example/',)
    """
    prefixes, tokens = find_prefixes(query), list(read_tokens(query))
    found: dict[bool, list[str]] = {False: [], True: []}
    rest = query
    for i, token in enumerate(tokens):
        if token.text == "{":
            break
        if token.kind != "word" or token.text.upper() != "FROM" or i + 1 == len(tokens):
            continue
        named = tokens[i + 1].text.upper() == "NAMED"
        graph = tokens[min(i + 1 + named, len(tokens) - 1)]
        prefix, _, local = graph.text.partition(":")
        found[named].append(graph.text[1:-1] if graph.kind == "iri" else prefixes.get(prefix, "") + local)
        end = graph.offset + len(graph.text)
        rest = rest[: token.offset] + " " * (end - token.offset) + rest[end:]
    return DatasetClause(tuple(found[False]), tuple(found[True]), rest)
