"""What a server holds and does, in RDF: a VoID and DCAT description of the data, and that of the SPARQL service.

Counts are of what is stated and derived alike: of the merge, which a plain pattern sees.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from metastasis_atlas.namespaces import (
    ATLAS,
    DCAT,
    DCTERMS,
    FOAF,
    FORMATS,
    MAPPING_PROPERTIES,
    ROOT,
    SD,
    VOID,
    XSD,
    A,
)
from metastasis_atlas.sparql import Term
from metastasis_atlas.store import Store

Quad = tuple[Term, Term, Term, str]
ONTOLOGY: Final = ROOT + "ns"
_MEDIA: Final = "https://www.iana.org/assignments/media-types/"
_DUMPS: Final = {"atlas.trig": "application/trig", "atlas.ttl": "text/turtle", "atlas.jsonld": "application/ld+json"}
_RESULTS: Final = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS: Final = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads")


@dataclass(frozen=True)
class Counts:
    """How much a store holds, counted once."""

    triples: int
    subjects: int
    objects: int
    properties: dict[str, int]
    classes: dict[str, int]
    links: dict[str, int]
    graphs: dict[str, int]


def count(store: Store) -> Counts:
    """Count what a store holds."""
    links = " ".join(f"<{prop}>" for prop in MAPPING_PROPERTIES)
    return Counts(
        triples=_number(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
        subjects=_number(store, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"),
        objects=_number(store, "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"),
        properties=_numbers(store, "SELECT ?x (COUNT(*) AS ?n) { ?s ?x ?o } GROUP BY ?x ORDER BY ?x"),
        classes=_numbers(store, "SELECT ?x (COUNT(DISTINCT ?s) AS ?n) { ?s a ?x } GROUP BY ?x ORDER BY ?x"),
        links=_numbers(
            store, f"SELECT ?x (COUNT(*) AS ?n) {{ ?s ?x ?o VALUES ?x {{ {links} }} }} GROUP BY ?x ORDER BY ?x"
        ),
        graphs=_numbers(store, "SELECT ?x (COUNT(*) AS ?n) { GRAPH ?x { ?s ?p ?o } } GROUP BY ?x ORDER BY ?x"),
    )


def _number(store: Store, query: str) -> int:
    found = store.select(query)[0][0]
    return int(found.value) if found else 0


def _numbers(store: Store, query: str) -> dict[str, int]:
    rows = [(row[0], row[1]) for row in store.select(query) if row]
    return {one.value: int(n.value) for one, n in rows if one and n and one.kind == "iri"}


class Writer:
    """Gathers triples, and names their nodes."""

    def __init__(self) -> None:
        self.quads: list[Quad] = []
        self._nodes = 0

    def node(self, *classes: str) -> Term:
        """Return a new blank node of some classes."""
        self._nodes += 1
        made = Term("bnode", f"n{self._nodes}")
        self.add(made, A, *map(iri, classes))
        return made

    def add(self, subject: Term, prop: str, *values: Term) -> None:
        """Say something of a subject."""
        self.quads += [(subject, iri(prop), value, "") for value in values]


def iri(value: str) -> Term:
    """Return an IRI as a term."""
    return Term("iri", value)


def text(value: str, language: str = "") -> Term:
    """Return a text as a term."""
    return Term("literal", value, language=language)


def number(value: int) -> Term:
    """Return a whole number as a term."""
    return Term("literal", str(value), XSD + "integer")


def describe_service(store: Store, counts: Counts, endpoint: str) -> list[Quad]:
    """Return the description of the SPARQL service at an address."""
    out, service = Writer(), iri(endpoint)
    out.add(service, A, iri(SD + "Service"))
    out.add(service, SD + "endpoint", service)
    out.add(service, SD + "supportedLanguage", iri(SD + "SPARQL11Query"))
    out.add(service, SD + "resultFormat", *(iri(FORMATS + name) for name in (*_RESULTS, *_GRAPHS)))
    dataset, default = out.node(SD + "Dataset"), out.node(SD + "Graph")
    out.add(service, SD + "defaultDataset", dataset)
    out.add(dataset, SD + "defaultGraph", default)
    out.add(default, VOID + "triples", number(counts.triples))
    out.add(default, DCTERMS + "description", text("All triples of all named graphs, and of none.", "en"))
    for name, size in counts.graphs.items():
        named, graph = out.node(SD + "NamedGraph"), out.node(SD + "Graph")
        out.add(dataset, SD + "namedGraph", named)
        out.add(named, SD + "name", iri(name))
        out.add(named, SD + "graph", graph)
        out.add(graph, VOID + "triples", number(size))
    return out.quads


def describe_dataset(store: Store, counts: Counts, base: str, version: str) -> list[Quad]:
    """Return the VoID and DCAT description of the data that a server at an address holds."""
    out, dataset = Writer(), iri(base + "/void#dataset")
    out.add(dataset, A, iri(VOID + "Dataset"), iri(DCAT + "Dataset"))
    for prop in ("title", "description", "license"):
        out.add(dataset, DCTERMS + prop, *_find_told(store, DCTERMS + prop))
    out.add(dataset, DCAT + "version", text(version))
    out.add(dataset, FOAF + "homepage", iri(base + "/"))
    out.add(dataset, DCTERMS + "conformsTo", iri(ONTOLOGY))
    out.add(dataset, VOID + "sparqlEndpoint", iri(base + "/sparql"))
    out.add(dataset, VOID + "uriSpace", text(ROOT))
    out.add(dataset, VOID + "vocabulary", *map(iri, _find_vocabularies(counts.properties)))
    sizes = {"triples": counts.triples, "distinctSubjects": counts.subjects, "distinctObjects": counts.objects}
    sizes |= {"properties": len(counts.properties), "classes": len(counts.classes)}
    for name, size in sizes.items():
        out.add(dataset, VOID + name, number(size))
    _add_parts(out, dataset, counts)
    _add_ways_in(out, dataset, base)
    return out.quads


def _add_parts(out: Writer, dataset: Term, counts: Counts) -> None:
    for kind, size, parts in (("class", "entities", counts.classes), ("property", "triples", counts.properties)):
        for name, number_of in parts.items():
            part = out.node(VOID + "Dataset")
            out.add(dataset, f"{VOID}{kind}Partition", part)
            out.add(part, VOID + kind, iri(name))
            out.add(part, VOID + size, number(number_of))
    for prop, links in counts.links.items():
        part = out.node(VOID + "Linkset")
        out.add(dataset, VOID + "subset", part)
        out.add(part, VOID + "linkPredicate", iri(prop))
        out.add(part, VOID + "subjectsTarget", dataset)
        out.add(part, VOID + "triples", number(links))


def _add_ways_in(out: Writer, dataset: Term, base: str) -> None:
    """Say where the data is to be had: as files, and by queries."""
    for name, media in _DUMPS.items():
        file = out.node(DCAT + "Distribution")
        out.add(dataset, VOID + "dataDump", iri(f"{base}/{name}"))
        out.add(dataset, DCAT + "distribution", file)
        out.add(file, DCAT + "downloadURL", iri(f"{base}/{name}"))
        out.add(file, DCAT + "mediaType", iri(_MEDIA + media))
    service = out.node(DCAT + "DataService")
    out.add(service, DCTERMS + "title", text("SPARQL endpoint", "en"))
    out.add(service, DCAT + "endpointURL", iri(base + "/sparql"))
    out.add(service, DCAT + "servesDataset", dataset)


def _find_told(store: Store, prop: str) -> Iterable[Term]:
    """Return what the ontology says of itself."""
    rows = store.select(f"SELECT ?x {{ <{ONTOLOGY}> <{prop}> ?x }} ORDER BY ?x")
    return [row[0] for row in rows if row[0]]


def _find_vocabularies(properties: Iterable[str]) -> Iterator[str]:
    """Yield the namespaces of the properties that are used, ours first."""
    spaces = {one[: max(one.rfind("#"), one.rfind("/")) + 1] for one in properties}
    yield from sorted(spaces, key=lambda space: (space != ATLAS, space))
