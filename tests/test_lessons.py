"""Tours and quizzes: what is built in is sound, and each fault in a teacher's file is told with its line and mend."""

import re
from pathlib import Path

import pytest
from metastasis_atlas import Atlas, open_atlas
from metastasis_atlas.errors import DataError
from metastasis_atlas.handwritten import Desk
from metastasis_atlas.lessons import Lessons, read_lessons
from metastasis_atlas.namespaces import ATLAS, CONCEPT, PASSAGE
from metastasis_atlas.quizzes import find_verdict


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas()


def read(atlas: Atlas, folder: Path, text: str, name: str = "mine.yaml") -> Lessons:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_lessons([path], atlas.store, atlas.lexicon)


TOUR = """\
title: From the belly to its relief
about: What one sees
order: 3
steps:
  - title: One
    view: body
    focus: Aszites
    passages: [overview-b5]
    text: |
      Two
      lines.
"""
CHOICE = """\
title: Q
items:
  - id: a
    ask: Which does the overview name?
    passage: overview-b5
    claim: ["?", relieves, ascites]
    right: [puncture]
    others: [surgery]
    explain: Because.
"""


class TestATour:
    def test_is_read_whole(self, atlas: Atlas, tmp_path: Path) -> None:
        lessons = read(atlas, tmp_path, TOUR)
        assert lessons.findings == []
        (tour,) = lessons.tours
        assert (tour.name, tour.order, dict(tour.title)) == ("mine", 3, {"en": "From the belly to its relief"})
        (step,) = tour.steps
        assert (step.view, step.focus, step.passages) == ("body", CONCEPT + "ascites", (PASSAGE + "overview-b5",))
        assert dict(step.text) == {"en": "Two lines."}

    def test_is_in_the_language_it_names(self, atlas: Atlas, tmp_path: Path) -> None:
        (tour,) = read(atlas, tmp_path, "language: de\n" + TOUR).tours
        assert dict(tour.title) == {"de": "From the belly to its relief"}

    @pytest.mark.parametrize(
        ("old", "new", "line", "words"),
        [
            ("view: body", "view: bodyy", 6, "no view"),
            ("focus: Aszites", "focus: Asites", 7, 'Did you mean "ascites"'),
            ("[overview-b5]", "[overview-b55]", 8, 'Did you mean "overview-b5"'),
            ("passages: [overview-b5]", "passages: []", 8, "names no passage"),
            ("passages:", "passage:", 8, 'Did you mean "passages"'),
            ("order: 3", "order: three", 3, "whole number"),
            ("title: One", "title: {xx: One}", 5, "no language"),
            ("    text: |\n      Two\n      lines.\n", "", 5, 'no "text"'),
        ],
    )
    def test_tells_each_fault(
        self, atlas: Atlas, tmp_path: Path, old: str, new: str, line: int, words: str
    ) -> None:  # fmt: skip
        findings = read(atlas, tmp_path, TOUR.replace(old, new)).findings
        assert any(found.line == line and words in str(found) for found in findings), [str(f) for f in findings]
        assert all(found.severity == "error" and found.path == tmp_path / "mine.yaml" for found in findings)


class TestAQuiz:
    def test_is_looked_up_not_believed(self, atlas: Atlas, tmp_path: Path) -> None:
        (quiz,) = read(atlas, tmp_path, CHOICE).quizzes
        assert dict(quiz.items[0].choices) == {CONCEPT + "puncture": "named", CONCEPT + "surgery": "not-said"}

    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            ("right: [puncture]", "right: [puncture, paracentesis]", '"paracentesis" is called right'),
            ("others: [surgery]", "others: [puncture]", "stands twice"),
            ("others: [surgery]", "others: []", 'nothing under "others"'),
            ("[puncture]\n    others: [surgery]", "[surgery]\n    others: [puncture]", "the passage names it"),
            ("passage: overview-b5", "passage: overview-b99", "no passage"),
            ('["?", relieves, ascites]', "[puncture, relieves, ascites]", 'One end is "?"'),
            ('["?", relieves, ascites]', '["?", releives, ascites]', "Did you mean"),
            ("    explain: Because.\n", "", 'no "explain"'),
            ("id: a", "kind: essay", "no kind of item"),
        ],
    )  # fmt: skip
    def test_refuses_what_the_passage_does_not_bear(
        self, atlas: Atlas, tmp_path: Path, old: str, new: str, words: str
    ) -> None:  # fmt: skip
        lessons = read(atlas, tmp_path, CHOICE.replace(old, new))
        assert words in " ".join(map(str, lessons.findings))
        assert lessons.quizzes[0].items == ()

    @pytest.mark.parametrize(
        ("claim", "answer", "right"),
        [
            ("[puncture, treats, metastasis]", "denied", True),
            ("[puncture, relieves, ascites]", "named", True),
            ("[surgery, relieves, ascites]", "not-said", True),
            ("[surgery, relieves, ascites]", "denied", False),
            ("[puncture, relieves, ascites]", "denied", False),
        ],
    )
    def test_says_no_only_to_a_stated_negative(
        self, atlas: Atlas, tmp_path: Path, claim: str, answer: str, right: bool
    ) -> None:  # fmt: skip
        text = (
            "title: Q\nitems:\n  - kind: verdict\n    ask: Q?\n    passage: overview-b5\n"
            f"    claim: {claim}\n    answer: {answer}\n    explain: E\n"
        )
        lessons = read(atlas, tmp_path, text)
        assert (not lessons.findings) == right

    def test_map_links_stand_in_its_passages(self, atlas: Atlas, tmp_path: Path) -> None:
        text = (
            "title: Q\nitems:\n  - kind: map\n    ask: Q?\n    passages: [overview-b5]\n    given: []\n"
            "    missing: [[puncture, relieves, ascites], [surgery, treats, ascites]]\n    explain: E\n"
        )
        (finding,) = read(atlas, tmp_path, text).findings
        assert "None of its passages states" in finding.message
        assert finding.line == 7


