"""Tours: files in ``ontology/tours/`` (and your own) -> steps through the page, checked.

A tour is a YAML file: title, about, order, and steps with title, view, focus, passages and text. Each step names the
passages that its text leans on.
"""

from dataclasses import dataclass
from typing import Final

from metastasis_atlas.handwritten import Desk, Entry, Texts

VIEWS: Final = ("pathway", "body", "focus", "table")
"""The page's views, as its address bar names them."""

_TOUR_KEYS: Final = ("title", "about", "order", "language", "steps")
_STEP_KEYS: Final = ("title", "view", "focus", "passages", "text")


@dataclass(frozen=True)
class Step:
    """One stop: the view and the concept (an IRI or "") it shows, its text, and the passages that the text leans on."""

    title: Texts
    view: str
    focus: str
    passages: tuple[str, ...]
    text: Texts


@dataclass(frozen=True)
class Tour:
    """A guided tour."""

    name: str
    title: Texts
    about: Texts
    order: int
    steps: tuple[Step, ...]


def read_tour(entry: Entry, desk: Desk) -> Tour:
    """Return a tour from a file's content; what is wrong is noted on the desk, and left out."""
    name = desk.path.stem
    desk.keys(entry, name, _TOUR_KEYS)
    steps = entry.get("steps")
    if not isinstance(steps, list) or not steps:
        desk.fault(entry.line_of("steps"), name, "The tour has no steps.", "Write steps: and below it one - a step.")
        steps = []
    found = [_read_step(one, number, desk) for number, one in enumerate(steps, 1) if isinstance(one, Entry)]
    if len(found) < len(steps):
        desk.fault(entry.line_of("steps"), name, "A step is no step.", "Each needs view, passages and text.")
    return Tour(
        name, desk.texts(entry, "title", name), desk.texts(entry, "about", name, needed=False),
        desk.order(entry), tuple(found),
    )  # fmt: skip


def _read_step(entry: Entry, number: int, desk: Desk) -> Step:
    node = f"{desk.path.stem}, step {number}"
    desk.keys(entry, node, _STEP_KEYS)
    view = str(entry.get("view", "pathway"))
    if view not in VIEWS:
        desk.fault(entry.line_of("view"), node, f'"{view}" is no view.', f"There are {', '.join(VIEWS)}.")
        view = "pathway"
    focus = entry.get("focus", "")
    if not isinstance(focus, str):
        desk.fault(entry.line_of("focus"), node, "The focus is one concept.", "Write its name.")
        focus = ""
    names = desk.words(entry, "passages", node)
    if not names:
        desk.fault(
            entry.line_of("passages"), node, "The step names no passage, so nobody can see who says so.",
            "Write passages: [overview-b5], with those that the text leans on.",
        )  # fmt: skip
    passages = [desk.passage(name, entry.line_of("passages"), node) for name in names]
    return Step(
        title=desk.texts(entry, "title", node),
        view=view,
        focus=desk.concept(focus, entry.line_of("focus"), node) if focus else "",
        passages=tuple(passage for passage in passages if passage),
        text=desk.texts(entry, "text", node),
    )


def is_tour(entry: Entry) -> bool:
    """Return whether a file's content is a tour."""
    return "steps" in entry
