"""Dataset -> a frozen networkx MultiDiGraph, one edge a claim and passage.

Nodes are IRIs as plain strings (literals never are nodes; shared labels make no false paths). An edge's key is
``(property, passage)``; the passage of a derived edge is ``atlas:inferred``, that of a triple outside any named graph
is "". Node, edge and graph data can be read, not changed: ``network.copy()`` gives a network whose data can.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any, Final, NoReturn

import networkx as nx

from metastasis_atlas.border import to_term
from metastasis_atlas.firmness import Firmness
from metastasis_atlas.inference import find_firmness
from metastasis_atlas.namespaces import (
    ALT_LABEL,
    ASSERTED,
    ATLAS,
    CASES,
    DEFINITION,
    DESCRIBING,
    INFERRED,
    LABEL,
    LABEL_GRAPHS,
    MAPPING_PROPERTIES,
    OWL,
    PLAIN_DEFINITION,
    PLAIN_LABEL,
    PLAIN_TEXTS,
    PREF_LABEL,
    RDF,
    RDFS,
    SH,
    SKOS,
    A,
    shorten,
)
from metastasis_atlas.readers import ReadFile, value_of
from metastasis_atlas.rules import Rule
from metastasis_atlas.schema import Described, first, read_schema, texts
from metastasis_atlas.sparql import Term
from metastasis_atlas.store import Store

Claim = tuple[str, str, Term, str]
"""Subject, property, value and named graph."""

_METADATA: Final = frozenset(
    (*MAPPING_PROPERTIES, *(SKOS + n for n in ("inScheme", "topConceptOf", "hasTopConcept")))
) | {ATLAS + n for n in ("modality", "quantifier", "reviewStatus")}
_NOT_FACTS: Final = frozenset((PREF_LABEL, ALT_LABEL, LABEL, DEFINITION, *PLAIN_TEXTS, *CASES))


def is_claim(prop: str) -> bool:
    """Return whether a property claims something, rather than labels, types or documents."""
    return not prop.startswith(DESCRIBING) and prop not in _METADATA


class ReadOnly(dict[str, Any]):
    """A dict that can be read, not changed. Its copies, shallow, deep or pickled, are plain dicts.

    networkx copies data with ``dict.copy``, ``deepcopy`` and ``update``; what it copies may be changed again.
    """

    __slots__ = ()

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("The data of this network can be read, not changed. Change those of network.copy().")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def copy(self) -> dict[str, Any]:
        """Return it as a plain dict, with plain dicts inside."""
        return {key: value.copy() if isinstance(value, ReadOnly) else value for key, value in self.items()}

    __copy__ = copy

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, Any]:
        return deepcopy(dict(self), memo)

    def __reduce_ex__(self, _: object) -> tuple[type[dict[str, Any]], tuple[dict[str, Any]]]:
        return dict, (dict(self),)


class Network(nx.MultiDiGraph):  # type: ignore[misc]  # networkx comes without types
    """A MultiDiGraph whose copy shares no data with it: networkx alone would share what is nested in ``graph``."""

    def copy(self, as_view: bool = False) -> "Network":
        """Return a network that can be changed, its data plain dicts; or a view, which can't."""
        copied: Network = super().copy(as_view)
        if not as_view:
            copied.graph = deepcopy(dict(copied.graph))
        return copied


def build_network(store: Store, rules: Sequence[Rule] = (), builtin: Iterable[ReadFile] = ()) -> "nx.MultiDiGraph[str]":
    """Return the network of all claims of a store, stated and derived, these as firm as the rules' premises are.

    Where ``builtin`` files give a text, a class or the like, it stands before what others give in its place.
    ``network.graph`` holds what the words need: "classes", "properties", "modalities", "quantifiers", "passages",
    "sources". An edge's ``modality`` is the weakest of its ``modalities``.
    """
    described, claims = _read(store)
    _put_first(described, builtin)
    firmness = {(_name(s), p.value, o): found for (s, p, o), found in find_firmness(store, list(rules)).items()}
    network = Network()
    schema = read_schema(described)
    for iri, told in described.items():
        if _has_class(told, schema["classes"]):
            network.add_node(iri)
    for subject, prop, value, graph in sorted(claims):
        if value.kind != "literal":
            data = _edge_data(prop, graph, schema, firmness.get((subject, prop, value)))
            network.add_edge(subject, _name(value), key=(prop, graph), **data)
    facts = _read_facts(claims)
    for node in list(network.nodes):
        network.nodes[node].update(_node_data(node, described, schema, facts.get(node, ())))
    network.graph.update(schema)
    return _freeze(network)


def _read(store: Store) -> tuple[Described, set[Claim]]:
    """Return what is told of each subject in the merge, and the claims with their named graphs."""
    described: Described = {}
    claims: set[Claim] = set()
    plain: set[tuple[str, str, Term]] = set()
    for subject, prop, value, graph in store.quads():
        name, predicate = sys.intern(_name(subject)), sys.intern(prop.value)
        if not graph:
            described.setdefault(name, {}).setdefault(predicate, []).append(value)
            if is_claim(predicate):
                plain.add((name, predicate, value))
        elif graph not in LABEL_GRAPHS and is_claim(predicate):
            claims.add((name, predicate, value, sys.intern(graph)))
    in_graphs = {claim[:3] for claim in claims}
    loose = plain - in_graphs
    claims |= {(*claim, "") for claim in loose if claim[2].kind == "iri" and not _documents(described, claim[0])}
    return described, claims


