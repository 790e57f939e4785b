"""The network: frozen, free of literals and of false paths, and of one mind with SPARQL."""

import copy
import inspect
import io
import json
import operator
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from metastasis_atlas import Atlas, open_atlas
from metastasis_atlas.namespaces import ATLAS, CONCEPT, INFERRED, PASSAGE
from metastasis_atlas.traversal import find_neighbourhood, find_paths
from pyvis.network import Network

TWINS = """
@prefix atlas: <https://w3id.org/metastasis-atlas/ns#> .
@prefix e: <https://example.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
e:left a skos:Concept , atlas:Organ ; skos:prefLabel "lung"@en .
e:right a skos:Concept , atlas:Organ ; skos:prefLabel "lung"@en .
e:tumour-a atlas:metastasizesTo e:left ; atlas:headCredential "same" .
e:tumour-b atlas:metastasizesTo e:right ; atlas:headCredential "same" .
"""


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas()


@pytest.fixture
def twins(tmp_path: Path) -> Atlas:
    file = tmp_path / "twins.ttl"
    file.write_text(TWINS, encoding="utf-8")
    return open_atlas(file, only=True)


CHANGES: dict[str, Callable[[Any], object]] = {
    "set": lambda data: operator.setitem(data, "label", "changed"),
    "del": lambda data: operator.delitem(data, "label"),
    "update": lambda data: data.update(label="changed"),
    "|=": lambda data: operator.ior(data, {"label": "changed"}),
    "setdefault": lambda data: data.setdefault("new", 1),
    "pop": lambda data: data.pop("label"),
    "popitem": lambda data: data.popitem(),
    "clear": lambda data: data.clear(),
}
COPIES: dict[str, Callable[[Any], Any]] = {
    "copy": lambda network: network.copy(),
    "to_undirected": lambda network: network.to_undirected(),
    "to_directed": lambda network: network.to_directed(),
    "reverse": lambda network: network.reverse(),
    "deepcopy": copy.deepcopy,
    "pickle": lambda network: pickle.loads(pickle.dumps(network)),
    "a copy of a copy": lambda network: network.copy().copy(),
}


def is_plain(data: dict[str, Any]) -> bool:
    return type(data) is dict and all(is_plain(value) for value in data.values() if isinstance(value, dict))


