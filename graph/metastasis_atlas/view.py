"""networkx -> display data: what the page shows, as plain data without HTML.

The page's script reads the same structure (``graph/page/src/display.ts``). Claims that several passages make are one
edge with several pieces of evidence; a derived edge carries its rule and premises.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

import networkx as nx

from metastasis_atlas.inference import Proof
from metastasis_atlas.layouts import COLUMN_WIDTH, arrange_columns
from metastasis_atlas.namespaces import ATLAS, LANGUAGES, SKOS, shorten
from metastasis_atlas.sentences import Phrasebook
from metastasis_atlas.story import (
    COLUMNS,
    Claim,
    Key,
    choose_core,
    fill_columns,
    find_column,
    find_ours,
    firmest_of,
    gather_claims,
    is_ours,
    modalities_of,
    rank_modality,
)

FORMAT: Final = 2
"""Counted up when the page's script must change to read it."""

Explain = Callable[[str, str, str], Proof | None]
Json = dict[str, Any]

_LOOKS: Final = {
    "Disease": ("octagon", "red"), "Process": ("chevron", "pink"), "SpreadRoute": ("tag", "violet"),
    "Cell": ("ellipse", "pink"), "AnatomicalSite": ("pill", "brown"), "Organ": ("ellipse", "amber"),
    "Tissue": ("barrel", "amber"), "BodyCavity": ("frame", "brown"), "BodySubstance": ("pill", "cyan"),
    "MetastasisType": ("hexagon", "orange"), "Condition": ("rounded", "blue"), "Intervention": ("box", "green"),
    "SystemicTherapy": ("parallelogram", "teal"), "LocalTherapy": ("plaque", "lime"), "Agent": ("pill", "indigo"),
    "MolecularTarget": ("bar", "indigo"), "DosageForm": ("document", "slate"),
    "AdministrationRoute": ("flag", "slate"), "DecisionFactor": ("trapezoid", "cyan"),
    "Assessment": ("trapezoid", "blue"), "Intent": ("flag", "green"), "Department": ("frame", "slate"),
    "Specialty": ("tag", "slate"), "FrequencyTier": ("bar", "amber"),
}  # fmt: skip
_MATCH_WORDS: Final = {
    SKOS + "exactMatch": "same as", SKOS + "closeMatch": "close to", SKOS + "broadMatch": "narrower than",
    SKOS + "narrowMatch": "wider than", SKOS + "relatedMatch": "related to",
}  # fmt: skip
_MEANING_ORDER: Final = ("spread", "place", "cause", "treatment", "relief", "negative", "choice", "kind", "other")


@dataclass(frozen=True)
class Display:
    """What the page shows; ``to_json`` gives the structure that the page's script reads."""

    title: str
    version: str
    language: str
    languages: list[str]
    disclaimer: str
    licence: str
    review: str
    classes: list[Json]
    properties: list[Json]
    modalities: list[Json]
    sources: list[Json]
    passages: list[Json]
    nodes: list[Json]
    edges: list[Json]
    layers: list[Json]
    format: int = FORMAT

    def to_json(self) -> Json:
        """Return plain dicts and lists."""
        return asdict(self)


