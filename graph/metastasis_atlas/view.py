"""networkx -> display data: what the page shows, as plain data without HTML.

The page's script reads the same structure (``graph/page/src/display.ts``). Claims that several passages make are one
edge with several pieces of evidence; a derived edge carries its rule and premises.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

import networkx as nx

from metastasis_atlas.hyphenation import find_breaks
from metastasis_atlas.inference import Proof
from metastasis_atlas.layouts import COLUMN_WIDTH, arrange_columns
from metastasis_atlas.lesson_view import show_quizzes, show_tours
from metastasis_atlas.lessons import Lessons
from metastasis_atlas.namespaces import ATLAS, LANGUAGES, SKOS, shorten
from metastasis_atlas.schema_view import (
    find_tag,
    show_classes,
    show_modalities,
    show_passages,
    show_properties,
    show_sources,
    show_text,
)
from metastasis_atlas.sentences import Phrasebook
from metastasis_atlas.story import (
    COLUMNS,
    Claim,
    Key,
    choose_core,
    fill_columns,
    find_ours,
    firmest_of,
    gather_claims,
    is_ours,
    modalities_of,
)
from metastasis_atlas.translation import find_difference

FORMAT: Final = 4
"""Counted up when the page's script must change to read it."""

_MATCHES: Final = {
    SKOS + "exactMatch": "same", SKOS + "closeMatch": "close", SKOS + "broadMatch": "narrower",
    SKOS + "narrowMatch": "wider", SKOS + "relatedMatch": "related",
}  # fmt: skip
"""How a mapped term relates to ours; the page has the words."""
Explain = Callable[[str, str, str], Proof | None]
Json = dict[str, Any]


@dataclass(frozen=True)
class Excerpt:
    """Of which store the network is a part: what lies within so many steps of a concept."""

    store: str
    around: str
    steps: int
    cut: bool = False
    """Whether there was more than was fetched."""


