"""A command that would never end is ended, with one sentence and nothing left behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from metastasis_atlas.watchdog import FORKS

PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
MAIN = "from metastasis_atlas.cli import main; main()"
# Who runs the tests in the background has them inherit a deaf ear for Ctrl-C.
HEARING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
BOUND = "import os, sys, time; from metastasis_atlas import watchdog; from metastasis_atlas.watchdog import bound; "
needs_fork = pytest.mark.skipif(not FORKS, reason="This system has no fork.")
needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="Only Linux tells of other processes in /proc.")


def start(code: str, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HEARING + code, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def run(code: str, *words: str) -> tuple[int, str, str]:
    process = start(code, *words)
    try:
        out, err = process.communicate(timeout=100)
    finally:
        process.kill()
    return process.returncode, out, err


def find_children(pid: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(parent) == pid and state != "Z":
            found.append(int(stat.parent.name))
    return found


def wait_for_child(process: subprocess.Popen[str]) -> int:
    for _ in range(3000):
        found = find_children(process.pid)
        if found:
            return found[0]
        time.sleep(0.01)
    raise AssertionError("no child")


@pytest.mark.parametrize("format_", ["table", "csv", "json"])
def test_a_query_that_takes_too_long_is_ended_with_one_sentence(format_: str) -> None:
    status, out, err = run(MAIN, "query", "--timeout", "1", "--format", format_, PRODUCT)
    assert (status, out) == (1, "")
    assert err == "The query took longer than 1 s and was ended. Ask for less, or give it more time with --timeout.\n"


@needs_proc
def test_control_c_ends_it_at_once() -> None:
    process = start(MAIN, "query", PRODUCT)
    try:
        child = wait_for_child(process)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=20)
        assert process.returncode == 130
        assert "Traceback" not in err
        assert not Path(f"/proc/{child}").exists()
    finally:
        process.kill()


@needs_fork
def test_control_c_is_heard_while_the_child_is_being_made() -> None:
    code = (
        BOUND
        + "import signal; os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT))\n"
        + "try: bound(lambda: time.sleep(60), 30)\n"
        + "except KeyboardInterrupt: sys.exit(130)"
    )
    assert run(code) == (130, "", "")


@needs_proc
def test_nothing_goes_on_when_the_command_is_killed() -> None:
    process = start(MAIN, "query", PRODUCT)
    try:
        child = wait_for_child(process)
    finally:
        process.kill()
        process.communicate()
    for _ in range(1000):
        if not Path(f"/proc/{child}").exists():
            return
        time.sleep(0.01)
    raise AssertionError("the child goes on")


@needs_fork
class TestBounds:
    def test_what_is_written_comes_out_once_and_the_status_passes(self) -> None:
        code = BOUND + "sys.stdout.write('before '); sys.exit(bound(lambda: sys.stdout.write('inside ') and 3, 60))"
        assert run(code)[:2] == (3, "before inside ")

    @needs_proc
    @pytest.mark.parametrize("act", ["bytearray(2**36)", "[bytearray(2**20) for _ in range(10**5)]", "os.abort()"])
    def test_too_much_memory_is_told_so(self, act: str) -> None:
        status, _, err = run(BOUND + f"bound(lambda: {act}, 60, 100 * 2**20)")
        assert status == 1
        assert err.endswith("LimitError: The query needed more memory than 100 MiB and was ended. Ask for less.\n")

    def test_an_engine_that_crashes_is_told_so(self) -> None:
        _, _, err = run(BOUND + "import ctypes; bound(lambda: ctypes.string_at(0), 60)")
        assert "WorkerLost: The query brought down the engine that answered it" in err


def test_where_there_is_no_fork_a_timer_ends_the_command() -> None:
    code = BOUND + "watchdog.FORKS = False; bound(lambda: time.sleep(60), 0.5)"
    status, out, err = run(code)
    assert (status, out) == (1, "")
    assert err.startswith("The query took longer than 0.5 s and was ended.")
    code = BOUND + "watchdog.FORKS = False; sys.exit(bound(lambda: 4, 60))"
    assert run(code)[0] == 4
