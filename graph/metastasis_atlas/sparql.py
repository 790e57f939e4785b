"""What a query is, what it may be, and what its solutions are; no engine.

In come query texts; out go their measure (bytes, tokens, nesting), their kind and the IRIs they name. The engine's
parser overflows its stack on deep nesting, and no exception catches that: so a text is measured first.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise
from typing import Final, NamedTuple

from metastasis_atlas.errors import QueryError, did_you_mean
from metastasis_atlas.measure import Token, check_parts, read_tokens
from metastasis_atlas.namespaces import PREFIXES

MOST_BYTES: Final = 256 * 1024
_UPDATES: Final = frozenset({"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH"})
_FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_PAIRS: Final = {")": "(", "]": "[", "}": "{"}


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


def check_measure(query: str) -> None:
    """Refuse a query that is too long or too deep, asks another endpoint, or writes.

    Raises QueryError with the measure that it exceeds.
    """
    if len(query.encode(errors="surrogatepass")) > MOST_BYTES:
        raise QueryError(f"The query is longer than {MOST_BYTES // 1024} KiB. Ask for less at once.")
    _check_form(query)
    check_parts(query)


def _check_form(query: str) -> None:
    """Refuse an update by its first word after the declarations."""
    first = next(_skip_declarations(query), None)
    if first and first.kind == "word" and first.text.upper() in _UPDATES:
        raise QueryError(
            f"{first.text.upper()} would change the atlas, which is read-only. "
            "Ask with SELECT, ASK, CONSTRUCT or DESCRIBE."
        )


def find_fault(query: str, told: str) -> str:
    """Return in one sentence what is wrong with a query that the engine refuses, where, and what was found there.

    ``told`` are the engine's own words: a place, and a list of all that its grammar would take there.
    """
    place = re.search(r"(\d+):(\d+)", told)
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    at = sum(len(one) for one in query.splitlines(keepends=True)[: line - 1]) + column - 1
    offset, fault = _find_known_fault(query) or (at, "")
    if not fault:
        before = [one for one in read_tokens(query) if one.offset + len(one.text) <= at]
        token = next((one for one in read_tokens(query) if one.offset + len(one.text) > at), None)
        offset = token.offset if token else len(query)
        after = f', after "{before[-1].text}",' if before else ""
        found = f"'{token.text}'" if token and '"' in token.text else f'"{token.text}"' if token else f"the end{after}"
        sentence = re.search(r"\b[A-Z][a-z]+(?: [A-Za-z]+){3,}", told)
        expected = re.search(r'expected ("[^"\s]+")$', told)
        fault = f"{found} was found there"
        if sentence or expected:
            fault += f": {sentence[0]}" if sentence else f", where {expected[1] if expected else ''} should stand"
        fault += "."
    line, column = query.count("\n", 0, offset) + 1, offset - query.rfind("\n", 0, offset)
    return f"The query is faulty at line {line}, column {column}: {fault}"


def _find_known_fault(query: str) -> tuple[int, str] | None:
    """Return the offset of a fault that can be named, and its name: the engine's place is often one farther on."""
    prefixes, open_ = find_prefixes(query), []
    based = any(token.kind == "word" and token.text.upper() == "BASE" for token in read_tokens(query))
    first = next(_skip_declarations(query), None)
    if first and first.text.upper() not in _FORMS:
        near = did_you_mean(get_close_matches(first.text.upper(), _FORMS, 1))
        return first.offset, f'it must begin with SELECT, ASK, CONSTRUCT or DESCRIBE, not with "{first.text}".{near}'
    for token in read_tokens(query):
        prefix, _, _ = token.text.partition(":")
        blank = query[token.offset - 1 : token.offset] == "_"
        if token.kind == "name" and prefix not in prefixes and not blank:
            near = did_you_mean(get_close_matches(prefix, PREFIXES, 2))
            return token.offset, f'the prefix "{prefix}" of "{token.text}" is not declared.{near}'
        if token.kind == "iri" and not based and not re.match(r"<[A-Za-z][\w+.-]*:", token.text):
            return token.offset, f'"{token.text}" is no whole IRI: it has no scheme, like "https:".'
        if token.kind == "other" and token.text in "'\"":
            return token.offset, f"the text that begins with {token.text} does not end."
        if token.kind == "other" and token.text in "([{":
            open_.append(token)
        elif token.kind == "other" and token.text in _PAIRS:
            if not open_ or open_[-1].text != _PAIRS[token.text]:
                return token.offset, f'"{token.text}" was found there, and closes nothing.'
            open_.pop()
    return (open_[-1].offset, f'"{open_[-1].text}" was found there, and is never closed.') if open_ else None


def _skip_declarations(query: str) -> Iterator[Token]:
    """Yield the tokens of a query after its PREFIX and BASE."""
    tokens = read_tokens(query)
    for token in tokens:
        word = token.text.upper() if token.kind == "word" else ""
        if word not in ("PREFIX", "BASE", "VERSION"):
            yield token
            break
        for _ in range(2 if word == "PREFIX" else 1):
            next(tokens, None)
    yield from tokens


def find_form(query: str) -> str:
    """Return the form of a query in capitals: SELECT, ASK, CONSTRUCT or DESCRIBE.

    Raises QueryError when it has none of these.

    >>> find_form("prefix a: <http://a.example/> ask { ?s a:b ?o }")
    'ASK'
    """
    first = next(_skip_declarations(query), None)
    if first is None or first.text.upper() not in _FORMS:
        raise QueryError(find_fault(query, "1:1"))
    return first.text.upper()


def add_prefixes(query: str) -> str:
    r"""Return a query that declares what it uses of the predeclared prefixes, for an engine that doesn't know them.

    >>> add_prefixes("ASK { ?i atlas:relieves ?c }")
    'PREFIX atlas: <https://w3id.org/metastasis-atlas/ns#>\nASK { ?i atlas:relieves ?c }'
    """
    tokens = list(read_tokens(query))
    declared = {
        name.text[:-1]
        for word, name in pairwise(tokens)
        if word.kind == "word" and word.text.upper() == "PREFIX" and name.kind == "name"
    }
    used = {token.text.partition(":")[0] for token in tokens if token.kind == "name"}
    missing = [name for name in PREFIXES if name in used - declared]
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in missing) + query


def find_prefixes(query: str) -> dict[str, str]:
    """Return the prefixes in force in a query: the predeclared ones and its own."""
    prefixes, tokens = dict(PREFIXES), list(read_tokens(query))
    for word, name, iri in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if word.kind == "word" and word.text.upper() == "PREFIX" and name.kind == "name" and iri.kind == "iri":
            prefixes[name.text[:-1]] = iri.text[1:-1]
    return prefixes


def find_base(query: str) -> str:
    """Return what a query declares as BASE, or nothing."""
    for word, iri in pairwise(read_tokens(query)):
        if word.kind == "word" and word.text.upper() == "BASE" and iri.kind == "iri":
            return iri.text[1:-1]
    return ""


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
