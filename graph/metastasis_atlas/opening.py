"""``open_atlas``: files, or an endpoint -> an atlas."""

from __future__ import annotations

import os
from pathlib import Path
from typing import overload

from metastasis_atlas.atlas import Atlas, find_ontology
from metastasis_atlas.endpoint import Endpoint
from metastasis_atlas.readers import find_files, is_lesson, read_file
from metastasis_atlas.remote_atlas import RemoteAtlas

SCHEMA = ("atlas.ttl", "words", "rules")
"""What stays when the built-in knowledge is left out: classes, properties and rules, with their words."""
KNOWLEDGE = ("concepts", "labels", "forms", "definitions", "mappings", "passages")


@overload
def open_atlas(*paths: str | os.PathLike[str], only: bool = ...) -> Atlas: ...
@overload
def open_atlas(*, endpoint: str, timeout: float = ...) -> RemoteAtlas: ...
def open_atlas(
    *paths: str | os.PathLike[str], only: bool = False, endpoint: str = "", timeout: float = 60.0
) -> Atlas | RemoteAtlas:
    """Open the built-in knowledge, with your own files or folders beside it: RDF, and tours and quizzes in YAML.

    ``only=True`` leaves the built-in passages and concepts out; classes, properties and rules stay.
    With ``endpoint``, the address of a SPARQL endpoint, that is asked instead, for at most ``timeout`` seconds a time.
    Raises DataError, with file and line, when a file can't be read.

    >>> open_atlas().find_paths("denosumab", "bone")[0].say()[1].split(". ")[0]
    'RANK-ligand inhibitor therapy is used against bone metastases'
    """
    ontology = find_ontology()
    if endpoint:
        schema = [read_file(path) for path in find_files([ontology / name for name in SCHEMA])]
        return RemoteAtlas(Endpoint(endpoint, timeout), ontology, schema)
    names = SCHEMA if only else (*SCHEMA, *KNOWLEDGE)
    builtin = [read_file(path) for path in find_files([ontology / name for name in names])]
    given = [Path(path) for path in paths]
    own = [read_file(path) for path in find_files([path for path in given if not is_lesson(path)])]
    return Atlas(builtin, own, ontology, [*([] if only else [ontology]), *given])
