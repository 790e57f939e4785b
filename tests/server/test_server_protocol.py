"""SPARQL 1.1 Protocol over HTTP: every way to ask, every form of answer, every refusal."""

from __future__ import annotations

import gzip
import json
import socket
from typing import Any
from urllib.parse import quote, urlencode

import pytest
import rdflib

# rdflib warns of its own parsers.
pytestmark = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated", "ignore:Dataset.default_context is deprecated"
)

SELECT = "SELECT ?i WHERE { ?i atlas:relieves concept:ascites } ORDER BY ?i"
CONSTRUCT = "CONSTRUCT WHERE { ?i atlas:relieves concept:ascites }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
PASSAGE = "https://w3id.org/metastasis-atlas/passage/"


def is_one_line(got: Any) -> bool:
    return got.media == "text/plain" and got.text.endswith("\n") and got.text.count("\n") == 1 and len(got.text) > 10


class TestAsking:
    def test_three_ways_give_one_answer(self, server: Any) -> None:
        answers = [
            server.ask(SELECT),
            server.send("POST", "/sparql", FORM, urlencode({"query": SELECT}).encode()),
            server.send("POST", "/sparql", DIRECT, SELECT.encode()),
            server.send("POST", "/sparql/", DIRECT, SELECT.encode()),
        ]
        assert {got.status for got in answers} == {200}
        assert len({got.content for got in answers}) == 1
        assert [row["i"].rpartition("/")[2] for row in answers[0].rows()] == ["paracentesis", "puncture"]

    def test_text_is_decoded_once(self, server: Any) -> None:
        asked = 'SELECT ("%41 + ü %2B" AS ?x) {}'
        for got in (
            server.ask(asked),
            server.send("POST", "/sparql", FORM, urlencode({"query": asked}).encode()),
            server.send(
                "POST", "/sparql", DIRECT | {"Content-Type": DIRECT["Content-Type"] + "; charset=UTF-8"}, asked.encode()
            ),
        ):
            assert got.rows() == [{"x": "%41 + ü %2B"}]

    def test_a_plus_in_an_address_is_a_space(self, server: Any) -> None:
        assert server.get("/sparql?query=ASK+%7B+%7D").json()["boolean"] is True

    def test_head_is_get_without_a_body(self, server: Any) -> None:
        got, head = server.ask(SELECT), server.send("HEAD", f"/sparql?query={quote(SELECT)}")
        assert head.status == 200
        assert head.content == b""
        assert head.headers["content-type"] == got.headers["content-type"]
        assert head.headers["content-length"] == got.headers["content-length"]

    def test_options_says_what_is_taken(self, server: Any) -> None:
        got = server.send("OPTIONS", "/sparql")
        assert got.status == 204
        assert got.headers["allow"] == "GET, HEAD, OPTIONS, POST"
        assert "application/sparql-query" in got.headers["accept-post"]

    def test_a_long_query_comes_by_post(self, server: Any) -> None:
        values = " ".join(f'"{number}"' for number in range(8000))
        asked = f"SELECT (COUNT(*) AS ?n) {{ VALUES ?x {{ {values} }} }}"
        assert server.send("POST", "/sparql", DIRECT, asked.encode()).rows() == [{"n": "8000"}]

    def test_relative_addresses_are_relative_to_the_endpoint(self, server: Any) -> None:
        got = server.ask("CONSTRUCT { <s> <p> 1 } WHERE {}", Accept="application/n-triples")
        assert f"<{server.address}/s>" in got.text


