"""What the workers of the tests load; a module of its own, since a process that is started anew imports it."""

import ctypes
import json
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

from metastasis_atlas.errors import DataError, QueryError
from metastasis_atlas.worker import Handler, Job

REMEMBERED: list[str] = []


def load_atlas() -> Handler:
    from metastasis_atlas import open_atlas
    from metastasis_atlas.jobs import answer_query

    store = open_atlas().store
    return lambda job: answer_query(store, job)


def load_misdeeds() -> Handler:
    return commit


def load_nothing() -> Handler:
    raise DataError("A period is missing.", "mine.ttl", 3)


def load_badly() -> Handler:
    raise RuntimeError("unforeseen")


def commit(job: Job) -> Iterator[bytes]:
    """Do what a job says."""
    REMEMBERED.append(str(job["do"]))
    early = {
        "spin": lambda: _spin(),
        "sleep": lambda: time.sleep(float(str(job["seconds"]))),
        "allocate": lambda: [bytearray(2**20) for _ in range(10**5)],
        "allocate at once": lambda: bytearray(2**36),
        "crash": lambda: ctypes.string_at(0),
        "abort": os.abort,
        "exit": lambda: os._exit(7),
        "open": lambda: Path(str(job["path"])).read_text(),
        "connect": lambda: socket.create_connection(("127.0.0.1", int(str(job["port"])))),
        "refuse": lambda: _refuse(),
        "raise": lambda: 1 / 0,
    }.get(str(job["do"]), lambda: None)
    early()
    yield json.dumps({"pid": os.getpid(), "parent": os.getppid(), "jobs": len(REMEMBERED)}).encode()
    if job["do"] == "bloat":
        REMEMBERED.extend(str(i) * 20 for i in range(10**6))
    if job["do"] == "echo":
        yield str(job["text"]).encode()
    if job["do"] == "stream":
        for _ in range(int(str(job["pieces"]))):
            yield b"x" * 2**16
    if job["do"] == "spin later":
        yield b"x" * 2**17
        _spin()
    if job["do"] == "refuse later":
        yield b"x"
        _refuse()


def _spin() -> None:
    while True:
        pass


def _refuse() -> None:
    raise QueryError("That may not be asked.")
