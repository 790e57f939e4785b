"""An edge or a path -> plain words in a language.

Templates and frames are data (``atlas:sentence`` of properties and modalities); labels come from the network. What a
language lacks falls back to English.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from metastasis_atlas.namespaces import ATLAS, SKOS, shorten
from metastasis_atlas.traversal import Edge, Path, find_edges

_SAYS_IT_ITSELF = {(ATLAS + "intendedToDestroy", ATLAS + "intended")}
"""Where the property's own sentence says already how firmly it is meant."""


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
        passage = self._network.graph["passages"].get(node)
        return str(passage["locator"]) if passage else str(data.get("label") or shorten(node))

    def name(self, kind: str, iri: str) -> str:
        """Return the label of a class, property or modality (``kind`` "classes", "properties" or "modalities")."""
        return _choose(self._network.graph[kind].get(iri, {}).get("labels", {}), self.language) or shorten(iri)

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
            "{subject}": self.label(subject),
            "{object}": self.label(value) if value in self._network else value,
        }
        return _fill(template, parts)

    def say(self, edge: Edge) -> str:
        """Return an edge as a whole sentence, framed by how firmly its passage says it."""
        clause = self.say_claim(edge.subject, edge.property, edge.object)
        modality = edge.data.get("modality", "")
        frames = self._network.graph["modalities"].get(modality, {}).get("sentences", {})
        framed = (edge.property, modality) not in _SAYS_IT_ITSELF
        frame = _choose(frames, self.language) if framed else ""
        return finish(_fill(frame, {"{statement}": clause}) if frame else clause)

    def cite(self, passage: str) -> str:
        """Return where a passage stands: its place and its source."""
        known = self._network.graph["passages"].get(passage)
        if known is None:
            return shorten(passage) if passage else "no passage"
        source = self._network.graph["sources"].get(known["source"], {})
        return f"{known['locator']}, {source.get('title') or shorten(known['source'])}"

    def say_path(self, path: Path) -> list[tuple[str, list[str]]]:
        """Return for each step of a path its sentence, and where its passages stand."""
        said = []
        for step in path.steps:
            first = min(step, key=lambda e: (e.property.startswith(SKOS), e.data["passage"]))
            alike = [
                e for e in step if (e.subject, e.property, e.object) == (first.subject, first.property, first.object)
            ]
            said.append((self.say(first), [self.cite(e.data["passage"]) for e in alike]))
        return said


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


@dataclass(frozen=True)
class Statement:
    """One claim about a concept: its sentence, and the place and firmness of each passage that makes it."""

    sentence: str
    edges: tuple[Edge, ...]
    places: tuple[str, ...]
    derived: bool


@dataclass(frozen=True)
class Description:
    """What is known of a concept, in words."""

    iri: str
    label: str
    kind: str
    definition: str
    names: Mapping[str, tuple[str, ...]]
    facts: tuple[tuple[str, str], ...]
    mappings: tuple[tuple[str, str], ...]
    statements: tuple[Statement, ...]


def describe(network: "nx.MultiDiGraph[str]", node: str, language: str = "en") -> Description:
    """Return what a network knows of a node: claims that passages make first, then derived ones.

    Inverses and longer chains of kinds are left out: they say again what stands there already.
    """
    phrases = Phrasebook(network, language)
    data = network.nodes.get(node, {})
    groups: dict[tuple[bool, str], list[Edge]] = {}
    for edge in find_edges(network, node) if node in network else []:
        known = network.graph["properties"].get(edge.property, {})
        if not (edge.data["derived"] and (known.get("derived_only") and edge.property in _says_again(network))):
            groups.setdefault((bool(edge.data["derived"]), phrases.say(edge)), []).append(edge)
    statements = tuple(
        Statement(sentence, tuple(edges), tuple(phrases.cite(e.data["passage"]) for e in edges), derived)
        for (derived, sentence), edges in sorted(groups.items(), key=lambda item: item[0][0])
    )
    return Description(
        iri=node,
        label=phrases.label(node),
        kind=phrases.name("classes", data["class"]) if data.get("class") else "",
        definition=data.get("definition", ""),
        names=data.get("labels", {}),
        facts=tuple((phrases.name("properties", p), v) for p, v, _ in data.get("facts", ())),
        mappings=tuple((shorten(iri), label) for _, iri, label in data.get("mappings", ())),
        statements=statements,
    )


def _says_again(network: "nx.MultiDiGraph[str]") -> set[str]:
    inverses = {data["inverse"] for data in network.graph["properties"].values() if data["inverse"]}
    return inverses | {SKOS + "broaderTransitive"}
