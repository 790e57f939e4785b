"""The commands; nothing imports this room.

Results go to standard output and nothing else does; messages go to standard error. Exit status: 0 done, 1 the data or
the query is at fault, 2 the command line is.
"""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from metastasis_atlas.asking import answer_query, count_rows, is_query, read_query, show, tell_unknown
from metastasis_atlas.console import STANDARD_OUTPUT, put, settle, tell, to_json, to_text, write
from metastasis_atlas.options import (
    LONGEST,
    EndpointUrl,
    Files,
    Focus,
    Form,
    Language,
    Only,
    Output,
    Steps,
    Timeout,
    check_language,
    open_around,
    open_endpoint,
    open_files,
    spare,
    tell_faulty_lessons,
)

if TYPE_CHECKING:
    pass

EXPORTS = ("anki", "csv", "gexf", "gift", "graphml", "json-ld", "trig", "turtle")
"""The formats of ``export``, spelled here so that no other command reads the rooms that write them."""
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
    spare(files, output)
    if endpoint:
        atlas, _ = open_around(endpoint, files, only, timeout, focus, steps)
    else:
        atlas = open_files(files, only)
    tell_faulty_lessons(atlas)
    write(atlas.page(check_language(language)).html.encode(), output, ": open it in a browser")
    if open_:
        import webbrowser

        webbrowser.open(output.absolute().as_uri())


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
    if (file or question) and text is not None and not is_query(text):
        own.insert(0, Path(text))  # what stands first is then a file of one's own
        text = None
    if sum(one is not None for one in (text, file, question)) != 1:
        raise typer.BadParameter("Give one query: as text, with --file, or with --question.")
    if endpoint:
        remote = open_endpoint(endpoint, own, only, timeout)
        asked = read_query(remote, text, file, question)
        show(remote.query(asked).answer, form)
        tell_unknown(remote, asked)
        return
    atlas = open_files(own, only)
    asked = read_query(atlas, text, file, question)
    from metastasis_atlas.watchdog import bound

    status = bound(lambda: settle(lambda: answer_query(atlas, asked, form)) or 0, timeout)
    if status:
        raise typer.Exit(status)


@app.command()
def questions(endpoint: EndpointUrl = "", timeout: Timeout = 60.0) -> None:
    """List the competency questions, in words; with an endpoint, how much it answers to each."""
    atlas = open_endpoint(endpoint, None, False, timeout) if endpoint else open_files(None)
    groups: dict[str, list[str]] = {}
    for name, one in atlas.questions.items():
        asked = f"  {one.question}\n    metastasis-atlas query -q {name}"
        if endpoint:
            from shlex import quote

            asked += f" --endpoint {quote(endpoint)}\n    {count_rows(atlas.query(one.query).answer)}"
        groups.setdefault(one.group, []).append(asked)
    put("\n\n".join("\n".join([group, *lines]) for group, lines in sorted(groups.items())))


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
        atlas, term = open_around(endpoint, files, only, timeout, term, 1)
    else:
        atlas = open_files(files, only)
    found = atlas.describe(term, check_language(language))
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

    atlas = open_endpoint(endpoint, files, only, timeout) if endpoint else open_files(files, only)
    paths = atlas.find_paths(start, end, derived=derived, language=check_language(language), most=most + 1)
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
    findings = open_files(files).check()
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
    if check_language(language) != "en" and form.lower() not in CARD_FORMATS:
        told = f"Only {' and '.join(CARD_FORMATS)} are written in a language of your choice."
        raise typer.BadParameter(told, param_hint="--language")
    spare(files, output)
    if endpoint:
        atlas, _ = open_around(endpoint, files, only, timeout, focus, steps)
    else:
        atlas = open_files(files, only)
    if form.lower() in CARD_FORMATS:
        tell_faulty_lessons(atlas)
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
            language=check_language(language),
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
    status = settle(app)
    if status is not None:
        raise SystemExit(status)
