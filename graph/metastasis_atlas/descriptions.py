"""What is known of a concept, passage, source, class or property -> a description in words.

In come the network and, for what is no claim (literals, rules, shapes), the store; out go dataclasses, and the lines of
text that the command line prints.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import networkx as nx

from metastasis_atlas.inference import Proof
from metastasis_atlas.namespaces import (
    ATLAS,
    CONCEPT,
    DEFINITION,
    INFERRED,
    LABEL,
    MAPPING_PROPERTIES,
    PREF_LABEL,
    RDFS,
    SKOS,
    shorten,
)
from metastasis_atlas.readers import find_files, read_file
from metastasis_atlas.rules import Rule
from metastasis_atlas.sentences import MATCH_WORDS, Description, Phrasebook, Statement
from metastasis_atlas.sparql import Term
from metastasis_atlas.store import Store
from metastasis_atlas.traversal import Edge, find_edges

Explain = Callable[[str, str, str], Proof | None]
Facts = list[tuple[str, str]]

_TEXTS: Final = (DEFINITION, ATLAS + "explanation", RDFS + "comment")


class Describer:
    """Describes in one language whatever an atlas knows."""

    def __init__(
        self, network: "nx.MultiDiGraph[str]", store: Store, rules: Iterable[Rule], shapes: Path, language: str = "en"
    ):
        self._network, self._store, self._rules, self._shapes = network, store, tuple(rules), shapes
        self._phrases = Phrasebook(network, language)

    def describe(self, iri: str) -> Description:
        """Return what is known of an IRI; what is no claim's subject or object has facts in place of statements."""
        kinds = {
            "passages": self._describe_passage,
            "sources": self._describe_source,
            "properties": self._describe_property,
            "classes": self._describe_class,
        }
        for kind, describe in kinds.items():
            if iri in self._network.graph[kind]:
                return describe(iri, self._network.graph[kind][iri])
        return self._describe_concept(iri) if iri in self._network else self._describe_other(iri)

    def _describe_concept(self, iri: str) -> Description:
        """Claims that passages make come first, then derived ones.

        Inverses and longer chains of kinds are left out: they say again what stands there already.
        """
        data, again = self._network.nodes[iri], self._says_again()
        edges = [e for e in find_edges(self._network, iri) if not (e.data["derived"] and e.property in again)]
        return Description(
            iri=iri,
            label=self._phrases.label(iri),
            kind=self._phrases.name("classes", data["class"]) if data["class"] else "",
            definition=self._define(data),
            names=data["labels"],
            facts=tuple((self._phrases.name("properties", p), value) for p, value, _ in data["facts"]),
            mappings=tuple((MATCH_WORDS[prop], shorten(term), label) for prop, term, label in data["mappings"]),
            statements=self._gather(edges),
        )

    def _define(self, data: Mapping[str, Any]) -> str:
        """Return a concept's definition in the language; one that there is only in English says so."""
        own = data["definitions"].get(self._phrases.language)
        return str(own or self._mark(data["definition"], "en" if "en" in data["definitions"] else ""))

    def _mark(self, text: str, tag: str) -> str:
        """Return a text, marked where it is in English and another language was asked for."""
        return f"{text} (in English)" if text and tag == "en" != self._phrases.language else text

    def _says_again(self) -> set[str]:
        inverses = {data["inverse"] for data in self._network.graph["properties"].values() if data["inverse"]}
        return inverses | {SKOS + "broaderTransitive"}

    def _gather(self, edges: Iterable[Edge]) -> tuple[Statement, ...]:
        return tuple(sorted(self._phrases.gather(edges), key=lambda one: one.derived))

    def _describe_passage(self, iri: str, data: Mapping[str, Any]) -> Description:
        manner, amount = data["modality"], data["quantifier"]
        source = self._network.graph["sources"].get(data["source"], {})
        facts = [
            ("source", f"{self._phrases.choose(source.get('titles', {}))} ({shorten(data['source'])})".strip()),
            ("place", self._phrases.place(iri)),
            ("firmness", f"{self._phrases.name('modalities', manner)} ({shorten(manner)})" if manner else ""),
            ("speaks of", f"{self._phrases.name('quantifiers', amount)} ({shorten(amount)})" if amount else ""),
            ("review", self._phrases.choose(data["reviews"])),
            ("note", self._phrases.choose(data["notes"])),
        ]
        edges = [Edge(u, k[0], v, d) for u, v, k, d in self._network.edges(keys=True, data=True) if k[1] == iri]
        about = [e for e in self._find_about(iri) if e not in edges]
        return self._tell(iri, "passage", facts, label=self._phrases.cite(iri), statements=self._gather(
            [*edges, *self._find_literals(iri, data), *about]
        ))  # fmt: skip

    def _find_about(self, passage: str) -> list[Edge]:
        return find_edges(self._network, passage, derived=False) if passage in self._network else []

    def _find_literals(self, passage: str, data: Mapping[str, Any]) -> Iterator[Edge]:
        """Yield what a passage says with a text as value: a name, a credential."""
        known = {"passage": passage, "modality": data.get("modality", ""), "note": data["note"], "derived": False}
        for subject, prop, value, _ in sorted(self._store.quads(passage)):
            if value.kind == "literal":
                yield Edge(subject.value, prop.value, value.value, known)

    def _describe_source(self, iri: str, data: Mapping[str, Any]) -> Description:
        passages = self._network.graph["passages"]
        held = sorted(name for name, one in passages.items() if one["source"] == iri)
        facts = [
            ("citation", self._phrases.choose(data["citations"])),
            ("address", data["url"]),
            ("licence", self._phrases.choose(data["licences"])),
            ("passages", str(len(held))),
        ]
        members = tuple((shorten(name), self._phrases.place(name)) for name in held)
        return self._tell(iri, "source", facts, label=self._phrases.choose(data["titles"]), members=members)

    def _describe_class(self, iri: str, data: Mapping[str, Any]) -> Description:
        classes = self._network.graph["classes"]
        held = sorted(node for node, known in self._network.nodes(data=True) if known["class"] == iri)
        facts = [
            ("kind of", self._name(data["broader"])),
            ("kinds", ", ".join(self._name(one) for one in sorted(classes) if classes[one]["broader"] == iri)),
            ("concepts", str(len(held))),
        ]
        members = tuple((shorten(node), self._phrases.label(node)) for node in held)
        return self._tell(iri, "class", facts, label=self._phrases.name("classes", iri), members=members)

    def _describe_property(self, iri: str, data: Mapping[str, Any]) -> Description:
        properties = self._network.graph["properties"]
        inverses = [data["inverse"], *(one for one, known in sorted(properties.items()) if known["inverse"] == iri)]
        keys = [(u, v, key[1]) for u, v, key in self._network.edges(keys=True) if key[0] == iri]
        stated = {(u, v) for u, v, passage in keys if passage != INFERRED}
        derived = len({(u, v) for u, v, _ in keys} - stated)
        passages = len({passage for _, _, passage in keys if passage != INFERRED})
        facts = [
            ("from", self._find_ends(iri, "targetSubjectsOf")),
            ("to", self._find_ends(iri, "targetObjectsOf")),
            ("inverse", ", ".join(f"{self._phrases.name('properties', i)} ({shorten(i)})" for i in inverses if i)),
            ("statements", f"{len(stated)} stated (in {passages} passages), {derived} derived"),
            *(("derived by the rule", rule) for rule in self._find_rules(iri)),
        ]
        return self._tell(iri, "property", facts, label=self._phrases.name("properties", iri))

    def _find_ends(self, prop: str, target: str) -> str:
        """Return the classes between which a shape lets a property stand; what no shape says may be anything."""
        rows = read_shapes(self._shapes).select(
            f"SELECT DISTINCT ?class {{ ?shape sh:{target} <{prop}> ; "
            "(sh:class|sh:or/rdf:rest*/rdf:first/sh:class) ?class } ORDER BY ?class"
        )
        return " or ".join(self._name(row[0].value) for row in rows if row[0])

    def _find_rules(self, prop: str) -> list[str]:
        """Return name and explanation of the rules that conclude something with a property."""
        language = self._phrases.language
        return [
            f"{rule.labels.get(language) or rule.labels.get('en', '')} ({shorten(rule.iri)}): "
            f"{rule.explanations.get(language) or rule.explanations.get('en', '')}"
            for rule in self._rules
            if self._concludes(rule, prop)
        ]

    def _concludes(self, rule: Rule, prop: str) -> bool:
        """Whether a rule concludes with a property; one that is open about it (the inverse) is tried."""
        concluded = rule.head[1]
        if isinstance(concluded, Term):
            return concluded.value == prop
        return any(triple[1].value == prop for triple in self._store.construct(rule.query))

    def _describe_other(self, iri: str) -> Description:
        """Describe what is no concept of ours: a term of another vocabulary, a manner of statement, a rule."""
        ours = [
            (MATCH_WORDS[prop], f"{self._phrases.label(node)} ({shorten(node)})")
            for node, data in self._network.nodes(data=True)
            for prop, term, _ in data["mappings"]
            if term == iri
        ]
        facts = [(f"{label} is", f"{relation} this") for relation, label in ours]
        return self._tell(iri, "", facts, label=self._read(iri, PREF_LABEL, LABEL) or shorten(iri))

    def _tell(self, iri: str, kind: str, facts: Facts, **more: Any) -> Description:
        """Return the description of what is no concept; facts without a value are left out."""
        mappings = tuple(
            (MATCH_WORDS[prop], shorten(row[0].value), self._read(row[0].value, LABEL))
            for prop in MAPPING_PROPERTIES
            for row in self._store.select(f"SELECT ?term {{ <{iri}> <{prop}> ?term }} ORDER BY ?term")
            if row[0]
        )
        told = tuple((name, value) for name, value in facts if value)
        more = {"names": {}, "statements": ()} | more
        definition = self._mark(*self._read_tagged(iri, *_TEXTS))
        return Description(iri=iri, kind=kind, definition=definition, facts=told, mappings=mappings, **more)

    def _read(self, iri: str, *properties: str) -> str:
        """Return the text that the first of some properties gives, in the language or else in English or any."""
        return self._read_tagged(iri, *properties)[0]

    def _read_tagged(self, iri: str, *properties: str) -> tuple[str, str]:
        """Return such a text with the language that it is in."""
        for prop in properties:
            rows = self._store.select(f"SELECT ?text {{ <{iri}> <{prop}> ?text }} ORDER BY ?text")
            texts = {row[0].language: row[0].value for row in reversed(rows) if row[0]}
            for tag in (self._phrases.language, "en", "", *texts):
                if texts.get(tag):
                    return texts[tag], tag
        return "", ""

    def _name(self, iri: str) -> str:
        if iri not in self._network.graph["classes"]:
            return shorten(iri)
        return f"{self._phrases.name('classes', iri)} ({shorten(iri)})"


