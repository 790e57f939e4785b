"""An answer that is still coming: frames from a worker -> a head, and a body that is read piece by piece."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from typing import Any, Final, Protocol

from metastasis_atlas.errors import AtlasError, WorkerLost

_AHEAD: Final = 2**20
"""How many bytes of an answer are taken from a worker before they are read: it is free once it has written."""


class Source(Protocol):
    """Where an answer comes from."""

    def resume(self) -> None:
        """Send more."""

    def kill(self, why: AtlasError) -> None:
        """End it."""


class Reply:
    """An answer: its head, and its body as an asynchronous iterator of bytes, which raises when it breaks off."""

    def __init__(self, link: Source):
        self.head: dict[str, Any] = {}
        self._link = link
        self._parts: deque[bytes] = deque()
        self._held = 0
        self._begun = self._ended = False
        self._error: AtlasError | None = None
        self._news = asyncio.Event()

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        while not self._parts:
            if self._error:
                raise self._error
            if self._ended:
                raise StopAsyncIteration
            self._news.clear()
            await self._news.wait()
        part = self._parts.popleft()
        self._held -= len(part)
        if self._held < _AHEAD:
            self._link.resume()
        return part

    async def aclose(self) -> None:
        """End the job if it is still being worked on: no one waits for its answer any more."""
        self._parts.clear()
        if not self._ended:
            self._link.kill(WorkerLost("The answer is no longer waited for."))

    async def begin(self) -> None:
        """Wait for the head; raises what the job failed with before."""
        while not self._begun:
            if self._error:
                raise self._error
            self._news.clear()
            await self._news.wait()

    def take(self, kind: bytes, content: bytes) -> bool:
        """Take a frame; return whether more may come at once."""
        if kind == b"H":
            self.head, self._begun = json.loads(content), True
        elif kind == b"B":
            self._parts.append(content)
            self._held += len(content)
        self._news.set()
        return self._held < _AHEAD

    def end(self, error: AtlasError | None = None) -> None:
        """Take the end, good or bad."""
        if not self._ended:
            self._ended, self._error = True, error
            self._news.set()
