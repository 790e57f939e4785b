"""The page, linked data and SPARQL Protocol over HTTP.

This process speaks HTTP and nothing else: whatever costs something is a job for a worker, whose answer streams through.
What a client did wrong is told with a 4xx and one line of text. A query that takes longer than it may is answered with
504 (asked again, it would again: so no Retry-After), one that needs more memory, rows or bytes than it may with 422
(only another query helps); 429 and 503 with Retry-After say that a client, or all together, wait for too many.
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import hashlib
import logging
import socket
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from metastasis_atlas.connections import listen, log_lines, serve
from metastasis_atlas.errors import RequestError
from metastasis_atlas.forwarding import Gzip, JobResponse, Turns, line_response
from metastasis_atlas.gate import LOCAL_NAMES, Gate, find_hosts
from metastasis_atlas.jobs import Loader
from metastasis_atlas.negotiation import takes_gzip
from metastasis_atlas.protocol import FORM_TYPE, METHODS, MOST_BODY, QUERY_TYPE, QueryRequest, read_request
from metastasis_atlas.worker import Limits, Workers

_VARY: Final = {"Vary": "Accept"}
ACCEPT_POST: Final = f"{QUERY_TYPE}, {FORM_TYPE}"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Options:
    """What is served, where, to whom, and what a query may cost."""

    paths: tuple[Path, ...] = ()
    only: bool = False
    language: str = "en"
    host: str = "127.0.0.1"
    port: int = 8000
    seconds: float = 10.0
    memory: int = 500 * 2**20
    rows: int = 1_000_000
    workers: int = 2
    per_client: int = 32
    allowed_hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    public_url: str = ""


def serve_forever(options: Options, tell: Callable[[str], None]) -> None:
    """Serve until a signal ends it. Raises AtlasError when the address can't be had or the data can't be read."""
    limits = Limits(seconds=options.seconds, memory=options.memory, rows=options.rows)
    load = Loader(options.paths, options.only, options.language)
    link = listen(options.host, options.port)
    workers = Workers(load, processes=options.workers, limits=limits)
    name = f"[{options.host}]" if ":" in options.host else options.host

    def ready() -> None:
        for sentence in workers.missing:
            tell(sentence)
        tell(f"Listening on http://{name}:{link.getsockname()[1]}/ (the endpoint is /sparql). Ctrl-C ends it.")

    log_lines()
    with contextlib.closing(link), contextlib.suppress(KeyboardInterrupt):
        asyncio.run(run(workers, options, link, ready))


async def _tell_refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestError)  # noqa: S101  registered for it
    return line_response(error.status, str(error))


async def _tell_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  registered for it
    known = {404: "There is nothing at this address. The page is at /, the endpoint at /sparql, the data at /void."}
    return line_response(error.status_code, known.get(error.status_code, error.detail), error.headers)


async def _tell_nobody(request: Request, error: Exception) -> Response:
    return line_response(400, "The request broke off.")


class _Endpoint:
    """Answers requests of every method at the endpoint's address, and leaves the others to the routes.

    It stands before them because what is asked most often and answered soonest would spend a third of its time there.
    """

    def __init__(self, answer: Callable[[Request], Awaitable[Response]], others: ASGIApp):
        self._answer, self._others = answer, others
        self._ask = Gzip(self._respond, compresslevel=5)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] not in ("/sparql", "/sparql/"):
            await self._others(scope, receive, send)
        else:
            await self._ask(scope, receive, send)

    async def _respond(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except RequestError as error:
            response = await _tell_refusal(request, error)
        except ClientDisconnect as error:
            response = await _tell_nobody(request, error)
        await response(scope, receive, send)


@dataclass
class Page:
    """The page, prepared: plain and compressed, each with its mark, and its policy."""

    plain: bytes
    policy: str
    packed: bytes = b""
    mark: str = ""

    def __post_init__(self) -> None:
        self.packed = gzip.compress(self.plain, 9, mtime=0)
        self.mark = hashlib.sha256(self.plain).hexdigest()[:32]

    def answer(self, request: Request) -> Response:
        """Return the page as a client takes it, or that it has it already."""
        packs = takes_gzip(request.headers.get("accept-encoding", ""))
        mark = f'"{self.mark}{"-gzip" if packs else ""}"'
        headers = {"ETag": mark, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        headers["Content-Security-Policy"] = self.policy
        known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
        if mark in known or "*" in known:
            return Response(status_code=304, headers=headers)
        if packs:
            headers["Content-Encoding"] = "gzip"
        return Response(self.packed if packs else self.plain, headers=headers, media_type="text/html")


class Site:
    """The routes, and what answers them."""

    def __init__(self, workers: Workers, options: Options):
        self._workers, self._options = workers, options
        self._turns = Turns(options.per_client)
        self._page: Page | None = None

    def make_app(self) -> ASGIApp:
        """Return all of it as an ASGI application."""
        routes = [
            Route("/", self.page),
            Route("/health", self.health),
            Route("/void", self.void),
            Route("/.well-known/void", self.void),
            Route("/ns", self.index),
            Route("/atlas.{form}", self.dump),
            Route("/{space}/{name:path}", self.thing),
        ]
        routed = Starlette(
            routes=routes,
            middleware=[Middleware(Gzip, compresslevel=5)],
            exception_handlers={
                RequestError: _tell_refusal,
                HTTPException: _tell_http_error,
                ClientDisconnect: _tell_nobody,
            },
        )
        routed.router.redirect_slashes = False  # there is nothing at the other address, either
        app: ASGIApp = _Endpoint(self.sparql, routed)
        if self._options.origins:
            app = CORSMiddleware(
                app,
                allow_origins=list(self._options.origins),
                allow_methods=["GET", "HEAD", "POST"],
                allow_headers=["Accept", "Content-Type"],
                max_age=600,
            )
        hosts = find_hosts(self._options.host, self._options.allowed_hosts)
        # Where the server is bound to all addresses, or to one of a network, it may be called by any of them.
        local = self._options.host in LOCAL_NAMES
        return Gate(app, hosts=hosts, addresses=not local, origins=self._options.origins)

    async def prepare(self) -> None:
        """Take the page from a worker before the first request."""
        reply = await self._workers.ask({"kind": "page"})
        plain = b"".join([piece async for piece in reply])
        for finding in reply.head.get("findings", ()):
            log.warning("%s", finding)
        if reply.head["status"] == 200:
            self._page = await asyncio.to_thread(Page, plain, reply.head["policy"])
        else:
            log.warning("%s", plain.decode())

    async def page(self, request: Request) -> Response:
        """Answer with the page."""
        if self._page is None:
            return line_response(503, "The page is missing: the package was installed without its scripts.")
        return self._page.answer(request)

    async def health(self, request: Request) -> Response:
        """Say that the server lives, when a worker does."""
        return JobResponse(self._workers, {"kind": "health"}, {"Cache-Control": "no-store"}, self._turns)

    async def sparql(self, request: Request) -> Response:
        """Answer a request of the SPARQL Protocol."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": ", ".join(METHODS), "Accept-Post": ACCEPT_POST})
        if request.method not in METHODS:
            return line_response(405, "Ask with GET or POST.", {"Allow": ", ".join(METHODS)})
        body = await _read_body(request) if request.method == "POST" else b""
        headers = request.headers
        asked = read_request(
            request.method,
            request.scope["query_string"],
            headers.get("content-type", ""),
            body,
            headers.get("content-encoding", ""),
        )
        accept = ", ".join(headers.getlist("accept"))
        if not asked.query:
            return self._job(request, {"kind": "service", "accept": accept, "form": asked.form})
        return self._job(request, _to_job(asked, accept))

    async def void(self, request: Request) -> Response:
        """Answer with the description of the data."""
        return self._job(request, {"kind": "void", **_find_form(request)})

    async def index(self, request: Request) -> Response:
        """Answer with all classes and properties."""
        return self._job(request, {"kind": "index", **_find_form(request)})

    async def dump(self, request: Request) -> Response:
        """Answer with all of the data."""
        if request.path_params["form"] not in ("jsonld", "trig", "ttl", "nq"):
            raise HTTPException(404)
        return self._job(request, {"kind": "dump", "form": request.path_params["form"]})

    async def thing(self, request: Request) -> Response:
        """Answer with the portrait of a concept, passage, source, class or property."""
        space, name = (request.path_params[one] for one in ("space", "name"))
        if space not in ("concept", "ns", "passage", "source") or not name:
            raise HTTPException(404)
        job = {"kind": "thing", "space": space, "name": name, **_find_form(request)}
        return self._job(request, job | {"language": request.query_params.get("language", "")})

    def _job(self, request: Request, job: Mapping[str, str | list[str]]) -> Response:
        job = {**job, "base": self.find_base(request)}
        return JobResponse(self._workers, job, {**_VARY, "Cache-Control": "no-cache"}, self._turns)

    def find_base(self, request: Request) -> str:
        """Return the address by which clients know this server, without a slash at its end."""
        return self._options.public_url.rstrip("/") or f"http://{request.headers['host']}"


