"""What a query gives, for a Python user: an engine's answer -> rows of rdflib terms, a graph, CSV, a DataFrame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Final

from metastasis_atlas.border import to_rdflib
from metastasis_atlas.errors import AnswerKindError, MissingLibraryError
from metastasis_atlas.evaluation import Answer
from metastasis_atlas.namespaces import XSD
from metastasis_atlas.sparql import Solutions, Term
from metastasis_atlas.store import Store

if TYPE_CHECKING:
    import pandas as pd
    import rdflib
    from rdflib.term import Node

_WHOLE_NUMBERS: Final = (
    "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "nonPositiveInteger",
    "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte",
)  # fmt: skip
_VALUES: Final[dict[str, Callable[[str], object]]] = {
    **{XSD + name: int for name in _WHOLE_NUMBERS},
    **{XSD + name: float for name in ("decimal", "double", "float")},
    **{XSD + name: datetime.fromisoformat for name in ("date", "dateTime")},
    XSD + "boolean": {"true": True, "1": True, "false": False, "0": False}.__getitem__,
}


class Result:
    """What a query gives.

    A SELECT has rows: iterating gives a dict from variable to rdflib term for each, unbound ones left out, and ``len``
    counts them. A CONSTRUCT or DESCRIBE has triples: rows of subject, predicate and object, or a graph by
    ``to_graph``. An ASK is true or false, and the others are true when they hold anything.
    """

    def __init__(self, answer: Answer):
        self.answer = answer

    def __bool__(self) -> bool:
        return bool(self.answer)

    def __iter__(self) -> Iterator[dict[str, Node]]:
        solutions = self._solutions()
        return (
            {n: to_rdflib(t) for n, t in zip(solutions.variables, row, strict=True) if t is not None}
            for row in solutions.rows
        )

    def __len__(self) -> int:
        return len(self._solutions().rows)

    def _solutions(self) -> Solutions:
        if self.answer.kind == "boolean":
            raise AnswerKindError("An ASK answers with yes or no and has no rows: use bool(), or ask a SELECT.")
        return self.answer.solutions()

    def to_graph(self) -> rdflib.Graph:
        """Return the triples of a CONSTRUCT or DESCRIBE as an rdflib Graph.

        Raises AnswerKindError when the answer is of another kind.

        >>> from metastasis_atlas import open_atlas
        >>> found = open_atlas().query("CONSTRUCT WHERE { ?i atlas:relieves concept:ascites }").to_graph()
        >>> len(found)
        2
        """
        if self.answer.kind != "triples":
            raise AnswerKindError("Only a CONSTRUCT or DESCRIBE gives a graph. Iterate over the rows of a SELECT.")
        triples: rdflib.Graph = Store().to_dataset().default_graph  # an empty one that knows the prefixes
        for row in self:
            triples.add((row["subject"], row["predicate"], row["object"]))
        return triples

    def to_csv(self) -> str:
        """Return the solutions as SPARQL CSV."""
        return self.answer.serialize("csv").decode()

    def to_dataframe(self) -> pd.DataFrame:
        """Return the solutions as a pandas DataFrame, one column a variable.

        Numbers, truth values, dates and moments come as such, all else as text, and what is unbound as missing (NaN,
        NaT or None, as pandas does in a column of that kind).

        Raises AnswerKindError for an ASK, CONSTRUCT or DESCRIBE, and MissingLibraryError where pandas isn't installed.

        >>> from metastasis_atlas import open_atlas
        >>> found = open_atlas().query("SELECT (COUNT(?i) AS ?n) { ?i atlas:relieves concept:ascites }")
        >>> int(found.to_dataframe()["n"].sum())
        2
        """
        if self.answer.kind == "triples":
            raise AnswerKindError("A CONSTRUCT or DESCRIBE gives triples, no table: use to_graph(), or ask a SELECT.")
        solutions = self._solutions()
        try:
            import pandas as pd
        except ImportError:
            raise MissingLibraryError("to_dataframe needs pandas: pip install pandas") from None

        rows = [[_to_value(term) for term in row] for row in solutions.rows]
        columns = {name: [row[at] for row in rows] for at, name in enumerate(solutions.variables)}
        return pd.DataFrame(columns, index=range(len(rows)))


def _to_value(term: Term | None) -> object:
    """Return what a term means to Python: its text where it is no number, truth value, date or moment."""
    if term is None:
        return None
    if term.kind == "bnode":
        return f"_:{term.value}"
    try:
        return _VALUES.get(term.datatype, str)(term.value.strip() if term.datatype in _VALUES else term.value)
    except (ValueError, KeyError):  # it says it is a number, and isn't
        return term.value
