"""What an engine may be given: nothing that brings it down or makes it call out, and everything else.

The queries stand in ``data/measures.json``, which the page's own measure is held to as well.
"""

import contextlib
import json
from pathlib import Path
from typing import Any

import pytest
from metastasis_atlas.errors import QueryError
from metastasis_atlas.sparql import check_measure

MEASURES: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "measures.json").read_text(encoding="utf-8"))


def write_out(parts: list[Any]) -> str:
    """Return the text of a query; a pair is a text and how many times it stands there."""
    return "".join(part if isinstance(part, str) else part[0] * part[1] for part in parts)


def judge(query: str) -> str:
    """Return why a query is refused, or nothing."""
    try:
        check_measure(query)
    except QueryError as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize("case", MEASURES["cases"], ids=lambda case: f"{case['verdict']}: {case['query'][0][-40:]}")
def test_each_query_has_its_verdict(case: dict[str, Any]) -> None:
    assert judge(write_out(case["query"])) == MEASURES["sentences"].get(case["verdict"], "")


def test_the_table_holds_every_verdict() -> None:
    verdicts = {case["verdict"] for case in MEASURES["cases"]} | {case.get("page") for case in MEASURES["cases"]}
    assert verdicts - {None, "allowed"} == set(MEASURES["sentences"])


@pytest.mark.parametrize(
    "text", ["a." * 100_000, "'''" * 60_000, '"' * 200_001, "<" * 200_000, "e:" + "." * 200_000, "1<a>" * 9_000]
)
def test_a_text_is_measured_in_time_that_grows_with_it_alone(text: str) -> None:
    with contextlib.suppress(QueryError):
        check_measure(text)
