"""What the page shows, as plain data."""

import json
from pathlib import Path

import pytest
from metastasis_atlas import Atlas, open_atlas
from metastasis_atlas.view import Display, Excerpt, make_display

GOLDEN = Path(__file__).parent / "golden" / "view.json"
WORLD = """
@prefix atlas: <https://w3id.org/metastasis-atlas/ns#> .
@prefix e: <https://example.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
e:cancer a skos:Concept , atlas:Disease ; skos:prefLabel "cancer"@en , "Krebs"@de ; atlas:metastasizesTo e:bone .
e:bone a skos:Concept , atlas:Organ ; skos:prefLabel "bone"@en ; skos:definition "A hard tissue."@en .
e:lesion a skos:Concept , atlas:MetastasisType ; skos:prefLabel "<b>lesion</b>"@en ; atlas:occursIn e:bone .
e:fluid a skos:Concept , atlas:Condition ; skos:prefLabel "fluid"@en .
e:drain a skos:Concept , atlas:Intervention ; skos:prefLabel "drain"@en ;
    atlas:relieves e:fluid ; atlas:doesNotDestroy e:lesion .
e:needle a skos:Concept , atlas:Intervention ; skos:prefLabel "needle"@en ; skos:broader e:drain .
e:drug a skos:Concept , atlas:Agent ; skos:prefLabel "drug"@en ; atlas:treats e:lesion .
"""


def show(atlas: Atlas) -> Display:
    return make_display(atlas.network, atlas.explain, version="0")


def show_world(folder: Path) -> Display:
    file = folder / "world.ttl"
    file.write_text(WORLD, encoding="utf-8")
    return show(open_atlas(file, only=True))


@pytest.fixture(scope="module")
def display() -> Display:
    return show(open_atlas())


class TestTheBuiltInAtlas:
    def test_it_is_plain_data(self, display: Display) -> None:
        data = display.to_json()
        assert json.loads(json.dumps(data)) == data

    def test_ids_are_unique_and_edges_join_nodes(self, display: Display) -> None:
        nodes = {node["id"] for node in display.nodes}
        assert len(nodes) == len(display.nodes)
        assert len({edge["id"] for edge in display.edges}) == len(display.edges)
        assert {end for edge in display.edges for end in (edge["from"], edge["to"])} <= nodes

    def test_claims_of_several_passages_are_one_edge_with_all_evidence(self, display: Display) -> None:
        seen = [(edge["from"], edge["property"], edge["to"]) for edge in display.edges]
        assert len(set(seen)) == len(seen)
        key = ("concept:bisphosphonate-therapy", "atlas:treats", "concept:bone-metastasis")
        edge = display.edges[seen.index(key)]
        told = [one["passage"] for one in edge["evidence"]]
        assert told == ["passage:overview-b4", "passage:overview-p1-s4"]

    def test_a_stated_edge_has_evidence_and_a_derived_one_a_proof(self, display: Display) -> None:
        passages = {passage["id"] for passage in display.passages}
        for edge in display.edges:
            assert bool(edge["evidence"]) != edge["derived"]
            assert (edge["proof"] is not None) == edge["derived"]
            assert {one["passage"] for one in edge["evidence"]} <= passages

    def test_the_premises_of_a_proof_exist(self, display: Display) -> None:
        ids = {edge["id"] for edge in display.edges}
        for edge in display.edges:
            if edge["derived"]:
                premises = [one for one in edge["proof"]["premises"] if isinstance(one, str)]
                assert premises, edge
                assert set(premises) <= ids - {edge["id"]}

    def test_the_stated_negative_is_marked(self, display: Display) -> None:
        negative = {edge["property"] for edge in display.edges if edge["negative"]}
        assert "atlas:doesNotDestroy" in negative
        assert not negative & {"atlas:treats", "atlas:relieves"}

    def test_every_class_property_and_source_that_is_used_is_explained(self, display: Display) -> None:
        assert {node["class"] for node in display.nodes} == {one["id"] for one in display.classes}
        assert {edge["property"] for edge in display.edges} == {one["id"] for one in display.properties}
        assert {one["source"] for one in display.passages} <= {one["id"] for one in display.sources}
        assert {one["modality"] for one in display.passages} <= {one["id"] for one in display.modalities}
        assert sum(one["count"] for one in display.classes) == len(display.nodes)

    def test_no_two_nodes_stand_on_one_spot(self, display: Display) -> None:
        assert len({(node["x"], node["y"]) for node in display.nodes}) == len(display.nodes)


