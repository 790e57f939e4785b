"""Starts stores that others wrote, loaded with the built-in knowledge: Virtuoso 7 and the oxigraph server."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MERGE = "https://w3id.org/metastasis-atlas/merge"

VIRTUOSO_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 10
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = {rows}
"""


def find_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def need(program: str) -> str:
    """Return where a program is, or skip the test, or fail it where it is required."""
    beside = Path(sys.executable).parent / program
    found = shutil.which(program) or (str(beside) if beside.exists() else None)
    if not found:
        told = f"{program} was not found, so what needs it is not tested."
        if os.environ.get("METASTASIS_ATLAS_REQUIRE_SERVERS") == "1":
            pytest.fail(told)
        pytest.skip(told)
    return found


def wait_for(url: str, process: subprocess.Popen[bytes], seconds: float = 90) -> None:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"nothing came up at {url}; exit status {process.poll()}")


@contextmanager
def start(words: list[str], folder: Path, url: str) -> Iterator[None]:
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(words, cwd=folder, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        try:
            wait_for(url, process)
            yield
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def start_virtuoso(folder: Path, quads: bytes, rows: int = 100_000) -> Iterator[str]:
    """Give the address of a Virtuoso that holds some N-Quads, those of the default graph in a graph named MERGE."""
    program, isql = need("virtuoso-t"), need("isql-vt")
    http, sql = find_port(), find_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO_INI.format(http=http, sql=sql, rows=rows))
    (folder / "data.nq").write_bytes(quads)
    url = f"http://127.0.0.1:{http}/sparql"
    with start([program, "+foreground", "+configfile", "virtuoso.ini"], folder, url):
        load = f"DB.DBA.TTLP(file_to_string_output('{folder / 'data.nq'}'), '', '{MERGE}', 512);"
        subprocess.run([isql, f"127.0.0.1:{sql}", "dba", "dba", f"exec={load}"], check=True, capture_output=True)
        yield f"{url}?default-graph-uri={MERGE}"


@contextmanager
def start_oxigraph(folder: Path, quads: bytes) -> Iterator[str]:
    """Give the address of an oxigraph server that holds some N-Quads."""
    program = need("oxigraph")
    place = f"127.0.0.1:{find_port()}"
    with start([program, "serve", "--location", "store", "--bind", place], folder, f"http://{place}/query"):
        kind = {"Content-Type": "application/n-quads"}
        request = urllib.request.Request(f"http://{place}/store", data=quads, headers=kind, method="POST")
        urllib.request.urlopen(request, timeout=60).close()
        yield f"http://{place}/query"
