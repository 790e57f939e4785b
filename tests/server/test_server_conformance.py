"""The W3C's SPARQL 1.1 suites, asked over HTTP of the server as it is."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

CONFORMANCE = Path(__file__).parent.parent / "conformance"
LEAST = {
    "query and syntax": (318, 328),
    "result formats": (10, 10),
    "protocol: queries": (20, 20),
    "protocol: updates, refused": (14, 14),
    "service description": (3, 3),
}
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")


def test_the_suites_pass_but_for_known_misses(monkeypatch: pytest.MonkeyPatch) -> None:
    # The workers find these modules by the path, as scripts/conformance.py does.
    monkeypatch.setattr(sys, "path", [str(CONFORMANCE), *sys.path])
    from w3c_run import read_misses, run_suites
    from w3c_suite import VARIABLE, find_suites

    folder = find_suites()
    if folder is None:
        pytest.skip(f"The W3C's suites aren't here. {VARIABLE} names their folder.")
    outcomes = list(run_suites(folder))
    failed = {one.name: one.why for one in outcomes if one.why}
    known = read_misses(CONFORMANCE / "misses.txt")
    assert {name: why for name, why in failed.items() if name not in known} == {}
    assert set(known) - set(failed) == set()
    passed = Counter(one.suite for one in outcomes if not one.why)
    of = Counter(one.suite for one in outcomes)
    assert {suite: (passed[suite], of[suite]) for suite in of} == LEAST


def test_the_table_is_of_these_misses() -> None:
    monkey = (CONFORMANCE / "README.md").read_text(encoding="utf-8")
    sys.path.insert(0, str(CONFORMANCE))
    try:
        from w3c_run import read_misses
    finally:
        sys.path.remove(str(CONFORMANCE))
    for name, why in read_misses(CONFORMANCE / "misses.txt").items():
        assert f"| {name} | {why} |" in monkey
    for suite, (passed, of) in LEAST.items():
        assert f"| {suite} | {passed} | {of} |" in monkey
