"""What is told together, what is told first, how firmly, and in which column.

Claims that several passages make are one claim. The story is what is shown before anybody asks for more.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from metastasis_atlas.namespaces import ATLAS, PASSAGE, SKOS
from metastasis_atlas.traversal import Edge

if TYPE_CHECKING:
    import networkx as nx

Key = tuple[str, str, str]

COLUMNS: Final = (
    ("cancer", ("Disease", "Cell", "Process", "SpreadRoute")),
    ("sites", ("Organ", "Tissue", "BodyCavity", "AnatomicalSite", "BodySubstance")),
    ("metastases", ("MetastasisType", "FrequencyTier")),
    ("conditions", ("Condition", "Intent")),
    ("interventions", ("Intervention", "SystemicTherapy", "LocalTherapy")),
    ("drugs", ("Agent", "MolecularTarget", "DosageForm", "AdministrationRoute")),
    ("decisions", ("DecisionFactor", "Assessment", "Department", "Specialty")),
)
EDITORIAL: Final = ATLAS + "editorial"
FIRMNESS: Final = tuple(
    ATLAS + name
    for name in (
        "asserted", "usual", "recommended", "possible", "inSpecificSituations", "intended", "implied", "editorial",
    )
)  # fmt: skip
"""From the firmest way of saying something to the least: what no source says stands last."""

_CORE_MEANINGS: Final = {"spread", "place", "cause", "relief", "negative"}
_NOT_CORE: Final = {ATLAS + n for n in ("canMetastasizeTo", "hasDestination", "proliferatesAt", "partOf", "hasIntent")}
_CORE_COLUMNS: Final = 5


@dataclass
class Claim:
    """One statement, whoever makes it: its ends, and each passage's way of saying it."""

    subject: str
    property: str
    object: str
    derived: bool = True
    edges: list[Edge] = field(default_factory=list)


def modalities_of(claim: Claim) -> list[str]:
    """Return how firmly a claim is said, firmest first; of a derived claim, how firmly its premises are."""
    said: set[str] = set()
    for edge in claim.edges:
        if edge.data["derived"] == claim.derived:
            said.update(edge.data.get("modalities") or (edge.data.get("modality", ""),))
    return sorted(said - {""}, key=rank_modality)


def firmest_of(claim: Claim) -> Edge:
    """Return the edge that says a claim most firmly; a passage's before a rule's."""
    return min(
        claim.edges, key=lambda e: (e.data["derived"], rank_modality(e.data.get("modality", "")), e.data["passage"])
    )


def is_ours(claim: Claim) -> bool:
    """Whether no source says it: it is our own addition, or is derived from one."""
    modalities = modalities_of(claim)
    return EDITORIAL in modalities if claim.derived else modalities == [EDITORIAL]


def rank_modality(iri: str) -> tuple[int, str]:
    """Return a sort key that puts the firmest modality first, and an unknown one before our own additions.

    >>> rank_modality(FIRMNESS[0]) < rank_modality("https://example.org/perhaps") < rank_modality(EDITORIAL)
    True
    """
    return (2 * FIRMNESS.index(iri) if iri in FIRMNESS else 2 * len(FIRMNESS) - 3, iri)


def gather_claims(network: "nx.MultiDiGraph[str]") -> dict[Key, Claim]:
    """Return claims between concepts by subject, property and object, in that order."""
    claims: dict[Key, Claim] = {}
    for u, v, key, data in sorted(network.edges(keys=True, data=True), key=lambda e: (e[0], e[2][0], e[1], e[2][1])):
        if u.startswith(PASSAGE) or v.startswith(PASSAGE):
            continue
        claim = claims.setdefault((u, key[0], v), Claim(u, key[0], v))
        claim.derived = claim.derived and data["derived"]
        claim.edges.append(Edge(u, key[0], v, data))
    return claims


def find_ours(network: "nx.MultiDiGraph[str]", claims: Mapping[Key, Claim]) -> set[str]:
    """Return the concepts that only our own passages speak of."""
    ours: set[str] = set()
    theirs: set[str] = set()
    for claim in claims.values():
        if not claim.derived:
            (ours if is_ours(claim) else theirs).update((claim.subject, claim.object))
    for node, data in network.nodes(data=True):
        for _, _, passage in data.get("facts", ()):
            known = network.graph["passages"].get(passage, {})
            (ours if known.get("modality") == EDITORIAL else theirs).add(node)
    return ours - theirs


def choose_core(claims: Mapping[Key, Claim], network: "nx.MultiDiGraph[str]") -> set[Key]:
    """Return the claims of the story; where something lies is added by us only for what the sources speak of."""
    core = {key: claim for key, claim in claims.items() if _is_core(claim, network)}
    lies = {key for key, claim in core.items() if key[1] == ATLAS + "occursIn" and is_ours(claim)}
    spoken_of = {end for key in core.keys() - lies for end in (key[0], key[2])}
    chosen = {key for key in core if key not in lies or key[0] in spoken_of}
    return chosen | _join_diseases(claims, network, spoken_of)


def _join_diseases(claims: Mapping[Key, Claim], network: "nx.MultiDiGraph[str]", told: set[str]) -> set[Key]:
    """Kinds are left to the details, but two diseases of one story must not look like two stories."""
    diseases = {node for node in told if network.nodes[node]["class"] == ATLAS + "Disease"}
    return {
        key
        for key, claim in claims.items()
        if key[1] == SKOS + "broader" and not claim.derived and {key[0], key[2]} <= diseases
    }


def _is_core(claim: Claim, network: "nx.MultiDiGraph[str]") -> bool:
    """Whether a claim belongs to the story that is shown before anybody asks for more."""
    meaning = network.graph["properties"].get(claim.property, {}).get("meaning", "other")
    told = meaning in _CORE_MEANINGS or claim.property == ATLAS + "treats"
    if claim.derived or not told or claim.property in _NOT_CORE:
        return False
    ends = (claim.subject, claim.object)
    if any(find_column(network.nodes[n]["class"]) >= _CORE_COLUMNS for n in ends):
        return False
    hedged = claim.property in {ATLAS + "accumulatesIn", ATLAS + "hasPrimarySite"}
    return not (hedged and is_ours(claim)) and not any(
        network.nodes[n]["class"] in (ATLAS + "BodySubstance", ATLAS + "Intent") for n in ends
    )


def find_column(iri: str) -> int:
    """Return the number of the column in which a class stands; an unknown one's is the last."""
    name = iri.removeprefix(ATLAS)
    return next((i for i, (_, classes) in enumerate(COLUMNS) if name in classes), len(COLUMNS))


def fill_columns(network: "nx.MultiDiGraph[str]", nodes: Iterable[str]) -> list[list[str]]:
    """Return nodes by column; the last column holds those of unknown classes."""
    columns: list[list[str]] = [[] for _ in range(len(COLUMNS) + 1)]
    for node in nodes:
        columns[find_column(network.nodes[node]["class"])].append(node)
    return columns
