"""networkx -> display data: what the page shows, as plain data without HTML.

The page's script reads the same structure (``graph/page/src/display.ts``). Claims that several passages make are one
edge with several pieces of evidence; a derived edge carries its rule and premises.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

import networkx as nx

from metastasis_atlas.inference import Proof
from metastasis_atlas.layouts import COLUMN_WIDTH, arrange_columns
from metastasis_atlas.namespaces import ATLAS, LANGUAGES, PASSAGE, SKOS, shorten
from metastasis_atlas.sentences import Phrasebook, finish
from metastasis_atlas.traversal import Edge

FORMAT: Final = 1
"""Counted up when the page's script must change to read it."""

Explain = Callable[[str, str, str], Proof | None]
Json = dict[str, Any]

_COLUMNS: Final = (
    ("Cancer and its spread", ("Disease", "Cell", "Process", "SpreadRoute")),
    ("Sites", ("Organ", "Tissue", "BodyCavity", "AnatomicalSite", "BodySubstance")),
    ("Metastases", ("MetastasisType", "FrequencyTier")),
    ("Conditions", ("Condition", "Intent")),
    ("Interventions", ("Intervention", "SystemicTherapy", "LocalTherapy")),
    ("Drugs and their forms", ("Agent", "MolecularTarget", "DosageForm", "AdministrationRoute")),
    ("Decisions and departments", ("DecisionFactor", "Assessment", "Department", "Specialty")),
)
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
_CORE_MEANINGS: Final = {"spread", "place", "cause", "relief", "negative"}
_NOT_CORE: Final = {ATLAS + n for n in ("canMetastasizeTo", "hasDestination", "proliferatesAt", "partOf", "hasIntent")}
_CORE_COLUMNS: Final = 5
_MATCH_WORDS: Final = {
    SKOS + "exactMatch": "same as", SKOS + "closeMatch": "close to", SKOS + "broadMatch": "narrower than",
    SKOS + "narrowMatch": "wider than", SKOS + "relatedMatch": "related to",
}  # fmt: skip
_MEANING_ORDER: Final = (
    "spread",
    "place",
    "cause",
    "treatment",
    "relief",
    "negative",
    "choice",
    "kind",
    "other",
)


@dataclass
class Claim:
    """One statement, whoever makes it: its ends, and each passage's way of saying it."""

    subject: str
    property: str
    object: str
    derived: bool = True
    edges: list[Edge] = field(default_factory=list)


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
    claims = _gather_claims(network)
    core_claims = _choose_core(claims, network)
    core_nodes = {end for s, _, o in core_claims for end in (s, o)}
    nodes = [n for n in network.nodes if network.nodes[n]["class"] != ATLAS + "Passage"]
    places, layers = _place(network, nodes, core_nodes, core_claims)
    ids = {key: f"e{i}" for i, key in enumerate(claims, 1)}
    edges = [_edge(ids, claim, phrases, explain, key in core_claims) for key, claim in claims.items()]
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
        nodes=[_node(network, n, phrases, places[n], n in core_nodes) for n in sorted(nodes)],
        edges=edges,
        layers=layers,
    )


def _gather_claims(network: "nx.MultiDiGraph[str]") -> dict[tuple[str, str, str], Claim]:
    """Return claims between concepts by subject, property and object, in that order."""
    claims: dict[tuple[str, str, str], Claim] = {}
    for u, v, key, data in sorted(network.edges(keys=True, data=True), key=lambda e: (e[0], e[2][0], e[1], e[2][1])):
        if u.startswith(PASSAGE) or v.startswith(PASSAGE):
            continue
        claim = claims.setdefault((u, key[0], v), Claim(u, key[0], v))
        claim.derived = claim.derived and data["derived"]
        claim.edges.append(Edge(u, key[0], v, data))
    return claims


def _choose_core(
    claims: Mapping[tuple[str, str, str], Claim], network: "nx.MultiDiGraph[str]"
) -> set[tuple[str, str, str]]:
    """Return the claims of the story; where something lies is added by us only for what the sources speak of."""
    core = {key: claim for key, claim in claims.items() if _is_core(claim, network)}
    lies = {key for key, claim in core.items() if key[1] == ATLAS + "occursIn" and _is_ours(claim)}
    spoken_of = {end for key in core.keys() - lies for end in (key[0], key[2])}
    return {key for key in core if key not in lies or key[0] in spoken_of}


def _is_ours(claim: Claim) -> bool:
    return all(edge.data["modality"] == ATLAS + "editorial" for edge in claim.edges)


def _is_core(claim: Claim, network: "nx.MultiDiGraph[str]") -> bool:
    """Whether a claim belongs to the story that is shown before anybody asks for more."""
    meaning = network.graph["properties"].get(claim.property, {}).get("meaning", "other")
    told = meaning in _CORE_MEANINGS or claim.property == ATLAS + "treats"
    if claim.derived or not told or claim.property in _NOT_CORE:
        return False
    ends = (claim.subject, claim.object)
    if any(_column(network.nodes[n]["class"]) >= _CORE_COLUMNS for n in ends):
        return False
    hedged = claim.property in {ATLAS + "accumulatesIn", ATLAS + "hasPrimarySite"}
    return not (hedged and _is_ours(claim)) and not any(
        network.nodes[n]["class"] in (ATLAS + "BodySubstance", ATLAS + "Intent") for n in ends
    )


