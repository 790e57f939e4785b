"""Positions: the same on every run, in columns, nothing on top of anything."""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from metastasis_atlas import open_atlas
from metastasis_atlas.layouts import COLUMN_WIDTH, MOST_STRETCH, ROW_HEIGHT, arrange_columns, count_crossings

COLUMNS = [["a1", "a2", "a3"], ["b1", "b2", "b3"], ["c1", "c2"]]
TANGLED = [("a1", "b3"), ("a2", "b2"), ("a3", "b1"), ("b1", "c2"), ("b3", "c1")]


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[list[str]], list[tuple[str, str]]]:
    heights = draw(st.lists(st.integers(0, 6), min_size=1, max_size=5))
    columns = [[f"{i}-{row}" for row in range(height)] for i, height in enumerate(heights)]
    nodes = [node for column in columns for node in column]
    if not nodes:
        return columns, []
    return columns, draw(st.lists(st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)), max_size=20))


def order_of(places: dict[str, tuple[float, float]], columns: list[list[str]]) -> list[list[str]]:
    return [sorted(column, key=lambda node: places[node][1]) for column in columns]


def link(edges: list[tuple[str, str]]) -> dict[str, set[str]]:
    links: dict[str, set[str]] = {}
    for u, v in edges:
        if u != v:
            links.setdefault(u, set()).add(v)
            links.setdefault(v, set()).add(u)
    return links


class TestPositions:
    def test_a_tangle_is_undone(self) -> None:
        places = arrange_columns(COLUMNS, TANGLED)
        assert count_crossings([sorted(column) for column in COLUMNS], link(TANGLED)) == 4
        assert count_crossings(order_of(places, COLUMNS), link(TANGLED)) == 0

    def test_a_crossing_is_counted(self) -> None:
        edges = link([("a1", "b2"), ("a2", "b1")])
        assert count_crossings([["a1", "a2"], ["b1", "b2"]], edges) == 1
        assert count_crossings([["a1", "a2"], ["b2", "b1"]], edges) == 0

    @given(worlds(), st.randoms())
    @settings(deadline=None, max_examples=60)
    def test_the_order_in_which_things_come_does_not_matter(
        self, world: tuple[list[list[str]], list[tuple[str, str]]], chance: random.Random
    ) -> None:
        columns, edges = world
        first = arrange_columns(columns, edges)
        shuffled = [chance.sample(column, len(column)) for column in columns]
        assert arrange_columns(shuffled, chance.sample(edges, len(edges))) == first

    @given(worlds())
    @settings(deadline=None, max_examples=60)
    def test_columns_stand_apart_and_nothing_overlaps(
        self, world: tuple[list[list[str]], list[tuple[str, str]]]
    ) -> None:
        columns, edges = world
        places = arrange_columns(columns, edges)
        assert set(places) == {node for column in columns for node in column}
        assert len(set(places.values())) == len(places)
        for i, column in enumerate(columns):
            heights = sorted(places[node][1] for node in column)
            assert {places[node][0] for node in column} <= {i * COLUMN_WIDTH}
            assert all(ROW_HEIGHT <= b - a <= MOST_STRETCH * ROW_HEIGHT + 1e-9 for a, b in pairwise(heights))
            assert not heights or abs(heights[0] + heights[-1]) < 1e-9

    def test_a_short_column_is_drawn_out_to_let_edges_pass(self) -> None:
        places = arrange_columns([["a1", "a2", "a3", "a4"], ["b1", "b2", "b3"], ["c1"]], [])
        assert places["b2"][1] - places["b1"][1] == ROW_HEIGHT * 4 / 3
        assert places["c1"][1] == 0

    @given(worlds())
    @settings(deadline=None, max_examples=60)
    def test_there_are_no_more_crossings_than_in_order_of_name(
        self, world: tuple[list[list[str]], list[tuple[str, str]]]
    ) -> None:
        columns, edges = world
        links = link(edges)
        before = count_crossings([sorted(column) for column in columns], links)
        assert count_crossings(order_of(arrange_columns(columns, edges), columns), links) <= before

    def test_what_is_hidden_at_first_stands_below(self) -> None:
        places = arrange_columns(COLUMNS, TANGLED, [["z"], [], ["y", "x"]])
        assert places["z"][1] == max(places[n][1] for n in COLUMNS[0]) + ROW_HEIGHT
        assert places["y"][1] - places["x"][1] == ROW_HEIGHT
        assert places["x"][1] < places["y"][1]
        assert {n: places[n] for n in COLUMNS[0]} == {n: arrange_columns(COLUMNS, TANGLED)[n] for n in COLUMNS[0]}

    def test_the_atlas_is_laid_out_the_same_on_every_run(self) -> None:
        first, second = (open_atlas().page().html for _ in range(2))
        assert first == second
