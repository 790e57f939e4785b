"""Packing: nothing is lost, and what comes in thousands is smaller."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from metastasis_atlas.packing import pack, unpack

SCALARS = st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from(["", "a", "b", "all", "of"]) | st.just(0.5)
VALUES = SCALARS | st.lists(SCALARS, max_size=2) | st.fixed_dictionaries({"text": SCALARS, "lang": SCALARS})
ROWS = st.lists(st.fixed_dictionaries({"id": SCALARS, "value": VALUES}), max_size=12)


def write(value: object) -> str:
    """Return JSON, in which 1, 1.0 and true are three things."""
    return json.dumps(value)


@given(ROWS)
def test_rows_come_out_as_they_went_in(rows: list[dict[str, Any]]) -> None:
    assert write(unpack(json.loads(write(pack(rows))))) == write(rows)


@given(st.lists(st.dictionaries(st.sampled_from(["a", "b"]), VALUES), max_size=6))
def test_rows_with_different_keys_stay_rows(rows: list[dict[str, Any]]) -> None:
    assert write(unpack(json.loads(write(pack(rows))))) == write(rows)


def test_what_repeats_is_written_once() -> None:
    proof = {"rule": "inverse", "explanation": "What is said from one end can be said from the other."}
    rows = [{"id": f"e{i}", "derived": i % 2 == 0, "proof": proof if i % 2 else None} for i in range(1000)]
    assert len(write(pack(rows))) < len(write(rows)) / 4
