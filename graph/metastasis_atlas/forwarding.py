"""A job -> an HTTP response: a worker's answer streams through, or one line says why there is none."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Final

from starlette.datastructures import Headers
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from metastasis_atlas.errors import AtlasError, LimitError, QueryError, RequestError, WorkerLost
from metastasis_atlas.gate import send_line
from metastasis_atlas.negotiation import takes_gzip
from metastasis_atlas.worker import Job, Reply, Workers

_LIMITS: Final = {"client": 429, "time": 504, "waiting": 503}
_RETRY: Final = {"Retry-After": "2"}
log = logging.getLogger(__name__)


class Gzip(GZipMiddleware):
    """Compresses for who takes it; the library looks for the word, and not for its weight."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Compress what leaves, or not."""
        if scope["type"] != "http" or scope["path"] == "/":
            await self.app(scope, receive, send)  # the page is compressed once and for all
            return
        if not takes_gzip(Headers(scope=scope).get("accept-encoding", "")):
            headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
            scope = {**scope, "headers": headers}
        await super().__call__(scope, receive, send)


class Turns:
    """How many answers a client, which is an address, waits for at once: not more than its share."""

    def __init__(self, most: int):
        self._most = most
        self._taken: Counter[str] = Counter()

    @contextlib.contextmanager
    def take(self, client: str) -> Iterator[None]:
        """Take one; raises LimitError when the client has too many."""
        if self._taken[client] >= self._most:
            told = f"{self._most} questions of yours are waiting for an answer. Ask again when one has come."
            raise LimitError("client", told)
        self._taken[client] += 1
        try:
            yield
        finally:
            self._taken[client] -= 1
            if not self._taken[client]:
                del self._taken[client]


class JobResponse(Response):
    """The answer of a worker to a job, streamed as it comes; the job ends when its client has gone."""

    def __init__(self, workers: Workers, job: Job, headers: Mapping[str, str], turns: Turns):
        self._workers, self._job, self._more, self._turns = workers, job, headers, turns

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or stop when the client hangs up."""
        answering = asyncio.current_task()
        assert answering  # noqa: S101  this runs in one
        leaving = asyncio.ensure_future(_wait_for_end(receive))
        leaving.add_done_callback(lambda _: None if leaving.cancelled() else answering.cancel())
        try:
            await self._answer(scope, send)
        except asyncio.CancelledError:
            if not leaving.done() or leaving.cancelled():
                raise  # it is the server that ends
            answering.uncancel()
        finally:
            leaving.cancel()

    async def _answer(self, scope: Scope, send: Send) -> None:
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(self._turns.take((scope.get("client") or ("",))[0]))
                reply = await self._workers.ask(self._job)
            except AtlasError as error:
                await _send_error(send, error)
                return
            async with contextlib.aclosing(reply):
                await self._forward(reply, scope, send)

    async def _forward(self, reply: Reply, scope: Scope, send: Send) -> None:
        """Send an answer on. It begins when its second piece is there: what fails until then gets a clear message."""
        started = False
        try:
            pieces = [piece async for piece in _take(reply, 2)]
            headers = {"content-type": reply.head["type"], **self._more, **reply.head.get("headers", {})}
            whole = len(pieces) < 2
            if whole:
                headers["content-length"] = str(sum(map(len, pieces)))
            started = True
            await send({"type": "http.response.start", "status": reply.head["status"], "headers": _encode(headers)})
            if scope["method"] == "HEAD":
                whole, pieces = True, []
            await send({"type": "http.response.body", "body": b"".join(pieces), "more_body": not whole})
            if not whole:
                async for piece in reply:
                    await send({"type": "http.response.body", "body": piece, "more_body": True})
                await send({"type": "http.response.body", "body": b"", "more_body": False})
        except AtlasError as error:
            if not started:
                await _send_error(send, error)
                return
            log.warning("An answer was broken off: %s", error)
            # Nothing else tells a client that what it got so far is not all.
            scope["state"]["break_off"]()
            await asyncio.sleep(0.01)


async def _take(reply: Reply, count: int) -> AsyncIterator[bytes]:
    """Yield the first pieces of an answer."""
    for _ in range(count):
        try:
            yield await anext(reply)
        except StopAsyncIteration:
            return


async def _wait_for_end(receive: Receive) -> None:
    """Return when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def _send_error(send: Send, error: AtlasError) -> None:
    """Tell a client in one line why there is no answer."""
    match error:
        case RequestError():
            await send_line(send, error.status, str(error))
        case QueryError():
            await send_line(send, 400, str(error))
        case LimitError():
            status = _LIMITS.get(error.kind, 422)
            await send_line(send, status, str(error), **(_RETRY if status in (429, 503) else {}))
        case WorkerLost():
            await send_line(send, 500, str(error))
        case _:
            log.error("%s", error)
            await send_line(send, 500, "The answer could not be made.")


def _encode(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]


def line_response(status: int, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return an answer of one line of plain text."""
    body = " ".join(message.split()) + "\n"
    return Response(body, status, {"Cache-Control": "no-store", **(headers or {})}, "text/plain")
