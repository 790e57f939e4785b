"""The commands; nothing imports this room.

Results go to standard output and nothing else does; messages go to standard error. Exit status: 0 done, 1 the data or
the query is at fault, 2 the command line is.
"""

import re
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from metastasis_atlas.console import STANDARD_OUTPUT, put, put_table, tell, to_json, to_text, write
from metastasis_atlas.errors import AtlasError, QueryError
from metastasis_atlas.namespaces import LANGUAGES
from metastasis_atlas.sparql import find_form

if TYPE_CHECKING:
    from metastasis_atlas.atlas import Atlas
    from metastasis_atlas.evaluation import Answer
    from metastasis_atlas.remote_atlas import RemoteAtlas

EXPORTS = ("anki", "csv", "gexf", "gift", "graphml", "json-ld", "trig", "turtle")
"""The formats of ``export``, spelled here so that no other command reads the rooms that write them."""
LONGEST = 86_400
"""Seconds that anything may take at most: a day."""
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


def _spare(files: list[Path] | None, output: Path) -> None:
    """Refuse an output that would take the place of what is read."""
    from metastasis_atlas.files import find_same
    from metastasis_atlas.lessons import find_lessons
    from metastasis_atlas.readers import find_files

    same = find_same(output, [*find_files(files or []), *find_lessons(files or [])])
    if same:
        raise typer.BadParameter(
            f"{output} would overwrite {same}, which is read. Name another.", param_hint="--output"
        )


def _say_version(asked: bool) -> None:
    if asked:
        from metastasis_atlas.atlas import find_version

        put(f"metastasis-atlas {find_version()}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version, and no more.")
    ] = False,
) -> None:
    """Take what comes before a command."""


def _open(files: list[Path] | None, only: bool = False) -> "Atlas":
    from metastasis_atlas.opening import open_atlas

    return open_atlas(*(files or []), only=only)


def _open_endpoint(url: str, files: list[Path] | None, only: bool, timeout: float = 60.0) -> "RemoteAtlas":
    from metastasis_atlas.opening import open_atlas

    if files or only:
        raise typer.BadParameter("An endpoint is asked alone: leave out the files and --only.", param_hint="--endpoint")
    return open_atlas(endpoint=url, timeout=timeout)


def _open_around(
    url: str, files: list[Path] | None, only: bool, timeout: float, focus: str, steps: int
) -> tuple["Atlas", str]:
    """Return an atlas of what an endpoint holds around a concept, and the concept's IRI."""
    remote = _open_endpoint(url, files, only, timeout)
    found = remote.find(focus)
    atlas = remote.around(found, steps)
    for note in remote.notes:
        tell(note)
    return atlas, found


def _language(language: str) -> str:
    if language not in LANGUAGES:
        raise typer.BadParameter(f'"{language}" is none of {", ".join(LANGUAGES)}.', param_hint="--language")
    return language


@app.command()
def explore(
    files: Files = None,
    output: Output = Path("output/atlas.html"),
    only: Only = False,
    language: Language = "en",
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    endpoint: EndpointUrl = "",
    focus: Focus = "",
    steps: Steps = 2,
    timeout: Timeout = 60.0,
) -> None:
    """Make the page: one HTML file that works offline."""
    if open_ and output == STANDARD_OUTPUT:
        raise typer.BadParameter("A browser opens a file: name one with --output.", param_hint="--open")
    _spare(files, output)
    if endpoint:
        if not focus:
            raise typer.BadParameter("An endpoint may hold billions: say where to begin.", param_hint="--focus")
        atlas, _ = _open_around(endpoint, files, only, timeout, focus, steps)
    else:
        atlas = _open(files, only)
    _tell_faulty_lessons(atlas)
    write(atlas.page(_language(language)).html.encode(), output, ": open it in a browser")
    if open_:
        import webbrowser

        webbrowser.open(output.absolute().as_uri())


def _tell_faulty_lessons(atlas: "Atlas") -> None:
    for finding in atlas.lessons.findings:
        tell(str(finding))


