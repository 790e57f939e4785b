"""An edge or a path -> plain words in a language.

Templates and frames are data (``atlas:sentence`` of properties, modalities and quantifiers); labels, and the forms in
which they stand in a sentence, come from the network. What a language lacks falls back to English. A sentence never
sounds firmer than its passage.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import networkx as nx

from metastasis_atlas.grammar import Clause, capitalize, fill, frame, make_clause
from metastasis_atlas.namespaces import ATLAS, INFERRED, SKOS, shorten
from metastasis_atlas.traversal import Edge, Path

MATCH_WORDS: Final = {
    SKOS + "exactMatch": "same as", SKOS + "closeMatch": "close to", SKOS + "broadMatch": "narrower than",
    SKOS + "narrowMatch": "wider than", SKOS + "relatedMatch": "related to",
}  # fmt: skip
"""What our concept is to the term of another vocabulary."""

_SAYS_IT_ITSELF = {(ATLAS + "intendedToDestroy", ATLAS + "intended")}
"""Where the property's own sentence says already how firmly it is meant."""
_SAYS_NOTHING: Final = "{statement}"
"""The frame of what is stated outright."""
_QUOTES: Final = {"de": "„{}“", "uk": "«{}»", "es": "«{}»", "fr": "«\u00a0{}\u00a0»"}


@dataclass(frozen=True)
class Statement:
    """One claim, said with one firmness: its sentence, and for each passage that says it so the place and its note."""

    sentence: str
    edges: tuple[Edge, ...]
    places: tuple[str, ...]
    notes: tuple[str, ...]
    derived: bool


@dataclass(frozen=True)
class Description:
    """What is known of something, in words.

    ``facts`` are pairs of a name and a value; ``members`` (CURIE and label) what a class or source holds;
    ``mappings`` triples of a relation ("same as", "narrower than", …), a CURIE and a label.
    """

    iri: str
    label: str
    kind: str
    definition: str
    names: Mapping[str, tuple[str, ...]]
    facts: tuple[tuple[str, str], ...]
    mappings: tuple[tuple[str, str, str], ...]
    statements: tuple[Statement, ...]
    members: tuple[tuple[str, str], ...] = ()


