"""What the commands share: their options, and what these open.

Typer reads the types, each with its help.
"""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from metastasis_atlas.console import tell
from metastasis_atlas.namespaces import LANGUAGES

if TYPE_CHECKING:
    from metastasis_atlas.atlas import Atlas
    from metastasis_atlas.remote_atlas import RemoteAtlas

LONGEST = 86_400
"""Seconds that anything may take at most: a day."""

Files = Annotated[list[Path] | None, typer.Argument(help="Your own RDF files or folders, beside the built-in.")]
Only = Annotated[bool, typer.Option("--only", help="Leave the built-in knowledge out.")]
Language = Annotated[str, typer.Option("--language", "-l", help="One of " + ", ".join(LANGUAGES) + ".")]
EndpointUrl = Annotated[
    str, typer.Option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint instead of the built-in knowledge.")
]
Timeout = Annotated[float, typer.Option("--timeout", min=0.1, max=LONGEST, help="Seconds that one answer may take.")]
Focus = Annotated[str, typer.Option("--focus", metavar="TERM", help="With --endpoint: the concept to begin from.")]
Steps = Annotated[int, typer.Option("--steps", min=1, max=4, help="With --endpoint: how far around it to look.")]
Output = Annotated[Path, typer.Option("--output", "-o", help='The file to write; "-" is standard output.')]


class Form(StrEnum):
    """How ``query`` writes its answer."""

    table = "table"
    csv = "csv"
    tsv = "tsv"
    json = "json"
    xml = "xml"
    turtle = "turtle"
    ntriples = "ntriples"
    nquads = "nquads"
    rdfxml = "rdfxml"
    trig = "trig"
    jsonld = "json-ld"


def spare(files: list[Path] | None, output: Path) -> None:
    """Refuse an output that would take the place of what is read."""
    from metastasis_atlas.files import find_same
    from metastasis_atlas.lessons import find_lessons
    from metastasis_atlas.readers import find_files

    same = find_same(output, [*find_files(files or []), *find_lessons(files or [])])
    if same:
        raise typer.BadParameter(
            f"{output} would overwrite {same}, which is read. Name another.", param_hint="--output"
        )


def open_files(files: list[Path] | None, only: bool = False) -> "Atlas":
    """Open the built-in knowledge with files beside it."""
    from metastasis_atlas.opening import open_atlas

    return open_atlas(*(files or []), only=only)


def open_endpoint(url: str, files: list[Path] | None, only: bool, timeout: float = 60.0) -> "RemoteAtlas":
    """Return what an endpoint knows; files may not stand beside it."""
    from metastasis_atlas.opening import open_atlas

    if files or only:
        raise typer.BadParameter("An endpoint is asked alone: leave out the files and --only.", param_hint="--endpoint")
    return open_atlas(endpoint=url, timeout=timeout)


def open_around(
    url: str, files: list[Path] | None, only: bool, timeout: float, focus: str, steps: int
) -> tuple["Atlas", str]:
    """Return an atlas of what an endpoint holds around a concept, and the concept's IRI."""
    if not focus:
        raise typer.BadParameter("An endpoint may hold billions: say where to begin.", param_hint="--focus")
    remote = open_endpoint(url, files, only, timeout)
    found = remote.find(focus)
    atlas = remote.around(found, steps)
    for note in remote.notes:
        tell(note)
    return atlas, found


def check_language(language: str) -> str:
    """Return a language, if the atlas speaks it."""
    if language not in LANGUAGES:
        raise typer.BadParameter(f'"{language}" is none of {", ".join(LANGUAGES)}.', param_hint="--language")
    return language


def tell_faulty_lessons(atlas: "Atlas") -> None:
    """Tell what is wrong with tours and quizzes."""
    for finding in atlas.lessons.findings:
        tell(str(finding))