class TestBadFiles:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("title: [", "no YAML"),
            ("a: &x [1]\nb: *x", "alias"),
            ("[" * 5_000 + "]" * 5_000, "nested too deeply"),
            ("title: x", "neither a tour"),
            ("- one", "neither a tour"),
            ("title: x\ntitle: y", "stands twice"),
            ("\x01", "no YAML"),
            ("\x00", "zeros"),
        ],
    )
    def test_end_in_one_sentence(self, atlas: Atlas, tmp_path: Path, text: str, words: str) -> None:
        with pytest.raises(DataError, match=words):
            read(atlas, tmp_path, text)


class TestWhatIsBuiltIn:
    def test_is_sound(self, atlas: Atlas) -> None:
        assert [str(finding) for finding in atlas.lessons.findings] == []

    def test_is_enough(self, atlas: Atlas) -> None:
        assert len(atlas.lessons.tours) >= 6
        items = [item for quiz in atlas.lessons.quizzes for item in quiz.items]
        assert len(items) >= 30
        assert {item.kind for item in items} == {"choice", "verdict", "map"}
        assert len({item.name for item in items}) == len(items)

    def test_every_right_answer_is_stated_in_its_passage(self, atlas: Atlas) -> None:
        """Asked of the store by SPARQL, not by the reader that made the items."""
        for quiz in atlas.lessons.quizzes:
            for item in quiz.items:
                for concept, verdict in item.choices:
                    s, p, o = (part or concept for part in item.claim)
                    asked = f"ASK {{ GRAPH <{item.passages[0]}> {{ <{s}> <{p}> <{o}> }} }}"
                    assert bool(atlas.query(asked)) == (verdict == "named"), (item.name, concept)

    def test_speaks_five_languages(self, atlas: Atlas) -> None:
        five = {"en", "de", "uk", "es", "fr"}
        for tour in atlas.lessons.tours:
            assert all(set(texts) == five for step in tour.steps for texts in (step.title, step.text)), tour.name
        for quiz in atlas.lessons.quizzes:
            assert all(set(texts) == five for item in quiz.items for texts in (item.ask, item.explain)), quiz.name


def test_a_negative_denies_only_in_its_own_passage(atlas: Atlas, tmp_path: Path) -> None:
    desk = Desk(tmp_path / "x.yaml", atlas.store, atlas.lexicon)
    claim = (CONCEPT + "puncture", ATLAS + "treats", CONCEPT + "metastasis")
    assert find_verdict(desk, [PASSAGE + "overview-b5"], claim) == "denied"
    assert find_verdict(desk, [PASSAGE + "overview-b1-possible"], claim) == "not-said"


@pytest.mark.parametrize("number", [0, 1])
def test_the_examples_of_the_ontology_readme_are_sound(atlas: Atlas, tmp_path: Path, number: int) -> None:
    readme = Path(__file__).parent.parent / "ontology" / "README.md"
    examples = re.findall(r"```yaml\n(.*?)```", readme.read_text(encoding="utf-8"), re.DOTALL)
    lessons = read(atlas, tmp_path, examples[number])
    assert [str(finding) for finding in lessons.findings] == []
    assert lessons.tours or len(lessons.quizzes[0].items) == 3
