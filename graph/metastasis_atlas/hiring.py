"""How workers come to be: forked by one foreman, or each started for itself where there is no fork.

A hirer gives the pool one end of a link for each worker, ends a worker when told to, and tells how one ended.
"""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import socket
import subprocess
import sys
from collections.abc import Callable
from typing import Final, Protocol

from metastasis_atlas.answering import ORDER, STATM, Handler, Limits
from metastasis_atlas.errors import AtlasError, WorkerLost
from metastasis_atlas.foreman import FORKS

_BOOT: Final = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); from metastasis_atlas.foreman import main; main()"
)


class Hirer(Protocol):
    """What the pool knows of where its workers come from."""

    missing: tuple[str, ...]

    async def start(self) -> None:
        """Load."""

    async def hire(self, number: int) -> socket.socket:
        """Start a worker, and return this end of the link to it."""

    def kill(self, number: int) -> None:
        """End a worker, if it hasn't ended."""

    async def wait(self, number: int) -> int | None:
        """Wait until a worker has ended, and return its exit status, or None when it can't be known."""

    async def close(self) -> None:
        """End everything."""


def choose_hirer(load: Callable[[], Handler], limits: Limits, sealed: bool, forks: bool = FORKS) -> Hirer:
    """Return the best way that this system knows."""
    return (Forks if forks else Spawns)(load, limits, sealed)


def _start_process(
    load: Callable[[], Handler], limits: Limits, sealed: bool, forks: bool
) -> tuple[subprocess.Popen[bytes], socket.socket]:
    """Start a foreman or a worker; return it and this end of the link to it."""
    ours, theirs = socket.socketpair()
    with theirs:
        windows = sys.platform == "win32"
        process = subprocess.Popen(  # noqa: S603  ourselves
            [sys.executable, "-c", _BOOT],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            pass_fds=() if windows else (theirs.fileno(),),
            start_new_session=not windows,  # Ctrl-C is for the process that asks
        )
        share: bytes | int = vars(type(theirs))["share"](theirs, process.pid) if windows else theirs.fileno()
        assert process.stdin  # noqa: S101  a pipe
        try:
            with process.stdin as pipe:
                pipe.write(pickle.dumps(sys.path) + pickle.dumps((load, limits, sealed, forks, share)))
        except BaseException:
            process.kill()
            process.wait()
            ours.close()
            raise
    return process, ours


class Forks:
    """A foreman that loads once and forks."""

    missing: tuple[str, ...] = ()

    def __init__(self, load: Callable[[], Handler], limits: Limits, sealed: bool):
        self._how = load, limits, sealed
        if not os.path.exists(STATM):  # noqa: PTH110
            self.missing = ("Memory is only looked at every 50 ms here, so a query may exceed its limit for a moment.",)
        self._ended: dict[int, asyncio.Future[int | None]] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._control: socket.socket | None = None
        self._starting = asyncio.Lock()
        self._listening: asyncio.Task[None] | None = None
        self._closed = False

    async def start(self) -> None:
        """Load in the foreman."""
        self._process, self._control = _start_process(*self._how, forks=True)
        self._control.setblocking(False)
        reader, writer = await asyncio.open_connection(sock=self._control.dup())
        try:
            told = json.loads(await reader.readline() or b"{}")
        except BaseException:
            writer.close()
            raise
        if "ready" not in told:
            writer.close()
            await self.close()
            if "failed" in told:
                raise AtlasError(told["failed"])
            raise WorkerLost("The workers can't load what they need:\n" + told.get("lost", "their process ended."))
        self._listening = asyncio.create_task(self._listen(reader, writer))

    async def _listen(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take down which workers ended, and how."""
        try:
            async for line in reader:
                told = json.loads(line)
                place = self._ended.get(told["ended"])
                if place and not place.done():
                    place.set_result(told["status"])
        finally:
            writer.close()
            for place in self._ended.values():
                if not place.done():
                    place.set_result(None)

    async def hire(self, number: int) -> socket.socket:
        """Have a worker forked; if the foreman was killed, which takes its workers along, start another."""
        async with self._starting:
            if not self._closed and (self._listening is None or self._listening.done()):
                await self._reap()
                await self.start()
        self._ended[number] = asyncio.get_running_loop().create_future()
        ours, theirs = socket.socketpair()
        with theirs:
            assert self._control  # noqa: S101  started
            socket.send_fds(self._control, [ORDER.pack(b"F", number)], [theirs.fileno()])
        ours.setblocking(False)
        return ours

    def kill(self, number: int) -> None:
        """End a worker; the foreman knows whether its number still means it."""
        if self._control and number in self._ended and not self._ended[number].done():
            self._control.send(ORDER.pack(b"K", number))

    async def wait(self, number: int) -> int | None:
        """Wait for what the foreman tells of a worker's end."""
        place = self._ended[number]
        try:
            return await asyncio.wait_for(place, 5)
        except TimeoutError:
            return None
        finally:
            self._ended.pop(number, None)

    async def close(self) -> None:
        """End the foreman, and so its workers."""
        self._closed = True
        await self._reap()

    async def _reap(self) -> None:
        if self._control:
            self._control.close()
        if self._listening:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        if self._process:
            await asyncio.to_thread(_end, self._process)


class Spawns:
    """A process a worker, each of which loads for itself."""

    missing: tuple[str, ...] = (
        "This system bounds neither the memory of a query nor what it opens; its time and its answer are bounded.",
    )

    def __init__(self, load: Callable[[], Handler], limits: Limits, sealed: bool):
        self._how = load, limits, sealed
        self._processes: dict[int, subprocess.Popen[bytes]] = {}

    async def start(self) -> None:
        """Nothing is loaded beforehand."""

    async def hire(self, number: int) -> socket.socket:
        """Start a worker."""
        self._processes[number], ours = _start_process(*self._how, forks=False)
        ours.setblocking(False)
        return ours

    def kill(self, number: int) -> None:
        """End a worker."""
        if number in self._processes:
            self._processes[number].kill()

    async def wait(self, number: int) -> int | None:
        """Wait for a worker's end."""
        process = self._processes.pop(number)
        return await asyncio.to_thread(_end, process)

    async def close(self) -> None:
        """End all workers."""
        processes, self._processes = list(self._processes.values()), {}
        for process in processes:
            process.kill()
        await asyncio.gather(*(asyncio.to_thread(process.wait) for process in processes))


def _end(process: subprocess.Popen[bytes]) -> int:
    """Wait for a process that has no reason to go on, and end it if it does."""
    try:
        return process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()
