"""``open_atlas`` and ``Atlas``: the one thing a Python user holds."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, overload

from metastasis_atlas.endpoint import Endpoint
from metastasis_atlas.errors import AtlasError, NotFetchedError, UnknownTermError
from metastasis_atlas.files import write_whole
from metastasis_atlas.inference import Proof, Prover, derive
from metastasis_atlas.namespaces import INFERRED, OURS
from metastasis_atlas.readers import ReadFile, find_files, is_lesson, read_file
from metastasis_atlas.remote import (
    Manner,
    Part,
    ask,
    fetch_around,
    fetch_between,
    fetch_labels,
    fetch_names,
    fetch_passage,
    mentions,
    probe,
)
from metastasis_atlas.results import Result
from metastasis_atlas.rules import Rule, read_rules
from metastasis_atlas.sparql import Question, Term, find_iris, read_question
from metastasis_atlas.store import Store
from metastasis_atlas.terms import Lexicon, check_language, check_text

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from metastasis_atlas.checks import Finding
    from metastasis_atlas.lessons import Lessons
    from metastasis_atlas.sentences import Description, Statement
    from metastasis_atlas.traversal import Path as Route

SCHEMA = ("atlas.ttl", "words", "rules")
"""What stays when the built-in knowledge is left out: classes, properties and rules, with their words."""
MOST_LOOKED_UP: Final = 10
"""How many IRIs of a query an endpoint is asked for, to say which of them it doesn't have."""
KNOWLEDGE = ("concepts", "labels", "forms", "definitions", "mappings", "passages")


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


@overload
def open_atlas(*paths: str | os.PathLike[str], only: bool = ...) -> Atlas: ...
@overload
def open_atlas(*, endpoint: str, timeout: float = ...) -> RemoteAtlas: ...
def open_atlas(
    *paths: str | os.PathLike[str], only: bool = False, endpoint: str = "", timeout: float = 60.0
) -> Atlas | RemoteAtlas:
    """Open the built-in knowledge, with your own files or folders beside it: RDF, and tours and quizzes in YAML.

    ``only=True`` leaves the built-in passages and concepts out; classes, properties and rules stay.
    With ``endpoint``, the address of a SPARQL endpoint, that is asked instead, for at most ``timeout`` seconds a time.
    Raises DataError, with file and line, when a file can't be read.

    >>> open_atlas().find_paths("denosumab", "bone")[0].say()[1].split(". ")[0]
    'RANK-ligand inhibitor therapy is used against bone metastases'
    """
    ontology = find_ontology()
    if endpoint:
        return RemoteAtlas(Endpoint(endpoint, timeout), ontology)
    names = SCHEMA if only else (*SCHEMA, *KNOWLEDGE)
    builtin = [read_file(path) for path in find_files([ontology / name for name in names])]
    given = [Path(path) for path in paths]
    own = [read_file(path) for path in find_files([path for path in given if not is_lesson(path)])]
    return Atlas(builtin, own, ontology, [*([] if only else [ontology]), *given])


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

        display = make_display(self.network, explain, version=find_version(), language=language, lessons=self.lessons)
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


