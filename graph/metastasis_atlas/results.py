"""What a query gives, for a Python user: an engine's answer -> rows of rdflib terms, a graph, CSV, a DataFrame."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from metastasis_atlas.errors import AnswerKindError, MissingLibraryError
from metastasis_atlas.sparql import Solutions
from metastasis_atlas.store import Answer, Store, to_rdflib

if TYPE_CHECKING:
    import pandas as pd
    import rdflib
    from rdflib.term import Node


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
        """Return the solutions as a pandas DataFrame of text, one column a variable.

        Raises MissingLibraryError where pandas isn't installed.
        """
        try:
            import pandas as pd
        except ImportError:
            raise MissingLibraryError("to_dataframe needs pandas: pip install pandas") from None

        return pd.read_csv(io.StringIO(self.to_csv()), dtype=str, keep_default_na=False)