def _to_job(asked: QueryRequest, accept: str) -> dict[str, str | list[str]]:
    return {
        "kind": "query",
        "query": asked.query,
        "default": list(asked.default_graphs),
        "named": list(asked.named_graphs),
        "form": asked.form,
        "accept": accept,
    }


def _find_form(request: Request) -> dict[str, str]:
    """Return how a client wants an answer written: what it accepts, or what it names."""
    accept = ", ".join(request.headers.getlist("accept"))
    return {"accept": accept, "form": request.query_params.get("format", "")}


async def _read_body(request: Request) -> bytes:
    """Return the body of a request; raises RequestError when it is too large."""
    told = request.headers.get("content-length", "0")
    body = bytearray()
    too_large = RequestError(413, f"The body is larger than {MOST_BODY // 2**20} MiB. Ask for less at once.")
    if told.isdecimal() and int(told) > MOST_BODY:
        raise too_large
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BODY:
            raise too_large
    return bytes(body)


async def run(workers: Workers, options: Options, link: socket.socket, ready: Callable[[], None]) -> None:
    """Load, answer until told to end, and take the workers along. Raises AtlasError when the data can't be loaded."""
    try:
        await workers.start()
        site = Site(workers, options)
        await site.prepare()
        await serve(site.make_app(), link, ready)
    finally:
        await workers.close()