def _put_first(described: Described, builtin: Iterable[ReadFile]) -> None:
    """Order what is told of each subject: what the built-in files tell, then the rest."""
    theirs = {
        (value_of(quad.subject), quad.predicate.value, to_term(quad.object)) for file in builtin for quad in file.quads
    }
    for subject, told in described.items():
        for prop, values in told.items():
            ordered = sorted(((subject, prop, value) not in theirs, value) for value in values)
            told[prop] = [value for _, value in ordered]


def _documents(described: Described, subject: str) -> bool:
    """Whether a subject is a class, property, passage or the like, which a loose triple describes."""
    kinds = {t.value for t in described.get(subject, {}).get(A, ())}
    return any(k.startswith((OWL, RDFS, SH, RDF)) or k in (ATLAS + "Passage", ATLAS + "Source") for k in kinds)


def _name(term: Term) -> str:
    return f"_:{term.value}" if term.kind == "bnode" else term.value


def _has_class(told: Mapping[str, list[Term]], classes: Mapping[str, Any]) -> bool:
    kinds = {term.value for term in told.get(A, ())}
    return any(kind in classes for kind in kinds) and not kinds & _NO_NODES


_NO_NODES: Final = {ATLAS + name for name in ("Passage", "Source", "Modality", "Quantifier", "ReviewStatus", "Rule")}


def _edge_data(
    prop: str, graph: str, schema: Mapping[str, Mapping[str, Any]], firmness: Firmness | None
) -> dict[str, Any]:
    passage = schema["passages"].get(graph, {})
    derived = graph == INFERRED
    modality, quantifier = passage.get("modality", ""), passage.get("quantifier", "")
    modalities: tuple[str, ...] = (modality,) if modality else ()
    if derived and firmness is not None:
        modalities = firmness.modalities
        modality = modalities[0] if modalities else ASSERTED
        quantifier = next(iter(firmness.quantifiers), "")
    return {
        "property": prop,
        "label": schema["properties"].get(prop, {}).get("labels", {}).get("en") or shorten(prop),
        "passage": graph,
        "source": passage.get("source", ""),
        "locator": passage.get("locator", ""),
        "modality": modality,
        "modalities": modalities,
        "quantifier": quantifier,
        "note": passage.get("note", ""),
        "derived": derived,
    }


def _read_facts(claims: Iterable[Claim]) -> dict[str, list[tuple[str, str, str]]]:
    """By subject the literal claims: property, value, passage. Labels are no facts."""
    facts: dict[str, list[tuple[str, str, str]]] = {}
    for subject, prop, value, graph in sorted(claims):
        if value.kind == "literal" and prop not in _NOT_FACTS:
            facts.setdefault(subject, []).append((prop, value.value, graph))
    return facts


def _node_data(
    node: str,
    described: Described,
    schema: Mapping[str, Mapping[str, Any]],
    facts: Iterable[tuple[str, str, str]],
) -> dict[str, Any]:
    told = described.get(node, {})
    labels = _labels(told)
    main = labels.get("en") or labels.get("") or next(iter(labels.values()), ())
    classes = [term.value for term in told.get(A, ()) if term.value in schema["classes"]]
    mappings = [(prop, t.value) for prop in MAPPING_PROPERTIES for t in sorted(told.get(prop, ()))]
    return {
        "label": main[0] if main else shorten(node),
        "labels": labels,
        "class": classes[0] if classes else (ATLAS + "Passage" if node in schema["passages"] else ""),
        "definition": first(told, DEFINITION),
        "definitions": texts(told.get(DEFINITION, ())),
        "plain": first(told, PLAIN_DEFINITION),
        "plain_labels": texts(told.get(PLAIN_LABEL, ())),
        "plains": texts(told.get(PLAIN_DEFINITION, ())),
        "forms": {case: forms for case in CASES if (forms := texts(told.get(case, ())))},
        "mappings": tuple((p, iri, first(described.get(iri, {}), LABEL)) for p, iri in mappings),
        "facts": tuple(facts),
    }


def _labels(told: Mapping[str, list[Term]]) -> dict[str, tuple[str, ...]]:
    """By language the labels, preferred ones first."""
    ranked: dict[str, list[str]] = {}
    for prop in (PREF_LABEL, LABEL, ALT_LABEL):
        for term in told.get(prop, ()):
            ranked.setdefault(term.language, []).append(term.value)
    return {tag: tuple(dict.fromkeys(found)) for tag, found in sorted(ranked.items())}


def _read_only(data: dict[str, Any]) -> ReadOnly:
    return ReadOnly((key, _read_only(value) if isinstance(value, dict) else value) for key, value in data.items())


def _freeze(network: Network) -> Network:
    """Freeze the network and make its data read-only: a frozen network's dicts could still be changed."""
    for node, data in network._node.items():
        network._node[node] = _read_only(data)
    for _, targets in network._adj.items():
        for keyed in targets.values():
            for key, data in keyed.items():
                keyed[key] = ReadOnly(data)
    network.graph = _read_only(network.graph)
    frozen: Network = nx.freeze(network)
    return frozen
