"""The server as a user starts it: a process of its own on a port that the system chooses."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import Any
from urllib.parse import quote, urlsplit

COMMAND = (sys.executable, "-c", "from metastasis_atlas.cli import main; main()", "serve", "--port", "0")


@dataclass(frozen=True)
class Got:
    """An answer: its status, its headers by small name, its body."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def media(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def text(self) -> str:
        return self.content.decode()

    def json(self) -> Any:
        return json.loads(self.content)

    def rows(self) -> list[dict[str, str]]:
        return [{name: term["value"] for name, term in row.items()} for row in self.json()["results"]["bindings"]]


@dataclass
class Served:
    """A server that runs, and what it has written to standard error."""

    process: subprocess.Popen[str]
    address: str = ""
    lines: list[str] = field(default_factory=list)

    @property
    def netloc(self) -> str:
        return urlsplit(self.address).netloc

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    def send(
        self,
        method: str,
        target: str,
        headers: dict[str, str] | None = None,
        body: bytes | None = None,
        wait: float = 60,
    ) -> Got:
        connection = HTTPConnection(self.netloc, timeout=wait)
        with contextlib.closing(connection):
            connection.request(method, target, body, headers or {})
            response = connection.getresponse()
            return Got(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())

    def get(self, target: str, **headers: str) -> Got:
        return self.send("GET", target, {name.replace("_", "-"): value for name, value in headers.items()})

    def ask(self, query: str, more: str = "", **headers: str) -> Got:
        return self.get(f"/sparql?query={quote(query)}{more}", **headers)

    def wait_for_line(self, pattern: str, seconds: float = 10) -> str:
        """Return the first line that fits, as soon as there is one."""
        found = threading.Event()
        for _ in range(int(seconds / 0.05)):
            for line in list(self.lines):
                if re.search(pattern, line):
                    return line
            found.wait(0.05)
        raise AssertionError(f"No line fits {pattern!r} in {self.lines[-5:]}")


@contextlib.contextmanager
def start_server(*options: str) -> Iterator[Served]:
    """Start a server and wait until it listens."""
    process = subprocess.Popen(
        [*COMMAND, *options], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, encoding="utf-8"
    )
    served = Served(process)
    listening = threading.Event()

    def read() -> None:
        assert process.stderr
        for line in process.stderr:
            served.lines.append(line)
            if found := re.search(r"Listening on (http://\S+)", line):
                served.address = found[1].rstrip("/")
                listening.set()
        listening.set()

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    try:
        listening.wait(120)
        assert served.address, "".join(served.lines)
        yield served
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        reader.join(5)
        if process.stderr:
            process.stderr.close()
