"""What is written for other tools can be read by them, whole and harmless."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib
from metastasis_atlas import Atlas, AtlasError, open_atlas
from metastasis_atlas.exports import FORMATS, defuse
from metastasis_atlas.namespaces import INFERRED, shorten
from metastasis_atlas.readers import read_file
from metastasis_atlas.store import Store
from rdflib.compare import to_isomorphic

HOSTILE = r"""
@prefix atlas: <https://w3id.org/metastasis-atlas/ns#> .
@prefix e: <https://example.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
e:a a skos:Concept , atlas:Organ ; skos:prefLabel "=cmd|' /C calc'!A0"@en .
e:b a skos:Concept , atlas:Organ ; skos:prefLabel "bell \u0007 null \u0000 end \uFFFF <b>&amp;</b> \"x\",\r\ny"@en ;
    skos:definition "\u001B[31mred"@en .
e:a atlas:partOf e:b .
"""


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas()


@pytest.fixture
def hostile(tmp_path: Path) -> Atlas:
    file = tmp_path / "hostile.ttl"
    file.write_text(HOSTILE, encoding="utf-8")
    return open_atlas(file, only=True)


def read_network(form: str, content: bytes) -> nx.MultiDiGraph:
    if form == "graphml":
        return nx.read_graphml(io.BytesIO(content), force_multigraph=True)
    return nx.read_gexf(io.BytesIO(content))


class TestNetworks:
    @pytest.mark.parametrize("form", ["graphml", "gexf"])
    def test_networkx_reads_back_as_many_nodes_and_edges(self, atlas: Atlas, form: str) -> None:
        read = read_network(form, atlas.export(form))
        assert set(read) == {shorten(node) for node in atlas.network}
        assert read.is_directed()
        assert read.number_of_edges() == atlas.network.number_of_edges()
        ends = sorted((shorten(u), shorten(v), d["property"], d["passage"]) for u, v, d in atlas_edges(atlas))
        assert sorted((u, v, d["property"], d["passage"]) for u, v, d in read.edges(data=True)) == ends

    @pytest.mark.parametrize("form", ["graphml", "gexf"])
    def test_labels_and_sources_come_along(self, atlas: Atlas, form: str) -> None:
        read = read_network(form, atlas.export(form))
        assert read.nodes["concept:ascites"]["label"] == "ascites"
        data = next(iter(read.get_edge_data("concept:puncture", "concept:ascites").values()))
        assert data["passage"] == "passage:overview-b5"
        assert data["source"].endswith("overview")
        assert data["derived"] is False
        assert data["locator"] == "bullet 5"
        assert data["modality"] == "atlas:asserted"
        assert data["note"].startswith("Puncture does not destroy metastases directly.")
        (some,) = read.get_edge_data("concept:local-therapy", "concept:metastasis").values()
        assert some["quantifier"] == "atlas:some"

    @pytest.mark.parametrize("form", ["graphml", "gexf"])
    def test_a_derived_edge_carries_the_weakest_firmness_that_it_leans_on(self, atlas: Atlas, form: str) -> None:
        read = read_network(form, atlas.export(form))
        (edge,) = read.get_edge_data("concept:surgery", "concept:liver").values()
        assert (edge["derived"], edge["modality"]) == (True, "atlas:editorial")
        assert edge["modalities"] == "atlas:editorial; atlas:inSpecificSituations"
        assert {d["modality"] for _, _, d in read.edges(data=True) if d["derived"]} >= {"atlas:usual", "atlas:implied"}
        assert "" not in {d["modality"] for _, _, d in read.edges(data=True)}

    @pytest.mark.parametrize("form", ["graphml", "gexf"])
    def test_what_has_a_text_as_value_is_told_at_its_node(self, atlas: Atlas, form: str) -> None:
        nodes = read_network(form, atlas.export(form)).nodes
        told = "atlas:headCredential: Professor, MD, PhD (passage:overview-t11-t12)"
        assert nodes["concept:clinic-radiotherapy-radiooncology"]["facts"] == told
        assert nodes["concept:ascites"].get("facts", "") == ""  # networkx 3.2 leaves out what is empty

    @pytest.mark.parametrize("form", ["graphml", "gexf"])
    def test_characters_that_xml_cannot_hold_are_left_out(self, hostile: Atlas, form: str) -> None:
        read = read_network(form, hostile.export(form))
        assert "bell  null  end" in next(d["label"] for n, d in read.nodes(data=True) if n.endswith("/b"))


def atlas_edges(atlas: Atlas) -> list[tuple[str, str, dict[str, str]]]:
    edges = atlas.network.edges(data=True)
    return [(u, v, {k: shorten(str(d[k])) for k in ("property", "passage")}) for u, v, d in edges]


class TestTables:
    def test_each_edge_is_a_row(self, atlas: Atlas) -> None:
        rows = list(csv.DictReader(io.StringIO(atlas.export("csv").decode(), newline="")))
        facts = sum(len(known["facts"]) for _, known in atlas.network.nodes(data=True))
        assert len(rows) == atlas.network.number_of_edges() + facts
        assert None not in {cell for row in rows for cell in row.values()}
        row = next(r for r in rows if (r["subject"], r["object"]) == ("concept:paracentesis", "concept:ascites"))
        assert row["property"] == "atlas:relieves"
        assert row["modality"] == "atlas:editorial"
        assert row["sentence"] == "Our own addition: paracentesis relieves ascites."
        assert (row["passage"], row["derived"]) == ("passage:editorial-paracentesis", "false")
        assert (row["locator"], row["source"]) == ("note on paracentesis", "source:editorial")
        assert row["note"].startswith("Paracentesis is the usual name of a puncture")

    def test_a_claim_with_a_text_as_value_is_a_row(self, atlas: Atlas) -> None:
        rows = list(csv.DictReader(io.StringIO(atlas.export("csv").decode(), newline="")))
        row = next(
            r for r in rows if r["passage"] == "passage:overview-t1-t2" and r["property"] != "atlas:hasSpecialty"
        )
        assert row["property"] == "atlas:headCredential"
        assert row["object"] == row["object_label"] == "Doctor of Medical Sciences"
        assert row["sentence"].endswith("is listed with the credential Doctor of Medical Sciences.")
        assert (row["modality"], row["modalities"], row["derived"]) == ("atlas:asserted", "atlas:asserted", "false")
        assert (row["source"], row["locator"]) == ("source:overview", "closing list, lines 1 and 2")

    def test_a_derived_row_carries_its_firmness_and_a_quantified_one_its_quantifier(self, atlas: Atlas) -> None:
        rows = list(csv.DictReader(io.StringIO(atlas.export("csv").decode(), newline="")))
        derived = next(r for r in rows if (r["subject"], r["object"]) == ("concept:surgery", "concept:liver"))
        assert (derived["derived"], derived["modality"]) == ("true", "atlas:editorial")
        assert derived["modalities"] == "atlas:editorial; atlas:inSpecificSituations"
        assert derived["sentence"].startswith(
            "Our own addition: surgery is used for a problem in the liver (in specific"
        )
        quantified = {r["subject"]: r["quantifier"] for r in rows if r["quantifier"] and r["derived"] == "false"}
        assert quantified == {"concept:local-therapy": "atlas:some", "concept:breast-cancer": "atlas:almostAll"}

    def test_a_formula_is_defused(self, hostile: Atlas) -> None:
        rows = list(csv.DictReader(io.StringIO(hostile.export("csv").decode(), newline="")))
        assert any(row["subject_label"].startswith("'=cmd") for row in rows)
        for row in rows:
            for cell in row.values():
                assert cell[:1] not in {"=", "+", "-", "@", "\t", "\r"}

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
    def test_each_beginning_of_a_formula_is_quoted(self, start: str) -> None:
        assert defuse(start + "1") == "'" + start + "1"
        assert defuse("1" + start) == "1" + start
        assert defuse("") == ""


RDF = {"turtle": "turtle", "trig": "trig", "json-ld": "json-ld"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of itself
class TestRdf:
    @pytest.mark.parametrize("form", sorted(RDF))
    def test_rdflib_reads_the_same_triples(self, atlas: Atlas, form: str) -> None:
        read = rdflib.Dataset()
        read.parse(data=atlas.export(form), format=RDF[form])
        ours = atlas.dataset
        merged = set(ours.default_graph)
        if form == "turtle":
            merged -= set(ours.graph(rdflib.URIRef(INFERRED)))
        assert sorted(plain(read.default_graph)) == sorted(plain(merged))
        if form != "turtle":
            names = {g.identifier for g in ours.graphs() if g.identifier != ours.default_graph.identifier}
            assert len(names) > 40
            for name in names:
                assert sorted(plain(read.graph(name))) == sorted(plain(ours.graph(name)))

    def test_the_turtle_leaves_out_what_is_derived_and_says_so(self, atlas: Atlas, tmp_path: Path) -> None:
        file = tmp_path / "whole.ttl"
        file.write_bytes(atlas.export("turtle"))
        head = file.read_text(encoding="utf-8").partition("@prefix")[0]
        assert all(line.startswith("#") for line in head.splitlines() if line)
        assert "What the rules derive is left out" in head
        assert "metastasis-atlas export trig" in head
        again = open_atlas(file, only=True)
        derived = {triple[:3] for triple in atlas.store.quads(INFERRED)}
        assert {triple[:3] for triple in again.store.quads(INFERRED)} == derived
        assert len(derived) > 100

    def test_what_is_stated_and_derived_stays_in_the_turtle(self, tmp_path: Path) -> None:
        file = tmp_path / "own.trig"
        file.write_text(
            "@prefix atlas: <https://w3id.org/metastasis-atlas/ns#> . @prefix e: <https://example.org/> .\n"
            "e:p { e:a atlas:treats e:b . e:b atlas:treatedBy e:a }\ne:q { e:c atlas:treats e:b }\n",
            encoding="utf-8",
        )
        text = open_atlas(file, only=True).export("turtle").decode()
        assert text.count("atlas:treatedBy <https://example.org/") == 1

    def test_the_turtle_of_a_small_world_is_isomorphic(self, hostile: Atlas) -> None:
        read = rdflib.Graph().parse(data=hostile.export("turtle"), format="turtle")
        assert to_isomorphic(read) == to_isomorphic(hostile.dataset.default_graph)


def plain(graph: Iterable[tuple[Any, ...]]) -> list[tuple[str, ...]]:
    """The triples with all blank nodes alike."""
    return [tuple("_:" if isinstance(t, rdflib.BNode) else t.n3() for t in triple) for triple in graph]


class TestEachFormat:
    @pytest.mark.parametrize("form", sorted(FORMATS))
    def test_it_is_the_same_on_every_run(self, atlas: Atlas, form: str) -> None:
        again = open_atlas()
        if form in RDF:  # blank nodes are named anew
            assert len(atlas.export(form)) > 10_000
        else:
            assert atlas.export(form) == again.export(form)

    @pytest.mark.parametrize("form", sorted(RDF))
    def test_without_blank_nodes_rdf_is_the_same_on_every_run(self, tmp_path: Path, form: str) -> None:
        file = tmp_path / "own.ttl"
        file.write_text("".join(f"<e:{n}> <e:p> <e:{n + 1}> .\n" for n in range(50)), encoding="utf-8")
        written = [Store(read_file(file).quads) for _ in range(2)]
        first, second = (FORMATS[form](store, nx.MultiDiGraph()) for store in written)
        assert first == second

    @pytest.mark.parametrize("form", sorted(FORMATS))
    def test_hostile_text_can_be_written(self, hostile: Atlas, form: str) -> None:
        assert hostile.export(form).decode()
        assert hostile.export(form.upper()).decode()

    def test_an_unknown_format_is_refused_with_the_known_ones(self, atlas: Atlas) -> None:
        with pytest.raises(AtlasError, match=r'"pdf" is no format to export\. There are csv, gexf, graphml'):
            atlas.export("pdf")
