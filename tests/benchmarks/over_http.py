"""How soon ``serve`` answers, beside the oxigraph server and rdflib-endpoint, in one run.

``python tests/benchmarks/over_http.py`` starts the three with the same quads, asks each the same queries over a
connection that is kept (one client: median and 95th percentile), and then from 16 processes at once (answers a second).
Each server has its defaults; rdflib-endpoint is installed into an environment of its own, since nothing else here needs
it. The answers are compared before anything is timed. It renews the table in README.md beside it.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import multiprocessing
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

sys.path.insert(0, str(Path(__file__).parent.parent))

from engines import find_port, need, start
from metastasis_atlas import open_atlas
from serving import start_server
from tables import write_table

RDFLIB_ENDPOINT = "rdflib-endpoint[cli]==0.6.3"
X = "https://example.org/"
CLIENTS = 16
ROUND = 20
"""How many questions one server is asked in a row before it is the next one's turn: a busy moment hits all."""

PREFIXES = """PREFIX atlas: <https://w3id.org/metastasis-atlas/ns#>
PREFIX concept: <https://w3id.org/metastasis-atlas/concept/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX x: <https://example.org/>
"""
COUNT = "SELECT ?class (COUNT(?thing) AS ?n) { ?thing a ?class } GROUP BY ?class"
LARGE = "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 10000"
KNOWLEDGE = {
    "ASK": "ASK { concept:puncture atlas:relieves concept:ascites }",
    "a label": "SELECT ?label { concept:ascites skos:prefLabel ?label }",
    "two hops": "SELECT DISTINCT ?b { concept:ascites ?p ?a . ?a ?q ?b FILTER(isIRI(?b)) }",
    "count by class": COUNT,
    "10,000 rows": LARGE,
}
GENERATED = {
    "ASK": "ASK { x:n17 x:joins ?other }",
    "a label": "SELECT ?label { x:n17 rdfs:label ?label }",
    "two hops": "SELECT DISTINCT ?b { x:n17 (x:joins|^x:joins) ?a . ?a (x:joins|^x:joins) ?b }",
    "count by class": COUNT,
    "10,000 rows": LARGE,
}
SMALL = ("ASK", "a label", "two hops")


