"""Run the W3C's SPARQL 1.1 suites over HTTP and write the table ``tests/conformance/README.md``.

In: the suites (beside the repository in ``../shared``, or where METASTASIS_ATLAS_W3C_SUITES says) and the list of
known misses. Out: the table; exit status 1 when a test fails that isn't on the list, or one on it passes.
"""

import sys
from collections import Counter
from importlib import metadata
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "conformance"
sys.path.insert(0, str(FOLDER))

from w3c_run import Outcome, read_misses, run_suites  # noqa: E402
from w3c_suite import VARIABLE, find_suites  # noqa: E402

HEAD = """# Conformance

The W3C's tests of SPARQL 1.1, asked over HTTP of `metastasis-atlas serve` as it is (Oxigraph {version} answers): each
query with the data of its test, by POST, its answer read in the form in which the test gives the expected one. Written
by `python scripts/conformance.py`.

| suite | passed | of |
|---|---:|---:|
"""
NOTES = """
Numbers and truth values are compared by value: Oxigraph writes `1.0E6` as `1000000`, and a `negativeInteger` as an
integer (in `csv-tsv-res/csv03` and `tsv03`). A query that the suite wants to be read as lawful may be refused for a
function or a graph that isn't there, but not as faulty. An update is refused with a 4xx whether it is lawful or not.

| test that fails | why |
|---|---|
"""


def make_table(outcomes: list[Outcome], misses: dict[str, str]) -> str:
    """Return the whole document."""
    of = Counter(one.suite for one in outcomes)
    passed = Counter(one.suite for one in outcomes if not one.why)
    rows = [f"| {suite} | {passed[suite]} | {count} |\n" for suite, count in of.items()]
    failed = [one.name for one in outcomes if one.why]
    reasons = [f"| {name} | {misses.get(name, 'not known yet')} |\n" for name in failed]
    return HEAD.format(version=metadata.version("pyoxigraph")) + "".join(rows) + NOTES + "".join(reasons)


def main() -> int:
    """Run, write, and say what is new."""
    folder = find_suites()
    if folder is None:
        print(f"The W3C's suites aren't here. {VARIABLE} names their folder.", file=sys.stderr)
        return 1
    outcomes, misses = list(run_suites(folder)), read_misses(FOLDER / "misses.txt")
    table = FOLDER / "README.md"
    table.write_text(make_table(outcomes, misses), encoding="utf-8")
    failed = {one.name: one.why for one in outcomes if one.why}
    for name in sorted(failed.keys() - misses.keys()):
        print(f"fails, and isn't on the list: {name}: {failed[name]}", file=sys.stderr)
    for name in sorted(misses.keys() - failed.keys()):
        print(f"passes, and is on the list of misses: {name}", file=sys.stderr)
    print(f"{table} is written: {len(outcomes) - len(failed)} of {len(outcomes)} tests pass.")
    return 1 if failed.keys() ^ misses.keys() else 0


if __name__ == "__main__":
    sys.exit(main())
