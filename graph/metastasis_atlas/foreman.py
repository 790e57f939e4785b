"""The process that loads once and forks workers, which share what it loaded until they write to it.

It does nothing else, and has one thread: so a fork is safe, and whatever a worker does it is there to fork the next.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import json
import os
import pickle
import select
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final, NoReturn

from metastasis_atlas.answering import HAS_LIMITS, ORDER, Handler, Limits, work
from metastasis_atlas.errors import AtlasError

FORKS: Final = hasattr(os, "fork") and hasattr(socket, "send_fds")
"""Whether this system has fork; where it hasn't, each worker loads for itself."""


class Foreman:
    """Loads, and forks a worker for each descriptor that it is sent; tells which of them ended, and how."""

    def __init__(self, control: socket.socket, limits: Limits, sealed: bool):
        self._control, self._limits, self._sealed = control, limits, sealed
        self._wake = socket.socketpair()
        self._numbers: dict[int, int] = {}

    def run(self, load: Callable[[], Handler]) -> None:
        """Serve until the other end has gone, and take all workers along."""
        try:
            handler = load()
        except AtlasError as error:
            return self._tell(failed=str(error))
        except Exception:
            return self._tell(lost=traceback.format_exc())
        gc.collect()
        gc.freeze()  # a collection would touch, and so copy, what the workers share
        self._wake[1].setblocking(False)
        signal.set_wakeup_fd(self._wake[1].fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self._tell(ready=True)
        try:
            while self._obey(handler):
                self._reap()
        finally:
            signal.set_wakeup_fd(-1)
            for pid in self._numbers:
                os.kill(pid, signal.SIGKILL)
            for pid in self._numbers:
                os.waitpid(pid, 0)
        return None

    def _obey(self, handler: Handler) -> bool:
        """Wait for an order or for the end of a worker; return whether there will be more orders."""
        ready, _, _ = select.select([self._control, self._wake[0]], [], [])
        if self._wake[0] in ready:
            self._wake[0].recv(4096)
        if self._control not in ready:
            return True
        order, descriptors, _, _ = socket.recv_fds(self._control, ORDER.size, 1)
        if len(order) < ORDER.size:
            return False
        kind, number = ORDER.unpack(order)
        if kind == b"F":
            self._fork(handler, number, descriptors[0])
        for pid in [pid for pid, known in self._numbers.items() if kind == b"K" and known == number]:
            os.kill(pid, signal.SIGKILL)
        return True

    def _fork(self, handler: Handler, number: int, descriptor: int) -> None:
        parent = os.getpid()
        try:
            pid = os.fork()
        except OSError:  # too many processes: the other end tries again
            os.close(descriptor)
            return self._tell(ended=number, status=None)
        if not pid:
            link = socket.socket(fileno=descriptor)
            _be_worker(parent, [self._control, *self._wake], link, handler, self._limits, self._sealed)
        os.close(descriptor)
        self._numbers[pid] = number
        return None

    def _reap(self) -> None:
        while self._numbers:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            self._tell(ended=self._numbers.pop(pid), status=os.waitstatus_to_exitcode(status))

    def _tell(self, **what: object) -> None:
        with contextlib.suppress(OSError):  # no one listens any more
            self._control.sendall(json.dumps(what).encode() + b"\n")


def _be_worker(
    parent: int, inherited: list[socket.socket], link: socket.socket, handler: Handler, limits: Limits, sealed: bool
) -> NoReturn:
    """Be a worker in a forked child, and end with it."""
    status = 1
    try:
        with contextlib.suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")  # rather this one than another
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        end_with_parent(parent)
        # An engine that runs out of memory says so on its own; what matters of it is told by the other end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        for one in inherited:
            one.close()
        work(link, handler, limits, sealed)
        status = 0
    except OSError:
        status = 0  # the other end has gone
    finally:
        os._exit(status)


def end_with_parent(parent: int) -> None:
    """Let the kernel end this process when its parent ends, however that ends; elsewhere the alarm does, later."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(0)


def main() -> None:
    """Be a foreman, or where there is no fork a worker; standard input says what to load, and the other end."""
    load, limits, sealed, forks, link = pickle.load(sys.stdin.buffer)  # noqa: S301  from the process that started this one
    if HAS_LIMITS:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # what is brought down leaves no image of its memory on disk
    other = socket.socket(fileno=link) if isinstance(link, int) else _take_share(link)
    if forks:
        Foreman(other, limits, sealed).run(load)
    else:
        work(other, load(), limits, sealed)


def _take_share(share: bytes) -> socket.socket:
    taken: socket.socket = vars(socket)["fromshare"](share)  # on Windows alone
    return taken