def write_quads(size: int) -> str:
    """Return so many quads: things with a class, a label and three links each, in ten named graphs."""
    lines = []
    for i in range(size // 5):
        node, graph = f"<{X}n{i}>", f"<{X}g{i % 10}>"
        kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
        lines.append(f"{node} {kind} <{X}Kind{i % 20}> {graph} .")
        lines.append(f'{node} <http://www.w3.org/2000/01/rdf-schema#label> "thing number {i}"@en {graph} .')
        for step in (1, 7, 31):  # a ring with chords: every thing has six neighbours
            lines.append(f"{node} <{X}joins> <{X}n{(i + step) % (size // 5)}> {graph} .")
    return "\n".join(lines) + "\n"


class Client:
    """One client with one connection, which it keeps as long as the server does."""

    def __init__(self, url: str):
        self._parts = urlsplit(url)
        self._connection = HTTPConnection(self._parts.netloc, timeout=120)
        self._asked = 0

    def ask(self, query: str) -> bytes:
        """Return the answer to a query, which is each time another text: no one has its answer, or its parts, ready."""
        self._asked += 1
        target = f"{self._parts.path}?{urlencode({'query': f'{PREFIXES}{query} # {id(self)} {self._asked}'})}"
        headers = {"Accept": "application/sparql-results+json"}
        try:
            self._connection.request("GET", target, headers=headers)
            response = self._connection.getresponse()
        except (ConnectionError, OSError):  # it was idle for too long, and was closed
            self._connection.close()
            self._connection.request("GET", target, headers=headers)
            response = self._connection.getresponse()
        body = response.read()
        if response.status != 200:
            sys.exit(f"{self._parts.netloc} answered {response.status}: {body[:200]!r}")
        return body


def count_answers(url: str, query: str, begin: Any, seconds: float) -> int:
    """Ask again and again for some seconds; return how often an answer came."""
    client = Client(url)
    client.ask(query)
    begin.wait(60)
    count, ends = 0, time.monotonic() + seconds
    while time.monotonic() < ends:
        client.ask(query)
        count += 1
    return count


def _count_into(results: Any, *how: Any) -> None:
    results.put(count_answers(*how))


def measure_throughput(url: str, query: str, seconds: float) -> float:
    """Return how many answers 16 clients get in a second, all in all."""
    context = multiprocessing.get_context("spawn")
    begin, results = context.Barrier(CLIENTS), context.Queue()
    clients = [context.Process(target=_count_into, args=(results, url, query, begin, seconds)) for _ in range(CLIENTS)]
    try:
        for one in clients:
            one.start()
        return float(sum(results.get(timeout=seconds + 180) for _ in clients) / seconds)
    finally:
        for one in clients:
            one.join(1)
            one.kill()


def measure_latency(urls: dict[str, str], query: str, repeats: int, seconds: float) -> dict[str, list[float]]:
    """Return by server the milliseconds of so many answers, or of as many as it gives in so many seconds."""
    clients = {name: Client(url) for name, url in urls.items()}
    took: dict[str, list[float]] = {name: [] for name in urls}
    for client in clients.values():
        for _ in range(3):
            client.ask(query)
    while any(_goes_on(times, repeats, seconds) for times in took.values()):
        for name, client in clients.items():
            for _ in range(ROUND):
                if not _goes_on(took[name], repeats, seconds):
                    break
                began = time.perf_counter()
                client.ask(query)
                took[name].append((time.perf_counter() - began) * 1000)
    return took


def _goes_on(times: list[float], repeats: int, seconds: float) -> bool:
    return len(times) < repeats and (sum(times) < seconds * 1000 or len(times) < 5)


def check_alike(urls: dict[str, str], queries: dict[str, str]) -> None:
    """Hold the answers of all servers beside one another: as many rows, or the same truth."""
    for name, query in queries.items():
        found = {}
        for server, url in urls.items():
            told = json.loads(Client(url).ask(query))
            found[server] = len(told["results"]["bindings"]) if "results" in told else told["boolean"]
        if len(set(found.values())) > 1:
            sys.exit(f"{name}: the servers don't agree: {found}")


@contextlib.contextmanager
def serve_all(folder: Path, data: Path | None, quads: bytes, endpoint: Path | None) -> Iterator[dict[str, str]]:
    """Start the servers with the same quads, and give their addresses."""
    file = folder / "data.nq"
    file.write_bytes(quads)
    with contextlib.ExitStack() as stack:
        ours = stack.enter_context(start_server(*(["--only", str(data)] if data else [])))
        urls = {"serve": ours.address + "/sparql"}
        place, program = f"127.0.0.1:{find_port()}", need("oxigraph")
        subprocess.run([program, "load", "--location", "store", "--file", file], cwd=folder, check=True)
        words = [program, "serve-read-only", "--location", "store", "--bind", place]
        stack.enter_context(start(words, folder, f"http://{place}/query"))
        urls["oxigraph"] = f"http://{place}/query"
        if endpoint:
            port = find_port()
            words = [str(endpoint), "serve", "--host", "127.0.0.1", "--port", str(port), str(file)]
            stack.enter_context(start(words, folder, f"http://127.0.0.1:{port}/"))
            urls["rdflib-endpoint"] = f"http://127.0.0.1:{port}/"
        yield urls


def install_endpoint(folder: Path) -> Path:
    """Install rdflib-endpoint into an environment of its own, and return its command."""
    venv.create(folder, with_pip=True)
    subprocess.run([folder / "bin" / "pip", "install", "--quiet", RDFLIB_ENDPOINT], check=True)
    return folder / "bin" / "rdflib-endpoint"


def run(
    sizes: list[int], endpoint: Path, repeats: int, seconds: float, tell: Callable[[str], object]
) -> list[list[str]]:
    """Return the rows of the table."""
    rows = []
    for size in [0, *sizes]:
        with tempfile.TemporaryDirectory() as name:
            folder, data, queries = Path(name), None, KNOWLEDGE
            if size:
                data, queries = folder / "generated.nq", GENERATED
                data.write_text(write_quads(size), encoding="utf-8")
            atlas = open_atlas(data, only=True) if data else open_atlas()
            peer = endpoint if size <= 10_000 else None  # its large answers take minutes
            with serve_all(folder, data, atlas.store.write("nquads"), peer) as urls:
                check_alike(urls, queries)
                for what, query in queries.items():
                    took = measure_latency(urls, query, repeats, seconds)
                    many = {server: measure_throughput(url, query, 3) for server, url in urls.items()}
                    rows.append([f"{size:,} quads" if size else "built-in", what, *_row(took, many)])
                    tell(" | ".join(rows[-1]) + "\n")
    return rows


def _row(took: dict[str, list[float]], many: dict[str, float]) -> list[str]:
    cells = []
    middle = {server: statistics.median(times) for server, times in took.items()}
    for server in ("serve", "oxigraph", "rdflib-endpoint"):
        if server in took:
            last = statistics.quantiles(took[server], n=20)[-1]
            cells.append(f"{middle[server]:.2f} / {last:.2f} ms")
        else:
            cells.append("not measured")
    cells.append(f"{middle['serve'] / middle['oxigraph']:.2f}×")
    cells.append(_say_ahead(middle.get("rdflib-endpoint", 0) / middle["serve"]))
    cells += [f"{many[server]:,.0f}" if server in many else "–" for server in ("serve", "oxigraph", "rdflib-endpoint")]
    return cells


def _say_ahead(ratio: float) -> str:
    return f"{ratio:,.1f}×" if ratio else "–"


def main() -> None:
    """Measure, and renew the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000], help="quads that are generated")
    parser.add_argument("--repeats", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=10, help="that one server may take for its repeats")
    parser.add_argument("--rdflib-endpoint", type=Path, help="its command, where it is installed already")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        endpoint = chosen.rdflib_endpoint or install_endpoint(Path(folder))
        rows = run(chosen.sizes, endpoint, chosen.repeats, chosen.seconds, sys.stderr.write)
    head = ["data", "query", "serve", "oxigraph", "rdflib-endpoint", "serve : oxigraph", "rdflib-endpoint : serve"]
    head += ["serve, answers/s", "oxigraph", "rdflib-endpoint"]
    write_table("http", head, rows)


if __name__ == "__main__":
    main()
