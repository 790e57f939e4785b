"""Quizzes: files in ``ontology/quiz/`` (and your own) -> items, checked against the passages that they ask about.

The world is open. An item asks what *this passage names*; a choice that it doesn't name is "not named here", which is
no "no"; only a negative that the passage states is one. What is right is not believed: it is looked up.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from metastasis_atlas.handwritten import Desk, Entry, Texts

NAMED: Final = "named"
DENIED: Final = "denied"
NOT_SAID: Final = "not-said"
VERDICTS: Final = (NAMED, DENIED, NOT_SAID)

Claim = tuple[str, str, str]
"""Subject, property and object; in a choice one end is "", which is asked for."""

_QUIZ_KEYS: Final = ("title", "order", "language", "items")
_ITEM_KEYS: Final = {
    "choice": ("id", "kind", "ask", "passage", "claim", "right", "others", "explain"),
    "verdict": ("id", "kind", "ask", "passage", "claim", "answer", "explain"),
    "map": ("id", "kind", "ask", "given", "missing", "passages", "explain"),
}


@dataclass(frozen=True)
class Item:
    """One item.

    ``choices`` are concepts with what the passage says of them; ``claim`` is what a verdict is on; ``given`` and
    ``missing`` are the claims of a map.
    """

    name: str
    kind: str
    ask: Texts
    explain: Texts
    passages: tuple[str, ...]
    claim: Claim = ("", "", "")
    choices: tuple[tuple[str, str], ...] = ()
    answer: str = ""
    given: tuple[Claim, ...] = ()
    missing: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Quiz:
    """Items under one title."""

    name: str
    title: Texts
    order: int
    items: tuple[Item, ...]


def is_quiz(entry: Entry) -> bool:
    """Return whether a file's content is a quiz."""
    return "items" in entry


def read_quiz(entry: Entry, desk: Desk) -> Quiz:
    """Return a quiz from a file's content; items with a fault are noted on the desk, and left out."""
    name = desk.path.stem
    desk.keys(entry, name, _QUIZ_KEYS)
    listed = entry.get("items")
    if not isinstance(listed, list) or not listed:
        desk.fault(entry.line_of("items"), name, "The quiz has no items.", "Write items: and below it one - an item.")
        listed = []
    items: list[Item] = []
    for number, one in enumerate(listed, 1):
        item = _read_item(one, number, desk) if isinstance(one, Entry) else None
        if not isinstance(one, Entry):
            node = f"{name}, item {number}"
            desk.fault(entry.line_of("items"), node, "It is no item.", "It needs kind, ask, explain.")
        elif item and any(item.name == other.name for other in items):
            desk.fault(one.line_of("id"), item.name, "Another item has this id.", "Give each item an id of its own.")
        elif item:
            items.append(item)
    return Quiz(name, desk.texts(entry, "title", name), desk.order(entry), tuple(items))


def _read_item(entry: Entry, number: int, desk: Desk) -> Item | None:
    name = str(entry.get("id") or f"{desk.path.stem}-{number}")
    kind = str(entry.get("kind", "choice"))
    before = len(desk.findings)
    if kind not in _ITEM_KEYS:
        desk.fault(entry.line_of("kind"), name, f'"{kind}" is no kind of item.', f"There are {', '.join(_ITEM_KEYS)}.")
        return None
    desk.keys(entry, name, _ITEM_KEYS[kind])
    told: dict[str, Any] = {"ask": desk.texts(entry, "ask", name), "explain": desk.texts(entry, "explain", name)}
    told |= {"choice": _read_choice, "verdict": _read_verdict, "map": _read_map}[kind](entry, name, desk)
    return Item(name, kind, **told) if len(desk.findings) == before else None


def _read_choice(entry: Entry, name: str, desk: Desk) -> dict[str, Any]:
    passage = _read_passage(entry, name, desk)
    claim = _read_claim(entry.get("claim"), entry.line_of("claim"), name, desk, asks=True)
    choices: dict[str, str] = {}
    for key, wanted in (("right", True), ("others", False)):
        line = entry.line_of(key)
        words = desk.words(entry, key, name)
        if not words:
            desk.fault(line, name, f'It has nothing under "{key}".', "Give at least one, so that there is a choice.")
        for word in words:
            concept = desk.concept(word, line, name)
            if not (concept and passage and claim):
                continue
            verdict = find_verdict(desk, [passage], _fill(claim, concept))
            if concept in choices:
                desk.fault(line, name, f'"{word}" stands twice among the choices.', "Leave one.")
            elif wanted and verdict != NAMED:
                desk.fault(line, name, f'"{word}" is called right, and the passage doesn\'t say so.',
                           "Only what the passage states is right.")  # fmt: skip
            elif not wanted and verdict == NAMED:
                desk.fault(line, name, f'"{word}" stands among the others, and the passage names it.',
                           'Put it under "right".')  # fmt: skip
            choices[concept] = verdict
    return {"passages": (passage,), "claim": claim or ("", "", ""), "choices": tuple(sorted(choices.items()))}


