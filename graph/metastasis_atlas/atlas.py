"""``Atlas``: the one thing a Python user holds."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from metastasis_atlas.files import write_whole
from metastasis_atlas.inference import Proof, Prover, derive
from metastasis_atlas.namespaces import INFERRED
from metastasis_atlas.readers import ReadFile
from metastasis_atlas.results import Result
from metastasis_atlas.rules import Rule, read_rules
from metastasis_atlas.sparql import Question, Term, read_question
from metastasis_atlas.store import Store
from metastasis_atlas.terms import Lexicon, check_language, check_text

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from metastasis_atlas.checks import Finding
    from metastasis_atlas.lessons import Lessons
    from metastasis_atlas.sentences import Description, Statement
    from metastasis_atlas.traversal import Path as Route
    from metastasis_atlas.view import Excerpt


def find_ontology() -> Path:
    """Return the folder of the built-in knowledge: that of the source tree where there is one, else the package's."""
    package = Path(__file__).resolve().parent
    tree = package.parent.parent
    if package.parent.name == "graph" and (tree / "pyproject.toml").is_file():
        return tree / "ontology"
    return package / "ontology"


def find_version() -> str:
    """Return the version of the installed distribution."""
    return metadata.version("metastasis-atlas")


def read_questions(ontology: Path) -> dict[str, Question]:
    """Return the competency questions by name."""
    files = sorted((ontology / "questions").glob("*.rq"))
    return {f.stem: read_question(f.stem, f.read_text(encoding="utf-8")) for f in files}