def _column(iri: str) -> int:
    name = iri.removeprefix(ATLAS)
    return next((i for i, (_, classes) in enumerate(_COLUMNS) if name in classes), len(_COLUMNS))


def _place(
    network: "nx.MultiDiGraph[str]", nodes: Iterable[str], core: set[str], claims: set[tuple[str, str, str]]
) -> tuple[dict[str, tuple[float, float]], list[Json]]:
    shown: list[list[str]] = [[] for _ in range(len(_COLUMNS) + 1)]
    below: list[list[str]] = [[] for _ in range(len(_COLUMNS) + 1)]
    for node in nodes:
        (shown if node in core else below)[_column(network.nodes[node]["class"])].append(node)
    places = arrange_columns(shown, ((s, o) for s, _, o in sorted(claims)), below)
    names = [*(name for name, _ in _COLUMNS), "Other"]
    used = [i for i in range(len(names)) if shown[i] or below[i]]
    return places, [{"label": names[i], "x": i * COLUMN_WIDTH} for i in used]


def _look(iri: str, number: int) -> tuple[str, str | int]:
    return _LOOKS.get(iri.removeprefix(ATLAS), ("box", number))


def _class_order(iri: str) -> tuple[int, int, str]:
    """Classes stand in the legend as their columns stand in the pathway."""
    name = iri.removeprefix(ATLAS)
    return (_column(iri), list(_LOOKS).index(name) if name in _LOOKS else len(_LOOKS), iri)


def _classes(network: "nx.MultiDiGraph[str]", nodes: Iterable[str], phrases: Phrasebook) -> list[Json]:
    counts: dict[str, int] = {}
    for node in nodes:
        counts[network.nodes[node]["class"]] = counts.get(network.nodes[node]["class"], 0) + 1
    found = []
    for number, iri in enumerate(sorted(counts, key=_class_order)):
        shape, hue = _look(iri, number)
        label = phrases.name("classes", iri) if iri else "other"
        found.append({"id": shorten(iri), "label": label, "shape": shape, "hue": hue, "count": counts[iri]})
    return found


def _properties(
    network: "nx.MultiDiGraph[str]", claims: Mapping[tuple[str, str, str], Claim], phrases: Phrasebook
) -> list[Json]:
    counts: dict[str, int] = {}
    for _, prop, _ in claims:
        counts[prop] = counts.get(prop, 0) + 1
    known = network.graph["properties"]
    found = [
        {
            "id": shorten(prop),
            "label": phrases.name("properties", prop),
            "meaning": meaning if (meaning := known.get(prop, {}).get("meaning")) in _MEANING_ORDER else "other",
            "count": count,
        }
        for prop, count in counts.items()
    ]
    return sorted(found, key=lambda p: (_MEANING_ORDER.index(str(p["meaning"])), -int(str(p["count"])), str(p["id"])))


def _modalities(network: "nx.MultiDiGraph[str]", phrases: Phrasebook) -> list[Json]:
    return [
        {
            "id": shorten(iri),
            "label": phrases.name("modalities", iri),
            "explanation": data["definitions"].get("en", ""),
        }
        for iri, data in sorted(network.graph["modalities"].items())
    ]


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


def _node(
    network: "nx.MultiDiGraph[str]", node: str, phrases: Phrasebook, place: tuple[float, float], core: bool
) -> Json:
    data = network.nodes[node]
    return {
        "id": shorten(node),
        "iri": node,
        "label": phrases.label(node),
        "class": shorten(data["class"]),
        "definition": data["definition"] or None,
        "plain": data["plain"] or None,
        "x": place[0],
        "y": place[1],
        "core": core,
        "labels": {tag or "und": list(labels) for tag, labels in data["labels"].items()},
        "mappings": [
            {"curie": shorten(iri), "iri": iri, "label": label, "relation": _MATCH_WORDS[prop]}
            for prop, iri, label in data["mappings"]
        ],
        "facts": [[phrases.name("properties", prop), value] for prop, value, _ in data["facts"]],
    }


def _edge(
    ids: Mapping[tuple[str, str, str], str], claim: Claim, phrases: Phrasebook, explain: Explain, core: bool
) -> Json:
    key = (claim.subject, claim.property, claim.object)
    meaning = phrases.meaning(claim.property)
    return {
        "id": ids[key],
        "from": shorten(claim.subject),
        "to": shorten(claim.object),
        "property": shorten(claim.property),
        "sentence": finish(phrases.say_claim(*key)),
        "derived": claim.derived,
        "negative": meaning == "negative",
        "core": core,
        "evidence": [
            {"passage": shorten(edge.data["passage"]), "sentence": phrases.say(edge)}
            for edge in claim.edges
            if not edge.data["derived"]
        ],
        "proof": _proof(ids, explain(*key), phrases) if claim.derived else None,
    }


def _proof(ids: Mapping[tuple[str, str, str], str], proof: Proof | None, phrases: Phrasebook) -> Json | None:
    if proof is None or proof.rule is None:
        return None
    premises = (tuple(term.value for term in one.triple) for one in proof.premises)
    return {
        "rule": proof.rule.labels.get(phrases.language) or proof.rule.labels.get("en", ""),
        "explanation": proof.rule.explanations.get(phrases.language) or proof.rule.explanations.get("en", ""),
        "premises": [ids[p] for p in premises if p in ids],  # type: ignore[index]
    }
