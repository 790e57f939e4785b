"""A pool of processes that answer jobs, so that a careless or hostile one harms nothing.

In come what to load and jobs; out come their answers, streamed. The process that asks never computes. A job that
exceeds a limit, or brings its process down, costs that process: it is replaced, and the others notice nothing.
What goes on in the processes stands in foreman.py and answering.py.
"""

from __future__ import annotations

import asyncio
import json
import logging
import math
import signal
from collections import deque
from collections.abc import Callable
from typing import Final, cast

from metastasis_atlas.answering import ORDER, Handler, Job, Limits, Output, frame, say_bytes
from metastasis_atlas.errors import AtlasError, LimitError, QueryError, WorkerLost
from metastasis_atlas.hiring import Hirer, choose_hirer
from metastasis_atlas.replies import Reply

__all__ = ["Handler", "Job", "LimitError", "Limits", "Output", "Reply", "WorkerLost", "Workers"]

_GRACE: Final = 1.0
_log = logging.getLogger(__name__)


class _Link(asyncio.Protocol):
    """The way to one worker."""

    def __init__(self, number: int, pool: Workers):
        self.number, self._pool = number, pool
        self.alive, self.jobs = True, 0
        self._reply: Reply | None = None
        self._why: AtlasError | None = None
        self._buffer = bytearray()
        self._timer: asyncio.TimerHandle | None = None
        self._transport: asyncio.Transport
        self._paused = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # of a socket

    def ask(self, job: Job, seconds: float) -> Reply:
        """Send a job."""
        self._reply, self.jobs = Reply(self), self.jobs + 1
        self._transport.write(frame(b"J", json.dumps(dict(job)).encode()))
        # The worker's own alarm comes first, where the system has one.
        self._timer = asyncio.get_running_loop().call_later(seconds, self.kill, self._pool.explain(-_ALARM))
        return self._reply

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        at = 0
        while len(self._buffer) - at >= ORDER.size:
            kind, length = ORDER.unpack_from(self._buffer, at)
            if len(self._buffer) - at < ORDER.size + length:
                break
            content = bytes(memoryview(self._buffer)[at + ORDER.size : at + ORDER.size + length])
            at += ORDER.size + length
            self._take(kind, content)
        del self._buffer[:at]

    def _take(self, kind: bytes, content: bytes) -> None:
        if kind in b"HB" and self._reply and not self._reply.take(kind, content) and not self._paused:
            self._transport.pause_reading()
            self._paused = True
        elif kind == b"E":
            self._finish(None, last=content == b"last")
        elif kind == b"X":
            what, message, last = json.loads(content)
            self._finish(self._pool.read_failure(what, message), last)

    def _finish(self, error: AtlasError | None, last: bool) -> None:
        reply, self._reply = self._reply, None
        if self._timer:
            self._timer.cancel()
        if reply:
            reply.end(error)
        if not last:
            self._pool.put_back(self)

    def resume(self) -> None:
        """Take more of the answer."""
        if self._paused and self.alive:
            self._transport.resume_reading()
            self._paused = False

    def kill(self, why: AtlasError) -> None:
        """End the worker; its job fails with ``why``."""
        if self.alive and self._reply:
            self._why = why
            self._pool.hirer.kill(self.number)
            self._transport.abort()

    def close(self) -> None:
        """Hang up."""
        self._transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        self.alive = False
        if self._timer:
            self._timer.cancel()
        self._pool.replace(self, self._reply, self._why)


_ALARM: Final = int(getattr(signal, "SIGALRM", 14))


