"""The commands; nothing imports this room.

Results go to standard output and nothing else does; messages go to standard error. Exit status: 0 done, 1 the data or
the query is at fault, 2 the command line is.
"""

import json
import sys
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from metastasis_atlas.errors import AtlasError
from metastasis_atlas.namespaces import LANGUAGES, shorten

if TYPE_CHECKING:
    from metastasis_atlas.atlas import Atlas
    from metastasis_atlas.checks import Finding
    from metastasis_atlas.sparql import Solutions

EXPORTS = ("anki", "csv", "gexf", "gift", "graphml", "json-ld", "trig")
LAST_EXPORT = "turtle"
MOST_ALIKE = 10
"""How many findings of one kind ``check`` prints before it only counts them."""
MOST_PATHS = 20
"""How many paths ``path`` prints unless it is told otherwise."""

app = typer.Typer(
    name="metastasis-atlas",
    help="How breast cancer spreads and what is done about it, each statement with its source. "
    "For education, not medical advice.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Files = Annotated[list[Path] | None, typer.Argument(help="Your own RDF files or folders, beside the built-in.")]
Only = Annotated[bool, typer.Option("--only", help="Leave the built-in knowledge out.")]
Language = Annotated[str, typer.Option("--language", "-l", help="One of " + ", ".join(LANGUAGES) + ".")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="The file to write; else standard output.")]


class Form(StrEnum):
    """How ``query`` writes its answer."""

    table = "table"
    csv = "csv"
    tsv = "tsv"
    json = "json"
    xml = "xml"
    turtle = "turtle"
    ntriples = "ntriples"
    rdfxml = "rdfxml"
    jsonld = "json-ld"


def tell(text: str) -> None:
    """Write a message to standard error."""
    sys.stderr.write(text + "\n")


def put(text: str) -> None:
    """Write a result to standard output."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def _open(files: list[Path] | None, only: bool = False) -> "Atlas":
    from metastasis_atlas.atlas import open_atlas

    return open_atlas(*(files or []), only=only)


def _language(language: str) -> str:
    if language not in LANGUAGES:
        raise typer.BadParameter(f'"{language}" is none of {", ".join(LANGUAGES)}.', param_hint="--language")
    return language


@app.command()
def explore(
    files: Files = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.")] = Path("output/atlas.html"),
    only: Only = False,
    language: Language = "en",
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Make the page: one HTML file that works offline."""
    atlas = _open(files, only)
    for finding in atlas.lessons.findings:
        tell(str(finding))
    path = atlas.page(_language(language)).write(output)
    tell(f"{path} is written: open it in a browser.")
    if open_:
        import webbrowser

        webbrowser.open(path.absolute().as_uri())


@app.command()
def query(
    text: Annotated[str | None, typer.Argument(help="The SPARQL query.")] = None,
    files: Files = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="A file that holds the query.")] = None,
    question: Annotated[str | None, typer.Option("--question", "-q", help="The name of a question.")] = None,
    form: Annotated[Form, typer.Option("--format", help="How to write the answer.")] = Form.table,
    only: Only = False,
) -> None:
    """Ask a SPARQL query. The usual prefixes are declared; the default graph holds everything."""
    own = list(files or [])
    if (file or question) and text is not None:
        own.insert(0, Path(text))
        text = None
    if sum(one is not None for one in (text, file, question)) != 1:
        raise typer.BadParameter("Give one query: as text, with --file, or with --question.")
    atlas = _open(own, only)
    asked = _read_query(atlas, text, file, question)
    answer = atlas.store.query(asked)
    for unknown in atlas.lexicon.find_unknown(asked):
        tell(str(unknown))
    if form is Form.table:
        _put_table(answer.solutions())
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(answer.serialize(form.value))


def _read_query(atlas: "Atlas", text: str | None, file: Path | None, question: str | None) -> str:
    from metastasis_atlas.readers import read_text

    if text is not None:
        return text
    if file is not None:
        return read_text(file)
    known = atlas.questions.get(question or "")
    if known is None:
        from difflib import get_close_matches

        from metastasis_atlas.errors import did_you_mean

        near = get_close_matches(question or "", atlas.questions, 3)
        raise AtlasError(f'There is no question "{question}".{did_you_mean(near)} See: metastasis-atlas questions')
    return known.query


def _put_table(solutions: "Solutions") -> None:
    from rich.box import SIMPLE_HEAD
    from rich.text import Text

    table = _table(solutions.variables, SIMPLE_HEAD)
    for row in solutions.rows:
        table.add_row(*(Text("" if t is None else shorten(t.value) if t.kind == "iri" else t.value) for t in row))
    _print(table)
    tell(f"{len(solutions.rows)} row{'' if len(solutions.rows) == 1 else 's'}")


