"""What is known of one thing -> a page about it, for people: each statement with its passages and its firmness.

Everything that comes from data is escaped by the templates; only addresses of the web become links.
"""

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from metastasis_atlas.linked_data import find_address
from metastasis_atlas.namespaces import INFERRED, expand, shorten
from metastasis_atlas.negotiation import FORMS
from metastasis_atlas.page import DISCLAIMER
from metastasis_atlas.sentences import Description, Phrasebook, Statement
from metastasis_atlas.sparql import Question


@dataclass(frozen=True)
class Link:
    """A word that leads somewhere; without an address it is only a word."""

    text: str
    address: str = ""


@dataclass(frozen=True)
class Line:
    """A statement as the page shows it."""

    sentence: str
    firmness: str
    derived: bool
    ends: tuple[Link, ...]
    places: tuple[tuple[Link, str], ...]


class Painter:
    """Writes the pages, in one language of the data."""

    def __init__(self, phrases: Phrasebook, root: str = ""):
        self._phrases, self._root = phrases, root

    def paint(self, found: Description) -> str:
        """Return the page of a description."""
        own = find_address(found.iri, self._root)
        return _render(
            "portrait.html",
            found=found,
            own=own,
            curie=shorten(found.iri),
            language=self._phrases.language,
            root=self._root,
            names=[(tag, names) for tag, names in found.names.items()],
            facts=[(name, self._link(value)) for name, value in found.facts],
            groups=[(title, lines) for title, lines in self._group(found) if lines],
            mappings=[(relation, self._link_to(curie), label) for relation, curie, label in found.mappings],
            members=[(self._link_to(curie).address, label or curie) for curie, label in found.members],
            alternates=[(form.types[0], f"{own}.{form.suffix}") for form in FORMS["portrait"] if form.name != "html"],
        )

    def _group(self, found: Description) -> Iterator[tuple[str, list[Line]]]:
        for derived, title in ((False, "Stated"), (True, "Derived")):
            yield title, [self._line(one, found.iri) for one in found.statements if one.derived == derived]

    def _line(self, told: Statement, described: str) -> Line:
        edge = told.edges[0]
        modality = str(edge.data.get("modality", ""))
        ends = [iri for iri in (edge.subject, edge.object) if iri != described and find_address(iri)]
        return Line(
            sentence=told.sentence,
            firmness=self._phrases.name("modalities", modality) if modality and not told.derived else "",
            derived=told.derived,
            ends=tuple(Link(self._phrases.label(iri), find_address(iri, self._root)) for iri in ends),
            places=tuple(
                (Link(place, find_address(one.data["passage"], self._root)), note)
                for one, place, note in zip(told.edges, told.places, told.notes, strict=True)
                if one.data["passage"] not in (described, INFERRED)
            ),
        )

    def _link_to(self, curie: str) -> Link:
        return Link(curie, find_address(expand(curie) or curie, self._root))

    def _link(self, value: str) -> Link:
        return Link(value, value if value.startswith(("https://", "http://")) and " " not in value else "")


def paint_index(title: str, groups: Mapping[str, Iterable[tuple[str, str]]], root: str) -> str:
    """Return a page that lists things by their names; ``groups`` are pairs of IRI and label under a title."""
    links = {name: [Link(label, find_address(iri, root)) for iri, label in held] for name, held in groups.items()}
    return _render("index.html", title=title, groups=links, root=root)


def paint_unknown(curie: str, near: Iterable[tuple[str, str]], root: str) -> str:
    """Return the page that says that something isn't there, and what is near: pairs of IRI and label."""
    links = [Link(label, find_address(iri, root)) for iri, label in near]
    return _render("unknown.html", curie=curie, near=links, root=root)


def paint_form(questions: Mapping[str, Question], endpoint: str, root: str) -> str:
    """Return the page on which a query can be typed, with the competency questions."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for one in questions.values():
        groups.setdefault(one.group, []).append((one.question, f"{root}/sparql?query={quote(one.query, safe='')}"))
    first = next((one.query for one in questions.values()), "SELECT * { ?s ?p ?o } LIMIT 10")
    return _render("sparql.html", groups=groups, endpoint=endpoint, root=root, first=first)


def _render(name: str, **values: Any) -> str:
    # The style is ours; everything else is escaped by the template.
    return _find_template(name).render(disclaimer=DISCLAIMER, style=Markup(_find_style()), **values)  # noqa: S704


@cache
def _find_environment() -> Environment:
    return Environment(
        loader=PackageLoader("metastasis_atlas"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip


@cache
def _find_template(name: str) -> Template:
    return _find_environment().get_template(name)


@cache
def _find_style() -> str:
    return _find_template("server.css").render()


@cache
def make_policy() -> str:
    """Return the Content-Security-Policy of these pages: their style by its hash, forms to this server, no script."""
    mark = base64.b64encode(hashlib.sha256(_find_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{mark}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


def warm() -> None:
    """Read every template now: a sealed process can't later."""
    for name in ("base.html", "portrait.html", "index.html", "unknown.html", "sparql.html"):
        _find_template(name)
    make_policy()