class Atlas:
    """The knowledge, for questions in SPARQL, networkx and words.

    ``store`` answers SPARQL, ``network`` is a frozen networkx MultiDiGraph, ``dataset`` an rdflib Dataset (a copy).
    """

    def __init__(
        self, builtin: list[ReadFile], own: list[ReadFile], ontology: Path, lesson_places: Sequence[Path] = ()
    ):
        self.files = builtin + own
        self._builtin = builtin
        self.own_files = own
        self._ontology = ontology
        self._lesson_places = lesson_places
        self.store = Store(quad for file in self.files for quad in file.quads)
        self.rules: list[Rule] = read_rules(self.store, ontology / "rules")
        self.derived = derive(self.store, self.rules)
        """How many triples the rules derived."""
        self.lexicon = Lexicon(self.store)
        self.excerpt: Excerpt | None = None
        """Of what it is a part, where an endpoint was asked for what lies around a concept."""

    @cached_property
    def network(self) -> nx.MultiDiGraph[str]:
        """The claims as a frozen networkx MultiDiGraph, keyed by (property, passage); see network.py."""
        from metastasis_atlas.network import build_network

        return build_network(self.store, self.rules, self._builtin)

    @cached_property
    def _prover(self) -> Prover:
        return Prover(self.store, self.rules)

    @property
    def dataset(self) -> rdflib.Dataset:
        """A copy as an rdflib Dataset in rdflib's own memory, made anew each time."""
        return self.store.to_dataset()

    @property
    def shapes(self) -> Path:
        """The folder of the built-in shapes."""
        return self._ontology / "shapes"

    @cached_property
    def lessons(self) -> Lessons:
        """The tours and quizzes, built in and your own, and what was found wrong in their files."""
        from metastasis_atlas.lessons import read_lessons

        return read_lessons(self._lesson_places, self.store, self.lexicon)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The competency questions by name."""
        return read_questions(self._ontology)

    def query(self, text: str) -> Result:
        """Ask a SPARQL query with the predeclared prefixes in force.

        Raises QueryError when it is faulty or may not be asked.

        >>> from metastasis_atlas import open_atlas
        >>> result = open_atlas().query("SELECT ?i WHERE { ?i atlas:relieves concept:ascites } ORDER BY ?i")
        >>> [str(row["i"]).rsplit("/", 1)[1] for row in result]
        ['paracentesis', 'puncture']
        """
        check_text(text, "A query")
        return Result(self.store.query(text))

    def find(self, term: str) -> str:
        """Return the IRI that a label, CURIE or IRI names; raises UnknownTermError with the nearest names."""
        return self.lexicon.find(term)

    def find_paths(
        self, start: str, end: str, *, derived: bool = False, language: str = "en", most: int = 20
    ) -> list[SpokenPath]:
        """Return all shortest paths between two terms, at most ``most``; each can say itself in words.

        A step that only says "is a kind of" counts twice. Ask for one more to learn whether there are more.
        Raises UnknownTermError, and AtlasError for a language that the atlas doesn't speak.
        """
        from metastasis_atlas.sentences import Phrasebook
        from metastasis_atlas.traversal import find_paths

        check_language(language)
        ends = self.find(start), self.find(end)
        found: list[Route] = find_paths(self.network, *ends, derived=derived, most=most)
        return [SpokenPath(route, Phrasebook(self.network, language)) for route in found]

    def describe(self, term: str, language: str = "en") -> Description:
        """Return what is known of a concept: its names, definition, and statements with their passages.

        A passage, source, class or property is described, too: by facts, and a passage by what it says. Raises
        UnknownTermError, and AtlasError for a language that the atlas doesn't speak.
        """
        from metastasis_atlas.descriptions import Describer

        check_language(language)
        return Describer(self.network, self.store, self.rules, self.shapes, language).describe(self.find(term))

    def explain(self, subject: str, prop: str, value: str) -> Proof | None:
        """Return why a statement holds, unfolded to stated ones, or None when it doesn't.

        Each of the three is an IRI, a CURIE or a label. Raises UnknownTermError with the nearest names.

        >>> from metastasis_atlas import open_atlas
        >>> why = open_atlas().explain("ascites", "atlas:relievedBy", "concept:puncture")
        >>> why.rule.iri.rsplit("/", 1)[1]
        'inverse'
        """
        for word in (subject, prop, value):
            check_text(word, "A term")
        if subject.startswith("_:") or value.startswith("_:"):
            return None  # a query can't name a blank node
        exact = self.lexicon.find_exactly(subject), self.lexicon.find_exactly(value)
        mapped = self.find(subject), self.find(value)
        predicate = Term("iri", self.lexicon.find_exactly(prop, predicate=True))
        for start, end in dict.fromkeys((exact, mapped)):
            triple = Term("iri", start), predicate, Term("iri", end)
            proof = self._prover.prove([triple]).get(triple)
            if proof:
                return proof
        return None

    def check(self) -> list[Finding]:
        """Check what was read against shapes and violation queries, that your files speak for you, and the lessons."""
        from metastasis_atlas.checks import check, find_empty

        findings = check(self.store, self.files, self.shapes, self.own_files, self.rules)
        return [*find_empty(self._lesson_places, self.own_files), *findings, *self.lessons.findings]

    def page(self, language: str = "en") -> Page:
        """Return the page, to write or to show in a notebook.

        Raises AtlasError for a language that the atlas doesn't speak.
        """
        from metastasis_atlas.page import Console, render_page
        from metastasis_atlas.questions_view import show_questions
        from metastasis_atlas.view import make_display

        check_language(language)
        proofs = self._prover.prove((s, p, o) for s, p, o, _ in self.store.quads(INFERRED))

        def explain(subject: str, prop: str, value: str) -> Proof | None:
            return proofs.get((Term("iri", subject), Term("iri", prop), Term("iri", value)))

        display = make_display(
            self.network,
            explain,
            version=find_version(),
            language=language,
            lessons=self.lessons,
            excerpt=self.excerpt,
        )
        console = Console(self.store.write_unmerged(), show_questions(self.questions.values(), self.store))
        return Page(render_page(display, console))

    def export(self, form: str, language: str = "en") -> bytes:
        """Return everything as turtle, trig, json-ld, graphml, gexf or csv, or the quizzes as anki or gift.

        Text is in UTF-8; the quizzes are in ``language``.
        """
        from metastasis_atlas.cards import CARD_FORMATS
        from metastasis_atlas.exports import export
        from metastasis_atlas.sentences import Phrasebook

        check_text(form, "A format")
        write = CARD_FORMATS.get(form.lower())
        if write is None:
            return export(form, self.store, self.network, sorted(CARD_FORMATS))
        check_language(language)
        return write(self.lessons.quizzes, Phrasebook(self.network, language))


@dataclass(frozen=True)
class SpokenPath:
    """A path between two concepts that can say itself."""

    route: Route
    phrases: Any

    def say(self) -> list[str]:
        """Return a text for each step: its statements, each with where its passages stand."""
        return [" ".join(f"{one.sentence} [{'; '.join(one.places)}]" for one in step) for step in self.steps()]

    def steps(self) -> list[list[Statement]]:
        """Return for each step its statements: passages that say a claim alike share one, with places and notes."""
        said: list[list[Statement]] = self.phrases.say_path(self.route)
        return said

    def labels(self) -> list[str]:
        """Return the labels of the concepts along the path."""
        return [self.phrases.label(node) for node in self.route.nodes]


@dataclass(frozen=True)
class Page:
    """The page as one HTML string."""

    html: str

    def write(self, path: str | os.PathLike[str]) -> Path:
        """Write the page to a file, whole or not at all, and return its path."""
        return write_whole(Path(path), self.html.encode())

    def _repr_html_(self) -> str:
        from html import escape

        return f'<iframe srcdoc="{escape(self.html)}" width="100%" height="640"></iframe>'