def make_display(network: "nx.MultiDiGraph[str]", explain: Explain, *, version: str, language: str = "en") -> Display:
    """Return the display data of a network; ``explain`` gives the proof of a derived claim."""
    phrases = Phrasebook(network, language)
    claims = gather_claims(network)
    core_claims = choose_core(claims, network)
    core_nodes = {end for s, _, o in core_claims for end in (s, o)}
    nodes = [n for n in network.nodes if network.nodes[n]["class"] != ATLAS + "Passage"]
    places, layers = _place(network, nodes, core_nodes, core_claims)
    ids = {key: f"e{i}" for i, key in enumerate(claims, 1)}
    ours = find_ours(network, claims)
    edges = [
        _edge(ids, claim, phrases, explain)
        | {"core": key in core_claims, "lang": _sentence_tag(network, claim, language)}
        for key, claim in claims.items()
    ]
    return Display(
        title="Metastasis Atlas",
        version=version,
        language=language,
        languages=list(LANGUAGES),
        disclaimer="For education, not medical advice.",
        licence="CC BY 4.0",
        review="Not reviewed by a clinician.",
        classes=_classes(network, nodes, phrases),
        properties=_properties(network, claims, phrases),
        modalities=_modalities(network, phrases),
        sources=_sources(network),
        passages=_passages(network, phrases),
        nodes=[
            _node(network, n, phrases, places[n]) | {"core": n in core_nodes, "ours": n in ours} for n in sorted(nodes)
        ],
        edges=edges,
        layers=layers,
    )


def _place(
    network: "nx.MultiDiGraph[str]", nodes: Iterable[str], core: set[str], claims: set[Key]
) -> tuple[dict[str, tuple[float, float]], list[Json]]:
    shown = fill_columns(network, (node for node in nodes if node in core))
    below = fill_columns(network, (node for node in nodes if node not in core))
    places = arrange_columns(shown, ((s, o) for s, _, o in sorted(claims)), below)
    names = [*(name for name, _ in COLUMNS), "Other"]
    used = [i for i in range(len(names)) if shown[i] or below[i]]
    return places, [{"label": names[i], "x": i * COLUMN_WIDTH} for i in used]


def _look(iri: str, number: int) -> tuple[str, str | int]:
    return _LOOKS.get(iri.removeprefix(ATLAS), ("box", number))


def _class_order(iri: str) -> tuple[int, int, str]:
    """Classes stand in the legend as their columns stand in the pathway."""
    name = iri.removeprefix(ATLAS)
    return (find_column(iri), list(_LOOKS).index(name) if name in _LOOKS else len(_LOOKS), iri)


def _classes(network: "nx.MultiDiGraph[str]", nodes: Iterable[str], phrases: Phrasebook) -> list[Json]:
    counts: dict[str, int] = {}
    for node in nodes:
        counts[network.nodes[node]["class"]] = counts.get(network.nodes[node]["class"], 0) + 1
    found = []
    for number, iri in enumerate(sorted(counts, key=_class_order)):
        shape, hue = _look(iri, number)
        name = _name(phrases, network, "classes", iri) if iri else {"label": "other", "lang": "en"}
        found.append({"id": shorten(iri), **name, "shape": shape, "hue": hue, "count": counts[iri]})
    return found


def _properties(network: "nx.MultiDiGraph[str]", claims: Mapping[Key, Claim], phrases: Phrasebook) -> list[Json]:
    counts: dict[str, int] = {}
    for _, prop, _ in claims:
        counts[prop] = counts.get(prop, 0) + 1
    known = network.graph["properties"]
    found = [
        {
            "id": shorten(prop),
            **_name(phrases, network, "properties", prop),
            "meaning": meaning if (meaning := known.get(prop, {}).get("meaning")) in _MEANING_ORDER else "other",
            "count": count,
        }
        for prop, count in counts.items()
    ]
    return sorted(found, key=lambda p: (_MEANING_ORDER.index(str(p["meaning"])), -int(str(p["count"])), str(p["id"])))


def _modalities(network: "nx.MultiDiGraph[str]", phrases: Phrasebook) -> list[Json]:
    """Return the modalities, the firmest first."""
    known = network.graph["modalities"]
    return [
        {
            "id": shorten(iri),
            **_name(phrases, network, "modalities", iri),
            "explanation": known[iri]["definitions"].get("en", ""),
        }
        for iri in sorted(known, key=rank_modality)
    ]


def _name(phrases: Phrasebook, network: "nx.MultiDiGraph[str]", kind: str, iri: str) -> Json:
    """Return a label with the language that it is in, which may not be the one asked for."""
    labels = network.graph[kind].get(iri, {}).get("labels", {})
    return {"label": phrases.name(kind, iri), "lang": _tag(labels, phrases.language)}


