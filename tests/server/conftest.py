"""The server as a user starts it: a process of its own on a port that the system chooses."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator

import pytest
from serving import Served, start_server


@pytest.fixture(scope="session")
def server() -> Iterator[Served]:
    """A server with the built-in knowledge that the tests share, and leave well."""
    with start_server() as served:
        yield served
        assert served.process.poll() is None


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    """Start servers with options of one's own."""
    with contextlib.ExitStack() as stack:
        yield lambda *options: stack.enter_context(start_server(*options))


def is_alive(number: int) -> bool:
    """Whether a process lives."""
    try:
        os.kill(number, signal.SIG_DFL)
    except ProcessLookupError:
        return False
    return True
