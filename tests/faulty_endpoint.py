"""Endpoints that don't do what they should, on real sockets: each takes a question and answers in its own wrong way."""

from __future__ import annotations

import gzip
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler

ROWS = 12
WHOLE = (
    b'{"head":{"vars":["s"]},"results":{"bindings":['
    + b",".join(b'{"s":{"type":"uri","value":"http://a.example/%d"}}' % n for n in range(ROWS))
    + b"]}}"
)
JSON = "application/sparql-results+json"


class Faulty(BaseHTTPRequestHandler):
    """Answers by the path that is asked: ``/html``, ``/401``, ``/drip`` …"""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, dict[str, str]]]

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.do_GET()

    def do_GET(self) -> None:
        name = self.path.partition("?")[0].strip("/")
        self.server.asked.append((name, dict(self.headers)))  # type: ignore[attr-defined]
        self.close_connection = True
        if name.isdigit():
            self.reply(int(name), "text/plain", b"Fault <b>here</b>\r\nSet-Cookie: x\r\n")
        else:
            getattr(self, f"say_{name}")()

    def reply(self, status: int, kind: str, body: bytes, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for header, value in headers.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def say_whole(self) -> None:
        self.reply(200, JSON, WHOLE)

    def say_html(self) -> None:
        self.reply(200, "text/html; charset=utf-8", b"<html><form>Log in</form></html>")

    def say_nothing(self) -> None:
        time.sleep(20)

    def say_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", JSON)
        self.end_headers()
        for at in range(200):
            self.wfile.write(WHOLE[at : at + 1])
            time.sleep(0.1)

    def say_drip_head(self) -> None:
        for letter in b"HTTP/1.1 200 OK\r\nX: " + b"x" * 500:
            self.wfile.write(bytes([letter]))
            time.sleep(0.1)

    def say_broken_off(self) -> None:
        self.reply(200, JSON, WHOLE[:200], len(WHOLE))

    def say_chunk_broken_off(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", JSON)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"%x\r\n%s\r\n" % (200, WHOLE[:200]))

    def say_half(self) -> None:
        """Half a document with status 200 and its right length: what a server does that ran out of time."""
        self.reply(200, JSON, WHOLE[:200])

    def say_half_xml(self) -> None:
        self.reply(200, "application/sparql-results+xml", b'<?xml version="1.0"?><sparql><head/><results><result>')

    def say_cut(self) -> None:
        self.reply(200, JSON, WHOLE, X_SPARQL_MaxRows=str(ROWS))

    def say_anytime(self) -> None:
        self.reply(200, JSON, WHOLE, X_SQL_State="S1TAT")

    def say_packed_badly(self) -> None:
        self.reply(200, JSON, gzip.compress(WHOLE)[:40], Content_Encoding="gzip")

    def say_round(self) -> None:
        self.reply(302, "text/plain", b"", Location=self.path)

    def say_busy_once(self) -> None:
        times = sum(name == "busy_once" for name, _ in self.server.asked)  # type: ignore[attr-defined]
        if times == 1:
            self.reply(503, "text/plain", b"", Retry_After="1")
        else:
            self.say_whole()

    def say_busy_long(self) -> None:
        self.reply(429, "text/plain", b"", Retry_After="3600")

    def say_bomb(self) -> None:
        self.reply(200, JSON, gzip.compress(b" " * (300 * 2**20), 1), Content_Encoding="gzip")

    def say_odd_wait(self) -> None:
        self.reply(503, "text/plain", b"", Retry_After="\u00b2")

    def say_odd_limit(self) -> None:
        self.reply(200, JSON, b"{}", X_SPARQL_MaxRows="9" * 5000)

    def say_odd_way(self) -> None:
        self.reply(302, "text/plain", b"", Location="http://[::1")

    def say_odd_type(self) -> None:
        self.reply(200, "\x1b[31mevil/\xff", b"{}")

    def say_no_http(self) -> None:
        self.wfile.write(b"220 mail.example ESMTP\r\n")

    def say_no_type(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")


class _Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        super().__init__(("127.0.0.1", 0), Faulty)

    def handle_error(self, *_: object) -> None:
        """A client that hangs up on a faulty endpoint does right."""


@contextmanager
def serve_faults() -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    """Give the address of the faulty endpoints, and the list of what they were asked."""
    server = _Server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", server.asked
    finally:
        server.shutdown()
        server.server_close()