def _read_verdict(entry: Entry, name: str, desk: Desk) -> dict[str, Any]:
    passage = _read_passage(entry, name, desk)
    claim = _read_claim(entry.get("claim"), entry.line_of("claim"), name, desk)
    answer = str(entry.get("answer", ""))
    if answer not in VERDICTS:
        desk.fault(entry.line_of("answer"), name, f'"{answer}" is no answer.', f"There are {', '.join(VERDICTS)}.")
    elif passage and claim:
        found = find_verdict(desk, [passage], claim)
        if found != answer:
            mend = "Silence is no “no”: only a stated negative is. " if answer == DENIED else ""
            line, told = entry.line_of("answer"), f'The answer is given as "{answer}"; the passage makes it "{found}".'
            desk.fault(line, name, told, f"{mend}Write answer: {found}.")
    return {"passages": (passage,), "claim": claim or ("", "", ""), "answer": answer}


def _read_map(entry: Entry, name: str, desk: Desk) -> dict[str, Any]:
    line = entry.line_of("passages")
    passages = [desk.passage(word, line, name) for word in desk.words(entry, "passages", name)]
    if not passages:
        desk.fault(line, name, "The map names no passages.", "Write passages: [overview-b5].")
    told: dict[str, tuple[Claim, ...]] = {}
    for key in ("given", "missing"):
        rows, at = entry.get(key, []), entry.line_of(key)
        claims = [_read_claim(row, at, name, desk) for row in rows] if isinstance(rows, list) else []
        told[key] = tuple(claim for claim in claims if claim)
        for claim in told[key]:
            if all(passages) and find_verdict(desk, passages, claim) != NAMED:
                said = " ".join(desk.lexicon.label(part) for part in claim)
                desk.fault(at, name, f"None of its passages states: {said}.", "Name the passage, or leave it out.")
    if not told["missing"]:
        desk.fault(entry.line_of("missing"), name, "Nothing is missing on the map.", "Write missing: with claims.")
    return {"passages": tuple(p for p in passages if p), **told}


def _read_passage(entry: Entry, name: str, desk: Desk) -> str:
    word = entry.get("passage")
    if isinstance(word, str) and word:
        return desk.passage(word, entry.line_of("passage"), name)
    mend = "Write passage: overview-b5, say."
    desk.fault(entry.line, name, "It names no passage, so nobody can see who says so.", mend)
    return ""


def _read_claim(row: object, line: int, name: str, desk: Desk, *, asks: bool = False) -> Claim | None:
    if not (isinstance(row, list) and len(row) == 3 and all(isinstance(one, str) for one in row)):
        desk.fault(line, name, "A claim is [subject, property, object].", 'As in ["?", relieves, ascites].')
        return None
    subject, prop, value = row
    if [subject, value].count("?") != int(asks):
        mend = 'One end is "?", which is asked for.' if asks else "Both ends are concepts."
        desk.fault(line, name, "The claim's ends are wrong.", mend)
        return None
    ends = [one if one == "?" else desk.concept(one, line, name) for one in (subject, value)]
    relation = desk.property(prop, line, name)
    if not (all(ends) and relation):
        return None
    return ends[0].replace("?", ""), relation, ends[1].replace("?", "")


def _fill(claim: Claim, concept: str) -> Claim:
    return claim[0] or concept, claim[1], claim[2] or concept


def find_verdict(desk: Desk, passages: Iterable[str], claim: Claim) -> str:
    """Return what passages say of a claim: NAMED, DENIED by a stated negative, or NOT_SAID."""
    listed = list(passages)
    if any(desk.states(passage, *claim) for passage in listed):
        return NAMED
    return DENIED if any(desk.denies(passage, *claim) for passage in listed) else NOT_SAID