class TestItCannotBeChanged:
    def test_no_node_or_edge_can_be_added_or_removed(self, atlas: Atlas) -> None:
        assert nx.is_frozen(atlas.network)
        with pytest.raises(nx.NetworkXError):
            atlas.network.add_edge("a", "b")
        with pytest.raises(nx.NetworkXError):
            atlas.network.remove_node(CONCEPT + "bone")

    def test_data_are_read_only(self, atlas: Atlas) -> None:
        node = atlas.network.nodes[CONCEPT + "bone"]
        edge = next(iter(atlas.network.edges(keys=True, data=True)))[3]
        for data in (node, edge, node["labels"], atlas.network.graph, atlas.network.graph["properties"]):
            with pytest.raises(TypeError):
                data["label"] = "changed"
        with pytest.raises(TypeError):
            atlas.network.graph["passages"][PASSAGE + "overview-b5"]["locator"] = "changed"

    def test_an_edge_is_read_only_from_both_ends(self, atlas: Atlas) -> None:
        for _, _, data in atlas.network.in_edges(CONCEPT + "ascites", data=True):
            with pytest.raises(TypeError):
                data["derived"] = True

    def test_a_copy_can_be_changed_and_leaves_it_alone(self, atlas: Atlas) -> None:
        before = (len(atlas.network), atlas.network.number_of_edges())
        changed = atlas.network.copy()
        changed.add_edge("a", "b")
        changed.nodes[CONCEPT + "bone"]["label"] = "changed"
        assert (len(atlas.network), atlas.network.number_of_edges()) == before
        assert atlas.network.nodes[CONCEPT + "bone"]["label"] == "bone"

    @pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
    def test_no_way_of_changing_data_is_left(self, atlas: Atlas, change: Callable[[Any], object]) -> None:
        node = atlas.network.nodes[CONCEPT + "bone"]
        before = copy.deepcopy(node)
        with pytest.raises(TypeError, match=r"can be read, not changed\. Change those of network\.copy\(\)"):
            change(node)
        assert node == before

    @pytest.mark.parametrize("copy_it", COPIES.values(), ids=COPIES.keys())
    def test_every_copy_has_plain_data_of_its_own(self, atlas: Atlas, copy_it: Callable[[Any], Any]) -> None:
        copied = copy_it(atlas.network)
        assert set(copied) == set(atlas.network)
        bone = copied.nodes[CONCEPT + "bone"]
        bone["label"] = bone["labels"]["en"] = "CHANGED"
        for *_, data in copied.edges(data=True):
            data["derived"] = "CHANGED"
        copied.graph["properties"][ATLAS + "treats"]["labels"]["en"] = "CHANGED"
        assert all(is_plain(data) for _, data in copied.nodes(data=True))
        assert all(is_plain(data) for *_, data in copied.edges(data=True))
        assert is_plain(copied.graph)
        assert "CHANGED" not in str(atlas.network.nodes(data=True)) + str(atlas.network.graph)
        assert all(isinstance(data["derived"], bool) for *_, data in atlas.network.edges(data=True))

    def test_a_part_of_it_can_be_copied_and_changed(self, atlas: Atlas) -> None:
        part = atlas.network.subgraph([CONCEPT + "bone", CONCEPT + "bone-metastasis"]).copy()
        part.add_edge("a", "b")
        assert is_plain(part.graph)
        assert all(is_plain(data) for _, data in part.nodes(data=True))

    def test_json_gexf_and_graphml_take_it(self, atlas: Atlas) -> None:
        # networkx 3.4 asks for the name under which edges stand, and 3.2 knows no such word.
        edges = {"edges": "edges"} if "edges" in inspect.signature(nx.node_link_data).parameters else {}
        told = json.loads(json.dumps(nx.node_link_data(atlas.network, **edges)))
        assert len(told.get("edges", told.get("links"))) == atlas.network.number_of_edges()
        flat = nx.MultiDiGraph(atlas.network.copy().edges(data=True))  # GEXF takes no pair as key
        for *_, data in [*flat.nodes(data=True), *flat.edges(data=True)]:  # these formats take no lists
            for key in [key for key, value in data.items() if isinstance(value, dict | tuple)]:
                del data[key]
        for write in (nx.write_gexf, nx.write_graphml):
            write(flat, written := io.BytesIO())
            assert written.getvalue().count(b"</edge>") == atlas.network.number_of_edges()

    def test_pyvis_is_handed_a_copy_and_changes_nothing(self, atlas: Atlas) -> None:
        def measure() -> tuple[object, ...]:
            nodes = {n: dict(d) for n, d in atlas.network.nodes(data=True)}
            return nodes, [(u, v, k, dict(d)) for u, v, k, d in atlas.network.edges(keys=True, data=True)]

        before = measure()
        flat = nx.DiGraph((u, v) for u, v in atlas.network.edges())
        Network(directed=True).from_nx(flat)
        atlas.page()
        assert measure() == before


class TestWhatIsInIt:
    def test_literals_are_never_nodes(self, atlas: Atlas) -> None:
        literals = {str(row["o"]) for row in atlas.query("SELECT DISTINCT ?o { ?s ?p ?o FILTER(isLiteral(?o)) }")}
        assert not literals & set(atlas.network)
        assert all(node.startswith(("http://", "https://")) for node in atlas.network)

    def test_every_concept_is_a_node_with_label_and_class(self, atlas: Atlas) -> None:
        concepts = {str(row["c"]) for row in atlas.query("SELECT ?c { ?c a skos:Concept }")}
        assert concepts <= set(atlas.network)
        for concept in concepts:
            data = atlas.network.nodes[concept]
            assert data["label"]
            assert data["class"].startswith(ATLAS)

    def test_parallel_edges_are_keyed_by_property_and_passage(self, atlas: Atlas) -> None:
        keys = atlas.network[CONCEPT + "bisphosphonate-therapy"][CONCEPT + "bone-metastasis"]
        treats = {key for key in keys if key[0] == ATLAS + "treats"}
        assert treats == {(ATLAS + "treats", PASSAGE + "overview-p1-s4"), (ATLAS + "treats", PASSAGE + "overview-b4")}
        for _, _, key, data in atlas.network.edges(keys=True, data=True):
            assert key == (data["property"], data["passage"])
            assert data["derived"] == (key[1] == INFERRED)

    def test_two_sites_that_share_a_label_make_no_path(self, twins: Atlas) -> None:
        e = "https://example.org/"
        assert find_paths(twins.network, e + "tumour-a", e + "left")
        assert find_paths(twins.network, e + "tumour-a", e + "right") == []
        assert find_paths(twins.network, e + "left", e + "right", derived=True) == []
        assert find_paths(twins.network, e + "tumour-a", e + "tumour-b") == []
        assert "lung" not in twins.network


