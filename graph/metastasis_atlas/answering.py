"""What a worker does: jobs from a link -> answers, within limits; see worker.py for the other end.

The limits are the kernel's, since nothing in Python can stop an engine that computes: an alarm ends the process when
the time is out, an allocation beyond its memory fails, and with no descriptor left to open it reads no file and reaches
no network.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import struct
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from metastasis_atlas.errors import AtlasError, LimitError, QueryError

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]
HAS_LIMITS: Final = sys.platform != "win32"

STATM: Final = "/proc/self/statm"
ORDER: Final = struct.Struct("!cI")
"""What precedes a frame (its kind, its length), and an order to the foreman (its kind, the worker's number)."""
_SWOLLEN: Final = 8 * 2**20
"""A worker that has grown by so many bytes is replaced: a fork is cheaper than memory that no one uses."""


_STACK: Final = 64 * 2**20


@dataclass(frozen=True)
class Limits:
    """What one job may cost: seconds, bytes of memory beyond what was loaded, rows or triples, bytes of its answer."""

    seconds: float = 10.0
    memory: int = 500 * 2**20
    rows: int = 1_000_000
    answer: int = 256 * 2**20


Job = Mapping[str, str | list[str]]
Item = bytes | Callable[["Output"], object]
Handler = Callable[[Job], Iterator[Item]]
"""Answers a job: first a head in JSON, then the body as bytes, or as functions that write it to an Output."""


class Output:
    """A worker's answer, which engines write to as to a file; it leaves in large pieces, and has a limit."""

    def __init__(self, link: socket.socket, limits: Limits):
        self.limits = limits
        self._link, self._parts, self._held, self._written = link, [b""], 0, 0

    def head(self, content: bytes) -> None:
        """Take the head, which leaves with the first of the body: what fails before that fails as a whole."""
        self._parts = [frame(b"H", content)]

    def write(self, content: bytes) -> int:
        """Take a part of the body."""
        self._written += len(content)
        if self._written > self.limits.answer:
            raise LimitError("answer", f"The answer is larger than {say_bytes(self.limits.answer)}. Ask for less.")
        self._parts.append(content)
        self._held += len(content)
        if self._held >= 2**16:
            self._link.sendall(self._pack())
        return len(content)

    def flush(self) -> None:
        """Do nothing: what is small leaves at the end, in one piece."""

    def end(self, last: bool) -> None:
        """Send what is held, and that it was all; ``last`` says that the worker takes no other job."""
        self._link.sendall(self._pack() + frame(b"E", b"last" if last else b""))

    def fail(self, kind: str, message: str, last: bool) -> None:
        """Say that there is no answer, or no more of it."""
        self._link.sendall(frame(b"X", json.dumps([kind, message, last]).encode()))

    def _pack(self) -> bytes:
        head, body = self._parts[0], b"".join(self._parts[1:])
        self._parts, self._held = [b""], 0
        return head + (frame(b"B", body) if body else b"")


def say_bytes(count: int) -> str:
    """Return a number of bytes as people say it.

    >>> say_bytes(256 * 2**20)
    '256 MiB'
    """
    return f"{count // 2**20} MiB" if count >= 2**20 else f"{count // 1024} KiB"


def frame(kind: bytes, content: bytes) -> bytes:
    """Return what goes over a link: its kind, its length, and itself."""
    return ORDER.pack(kind, len(content)) + content


def work(link: socket.socket, handler: Handler, limits: Limits, sealed: bool) -> None:
    """Answer jobs until the other end has gone; what a job may cost is bounded by the system where it can."""
    raise_stack()
    memory = _Memory(limits)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if sealed and HAS_LIMITS:
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    while job := _receive(link):
        if not _answer(json.loads(job), link, handler, limits, memory):
            return


def _receive(link: socket.socket) -> bytes:
    """Return the next job, or nothing when there will be none."""
    head = link.recv(ORDER.size, socket.MSG_WAITALL)
    if len(head) < ORDER.size:
        return b""
    return link.recv(ORDER.unpack(head)[1], socket.MSG_WAITALL)


def _answer(job: Job, link: socket.socket, handler: Handler, limits: Limits, memory: _Memory) -> bool:
    """Answer a job; return whether the worker is as good as new."""
    output = Output(link, limits)
    try:
        _set_alarm(limits.seconds)
        items = handler(job)
        head = next(items)
        output.head(head if isinstance(head, bytes) else b"{}")
        for item in items:
            if isinstance(item, bytes):
                output.write(item)
            else:
                item(output)
        _set_alarm(0)  # what is left is small, and the other end watches the clock, too
        last = memory.is_swollen()
        output.end(last)
        return not last
    except ConnectionError:
        return False
    except BaseException as error:  # an engine's panic is no Exception
        what, message = _name_failure(error)
        last = what in ("memory", "lost") or memory.is_swollen()
        output.fail(what, message, last)
        return not last
    finally:
        _set_alarm(0)


def _name_failure(error: BaseException) -> tuple[str, str]:
    """Return what the other end is told of a failure."""
    match error:
        case QueryError():
            return "query", str(error)
        case LimitError():
            return error.kind, str(error)
        case AtlasError():
            return "atlas", str(error)
        case MemoryError():
            return "memory", ""
    return "lost", "".join(traceback.format_exception(error))


def _set_alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def raise_stack() -> None:
    """Let the stack grow: an engine that walks by recursion then has a margin beyond what may be asked of it."""
    if HAS_LIMITS:
        hard = resource.getrlimit(resource.RLIMIT_STACK)[1]
        with contextlib.suppress(ValueError, OSError):
            most = _STACK if hard == resource.RLIM_INFINITY else min(hard, _STACK)
            resource.setrlimit(resource.RLIMIT_STACK, (most, hard))


def limit_memory(most: int) -> bool:
    """Bound what this process may take beyond what it has; return whether the system can."""
    if not HAS_LIMITS or not Path(STATM).exists():
        return False
    data = int(Path(STATM).read_bytes().split()[5]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_DATA, (data + most, data + most))
    return True


class _Memory:
    """A worker's own memory: bounded, and watched."""

    def __init__(self, limits: Limits):
        self._limit = limits.memory
        self._statm = None
        self._page = resource.getpagesize() if HAS_LIMITS else 0
        with contextlib.suppress(OSError):
            self._statm = open(STATM, "rb", buffering=0)  # noqa: SIM115, PTH123  read for as long as the process lives
        self._start = self._measure()
        if not limit_memory(limits.memory) and HAS_LIMITS:
            threading.Thread(target=self._watch, daemon=True).start()

    def is_swollen(self) -> bool:
        return self._measure() - self._start > _SWOLLEN

    def _measure(self) -> int:
        """Return the bytes of memory that are this process's: where /proc isn't, the most that they ever were."""
        if self._statm:
            sizes = os.pread(self._statm.fileno(), 200, 0).split()
            return (int(sizes[1]) - int(sizes[2])) * self._page
        if not HAS_LIMITS:
            return 0
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)

    def _watch(self) -> None:
        """End the process when it holds too much: for systems whose limits don't count an allocation."""
        while self._measure() - self._start <= self._limit:
            time.sleep(0.05)
        os.abort()
