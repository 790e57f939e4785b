"""Connections to endpoints that can be cut from outside: an endpoint that drips escapes the library's own time limits.

In comes the thread that asks, out goes a line that another thread can cut.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

_TAKEN = threading.local()


class Line:
    """What one thread asks an endpoint over; another may cut it, and what is asked then fails at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._link: socket.socket | None = None
        self._is_cut = False

    def take(self) -> None:
        """Let whatever this thread asks go over this line."""
        _TAKEN.line = self

    def hold(self, link: socket.socket | None) -> None:
        """Note the socket that is used."""
        with self._lock:
            self._link = link
        if self._is_cut:
            self.cut()

    def cut(self) -> None:
        """End what is being asked, and what is asked later."""
        with self._lock:
            self._is_cut = True
            if self._link is not None:
                with contextlib.suppress(OSError):  # it is closed already
                    self._link.shutdown(socket.SHUT_RDWR)


def _hold(connection: HTTPConnection) -> None:
    line: Line | None = getattr(_TAKEN, "line", None)
    if line:
        line.hold(connection.sock)


class _Plain(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _hold(self)

    def request(self, *words: Any, **named: Any) -> None:
        _hold(self)  # a kept connection isn't made anew
        super().request(*words, **named)


class _Safe(HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _hold(self)

    def request(self, *words: Any, **named: Any) -> None:
        _hold(self)
        super().request(*words, **named)


class _PlainPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _Plain


class _SafePool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _Safe


def open_pool() -> urllib3.PoolManager:
    """Return a pool of such connections."""
    pool = urllib3.PoolManager(num_pools=8, maxsize=4)
    pool.pool_classes_by_scheme = {"http": _PlainPool, "https": _SafePool}
    return pool