@app.command()
def query(
    text: Annotated[str | None, typer.Argument(help="The SPARQL query.")] = None,
    files: Files = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="A file that holds the query.")] = None,
    question: Annotated[str | None, typer.Option("--question", "-q", help="The name of a question.")] = None,
    form: Annotated[Form, typer.Option("--format", help="How to write the answer.")] = Form.table,
    only: Only = False,
    endpoint: EndpointUrl = "",
    timeout: Timeout = 60.0,
) -> None:
    """Ask a SPARQL query. The usual prefixes are declared; the default graph holds everything."""
    own = list(files or [])
    if (file or question) and text is not None and not _is_query(text):
        own.insert(0, Path(text))  # what stands first is then a file of one's own
        text = None
    if sum(one is not None for one in (text, file, question)) != 1:
        raise typer.BadParameter("Give one query: as text, with --file, or with --question.")
    if endpoint:
        remote = _open_endpoint(endpoint, own, only, timeout)
        asked = _read_query(remote, text, file, question)
        _show(remote.query(asked).answer, form)
        for unknown in remote.find_unknown(asked):
            tell(str(unknown))
        return
    atlas = _open(own, only)
    asked = _read_query(atlas, text, file, question)
    from metastasis_atlas.watchdog import bound

    status = bound(lambda: _settle(lambda: _answer(atlas, asked, form)) or 0, timeout)
    if status:
        raise typer.Exit(status)


def _is_query(text: str) -> bool:
    """Whether a word of the command line is a query rather than the name of a file."""
    try:
        return bool(find_form(text))
    except QueryError:
        return "{" in text


def _answer(atlas: "Atlas", asked: str, form: Form) -> None:
    answer = atlas.store.query(asked)
    for unknown in atlas.lexicon.find_unknown(asked):
        tell(str(unknown))
    _show(answer, form)


def _show(answer: "Answer", form: Form) -> None:
    if form is Form.table:
        put_table(answer.solutions())
    else:
        write(answer.serialize(form.value), STANDARD_OUTPUT)


def _read_query(atlas: "Atlas | RemoteAtlas", text: str | None, file: Path | None, question: str | None) -> str:
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


@app.command()
def questions(endpoint: EndpointUrl = "", timeout: Timeout = 60.0) -> None:
    """List the competency questions, in words; with an endpoint, how much it answers to each."""
    atlas = _open_endpoint(endpoint, None, False, timeout) if endpoint else _open(None)
    groups: dict[str, list[str]] = {}
    for name, one in atlas.questions.items():
        asked = f"  {one.question}\n    metastasis-atlas query -q {name}"
        if endpoint:
            from shlex import quote

            asked += f" --endpoint {quote(endpoint)}\n    {_count(atlas.query(one.query).answer)}"
        groups.setdefault(one.group, []).append(asked)
    put("\n\n".join("\n".join([group, *lines]) for group, lines in sorted(groups.items())))


def _count(answer: "Answer") -> str:
    if answer.kind == "boolean":
        return "yes" if answer else "not stated"
    rows = len(answer.solutions().rows)
    return f"{rows} row{'' if rows == 1 else 's'}"


@app.command()
def describe(
    term: Annotated[str, typer.Argument(help="A label in any language, a CURIE or an IRI.")],
    files: Files = None,
    only: Only = False,
    language: Language = "en",
    why: Annotated[bool, typer.Option("--why", help="Unfold derived statements to their premises.")] = False,
    endpoint: EndpointUrl = "",
    timeout: Timeout = 60.0,
) -> None:
    """Say what is known of a concept, passage, source, class or property, in sentences with their passages."""
    if endpoint:
        atlas, term = _open_around(endpoint, files, only, timeout, term, 1)
    else:
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
    endpoint: EndpointUrl = "",
    timeout: Timeout = 60.0,
) -> None:
    """Say how two concepts hang together: all shortest paths, in words."""
    from metastasis_atlas.descriptions import write_path

    atlas = _open_endpoint(endpoint, files, only, timeout) if endpoint else _open(files, only)
    paths = atlas.find_paths(start, end, derived=derived, language=_language(language), most=most + 1)
    for note in getattr(atlas, "notes", ()):
        tell(note)
    if not paths:
        tell("Nothing that is stated joins the two. That doesn't mean that they have nothing to do with each other.")
        raise typer.Exit(1)
    noted: set[str] = set()
    blocks = [
        "\n".join([" – ".join(one.labels()), *write_path(one.steps(), noted, one.phrases)]) for one in paths[:most]
    ]
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
    put(to_json(findings) if form == "json" else to_text(findings))
    if any(finding.severity == "error" for finding in findings):
        raise typer.Exit(1)


