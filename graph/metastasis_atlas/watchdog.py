"""Something that no one can cancel -> done in time and within memory, or ended with one sentence.

It is done in a forked child, which costs a few milliseconds and can be ended; where there is no fork, by a timer that
ends the whole command.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Final, NoReturn

from metastasis_atlas.answering import limit_memory, raise_stack, say_bytes
from metastasis_atlas.errors import LimitError, WorkerLost
from metastasis_atlas.foreman import FORKS, end_with_parent

MOST_MEMORY: Final = 4 * 2**30


def bound(act: Callable[[], int], seconds: float, memory: int = MOST_MEMORY) -> int:
    """Do something that returns an exit status, and return that.

    Raises LimitError when it takes longer than ``seconds`` or, where the system counts it, more than ``memory`` bytes.
    """
    if not FORKS:
        timer = threading.Timer(seconds, _give_up, [seconds])
        timer.daemon = True
        timer.start()
        try:
            return act()
        finally:
            timer.cancel()
    sys.stdout.flush()
    sys.stderr.flush()
    parent, (ours, theirs) = os.getpid(), os.pipe()
    # What the libraries do after a fork swallows exceptions, that of Ctrl-C among them: it waits until we listen.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    child = os.fork()
    if not child:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # the parent says what there is to say
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        _be_child(act, parent, memory)
    os.close(theirs)
    ended: list[int] = []
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        ended = select.select([ours], [], [], seconds)[0]  # readable when the child has ended, and so its end
    finally:
        os.close(ours)
        if not ended:
            os.kill(child, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if not ended:
        raise LimitError("time", _say_time(seconds))
    return _judge(status, memory)


def _be_child(act: Callable[[], int], parent: int, memory: int) -> NoReturn:
    status = 1
    try:
        end_with_parent(parent)
        raise_stack()
        limit_memory(memory)
        status = act()
        sys.stdout.flush()
    except BrokenPipeError:
        status = 0
    except MemoryError:
        status = 128 + signal.SIGABRT
    except Exception:
        traceback.print_exc()  # a fault of ours: the child's stack is where it can be seen
    finally:
        sys.stderr.flush()
        os._exit(status)


def _judge(status: int, memory: int) -> int:
    if status in (-signal.SIGABRT, 128 + signal.SIGABRT):
        most = say_bytes(memory)
        raise LimitError("memory", f"The query needed more memory than {most} and was ended. Ask for less.")
    if status < 0:
        raise WorkerLost(f"The query brought down the engine that answered it (signal {-status}). Ask otherwise.")
    return status


def _say_time(seconds: float) -> str:
    return f"The query took longer than {seconds:g} s and was ended. Ask for less, or give it more time with --timeout."


def _give_up(seconds: float) -> NoReturn:
    sys.stderr.write(_say_time(seconds) + "\n")
    sys.stderr.flush()
    os._exit(1)
