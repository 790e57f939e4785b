"""Neighbourhoods, paths and subgraphs of a network.

Paths are searched on the simple undirected graph below the network, because parallel edges would multiply them; each
step then names all claims between its two ends. Only stated claims between concepts carry a path, unless derived
ones are asked for. What merely is a kind of the same joins almost everything (liver – organ – lung) and tells nothing,
so a path goes by way of kinds only where no tale of other claims leads as far.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice, pairwise
from typing import Any, Final

import networkx as nx

from metastasis_atlas.errors import AtlasError
from metastasis_atlas.namespaces import PASSAGE, SKOS

MOST_PATHS: Final = 20

_UP: Final = frozenset((SKOS + "broader", SKOS + "broaderTransitive"))
_KINDS: Final = _UP | {SKOS + "narrower"}
_KIND_STEP: Final = 2
"""How long a step counts that only says what is a kind of what, where another counts one: two siblings are four apart,
so a tale of up to three claims is preferred to their common kind."""


@dataclass(frozen=True)
class Edge:
    """One claim in one passage: ``subject property object``, with the network's edge data."""

    subject: str
    property: str
    object: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Path:
    """Concepts from one end to the other, and for each step the claims that join its ends."""

    nodes: tuple[str, ...]
    steps: tuple[tuple[Edge, ...], ...]

    @property
    def length(self) -> int:
        """How long the path counts: a step that only says what is a kind of what counts as two."""
        return sum(_KIND_STEP if all(edge.property in _KINDS for edge in step) else 1 for step in self.steps)


def find_edges(network: "nx.MultiDiGraph[str]", node: str, *, derived: bool = True) -> list[Edge]:
    """Return every claim that a node is subject or object of, outgoing ones first."""
    out = [Edge(node, key[0], v, data) for _, v, key, data in network.out_edges(node, keys=True, data=True)]
    into = [Edge(u, key[0], node, data) for u, _, key, data in network.in_edges(node, keys=True, data=True)]
    return [edge for edge in out + into if derived or not edge.data["derived"]]


def find_neighbourhood(network: "nx.MultiDiGraph[str]", node: str, steps: int = 1) -> set[str]:
    """Return the nodes within so many steps of a node, itself included, in either direction."""
    seen, queue = {node}, deque([(node, 0)])
    while queue:
        here, distance = queue.popleft()
        if distance < steps:
            for neighbour in (*network._succ[here], *network._pred[here]):
                if neighbour not in seen:
                    seen.add(neighbour)
                    queue.append((neighbour, distance + 1))
    return seen


def find_paths(
    network: "nx.MultiDiGraph[str]", start: str, end: str, *, derived: bool = False, most: int = MOST_PATHS
) -> list[Path]:
    """Return all shortest paths between two concepts, or none when nothing joins them.

    At most ``most`` are returned, in order of their nodes; ask for one more to learn whether there are more. A step
    that only says what is a kind of what counts as two, except where one end is a kind of the other. Raises AtlasError
    when ``most`` is less than one.
    """
    if not isinstance(most, int):
        raise TypeError(f"most, the number of paths, must be a whole number, not {type(most).__name__}.")
    if most < 1:
        raise AtlasError(f"At most {most} paths can't be shown. Ask for 1 or more.")
    simple, upwards = _simplify(network, derived)
    if start not in simple or end not in simple or not nx.has_path(simple, start, end):
        return []
    ways = nx.all_shortest_paths(simple, start, end, weight="length")
    climbs = _find_climbs(upwards, start, end)
    if climbs:
        length = nx.dijkstra_path_length(simple, start, end, weight="length")
        steps = len(climbs[0]) - 1
        ways = chain(climbs if steps <= length else (), ways if length <= steps else ())
    found = {tuple(nodes): None for nodes in islice(ways, most)}
    return [Path(nodes, tuple(_join(network, nodes, derived))) for nodes in sorted(found)]


def _simplify(network: "nx.MultiDiGraph[str]", derived: bool) -> tuple["nx.Graph[str]", "nx.DiGraph[str]"]:
    """Return the simple graph that is searched, with the length of each step, and that of kinds, upwards."""
    simple: nx.Graph[str] = nx.Graph()
    upwards: nx.DiGraph[str] = nx.DiGraph()
    for u, v, data in network.edges(data=True):
        if not _carries(u, v, data, derived):
            continue
        kind = data["property"] in _KINDS
        if kind:
            upwards.add_edge(*((u, v) if data["property"] in _UP else (v, u)))
        if not kind or not simple.has_edge(u, v):
            simple.add_edge(u, v, length=_KIND_STEP if kind else 1)
    return simple, upwards


def _find_climbs(upwards: "nx.DiGraph[str]", start: str, end: str) -> list[list[str]]:
    """Return the shortest ways from a kind up to what it is a kind of, from start to end, whichever is the narrower."""
    for lower, upper in ((start, end), (end, start)):
        if lower in upwards and upper in upwards and nx.has_path(upwards, lower, upper):
            climbs = nx.all_shortest_paths(upwards, lower, upper)
            return [nodes if lower == start else nodes[::-1] for nodes in climbs]
    return []


def _carries(start: str, end: str, data: Mapping[str, Any], derived: bool) -> bool:
    return (derived or not data["derived"]) and not (start.startswith(PASSAGE) or end.startswith(PASSAGE))


def _join(network: "nx.MultiDiGraph[str]", nodes: Iterable[str], derived: bool) -> Iterator[tuple[Edge, ...]]:
    for here, there in pairwise(nodes):
        both = ((here, there), (there, here))
        yield tuple(
            Edge(u, key[0], v, data)
            for u, v in both
            for key, data in (network.get_edge_data(u, v) or {}).items()
            if _carries(u, v, data, derived)
        )
