"""Rows -> columns, so that the page is smaller and a browser reads thousands of rows sooner; ``packing.ts`` reads them.

A column is written in one of three ways, the shortest that fits: each value, one value that all rows share, or the
different values with their places. Where the values are objects with the same keys, they are rows again.
"""

import json
from collections.abc import Sequence
from typing import Any, Final

Json = dict[str, Any]
Key = tuple[type, Any]

_FEW: Final = 2
"""So many rows must share a value, on average, before it is worth a column of places."""


def pack(rows: Sequence[Json]) -> Json | list[Json]:
    """Return rows in columns, or as they are when they don't all have the same keys in the same order.

    >>> pack([{"id": "a", "core": True}, {"id": "b", "core": True}])
    {'rows': 2, 'columns': {'id': ['a', 'b'], 'core': {'all': True}}}
    """
    if not rows or len({tuple(row) for row in rows}) > 1:
        return list(rows)
    return {"rows": len(rows), "columns": {key: _pack_column([row[key] for row in rows]) for key in rows[0]}}


def unpack(table: Json | list[Json]) -> list[Json]:
    """Return the rows that were packed, as ``packing.ts`` does.

    >>> unpack(pack([{"id": "a"}, {"id": "b"}]))
    [{'id': 'a'}, {'id': 'b'}]
    """
    if isinstance(table, list):
        return table
    columns = {key: _unpack_column(column, table["rows"]) for key, column in table["columns"].items()}
    return [{key: column[i] for key, column in columns.items()} for i in range(table["rows"])]


def _pack_column(values: list[Any]) -> Json | list[Any]:
    places: dict[Key, int] = {}
    different: list[Any] = []
    at: list[int] = []
    for value in values:
        key = _key(value)
        place = places.get(key)
        if place is None:
            place = places[key] = len(different)
            different.append(value)
        at.append(place)
    if len(different) == 1:
        return {"all": different[0]}
    objects = [value for value in different if value is not None]
    if all(isinstance(value, dict) for value in objects) and isinstance(packed := pack(objects), dict):
        return {"of": packed, "at": _places_of(objects, values)}
    return values if len(different) * _FEW > len(values) else {"of": different, "at": at}


def _places_of(objects: list[Json], values: list[Any]) -> list[int]:
    """Return the places of values among objects; nothing is nowhere."""
    places = {_key(value): place for place, value in enumerate(objects)} | {_key(None): -1}
    return [places[_key(value)] for value in values]


def _key(value: Any) -> Key:
    # 1, 1.0 and True are equal, and yet not written alike.
    return type(value), json.dumps(value) if isinstance(value, list | dict) else value


def _unpack_column(column: Json | list[Any], number: int) -> list[Any]:
    if isinstance(column, list):
        return column
    if "all" in column:
        return [column["all"]] * number
    values = unpack(column["of"])
    return [None if place < 0 else values[place] for place in column["at"]]