def _tag(texts: Mapping[str, object], language: str) -> str:
    """Return in which language a text is, when it is wanted in one and may fall back to English."""
    return next((tag for tag in (language, "en", "") if texts.get(tag)), "en" if not texts else next(iter(texts)))


def _sentence_tag(network: "nx.MultiDiGraph[str]", claim: Claim, language: str) -> str:
    known = network.graph["properties"].get(claim.property, {})
    return _tag(known.get("sentences") or known.get("labels", {}), language)


def _sources(network: "nx.MultiDiGraph[str]") -> list[Json]:
    return [
        {
            "id": shorten(iri),
            "title": data["title"] or shorten(iri),
            "citation": data["citation"],
            "url": data["url"] or None,
            "licence": data["licence"] or None,
        }
        for iri, data in sorted(network.graph["sources"].items())
    ]


def _passages(network: "nx.MultiDiGraph[str]", phrases: Phrasebook) -> list[Json]:
    return [
        {
            "id": shorten(iri),
            "source": shorten(data["source"]),
            "locator": data["locator"],
            "modality": shorten(data["modality"]),
            "review": data["review"],
            "note": data["note"] or None,
        }
        for iri, data in sorted(network.graph["passages"].items())
    ]


def _node(network: "nx.MultiDiGraph[str]", node: str, phrases: Phrasebook, place: tuple[float, float]) -> Json:
    data = network.nodes[node]
    return {
        "id": shorten(node),
        "iri": node,
        "label": phrases.label(node),
        "lang": _tag(data["labels"], phrases.language),
        "class": shorten(data["class"]),
        "definition": data["definition"] or None,
        "plain": data["plain"] or None,
        "x": place[0],
        "y": place[1],
        "labels": {tag or "und": list(labels) for tag, labels in data["labels"].items()},
        "mappings": [
            {"curie": shorten(iri), "iri": iri, "label": label, "relation": _MATCH_WORDS[prop]}
            for prop, iri, label in data["mappings"]
        ],
        "facts": [[phrases.name("properties", prop), value] for prop, value, _ in data["facts"]],
    }


def _edge(ids: Mapping[Key, str], claim: Claim, phrases: Phrasebook, explain: Explain) -> Json:
    """Return a claim as an edge; its sentence is as firm as its firmest evidence, and no firmer."""
    key = (claim.subject, claim.property, claim.object)
    return {
        "id": ids[key],
        "from": shorten(claim.subject),
        "to": shorten(claim.object),
        "property": shorten(claim.property),
        "sentence": phrases.say(firmest_of(claim)),
        "modalities": [shorten(iri) for iri in modalities_of(claim)],
        "ours": is_ours(claim),
        "derived": claim.derived,
        "negative": phrases.meaning(claim.property) == "negative",
        "evidence": [
            {
                "passage": shorten(edge.data["passage"]),
                "sentence": phrases.say(edge),
                "note": edge.data.get("note") or None,
            }
            for edge in claim.edges
            if not edge.data["derived"]
        ],
        "proof": _proof(ids, explain(*key), phrases) if claim.derived else None,
    }


def _proof(ids: Mapping[Key, str], proof: Proof | None, phrases: Phrasebook) -> Json | None:
    if proof is None or proof.rule is None:
        return None
    premises = (tuple(term.value for term in one.triple) for one in proof.premises)
    return {
        "rule": proof.rule.labels.get(phrases.language) or proof.rule.labels.get("en", ""),
        "lang": _tag(proof.rule.labels, phrases.language),
        "explanation": proof.rule.explanations.get(phrases.language) or proof.rule.explanations.get("en", ""),
        "premises": [ids[p] for p in premises if p in ids],  # type: ignore[index]
    }
