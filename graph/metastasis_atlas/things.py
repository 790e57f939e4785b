"""A job that asks for one thing -> its portrait, as linked data or as a page; and the list of classes and properties.

The address of a document here isn't the IRI of the thing: that is ``https://w3id.org/metastasis-atlas/…``, and where it
is looked up, it redirects. So a document is answered at once (200), in the form that the client likes best.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from urllib.parse import urlsplit

from metastasis_atlas.answering import Item, Job
from metastasis_atlas.atlas import Atlas
from metastasis_atlas.descriptions import Describer, read_shapes
from metastasis_atlas.errors import RequestError, UnknownTermError
from metastasis_atlas.evaluation import GRAPH_FORMATS, serialize
from metastasis_atlas.items import find_root, make_head, send_page, text
from metastasis_atlas.linked_data import SPACES, describe_document, find_address, gather, reify
from metastasis_atlas.namespaces import ATLAS, LANGUAGES, shorten
from metastasis_atlas.negotiation import FORMS, HTML, Form, choose
from metastasis_atlas.page import DISCLAIMER
from metastasis_atlas.portraits import Painter, paint_index, paint_unknown, warm
from metastasis_atlas.sentences import Phrasebook
from metastasis_atlas.sparql import Term

_MOST_NAME = 200


class Things:
    """Answers for the things of an atlas."""

    def __init__(self, atlas: Atlas, language: str):
        self._atlas, self._language = atlas, language
        self._describers = {tag: self._make_describer(tag) for tag in LANGUAGES}
        self._prepare()

    def _make_describer(self, language: str) -> Describer:
        atlas = self._atlas
        return Describer(atlas.network, atlas.store, atlas.rules, atlas.shapes, language)

    def _prepare(self) -> None:
        """Read what a sealed process can't: templates, shapes, and the modules that only some answers need."""
        warm()
        read_shapes(self._atlas.shapes)
        self._suggest(ATLAS + "nowhere")
        for describer in self._describers.values():
            describer.describe(ATLAS + "treats")

    def describe(self, job: Job) -> Iterator[Item]:
        """Yield the portrait of the thing that a job names by the parts of its path."""
        space, name, named = SPACES[text(job, "space")], text(job, "name"), text(job, "form")
        if not self._is_there(space + name):
            name, named = self._split(name, named)
        iri = space + name
        if not self._is_there(iri):
            yield from self._refuse(iri, job)
            return
        form, media = choose(text(job, "accept"), FORMS["portrait"], named)
        address = f"{find_address(iri, find_root(job))}.{form.suffix}"
        # Header values are ASCII: an address is, and the IRI is one that the store has.
        if form is HTML:
            language = self._choose_language(job)
            painter = Painter(Phrasebook(self._atlas.network, language), find_root(job))
            page = painter.paint(self._describers[language].describe(iri))
            yield from send_page(page, content_location=address)
            return
        yield make_head(200, media, headers={"content-location": address})
        quads = gather(self._atlas.store, iri)
        whereabouts = urlsplit(text(job, "base"))._replace(path=address).geturl()
        quads += describe_document(whereabouts, iri, f"Not reviewed by a clinician. {DISCLAIMER}")
        whole = GRAPH_FORMATS[form.name].supports_datasets
        yield serialize(quads if whole else reify(quads), form.name)

    def _split(self, name: str, named: str) -> tuple[str, str]:
        """Return a name without the suffix of a form, and the form."""
        stem, dot, suffix = name.rpartition(".")
        forms: Mapping[str, Form] = {form.suffix: form for form in FORMS["portrait"]}
        if dot and suffix in forms and not named:
            return stem, suffix
        return name, named

    def _is_there(self, iri: str) -> bool:
        known = Term("iri", iri)
        store = self._atlas.store
        try:
            found = next(store.find(known, None, None), None) or next(store.find(None, None, known), None)
        except ValueError:  # no IRI at all
            return False
        return found is not None

    def _choose_language(self, job: Job) -> str:
        asked = text(job, "language")
        return asked if asked in LANGUAGES else self._language

    def _refuse(self, iri: str, job: Job) -> Iterator[Item]:
        """Say that a thing isn't there, and which are near."""
        curie = shorten(iri)[:_MOST_NAME]
        near = self._suggest(iri[: _MOST_NAME + len(ATLAS)])
        form, _ = choose(text(job, "accept"), (*FORMS["portrait"],), "") if text(job, "accept") else (None, "")
        if form is HTML:
            yield from send_page(paint_unknown(curie, near, find_root(job)), 404)
            return
        raise RequestError(404, str(UnknownTermError(curie, [shorten(one) for one, _ in near])))

    def _suggest(self, iri: str) -> list[tuple[str, str]]:
        """Return the nearest things that are shown here: pairs of IRI and label."""
        lexicon = self._atlas.lexicon
        try:
            lexicon.find_exactly(shorten(iri))
        except UnknownTermError as error:
            near = [lexicon.find_exactly(one) for one in error.suggestions]
            return [(one, lexicon.label(one, self._language)) for one in near if find_address(one)]
        return []

    @cached_property
    def _schema(self) -> dict[str, list[tuple[str, str]]]:
        graph = self._atlas.network.graph
        phrases = Phrasebook(self._atlas.network, self._language)
        return {
            kind.capitalize(): sorted(
                ((iri, phrases.name(kind, iri)) for iri in graph[kind] if iri.startswith(ATLAS)),
                key=lambda one: one[1].casefold(),
            )
            for kind in ("classes", "properties", "modalities", "quantifiers")
        }

    def list_schema(self, job: Job) -> Iterator[Item]:
        """Yield all classes and properties, as linked data or as a page."""
        form, media = choose(text(job, "accept"), FORMS["portrait"], text(job, "form"))
        if form is HTML:
            yield from send_page(paint_index("Classes and properties", self._schema, find_root(job)))
            return
        yield make_head(200, media)
        terms = [iri for held in self._schema.values() for iri, _ in held]
        about = [f"{ATLAS.rstrip('#')}", *terms]
        quads = [(*one, "") for iri in about for one in self._atlas.store.find(Term("iri", iri), None, None)]
        yield serialize(quads, form.name)
