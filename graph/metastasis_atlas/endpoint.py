"""The same question, asked of a remote SPARQL endpoint: query text -> its answer as bytes, or one sentence.

Whatever an endpoint does instead of answering (it is down, drips, breaks off, cuts, speaks HTML, wants a password) ends
within the time limit in an EndpointError. Name and password come from environment or address; no message tells them.
"""

from __future__ import annotations

import base64
import os
import re
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote, urlencode, urlsplit, urlunsplit

from metastasis_atlas.errors import EndpointError
from metastasis_atlas.sparql import add_prefixes, check_measure, find_form

if TYPE_CHECKING:
    import urllib3

LONGEST_ADDRESS: Final = 2_000
"""A query that would make a longer address than this goes as a POST."""
MOST_BYTES: Final = 256 * 2**20
_CUTTING: Final = 1.0
"""Seconds in which a question ends whose line is cut; only the search for a host's address may take longer."""
_CHUNK: Final = 2**16
_VIRTUOSO_LIMIT: Final = 2**20
"""Rows after which Virtuoso ends an answer without a word."""
_PAUSES: Final = (0.5, 2.0)
"""Seconds after which a busy endpoint is asked again that doesn't say when."""
_VIRTUOSO_NODE: Final = re.compile(rb'("type":\s*"bnode",\s*"value":\s*"|<bnode>)nodeID://')
"""Virtuoso gives blank nodes names that no blank node may have."""
_NUMBER: Final = re.compile("[0-9]{1,9}")
_SOLUTIONS: Final = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "text/xml": "xml",
    "application/xml": "xml",
}
_TRIPLES: Final = {
    "application/n-triples": "ntriples",
    "text/turtle": "turtle",
    "application/rdf+xml": "rdfxml",
    "text/plain": "ntriples",
    "application/n-quads": "nquads",
}
_ACCEPT_SOLUTIONS: Final = "application/sparql-results+json, application/sparql-results+xml;q=0.5"
_ACCEPT_TRIPLES: Final = "application/n-triples, text/turtle;q=0.7, application/rdf+xml;q=0.5"


class Reply(NamedTuple):
    """What an endpoint answered: its bytes, their format ("json", "xml", "ntriples" …), and what it says of a cut."""

    body: bytes
    form: str
    cut: int = 0
    """The number of rows at which the endpoint says that it cuts, or 0."""


