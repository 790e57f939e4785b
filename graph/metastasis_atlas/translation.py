"""What differs between two languages of one display, so that the page carries the rest only once."""

from typing import Any


def find_difference(base: Any, other: Any) -> Any:
    """Return what must be put into ``base`` to get ``other``, both JSON of one shape; None where nothing must.

    Objects and lists give an object of what differs, by key or by place; everything else gives the other value.

    >>> find_difference({"nodes": [{"id": 1, "label": "bone"}]}, {"nodes": [{"id": 1, "label": "Knochen"}]})
    {'nodes': {'0': {'label': 'Knochen'}}}
    """
    if isinstance(base, dict) and isinstance(other, dict) and base.keys() == other.keys():
        pairs: list[tuple[str, Any, Any]] = [(key, base[key], other[key]) for key in base]
    elif isinstance(base, list) and isinstance(other, list) and len(base) == len(other):
        pairs = [(str(i), one, two) for i, (one, two) in enumerate(zip(base, other, strict=True))]
    else:
        return None if base == other else other
    # Most is one and the same object in both languages, and there may be thousands of it.
    found = {
        key: difference
        for key, one, two in pairs
        if one is not two and (difference := find_difference(one, two)) is not None
    }
    return found or None
