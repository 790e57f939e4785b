"""Each query of the hostile set is answered, refused or ended in time, and nobody else notices anything."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from looping import run_apart
from metastasis_atlas.errors import AtlasError, QueryError
from metastasis_atlas.sparql import check_measure
from metastasis_atlas.worker import LimitError, Limits, Workers

sys.path.insert(0, str(Path(__file__).parent / "hostile"))

import hostile_handlers
from hostile_queries import EXTREMES, HOSTILE, Hostile

SECONDS = 2.0
LONGEST, LONGEST_FOR_OTHERS, MOST_MEMORY = 15.0, 3.0, 1_500 * 2**20
LIMITS = Limits(seconds=SECONDS, answer=64 * 2**20)
CANARY = "a canary that must not sing"
BYSTANDER = "SELECT ?i WHERE { ?i atlas:relieves concept:ascites }"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Only Linux bounds memory, and tells of it in /proc.")


def find_processes() -> list[int]:
    """Return this process and all that descend from it."""
    found, parents = [os.getpid()], {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found


def measure_memory() -> int:
    """Return how many bytes the processes hold, what they share counted once."""
    return sum(measure_each().values())


def measure_each() -> dict[int, int]:
    """Return how many bytes each process holds, and its part of what it shares."""
    found: dict[int, int] = {}
    for pid in find_processes():
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        found[pid] = sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return found


class Watch:
    """A bystander who asks again and again, and an eye on the memory."""

    def __init__(self, workers: Workers):
        self._workers = workers
        self.slowest, self.most, self.asked = 0.0, 0, 0

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self._keep())
        try:
            yield
        finally:
            task.cancel()
            results = await asyncio.gather(task, return_exceptions=True)
            assert isinstance(results[0], asyncio.CancelledError), results

    async def _keep(self) -> None:
        while True:
            start = time.monotonic()
            reply = await self._workers.ask({"query": BYSTANDER, "form": "csv", "base": "http://127.0.0.1"})
            body = b"".join([piece async for piece in reply])
            assert b"puncture" in body
            self.slowest, self.asked = max(self.slowest, time.monotonic() - start), self.asked + 1
            self.most = max(self.most, await asyncio.to_thread(measure_memory))
            await asyncio.sleep(0.1)


async def ask(workers: Workers, hostile: Hostile, web: str, file: str) -> str:
    """Ask a query; return what came of it, as the table writes it."""
    query = hostile.query.replace("{web}", web).replace("{file}", file)
    size, tail = 0, b""
    try:
        reply = await workers.ask({"query": query, "base": "http://127.0.0.1"})
        async for piece in reply:
            size += len(piece)
            assert CANARY.encode() not in tail + piece
            tail = piece[-len(CANARY) :]
    except QueryError as error:
        return f"refused: {error}" if "\n" not in str(error) else f"more than a line: {error}"
    except LimitError as error:
        return f"ended: {error.kind}"
    except AtlasError as error:
        return f"lost: {error}"
    return "answered" if reply.head.get("status", 200) == 200 else f"refused: {tail.decode()}"


def fits(came: str, outcome: str) -> bool:
    if outcome == came:
        return True
    for one in outcome.split(" or "):
        kind, _, words = one.partition(": ")
        if kind == "refused" and came.startswith("refused: ") and words in came:
            return True
        if kind == "ended" and came.removeprefix("ended: ") in words.split():
            return True
        if kind == "answered" == came:
            return True
    return False


def test_the_set_is_large_enough_and_each_has_its_name() -> None:
    assert len(HOSTILE) >= 40
    assert len({hostile.name for hostile in HOSTILE}) == len(HOSTILE)


def test_the_largest_of_each_kind_that_is_let_through_overflows_no_stack() -> None:
    for text in EXTREMES:
        check_measure(text)
    code = (
        "import sys, threading\n"
        "sys.path.insert(0, sys.argv[1])\n"
        "from hostile_queries import EXTREMES\n"
        "from metastasis_atlas.store import Store\n"
        "def run():\n"
        "    for text in EXTREMES:\n"
        "        sys.stdout.write(text[:60] + '\\n')\n"
        "        sys.stdout.flush()\n"
        "        bool(Store().query(text))\n"
        "    sys.stdout.write('all')\n"
        "threading.stack_size(2_000_000)\n"
        "thread = threading.Thread(target=run)\n"
        "thread.start()\n"
        "thread.join()\n"
    )
    here = str(Path(__file__).parent / "hostile")
    done = subprocess.run([sys.executable, "-c", code, here], capture_output=True, text=True, timeout=100, check=False)
    assert done.stdout.endswith("all"), (done.returncode, done.stdout[-100:], done.stderr[-500:])


def test_no_hostile_query_harms_anyone(tmp_path: Path) -> None:
    canary = tmp_path / "canary.nt"
    canary.write_text(f'<http://x/a> <http://x/b> "{CANARY}" .\n')
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        web = f"http://127.0.0.1:{server.getsockname()[1]}/sparql"
        run_apart(_ask_all(web, canary.as_uri()))
        with pytest.raises(BlockingIOError):
            server.accept()


async def _ask_all(web: str, file: str) -> None:
    workers = Workers(hostile_handlers.load_atlas, limits=LIMITS, patience=20)
    await workers.start()
    try:
        watch = Watch(workers)
        async with watch.kept():
            while watch.asked < 3:
                await asyncio.sleep(0.05)
        at_first, watch.most = measure_each(), 0
        wrong = []
        async with watch.kept():
            for hostile in HOSTILE:
                start = time.monotonic()
                came = await ask(workers, hostile, web, file)
                took = time.monotonic() - start
                if os.environ.get("METASTASIS_ATLAS_SAY_HOSTILE"):
                    sys.stderr.write(f"{took:6.2f} s  {watch.most >> 20:5} MiB  {hostile.name}: {came[:120]}\n")
                if not fits(came, hostile.outcome) or took > LONGEST:
                    wrong.append((hostile.name, came, took))
        assert wrong == []
        assert watch.slowest < LONGEST_FOR_OTHERS
        assert watch.most < MOST_MEMORY
        for _ in range(100):
            if measure_memory() <= sum(at_first.values()) * 1.1:
                break
            await asyncio.sleep(0.1)
        else:
            raise AssertionError(f"{measure_each()} is more than {at_first}")
        memory = (
            f"{sum(at_first.values()) >> 20} MiB at first, {watch.most >> 20} at most, {measure_memory() >> 20} at last"
        )
        slowest = f"slowest of {watch.asked} bystanders {watch.slowest * 1000:.0f} ms"
        sys.stdout.write(f"{len(HOSTILE)} hostile queries; {slowest}; {memory}\n")
    finally:
        await workers.close()
