"""``RemoteAtlas``: what a SPARQL endpoint knows, for the same questions as ``Atlas``."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from metastasis_atlas.atlas import Atlas, Page, SpokenPath, read_questions
from metastasis_atlas.border import to_text
from metastasis_atlas.endpoint import Endpoint
from metastasis_atlas.errors import AtlasError, NotFetchedError, UnknownTermError
from metastasis_atlas.namespaces import OURS
from metastasis_atlas.readers import ReadFile
from metastasis_atlas.remote import (
    Manner,
    Part,
    ask,
    fetch_around,
    fetch_between,
    fetch_labels,
    fetch_names,
    fetch_passage,
    probe,
)
from metastasis_atlas.results import Result
from metastasis_atlas.sparql import Question, Term, find_iris
from metastasis_atlas.store import Store
from metastasis_atlas.terms import Lexicon, check_language, check_text

if TYPE_CHECKING:
    from metastasis_atlas.sentences import Description

MOST_LOOKED_UP: Final = 10
"""How many IRIs of a query an endpoint is asked for, to say which of them it doesn't have."""


class RemoteAtlas:
    """What a SPARQL endpoint knows, for the same questions as :class:`Atlas`; a part at a time is fetched, never all.

    ``notes`` are sentences on what was left out.
    """

    def __init__(self, endpoint: Endpoint, ontology: Path, schema: list[ReadFile]):
        self.endpoint = endpoint
        self._ontology, self._schema = ontology, schema
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
        lost = {written for written, iri in list(ours.items())[:MOST_LOOKED_UP] if not self._mentions(iri)}
        if not lost:
            return []
        known = Store(quad for file in self._schema for quad in file.quads)
        known.add(fetch_labels(self.endpoint, self._manner).to_quads())
        return [unknown for unknown in Lexicon(known).find_unknown(text) if unknown.term in lost]

    def _mentions(self, iri: str) -> bool:
        """Return whether an IRI occurs there: as a subject, predicate, object or graph."""
        node = to_text(Term("iri", iri))
        # Virtuoso says yes of any graph that is named outright.
        graph = f"GRAPH ?g {{ ?s ?p ?o }} FILTER(?g = {node})"
        places = (f"{node} ?p ?o", f"?s {node} ?o", f"?s ?p {node}", graph)
        return any(bool(ask(self.endpoint, f"ASK {{ {place} }}")) for place in places)

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
        from metastasis_atlas.view import Excerpt

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
        if iri in known["passages"]:
            fetch_passage(part, iri)
            atlas = self._open(part, note)
        atlas.excerpt = Excerpt(self.endpoint.name, iri, steps, part.cut)
        return atlas

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
