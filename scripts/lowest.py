"""Print the lowest versions that ``pyproject.toml`` allows, as constraints for pip.

In: the project's dependencies. Out: one line ``name==version`` each, for ``pip install --constraint``. The
step ``lowest`` of ``test.py`` runs the tests with them, so that the lower bounds are true and not a guess.
"""

import re
import sys
import tomllib
from pathlib import Path

_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)\s*(\[[^]]*\])?\s*(?P<ranges>[^;]*)(?P<marker>;.*)?")
_LOWER_BOUND = re.compile(r"(?:>=|~=|==)\s*([\w.!+-]+)")


def to_constraint(requirement: str) -> str:
    """Turn a requirement into the constraint to its lowest version: ``rdflib>=7.1,<8`` into ``rdflib==7.1``.

    Extras are dropped and a marker stays; a requirement without a lower bound is a `ValueError`.
    """
    parts = _REQUIREMENT.fullmatch(requirement.strip())
    bound = parts and _LOWER_BOUND.search(parts["ranges"])
    if not parts or not bound:
        raise ValueError(f"pyproject.toml: {requirement!r} names no lowest version; add one, such as '>=1.0'")
    return f"{parts['name']}=={bound[1]}{parts['marker'] or ''}"


def find_constraints(pyproject: Path) -> list[str]:
    """The constraints for what a user installs: the dependencies and every extra but ``test``."""
    project = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    extras = {"test": [], **project.get("optional-dependencies", {})}
    del extras["test"]
    chosen = [*project.get("dependencies", []), *(line for lines in extras.values() for line in lines)]
    return [to_constraint(line) for line in chosen if not line.startswith(project["name"])]


def main() -> int:
    """Print them."""
    try:
        print("\n".join(find_constraints(Path(__file__).resolve().parent.parent / "pyproject.toml")))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