@dataclass(frozen=True)
class Endpoint:
    """A SPARQL endpoint at an address, to be asked over SPARQL 1.1 Protocol.

    ``seconds`` limits one answer from first to last byte, and with it all attempts to get it.
    """

    url: str
    seconds: float = 60.0

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.url)
            told = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
        except ValueError:
            raise EndpointError("This is no address of an endpoint: its host or port can't be read.") from None
        if not told or re.search(r"[\s\x00-\x1f]", self.url):
            raise EndpointError(f'"{self.name}" is no address of an endpoint. It begins with http:// or https://.')

    @property
    def name(self) -> str:
        """The address without name and password."""
        parts = urlsplit(self.url)
        return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment=""))

    def ask(self, query: str, graphs: Sequence[str] = ()) -> Reply:
        """Return the endpoint's answer to a query, with the predeclared prefixes in force.

        ``graphs`` are the named graphs that it is to see, where it must be told.

        Raises QueryError for a query that may not be asked, EndpointError when no whole answer comes.
        """
        check_measure(query)
        found: list[Reply | BaseException] = []
        from metastasis_atlas.lines import Line

        line = Line()

        def run() -> None:
            line.take()
            try:
                found.append(self._fetch(add_prefixes(query), find_form(query), graphs))
            except BaseException as error:  # it is raised again where the question was asked
                found.append(error)

        # A dripping endpoint never lets the client's own timeouts pass: so the line is cut when the time is over.
        asking = threading.Thread(target=run, name="asks an endpoint", daemon=True)
        asking.start()
        asking.join(self.seconds)
        if asking.is_alive():
            line.cut()
            asking.join(_CUTTING)
            raise EndpointError(f"{self.name} gave no whole answer within {self._say_limit()}.")
        if isinstance(found[0], BaseException):
            raise found[0]
        return found[0]

    def _say_limit(self) -> str:
        return f"{self.seconds:g} second{'' if isclose(self.seconds, 1) else 's'}"

    def _fetch(self, query: str, form: str, graphs: Sequence[str]) -> Reply:
        import urllib3
        from urllib3.exceptions import HTTPError

        ends = time.monotonic() + self.seconds
        response = None
        try:
            accept = _ACCEPT_TRIPLES if form in ("CONSTRUCT", "DESCRIBE") else _ACCEPT_SOLUTIONS
            response = self._send(query, accept, graphs)
            for pause in _PAUSES:
                wait = _find_wait(response, pause)
                if wait is None or time.monotonic() + wait > ends:
                    break
                response.close()
                time.sleep(wait)
                response = self._send(query, accept, graphs)
            body = self._read(response, ends)
        except urllib3.exceptions.MaxRetryError as error:
            raise EndpointError(f"{self.name} {_say_why(error.reason)}") from None
        except HTTPError as error:
            raise EndpointError(f"{self.name} {_say_why(error)}") from None
        except (ValueError, UnicodeError):  # an address or a header that no library reads
            raise EndpointError(f"{self.name} sent what no client can read, or sent us on to no address.") from None
        finally:
            if response is not None:
                response.close()
        return self._judge(response, body, form)

    def _send(self, query: str, accept: str, graphs: Sequence[str]) -> urllib3.BaseHTTPResponse:
        import urllib3

        headers = {
            "Accept": accept,
            "Accept-Encoding": "gzip",
            "User-Agent": "metastasis-atlas",
            **self._find_credentials(),
        }
        # A kept connection may be closed by the other side just when it is used again: it is asked once more.
        retries = urllib3.Retry(
            connect=1, read=1, redirect=3, status=0, other=0, backoff_factor=0.5, allowed_methods=None,
            raise_on_status=False, respect_retry_after_header=False,
        )  # fmt: skip
        timeout = urllib3.Timeout(connect=min(10, self.seconds), read=self.seconds)
        options = {"headers": headers, "retries": retries, "timeout": timeout, "preload_content": False}
        asked = urlencode([("query", query), *(("named-graph-uri", graph) for graph in graphs)])
        url = f"{self.name}{'&' if '?' in self.name else '?'}{asked}"
        if len(url) <= LONGEST_ADDRESS:
            return _pool().request("GET", url, **options)  # type: ignore[arg-type]
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return _pool().request("POST", self.name, body=asked, **options)  # type: ignore[arg-type]

    def _find_credentials(self) -> dict[str, str]:
        """Return the header that says who asks: of the address, else of the environment."""
        parts = urlsplit(self.url)
        token = os.environ.get("METASTASIS_ATLAS_ENDPOINT_TOKEN", "").strip()
        user = parts.username or os.environ.get("METASTASIS_ATLAS_ENDPOINT_USER")
        if user:
            if parts.username:
                user, password = unquote(parts.username), unquote(parts.password or "")
            else:
                password = os.environ.get("METASTASIS_ATLAS_ENDPOINT_PASSWORD", "")
            return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}
        if token and not re.fullmatch(r"[\x21-\x7e]+", token):
            raise EndpointError("METASTASIS_ATLAS_ENDPOINT_TOKEN holds what no token may, as a space or an accent.")
        return {"Authorization": f"Bearer {token}"} if token else {}

    def _read(self, response: urllib3.BaseHTTPResponse, ends: float) -> bytes:
        parts: list[bytes] = []
        length = 0
        for part in response.stream(_CHUNK, decode_content=True):
            parts.append(part)
            length += len(part)
            if length > MOST_BYTES:
                raise EndpointError(
                    f"The answer of {self.name} is longer than {MOST_BYTES // 2**20} MiB. Ask for less, with LIMIT."
                )
            if time.monotonic() > ends:
                raise EndpointError(f"{self.name} gave no whole answer within {self._say_limit()}.")
        return b"".join(parts)

    def _judge(self, response: urllib3.BaseHTTPResponse, body: bytes, form: str) -> Reply:
        """Return the answer, or raise what it says instead of one."""
        kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if response.status != 200:
            raise EndpointError(f"{self.name} {_say_status(response.status)}{_quote(body, kind)}")
        known = _TRIPLES if form in ("CONSTRUCT", "DESCRIBE") else _SOLUTIONS
        if kind not in known:
            named = re.sub(r"[^\w/+.;=-]", "", kind, flags=re.ASCII)[:80] or "nothing that it names"
            what = "a page in HTML (a log-in page?)" if "html" in kind else f'"{named}"'
            raise EndpointError(f"{self.name} answered with {what}, not with a SPARQL result. Is the address right?")
        if response.headers.get("X-SPARQL-Anytime") or response.headers.get("X-SQL-State"):
            raise EndpointError(f"{self.name} ran out of time and sent only a part of the answer. Ask for less.")
        told = response.headers.get("X-SPARQL-MaxRows", "")
        virtuoso = "virtuoso" in response.headers.get("Server", "").lower()
        cut = int(told) if _NUMBER.fullmatch(told) else _VIRTUOSO_LIMIT if virtuoso else 0
        return Reply(_VIRTUOSO_NODE.sub(rb"\1", body) if virtuoso else body, known[kind], cut)


