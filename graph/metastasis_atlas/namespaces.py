"""Every IRI that we mint or borrow; they are spelled nowhere else."""

from functools import lru_cache
from typing import Final

ROOT: Final = "https://w3id.org/metastasis-atlas/"
ATLAS: Final = ROOT + "ns#"
CONCEPT: Final = ROOT + "concept/"
PASSAGE: Final = ROOT + "passage/"
SOURCE: Final = ROOT + "source/"
RULE: Final = ROOT + "rule/"
SHAPE: Final = ROOT + "shape/"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
PROV: Final = "http://www.w3.org/ns/prov#"
SH: Final = "http://www.w3.org/ns/shacl#"

VOID: Final = "http://rdfs.org/ns/void#"
DCAT: Final = "http://www.w3.org/ns/dcat#"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
SD: Final = "http://www.w3.org/ns/sparql-service-description#"
FORMATS: Final = "http://www.w3.org/ns/formats/"
"""What a server says of itself is told in these; a query that uses them declares them."""

DESCRIBING: Final = (RDF, RDFS, OWL, DCTERMS, PROV, SH)
"""Namespaces whose properties describe; they claim nothing of a concept."""

OURS: Final = (ATLAS, CONCEPT, PASSAGE, SOURCE, RULE)
"""Namespaces in which every IRI must be one that we define."""

OBO: Final = "http://purl.obolibrary.org/obo/"

PREFIXES: Final[dict[str, str]] = {
    "atlas": ATLAS, "concept": CONCEPT, "passage": PASSAGE, "source": SOURCE, "rule": RULE, "shape": SHAPE,
    "rdf": RDF, "rdfs": RDFS, "owl": OWL, "xsd": XSD, "skos": SKOS, "dcterms": DCTERMS, "prov": PROV, "sh": SH,
    "UBERON": OBO + "UBERON_", "MONDO": OBO + "MONDO_", "DOID": OBO + "DOID_", "NCIT": OBO + "NCIT_",
    "HP": OBO + "HP_", "CHEBI": OBO + "CHEBI_", "MAXO": OBO + "MAXO_", "DRON": OBO + "DRON_", "RO": OBO + "RO_",
    "BFO": OBO + "BFO_",
    "EFO": "http://www.ebi.ac.uk/efo/EFO_",
    "MESH": "http://id.nlm.nih.gov/mesh/",
    "HGNC": "https://identifiers.org/hgnc:",
    "UNIPROT": "https://identifiers.org/uniprot:",
    "ICD10WHO": "https://icd.who.int/browse10/2019/en#/",
    "ICD10CM": "http://purl.bioontology.org/ontology/ICD10CM/",
    "ICD10PCS": "http://purl.bioontology.org/ontology/ICD10PCS/",
    "ICD11": "https://icd.who.int/browse/2024-01/mms/en#code=",
    "RXNORM": "https://identifiers.org/rxnorm:",
    "ATC": "https://identifiers.org/atc:",
}  # fmt: skip
"""The prefixes that are predeclared wherever a query or a term is typed."""

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
"""Of the knowledge that is built in."""
INFERRED: Final = ATLAS + "inferred"
"""The named graph of the derived statements."""
MODALITY: Final = ATLAS + "modality"
QUANTIFIER: Final = ATLAS + "quantifier"
ASSERTED: Final = ATLAS + "asserted"
EDITORIAL: Final = ATLAS + "editorial"
"""The firmest modality: a passage says it outright."""
LABEL_GRAPHS: Final = (ATLAS + "verified-labels", ATLAS + "editorial-labels")

A: Final = RDF + "type"
LABEL: Final = RDFS + "label"
PREF_LABEL: Final = SKOS + "prefLabel"
ALT_LABEL: Final = SKOS + "altLabel"
PLAIN_LABEL: Final = ATLAS + "plainLabel"
PLAIN_DEFINITION: Final = ATLAS + "plainDefinition"
PLAIN_TEXTS: Final = (PLAIN_LABEL, PLAIN_DEFINITION)
DEFINITION: Final = SKOS + "definition"
BROADER: Final = SKOS + "broader"
MAPPING_PROPERTIES: Final = tuple(
    SKOS + name for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
)
CASES: Final = tuple(
    ATLAS + name
    for name in ("nominative", "genitive", "dative", "accusative", "instrumental", "locative", "indefinite")
)
"""The properties that hold how a concept's name stands in a sentence."""
LANGUAGES: Final = ("en", "de", "uk", "es", "fr")


@lru_cache(maxsize=100_000)
def shorten(iri: str) -> str:
    """Return the CURIE of an IRI under the predeclared prefixes, or the IRI itself.

    >>> shorten("https://w3id.org/metastasis-atlas/concept/ascites")
    'concept:ascites'
    >>> shorten("https://example.org/x")
    'https://example.org/x'
    """
    best = max((p for p, ns in PREFIXES.items() if iri.startswith(ns)), key=lambda p: len(PREFIXES[p]), default="")
    local = iri[len(PREFIXES[best]) :] if best else ""
    return f"{best}:{local}" if local and not set(local) & set("/#?:") else iri


def expand(curie: str) -> str | None:
    """Return the IRI of a CURIE under the predeclared prefixes (in any case), or None.

    >>> expand("concept:ascites")
    'https://w3id.org/metastasis-atlas/concept/ascites'
    """
    prefix, colon, local = curie.partition(":")
    if not colon or local.startswith("//"):
        return None
    known = {name.lower(): iri for name, iri in PREFIXES.items()}
    return known[prefix.lower()] + local if prefix.lower() in known else None
