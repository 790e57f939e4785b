"""Runs the suites over HTTP and says of each test whether it passes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import rdflib
from w3c_server import running_server
from w3c_suite import Call, ProtocolTest, QueryTest, is_expected, read_protocol_tests, read_query_tests

TRIPLES = ("text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json")
TABLES = ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values")
TYPES = {"RDF": TRIPLES, "tabular": TABLES, "boolean": TABLES[:2]}
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")


@dataclass(frozen=True)
class Outcome:
    """What became of a test; ``why`` is empty when it passed."""

    suite: str
    name: str
    why: str = ""


@dataclass(frozen=True)
class Got:
    """An answer over HTTP."""

    status: int
    media: str
    content: bytes


class Client:
    """Sends requests over one connection."""

    def __init__(self, address: str):
        self._connection = HTTPConnection(urlsplit(address).netloc, timeout=60)

    def close(self) -> None:
        self._connection.close()

    def send(self, method: str, target: str, headers: dict[str, str], body: bytes | None) -> Got:
        self._connection.putrequest(method, target)
        for name, value in headers.items():
            self._connection.putheader(name, value)
        if body is not None:
            self._connection.putheader("Content-Length", str(len(body)))
        self._connection.endheaders(body)
        response = self._connection.getresponse()
        content = response.read()
        return Got(response.status, response.headers.get("content-type", "").partition(";")[0], content)

    def ask(self, key: str, query: bytes, accept: str = "") -> Got:
        headers = {"Content-Type": "application/sparql-query"} | ({"Accept": accept} if accept else {})
        return self.send("POST", f"/{key}/sparql", headers, query)


def run_suites(folder: Path) -> Iterator[Outcome]:
    """Run everything."""
    with running_server(folder) as address, closing(Client(address)) as client:
        for test in read_query_tests(folder, "manifest-sparql11-query.ttl"):
            yield Outcome("query and syntax", test.key, _try(_run_query, client, test))
        for test in read_query_tests(folder, "manifest-sparql11-results.ttl"):
            yield Outcome("result formats", test.key, _try(_run_query, client, test))
        for one in read_protocol_tests(folder):
            suite = "protocol: updates, refused" if one.is_update else "protocol: queries"
            yield Outcome(suite, f"protocol/{one.name}", _try(_run_protocol, client, one))
        for name, why in _run_description(client, address).items():
            yield Outcome("service description", f"service-description/{name}", why)


def _try(run: object, *arguments: object) -> str:
    try:
        return str(run(*arguments) or "")  # type: ignore[operator]
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:300]


def _run_query(client: Client, test: QueryTest) -> str:
    query = test.query.read_bytes()
    if "Syntax" in test.kind:
        got = client.ask(test.key, query)
        # What is lawful may still be refused: a function or a graph that isn't there. It is not called faulty then.
        faulty = got.status == 400 and got.content.startswith((b"The query is faulty", b"The query can't be asked"))
        unknown = b"custom function" in got.content
        fits = (not faulty or unknown) == test.kind.startswith("Positive") and got.status in (200, 400)
        return "" if fits else f"{got.status} {got.content[:200].decode(errors='replace')}"
    assert test.result
    accept = {".csv": "text/csv", ".tsv": "text/tab-separated-values", ".srx": "application/sparql-results+xml"}
    query = f"BASE <{test.query.as_uri()}>\n".encode() + query
    wanted = accept.get(test.result.suffix, "application/sparql-results+json, text/turtle")
    got = client.ask(test.key, query, wanted)
    if got.status != 200:
        return f"{got.status} {got.content[:200].decode(errors='replace')}"
    return "" if is_expected(test, got.media, got.content) else f"another answer: {got.content[:300]!r}"


def _run_protocol(client: Client, test: ProtocolTest) -> str:
    for call in test.calls:
        target = f"/protocol/{test.name}{call.target.replace('/sparql/', '/sparql')}"
        got = client.send(call.method, target, dict(call.headers), call.body)
        why = _check_update(got) if test.is_update and call.is_update else _check_call(call, got)
        if test.is_update and not call.is_update:
            why = ""  # what it asks is whether the update has been made: it never is
        if why:
            return why
    return ""


def _check_update(got: Got) -> str:
    """An update, lawful or not, is refused."""
    return "" if 400 <= got.status < 500 else f"{got.status}: {got.content[:100]!r}"


def _check_call(call: Call, got: Got) -> str:
    if got.status // 100 not in call.statuses:
        return f"{got.status}: {got.content[:200]!r}"
    if call.form and got.media not in TYPES[call.form]:
        return f"{got.media} is not of the kind {call.form}"
    if call.boolean is not None and json.loads(got.content)["boolean"] is not call.boolean:
        return "the other truth value"
    return ""


def _run_description(client: Client, address: str) -> dict[str, str]:
    """The three tests of the description that a GET without a query gives."""
    got = client.send("GET", "/service-description/sparql", {"Accept": "text/turtle"}, None)
    if got.status != 200 or got.media not in TRIPLES:
        return dict.fromkeys(("returns-rdf", "has-endpoint-triple", "conforms-to-schema"), f"{got.status} {got.media}")
    graph = rdflib.Graph().parse(got.content, format=got.media)
    endpoints = [str(one) for one in graph.objects(None, SD.endpoint)]
    service = next(graph.subjects(SD.endpoint, None), None)
    allowed = {
        SD.Service: {SD.endpoint, SD.supportedLanguage, SD.feature, SD.resultFormat, SD.inputFormat, SD.defaultDataset,
                     SD.availableGraphs, SD.extensionFunction, SD.languageExtension, SD.propertyFeature,
                     SD.defaultEntailmentRegime, SD.extensionAggregate},
        SD.Dataset: {SD.defaultGraph, SD.namedGraph},
        SD.NamedGraph: {SD.name, SD.graph, SD.entailmentRegime},
    }  # fmt: skip
    faults = [
        f"{prop} of a {kind}"
        for kind, props in allowed.items()
        for node in graph.subjects(rdflib.RDF.type, kind)
        for prop in graph.predicates(node)
        if str(prop).startswith(str(SD)) and prop not in props
    ]
    typed = (service, rdflib.RDF.type, SD.Service) in graph
    return {
        "returns-rdf": "" if len(graph) else "no triples",
        "has-endpoint-triple": "" if endpoints == [f"{address}/sparql"] else f"endpoints {endpoints}",
        "conforms-to-schema": "" if typed and not faults else f"no sd:Service, or {faults}",
    }


def read_misses(file: Path) -> dict[str, str]:
    """Return the tests that are known to fail, and why."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return dict(line.split(": ", 1) for line in lines)
