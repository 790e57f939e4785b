"""Concepts that are kinds of themselves -> the circle on which they stand, in words.

In come violations; out go the same, those of a circle with its steps in the message and once for all concepts on it.
"""

from dataclasses import replace

from metastasis_atlas.namespaces import BROADER, shorten
from metastasis_atlas.store import Store
from metastasis_atlas.violations import Violation


def name_circles(store: Store, violations: list[Violation]) -> list[Violation]:
    """Write the circle of skos:broader into the message of each concept that stands on one."""
    if not any(one.kind == "broader-circle" for one in violations):
        return violations
    steps: dict[str, list[str]] = {}
    for lower, upper in store.select(f"SELECT ?lower ?upper {{ ?lower <{BROADER}> ?upper }} ORDER BY ?lower ?upper"):
        if lower and upper:
            steps.setdefault(lower.value, []).append(upper.value)
    named = []
    for one in violations:
        if one.kind == "broader-circle" and one.value:
            circle = [one.node.value, *_find_way(steps, one.value.value, one.node.value)]
            words = " --> ".join(shorten(iri) for iri in circle)
            message = f"The concept is a kind of itself by skos:broader: {words}."
            one = replace(one, message=message, fact=frozenset(circle))
        named.append(one)
    return named


def _find_way(steps: dict[str, list[str]], start: str, end: str) -> list[str]:
    """Return the shortest way from start to end, both included."""
    came: dict[str, str] = {start: ""}
    rim = [start]
    while rim and end not in came:
        following = []
        for here in rim:
            for there in steps.get(here, ()):
                if there not in came:
                    came[there] = here
                    following.append(there)
        rim = following
    way = [end] if end in came else []
    while way and way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]