class RemoteAtlas:
    """What a SPARQL endpoint knows, for the same questions as :class:`Atlas`; a part at a time is fetched, never all.

    ``notes`` are sentences on what was left out.
    """

    def __init__(self, endpoint: Endpoint, ontology: Path):
        self.endpoint = endpoint
        self._ontology = ontology
        self._schema = [read_file(path) for path in find_files([ontology / name for name in SCHEMA])]
        self.notes: list[str] = []

    @cached_property
    def _manner(self) -> Manner:
        return probe(self.endpoint)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The competency questions by name."""
        return read_questions(self._ontology)

    def query(self, text: str) -> Result:
        """Ask the endpoint a SPARQL query with the predeclared prefixes in force.

        Raises QueryError for one that may not be asked, EndpointError when no whole answer comes.
        """
        check_text(text, "A query")
        told = "default-graph-uri" in self.endpoint.url and "GRAPH" in text.upper()
        graphs = self._manner.graphs if told else ()
        return Result(ask(self.endpoint, text, graphs))

    def find_unknown(self, text: str) -> list[UnknownTermError]:
        """Return the IRIs of ours in a query that neither the endpoint nor the schema has, each with the nearest."""
        ours = {written: iri for iri, written in find_iris(text).items() if iri.startswith(OURS)}
        lost = {written for written, iri in list(ours.items())[:MOST_LOOKED_UP] if not mentions(self.endpoint, iri)}
        if not lost:
            return []
        known = Store(quad for file in self._schema for quad in file.quads)
        known.add(fetch_labels(self.endpoint, self._manner).to_quads())
        return [unknown for unknown in Lexicon(known).find_unknown(text) if unknown.term in lost]

    @property
    def network(self) -> NoReturn:
        """There is none: an endpoint isn't fetched whole."""
        raise NotFetchedError("network", "around(term).network")

    @property
    def dataset(self) -> NoReturn:
        """There is none: an endpoint isn't fetched whole."""
        raise NotFetchedError("dataset", "around(term).dataset")

    def find(self, term: str) -> str:
        """Return the IRI that a label, CURIE or IRI names there; raises UnknownTermError with the nearest names."""
        check_text(term, "A term")
        try:
            return Lexicon(fetch_names(self.endpoint, self._manner, term).to_store()).find(term)
        except UnknownTermError:
            return Lexicon(fetch_labels(self.endpoint, self._manner).to_store()).find(term)

    def around(self, term: str, steps: int = 1) -> Atlas:
        """Return an atlas of what lies within so many steps of a concept; ``notes`` says when there was more.

        Of a passage it is what the passage says. Raises AtlasError for a class, a property or a source: what there is
        of these is a question to the whole store.
        """
        iri = self.find(term)
        part = Part(self.endpoint, self._manner)
        fetch_around(part, iri, steps)
        note = f'Only a part of what lies around "{term}" was fetched: there is too much of it.'
        atlas = self._open(part, note)
        known = atlas.network.graph
        if any(iri in known[kind] for kind in ("classes", "properties", "sources")):
            raise AtlasError(
                f'"{term}" is a class, a property or a source, of which an endpoint is asked with a query, as in '
                "SELECT * { ?s ?p ?o } LIMIT 10."
            )
        if iri not in known["passages"]:
            return atlas
        fetch_passage(part, iri)
        return self._open(part, note)

    def _open(self, part: Part, note: str) -> Atlas:
        if part.cut and note not in self.notes:
            self.notes.append(note)
        fetched = ReadFile(Path(self.endpoint.name), "", part.to_quads())
        return Atlas(self._schema, [fetched], self._ontology)

    def describe(self, term: str, language: str = "en") -> Description:
        """Return what the endpoint knows of a concept: see :meth:`Atlas.describe`."""
        return self.around(term).describe(self.find(term), language)

    def find_paths(
        self, start: str, end: str, *, derived: bool = False, language: str = "en", most: int = 20
    ) -> list[SpokenPath]:
        """Return all shortest paths between two terms: see :meth:`Atlas.find_paths`."""
        check_language(language)
        ends = self.find(start), self.find(end)
        part, found = Part(self.endpoint, self._manner), list[SpokenPath]()
        for steps in fetch_between(part, *ends):
            atlas = self._open(part, "The search ended before all was seen: there is too much between the two.")
            found = atlas.find_paths(*ends, derived=derived, language=language, most=most)
            if found and steps >= found[0].route.length:
                break
        if found and derived:
            # How firmly a derived step holds is told by its premises, which lie around its ends.
            for node in {node for one in found for node in one.route.nodes}:
                fetch_around(part, node, 1)
            atlas = self._open(part, "The search ended before all was seen: there is too much between the two.")
            found = atlas.find_paths(*ends, derived=True, language=language, most=most)
        return found

    def page(self, focus: str = "", language: str = "en", steps: int = 2) -> Page:
        """Return a page of what lies within so many steps of a concept; raises AtlasError when none is named."""
        if not focus:
            raise NotFetchedError("page", 'page("ascites")')
        return self.around(focus, steps).page(language)

    def export(self, form: str, focus: str, steps: int = 2) -> bytes:
        """Return what lies within so many steps of a concept as turtle, trig, json-ld, graphml, gexf or csv."""
        return self.around(focus, steps).export(form)


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
