"""Limits, bad manners, and the end: what a client or a query does wrong harms no other."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, IncompleteRead
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil
import pytest
from metastasis_atlas import connections
from metastasis_atlas.gate import read_host

PRODUCT = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def connect(server: Any) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=60)


def read_all(link: socket.socket) -> bytes:
    found = b""
    while piece := link.recv(65536):
        found += piece
    return found


class TestLimits:
    def test_a_slow_query_is_ended(self, serve: Callable[..., Any]) -> None:
        server = serve("--timeout", "1", "--rows", "100", "--workers", "2")
        start = time.monotonic()
        got = server.ask(SLOW)
        assert (got.status, got.text.count("\n")) == (504, 1)
        assert "1 second" in got.text
        assert "retry-after" not in got.headers
        assert time.monotonic() - start < 15
        assert server.ask("ASK {}").json()["boolean"] is True
        for asked, form in (("SELECT * { ?s ?p ?o }", kind) for kind in ("json", "xml", "csv", "tsv")):
            got = server.ask(asked, f"&format={form}")
            assert (got.status, "100 rows" in got.text) == (422, True)
            assert server.ask(asked + " LIMIT 100", f"&format={form}").status == 200
            assert server.ask(asked + " LIMIT 102", f"&format={form}").status == 422
        got = server.ask("CONSTRUCT WHERE { ?s ?p ?o }")
        assert (got.status, "100 triples" in got.text) == (422, True)

    def test_lines_in_a_text_are_no_rows(self, serve: Callable[..., Any]) -> None:
        server = serve("--rows", "3")
        asked = r'SELECT ?x { VALUES ?x { "a\nb\nc\nd\ne\n\"}},{\"</result>\t\n" } }'
        for form in ("json", "xml", "csv", "tsv"):
            assert server.ask(asked, f"&format={form}").status == 200

    def test_an_answer_that_breaks_off_is_seen_to(self, serve: Callable[..., Any]) -> None:
        server = serve("--timeout", "2", "--rows", "100000000")
        connection = HTTPConnection(server.netloc, timeout=60)
        with contextlib.closing(connection):
            connection.request("GET", "/sparql?query=" + quote(PRODUCT))
            response = connection.getresponse()
            assert response.status == 200
            with pytest.raises((IncompleteRead, ConnectionResetError)):
                response.read()
        with connect(server) as link:  # the older HTTP has no other sign of the end than the end
            link.sendall(f"GET /sparql?query={quote(PRODUCT)} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
            with pytest.raises(ConnectionResetError):
                read_all(link)
        line = json.loads(server.wait_for_line("broken off"))
        assert line["level"] == "warning"
        assert server.ask("ASK {}").status == 200

    def test_a_client_who_leaves_ends_the_query(self, serve: Callable[..., Any]) -> None:
        server = serve("--timeout", "60", "--workers", "1")
        with connect(server) as link:
            link.sendall(f"GET /sparql?query={quote(SLOW)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        start = time.monotonic()
        while server.ask("ASK {}").status != 200:
            assert time.monotonic() - start < 30
        assert time.monotonic() - start < 30

    def test_too_many_wait(self, serve: Callable[..., Any]) -> None:
        server = serve("--timeout", "30", "--workers", "1")
        with connect(server) as link:
            link.sendall(f"GET /sparql?query={quote(SLOW)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            statuses = {server.ask("ASK {}").status for _ in range(2)}
            got = server.ask("ASK {}")
        assert got.status == 503, statuses
        assert got.headers["retry-after"]
        assert server.get("/").status == 200  # the page needs no worker

    def test_a_client_has_its_share(self, serve: Callable[..., Any]) -> None:
        server = serve("--timeout", "30", "--workers", "2", "--per-client", "1")
        with connect(server) as link:
            link.sendall(f"GET /sparql?query={quote(SLOW)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            end = time.monotonic() + 20
            while (got := server.ask("ASK {}")).status == 200:  # until the other has come in
                assert time.monotonic() < end
            assert (got.status, got.text.count("\n")) == (429, 1)
            assert got.headers["retry-after"]
        while server.ask("ASK {}").status != 200:  # its share is free again when it has gone
            assert time.monotonic() < end


class TestWhoMayAsk:
    @pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:1", "LOCALHOST:80", "localhost."])
    def test_names_of_this_machine(self, server: Any, host: str) -> None:
        assert server.get("/sparql?query=ASK%7B%7D", Host=host).status == 200

    @pytest.mark.parametrize(
        "host",
        [
            "evil.example",
            "localhost.evil.example",
            "evil.example:8000",
            "127.0.0.1.evil.example",
            "192.0.2.1",
            "evil@localhost",
            "localhost:x",
            "",
        ],
    )
    def test_other_names_are_refused(self, server: Any, host: str) -> None:
        for target in ("/", "/sparql?query=ASK%7B%7D", "/health"):
            got = server.get(target, Host=host)
            assert got.status in (400, 421)
            assert got.text.count("\n") == 1

    def test_no_host_at_all(self, server: Any) -> None:
        with connect(server) as link:
            link.sendall(b"GET /health HTTP/1.0\r\n\r\n")
            assert b" 400 " in read_all(link)

    def test_a_name_can_be_allowed(self, serve: Callable[..., Any]) -> None:
        server = serve("--allow-host", "atlas.example", "--public-url", "https://atlas.example/base/")
        assert server.get("/health", Host="atlas.example").status == 200
        assert server.get("/health", Host="other.example").status == 421
        assert "https://atlas.example/base/sparql" in server.get("/sparql").text
        page = server.get("/concept/ascites", Accept="text/html").text
        assert 'href="/base/concept/abdominal-cavity"' in page

    def test_pages_of_other_origins_may_not_ask(self, server: Any) -> None:
        for origin in ("https://evil.example", "null", "http://localhost.evil.example"):
            got = server.ask("ASK {}", Origin=origin)
            assert got.status == 403
            assert "access-control-allow-origin" not in got.headers
        assert server.ask("ASK {}", Origin=server.address).status == 200

    def test_an_origin_can_be_allowed_and_never_with_credentials(self, serve: Callable[..., Any]) -> None:
        server = serve("--cors", "https://good.example")
        got = server.ask("ASK {}", Origin="https://good.example", Cookie="a=b")
        assert got.headers["access-control-allow-origin"] == "https://good.example"
        assert "access-control-allow-credentials" not in got.headers
        asked = {"Origin": "https://good.example", "Access-Control-Request-Method": "POST"}
        asked["Access-Control-Request-Headers"] = "content-type"
        before = server.send("OPTIONS", "/sparql", asked)
        assert before.status == 200
        assert "access-control-allow-credentials" not in before.headers
        assert server.ask("ASK {}", Origin="https://evil.example").status == 403

    @pytest.mark.parametrize("header", ["", "a b", "x@y", "[::1", "a:b:c", "a/b", "a?b", "a#b", "\x00"])
    def test_what_is_no_host(self, header: str) -> None:
        assert read_host(header) == ""


class TestLog:
    def test_each_request_is_a_line_that_no_client_can_write(self, serve: Callable[..., Any]) -> None:
        server = serve()
        with connect(server) as link:
            head = "GET /no%0A%7B%22level%22:%22forged%22%7D%1b[31m HTTP/1.1\r\nHost: localhost\r\n"
            head += (
                'User-Agent: \u00e9vil\x7f\t"}\r\nAuthorization: Bearer SECRET-TOKEN\r\nCookie: SECRET-COOKIE\r\n\r\n'
            )
            link.sendall(head.encode("latin-1"))
            read_all(link)
        server.ask("SELECT ?secret { ?s ?p ?o }", Authorization="Basic SECRET-TOKEN")
        server.wait_for_line('"path": "/sparql"')
        with connect(server) as link:
            link.sendall(b"\x16\x03\x01nonsense\r\n\r\n")
            assert b" 400 " in read_all(link)
        text = "".join(server.lines)
        assert "SECRET" not in text
        assert "secret" not in text
        assert all(32 <= ord(char) < 127 or char == "\n" for char in text)
        lines = [json.loads(line) for line in server.lines if line.startswith("{")]
        assert len(server.lines) - len(lines) == 1  # what says where it listens
        assert "forged" not in {line["level"] for line in lines}
        paths = [line["path"] for line in lines if line.get("event") == "request"]
        assert paths == ['/no\n{"level":"forged"}\x1b[31m', "/sparql"]


async def _answer(scope: Any, receive: Any, send: Any) -> None:
    """A small application that reads its request and answers with as much as is asked for."""
    while (await receive()).get("more_body"):
        pass
    size = int(scope["query_string"] or b"2")
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", str(size).encode())]})
    for _ in range(size // 65536):
        await send({"type": "http.response.body", "body": b"x" * 65536, "more_body": True})
    await send({"type": "http.response.body", "body": b"x" * (size % 65536), "more_body": False})


class TestSlowClients:
    """The connections alone, with short times: the times themselves are constants."""

    @pytest.fixture
    def port(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
        monkeypatch.setattr(connections, "REQUEST_SECONDS", 1.0)
        monkeypatch.setattr(connections, "READING_SECONDS", 3.0)
        monkeypatch.setattr(connections, "MOST_CONNECTIONS", 20)
        link = connections.listen("127.0.0.1", 0)
        ready = threading.Event()
        loop = asyncio.new_event_loop()
        task: list[asyncio.Task[None]] = []

        async def run() -> None:
            task.append(asyncio.current_task())  # type: ignore[arg-type]
            await connections.serve(_answer, link, ready.set)

        def live() -> None:
            with contextlib.suppress(asyncio.CancelledError):
                loop.run_until_complete(run())

        thread = threading.Thread(target=live)
        thread.start()
        assert ready.wait(20)
        yield link.getsockname()[1]
        loop.call_soon_threadsafe(task[0].cancel)
        thread.join(20)
        loop.close()
        link.close()

    def is_cut_off(self, link: socket.socket, drip: bytes = b"") -> bool:
        """Whether the other end hangs up within some seconds, while a little is sent now and then."""
        link.settimeout(0.2)
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                if drip:
                    link.sendall(drip)
                if not link.recv(100):
                    return True
            except TimeoutError:
                continue
            except OSError:
                return True
        return False

    def connect(self, port: int) -> socket.socket:
        return socket.create_connection(("127.0.0.1", port), timeout=20)

    @pytest.mark.parametrize(
        ("begun", "drip"),
        [
            (b"", b""),
            (b"GET / HTTP/1.1\r\nHost: a\r\n", b"X"),
            (b"GET /", b"x"),
            (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n", b"x"),
            (b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        ],
    )
    def test_a_request_that_does_not_end(self, port: int, begun: bytes, drip: bytes) -> None:
        with self.connect(port) as link:
            link.sendall(begun)
            assert self.is_cut_off(link, drip)

    def test_what_follows_a_request_that_was_refused(self, port: int) -> None:
        with self.connect(port) as link:
            link.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n")
            link.sendall(b"0123456789")
            assert b"200 OK" in link.recv(1000)
            assert self.is_cut_off(link)

    def test_a_second_request_that_does_not_end(self, port: int) -> None:
        with self.connect(port) as link:
            link.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
            assert b"200 OK" in link.recv(1000)
            link.sendall(b"GET / HTTP/1.1\r\nHo")
            assert self.is_cut_off(link, b"s")

    def test_an_answer_that_no_one_reads(self, port: int) -> None:
        with self.connect(port) as link:
            link.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            link.sendall(b"GET /?50000000 HTTP/1.1\r\nHost: a\r\n\r\n")
            end = time.monotonic() + 20
            while time.monotonic() < end:
                try:
                    link.send(b"\r\n")  # fails once the other end has reset the connection
                except OSError:
                    return
                time.sleep(0.1)
            pytest.fail("The connection is still there.")

    def test_one_who_reads_gets_all(self, port: int) -> None:
        with self.connect(port) as link:
            link.sendall(b"GET /?20000000 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            assert len(read_all(link)) > 20_000_000

    def test_a_slow_but_steady_request_in_time_is_answered(self, port: int) -> None:
        with self.connect(port) as link:
            for piece in (b"GET / HT", b"TP/1.1\r\nHost: a\r\n", b"Connection: close\r\n\r\n"):
                link.sendall(piece)
            assert b"200 OK" in read_all(link)

    def test_there_are_only_so_many_connections(self, port: int) -> None:
        with contextlib.ExitStack() as stack:
            links = []
            for _ in range(40):
                with contextlib.suppress(ConnectionResetError):  # it is cut off as soon as it is there
                    links.append(stack.enter_context(self.connect(port)))
            assert len(links) >= 20
            assert all(map(self.is_cut_off, links))  # some at once, the others for sending nothing
        with self.connect(port) as link:
            link.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            assert b"200 OK" in read_all(link)

    @pytest.mark.parametrize(
        ("sent", "status"),
        [
            (b"GET /" + b"x" * 200_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", b" 431 "),
            (b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 200_000 + b"\r\n\r\n", b" 431 "),
            (b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 30_000 + b"\r\n", b" 431 "),
            (b"nonsense\r\n\r\n", b" 400 "),
            (b"GET / HTTP/1.1\r\n\r\n", b" 400 "),
            (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b" 400 "),
            (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nxxxxx", b" 400 "),
            (b"GET / HTTP/1.1\r\nHost: a\r\nX : y\r\n\r\n", b" 400 "),
        ],
    )
    def test_what_is_no_request(self, port: int, sent: bytes, status: bytes) -> None:
        with self.connect(port) as link:
            with contextlib.suppress(OSError):
                link.sendall(sent)
            try:
                assert status in read_all(link).split(b"\r\n")[0]
            except ConnectionResetError:
                assert len(sent) > 100_000  # what we hadn't read yet makes the system say so before the answer


class TestTheEnd:
    def test_it_ends_in_peace(self, serve: Callable[..., Any]) -> None:
        server = serve()
        children = psutil.Process(server.process.pid).children(recursive=True)
        assert children
        got: list[Any] = []
        asked = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d a ?f }"
        asking = threading.Thread(target=lambda: got.append(server.ask(asked)))
        asking.start()
        server.ask("ASK {}")
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(30) == 0
        asking.join(30)
        psutil.wait_procs(children, timeout=10)
        assert not [child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]
        assert "Traceback" not in "".join(server.lines)
        assert all(one.status in (200, 500) for one in got)

    def test_a_query_that_never_ends_does_not_hold_it_up(self, serve: Callable[..., Any]) -> None:
        server = serve("--timeout", "600")
        with connect(server) as link:
            link.sendall(f"GET /sparql?query={quote(SLOW)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            server.ask("ASK {}")
            start = time.monotonic()
            server.process.send_signal(signal.SIGINT)
            assert server.process.wait(30) == 0
            assert time.monotonic() - start < 25

    def test_a_port_that_is_taken(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as taken:
            done = run("--port", str(taken.getsockname()[1]))
        assert done.returncode == 1
        assert "can't be listened on" in done.stderr
        assert done.stderr.count("\n") == 1

    def test_data_that_cannot_be_read(self, tmp_path: Path) -> None:
        file = tmp_path / "broken.ttl"
        file.write_text("concept:a", encoding="utf-8")
        done = run("--port", "0", str(file))
        assert done.returncode == 1
        assert "broken.ttl" in done.stderr
        assert "Traceback" not in done.stderr


def run(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from metastasis_atlas.cli import main; main()", "serve", *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, env=os.environ)
