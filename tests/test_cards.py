"""Quizzes for Anki and Moodle: read back by what we didn't write, hostile words kept harmless."""

import html
import json
import re
import sqlite3
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from metastasis_atlas import Atlas, open_atlas
from metastasis_atlas.cards import write_anki, write_gift
from metastasis_atlas.lessons import read_lessons
from metastasis_atlas.sentences import Phrasebook

HOSTILE = "<img src=x onerror=alert(1)> {a=b~c#d:e} {{x}} </script>"


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas()


def read_notes(package: bytes, folder: Path) -> list[list[str]]:
    """Return the fields of the notes in an Anki package: it is a zip that holds an SQLite file."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        archive.extract("collection.anki2", folder)
    base = sqlite3.connect(folder / "collection.anki2")
    try:
        return [row[0].split("\x1f") for row in base.execute("SELECT flds FROM notes ORDER BY id")]
    finally:
        base.close()


def test_every_item_is_a_note(atlas: Atlas, tmp_path: Path) -> None:
    notes = read_notes(atlas.export("anki"), tmp_path)
    items = [item for quiz in atlas.lessons.quizzes for item in quiz.items]
    assert len(notes) == len(items)
    for (question, answer, source), item in zip(notes, items, strict=True):
        assert html.escape(item.ask["en"]) in question
        assert html.escape(item.explain["en"]) in answer
        assert "not medical advice" in source


def test_the_same_quiz_makes_the_same_cards(atlas: Atlas, tmp_path: Path) -> None:
    assert read_notes(atlas.export("anki"), tmp_path) == read_notes(atlas.export("anki"), tmp_path)


def test_gift_holds_every_item(atlas: Atlas) -> None:
    text = atlas.export("gift", language="de").decode()
    names = re.findall(r"^::(.+?)::", text, re.MULTILINE)
    assert names == [item.name for quiz in atlas.lessons.quizzes for item in quiz.items]
    for block in re.findall(r"(?<!\\)\{(.*?)(?<!\\)\}", text, re.DOTALL):
        assert re.search(r"^[=~]", block.strip()), block


def test_hostile_words_stay_words(atlas: Atlas, tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    words = json.dumps(HOSTILE)
    path.write_text(
        f"title: {words}\nitems:\n  - id: {words}\n    ask: {words}\n    passage: overview-b5\n"
        f'    claim: ["?", relieves, ascites]\n    right: [puncture]\n    others: [surgery]\n    explain: {words}\n',
        encoding="utf-8",
    )
    lessons = read_lessons([path], atlas.store, atlas.lexicon)
    assert lessons.findings == []
    (fields,) = read_notes(write_anki(lessons.quizzes, Phrasebook(atlas.network)), tmp_path)
    assert not any("<img" in field or "{{" in field for field in fields)
    gift = write_gift(lessons.quizzes, Phrasebook(atlas.network)).decode()
    bare = re.sub(r"\\.", "", gift)
    assert (bare.count("{"), bare.count("}")) == (1, 1)
