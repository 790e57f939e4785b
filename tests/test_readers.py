"""Files of every format come in whole, or are refused with a sentence that names file and line."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from metastasis_atlas import open_atlas
from metastasis_atlas.errors import DataError
from metastasis_atlas.namespaces import INFERRED, PASSAGE
from metastasis_atlas.readers import FORMATS, find_files, read_file, read_text
from metastasis_atlas.store import Store

WITH_GRAPHS = (".trig", ".nq", ".jsonld", ".json")
XML = (".rdf", ".owl", ".xml")

names = st.text("abcXYZ089éß漢", min_size=1, max_size=4)
iris = names.map(lambda name: ox.NamedNode(f"https://example.org/n/{name}"))
predicates = st.text("abcXYZ", min_size=1, max_size=4).map(lambda name: ox.NamedNode(f"https://example.org/p#{name}"))
blanks = st.sampled_from("ab").map(ox.BlankNode)
texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00\ufffe\uffff"), max_size=12)
xml_texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=12)
datatypes = st.sampled_from(["https://example.org/type", "http://www.w3.org/2001/XMLSchema#token"])
# The engine rewrites numbers and times to their canonical form (DESIGN: what must stay to the letter is text).
numbers = st.sampled_from([("date", "2020-01-31"), ("integer", "-7"), ("decimal", "0.5"), ("boolean", "true")]).map(
    lambda pair: ox.Literal(pair[1], datatype=ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{pair[0]}"))
)


def literals(words: st.SearchStrategy[str]) -> st.SearchStrategy[ox.Literal]:
    tags = st.sampled_from(["en", "de", "uk", "es", "fr", "en-gb", "zh-hant"])
    return st.one_of(
        words.map(ox.Literal),
        st.builds(lambda text, tag: ox.Literal(text, language=tag), words, tags),
        st.builds(lambda text, iri: ox.Literal(text, datatype=ox.NamedNode(iri)), words, datatypes),
        numbers,
    )


def quads(words: st.SearchStrategy[str], graphs: st.SearchStrategy[Any]) -> st.SearchStrategy[list[ox.Quad]]:
    one = st.builds(ox.Quad, iris | blanks, predicates, iris | blanks | literals(words), graphs)
    return st.lists(one, max_size=5)


def merge(found: Iterable[ox.Quad]) -> list[ox.Quad]:
    """The quads, and each one's triple in the default graph: what a store holds."""
    found = list(found)
    return [*found, *(ox.Quad(q.subject, q.predicate, q.object) for q in found)]


def canonical(found: Iterable[ox.Quad]) -> ox.Dataset:
    dataset = ox.Dataset(found)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