class TestFirmness:
    def test_a_stated_edge_is_as_firm_as_its_passage(self, atlas: Atlas) -> None:
        passages = atlas.network.graph["passages"]
        for _, _, (_, passage), data in atlas.network.edges(keys=True, data=True):
            if passage in passages:
                told = passages[passage]
                assert (data["modality"], data["modalities"]) == (told["modality"], (told["modality"],))
                assert (data["quantifier"], data["note"]) == (told["quantifier"], told["note"])

    def test_a_derived_edge_is_as_firm_as_the_weakest_that_it_leans_on(self, atlas: Atlas) -> None:
        ranks = {iri: told["rank"] for iri, told in atlas.network.graph["modalities"].items()}
        assert sorted(ranks.values()) == list(range(1, 9))
        derived = [data for *_, data in atlas.network.edges(data=True) if data["derived"]]
        for data in derived:
            assert ATLAS + "asserted" not in data["modalities"]
            assert list(data["modalities"]) == sorted(data["modalities"], key=ranks.__getitem__, reverse=True)
            assert data["modality"] == next(iter(data["modalities"]), ATLAS + "asserted")
            assert data["note"] == ""
        assert {data["modality"] for data in derived} >= {ATLAS + "asserted", ATLAS + "implied", ATLAS + "editorial"}

    def test_what_only_may_be_is_not_derived_as_if_it_were_so(self, atlas: Atlas) -> None:
        told = atlas.network.edges[CONCEPT + "bone-metastasis", CONCEPT + "surgery", (ATLAS + "treatedBy", INFERRED)]
        stated = atlas.network.get_edge_data(CONCEPT + "surgery", CONCEPT + "bone-metastasis").values()
        assert told["modality"] in {data["modality"] for data in stated} != {ATLAS + "asserted"}

    def test_what_leans_on_no_passage_has_no_firmness(self, twins: Atlas) -> None:
        data = [data for *_, data in twins.network.edges(data=True)]
        assert data
        assert {(one["modality"], one["modalities"], one["quantifier"], one["note"]) for one in data} == {
            ("", (), "", "")
        }

    def test_a_quantifier_is_told_and_explained(self, atlas: Atlas) -> None:
        used = {data["quantifier"] for *_, data in atlas.network.edges(data=True)} - {""}
        known = atlas.network.graph["quantifiers"]
        assert used
        assert used <= set(known)
        for told in known.values():
            assert set(told) == {"labels", "definitions", "sentences"}
            assert told["labels"]["en"]
            assert told["definitions"]["en"]


