"""The server as it is, with a shelf of stores in place of the atlas: the data of each test under a path of its own.

A request to ``/GROUP/NAME/sparql`` is a request to ``/sparql`` of a server that holds the data of that test.
"""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from metastasis_atlas.answering import Handler, Item, Job, Limits
from metastasis_atlas.connections import listen, serve
from metastasis_atlas.errors import RequestError
from metastasis_atlas.items import refuse, text
from metastasis_atlas.jobs import answer_query, describe_endpoint
from metastasis_atlas.server import Options, Site
from metastasis_atlas.store import Store
from metastasis_atlas.void import count
from metastasis_atlas.worker import Reply, Workers
from w3c_suite import read_protocol_tests, read_query_tests

# The protocol's tests name it and bring no file for it.
EMPTY_GRAPH = "http://kasei.us/2009/09/sparql/data/data0.rdf"
MANIFESTS = ("manifest-sparql11-query.ttl", "manifest-sparql11-results.ttl")
_key: contextvars.ContextVar[str] = contextvars.ContextVar("key", default="")


class PlainStore(Store):
    """A store whose default graph is what the suite says, and no merge."""

    def add(self, quads: Any) -> None:
        self._store.extend(quads)

    def load(self, file: Path, graph: str = "") -> None:
        name = ox.NamedNode(graph) if graph else None
        self._store.load(path=str(file), base_iri=file.as_uri(), to_graph=name)


@dataclass(frozen=True)
class Shelf:
    """Loads the stores of all tests."""

    folder: Path

    def __call__(self) -> Handler:
        stores: dict[str, PlainStore] = {}
        for test in (test for manifest in MANIFESTS for test in read_query_tests(self.folder, manifest)):
            store = stores[test.key] = PlainStore()
            for file in test.data:
                store.load(file)
            for file in test.graphs:
                store.load(file, file.as_uri())
        for one in read_protocol_tests(self.folder):
            store = stores[f"protocol/{one.name}"] = PlainStore()
            store._store.add_graph(ox.NamedNode(EMPTY_GRAPH))
            for name, file in one.graphs:
                store.load(file, name)

        def answer(job: Job) -> Iterator[Item]:
            store = stores.get(text(job, "key"), PlainStore())
            try:
                yield from (
                    describe_endpoint(store, count(store), job)
                    if job["kind"] == "service"
                    else answer_query(store, job)
                )
            except RequestError as error:
                yield from refuse(error)

        return answer


class KeyedWorkers(Workers):
    """Workers that are told whose data a job is about."""

    async def ask(self, job: Job) -> Reply:
        return await super().ask({**job, "key": _key.get()})


class Keyed:
    """Takes the name of a test off the path."""

    def __init__(self, app: Any):
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        key, _, _ = scope["path"].rpartition("/sparql")
        _key.set(key.strip("/"))
        await self._app({**scope, "path": "/sparql", "raw_path": b"/sparql"}, receive, send)


@contextlib.contextmanager
def running_server(folder: Path) -> Iterator[str]:
    """Serve the suite's data in a thread; gives the address, to which a test's name is added."""
    link = listen("127.0.0.1", 0)
    ready, stop = threading.Event(), threading.Event()
    failure: list[BaseException] = []

    async def run() -> None:
        workers = KeyedWorkers(Shelf(folder), processes=1, limits=Limits(seconds=20))
        await workers.start()
        app = Keyed(Site(workers, Options()).make_app())
        serving = asyncio.create_task(serve(app, link, ready.set))
        await asyncio.to_thread(stop.wait)
        serving.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await serving
        await workers.close()

    def live() -> None:
        try:
            asyncio.run(run())
        except BaseException as error:
            failure.append(error)
            ready.set()

    thread = threading.Thread(target=live)
    thread.start()
    try:
        ready.wait(60)
        if failure:
            raise failure[0]
        yield f"http://127.0.0.1:{link.getsockname()[1]}"
    finally:
        stop.set()
        thread.join()
        link.close()
