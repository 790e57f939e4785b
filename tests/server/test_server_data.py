"""Linked data: whatever the atlas knows has an address, a page, and the same as data; and the page itself."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import rdflib
from metastasis_atlas import open_atlas
from metastasis_atlas.jobs import Loader

pytestmark = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated", "ignore:Dataset.default_context is deprecated"
)

ROOT = "https://w3id.org/metastasis-atlas/"
ATLAS = rdflib.Namespace(ROOT + "ns#")
CONCEPT = rdflib.Namespace(ROOT + "concept/")
HTML = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
HOSTILE = """
@prefix concept: <https://w3id.org/metastasis-atlas/concept/> .
@prefix atlas: <https://w3id.org/metastasis-atlas/ns#> .
@prefix passage: <https://w3id.org/metastasis-atlas/passage/> .
@prefix source: <https://w3id.org/metastasis-atlas/source/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
concept:evil a skos:Concept , atlas:Condition ; skos:prefLabel "<script>alert(1)</script>\\" onx='"@en ;
  skos:definition "</style><img src=x onerror=alert(2)>"@en ; skos:exactMatch <javascript:alert(3)> .
source:evil a atlas:Source ; dcterms:title "<b>bold</b>"@en ; dcterms:source "javascript:alert(4)" .
"""


class Links(HTMLParser):
    """The addresses to which a page leads, and its elements."""

    def __init__(self, page: str):
        super().__init__()
        self.addresses: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action")]


class TestThings:
    @pytest.mark.parametrize(
        ("accept", "media"),
        [
            ("", "text/turtle"),
            (HTML["Accept"], "text/html"),
            ("text/turtle", "text/turtle"),
            ("application/ld+json", "application/ld+json"),
            ("application/trig", "application/trig"),
            ("application/rdf+xml", "application/rdf+xml"),
        ],
    )
    def test_the_form_is_negotiated(self, server: Any, accept: str, media: str) -> None:
        got = server.get("/concept/ascites", Accept=accept)
        assert (got.status, got.media) == (200, media)
        assert "Accept" in got.headers["vary"]
        place = got.headers["content-location"]
        again = server.get(place)
        assert (again.media, again.content) == (got.media, got.content)

    def test_what_is_not_to_be_had(self, server: Any) -> None:
        got = server.get("/concept/ascites", Accept="image/png")
        assert (got.status, got.media) == (406, "text/plain")

    def test_turtle_says_who_says_so_and_how_firmly(self, server: Any) -> None:
        graph = rdflib.Graph().parse(server.get("/concept/ascites.ttl").content, format="turtle")
        claim = (CONCEPT.puncture, ATLAS.relieves, CONCEPT.ascites)
        assert claim in graph
        found = [
            node
            for node in graph.subjects(rdflib.RDF.subject, claim[0])
            if (node, rdflib.RDF.predicate, claim[1]) in graph and (node, rdflib.RDF.object, claim[2]) in graph
        ]
        assert len(found) == 1
        assert graph.value(found[0], ATLAS.modality) == ATLAS.asserted
        passage = graph.value(found[0], rdflib.DCTERMS.isPartOf)
        assert rdflib.Literal("bullet 5", lang="en") in set(graph.objects(passage, ATLAS.locator))
        assert "not medical advice" in str(list(graph.objects(None, rdflib.RDFS.comment)))

    def test_every_claim_of_a_concept_has_its_passage(self, server: Any) -> None:
        atlas = open_atlas()
        graph = rdflib.Graph().parse(server.get("/concept/bone-metastasis.ttl").content, format="turtle")
        for subject, value, key in atlas.network.edges(keys=True):
            if str(CONCEPT["bone-metastasis"]) not in (subject, value):
                continue
            nodes = set(graph.subjects(rdflib.DCTERMS.isPartOf, rdflib.URIRef(key[1])))
            nodes &= set(graph.subjects(rdflib.RDF.subject, rdflib.URIRef(subject)))
            nodes &= set(graph.subjects(rdflib.RDF.predicate, rdflib.URIRef(key[0])))
            assert nodes, (subject, value, key)

    def test_json_ld_holds_each_passage_as_a_graph(self, server: Any) -> None:
        data = rdflib.Dataset().parse(server.get("/concept/ascites.jsonld").content, format="json-ld")
        passages = set(data.graphs((CONCEPT.puncture, ATLAS.relieves, CONCEPT.ascites)))
        names = {str(graph.identifier) for graph in passages}
        assert any(name.startswith(ROOT + "passage/") for name in names)

    def test_a_page_says_who_says_so_and_how_firmly(self, server: Any) -> None:
        page = server.get("/concept/ascites.html").text
        assert "For education, not medical advice." in page
        line = next(one for one in page.split("<li>") if "Puncture relieves ascites." in one)
        assert '<span class="firm">said plainly</span>' in line
        assert 'href="/passage/overview-b5' in page
        assert "derived by a rule" in page

    def test_pages_lead_to_one_another(self, server: Any) -> None:
        seen: dict[str, int] = {}
        ahead = ["/concept/ascites.html", "/ns", "/source/overview.html", "/ns/treats.html"]
        for start in ahead:
            for address in Links(server.send("GET", start, HTML).text).addresses:
                if address.startswith("/") and address not in seen:
                    seen[address] = server.send("GET", address, HTML).status
        assert len(seen) > 60
        assert set(seen.values()) == {200}

    def test_it_speaks_five_languages(self, server: Any) -> None:
        page = server.get("/concept/ascites.html?language=de").text
        assert '<h1 lang="de">Aszites</h1>' in page

    @pytest.mark.parametrize(
        ("address", "near"),
        [("/concept/asites", "concept:ascites"), ("/ns/treatz", "atlas:treats"), ("/passage/overview-b55", "passage:")],
    )
    def test_what_is_not_there_is_near_to_something(self, server: Any, address: str, near: str) -> None:
        got = server.get(address)
        assert got.status == 404
        assert f'Did you mean "{near}' in got.text
        page = server.send("GET", address, HTML)
        assert (page.status, page.media) == (404, "text/html")
        assert server.send("GET", Links(page.text).addresses[-1], HTML).status == 200

    @pytest.mark.parametrize(
        "address",
        [
            "/concept/%00",
            "/concept/a%20b",
            "/concept/..%2f..%2fetc%2fpasswd",
            "/concept/%3Cscript%3E",
            "/ns/%FF",
            "/concept/" + "x" * 5000,
        ],
    )
    def test_what_is_no_name_at_all(self, server: Any, address: str) -> None:
        for headers in ({}, HTML):
            got = server.send("GET", address, headers)
            assert got.status == 404
            assert got.media == "text/plain" or b"<script" not in got.content

    def test_every_thing_has_a_page_and_data(self) -> None:
        answer = Loader()()
        graph = open_atlas().network.graph
        network = open_atlas().network
        things = [*network, *(iri for kind in ("passages", "sources", "classes", "properties") for iri in graph[kind])]
        named = [iri for iri in dict.fromkeys(things) if iri.startswith(ROOT)]
        assert len(named) > 250
        for iri in named:
            space, name = re.split("[/#]", iri.removeprefix(ROOT), maxsplit=1)
            for form in ("html", "trig"):
                job = {"kind": "thing", "space": space, "name": name, "form": form, "base": "http://localhost"}
                head = next(answer(job))
                assert isinstance(head, bytes)
                assert b'"status": 200' in head, iri


class TestOwnData:
    def test_hostile_texts_are_only_texts(self, serve: Callable[..., Any], tmp_path: Path) -> None:
        file = tmp_path / "evil.ttl"
        file.write_text(HOSTILE, encoding="utf-8")
        server = serve(str(file))
        for address in ("/concept/evil", "/source/evil"):
            page = server.send("GET", address, HTML)
            links = Links(page.text)
            assert page.status == 200
            assert not links.tags & {"script", "img", "b"}
            assert not [one for one in links.addresses if one.startswith("javascript")]
            assert "script-src" not in page.headers["content-security-policy"]
        assert "&lt;script&gt;alert(1)" in server.send("GET", "/concept/evil", HTML).text


class TestVocabulary:
    def test_all_classes_and_properties_are_under_one_address(self, server: Any) -> None:
        graph = rdflib.Graph().parse(server.get("/ns").content, format="turtle")
        assert (ATLAS.treats, rdflib.RDF.type, rdflib.OWL.ObjectProperty) in graph
        assert (ATLAS.Intervention, rdflib.RDF.type, rdflib.OWL.Class) in graph
        assert 'href="/ns/treats"' in server.send("GET", "/ns", HTML).text

    @pytest.mark.parametrize("address", ["/void", "/.well-known/void"])
    def test_the_data_is_described(self, server: Any, address: str) -> None:
        graph = rdflib.Graph().parse(server.get(address).content, format="turtle")
        void = rdflib.Namespace("http://rdfs.org/ns/void#")
        dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
        data = rdflib.URIRef(server.address + "/void#dataset")
        assert {void.Dataset, dcat.Dataset} <= set(graph.objects(data, rdflib.RDF.type))
        assert graph.value(data, void.sparqlEndpoint) == rdflib.URIRef(server.address + "/sparql")
        count = server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows()[0]["n"]
        assert str(graph.value(data, void.triples)) == count
        assert graph.value(data, rdflib.DCTERMS.license)
        dumps = [str(one) for one in graph.objects(data, void.dataDump)]
        assert len(dumps) == 3
        for dump in dumps:
            assert server.get(dump.removeprefix(server.address)).status == 200

    def test_the_dump_is_the_export(self, server: Any) -> None:
        got = server.get("/atlas.trig")
        whole = rdflib.Dataset().parse(got.content, format="trig")
        assert len(whole) > 3000
        assert server.get("/atlas.exe").status == 404


class TestPage:
    def test_it_is_the_page(self, server: Any) -> None:
        got = server.get("/")
        assert got.headers["content-type"] == "text/html; charset=utf-8"
        assert got.text == open_atlas().page().html

    def test_it_is_compressed_and_known_again(self, server: Any) -> None:
        plain, packed = server.get("/"), server.get("/", Accept_Encoding="gzip")
        assert gzip.decompress(packed.content) == plain.content
        assert plain.headers["etag"] != packed.headers["etag"]
        for got, encoding in ((plain, ""), (packed, "gzip")):
            mark = got.headers["etag"]
            again = server.get("/", If_None_Match=f'"other", {mark}', Accept_Encoding=encoding)
            assert (again.status, again.content) == (304, b"")
            assert "Accept-Encoding" in got.headers["vary"]

    def test_the_header_allows_no_more_than_the_file(self, server: Any) -> None:
        got = server.get("/")
        inside = re.search(r'Content-Security-Policy" content="([^"]*)"', got.text)
        assert inside
        policy = got.headers["content-security-policy"]
        assert policy.startswith(inside[1].replace("&#39;", "'"))
        assert "frame-ancestors 'none'" in policy

    @pytest.mark.parametrize("address", ["/", "/sparql", "/concept/ascites", "/nothing", "/health", "/void", "/ns"])
    def test_every_answer_has_its_headers(self, server: Any, address: str) -> None:
        headers = server.get(address).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-frame-options"] == "DENY"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers
        assert "server" not in headers