def _table(columns: tuple[str, ...], box: Any) -> Any:
    from rich.table import Table

    table = Table(box=box, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    return table


def _print(what: Any) -> None:
    """Print with rich: as wide as the terminal, or as the content where there is none."""
    from rich.console import Console

    wide = None if sys.stdout.isatty() else 1000
    console = Console(file=sys.stdout, highlight=False, width=wide)
    with console.capture() as caught:
        console.print(what)
    put("\n".join(line.rstrip() for line in caught.get().splitlines()))


@app.command()
def questions() -> None:
    """List the competency questions, in words."""
    atlas = _open(None)
    groups: dict[str, list[str]] = {}
    for name, one in atlas.questions.items():
        groups.setdefault(one.group, []).append(f"  {one.question}\n    metastasis-atlas query -q {name}")
    put("\n\n".join("\n".join([group, *lines]) for group, lines in sorted(groups.items())))


@app.command()
def describe(
    term: Annotated[str, typer.Argument(help="A label in any language, a CURIE or an IRI.")],
    files: Files = None,
    only: Only = False,
    language: Language = "en",
    why: Annotated[bool, typer.Option("--why", help="Unfold derived statements to their premises.")] = False,
) -> None:
    """Say what is known of a concept, passage, source, class or property, in sentences with their passages."""
    atlas = _open(files, only)
    found = atlas.describe(term, _language(language))
    from metastasis_atlas.descriptions import write_lines
    from metastasis_atlas.sentences import Phrasebook

    lines = write_lines(found, atlas.explain if why else None, Phrasebook(atlas.network, language))
    put("\n".join([*lines, "", "Not reviewed by a clinician. For education, not medical advice."]))


@app.command()
def path(
    start: Annotated[str, typer.Argument(metavar="FROM", help="A label in any language, a CURIE or an IRI.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="Another.")],
    files: Files = None,
    only: Only = False,
    language: Language = "en",
    derived: Annotated[bool, typer.Option("--derived", help="Let derived statements carry a path, too.")] = False,
    most: Annotated[int, typer.Option("--most", min=1, help="How many paths to show at most.")] = MOST_PATHS,
) -> None:
    """Say how two concepts hang together: all shortest paths, in words."""
    from metastasis_atlas.descriptions import write_path
    from metastasis_atlas.sentences import Phrasebook

    atlas = _open(files, only)
    paths = atlas.find_paths(start, end, derived=derived, language=_language(language), most=most + 1)
    if not paths:
        tell("Nothing that is stated joins the two. That doesn't mean that they have nothing to do with each other.")
        raise typer.Exit(1)
    noted: set[str] = set()
    phrases = Phrasebook(atlas.network, language)
    blocks = ["\n".join([" – ".join(one.labels()), *write_path(one.steps(), noted, phrases)]) for one in paths[:most]]
    put("\n\n".join(blocks))
    if len(paths) > most:
        tell(f"{most} of more; --most N shows more.")


@app.command()
def check(
    files: Files = None,
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """Check the knowledge, and your own files beside it: well-formed, valid, sourced."""
    if form not in ("text", "json"):
        raise typer.BadParameter(f'"{form}" is neither text nor json.', param_hint="--format")
    findings = _open(files).check()
    put(_to_json(findings) if form == "json" else _to_text(findings))
    if any(finding.severity == "error" for finding in findings):
        raise typer.Exit(1)


def _to_json(findings: list["Finding"]) -> str:
    from dataclasses import asdict

    return json.dumps([asdict(finding) for finding in findings], default=str, ensure_ascii=False, indent=2)


def _to_text(findings: list["Finding"]) -> str:
    if not findings:
        return "Nothing found: all is well-formed, valid and sourced."
    seen: Counter[str] = Counter()
    lines = []
    for finding in findings:
        seen[finding.kind] += 1
        if seen[finding.kind] <= MOST_ALIKE:
            lines.append(str(finding))
    lines += [f"… and {n - MOST_ALIKE} more of the kind {kind}" for kind, n in seen.items() if n > MOST_ALIKE]
    return "\n".join([*lines, f"{len(findings)} finding{'' if len(findings) == 1 else 's'}."])


@app.command()
def export(
    form: Annotated[
        str, typer.Argument(metavar="FORMAT", help="turtle, trig, json-ld, graphml, gexf, csv, anki or gift.")
    ],
    files: Files = None,
    output: Output = None,
    only: Only = False,
) -> None:
    """Write everything in another tool's format."""
    from metastasis_atlas.exports import FORMATS
    from metastasis_atlas.files import write_whole

    if form.lower() not in FORMATS:
        raise typer.BadParameter(f'"{form}" is none of {", ".join(sorted(FORMATS))}.', param_hint="FORMAT")
    content = _open(files, only).export(form)
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    else:
        tell(f"{write_whole(output, content)} is written.")


def main() -> None:
    """Run the command line; an error that a user can mend is one message and status 1, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except AtlasError as error:
        tell(str(error))
        raise SystemExit(1) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except OSError as error:
        tell(f"The answer can't be written: {error.strerror}.")
        raise SystemExit(1) from None
