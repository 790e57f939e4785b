"""What every request passes before it is answered, and every answer before it leaves: ASGI middleware.

The Host header must name this server (a page elsewhere could else reach it by a name that it points here), a page of
another origin may ask only where that is allowed, and each answer carries the headers that keep a browser in bounds.
One line of JSON is logged for each request.
"""

from __future__ import annotations

import ipaddress
import json
import logging
import re
import time
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from metastasis_atlas.protocol import MOST_TARGET

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL_NAMES: Final = ("localhost", "127.0.0.1", "::1")
POLICY: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""The Content-Security-Policy of what is no page."""
_HEADERS: Final = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"x-frame-options": b"DENY",
    b"cross-origin-opener-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
}
_LONGEST: Final = 300
log = logging.getLogger(__name__)


def read_host(header: str) -> str:
    """Return the name in a Host header without its port, in small letters; "" if it is none.

    >>> read_host("LocalHost:8000"), read_host("[::1]:8000"), read_host("a@b")
    ('localhost', '::1', '')
    """
    try:
        parts = urlsplit(f"//{header}")
        plain = parts.netloc == header and parts.username is None and parts.port != 0
        name = (parts.hostname or "").rstrip(".")
        return name if plain and re.fullmatch(r"[a-z0-9._:-]+", name) else ""
    except ValueError:
        return ""


def find_hosts(bound: str, allowed: Sequence[str]) -> set[str]:
    """Return the names by which the server may be called: its own address, this machine, and those that are allowed."""
    return {*LOCAL_NAMES, bound.lower(), *(read_host(name) or name.lower() for name in allowed)} - {"", "0.0.0.0", "::"}  # noqa: S104


def is_address(host: str) -> bool:
    """Whether a host is an IP address, which no foreign name server can point elsewhere."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


class Gate:
    """Lets a request in or answers it with one line, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, *, hosts: Collection[str], addresses: bool, origins: Collection[str] = ()):
        self._app, self._hosts, self._addresses, self._origins = app, hosts, addresses, origins
        self._resources = b"cross-origin" if origins else b"same-origin"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, sent = time.monotonic(), {"status": 0, "bytes": 0, "whole": False}

        async def send_noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent["status"] = message["status"]
                message["headers"] = self._dress(message.get("headers", ()))
            elif message["type"] == "http.response.body":
                sent["bytes"] += len(message.get("body", b""))
                sent["whole"] = not message.get("more_body", False)
            await send(message)

        try:
            refusal = self._refuse(scope)
            if refusal:
                await send_line(send_noted, *refusal, connection="close")
            else:
                await self._app(scope, receive, send_noted)
        finally:
            _note(scope, sent, time.monotonic() - began)

    def _dress(self, headers: Sequence[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        given = {name.lower() for name, _ in headers}
        wanted = {
            **_HEADERS,
            b"cross-origin-resource-policy": self._resources,
            b"content-security-policy": POLICY.encode(),
        }
        return [*headers, *((name, value) for name, value in wanted.items() if name not in given)]

    def _refuse(self, scope: Scope) -> tuple[int, str] | None:
        """Return status and sentence of why a request may not come in, or None."""
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        if b"content-length" in headers and b"transfer-encoding" in headers:
            return 400, "The request says its length in two ways. Say Content-Length, or Transfer-Encoding."
        host = read_host(headers.get(b"host", ""))
        if not host:
            return 400, "The request says no host by its name."
        if host not in self._hosts and not (self._addresses and is_address(host)):
            return 421, f'This server is not called "{host[:100]}". Start it with --allow-host to add a name.'
        if len(scope.get("raw_path", b"")) + len(scope["query_string"]) > MOST_TARGET:
            return 414, f"The address is longer than {MOST_TARGET // 1024} KiB. Send the query by POST."
        origin = headers.get(b"origin", "")
        if origin and "*" not in self._origins and origin not in self._origins and not _is_same(origin, headers):
            return 403, "Pages of other origins may not ask here. Start the server with --cors to allow one."
        return None


def _is_same(origin: str, headers: dict[bytes, str]) -> bool:
    """Whether a page's origin is this server; its scheme isn't asked, as a proxy may speak https to the outside."""
    return origin.partition("://")[2].lower() == headers.get(b"host", "").lower()


async def send_line(send: Send, status: int, message: str, **more: str) -> None:
    """Answer with one line of plain text, and hang up: the rest of a refused request isn't read."""
    body = (" ".join(message.split()) + "\n").encode()
    headers = {"content-type": "text/plain; charset=utf-8", "content-length": str(len(body)), **more}
    headers.setdefault("cache-control", "no-store")
    raw = [(name.lower().replace("_", "-").encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body, "more_body": False})


def _note(scope: Scope, sent: dict[str, int | bool], seconds: float) -> None:
    """Log a request: what of it the client wrote is cut and escaped, its query and its credentials are left out."""
    headers = dict(scope["headers"])
    client = scope.get("client") or ("", 0)
    log.info(
        "",
        extra={
            "event": "request",
            "client": client[0],
            "method": scope["method"][:20],
            "path": scope["path"][:_LONGEST],
            "query_bytes": len(scope["query_string"]),
            "status": sent["status"],
            "bytes": sent["bytes"],
            "whole": sent["whole"],
            "ms": round(seconds * 1000, 1),
            "agent": headers.get(b"user-agent", b"").decode("latin-1")[:_LONGEST],
        },
    )


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON in ASCII, in which no character controls anything."""

    _FIELDS: Final = ("event", "client", "method", "path", "query_bytes", "status", "bytes", "whole", "ms", "agent")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line: dict[str, object] = {"time": f"{moment}.{int(record.msecs):03}Z", "level": record.levelname.lower()}
        line |= {name: getattr(record, name) for name in self._FIELDS if hasattr(record, name)}
        message = record.getMessage()
        if record.exc_info:
            message += "\n" + self.formatException(record.exc_info)
        if message:
            line["message"] = message
        return json.dumps(line).replace("\x7f", "\\u007f")