@cache
def read_shapes(folder: Path) -> Store:
    """Return the shapes of a folder, read once."""
    return Store(quad for file in find_files([folder]) for quad in read_file(file).quads)


def write_lines(found: Description, explain: Explain | None, phrases: Phrasebook) -> list[str]:
    """Return a description as lines of text; ``explain`` unfolds what is derived to its premises.

    A definition of a concept of the atlas says that it is our wording: no source is quoted.
    A note stands beside the first place of its passage only.
    """
    head = f"{found.label} ({found.kind})" if found.kind else found.label
    ours = " [our wording]" if found.definition and found.iri.startswith(CONCEPT) else ""
    lines = [head, shorten(found.iri), "", found.definition + ours]
    names = {tag: [name for name in names if name != found.label] for tag, names in found.names.items()}
    lines += [f"  {tag or '-'}: {', '.join(others)}" for tag, others in names.items() if others]
    lines += ["", *(f"{name}: {value}" for name, value in found.facts)]
    noted = {found.iri}
    for derived, title in ((False, "Stated"), (True, "Derived")):
        told = [one for one in found.statements if one.derived == derived]
        lines += ["", f"{title}:"] if told else []
        for one in told:
            lines += [f"- {one.sentence}"] + ([] if derived else write_places(one, found.iri, noted))
            if derived and explain:
                edge = one.edges[0]
                lines += write_proof(explain(edge.subject, edge.property, edge.object), phrases, 2)
    held = [f"- {curie}  {label}" for curie, label in found.members]
    lines += ["", "It holds:", *held] if held else []
    mappings = [f"- {relation} {curie} {label}".rstrip() for relation, curie, label in found.mappings]
    lines += ["", "In other vocabularies:", *mappings] if mappings else []
    return "\n".join(line for i, line in enumerate(lines) if line or (i and lines[i - 1])).rstrip().split("\n")