def _find_wait(response: urllib3.BaseHTTPResponse, pause: float) -> float | None:
    """Return the seconds after which a busy endpoint may be asked again, or None when it shouldn't be."""
    if response.status not in (429, 502, 503):
        return None
    told = response.headers.get("Retry-After", "").strip()
    if _NUMBER.fullmatch(told):
        return float(told)
    return None if told else pause


def _pool() -> urllib3.PoolManager:
    """Return the pool of connections, one for all endpoints of the process."""
    global _POOL
    if _POOL is None:
        from metastasis_atlas.lines import open_pool

        _POOL = open_pool()
    return _POOL


_POOL: urllib3.PoolManager | None = None


def _say_why(error: BaseException | None) -> str:
    """Return in words why no answer came, to follow the endpoint's name."""
    from urllib3 import exceptions as faults

    match error:
        case faults.NameResolutionError():
            return "can't be found: there is no such host."
        case faults.ReadTimeoutError():
            return "fell silent before its answer was whole."
        case faults.SSLError():
            return "has no certificate that can be trusted."
        case faults.NewConnectionError():
            return "can't be reached. Does it run?"
        case faults.ConnectTimeoutError():
            return "doesn't answer: no connection came about in time."
        case faults.ResponseError():
            return "sends the question from one address to another without end."
        case faults.IncompleteRead() | faults.ProtocolError():
            return "broke off in the middle of its answer."
        case faults.DecodeError():
            return "sent an answer that can't be unpacked."
    return "didn't answer."


def _say_status(status: int) -> str:
    """Return in words what an HTTP status says, to follow the endpoint's name."""
    told = {
        400: "refuses the query (400).",
        401: "wants to know who asks (401). Set METASTASIS_ATLAS_ENDPOINT_USER and …_PASSWORD, or …_TOKEN.",
        403: "doesn't let you ask (403).",
        404: "has no endpoint at this address (404).",
        405: "doesn't take queries in this way (405).",
        413: "finds the query too long (413).",
        414: "finds the query too long (414).",
        429: "has had too many questions (429). Ask again later.",
        503: "has too much to do, or no time left for this query (503).",
        504: "ran out of time (504).",
    }
    return told.get(status, f"failed (status {status}).")


def _quote(body: bytes, kind: str) -> str:
    """Return the first line of an endpoint's own message, cleaned, with a leading space; nothing of a page."""
    if "html" in kind or "xml" in kind:
        return ""
    text = re.sub(r"[^\S ]+|[\x00-\x1f\x7f-\x9f]+", "\n", body[:2_000].decode(errors="replace")).strip()
    line = text.partition("\n")[0][:200].strip()
    return f" It says: {line}" if line else ""
