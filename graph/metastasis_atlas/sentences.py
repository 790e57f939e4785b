"""An edge or a path -> plain words in a language.

Templates and frames are data (``atlas:sentence`` of properties, modalities and quantifiers); labels come from the
network. What a language lacks falls back to English. A sentence never sounds firmer than its passage.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import networkx as nx

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
        known = self._network.graph["properties"].get(prop, {})
        template = _choose(known.get("sentences", {}), self.language)
        if not template:
            template = f"{{subject}} {self.name('properties', prop)} {{object}}"
        parts = {
            "{subject}": self._name_end(subject),
            "{object}": self._name_end(value) if value in self._network else value,
        }
        return _fill(template, parts)

    def _name_end(self, node: str) -> str:
        """Return the label of a claim's end; a passage, whose place alone tells nothing, is quoted with it."""
        said = " ".join(dict.fromkeys(self.say(edge) for edge in self._claims_of.get(node, ())))
        if not said:
            return self.label(node)
        return f"{_QUOTES.get(self.language, '“{}”').format(said)} ({self.label(node)})"

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
        clause = self.say_claim(edge.subject, edge.property, edge.object)
        clause = self._frame("quantifiers", str(edge.data.get("quantifier", "")), clause)
        weakest, *others = edge.data.get("modalities") or (edge.data.get("modality", ""),)
        limits = [self.name("modalities", one) for one in others if self._find_frame("modalities", one)]
        if limits:
            clause += f" ({', '.join(limits)})"
        if (edge.property, weakest) not in _SAYS_IT_ITSELF:
            clause = self._frame("modalities", weakest, clause)
        return finish(clause)

    def _frame(self, kind: str, iri: str, clause: str) -> str:
        frame = self._find_frame(kind, iri)
        return _fill(frame, {"{statement}": clause}) if frame else clause

    def _find_frame(self, kind: str, iri: str) -> str:
        """Return the frame of a modality or quantifier, or "" where it adds nothing."""
        frame = _choose(self._network.graph.get(kind, {}).get(iri, {}).get("sentences", {}), self.language)
        return "" if frame == _SAYS_NOTHING else frame

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
    return clause[:1].upper() + clause[1:].rstrip(". ") + "."


def _choose(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language) or texts.get("en") or texts.get("") or next(iter(texts.values()), "")


def _fill(template: str, parts: Mapping[str, Any]) -> str:
    """Fill a template; what is filled in is never read as a template again."""
    out, rest = "", template
    while rest:
        at = {rest.find(key): key for key in parts if key in rest}
        if not at:
            return out + rest
        first = min(at)
        out += rest[:first] + str(parts[at[first]])
        rest = rest[first + len(at[first]) :]
    return out
