"""Told triples -> classes, properties, modalities, quantifiers, passages and sources, as plain data by IRI."""

import sys
from collections.abc import Iterable, Mapping
from typing import Any

from metastasis_atlas.namespaces import ATLAS, DCTERMS, DEFINITION, LABEL, MODALITY, OWL, RDF, RDFS, SKOS, A
from metastasis_atlas.sparql import Term

Described = dict[str, dict[str, list[Term]]]
"""By subject and property what is told of it, what the built-in files tell first."""


def texts(terms: Iterable[Term]) -> dict[str, str]:
    """By language the first text, in the order in which they are told."""
    found: dict[str, str] = {}
    for term in terms:
        found.setdefault(term.language, term.value)
    return found


def first(told: Mapping[str, list[Term]], prop: str) -> str:
    """Return the first value that is told, in English or in no language where there is one."""
    values = told.get(prop, ())
    return min(values, key=lambda term: term.language not in ("en", "")).value if values else ""


def read_schema(described: Described) -> dict[str, dict[str, dict[str, Any]]]:
    """Return classes, properties, modalities, quantifiers, passages and sources, each by IRI."""
    schema: dict[str, dict[str, dict[str, Any]]] = {
        "classes": {}, "properties": {}, "modalities": {}, "quantifiers": {}, "passages": {}, "sources": {},
    }  # fmt: skip
    for iri, told in described.items():
        kinds = {term.value for term in told.get(A, ())}
        common = {"labels": texts(told.get(LABEL, ())), "definitions": texts(told.get(DEFINITION, ()))}
        sentences = {"sentences": texts(told.get(ATLAS + "sentence", ()))}
        if kinds & {OWL + "Class", RDFS + "Class"}:
            schema["classes"][iri] = common | {"broader": first(told, RDFS + "subClassOf")}
        elif kinds & {OWL + "ObjectProperty", OWL + "DatatypeProperty", RDF + "Property"}:
            schema["properties"][iri] = common | sentences | {
                "meaning": first(told, ATLAS + "meaning") or "other",
                "inverse": first(told, OWL + "inverseOf"),
                "derived_only": bool(first(told, ATLAS + "derivedOnly")),
            }  # fmt: skip
        elif ATLAS + "Modality" in kinds:
            rank = first(told, ATLAS + "firmnessRank")
            schema["modalities"][iri] = common | sentences | {"rank": int(rank) if rank.isdigit() else sys.maxsize}
        elif ATLAS + "Quantifier" in kinds:
            schema["quantifiers"][iri] = common | sentences
        elif ATLAS + "Passage" in kinds:
            schema["passages"][iri] = _passage(told)
        elif ATLAS + "Source" in kinds:
            schema["sources"][iri] = _source(told)
    for data in (*schema["passages"].values(), *schema["sources"].values()):
        data["reviews"] = texts(described.get(data["review"], {}).get(LABEL, ()))
        data["review"] = first(described.get(data["review"], {}), LABEL)
    return schema


def _passage(told: Mapping[str, list[Term]]) -> dict[str, Any]:
    notes = _join(told, (ATLAS + "qualification", ATLAS + "reason", SKOS + "editorialNote"))
    return {
        "source": first(told, DCTERMS + "isPartOf"),
        "locator": first(told, ATLAS + "locator"),
        "locators": _tagged(texts(told.get(ATLAS + "locator", ()))),
        "modality": first(told, MODALITY),
        "quantifier": first(told, ATLAS + "quantifier"),
        "review": first(told, ATLAS + "reviewStatus"),
        "note": notes.get("en", ""),
        "notes": notes,
    }


def _join(told: Mapping[str, list[Term]], props: Iterable[str]) -> dict[str, str]:
    """By language the texts of several properties; a language that lacks one of them isn't given in part."""
    parts = [found for prop in props if (found := texts(told.get(prop, ())))]
    tags = {tag or "en" for found in parts for tag in found}
    whole = {tag: [found.get(tag) or (found.get("") if tag == "en" else None) for found in parts] for tag in tags}
    return {tag: " ".join(map(str, found)) for tag, found in sorted(whole.items()) if all(found)}


def _tagged(found: Mapping[str, str]) -> dict[str, str]:
    """A text without a language counts as English, where there is no English one."""
    return {tag or "en": found.get("en", text) if tag in ("", "en") else text for tag, text in found.items()}


def _source(told: Mapping[str, list[Term]]) -> dict[str, Any]:
    return {
        "title": first(told, DCTERMS + "title"),
        "titles": texts(told.get(DCTERMS + "title", ())),
        "citation": first(told, DCTERMS + "bibliographicCitation"),
        "citations": texts(told.get(DCTERMS + "bibliographicCitation", ())),
        "licence": first(told, DCTERMS + "license") or first(told, DCTERMS + "rights"),
        "licences": texts(told.get(DCTERMS + "license", ()) or told.get(DCTERMS + "rights", ())),
        "url": first(told, DCTERMS + "source"),
        "kinds": texts(told.get(DCTERMS + "type", ())),
        "publishers": texts(told.get(DCTERMS + "publisher", ())),
        "review": first(told, ATLAS + "reviewStatus"),
    }