class TestDataset:
    def test_a_default_graph_takes_the_place_of_the_merge(self, server: Any) -> None:
        everything = server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows()[0]["n"]
        one = server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", f"&default-graph-uri={PASSAGE}overview-b5").rows()[0][
            "n"
        ]
        assert 0 < int(one) < int(everything)

    def test_two_default_graphs_are_a_merge(self, server: Any) -> None:
        asked = "SELECT ?g { GRAPH ?g { concept:bisphosphonate-therapy atlas:treats concept:bone-metastasis } }"
        graphs = [row["g"] for row in server.ask(asked).rows()]
        assert len(graphs) == 2
        both = "".join(f"&default-graph-uri={quote(graph)}" for graph in graphs)
        same = "SELECT * { concept:bisphosphonate-therapy atlas:treats ?x FILTER(?x = concept:bone-metastasis) }"
        assert len(server.ask(same, both).rows()) == 1

    def test_named_graphs_alone_leave_the_default_graph_empty(self, server: Any) -> None:
        more = f"&named-graph-uri={PASSAGE}overview-b5"
        assert server.ask("SELECT * { ?s ?p ?o }", more).rows() == []
        found = server.ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", more).rows()
        assert found == [{"g": PASSAGE + "overview-b5"}]

    def test_it_takes_the_place_of_from(self, server: Any) -> None:
        asked = "SELECT (COUNT(*) AS ?n) FROM atlas:inferred { ?s ?p ?o }"
        more = f"&default-graph-uri={PASSAGE}overview-b5"
        plain = server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", more)
        assert server.ask(asked, more).rows() == plain.rows() != server.ask(asked).rows()

    def test_in_the_body_or_in_the_address(self, server: Any) -> None:
        asked, graph = "SELECT * { ?s ?p ?o }", PASSAGE + "overview-b5"
        expected = server.ask(asked, f"&default-graph-uri={graph}").content
        body = urlencode({"query": asked, "default-graph-uri": graph}).encode()
        assert server.send("POST", "/sparql", FORM, body).content == expected
        target = f"/sparql?default-graph-uri={graph}"
        assert server.send("POST", target, DIRECT, asked.encode()).content == expected

    @pytest.mark.parametrize("graph", ["https://example.org/nowhere", "nowhere", "file:///etc/passwd", "", "a b:c"])
    @pytest.mark.parametrize("kind", ["default", "named"])
    def test_one_that_is_not_there_is_refused(self, server: Any, kind: str, graph: str) -> None:
        got = server.ask("ASK {}", f"&{kind}-graph-uri={quote(graph)}")
        assert got.status == 400
        assert is_one_line(got)

    def test_from_names_only_graphs_that_are_there(self, server: Any) -> None:
        for graph in ("file:///etc/passwd", "http://127.0.0.1:1/", "https://example.org/nowhere"):
            got = server.ask(f"SELECT * FROM <{graph}> {{ ?s ?p ?o }}")
            assert (got.status, "no graph" in got.text) == (400, True)