@dataclass(frozen=True)
class Display:
    """What the page shows; ``to_json`` gives the structure that the page's script reads."""

    title: str
    version: str
    language: str
    languages: list[str]
    classes: list[Json]
    properties: list[Json]
    modalities: list[Json]
    sources: list[Json]
    passages: list[Json]
    nodes: list[Json]
    edges: list[Json]
    breaks: list[str]
    layers: list[Json]
    tours: list[Json]
    quizzes: list[Json]
    translations: Json
    excerpt: Json | None = None
    format: int = FORMAT

    def to_json(self) -> Json:
        """Return plain dicts and lists; what is in them is the display's own."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


@dataclass(frozen=True)
class _Frame:
    """What is the same in every language."""

    network: "nx.MultiDiGraph[str]"
    claims: Mapping[Key, Claim]
    core_claims: set[Key]
    core_nodes: set[str]
    nodes: list[str]
    places: Mapping[str, tuple[float, float]]
    layers: list[Json]
    ids: Mapping[Key, str]
    ours: set[str]
    proofs: Mapping[Key, Proof | None]
    edges: Mapping[Key, Json]


def make_display(
    network: "nx.MultiDiGraph[str]",
    explain: Explain,
    *,
    version: str,
    language: str = "en",
    lessons: Lessons | None = None,
    excerpt: Excerpt | None = None,
) -> Display:
    """Return the display data of a network; ``explain`` gives the proof of a derived claim.

    ``excerpt`` says that it is a part of something larger, which readers must be told.
    Its texts are in ``language``; ``translations`` holds what the other languages put in their place.
    """
    frame = _make_frame(network, explain)
    base = _tell(frame, language)
    # Where no concept has a name in a language, sentences in it would be neither that language nor this one.
    spoken = {tag for node in frame.nodes for tag in network.nodes[node]["labels"]}
    others = [tag for tag in LANGUAGES if tag != language and tag in spoken]
    translations = {tag: find_difference(base, _tell(frame, tag)) or {} for tag in others}
    return Display(
        title="Metastasis Atlas",
        version=version,
        language=language,
        languages=list(LANGUAGES),
        layers=frame.layers,
        tours=show_tours(lessons or Lessons()),
        quizzes=show_quizzes(lessons or Lessons(), frame.ids),
        translations=translations,
        excerpt=asdict(excerpt) | {"around": shorten(excerpt.around)} if excerpt else None,
        **base,
    )


def _make_frame(network: "nx.MultiDiGraph[str]", explain: Explain) -> _Frame:
    claims = gather_claims(network)
    core_claims = choose_core(claims, network)
    core_nodes = {end for s, _, o in core_claims for end in (s, o)}
    nodes = sorted(n for n in network.nodes if network.nodes[n]["class"] != ATLAS + "Passage")
    places, layers = _place(network, nodes, core_nodes, core_claims)
    ids = {key: f"e{i}" for i, key in enumerate(claims, 1)}
    return _Frame(
        network=network,
        claims=claims,
        core_claims=core_claims,
        core_nodes=core_nodes,
        nodes=nodes,
        places=places,
        layers=layers,
        ids=ids,
        ours=find_ours(network, claims),
        proofs={key: explain(*key) for key, claim in claims.items() if claim.derived},
        edges={key: _frame_edge(network, ids[key], claim, key in core_claims) for key, claim in claims.items()},
    )


def _frame_edge(network: "nx.MultiDiGraph[str]", name: str, claim: Claim, is_core: bool) -> Json:
    return {
        "id": name,
        "from": shorten(claim.subject),
        "to": shorten(claim.object),
        "property": shorten(claim.property),
        "modalities": [shorten(iri) for iri in modalities_of(claim)],
        "ours": is_ours(claim),
        "derived": claim.derived,
        "negative": Phrasebook(network).meaning(claim.property) == "negative",
        "core": is_core,
    }


def _tell(frame: _Frame, language: str) -> Json:
    """Return what is told in a language."""
    network, phrases = frame.network, Phrasebook(frame.network, language)
    told = {
        "classes": show_classes(network, frame.nodes, phrases),
        "properties": show_properties(network, frame.claims, phrases),
        "modalities": show_modalities(network, phrases),
        "sources": show_sources(network, phrases),
        "passages": show_passages(network, phrases),
        "nodes": [
            _node(network, node, phrases, frame.places[node])
            | {"core": node in frame.core_nodes, "ours": node in frame.ours}
            for node in frame.nodes
        ],
        "edges": [frame.edges[key] | _say_edge(frame, key, claim, phrases) for key, claim in frame.claims.items()],
    }
    drawn = [one["label"] for kind in ("classes", "properties", "modalities", "nodes") for one in told[kind]]
    plain = [one["plainLabel"] for one in told["nodes"] if one["plainLabel"]]
    return told | {"breaks": find_breaks([*drawn, *plain], language)}


def _place(
    network: "nx.MultiDiGraph[str]", nodes: Iterable[str], core: set[str], claims: set[Key]
) -> tuple[dict[str, tuple[float, float]], list[Json]]:
    shown = fill_columns(network, (node for node in nodes if node in core))
    below = fill_columns(network, (node for node in nodes if node not in core))
    places = arrange_columns(shown, ((s, o) for s, _, o in sorted(claims)), below)
    names = [*(name for name, _ in COLUMNS), "other"]
    used = [i for i in range(len(names)) if shown[i] or below[i]]
    return places, [{"id": names[i], "x": i * COLUMN_WIDTH} for i in used]


def _sentence_tag(network: "nx.MultiDiGraph[str]", claim: Claim, language: str) -> str:
    known = network.graph["properties"].get(claim.property, {})
    return find_tag(known.get("sentences") or known.get("labels", {}), language)


def _node(network: "nx.MultiDiGraph[str]", node: str, phrases: Phrasebook, place: tuple[float, float]) -> Json:
    data = network.nodes[node]
    return {
        "id": shorten(node),
        "iri": node,
        "label": phrases.label(node),
        "lang": find_tag(data["labels"], phrases.language),
        "plainLabel": data["plain_labels"].get(phrases.language, ""),
        "class": shorten(data["class"]),
        "definition": show_text(data["definitions"], phrases.language),
        "plain": show_text(data["plains"], phrases.language),
        "x": place[0],
        "y": place[1],
        "forms": phrases.forms(node),
        "labels": {tag or "und": list(labels) for tag, labels in data["labels"].items()},
        "mappings": [
            {"curie": shorten(iri), "iri": iri, "label": label, "relation": _MATCHES[prop]}
            for prop, iri, label in data["mappings"]
        ],
        "facts": [[phrases.name("properties", prop), value] for prop, value, _ in data["facts"]],
    }


def _say_edge(frame: _Frame, key: Key, claim: Claim, phrases: Phrasebook) -> Json:
    """Return a claim's words; its sentence is as firm as its firmest evidence, and no firmer."""
    firmest = firmest_of(claim)
    sentence = phrases.say(firmest)
    return {
        "sentence": sentence,
        "quantifier": phrases.quantity(firmest),
        "lang": _sentence_tag(frame.network, claim, phrases.language),
        "evidence": [
            # The same sentence again would be half of a large page.
            {
                "passage": shorten(edge.data["passage"]),
                "sentence": said if edge is not firmest and (said := phrases.say(edge)) != sentence else None,
            }
            for edge in claim.edges
            if not edge.data["derived"]
        ],
        "proof": _proof(frame.ids, frame.proofs.get(key), phrases),
    }


def _proof(ids: Mapping[Key, str], proof: Proof | None, phrases: Phrasebook) -> Json | None:
    if proof is None or proof.rule is None:
        return None
    premises = (tuple(term.value for term in one.triple) for one in proof.premises)
    return {
        "rule": proof.rule.labels.get(phrases.language) or proof.rule.labels.get("en", ""),
        "lang": find_tag(proof.rule.labels, phrases.language),
        "explanation": proof.rule.explanations.get(phrases.language) or proof.rule.explanations.get("en", ""),
        "premises": [ids[p] for p in premises if p in ids],  # type: ignore[index]
    }