def write_places(told: Statement, described: str, noted: set[str]) -> list[str]:
    """Return the lines of a statement's places, other than a described passage itself, each note once."""
    lines = []
    for edge, place, note in zip(told.edges, told.places, told.notes, strict=True):
        if edge.data["passage"] != described:
            lines.append(f"    {place}")
        if note and edge.data["passage"] not in noted:
            noted.add(edge.data["passage"])
            lines.append(f"      note: {note}")
    return lines


def write_path(steps: Iterable[Iterable[Statement]], noted: set[str], phrases: Phrasebook) -> list[str]:
    """Return the lines of a path's steps, each statement with its places, and each note that isn't ``noted`` yet."""
    lines = []
    for number, step in enumerate(steps, 1):
        mark = f"  {number}. "
        for told in step:
            lines.append(f"{mark}{told.sentence} [{'; '.join(told.places)}]")
            mark = " " * len(mark)
            for edge, note in zip(told.edges, told.notes, strict=True):
                if note and edge.data["passage"] not in noted:
                    noted.add(edge.data["passage"])
                    place = f" ({phrases.place(edge.data['passage'])})" if len(told.edges) > 1 else ""
                    lines.append(f"{mark}  note{place}: {note}")
    return lines


def write_proof(proof: Proof | None, phrases: Phrasebook, depth: int) -> list[str]:
    """Return the lines of a proof, each level further in; a premise is said as firmly as its passages say it."""
    if proof is None or proof.rule is None:
        return []
    pad, rule, tag = "  " * depth, proof.rule, phrases.language
    label = rule.labels.get(tag) or rule.labels.get("en", rule.iri)
    lines = [f'{pad}by the rule "{label}": {rule.explanations.get(tag) or rule.explanations.get("en", "")}']
    for premise in proof.premises:
        subject, prop, value = (term.value for term in premise.triple)
        for told in phrases.gather(phrases.find_claims(subject, prop, value)):
            places = "" if told.derived else f" [{'; '.join(told.places)}]"
            lines.append(f"{pad}- {told.sentence}{places}")
        lines += write_proof(premise, phrases, depth + 1)
    return lines
