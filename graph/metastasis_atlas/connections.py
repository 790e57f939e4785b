"""Sockets and signals: uvicorn, with what it leaves open closed.

uvicorn waits for ever for a client who sends its request byte by byte, or who doesn't read its answer, and takes any
number of connections. Here each has its time and its number.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any, Final, cast

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from metastasis_atlas.errors import AtlasError
from metastasis_atlas.gate import JsonLines
from metastasis_atlas.protocol import MOST_BODY, MOST_TARGET

REQUEST_SECONDS: Final = 10.0
"""How long a client may take to send a request, from the first byte (or the connection) to the last."""
READING_SECONDS: Final = 20.0
"""How long a client may leave its answer unread once the buffers are full."""
IDLE_SECONDS: Final = 5
CLOSING_SECONDS: Final = 8
"""How long answers that run may go on when the server is told to end."""
MOST_CONNECTIONS: Final = 512
MOST_REQUESTS: Final = 256
_MOST_HEAD: Final = MOST_TARGET + 16 * 1024
_MOST_REQUEST: Final = 2 * MOST_BODY
"""How many bytes of one request are read at all: in chunks of one byte, a body is five times as long on its way."""
_LARGE: Final = 16 * 1024
_LINGER_NOT: Final = struct.pack("ii", 1, 0)


class _OnePiece:
    """A transport that sends what is written in one turn of the loop as one piece: a head and its small body."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop):
        self._transport, self._loop = transport, loop
        self._held: list[bytes] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Take a piece."""
        if not self._held:
            self._loop.call_soon(self._flush)
        self._held.append(data)
        if len(data) >= _LARGE:
            self._flush()  # so that a reader who is slow is noticed

    def close(self) -> None:
        """Send what is held, and hang up."""
        self._flush()
        self._transport.close()

    def abort(self) -> None:
        """Hang up at once."""
        self._held = []
        self._transport.abort()

    def _flush(self) -> None:
        held, self._held = b"".join(self._held), []
        if held and not self._transport.is_closing():
            self._transport.write(held)


class GuardedProtocol(H11Protocol):
    """A connection that is cut off when its client dawdles."""

    def __init__(self, *arguments: Any, **named: Any):
        super().__init__(*arguments, **named)
        self.app_state = {**self.app_state, "break_off": self.break_off}
        self._receiving: asyncio.TimerHandle | None = None
        self._sending: asyncio.TimerHandle | None = None
        self._received = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection, unless there are too many."""
        super().connection_made(cast("asyncio.Transport", _OnePiece(transport, self.loop)))
        link = transport.get_extra_info("socket")
        if link is not None and link.family != getattr(socket, "AF_UNIX", None):
            # asyncio does so only for sockets that name their protocol; a small answer would wait 40 ms for its end.
            link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if len(self.connections) > MOST_CONNECTIONS:
            self.break_off()
            return
        self._receiving = self.loop.call_later(REQUEST_SECONDS, self.break_off)

    def data_received(self, data: bytes) -> None:
        """Take bytes, and see to it that the request they belong to comes to its end."""
        first = self.conn.their_state is h11.IDLE and not self.conn.trailing_data[0]
        self._received = len(data) if first else self._received + len(data)
        if self._received > _MOST_REQUEST:
            self.break_off()
            return
        super().data_received(data)
        self._await_request(anew=first)

    def _await_request(self, anew: bool) -> None:
        """Give the client its time, unless it is we who are to act; ``anew`` all of it."""
        whole = self.conn.their_state in (h11.DONE, h11.MUST_CLOSE)
        cycle: RequestResponseCycle | None = self.cycle  # none before the first request, whatever its type says
        ours = whole and cycle is not None and not cycle.response_complete
        if self._receiving and (ours or anew):
            self._receiving.cancel()
            self._receiving = None
        if not ours and not self._receiving:
            self._receiving = self.loop.call_later(REQUEST_SECONDS, self._cut_slow_request)

    def _cut_slow_request(self) -> None:
        """Hang up, unless it is we who don't read on: a request that waits for the one before it is no slow one."""
        self._receiving = None
        if self.flow.read_paused:
            self._receiving = self.loop.call_later(REQUEST_SECONDS, self._cut_slow_request)
        else:
            self.break_off()

    def pause_writing(self) -> None:
        """Wait for a client who has a full buffer to read, but not for ever."""
        super().pause_writing()
        self._await_reader()

    def _await_reader(self) -> None:
        self._sending = self._sending or self.loop.call_later(READING_SECONDS, self.break_off)

    def resume_writing(self) -> None:
        """Go on: the client has read."""
        super().resume_writing()
        if self._sending:
            self._sending.cancel()
            self._sending = None

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection on which nothing comes; one whose last answer was never read is cut off."""
        super().timeout_keep_alive_handler()
        self._await_reader()

    def on_response_complete(self) -> None:
        """Go on to the next request, or wait until the last answer has left."""
        super().on_response_complete()
        if self.transport.is_closing():
            self._await_reader()
        else:
            self._await_request(anew=True)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the timers of a connection that has gone."""
        for timer in (self._receiving, self._sending):
            if timer:
                timer.cancel()
        super().connection_lost(exc)

    def break_off(self) -> None:
        """End the connection so that no client takes what it got for a whole answer."""
        link = self.transport.get_extra_info("socket")
        if link is not None and link.fileno() >= 0:
            with contextlib.suppress(OSError):
                link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT)
        self.transport.abort()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP, or a head that is too long."""
        if self.conn.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            self.break_off()
            return
        long = len(self.conn.trailing_data[0]) > _MOST_HEAD or self._head_is_long()
        status, line = (431, b"The head of the request is too long.\n") if long else (400, msg.encode() + b"\n")
        told = {"content-type": "text/plain; charset=utf-8", "connection": "close", "x-content-type-options": "nosniff"}
        events = (h11.Response(status_code=status, headers=[*told.items()]), h11.Data(data=line), h11.EndOfMessage())
        for event in events:
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _head_is_long(self) -> bool:
        return len(bytes(self.conn._receive_buffer)) > _MOST_HEAD


class Server(uvicorn.Server):
    """A server that says when it listens, and ends with status 0 when it is told to end."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]):
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        self._ready()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take signals for a wish to end; they are not raised again when that is done."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        names = ("SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP")
        signals = [getattr(signal, name) for name in names if hasattr(signal, name)]
        before = {one: signal.signal(one, self.handle_exit) for one in signals}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; raises AtlasError when the address can't be had."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        return socket.create_server(found[0][4][:2], family=found[0][0], backlog=128)
    except (OSError, UnicodeError, OverflowError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise AtlasError(f"{host}:{port} can't be listened on: {why}. Name another with --host or --port.") from None


def log_lines() -> None:
    """Let each request, and whatever goes wrong, be a line of JSON on standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)


async def serve(app: Any, link: socket.socket, ready: Callable[[], None]) -> None:
    """Answer requests until a signal comes; what is being answered then has some seconds."""
    config = uvicorn.Config(
        app,
        http=GuardedProtocol,
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=MOST_REQUESTS,
        h11_max_incomplete_event_size=_MOST_HEAD,
        timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=CLOSING_SECONDS,
    )
    server = Server(config, ready)
    try:
        await server.serve(sockets=[link])
    finally:
        for connection in list(server.server_state.connections):
            connection.transport.abort()
        await asyncio.sleep(0)
