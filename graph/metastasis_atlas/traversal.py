"""Neighbourhoods, paths and subgraphs of a network.

Paths are searched on the simple undirected graph below the network, because parallel edges would multiply them; each
step then names all claims between its two ends. Only stated claims between concepts carry a path, unless derived
ones are asked for.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any, Final

import networkx as nx

from metastasis_atlas.namespaces import PASSAGE

MOST_PATHS: Final = 20


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
    """Return all shortest paths between two concepts (at most ``most``), or none when nothing joins them."""
    simple: nx.Graph[str] = nx.Graph()
    simple.add_edges_from((u, v) for u, v, data in network.edges(data=True) if _carries(u, v, data, derived))
    if start not in simple or end not in simple or not nx.has_path(simple, start, end):
        return []
    found = islice(nx.all_shortest_paths(simple, start, end), most)
    return [Path(tuple(nodes), tuple(_join(network, nodes, derived))) for nodes in sorted(found)]


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
