"""The competency questions -> display data: what the page's console offers to ask, in words."""

from collections.abc import Iterable
from typing import Any

from metastasis_atlas.namespaces import OURS
from metastasis_atlas.sparql import Question, find_iris
from metastasis_atlas.store import Store

Json = dict[str, Any]


def show_questions(questions: Iterable[Question], store: Store) -> list[Json]:
    """Return the questions whose words the store knows: without the built-in knowledge, most have nothing to ask of."""
    return [
        {"id": one.name, "question": one.question, "answer": one.answer, "group": one.group, "query": _body(one.query)}
        for one in questions
        if all(store.mentions(iri) for iri in find_iris(one.query) if iri.startswith(OURS))
    ]


def _body(query: str) -> str:
    """Leave out the lines at the head, which the page shows in its own way."""
    lines = query.splitlines()
    start = next((number for number, line in enumerate(lines) if not line.startswith("# ")), 0)
    return "\n".join(lines[start:]).strip() + "\n"
