"""The tours and quizzes of the atlas and your own: files -> lessons, and what is wrong with them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from metastasis_atlas.checks import Finding
from metastasis_atlas.errors import DataError
from metastasis_atlas.handwritten import Desk, Entry, read_entry
from metastasis_atlas.namespaces import LANGUAGES
from metastasis_atlas.quizzes import Quiz, is_quiz, read_quiz
from metastasis_atlas.readers import is_lesson
from metastasis_atlas.store import Store
from metastasis_atlas.terms import Lexicon
from metastasis_atlas.tours import Tour, is_tour, read_tour


@dataclass
class Lessons:
    """Tours and quizzes in their order, and what was found wrong in their files."""

    tours: list[Tour] = field(default_factory=list)
    quizzes: list[Quiz] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def find_lessons(paths: Iterable[Path]) -> list[Path]:
    """Return the YAML files among files and folders, those below a folder in order of name."""
    found: list[Path] = []
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        found += [file for file in files if is_lesson(file)]
    return found


def read_lessons(paths: Iterable[Path], store: Store, lexicon: Lexicon) -> Lessons:
    """Read tours and quizzes; what is faulty is left out and told in the findings.

    Raises DataError when a file can't be read at all.
    """
    lessons = Lessons()
    names: dict[str, Path] = {}
    for path in find_lessons(paths):
        entry = read_entry(path)
        language = str(entry.get("language", "en"))
        desk = Desk(path, store, lexicon, language if language in LANGUAGES else "en")
        if language not in LANGUAGES:
            desk.fault(
                entry.line_of("language"), path.stem, f'"{language}" is no language of the atlas.',
                f"Use {', '.join(LANGUAGES)}.",
            )  # fmt: skip
        _read_one(entry, desk, lessons)
        if path.stem in names:
            desk.fault(1, path.stem, f"{names[path.stem]} has this name, too.", "Rename one of the files.")
        names[path.stem] = path
        lessons.findings += desk.findings
    lessons.tours.sort(key=lambda tour: (tour.order, tour.name))
    lessons.quizzes.sort(key=lambda quiz: (quiz.order, quiz.name))
    return lessons


def _read_one(entry: Entry, desk: Desk, lessons: Lessons) -> None:
    if is_tour(entry):
        lessons.tours.append(read_tour(entry, desk))
    elif is_quiz(entry):
        lessons.quizzes.append(read_quiz(entry, desk))
    else:
        raise DataError("It holds neither a tour (with steps) nor a quiz (with items).", desk.path, 1)