class TestFirmness:
    def test_a_headline_is_as_firm_as_its_firmest_evidence(self, display: Display) -> None:
        for edge in display.edges:
            if edge["evidence"]:
                assert None in {one["sentence"] for one in edge["evidence"]}  # one of them says it as the headline does
        hedged = [edge for edge in display.edges if edge["modalities"] == ["atlas:possible"] and not edge["derived"]]
        assert hedged
        assert all(edge["sentence"].startswith("As one possibility, ") for edge in hedged)

    def test_an_edge_carries_of_how_many_it_speaks(self, display: Display) -> None:
        said = {(e["from"], e["property"], e["to"]): e["quantifier"] for e in display.edges if e["quantifier"]}
        assert said[("concept:local-therapy", "atlas:treats", "concept:metastasis")] == "some"
        assert said[("concept:breast-cancer", "atlas:canMetastasizeTo", "concept:organ")] == "almost all"
        assert said[("concept:metastasis", "atlas:treatedBy", "concept:local-therapy")] == "some"

    def test_each_language_brings_its_own_breaks_and_forms(self, display: Display) -> None:
        breaks = {tag: told["breaks"] for tag, told in display.translations.items()}
        assert "aus\u00adbrei\u00adtungs\u00adweg" in breaks["de"]
        assert all(breaks[tag] for tag in ("de", "uk", "es", "fr"))
        ukrainian = display.translations["uk"]["nodes"]
        place = str([node["id"] for node in display.nodes].index("concept:bone-metastasis"))
        assert "метастазів у кістках" in ukrainian[place]["forms"]

    def test_a_plain_label_is_in_the_language_asked_for_or_missing(self, display: Display) -> None:
        plain = {node["id"]: node["plainLabel"] for node in display.nodes}
        assert plain["concept:ascites"] == "fluid in the belly"
        assert plain["concept:liver"] == ""
        german = display.translations["de"]["nodes"]
        place = {node["id"]: str(index) for index, node in enumerate(display.nodes)}
        assert german[place["concept:ascites"]]["plainLabel"] == "Wasser im Bauch"
        # Where German has no lay word, the English one doesn't stand in for the German preferred label.
        assert german[place["concept:surgery"]]["plainLabel"] == ""

    def test_modalities_stand_firmest_first(self, display: Display) -> None:
        order = [one["id"] for one in display.modalities]
        assert order[0] == "atlas:asserted"
        assert order[-1] == "atlas:editorial"
        for edge in display.edges:
            assert edge["modalities"] == sorted(edge["modalities"], key=order.index)

    def test_our_own_additions_are_marked(self, display: Display) -> None:
        ours = {node["id"] for node in display.nodes if node["ours"]}
        assert "concept:thoracentesis" in ours
        assert not ours & {"concept:puncture", "concept:ascites", "concept:breast-cancer"}
        for edge in display.edges:
            if not edge["derived"]:
                assert edge["ours"] == (edge["modalities"] == ["atlas:editorial"])

    def test_the_story_joins_its_two_cancers(self, display: Display) -> None:
        joining = ("concept:metastatic-breast-cancer", "skos:broader", "concept:breast-cancer")
        core = {(edge["from"], edge["property"], edge["to"]) for edge in display.edges if edge["core"]}
        assert joining in core
        assert {prop for _, prop, _ in core if prop.startswith("skos:")} == {"skos:broader"}


class TestLanguages:
    def test_each_text_says_which_language_it_is_in(self) -> None:
        atlas = open_atlas()
        german = make_display(atlas.network, atlas.explain, version="0", language="de")
        node = next(node for node in german.nodes if node["id"] == "concept:pleural-effusion")
        assert (node["label"], node["lang"]) == ("Pleuraerguss", "de")
        assert {one["lang"] for one in german.classes} == {"de"}
        assert {edge["lang"] for edge in german.edges} <= {"de", "en"}

    def test_what_is_not_translated_falls_back_and_says_so(self, tmp_path: Path) -> None:
        file = tmp_path / "world.ttl"
        file.write_text(WORLD, encoding="utf-8")
        atlas = open_atlas(file, only=True)
        german = make_display(atlas.network, atlas.explain, version="0", language="de")
        tags = {node["label"]: node["lang"] for node in german.nodes}
        assert tags["Krebs"] == "de"
        assert tags["bone"] == "en"


class TestAPart:
    def test_of_a_larger_store_says_of_which_around_what_and_how_far(self) -> None:
        atlas = open_atlas()
        whole = make_display(atlas.network, atlas.explain, version="0")
        assert whole.excerpt is None
        around = "https://w3id.org/metastasis-atlas/concept/ascites"
        excerpt = Excerpt("http://a.example/sparql", around, 2, cut=True)
        part = make_display(atlas.network, atlas.explain, version="0", excerpt=excerpt)
        assert part.to_json()["excerpt"] == {
            "store": "http://a.example/sparql",
            "around": "concept:ascites",
            "steps": 2,
            "cut": True,
        }


class TestAWorldOfSevenNodes:
    def test_it_is_what_it_was(self, tmp_path: Path) -> None:
        """Renew it, when a change is meant, with

        python -c "import json, pathlib, sys; sys.path.insert(0, 'tests'); import test_view as t, tempfile;
        t.GOLDEN.write_text(t.write(t.show_world(pathlib.Path(tempfile.mkdtemp()))), encoding='utf-8')"
        """
        assert write(show_world(tmp_path)) == GOLDEN.read_text(encoding="utf-8")

    def test_it_has_seven_nodes(self, tmp_path: Path) -> None:
        assert len(show_world(tmp_path).nodes) == 7


def write(display: Display) -> str:
    """The nodes and edges as the golden file holds them."""
    data = display.to_json()
    return json.dumps({key: data[key] for key in ("nodes", "edges", "layers")}, indent=1, ensure_ascii=False) + "\n"