class Phrasebook:
    """Says the statements of a network in one language."""

    def __init__(self, network: "nx.MultiDiGraph[str]", language: str = "en"):
        self._network, self.language = network, language

    def label(self, node: str) -> str:
        """Return a node's preferred label in the language, else in English, else its CURIE."""
        data = self._network.nodes.get(node, {})
        labels = data.get("labels", {})
        for tag in (self.language, "en", ""):
            if labels.get(tag):
                return str(labels[tag][0])
        if node in self._network.graph["passages"]:
            return self.place(node)
        return str(data.get("label") or shorten(node))

    def name(self, kind: str, iri: str) -> str:
        """Return the label of what ``network.graph`` holds under a kind: "classes", "properties", "modalities", …"""
        return self.choose(self._network.graph[kind].get(iri, {}).get("labels", {})) or shorten(iri)

    def choose(self, texts: Mapping[str, str]) -> str:
        """Return the text in the language, else in English, else in any."""
        return _choose(texts, self.language)

    def meaning(self, prop: str) -> str:
        """Return the group of relations that a property belongs to: "treatment", "negative", … or "other"."""
        return str(self._network.graph["properties"].get(prop, {}).get("meaning", "other"))

    def say_claim(self, subject: str, prop: str, value: str) -> str:
        """Return a claim as a clause: no capital, no full stop."""
        return self._make_clause(subject, prop, value).text

    def _make_clause(self, subject: str, prop: str, value: str) -> Clause:
        known = self._network.graph["properties"].get(prop, {})
        template = _choose(known.get("sentences", {}), self.language)
        if not template:
            template = f"{{subject}} {self.name('properties', prop)} {{object}}"

        def find(placeholder: str) -> str | None:
            end, _, case = placeholder.partition(".")
            node = {"subject": subject, "object": value}.get(end)
            return None if node is None else self._name_end(node, case or "nominative")

        return make_clause(template, find, self.language)

    def _name_end(self, node: str, case: str) -> str:
        """Return a claim's end as it stands in a sentence; a passage, whose place alone tells nothing, is quoted."""
        if node not in self._network:
            return node
        said = " ".join(dict.fromkeys(self.say(edge) for edge in self._claims_of.get(node, ())))
        if not said:
            return self.inflect(node, case)
        return f"{_QUOTES.get(self.language, '“{}”').format(said)} ({self.label(node)})"

    def inflect(self, node: str, case: str) -> str:
        """Return a node's name in a case ("nominative", "locative", …), or as it is where the case is "name"."""
        name = self.label(node)
        if case == "name":
            return name
        forms = self._network.nodes.get(node, {}).get("forms", {}).get(ATLAS + case, {})
        if self.language in forms:
            return str(forms[self.language])
        pattern = _choose(self._network.graph["properties"].get(ATLAS + case, {}).get("sentences", {}), self.language)
        return fill(pattern or "{name}", {"name": name}.get, self.language)

    def forms(self, node: str) -> list[str]:
        """Return how a node's name stands in sentences where a reader's eye doesn't find its label in it."""
        found = (forms.get(self.language, "") for forms in self._network.nodes[node].get("forms", {}).values())
        # An ending of two letters is read over: "bones" holds "bone".
        label = re.compile(rf"(?<!\w){re.escape(self.label(node))}\w{{0,2}}(?!\w)", re.IGNORECASE)
        return list(dict.fromkeys(form for form in found if form and not label.search(form)))

    def quantity(self, edge: Edge) -> str | None:
        """Return of how many of the things named an edge speaks: "some", "almost all"; None where of all."""
        quantifier = str(edge.data.get("quantifier", ""))
        return self.name("quantifiers", quantifier) if quantifier else None

    @cached_property
    def _claims_of(self) -> dict[str, list[Edge]]:
        """By passage the claims that it makes of concepts."""
        found: dict[str, list[Edge]] = {}
        passages = self._network.graph["passages"]
        for u, v, key, data in self._network.edges(keys=True, data=True):
            if key[1] in passages and u not in passages and v not in passages:
                found.setdefault(key[1], []).append(Edge(u, key[0], v, data))
        return found

    def say(self, edge: Edge) -> str:
        """Return an edge as a whole sentence, as firm as its passage, or as the weakest that a derived one leans on.

        Where a derived one leans on several kinds of firmness, the weakest frames it and the others stand in brackets.
        """
        clause = self._make_clause(edge.subject, edge.property, edge.object)
        weakest, *others = edge.data.get("modalities") or (edge.data.get("modality", ""),)
        says_itself = (edge.property, weakest) in _SAYS_IT_ITSELF
        outer = "" if says_itself else self._find_frame("modalities", weakest)
        limits = [self.name("modalities", one) for one in others if self._find_frame("modalities", one)]
        quantifier = str(edge.data.get("quantifier", ""))
        inner = self._find_frame("quantifiers", quantifier)
        if inner and outer:
            limits.insert(0, self.name("quantifiers", quantifier))
        elif inner:
            clause = Clause(*[frame(inner, clause, self.language)] * 2)
        if limits:
            clause = Clause(*(f"{order} ({', '.join(limits)})" for order in clause))
        return finish(frame(outer, clause, self.language) if outer else clause.text)

    def _find_frame(self, kind: str, iri: str) -> str:
        """Return the frame of a modality or quantifier, or "" where it adds nothing."""
        found = _choose(self._network.graph.get(kind, {}).get(iri, {}).get("sentences", {}), self.language)
        return "" if found == _SAYS_NOTHING else found

    def gather(self, edges: Iterable[Edge]) -> list[Statement]:
        """Return the claims of edges in words: passages that say the same claim alike share a statement."""
        groups: dict[tuple[bool, str, str, str, str], list[Edge]] = {}
        for edge in edges:
            key = (bool(edge.data["derived"]), edge.subject, edge.property, edge.object, self.say(edge))
            groups.setdefault(key, []).append(edge)
        return [
            Statement(
                sentence=key[-1],
                edges=tuple(alike),
                places=tuple(self.cite(edge.data["passage"]) for edge in alike),
                notes=tuple(self.note(edge) for edge in alike),
                derived=key[0],
            )
            for key, alike in groups.items()
        ]

    def find_claims(self, subject: str, prop: str, value: str) -> list[Edge]:
        """Return the edges of one claim: each passage that makes it."""
        edges = self._network.get_edge_data(subject, value) or {}
        return [Edge(subject, prop, value, data) for key, data in edges.items() if key[0] == prop]

    def cite(self, passage: str) -> str:
        """Return where a passage stands: its place and its source."""
        known = self._network.graph["passages"].get(passage)
        if passage == INFERRED:
            return "derived"
        if known is None:
            return shorten(passage) if passage else "no passage"
        return f"{self.place(passage)}, {self.title(known['source'])}"

    def place(self, passage: str) -> str:
        """Return where in its source a known passage stands."""
        known = self._network.graph["passages"][passage]
        return self.choose(known["locators"])

    def title(self, source: str) -> str:
        """Return the title of a source, or its CURIE where it has none."""
        known = self._network.graph["sources"].get(source, {})
        return self.choose(known.get("titles", {})) or shorten(source)

    def note(self, edge: Edge) -> str:
        """Return what the passage of an edge adds to what it says."""
        known = self._network.graph["passages"].get(edge.data.get("passage", ""), {})
        return self.choose(known.get("notes", {})) or str(edge.data.get("note", ""))

    def say_path(self, path: Path) -> list[list[Statement]]:
        """Return for each step of a path its statements: firmest first, and what is only a kind of what last.

        Derived ones are said where nothing stated joins the two ends.
        """
        return [
            self.gather(sorted([e for e in step if not e.data["derived"]] or step, key=self._order))
            for step in path.steps
        ]

    def _order(self, edge: Edge) -> tuple[bool, int, str, str, str]:
        rank = self._network.graph["modalities"].get(edge.data.get("modality", ""), {}).get("rank", 0)
        return edge.property.startswith(SKOS), rank, edge.property, edge.subject, edge.data["passage"]


def finish(clause: str) -> str:
    """Return a clause with a capital and a full stop.

    >>> finish("puncture relieves ascites")
    'Puncture relieves ascites.'
    """
    return capitalize(clause).rstrip(". ") + "."


def _choose(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or texts.get("en") or texts.get("") or next(iter(texts.values()), "")
