"""Positions: the pathway.

In come nodes with their columns and the edges to be drawn; out go coordinates, the same on every run. Columns are
ordered by the barycentre of neighbours, over and over, and the order with the fewest crossings is kept (Sugiyama,
Tagawa and Toda 1981). No physics.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

COLUMN_WIDTH: Final = 262.0
ROW_HEIGHT: Final = 66.0
MOST_STRETCH: Final = 1.8
_SWEEPS: Final = 24

Order = list[list[str]]


def arrange_columns(
    columns: Sequence[Sequence[str]], edges: Iterable[tuple[str, str]], below: Sequence[Sequence[str]] = ()
) -> dict[str, tuple[float, float]]:
    """Return x and y in pixels for every node; columns are centred on y = 0.

    A column of few nodes is drawn out to the height of the longest, so that edges find a way between its nodes.

    ``columns`` holds the nodes that are shown first, by column; ``below`` those that join them on demand, which stand
    under them so that no gap is left while they are hidden.
    """
    links = _link(edges, {node for column in columns for node in column})
    order = _reduce_crossings([sorted(column) for column in columns], links)
    places: dict[str, tuple[float, float]] = {}
    longest = max(map(len, order), default=0)
    for i, column in enumerate(order):
        gap = ROW_HEIGHT * min(MOST_STRETCH, longest / max(1, len(column)))
        top = -(len(column) - 1) / 2 * gap
        for row, node in enumerate(column):
            places[node] = (i * COLUMN_WIDTH, top + row * gap)
        foot = -top + ROW_HEIGHT if column else 0.0
        for row, node in enumerate(sorted(below[i]) if i < len(below) else []):
            places[node] = (i * COLUMN_WIDTH, foot + row * ROW_HEIGHT)
    return places


def count_crossings(order: Order, links: Mapping[str, set[str]]) -> int:
    """Return how many pairs of edges between the same two columns cross."""
    place = {node: (i, row) for i, column in enumerate(order) for row, node in enumerate(column)}
    spans: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for node, (i, row) in place.items():
        for other in links.get(node, ()):
            j, other_row = place[other]
            if i < j:
                spans.setdefault((i, j), []).append((row, other_row))
    return sum(_count_inversions(edges) for edges in spans.values())


def _count_inversions(edges: Sequence[tuple[int, int]]) -> int:
    """Return how many pairs of edges cross: the ends of one stand in the other order than its starts.

    Edges are taken by their starts; a Fenwick tree tells how many ends so far lie below each (Barth, Jünger and Mutzel
    2002), so that thousands of edges take milliseconds.
    """
    size = max((end for _, end in edges), default=0) + 1
    tree = [0] * (size + 1)
    crossings = 0
    # Edges with one start come by rising ends, and so none of them counts the other.
    for seen, (_, end) in enumerate(sorted(edges)):
        at, below = end + 1, 0
        while at:
            below += tree[at]
            at &= at - 1
        crossings += seen - below
        at = end + 1
        while at <= size:
            tree[at] += 1
            at += at & -at
    return crossings


def _link(edges: Iterable[tuple[str, str]], nodes: set[str]) -> dict[str, set[str]]:
    links: dict[str, set[str]] = {}
    for u, v in edges:
        if u in nodes and v in nodes and u != v:
            links.setdefault(u, set()).add(v)
            links.setdefault(v, set()).add(u)
    return links


def _reduce_crossings(order: Order, links: Mapping[str, set[str]]) -> Order:
    best, fewest = order, count_crossings(order, links)
    for sweep in range(_SWEEPS):
        order = [list(column) for column in order]
        indices = range(len(order)) if sweep % 2 == 0 else reversed(range(len(order)))
        for i in indices:
            height = {node: (row + 0.5) / len(column) for column in order for row, node in enumerate(column)}
            order[i].sort(key=lambda node, height=height: _barycentre(node, links, height))  # type: ignore[misc]
        crossings = count_crossings(order, links)
        if crossings < fewest:
            best, fewest = order, crossings
    return best


def _barycentre(node: str, links: Mapping[str, set[str]], height: Mapping[str, float]) -> tuple[float, str]:
    near = links.get(node, ())
    return (round(sum(height[n] for n in near) / len(near), 9) if near else height[node], node)
