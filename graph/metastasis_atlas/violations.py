"""What a shape, a query or the guard of ownership reports, before its place in a file is known.

No code of its own: the shape in which the checks hand one another what they found.
"""

from dataclasses import dataclass
from pathlib import Path

from metastasis_atlas.sparql import Term

Triple = tuple[Term | None, Term | None, Term | None]
"""A triple to look for; None is anything."""


@dataclass(frozen=True)
class Violation:
    """What is wrong with a node.

    ``triples`` are the offending ones, where they are known; ``file`` and ``graph`` say where alone to look for them.
    Findings of one kind with the same ``fact`` are told once.
    """

    kind: str
    severity: str
    node: Term
    message: str
    mend: str
    value: Term | None = None
    triples: tuple[Triple, ...] = ()
    fact: object = None
    file: Path | None = None
    graph: str = ""
