"""The same questions asked of stores that others wrote, and of endpoints that don't do what they should."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from engines import start_oxigraph, start_virtuoso
from faulty_endpoint import ROWS, serve_faults
from metastasis_atlas import Atlas, open_atlas
from metastasis_atlas.errors import AtlasError, EndpointError, NotFetchedError, QueryError, UnknownTermError
from metastasis_atlas.remote_atlas import RemoteAtlas

ENGINES = {"oxigraph": start_oxigraph, "virtuoso": start_virtuoso}


@pytest.fixture(scope="module")
def here() -> Atlas:
    return open_atlas()


@pytest.fixture(scope="module", params=ENGINES)
def there(
    request: pytest.FixtureRequest, here: Atlas, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RemoteAtlas]:
    with ENGINES[request.param](tmp_path_factory.mktemp(request.param), here.store.write("nquads")) as url:
        yield open_atlas(endpoint=url)


def rows(atlas: Atlas | RemoteAtlas, text: str) -> list[str] | bool:
    answer = atlas.query(text).answer
    return bool(answer) if answer.kind == "boolean" else sorted(map(str, answer.solutions().rows))


@pytest.mark.parametrize("term", ["ascites", "Knochenmetastase", "UBERON:0001474", "concept:puncture", "surgery"])
def test_a_description_is_the_same(here: Atlas, there: RemoteAtlas, term: str) -> None:
    assert there.describe(term) == here.describe(term)
    assert there.notes == []


@pytest.mark.parametrize(
    ("start", "end"), [("denosumab", "bone"), ("puncture", "lung"), ("surgery", "chemotherapy"), ("ascites", "ascites")]
)
def test_paths_are_the_same(here: Atlas, there: RemoteAtlas, start: str, end: str) -> None:
    said = [path.say() for path in there.find_paths(start, end)]
    assert said == [path.say() for path in here.find_paths(start, end)]


@pytest.mark.parametrize(("start", "end"), [("bisphosphonate therapy", "bone"), ("denosumab", "bone")])
def test_a_derived_step_is_as_firm_as_it_is_here(here: Atlas, there: RemoteAtlas, start: str, end: str) -> None:
    said = [path.say() for path in there.find_paths(start, end, derived=True)]
    assert said == [path.say() for path in here.find_paths(start, end, derived=True)]


def test_a_passage_says_what_it_says_and_a_class_is_not_half_described(here: Atlas, there: RemoteAtlas) -> None:
    assert there.describe("passage:overview-b5") == here.describe("passage:overview-b5")
    for term in ("atlas:treats", "atlas:Condition", "source:overview"):
        with pytest.raises(AtlasError, match="is asked with a query"):
            there.describe(term)


def test_a_misspelt_word_gets_the_nearest(there: RemoteAtlas) -> None:
    with pytest.raises(UnknownTermError, match='Did you mean "ascites"'):
        there.describe("asites")


def test_a_construct_and_all_its_formats(here: Atlas, there: RemoteAtlas) -> None:
    text = "CONSTRUCT { ?i atlas:relieves ?c } WHERE { ?i atlas:relieves ?c }"
    assert rows(there, text) == rows(here, text)
    assert b"concept:puncture" in there.query(text).answer.serialize("turtle")


def test_blank_nodes_come_as_blank_nodes(here: Atlas, there: RemoteAtlas) -> None:
    text = "SELECT ?node { ?node a owl:Axiom } LIMIT 5"
    found = there.query(text).answer.solutions().rows
    assert [term.kind for (term,) in found if term] == ["bnode"] * 5
    assert len(there.query("CONSTRUCT { ?node a owl:Axiom } WHERE { ?node a owl:Axiom }")) == len(
        here.query("SELECT ?node { ?node a owl:Axiom }")
    )


def test_a_long_query_goes_as_a_post(here: Atlas, there: RemoteAtlas) -> None:
    some = " ".join(f"<https://a.example/{n}>" for n in range(300))
    text = f"SELECT ?i {{ VALUES ?c {{ concept:ascites {some} }} ?i atlas:relieves ?c }}"
    assert rows(there, text) == rows(here, text)


def test_what_lies_around_is_a_page(there: RemoteAtlas) -> None:
    html = there.page("ascites").html
    assert "pleural effusion" in html
    excerpt = {"store": there.endpoint.name, "around": "concept:ascites", "steps": 2, "cut": False}
    assert f'"excerpt":{json.dumps(excerpt, separators=(",", ":"))}' in html
    assert there.endpoint.name in html or "puncture" in html


def test_a_fault_in_the_query_is_told(there: RemoteAtlas) -> None:
    with pytest.raises(AtlasError, match=r"refuses the query \(400\)"):
        there.query("SELECT * { ?s atlas:relieves }")
    with pytest.raises(QueryError, match="SERVICE"):
        there.query("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")
    with pytest.raises(QueryError, match="read-only"):
        there.query("CLEAR ALL")


def test_an_answer_that_virtuoso_cuts_is_no_answer(here: Atlas, tmp_path_factory: pytest.TempPathFactory) -> None:
    with start_virtuoso(tmp_path_factory.mktemp("cut"), here.store.write("nquads"), rows=50) as url:
        cut = open_atlas(endpoint=url)
        with pytest.raises(EndpointError, match="cuts answers at 50 rows"):
            cut.query("SELECT * { ?s ?p ?o }")
        assert len(cut.query("SELECT * { ?s ?p ?o } LIMIT 20")) == 20


@pytest.fixture(scope="module")
def faults() -> Iterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    with serve_faults() as served:
        yield served


FAULTS = {
    "html": "a page in HTML",
    "nothing": "within 2 seconds|fell silent",
    "drip": "within 2 seconds",
    "drip_head": "within 2 seconds",
    "broken_off": "broke off in the middle",
    "chunk_broken_off": "broke off in the middle",
    "half": "broken answer",
    "half_xml": "broken answer",
    "cut": f"cuts answers at {ROWS} rows",
    "anytime": "only a part of the answer",
    "packed_badly": "can't be unpacked|broken answer|broke off",
    "round": "from one address to another",
    "busy_long": "too many questions",
    "bomb": "longer than 256 MiB",
    "no_http": "broke off|didn't answer",
    "no_type": "not with a SPARQL result",
    "401": "wants to know who asks",
    "403": "doesn't let you ask",
    "404": "no endpoint at this address",
    "429": "too many questions",
    "500": r"failed \(status 500\)\. It says: Fault <b>here</b>$",
    "503": "too much to do",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_endpoint_gets_one_sentence(faults: tuple[str, list[object]], fault: str) -> None:
    atlas = open_atlas(endpoint=f"{faults[0]}/{fault}", timeout=60 if fault == "bomb" else 2)
    begun = time.monotonic()
    with pytest.raises(EndpointError, match=FAULTS[fault]) as told:
        atlas.query("SELECT ?s { ?s ?p ?o }")
    assert time.monotonic() - begun < 6 or fault == "bomb"
    assert "asks an endpoint" not in {thread.name for thread in threading.enumerate()}
    assert str(told.value).isprintable()
    assert str(told.value).startswith((f"{faults[0]}/{fault} ", "The answer of "))


def test_a_busy_endpoint_is_asked_again_when_it_says(faults: tuple[str, list[tuple[str, dict[str, str]]]]) -> None:
    from metastasis_atlas.endpoint import Endpoint

    reply = Endpoint(f"{faults[0]}/busy_once", 10).ask("SELECT ?s { ?s ?p ?o }")
    assert reply.form == "json"
    assert sum(name == "busy_once" for name, _ in faults[1]) == 2


def test_who_asks_is_told_the_endpoint_and_nobody_else(
    faults: tuple[str, list[tuple[str, dict[str, str]]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from metastasis_atlas.endpoint import Endpoint

    secret = "".join(["pass", ":", "word"])
    monkeypatch.setenv("METASTASIS_ATLAS_ENDPOINT_USER", "ada")
    monkeypatch.setenv("METASTASIS_ATLAS_ENDPOINT_PASSWORD", secret)
    Endpoint(f"{faults[0]}/whole").ask("ASK { ?s ?p ?o }")
    assert faults[1][-1][1]["Authorization"].startswith("Basic ")
    with pytest.raises(EndpointError) as told:
        Endpoint(faults[0].replace("://", "://bob:geheim@") + "/401").ask("ASK { ?s ?p ?o }")
    assert "geheim" not in str(told.value)
    assert "bob" not in str(told.value)
    monkeypatch.setenv("METASTASIS_ATLAS_ENDPOINT_USER", "Оксана")
    Endpoint(f"{faults[0]}/whole").ask("ASK { ?s ?p ?o }")
    monkeypatch.delenv("METASTASIS_ATLAS_ENDPOINT_USER")
    monkeypatch.setenv("METASTASIS_ATLAS_ENDPOINT_TOKEN", "ключ geheim")
    with pytest.raises(EndpointError) as told:
        Endpoint(f"{faults[0]}/whole").ask("ASK { ?s ?p ?o }")
    assert "geheim" not in str(told.value)
    monkeypatch.setenv("METASTASIS_ATLAS_ENDPOINT_TOKEN", "t0ken")
    Endpoint(f"{faults[0]}/whole").ask("ASK { ?s ?p ?o }")
    assert faults[1][-1][1]["Authorization"] == "Bearer t0ken"


@pytest.mark.parametrize("ask", [lambda a: a.network, lambda a: a.dataset, lambda a: a.page()])
def test_what_only_all_would_give_gets_a_sentence(ask: Callable[[RemoteAtlas], object]) -> None:
    with pytest.raises(NotFetchedError, match=r"never fetched whole, so it has no .* Ask for "):
        ask(open_atlas(endpoint="http://127.0.0.1:1/"))


@pytest.mark.parametrize(
    "url", ["ftp://a.example/", "sparql", "", "http://", "http://[::1", "http://a.example:99999/", "http://a b/"]
)
def test_what_is_no_address_is_said(url: str) -> None:
    from metastasis_atlas.endpoint import Endpoint

    with pytest.raises(EndpointError, match="no address of an endpoint"):
        Endpoint(url)


def test_the_command_line(there: RemoteAtlas, here: Atlas) -> None:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from metastasis_atlas.cli import main; main()", *words]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120)

    url = there.endpoint.url
    for words in (["describe", "ascites"], ["path", "denosumab", "bone"], ["query", "-q", "what-relieves-ascites"]):
        assert run(*words, "--endpoint", url).stdout == run(*words).stdout
    listed = run("questions", "--endpoint", url)
    assert listed.returncode == 0
    assert f"--endpoint {url}" in listed.stdout.replace("'", "")
    assert " rows" in listed.stdout
    misspelt = run("query", "SELECT * { ?i atlas:releives concept:ascits }", "--endpoint", url, "--format", "csv")
    assert (misspelt.returncode, misspelt.stdout.strip()) == (0, "i")
    assert 'does not know "atlas:releives". Did you mean "atlas:relieves"' in misspelt.stderr
    assert 'does not know "concept:ascits". Did you mean "concept:ascites"' in misspelt.stderr
    assert run("query", "-q", "what-relieves-ascites", "--endpoint", url, "--format", "csv").stderr == ""
    export = run("export", "csv", "--endpoint", url, "--focus", "ascites")
    assert "puncture" in export.stdout
    unsaid = run("explore", "--endpoint", url)
    assert unsaid.returncode == 2
    down = run("query", "ASK { ?s ?p ?o }", "--endpoint", "http://127.0.0.1:1/sparql")
    assert (down.returncode, down.stdout) == (1, "")
    assert down.stderr == "http://127.0.0.1:1/sparql can't be reached. Does it run?\n"
