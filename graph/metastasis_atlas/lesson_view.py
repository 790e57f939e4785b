"""Tours and quizzes -> display data: what the page plays, as plain data without HTML.

Texts stay in all their languages, for the page to choose from; concepts, passages and claims are named by the ids that
the rest of the display data has.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from metastasis_atlas.lessons import Lessons
from metastasis_atlas.namespaces import shorten
from metastasis_atlas.quizzes import Claim, Item, Quiz
from metastasis_atlas.tours import Tour

Json = dict[str, Any]
Ids = Mapping[Claim, str]
"""By subject, property and object the ids of the display's edges."""


def show_tours(lessons: Lessons) -> list[Json]:
    """Return the tours."""
    return [_show_tour(tour) for tour in lessons.tours]


def show_quizzes(lessons: Lessons, ids: Ids) -> list[Json]:
    """Return the quizzes; an item whose claims are none of the display's edges is left out."""
    return [_show_quiz(quiz, ids) for quiz in lessons.quizzes]


def _show_tour(tour: Tour) -> Json:
    return {
        "id": tour.name,
        "title": dict(tour.title),
        "about": dict(tour.about),
        "steps": [
            {
                "title": dict(step.title),
                "view": step.view,
                "focus": shorten(step.focus) if step.focus else None,
                "passages": [shorten(passage) for passage in step.passages],
                "text": dict(step.text),
            }
            for step in tour.steps
        ],
    }


def _show_quiz(quiz: Quiz, ids: Ids) -> Json:
    shown = [_show_item(item, ids) for item in quiz.items]
    return {"id": quiz.name, "title": dict(quiz.title), "items": [item for item in shown if item]}


def _show_item(item: Item, ids: Ids) -> Json | None:
    told = {
        "id": item.name,
        "kind": item.kind,
        "ask": dict(item.ask),
        "explain": dict(item.explain),
        "passages": [shorten(passage) for passage in item.passages],
    }
    if item.kind == "choice":
        return told | {
            "choices": [{"node": shorten(concept), "verdict": verdict} for concept, verdict in item.choices],
            "edges": _edges((_filled(item.claim, concept) for concept, _ in item.choices), ids),
        }
    if item.kind == "verdict":
        subject, prop, value = item.claim
        ends = {"subject": shorten(subject), "property": shorten(prop), "object": shorten(value)}
        return told | {"claim": ends, "answer": item.answer, "edges": _edges([item.claim], ids)}
    given, missing = _edges(item.given, ids), _edges(item.missing, ids)
    if len(given) + len(missing) < len(item.given) + len(item.missing):
        return None  # a link between what isn't drawn can't be put back
    return told | {"given": given, "missing": missing}


def _filled(claim: Claim, concept: str) -> Claim:
    return claim[0] or concept, claim[1], claim[2] or concept


def _edges(claims: Iterable[Claim], ids: Ids) -> list[str]:
    """Return the ids of the claims that are edges of the display."""
    return [ids[claim] for claim in claims if claim in ids]