@app.command()
def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="One of " + ", ".join(EXPORTS) + ".")],
    files: Files = None,
    output: Output = STANDARD_OUTPUT,
    only: Only = False,
    language: Language = "en",
    endpoint: EndpointUrl = "",
    focus: Focus = "",
    steps: Steps = 2,
    timeout: Timeout = 60.0,
) -> None:
    """Write everything in another tool's format, or the quizzes as cards (anki, gift): these in a language."""
    from metastasis_atlas.cards import CARD_FORMATS

    if form.lower() not in EXPORTS:
        raise typer.BadParameter(f'"{form}" is none of {", ".join(EXPORTS)}.', param_hint="FORMAT")
    if _language(language) != "en" and form.lower() not in CARD_FORMATS:
        told = f"Only {' and '.join(CARD_FORMATS)} are written in a language of your choice."
        raise typer.BadParameter(told, param_hint="--language")
    _spare(files, output)
    if endpoint:
        if not focus:
            raise typer.BadParameter("An endpoint may hold billions: say where to begin.", param_hint="--focus")
        atlas, _ = _open_around(endpoint, files, only, timeout, focus, steps)
    else:
        atlas = _open(files, only)
    if form.lower() in CARD_FORMATS:
        _tell_faulty_lessons(atlas)
    write(atlas.export(form, language), output)


@app.command()
def serve(
    files: Files = None,
    only: Only = False,
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 is every one.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any that is free.")] = 8000,
    timeout: Annotated[float, typer.Option(min=0.1, max=LONGEST, help="How many seconds a query may take.")] = 10.0,
    memory: Annotated[int, typer.Option(min=16, max=2**20, help="How many MiB of memory a query may need.")] = 500,
    rows: Annotated[
        int, typer.Option(min=1, max=10**9, help="How many rows or triples an answer may have.")
    ] = 1_000_000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="How many queries are answered at once.")] = 2,
    per_client: Annotated[int, typer.Option(min=1, max=10**6, help="How many answers one address waits for.")] = 32,
    allow_host: Annotated[list[str] | None, typer.Option(help="Another name that the server may be called by.")] = None,
    cors: Annotated[list[str] | None, typer.Option(help='An origin whose pages may ask, or "*".')] = None,
    public_url: Annotated[str, typer.Option(help="The address at which others reach it, behind a proxy.")] = "",
    language: Language = "en",
) -> None:
    """Serve the page, linked data and a SPARQL endpoint (/sparql) over HTTP. It reads, and never writes."""
    from metastasis_atlas.server import Options, serve_forever

    if public_url and not re.fullmatch(r"https?://[^/?#\s]+(/[^?#\s]*)?", public_url):
        raise typer.BadParameter(f'"{public_url}" is no address: https://host/path.', param_hint="--public-url")
    for origin in cors or ():
        if origin != "*" and not re.fullmatch(r"https?://[^/?#\s]+", origin):
            raise typer.BadParameter(f'"{origin}" is no origin: https://host, and no more.', param_hint="--cors")
    serve_forever(
        Options(
            paths=tuple(path.absolute() for path in files or ()),
            only=only,
            language=_language(language),
            host=host,
            port=port,
            seconds=timeout,
            memory=memory * 2**20,
            rows=rows,
            workers=workers,
            per_client=per_client,
            allowed_hosts=tuple(allow_host or ()),
            origins=tuple(cors or ()),
            public_url=public_url,
        ),
        tell,
    )


def main() -> None:
    """Run the command line; an error that a user can mend is one message and status 1, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    status = _settle(app)
    if status is not None:
        raise SystemExit(status)


def _settle(act: Callable[[], object]) -> int | None:
    """Do something; return the exit status when it ends early, once its message is told."""
    try:
        act()
    except AtlasError as error:
        tell(str(error))
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        tell(f"The answer can't be written: {error.strerror}.")
        return 1
    return None