class TestNothingIsLost:
    @pytest.mark.parametrize("suffix", sorted(FORMATS))
    @given(data=st.data())
    @settings(
        max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    def test_a_dataset_survives_file_store_trig_and_file(
        self, data: st.DataObject, suffix: str, tmp_path: Path
    ) -> None:
        default = st.just(ox.DefaultGraph())
        graphs = default | iris | blanks if suffix in WITH_GRAPHS else default
        given_quads = data.draw(quads(xml_texts if suffix in XML else texts, graphs))
        first, second = tmp_path / f"first{suffix}", tmp_path / "second.trig"
        first.write_bytes(ox.serialize(given_quads, format=FORMATS[suffix]) or b"")
        read = read_file(first)
        assert canonical(read.quads) == canonical(given_quads)
        second.write_bytes(Store(read.quads).write("trig"))
        assert canonical(read_file(second).quads) == canonical(merge(given_quads))
        assert canonical(merge(read_file(second).quads)) == canonical(merge(given_quads))

    def test_a_lost_language_would_be_noticed(self) -> None:
        one = ox.Quad(ox.BlankNode("a"), ox.NamedNode("https://example.org/p"), ox.Literal("x", language="en"))
        other = ox.Quad(ox.BlankNode("a"), ox.NamedNode("https://example.org/p"), ox.Literal("x"))
        again = ox.Quad(ox.BlankNode("z"), ox.NamedNode("https://example.org/p"), ox.Literal("x", language="en"))
        assert canonical([one]) != canonical([other])
        assert canonical([one]) == canonical([again])

    def test_blank_nodes_of_two_files_stay_apart(self, tmp_path: Path) -> None:
        files = [tmp_path / "a.ttl", tmp_path / "b.ttl"]
        for file in files:
            file.write_text("_:x <https://example.org/p> <https://example.org/o> .", encoding="utf-8")
        subjects = {read_file(file).quads[0].subject for file in files}
        assert len(subjects) == 2

    def test_every_stated_edge_carries_its_passage(self) -> None:
        atlas = open_atlas()
        stated = [(u, v, key, d) for u, v, key, d in atlas.network.edges(keys=True, data=True) if not d["derived"]]
        assert len(stated) > 150
        for u, v, key, data in stated:
            assert key == (data["property"], data["passage"])
            assert data["passage"].startswith(PASSAGE), (u, v, key)
            assert data["passage"] != INFERRED
            assert data["source"], key
            assert data["locator"], key
            assert data["modality"], key
            query = f"ASK {{ GRAPH <{key[1]}> {{ <{u}> <{key[0]}> <{v}> }} }}"
            assert atlas.query(query)

    def test_every_claim_between_concepts_in_a_passage_is_an_edge(self) -> None:
        atlas = open_atlas()
        query = "SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o FILTER(isIRI(?o)) } ?g a atlas:Passage }"
        rows = {tuple(str(row[name]) for name in "spog") for row in atlas.query(query)}
        edges = {(u, k[0], v, k[1]) for u, v, k, d in atlas.network.edges(keys=True, data=True) if not d["derived"]}
        assert rows == edges


TURTLE = '<https://example.org/s> <https://example.org/p> "Größe"@de .\n'


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
    def test_a_mark_at_the_beginning_is_understood(self, tmp_path: Path, encoding: str) -> None:
        file = tmp_path / "a.ttl"
        mark = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
        file.write_bytes((mark + TURTLE).encode(encoding))
        assert [quad.object for quad in read_file(file).quads] == [ox.Literal("Größe", language="de")]
        assert read_text(file) == TURTLE

    def test_xml_that_says_it_is_utf_16_is_read(self, tmp_path: Path) -> None:
        file = tmp_path / "a.rdf"
        quad = ox.Quad(ox.NamedNode("https://example.org/s"), ox.NamedNode("https://example.org/p"), ox.Literal("ß"))
        text = (ox.serialize([quad], format=ox.RdfFormat.RDF_XML) or b"").decode().replace("UTF-8", "UTF-16")
        assert "UTF-16" in text
        file.write_bytes(text.encode("utf-16"))
        assert [q.object for q in read_file(file).quads] == [ox.Literal("ß")]

    @pytest.mark.parametrize("newline", ["\n", "\r\n"])
    def test_lines_may_end_as_they_do_on_windows(self, tmp_path: Path, newline: str) -> None:
        file = tmp_path / "a.ttl"
        file.write_bytes((TURTLE + TURTLE.replace("/s>", "/t>")).replace("\n", newline).encode())
        assert len(read_file(file).quads) == 2

    def test_a_file_that_is_not_utf_8_is_refused_with_its_line(self, tmp_path: Path) -> None:
        file = tmp_path / "a.ttl"
        file.write_bytes(b"# one\n# two\n" + TURTLE.encode("latin-1"))
        with pytest.raises(DataError, match=r"a\.ttl, line 3: It isn't UTF-8 text\. Save it as UTF-8\.") as caught:
            read_file(file)
        assert caught.value.line == 3

    def test_half_a_letter_of_utf_16_is_refused(self, tmp_path: Path) -> None:
        file = tmp_path / "a.ttl"
        file.write_bytes(TURTLE.encode("utf-16")[:-1])
        with pytest.raises(DataError, match="Save it as UTF-8"):
            read_file(file)

    def test_an_empty_file_says_nothing(self, tmp_path: Path) -> None:
        for suffix in (".ttl", ".trig", ".nt", ".nq"):
            (tmp_path / f"a{suffix}").write_bytes(b"")
            assert read_file(tmp_path / f"a{suffix}").quads == ()


class TestRefusals:
    def test_a_missing_file_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(DataError, match=r"nowhere\.ttl: There is no such file\."):
            open_atlas(tmp_path / "nowhere.ttl")

    @pytest.mark.parametrize("name", ["nowhere", "nowhere.txt", "deep/nowhere"])
    def test_a_missing_file_of_no_format_is_missing(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(DataError, match=r"nowhere(\.txt)?: There is no such file\."):
            open_atlas(tmp_path / name)

    @pytest.mark.parametrize("suffix", [".txt", ".docx", ""])
    def test_an_unknown_suffix_is_refused_with_the_known_ones(self, tmp_path: Path, suffix: str) -> None:
        file = tmp_path / f"a{suffix}"
        file.write_text(TURTLE, encoding="utf-8")
        with pytest.raises(DataError, match=r"no format that the atlas reads.*\.ttl"):
            open_atlas(file)

    def test_suffixes_may_be_capital(self, tmp_path: Path) -> None:
        file = tmp_path / "A.TTL"
        file.write_text(TURTLE, encoding="utf-8")
        assert len(read_file(file).quads) == 1
        assert find_files([tmp_path]) == [file]

    @pytest.mark.parametrize(("suffix", "bad"), [(".ttl", "<https://example.org/s> oops .\n"), (".nt", "oops\n")])
    def test_a_syntax_error_has_its_line(self, tmp_path: Path, suffix: str, bad: str) -> None:
        file = tmp_path / f"a{suffix}"
        file.write_text(TURTLE + TURTLE + bad, encoding="utf-8")
        with pytest.raises(DataError, match=rf"a{suffix}, line 3: .*\.$") as caught:
            read_file(file)
        assert (caught.value.path, caught.value.line) == (file, 3)

    @pytest.mark.parametrize(
        ("suffix", "bad"), [(".jsonld", '{\n"@id": \n oops }'), (".rdf", "<a>\n<b></c></a>"), (".trig", "g {\n")]
    )
    def test_faulty_files_of_other_formats_are_refused(self, tmp_path: Path, suffix: str, bad: str) -> None:
        file = tmp_path / f"a{suffix}"
        file.write_text(bad, encoding="utf-8")
        with pytest.raises(DataError, match=rf"a{suffix}"):
            read_file(file)

    @pytest.mark.parametrize("padding", [0, 200_000])
    @pytest.mark.parametrize("word", ["<!DOCTYPE", "<!doctype"])
    def test_a_dtd_is_refused(self, tmp_path: Path, padding: int, word: str) -> None:
        file = tmp_path / "a.rdf"
        file.write_text(
            f'<?xml version="1.0"?>\n<!--{" " * padding}-->\n{word} r [<!ENTITY a "aaaaaaaaaa">]>\n'
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://example.org/">'
            '<rdf:Description rdf:about="https://example.org/s"><e:p>&a;</e:p></rdf:Description></rdf:RDF>',
            encoding="utf-8",
        )
        with pytest.raises(DataError):
            read_file(file)

    def test_an_entity_bomb_is_refused_at_once(self, tmp_path: Path) -> None:
        file = tmp_path / "a.rdf"
        bomb = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))
        file.write_text(f'<!DOCTYPE r [<!ENTITY a0 "ha">{bomb}]><r>&a11;</r>', encoding="utf-8")
        with pytest.raises(DataError, match="It declares a DTD, which is refused"):
            read_file(file)

    @pytest.mark.parametrize(
        "context",
        [
            '"http://127.0.0.1:9/context"',
            '["http://127.0.0.1:9/context"]',
            '{"@import": "http://127.0.0.1:9/context"}',
            '"beside.jsonld"',
            '{"p": {"@id": "http://e.x/p", "@context": "http://127.0.0.1:9/context"}}',
        ],
    )
    def test_a_remote_context_is_not_fetched(self, tmp_path: Path, context: str) -> None:
        file = tmp_path / "a.jsonld"
        text = f'{{"@context": {context}, "@id": "http://e.x/s", "p": {{"@id": "http://e.x/o"}}}}'
        file.write_text(text, encoding="utf-8")
        told = (
            r"a\.jsonld: It takes its @context from elsewhere, and the atlas fetches nothing\. Write the context into"
        )
        with pytest.raises(DataError, match=told):
            read_file(file)

    def test_a_folder_stands_for_the_files_below_it_in_order(self, tmp_path: Path) -> None:
        (tmp_path / "deep").mkdir()
        for name in ("b.ttl", "a.nt", "deep/c.trig", "note.txt"):
            (tmp_path / name).write_text("", encoding="utf-8")
        found = [file.relative_to(tmp_path).as_posix() for file in find_files([tmp_path])]
        assert found == ["a.nt", "b.ttl", "deep/c.trig"]
