"""Classes, properties, modalities, sources and passages -> display data: the words that nodes and edges lean on."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import networkx as nx

from metastasis_atlas.namespaces import ATLAS, shorten
from metastasis_atlas.sentences import Phrasebook
from metastasis_atlas.story import Claim, Key, find_column, rank_modality

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
_MEANING_ORDER: Final = ("spread", "place", "cause", "treatment", "relief", "negative", "choice", "kind", "other")


def _look(iri: str, number: int) -> tuple[str, str | int]:
    return _LOOKS.get(iri.removeprefix(ATLAS), ("box", number))


def _class_order(iri: str) -> tuple[int, int, str]:
    """Classes stand in the legend as their columns stand in the pathway."""
    name = iri.removeprefix(ATLAS)
    return (find_column(iri), list(_LOOKS).index(name) if name in _LOOKS else len(_LOOKS), iri)


def show_classes(network: "nx.MultiDiGraph[str]", nodes: Iterable[str], phrases: Phrasebook) -> list[Json]:
    """Return the classes of the nodes, in the order of the legend, with their looks."""
    counts: dict[str, int] = {}
    for node in nodes:
        counts[network.nodes[node]["class"]] = counts.get(network.nodes[node]["class"], 0) + 1
    found = []
    for number, iri in enumerate(sorted(counts, key=_class_order)):
        shape, hue = _look(iri, number)
        name = _name(phrases, network, "classes", iri) if iri else {"label": "other", "lang": "en"}
        found.append({"id": shorten(iri), **name, "shape": shape, "hue": hue, "count": counts[iri]})
    return found


def show_properties(network: "nx.MultiDiGraph[str]", claims: Mapping[Key, Claim], phrases: Phrasebook) -> list[Json]:
    """Return the properties of the claims, those of one meaning together."""
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


def show_modalities(network: "nx.MultiDiGraph[str]", phrases: Phrasebook) -> list[Json]:
    """Return the modalities, the firmest first."""
    known = network.graph["modalities"]
    return [
        {
            "id": shorten(iri),
            **_name(phrases, network, "modalities", iri),
            "explanation": choose_text(known[iri]["definitions"], phrases.language),
        }
        for iri in sorted(known, key=rank_modality)
    ]


def _name(phrases: Phrasebook, network: "nx.MultiDiGraph[str]", kind: str, iri: str) -> Json:
    """Return a label with the language that it is in, which may not be the one asked for."""
    labels = network.graph[kind].get(iri, {}).get("labels", {})
    return {"label": phrases.name(kind, iri), "lang": find_tag(labels, phrases.language)}


def choose_text(texts: Mapping[str, str], language: str) -> str:
    """Return a text in a language, or what it falls back to."""
    return texts.get(find_tag(texts, language), "")


def show_text(texts: Mapping[str, str], language: str) -> Json | None:
    """Return a text with the language that it is in, which may not be the one asked for."""
    return {"text": choose_text(texts, language), "lang": find_tag(texts, language)} if texts else None


def find_tag(texts: Mapping[str, object], language: str) -> str:
    """Return in which language a text is, when it is wanted in one and may fall back to English."""
    return next((tag for tag in (language, "en", "") if texts.get(tag)), "en" if not texts else next(iter(texts)))


def show_sources(network: "nx.MultiDiGraph[str]", phrases: Phrasebook) -> list[Json]:
    """Return the sources; what isn't translated stands in English."""
    language = phrases.language
    return [
        {
            "id": shorten(iri),
            "title": choose_text(data["titles"], language) or shorten(iri),
            "citation": choose_text(data["citations"], language),
            "url": data["url"] or None,
            "licence": choose_text(data["licences"], language) or None,
            "kind": choose_text(data["kinds"], language) or None,
            "publisher": choose_text(data["publishers"], language) or None,
            "review": show_text(data["reviews"], language),
        }
        for iri, data in sorted(network.graph["sources"].items())
    ]


def show_passages(network: "nx.MultiDiGraph[str]", phrases: Phrasebook) -> list[Json]:
    """Return the passages; what isn't translated stands in English, and says so."""
    return [
        {
            "id": shorten(iri),
            "source": shorten(data["source"]),
            "locator": show_text(data["locators"], phrases.language),
            "modality": shorten(data["modality"]),
            "review": show_text(data["reviews"], phrases.language),
            "note": show_text(data["notes"], phrases.language),
        }
        for iri, data in sorted(network.graph["passages"].items())
    ]
