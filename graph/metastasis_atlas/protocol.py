"""SPARQL 1.1 Protocol: what a request says -> the query that it asks, or why it is refused; no HTTP library.

A text is decoded once. An update is refused in whatever form it comes; one that comes as the text of a query is refused
by the measure that every query goes through.
"""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

import mimeparse

from metastasis_atlas.errors import RequestError

MOST_BODY: Final = 2 * 1024 * 1024
"""How many bytes the body of a request may have."""
MOST_TARGET: Final = 48 * 1024
"""How many bytes the path and query of an address may have; a longer query is sent by POST."""
MOST_PARAMETERS: Final = 1000
METHODS: Final = ("GET", "HEAD", "OPTIONS", "POST")
FORM_TYPE: Final = "application/x-www-form-urlencoded"
QUERY_TYPE: Final = "application/sparql-query"
UPDATE_TYPE: Final = "application/sparql-update"

_UPDATE_PARAMETERS: Final = ("update", "using-graph-uri", "using-named-graph-uri")
_ABSOLUTE: Final = re.compile(r'[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>"{}|\\^`]*')


@dataclass(frozen=True)
class QueryRequest:
    """What a request asks: the query, the graphs of its dataset, and the form of the answer where it names them.

    Without a query it asks what the service is.
    """

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    form: str = ""


def read_request(
    method: str, query_string: bytes, content_type: str = "", body: bytes = b"", encoding: str = ""
) -> QueryRequest:
    """Return what a request asks; a GET that has no query asks for the description of the service.

    Raises RequestError with the status and one line that says what is wrong.
    """
    parameters = _read_parameters(query_string, "address")
    if method == "POST":
        parameters += _read_body(content_type, body, encoding)
    given: dict[str, list[str]] = {}
    for name, value in parameters:
        given.setdefault(name, []).append(value)
    _refuse_updates(given)
    forms = given.get("format", [""])
    if method != "POST" and not given.keys() - {"format"}:
        return QueryRequest("", form=forms[-1])
    queries = given.get("query", [])
    if len(queries) > 1:
        raise RequestError(400, "The request has more than one query. Send one.")
    if not queries or not queries[0].strip():
        raise RequestError(400, 'The request has no query. Send one as the parameter "query".')
    default, named = (given.get(f"{kind}-graph-uri", []) for kind in ("default", "named"))
    graphs = [tuple(dict.fromkeys(map(_check_iri, kind))) for kind in (default, named)]
    return QueryRequest(queries[0], graphs[0], graphs[1], forms[-1])


def _read_body(content_type: str, body: bytes, encoding: str) -> list[tuple[str, str]]:
    """Return the parameters that the body of a POST gives."""
    if encoding.lower() not in ("", "identity"):
        raise RequestError(415, f'The body is encoded as "{encoding[:40]}", which is not read here. Send it plain.')
    try:
        main, sub, options = mimeparse.parse_mime_type(content_type or "/")
    except mimeparse.MimeTypeParseException:
        main, sub, options = "", "", {}
    media = f"{main}/{sub}".lower()
    if media == UPDATE_TYPE:
        raise _refuse_update()
    if media not in (FORM_TYPE, QUERY_TYPE):
        told = f'"{content_type[:80]}"' if content_type else "not said"
        raise RequestError(415, f"The type of the body is {told}. Send {QUERY_TYPE} or {FORM_TYPE}.")
    if options.get("charset", "utf-8").lower().replace("_", "-") not in ("utf-8", "utf8", "us-ascii"):
        raise RequestError(415, "The body is not in UTF-8. Send it in UTF-8.")
    if media == QUERY_TYPE:
        return [("query", _decode(body, "body"))]
    return _read_parameters(body, "body")


def _read_parameters(encoded: bytes, where: str) -> list[tuple[str, str]]:
    """Return the parameters of a form, decoded once."""
    try:
        # What "surrogateescape" lets through here would be no UTF-8: both steps are strict.
        return parse_qsl(_decode(encoded, where), True, errors="strict", max_num_fields=MOST_PARAMETERS)
    except UnicodeDecodeError:
        raise RequestError(400, f"The {where} is not in UTF-8. Send it in UTF-8.") from None
    except ValueError:
        raise RequestError(400, f"The {where} has more than {MOST_PARAMETERS} parameters.") from None


def _decode(text: bytes, where: str) -> str:
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        raise RequestError(400, f"The {where} is not in UTF-8. Send it in UTF-8.") from None


def _refuse_updates(given: dict[str, list[str]]) -> None:
    if any(name in given for name in _UPDATE_PARAMETERS):
        raise _refuse_update()


def _refuse_update() -> RequestError:
    return RequestError(403, "This endpoint answers queries and takes no updates: the atlas is read-only.")


def _check_iri(iri: str) -> str:
    """Return an IRI of a graph if it is a whole one."""
    if not _ABSOLUTE.fullmatch(iri):
        raise RequestError(400, f'"{iri[:200]}" is no whole IRI of a graph: it needs a scheme, like "https:".')
    return iri