class TestPaths:
    def test_denosumab_reaches_bone_by_its_therapy_and_the_metastasis(self, atlas: Atlas) -> None:
        paths = atlas.find_paths("denosumab", "bone")
        assert [path.labels() for path in paths] == [
            ["denosumab", "RANK-ligand inhibitor therapy", "bone metastasis", "bone"]
        ]
        steps = [{(e.property, e.data["passage"]) for e in step} for step in paths[0].route.steps]
        assert steps == [
            {(ATLAS + "usesAgent", PASSAGE + "overview-b4-drug")},
            {(ATLAS + "treats", PASSAGE + "overview-p1-s4"), (ATLAS + "treats", PASSAGE + "overview-b4")},
            {(ATLAS + "occursIn", PASSAGE + "overview-p1-s2-implied")},
        ]
        assert [line.split(" [")[0] for line in paths[0].say()] == [
            "RANK-ligand inhibitor therapy uses denosumab.",
            "RANK-ligand inhibitor therapy is used against bone metastases.",
            "The source implies that a bone metastasis occurs in the bone.",
        ]

    def test_each_step_is_a_stated_claim_unless_derived_ones_are_asked_for(self, atlas: Atlas) -> None:
        for path in atlas.find_paths("denosumab", "bone"):
            assert all(not edge.data["derived"] for step in path.route.steps for edge in step)
            assert all(path.route.steps)
        derived = atlas.find_paths("denosumab", "bone", derived=True)
        assert min(len(path.route.steps) for path in derived) == 2

    def test_no_path_leads_through_a_passage(self, atlas: Atlas) -> None:
        edges = atlas.network.edges()
        assert any(u.startswith(PASSAGE) and v.startswith(PASSAGE) for u, v in edges)
        usual, effect = PASSAGE + "overview-p1-s3-usual", PASSAGE + "overview-p1-s3-effect"
        assert find_paths(atlas.network, usual, effect, derived=True) == []

    def test_a_path_there_is_as_long_as_the_path_back(self, atlas: Atlas) -> None:
        there, back = atlas.find_paths("puncture", "peritoneum"), atlas.find_paths("peritoneum", "puncture")
        assert {path.route.nodes for path in there} == {path.route.nodes[::-1] for path in back} != set()

    def test_a_neighbourhood_grows_by_steps(self, atlas: Atlas) -> None:
        bone = CONCEPT + "denosumab"
        assert find_neighbourhood(atlas.network, bone, 0) == {bone}
        one = find_neighbourhood(atlas.network, bone, 1)
        assert one == {bone, *nx.all_neighbors(atlas.network, bone)}
        assert one < find_neighbourhood(atlas.network, bone, 2)


PATTERNS = {
    "what relieves ascites": ("relieves", "", "ascites"),
    "what puncture relieves": ("relieves", "puncture", ""),
    "what is treated by surgery": ("treats", "surgery", ""),
    "what treats bone metastasis": ("treats", "", "bone-metastasis"),
    "where breast cancer goes": ("metastasizesTo", "breast-cancer", ""),
    "what puncture does not destroy": ("doesNotDestroy", "puncture", ""),
    "every cause": ("causes", "", ""),
    "every treatment": ("treats", "", ""),
    "every site that is addressed": ("addressesSite", "", ""),
    "what occurs where": ("occursIn", "", ""),
}


class TestOneMindWithSparql:
    @pytest.mark.parametrize(("prop", "subject", "value"), PATTERNS.values(), ids=PATTERNS.keys())
    def test_a_pattern_gives_the_same(self, atlas: Atlas, prop: str, subject: str, value: str) -> None:
        s, o = (f"concept:{one}" if one else variable for one, variable in ((subject, "?s"), (value, "?o")))
        query = f"SELECT ?s ?o {{ {s} atlas:{prop} {o} BIND({s} AS ?x) BIND({o} AS ?y) }}"
        query = query.replace("SELECT ?s ?o", "SELECT DISTINCT ?x ?y")
        asked = {(str(row["x"]), str(row["y"])) for row in atlas.query(query)}
        walked = {
            (u, v)
            for u, v, key in atlas.network.edges(keys=True)
            if key[0] == ATLAS + prop
            and (not subject or u == CONCEPT + subject)
            and (not value or v == CONCEPT + value)
        }
        assert asked == walked != set()

    def test_counting_passages_gives_the_same(self, atlas: Atlas) -> None:
        query = "SELECT ?s ?o ?g { GRAPH ?g { ?s atlas:treats ?o } }"
        asked = sorted(tuple(str(one) for one in row.values()) for row in atlas.query(query))
        edges = atlas.network.edges(keys=True)
        assert asked == sorted((u, v, key[1]) for u, v, key in edges if key[0] == ATLAS + "treats")
