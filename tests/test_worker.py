"""Whatever a job does, it costs that job alone: each is answered or fails with one sentence, and nothing is left."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from looping import run_apart
from metastasis_atlas import hiring
from metastasis_atlas.errors import AtlasError, QueryError
from metastasis_atlas.worker import LimitError, Limits, WorkerLost, Workers

sys.path.insert(0, str(Path(__file__).parent / "hostile"))

import hostile_handlers

LINUX = sys.platform == "linux"
needs_fork = pytest.mark.skipif(not hiring.FORKS, reason="This system has no fork.")
needs_proc = pytest.mark.skipif(not LINUX, reason="Only Linux tells of other processes in /proc, and bounds memory.")
LIMITS = Limits(seconds=1, memory=200 * 2**20, rows=1000, answer=4 * 2**20)


@contextlib.asynccontextmanager
async def hire(load: Any = hostile_handlers.load_misdeeds, **how: Any) -> AsyncIterator[Workers]:
    workers = Workers(load, **{"limits": LIMITS, "patience": 20, **how})
    await workers.start()
    try:
        yield workers
    finally:
        await workers.close()


async def ask(workers: Workers, do: str, **job: str) -> tuple[dict[str, Any], bytes]:
    reply = await workers.ask({"do": do, **job})
    return reply.head, b"".join([piece async for piece in reply])


def run(act: Callable[[Workers], Awaitable[object]], **how: Any) -> None:
    async def all_of_it() -> None:
        async with hire(**how) as workers:
            await act(workers)

    run_apart(all_of_it())


async def wait_until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not is_so():
            await asyncio.sleep(0.01)


def lives(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


class TestAnswers:
    def test_head_and_body_come_as_they_are(self) -> None:
        async def act(workers: Workers) -> None:
            head, body = await ask(workers, "echo", text="ґ\0\n")
            assert (body.decode(), head["jobs"]) == ("ґ\0\n", 1)
            assert (await ask(workers, "nothing"))[1] == b""

        run(act)

    def test_a_large_answer_is_streamed_to_who_reads_slowly(self) -> None:
        async def act(workers: Workers) -> None:
            reply = await workers.ask({"do": "stream", "pieces": "60"})
            await asyncio.sleep(0.2)
            assert sum([len(piece) async for piece in reply]) == 60 * 2**16

        run(act)

    def test_a_worker_answers_many_jobs_and_shares_what_was_loaded(self) -> None:
        async def act(workers: Workers) -> None:
            heads = [(await ask(workers, "nothing"))[0] for _ in range(20)]
            assert len({head["pid"] for head in heads}) == 1
            assert heads[-1]["jobs"] == 20

        run(act, processes=1)

    def test_many_at_once_are_all_answered(self) -> None:
        async def act(workers: Workers) -> None:
            answers = await asyncio.gather(*(ask(workers, "echo", text=str(n)) for n in range(60)))
            assert [body for _, body in answers] == [str(n).encode() for n in range(60)]

        run(act)


class TestWhatIsLoaded:
    def test_a_fault_of_the_reader_is_told_with_its_words(self) -> None:
        with pytest.raises(AtlasError, match=r"mine\.ttl, line 3: A period is missing\."):
            run(lambda workers: asyncio.sleep(0), load=hostile_handlers.load_nothing)

    def test_a_fault_of_ours_is_told_with_its_place(self) -> None:
        with pytest.raises(WorkerLost, match="unforeseen"):
            run(lambda workers: asyncio.sleep(0), load=hostile_handlers.load_badly)


class TestLimits:
    @pytest.mark.parametrize(
        ("do", "kind"),
        [
            ("spin", "time"),
            pytest.param("allocate", "memory", marks=needs_proc),
            pytest.param("allocate at once", "memory", marks=needs_proc),
            pytest.param("abort", "memory", marks=needs_fork),
        ],
    )
    def test_a_job_that_costs_too_much_is_ended_and_told_so(self, do: str, kind: str) -> None:
        async def act(workers: Workers) -> None:
            with pytest.raises(LimitError, match="was ended") as caught:
                await ask(workers, do)
            assert caught.value.kind == kind
            assert (await ask(workers, "echo", text="well"))[1] == b"well"

        seconds = 1 if kind == "time" else 30  # a busy machine takes its time to fill memory
        run(act, processes=1, limits=Limits(seconds, LIMITS.memory))

    def test_an_answer_that_is_too_large_breaks_off_audibly(self) -> None:
        async def act(workers: Workers) -> None:
            with pytest.raises(LimitError, match="larger than 4 MiB"):
                await ask(workers, "stream", pieces="100")
            assert (await ask(workers, "echo", text="well"))[1] == b"well"

        run(act, processes=1, limits=Limits(30, answer=LIMITS.answer))

    @pytest.mark.parametrize("do", ["spin later", "refuse later"])
    def test_what_fails_in_the_middle_is_never_cut_in_silence(self, do: str) -> None:
        async def act(workers: Workers) -> None:
            with pytest.raises(AtlasError, match=r"was ended|may not be asked"):
                await ask(workers, do)

        run(act, processes=1)

    @pytest.mark.parametrize("do", ["crash", "exit", "raise"])
    def test_a_job_that_brings_its_process_down_says_so(self, do: str) -> None:
        async def act(workers: Workers) -> None:
            with pytest.raises(WorkerLost, match="brought down"):
                await ask(workers, do)
            assert (await ask(workers, "echo", text="well"))[1] == b"well"

        run(act, processes=1)

    def test_a_refusal_passes_through_and_costs_no_process(self) -> None:
        async def act(workers: Workers) -> None:
            before = (await ask(workers, "nothing"))[0]["pid"]
            with pytest.raises(QueryError, match=r"That may not be asked\."):
                await ask(workers, "refuse")
            assert (await ask(workers, "nothing"))[0]["pid"] == before

        run(act, processes=1)

    def test_the_others_notice_nothing(self) -> None:
        async def act(workers: Workers) -> None:
            hostile = asyncio.create_task(ask(workers, "spin"))
            slowest = 0.0
            while not hostile.done():
                start = time.monotonic()
                assert (await ask(workers, "echo", text="well"))[1] == b"well"
                slowest = max(slowest, time.monotonic() - start)
                await asyncio.sleep(0.01)
            with pytest.raises(LimitError):
                await hostile
            assert slowest < 1

        run(act)

    def test_who_waits_too_long_or_with_too_many_is_told_so(self) -> None:
        async def act(workers: Workers) -> None:
            busy = asyncio.create_task(ask(workers, "spin"))
            await asyncio.sleep(0.1)
            patient = asyncio.create_task(ask(workers, "nothing"))
            await asyncio.sleep(0)
            with pytest.raises(LimitError, match="Too many") as caught:
                await ask(workers, "nothing")
            assert caught.value.kind == "waiting"
            with pytest.raises(LimitError, match="busy"):
                await patient
            with pytest.raises(LimitError, match="longer than 1 second "):
                await busy

        run(act, processes=1, waiting=1, patience=0.2)

    @needs_fork
    def test_a_sealed_worker_opens_no_file_and_no_connection(self, tmp_path: Path) -> None:
        canary = tmp_path / "canary"
        canary.write_text("sings")

        async def act(workers: Workers) -> None:
            with socket.create_server(("127.0.0.1", 0)) as server:
                server.setblocking(False)
                with pytest.raises(WorkerLost):
                    await ask(workers, "open", path=str(canary))
                with pytest.raises(WorkerLost):
                    await ask(workers, "connect", port=str(server.getsockname()[1]))
                with pytest.raises(BlockingIOError):
                    server.accept()

        run(act)

    @needs_proc
    def test_a_worker_that_has_grown_is_replaced(self) -> None:
        async def act(workers: Workers) -> None:
            first = (await ask(workers, "bloat"))[0]
            assert (await ask(workers, "nothing"))[0]["pid"] != first["pid"]
            await wait_until(lambda: not lives(first["pid"]))

        run(act, processes=1, limits=Limits(seconds=20))


class TestEnds:
    @needs_proc
    def test_a_client_that_has_gone_ends_its_job(self) -> None:
        async def act(workers: Workers) -> None:
            reply = await workers.ask({"do": "spin later"})
            await reply.aclose()
            await wait_until(lambda: not lives(reply.head["pid"]))
            waiting = asyncio.create_task(ask(workers, "spin"))
            await asyncio.sleep(0.1)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            start = time.monotonic()
            assert (await ask(workers, "echo", text="well"))[1] == b"well"
            assert time.monotonic() - start < 10

        run(act, processes=1, limits=Limits(seconds=30))

    @needs_proc
    def test_a_foreman_that_is_killed_is_replaced_with_its_workers(self) -> None:
        async def act(workers: Workers) -> None:
            head = (await ask(workers, "nothing"))[0]
            os.kill(head["parent"], signal.SIGKILL)
            await wait_until(lambda: not lives(head["pid"]))
            async with asyncio.timeout(20):
                while True:
                    try:
                        later = (await ask(workers, "nothing"))[0]
                        break
                    except WorkerLost:
                        continue
            assert later["parent"] != head["parent"]

        run(act)

    @needs_proc
    def test_nothing_is_left_when_it_is_closed(self) -> None:
        def count() -> int:
            return len(list(Path("/proc/self/fd").iterdir()))

        async def act() -> list[int]:
            async with hire() as workers:
                heads = [(await ask(workers, "nothing"))[0] for _ in range(2)]
                with pytest.raises(LimitError):
                    await ask(workers, "spin")
                asyncio.get_running_loop().call_later(0.1, lambda: None)
                return [heads[0]["parent"], *(head["pid"] for head in heads)]

        run_apart(act())
        before = count()
        pids = run_apart(act())
        assert not [pid for pid in pids if lives(pid)]
        assert count() == before

    @needs_proc
    @pytest.mark.parametrize("do", ["nothing", "spin"])
    def test_all_processes_end_with_the_one_that_asked_even_when_it_is_killed(self, do: str) -> None:
        code = (
            "import asyncio, sys; sys.path[:0] = sys.argv[1:]\n"
            "from test_worker import *\n"
            "async def main():\n"
            "    async with hire(processes=1, limits=Limits(seconds=60)) as workers:\n"
            "        head, _ = await ask(workers, 'nothing')\n"
            "        print(head['pid'], head['parent'], flush=True)\n"
            f"        await ask(workers, {do!r})\n"
            "        await asyncio.sleep(60)\n"
            "asyncio.run(main())\n"
        )
        here = str(Path(__file__).parent)
        process = subprocess.Popen([sys.executable, "-c", code, here], stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout
            pids = [int(word) for word in process.stdout.readline().split()]
            assert len(pids) == 2
            assert all(lives(pid) for pid in pids)
        finally:
            process.kill()
            process.communicate()
        run_apart(wait_until(lambda: not any(lives(pid) for pid in pids)))


class TestWithoutFork:
    """As on Windows: each worker loads for itself, and the clock is watched from outside."""

    @pytest.fixture(autouse=True)
    def no_fork(self, monkeypatch: pytest.MonkeyPatch) -> None:
        choose = hiring.choose_hirer
        monkeypatch.setattr("metastasis_atlas.worker.choose_hirer", lambda *how: choose(*how, forks=False))

    def test_jobs_are_answered_bounded_and_survived(self) -> None:
        async def act(workers: Workers) -> None:
            assert (await ask(workers, "echo", text="well"))[1] == b"well"
            with pytest.raises(LimitError, match="longer than"):
                await ask(workers, "spin")
            with pytest.raises(WorkerLost):
                await ask(workers, "exit")
            assert (await ask(workers, "echo", text="well"))[1] == b"well"
            assert "bounds" in workers.missing[0]

        run(act)