class Workers:
    """Processes that each hold what ``load`` made, and answer jobs with the handler that it returned.

    ``load`` must be picklable (a function of a module, or a partial of one) and read all that its handler needs: a
    sealed worker opens no file and no connection, so neither a module nor a template. At most ``waiting`` jobs wait,
    each at most ``patience`` seconds.
    """

    def __init__(
        self,
        load: Callable[[], Handler],
        *,
        processes: int = 2,
        waiting: int = 64,
        limits: Limits = Limits(),  # noqa: B008  frozen
        patience: float = 4.0,
        sealed: bool = True,
    ):
        self._limits, self._processes = limits, processes
        self._most_waiting, self._patience = waiting, patience
        self.hirer: Hirer = choose_hirer(load, limits, sealed)
        self._idle: deque[_Link] = deque()
        self._links: set[_Link] = set()
        self._queue: deque[asyncio.Future[_Link]] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._number = 0
        self._closing = False

    async def start(self) -> None:
        """Load, and start the processes. Raises what a user can mend of what ``load`` raised."""
        await self.hirer.start()
        for _ in range(self._processes):
            await self._hire()

    async def close(self) -> None:
        """End all processes; what is being answered breaks off."""
        self._closing = True
        for place in self._queue:
            if not place.done():
                place.set_exception(WorkerLost("The workers are being closed."))
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.hirer.close()
        for link in list(self._links):
            link.close()

    @property
    def missing(self) -> tuple[str, ...]:
        """What this system can't limit, in sentences."""
        return self.hirer.missing

    async def ask(self, job: Job) -> Reply:
        """Have a job answered; returns when the answer begins.

        Raises QueryError as the handler did, LimitError for a job that costs too much or when too many wait, and
        WorkerLost when its process ended for another reason. What fails later breaks the answer's iterator.
        """
        link = await self._wait_for_link()
        reply = link.ask(job, self._limits.seconds + _GRACE)
        try:
            await reply.begin()
        except asyncio.CancelledError:
            await reply.aclose()
            raise
        return reply

    async def _wait_for_link(self) -> _Link:
        while True:
            # The one that worked last has what it needs at hand.
            link = self._idle.pop() if self._idle else await self._queue_up()
            if link.alive:  # it may have ended since it was put back
                return link

    async def _queue_up(self) -> _Link:
        if len(self._queue) >= self._most_waiting:
            raise LimitError("waiting", "Too many questions are waiting for an answer. Ask again in a moment.")
        place: asyncio.Future[_Link] = asyncio.get_running_loop().create_future()
        self._queue.append(place)
        try:
            async with asyncio.timeout(self._patience):
                return await place
        except TimeoutError:
            self._give_back(place)
            raise LimitError("waiting", "All workers are busy with other questions. Ask again in a moment.") from None
        except asyncio.CancelledError:
            self._give_back(place)
            raise
        finally:
            if place in self._queue:
                self._queue.remove(place)

    def _give_back(self, place: asyncio.Future[_Link]) -> None:
        """Put back a worker that came when no one waited for it any more."""
        if place.done() and not place.cancelled() and not place.exception():
            self.put_back(place.result())

    def put_back(self, link: _Link) -> None:
        """Give a worker that is free to who waits longest."""
        while self._queue:
            place = self._queue.popleft()
            if not place.done():
                place.set_result(link)
                return
        self._idle.append(link)

    def replace(self, link: _Link, reply: Reply | None, why: AtlasError | None) -> None:
        """Hire another in place of a worker that has gone, and say why to who waits for its answer."""
        self._links.discard(link)
        if self._closing:
            if reply:
                reply.end(why or WorkerLost("The workers are being closed."))
            return
        task = asyncio.get_running_loop().create_task(self._bury(link, reply, why))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _bury(self, link: _Link, reply: Reply | None, why: AtlasError | None) -> None:
        if reply and why:
            reply.end(why)
        status = await self.hirer.wait(link.number)
        if reply:
            reply.end(self.explain(status))
        if not link.jobs:
            _log.error("A worker ended (status %s) before it was given anything.", status)
            await asyncio.sleep(1)  # so that what can't live isn't born a hundred times a second
        while not self._closing:
            try:
                await self._hire()
                return
            except (AtlasError, OSError):
                _log.exception("No worker can be started in place of one that ended; it is tried again.")
                await asyncio.sleep(1)

    async def _hire(self) -> None:
        self._number += 1
        link = _Link(self._number, self)
        end = await self.hirer.hire(self._number)
        await asyncio.get_running_loop().create_connection(lambda: link, sock=end)
        self._links.add(link)
        self.put_back(link)

    def explain(self, status: int | None) -> AtlasError:
        """Say why a worker ended, by its exit status."""
        if status == -_ALARM:
            seconds = f"{self._limits.seconds:g} second{'' if math.isclose(self._limits.seconds, 1) else 's'}"
            return LimitError("time", f"The query took longer than {seconds} and was ended. Ask for less.")
        if status == -signal.SIGABRT:
            most = say_bytes(self._limits.memory)
            return LimitError("memory", f"The query needed more memory than {most} and was ended. Ask for less.")
        return WorkerLost("The query brought down the process that answered it, which is replaced. Ask otherwise.")

    def read_failure(self, what: str, message: str) -> AtlasError:
        """Return what a worker says went wrong."""
        if what == "query":
            return QueryError(message)
        if what == "atlas":
            return AtlasError(message)
        if what == "memory" and not message:
            return self.explain(-signal.SIGABRT)
        if what == "lost":
            _log.error("A worker failed:\n%s", message)
            return self.explain(None)
        return LimitError(what, message)
