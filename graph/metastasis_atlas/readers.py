"""Files -> quads, safely.

In come paths of Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD; out go pyoxigraph quads with blank nodes of
their own. A byte-order mark is stripped (the engine refuses it), DTDs and remote contexts are refused, and a fault has
its file and line.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from metastasis_atlas.errors import DataError

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
}

LESSON_SUFFIXES = (".yaml", ".yml")
"""Files that hold a tour or a quiz, and no quads."""

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PROLOG = re.compile(r"[^<]*(?:<\?.*?\?>[^<]*)*(?P<next><.{0,8})", re.DOTALL)
_ENCODING = re.compile(r"""\A(\s*<\?xml[^>]*?)\s+encoding\s*=\s*["'][^"'>]*["']""")


@dataclass(frozen=True)
class ReadFile:
    """A file as it was read: its path, its text and its quads."""

    path: Path
    text: str
    quads: tuple[ox.Quad, ...]


def find_files(paths: list[Path]) -> list[Path]:
    """Return the files that the paths stand for: a folder stands for every RDF file below it, in order of name."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(one for one in path.rglob("*") if one.suffix.lower() in FORMATS and one.is_file())
        else:
            files.append(path)
    return files


def is_lesson(path: Path) -> bool:
    """Return whether a path is that of a tour or quiz."""
    return path.suffix.lower() in LESSON_SUFFIXES and not path.is_dir()


def read_text(path: Path) -> str:
    """Return a file's text: UTF-8, or UTF-16 with its mark.

    Raises DataError when the file isn't there or isn't text.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise DataError("There is no such file.", path) from None
    except OSError as error:
        raise DataError(f"It can't be read: {error.strerror}.", path) from None
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise DataError("It isn't UTF-8 text. Save it as UTF-8.", path, line) from None
    if "\0" in text[:4]:
        raise DataError("It holds zeros, as UTF-16 without its mark and UTF-32 do. Save it as UTF-8.", path, 1)
    return text


def read_file(path: Path) -> ReadFile:
    """Read one RDF file whole.

    Raises DataError with file and line when the format is unknown or the syntax is wrong.
    """
    known = FORMATS.get(path.suffix.lower())
    if known is None:
        if not path.exists():
            raise DataError("There is no such file.", path)
        kinds = ", ".join(sorted(FORMATS))
        told = f'"{path.suffix}"' if path.suffix else "A name without a suffix"
        raise DataError(f"{told} is no format that the atlas reads. It reads {kinds}.", path)
    text = read_text(path)
    source = _check_xml(text, path) if known is ox.RdfFormat.RDF_XML else text
    base = path.absolute().as_uri()
    try:
        quads = tuple(ox.parse(source.encode(), format=known, base_iri=base, rename_blank_nodes=True))
    except SyntaxError as error:
        raise DataError(f"{_reword(error)}", path, error.lineno) from None
    except ValueError as error:
        raise DataError(f"{error}", path) from None
    if any(isinstance(quad.subject, ox.Triple) or isinstance(quad.object, ox.Triple) for quad in quads):
        raise DataError("It holds a triple as a term (RDF 1.2), which the atlas does not read yet.", path)
    return ReadFile(path, text, quads)


def value_of(term: object) -> str:
    """Return the text of a quad's term: an IRI, a literal's value, a blank node's name, or nothing."""
    return str(getattr(term, "value", ""))


def is_blank(term: object) -> bool:
    """Return whether a quad's term is a blank node."""
    return isinstance(term, ox.BlankNode)


def _check_xml(text: str, path: Path) -> str:
    """Refuse a DTD, and return the text without its encoding, which is UTF-8 from here on; lines stay."""
    prolog = _PROLOG.match(_COMMENT.sub("", text))
    if prolog and prolog["next"].lower() == "<!doctype":
        raise DataError("It declares a DTD, which is refused. Write the entities out.", path)
    return _ENCODING.sub(r"\1", text, count=1)


def _reword(error: SyntaxError) -> str:
    """The parser's sentence without the place, which the message has already."""
    if "remote context" in str(error.msg):
        return "It takes its @context from elsewhere, and the atlas fetches nothing. Write the context into the file."
    words = str(error.msg).split(": ", 1)
    return (words[1] if words[0].startswith("Parser error") and len(words) > 1 else str(error.msg)).rstrip(".") + "."