class TestNegotiation:
    @pytest.mark.parametrize(
        ("accept", "media"),
        [
            ("", "application/sparql-results+json"),
            ("*/*", "application/sparql-results+json"),
            ("application/*", "application/sparql-results+json"),
            ("application/json", "application/json"),
            ("APPLICATION/SPARQL-RESULTS+XML", "application/sparql-results+xml"),
            ("application/xml", "application/xml"),
            ("text/csv", "text/csv"),
            ("text/tab-separated-values", "text/tab-separated-values"),
            ("text/plain", "text/plain"),
            ("text/*", "text/csv"),
            ("text/csv;q=0.5, application/sparql-results+xml;q=0.6", "application/sparql-results+xml"),
            ("text/csv;q=0, */*;q=0.1", "application/sparql-results+json"),
            ("application/sparql-results+json;q=0, */*", "application/sparql-results+xml"),
            ("text/turtle, application/sparql-results+json;q=0.1", "application/sparql-results+json"),
            ("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "application/xml"),
        ],
    )
    def test_of_solutions(self, server: Any, accept: str, media: str) -> None:
        got = server.ask(SELECT, Accept=accept)
        assert (got.status, got.media) == (200, media)
        assert "Accept" in got.headers["vary"]

    @pytest.mark.parametrize(
        ("accept", "media"),
        [
            ("", "text/turtle"),
            ("text/turtle", "text/turtle"),
            ("application/n-triples", "application/n-triples"),
            ("text/plain", "text/plain"),
            ("application/rdf+xml", "application/rdf+xml"),
            ("application/ld+json", "application/ld+json"),
            ("application/json", "application/json"),
            ("application/trig", "application/trig"),
            ("application/n-quads", "application/n-quads"),
            ("application/sparql-results+json, application/rdf+xml;q=0.3", "application/rdf+xml"),
        ],
    )
    @pytest.mark.parametrize("asked", [CONSTRUCT, "DESCRIBE concept:ascites"])
    def test_of_triples(self, server: Any, asked: str, accept: str, media: str) -> None:
        got = server.ask(asked, Accept=accept)
        assert (got.status, got.media) == (200, media)
        forms = {"text/plain": "nt", "application/json": "json-ld"}
        graph = rdflib.Dataset() if media in ("application/trig", "application/n-quads") else rdflib.Graph()
        graph.parse(got.content, format=forms.get(media, media))
        assert len(graph) >= 2

    def test_of_a_truth_value(self, server: Any) -> None:
        assert server.ask("ASK {}", Accept="application/sparql-results+xml").media == "application/sparql-results+xml"
        assert server.ask("ASK {}", Accept="text/csv, */*;q=0.1").json() == {"head": {}, "boolean": True}
        assert server.ask("ASK {}", Accept="text/csv").status == 406

    @pytest.mark.parametrize(
        ("asked", "accept"),
        [(SELECT, "text/turtle"), (SELECT, "image/png"), (CONSTRUCT, "text/csv"), (SELECT, "*/*;q=0")],
    )
    def test_what_is_not_to_be_had(self, server: Any, asked: str, accept: str) -> None:
        got = server.ask(asked, Accept=accept)
        assert got.status == 406
        assert is_one_line(got)
        assert "There are " in got.text

    @pytest.mark.parametrize("accept", ["nonsense", "a/b/c", "text/csv," * 1000])
    def test_what_is_no_list_of_types(self, server: Any, accept: str) -> None:
        got = server.ask(SELECT, Accept=accept)
        assert (got.status, is_one_line(got)) == (400, True)

    def test_a_form_can_be_named(self, server: Any) -> None:
        assert server.ask(SELECT, "&format=csv").text.splitlines()[0] == "i"
        assert server.ask(SELECT, "&format=text/csv").media == "text/csv"
        assert server.ask(CONSTRUCT, "&format=jsonld").media == "application/ld+json"
        assert server.ask(SELECT, "&format=turtle").status == 406

    def test_text_says_its_encoding(self, server: Any) -> None:
        assert server.ask(SELECT, Accept="text/csv").headers["content-type"] == "text/csv; charset=utf-8"
        assert server.ask(SELECT).headers["content-type"] == "application/sparql-results+json"

    def test_it_can_be_compressed(self, server: Any) -> None:
        asked = "SELECT * { ?s a ?o } ORDER BY ?s ?o"
        plain = server.ask(asked)
        packed = server.ask(asked, Accept_Encoding="gzip")
        assert packed.headers["content-encoding"] == "gzip"
        assert "Accept-Encoding" in packed.headers["vary"]
        assert gzip.decompress(packed.content) == plain.content
        assert len(packed.content) < len(plain.content) / 4

    @pytest.mark.parametrize("accept", ["gzip;q=0", "gzip; q=0.000, *", "br", "identity", ""])
    def test_it_is_not_for_who_does_not_take_it(self, server: Any, accept: str) -> None:
        for target in ("/", "/sparql?query=" + quote("SELECT * { ?s a ?o }")):
            got = server.get(target, Accept_Encoding=accept)
            assert (got.status, "content-encoding" in got.headers) == (200, False)
            assert "Accept-Encoding" in got.headers["vary"]

    @pytest.mark.parametrize("accept", ["gzip", "gzip;q=0"])
    def test_what_is_known_already_says_what_it_depends_on(self, server: Any, accept: str) -> None:
        first = server.get("/", Accept_Encoding=accept)
        again = server.get("/", Accept_Encoding=accept, If_None_Match=first.headers["etag"])
        assert (again.status, again.content) == (304, b"")
        for name in ("etag", "vary", "cache-control", "content-security-policy"):
            assert again.headers[name] == first.headers[name]

    def test_a_large_answer_is_streamed_whole(self, server: Any) -> None:
        got = server.ask("SELECT * { ?s ?p ?o }")
        assert got.headers["transfer-encoding"] == "chunked"
        count = server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows()[0]["n"]
        assert len(got.rows()) == int(count)


class TestRefusals:
    @pytest.mark.parametrize(
        ("method", "target", "headers", "body", "status"),
        [
            ("GET", "/sparql?query=", {}, None, 400),
            ("GET", "/sparql?default-graph-uri=http://a.example/", {}, None, 400),
            ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", {}, None, 400),
            ("GET", "/sparql?query=ASK%20%7B", {}, None, 400),
            ("GET", "/sparql?query=ASK%20%7B%FF%7D", {}, None, 400),
            ("GET", "/sparql?" + "a=1&" * 1001 + "query=ASK%7B%7D", {}, None, 400),
            ("POST", "/sparql", FORM, b"", 400),
            ("POST", "/sparql", FORM, b"query=ASK%7B%7D&query=ASK%7B%7D", 400),
            ("POST", "/sparql?query=ASK%7B%7D", DIRECT, b"ASK {}", 400),
            ("POST", "/sparql", FORM, b"query=ASK%20%7B%FF%7D", 400),
            ("POST", "/sparql", DIRECT, b"ASK { \xff }", 400),
            ("POST", "/sparql", DIRECT, b"", 400),
            ("POST", "/sparql", {}, b"ASK {}", 415),
            ("POST", "/sparql", {"Content-Type": "text/plain"}, b"ASK {}", 415),
            ("POST", "/sparql", {"Content-Type": "a/b/c"}, b"ASK {}", 415),
            ("POST", "/sparql", {"Content-Type": "multipart/form-data; boundary=x"}, b"--x--", 415),
            ("POST", "/sparql", {"Content-Type": "application/sparql-query; charset=UTF-16"}, b"ASK {}", 415),
            ("POST", "/sparql", DIRECT | {"Content-Encoding": "gzip"}, gzip.compress(b"ASK {}", mtime=0), 415),
            ("POST", "/sparql", DIRECT, b"ASK {} #" + b"x" * (300 * 1024), 400),
            ("POST", "/sparql", DIRECT, b"ASK {} #" + b"x" * (2 * 1024 * 1024), 413),
            ("GET", "/sparql?query=" + "x" * (49 * 1024), {}, None, 414),
            ("PUT", "/sparql?query=ASK%7B%7D", FORM, b"", 405),
            ("DELETE", "/sparql", {}, None, 405),
            ("PATCH", "/sparql", {}, None, 405),
            ("TRACE", "/sparql", {}, None, 405),
            ("BREW", "/sparql", {}, None, 405),
            ("POST", "/", {}, b"", 405),
            ("GET", "/nothing", {}, None, 404),
            ("GET", "/concept/ascites/", {}, None, 404),
        ],
    )
    def test_each_has_its_status_and_one_line(
        self, server: Any, method: str, target: str, headers: dict[str, str], body: bytes | None, status: int
    ) -> None:
        got = server.send(method, target, headers, body)
        assert got.status == status, got.text
        assert is_one_line(got)
        assert got.headers["x-content-type-options"] == "nosniff"
        if status == 405:
            assert "GET" in got.headers["allow"]
        assert server.ask("ASK {}").status == 200

    def test_a_length_in_two_ways_is_refused(self, server: Any) -> None:
        head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        both = "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n"
        body = "6\r\nASK {}\r\n0\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
        with socket.create_connection(("127.0.0.1", server.port), timeout=60) as link:
            link.sendall((head + both + body).encode())
            got = b"".join(iter(lambda: link.recv(65536), b""))
        assert got.startswith(b"HTTP/1.1 400 ")
        assert got.count(b"HTTP/1.1 ") == 1  # what follows is no request of anyone's

    def test_a_body_that_says_no_length_is_limited_too(self, server: Any) -> None:
        pieces = (b"ASK {} #" + b"x" * 65536 for _ in range(40))
        got = server.send("POST", "/sparql", DIRECT, pieces)
        assert got.status == 413

    def test_a_fault_is_told_with_its_place(self, server: Any) -> None:
        got = server.ask("SELECT * {\n ?s ?p }")
        assert got.text.startswith("The query is faulty at line 2, column ")

    @pytest.mark.parametrize(
        "update",
        [
            "CLEAR ALL", "DROP ALL", "INSERT DATA { <urn:a> <urn:b> <urn:c> }", "DELETE WHERE { ?s ?p ?o }",
            "LOAD <file:///etc/passwd>", "CREATE GRAPH <urn:a>", "COPY DEFAULT TO <urn:a>",
            "PREFIX e: <urn:e> WITH <urn:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
            "MOVE DEFAULT TO <urn:a>", "ADD DEFAULT TO <urn:a>", "delete { ?s ?p ?o } where { ?s ?p ?o }",
        ],
    )  # fmt: skip
    def test_no_update_is_obeyed_in_any_form(self, server: Any, update: str) -> None:
        before = server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows()
        body = urlencode({"update": update}).encode()
        answers = [
            server.get("/sparql?update=" + quote(update)),
            server.get(f"/sparql?query=ASK%7B%7D&update={quote(update)}"),
            server.ask(update),
            server.send("POST", "/sparql", FORM, body),
            server.send("POST", "/sparql", FORM, body + b"&query=ASK%7B%7D"),
            server.send("POST", "/sparql?update=" + quote(update), DIRECT, b"ASK {}"),
            server.send("POST", "/sparql", {"Content-Type": "application/sparql-update"}, update.encode()),
            server.send("POST", "/sparql", DIRECT, update.encode()),
            server.send("POST", "/sparql?using-graph-uri=urn:a", DIRECT, b"ASK {}"),
        ]
        assert [got.status // 100 for got in answers] == [4] * len(answers)
        assert all(map(is_one_line, answers))
        assert server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows() == before

    def test_service_is_refused(self, server: Any) -> None:
        got = server.ask("SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }")
        assert (got.status, "SERVICE" in got.text) == (400, True)


class TestDescription:
    @pytest.mark.parametrize("media", ["text/turtle", "application/rdf+xml", "application/ld+json"])
    def test_of_the_service(self, server: Any, media: str) -> None:
        got = server.get("/sparql", Accept=media)
        assert got.media == media
        graph = rdflib.Graph().parse(got.content, format=media)
        sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
        endpoint = rdflib.URIRef(server.address + "/sparql")
        assert (endpoint, rdflib.RDF.type, sd.Service) in graph
        assert (endpoint, sd.endpoint, endpoint) in graph
        assert (endpoint, sd.supportedLanguage, sd.SPARQL11Query) in graph
        named = {str(name) for name in graph.objects(None, sd.name)}
        asked = server.ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").rows()
        assert named == {row["g"] for row in asked}

    def test_a_browser_gets_a_form(self, server: Any) -> None:
        got = server.get("/sparql", Accept="text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
        assert got.media == "text/html"
        assert "<form" in got.text
        assert "form-action 'self'" in got.headers["content-security-policy"]

    def test_health(self, server: Any) -> None:
        got = server.get("/health")
        assert (got.status, json.loads(got.content)["status"]) == (200, "ok")
        assert got.headers["cache-control"] == "no-store"
