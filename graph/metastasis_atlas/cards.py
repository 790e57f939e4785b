"""Quizzes -> what other tools teach with: an Anki deck (genanki) and Moodle's GIFT.

Both carry for each item the passage it asks about, and for each file licence and "for education". The same quiz gives
the same cards on every run, so that Anki takes a newer deck for the same one.
"""

import hashlib
import html
import io
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from metastasis_atlas.handwritten import Texts
from metastasis_atlas.quizzes import DENIED, NAMED, NOT_SAID, Item, Quiz
from metastasis_atlas.sentences import Phrasebook, finish

_NOTE: Final = "Metastasis Atlas. For education, not medical advice. Not reviewed by a clinician. CC BY 4.0"
_VERDICTS: Final[Mapping[str, Mapping[str, str]]] = {
    NAMED: {
        "en": "The passage says so.", "de": "Die Textstelle sagt es.", "uk": "В уривку про це сказано.",
        "es": "El pasaje lo dice.", "fr": "Le passage le dit.",
    },
    DENIED: {
        "en": "No: the passage says it doesn't.", "de": "Nein: die Textstelle verneint es.",
        "uk": "Ні: уривок це заперечує.", "es": "No: el pasaje lo niega.", "fr": "Non : le passage le nie.",
    },
    NOT_SAID: {
        "en": "Not named here; that doesn't mean no.", "de": "Hier nicht genannt; das heißt nicht Nein.",
        "uk": "Тут не згадано; це не означає «ні».", "es": "No se menciona aquí; eso no significa que no.",
        "fr": "Pas mentionné ici ; cela ne veut pas dire non.",
    },
}  # fmt: skip


def write_anki(quizzes: Iterable[Quiz], phrases: Phrasebook) -> bytes:
    """Return an Anki package: one deck a quiz, one note an item."""
    import genanki

    model = genanki.Model(
        _number("model"), "Metastasis Atlas",
        fields=[{"name": name} for name in ("Question", "Answer", "Source")],
        templates=[{
            "name": "Card", "qfmt": "{{Question}}",
            "afmt": '{{FrontSide}}<hr id="answer">{{Answer}}<p class="source">{{Source}}</p>',
        }],
        css=".card { font: 20px sans-serif; text-align: left } .source { font-size: 14px; color: #555 }",
    )  # fmt: skip
    decks = []
    for quiz in quizzes:
        title = _choose(quiz.title, phrases.language)
        deck = genanki.Deck(_number(quiz.name + phrases.language), f"Metastasis Atlas::{html.escape(title)}", _NOTE)
        for item in quiz.items:
            fields = [_to_html(side(item, phrases)) for side in (_front, _back, _sources)]
            deck.add_note(genanki.Note(model, fields, guid=genanki.guid_for(item.name, phrases.language)))
        decks.append(deck)
    buffer = io.BytesIO()
    genanki.Package(decks).write_to_file(buffer, timestamp=0)
    return buffer.getvalue()


def write_gift(quizzes: Iterable[Quiz], phrases: Phrasebook) -> bytes:
    """Return the quizzes in Moodle's GIFT: several choices, one of three, or pairs to match."""
    blocks = [f"// {_NOTE}"]
    for quiz in quizzes:
        title = _in_gift(_choose(quiz.title, phrases.language)).replace("/", "-")
        blocks.append(f"$CATEGORY: Metastasis Atlas/{title}")
        for item in quiz.items:
            body = _GIFT_BODIES[item.kind](item, phrases)
            told = _in_gift(" ".join([_choose(item.explain, phrases.language), *_sources(item, phrases)]))
            ask = _in_gift(_choose(item.ask, phrases.language))
            blocks.append(f"::{_in_gift(item.name)}::[plain]{ask} {{\n{body}\n####{told}\n}}")
    return ("\n\n".join(blocks) + "\n").encode()


def say_verdict(verdict: str, language: str) -> str:
    """Return what a verdict means, in words."""
    return _choose(_VERDICTS[verdict], language)


def _front(item: Item, phrases: Phrasebook) -> list[str]:
    lines = [_choose(item.ask, phrases.language)]
    if item.kind == "choice":
        lines += [f"– {phrases.label(concept)}" for concept, _ in item.choices]
    elif item.kind == "verdict":
        lines += [f"– {say_verdict(one, phrases.language)}" for one in _VERDICTS]
    else:
        lines += [finish(phrases.say_claim(*claim)) for claim in item.given]
        lines += [f"{phrases.label(s)} – ? – {phrases.label(o)}" for s, _, o in item.missing]
    return lines


def _back(item: Item, phrases: Phrasebook) -> list[str]:
    language = phrases.language
    if item.kind == "choice":
        lines = [f"{phrases.label(concept)}: {say_verdict(verdict, language)}" for concept, verdict in item.choices]
    elif item.kind == "verdict":
        lines = [say_verdict(item.answer, language)]
    else:
        lines = [finish(phrases.say_claim(*claim)) for claim in item.missing]
    return [*lines, _choose(item.explain, language)]


def _sources(item: Item, phrases: Phrasebook) -> list[str]:
    return [*(phrases.cite(passage) for passage in item.passages), _NOTE]


def _gift_choice(item: Item, phrases: Phrasebook) -> str:
    right = sum(verdict == NAMED for _, verdict in item.choices)
    share = {1: "100", 2: "50", 3: "33.33333", 4: "25", 5: "20", 6: "16.66667"}.get(right, f"{100 / right:.5f}")
    lines = []
    for concept, verdict in item.choices:
        weight = share if verdict == NAMED else "-100"
        sign = "=" if verdict == NAMED and right == 1 else "~" if right == 1 else f"~%{weight}%"
        lines.append(f"{sign}{_in_gift(phrases.label(concept))}#{_in_gift(say_verdict(verdict, phrases.language))}")
    return "\n".join(lines)


def _gift_verdict(item: Item, phrases: Phrasebook) -> str:
    return "\n".join(
        f"{'=' if one == item.answer else '~'}{_in_gift(say_verdict(one, phrases.language))}" for one in _VERDICTS
    )


def _gift_map(item: Item, phrases: Phrasebook) -> str:
    """Pairs to match: Moodle asks for three at least, so the given claims join where few are missing."""
    claims = item.missing if len(item.missing) > 2 else (*item.missing, *item.given)
    blank = "…"
    pairs: dict[str, str] = {}
    for subject, prop, value in claims:
        pairs.setdefault(phrases.say_claim(subject, prop, blank), phrases.label(value))
    return "\n".join(f"={_in_gift(ask)} -> {_in_gift(answer)}" for ask, answer in pairs.items())


_GIFT_BODIES: Final = {"choice": _gift_choice, "verdict": _gift_verdict, "map": _gift_map}


def _choose(texts: Texts, language: str) -> str:
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")


def _to_html(lines: Iterable[str]) -> str:
    return "<br>".join(html.escape(line).replace("{{", "{&#123;") for line in lines)


def _in_gift(text: str) -> str:
    """Escape what GIFT reads as its own signs; a line break would end the question."""
    flat = " ".join(text.split()).replace("\\", "\\\\")
    return "".join(f"\\{char}" if char in "~=#{}:" else char for char in flat)


def _number(name: str) -> int:
    """Return a number that stays the same: Anki knows decks and note types by theirs."""
    return int.from_bytes(hashlib.sha256(f"metastasis-atlas {name}".encode()).digest()[:5], "big")


CARD_FORMATS: Final[dict[str, Callable[[Iterable[Quiz], Phrasebook], bytes]]] = {
    "anki": write_anki,
    "gift": write_gift,
}
