"""The default graph is the merge, and no query leaves the store or brings it down."""

import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from metastasis_atlas import Atlas, open_atlas
from metastasis_atlas.border import to_rdflib
from metastasis_atlas.errors import QueryError
from metastasis_atlas.namespaces import PREFIXES
from metastasis_atlas.sparql import Term
from metastasis_atlas.store import Store
from rdflib.compare import to_isomorphic

TRIG = """
@prefix e: <https://example.org/> .
e:a e:p e:loose .
e:g1 { e:a e:p e:b , "x" , "x"@en , 1 . }
e:g2 { e:a e:p e:b . e:c e:p e:d . }
"""
P = "PREFIX e: <https://example.org/> "


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas()


@pytest.fixture
def world(tmp_path: Path) -> Atlas:
    file = tmp_path / "world.trig"
    file.write_text(TRIG, encoding="utf-8")
    return open_atlas(file, only=True)


def count(atlas: Atlas, text: str) -> int:
    return len(atlas.query(text))


class TestTheDefaultGraphIsTheMerge:
    def test_a_claim_of_two_passages_counts_once(self, world: Atlas, atlas: Atlas) -> None:
        assert count(world, P + "SELECT * { e:a e:p e:b }") == 1
        assert count(world, P + "SELECT ?g { GRAPH ?g { e:a e:p e:b } }") == 2
        same = "concept:bisphosphonate-therapy atlas:treats concept:bone-metastasis"
        assert count(atlas, f"SELECT * {{ {same} }}") == 1
        assert count(atlas, f"SELECT ?g {{ GRAPH ?g {{ {same} }} }}") == 2

    def test_a_sum_over_it_is_right(self, world: Atlas) -> None:
        row = next(iter(world.query(P + "SELECT (COUNT(*) AS ?n) { ?s e:p ?o }")))
        assert row["n"] == rdflib.Literal(6)

    def test_from_restricts_it(self, world: Atlas) -> None:
        assert count(world, P + "SELECT * FROM e:g2 { ?s e:p ?o }") == 2
        with pytest.raises(QueryError, match="no graph"):
            world.query(P + "SELECT * FROM e:nowhere { ?s ?p ?o }")

    def test_a_claim_of_two_graphs_that_from_names_counts_once(self, world: Atlas) -> None:
        assert count(world, P + "SELECT * FROM e:g1 FROM e:g2 { e:a e:p e:b }") == 1

    def test_from_named_restricts_graph(self, world: Atlas) -> None:
        assert count(world, P + "SELECT ?g FROM NAMED e:g1 { GRAPH ?g { e:a e:p e:b } }") == 1

    def test_a_triple_outside_any_graph_is_in_the_merge_alone(self, world: Atlas) -> None:
        assert count(world, P + "SELECT * { ?s ?p e:loose }") == 1
        assert count(world, P + "SELECT * { GRAPH ?g { ?s ?p e:loose } }") == 0

    def test_what_is_derived_is_in_the_merge(self, atlas: Atlas) -> None:
        assert atlas.query("ASK { concept:ascites atlas:relievedBy concept:puncture }")

    def test_a_triple_knows_its_passages(self, world: Atlas) -> None:
        e = "https://example.org/"
        triple = (Term("iri", e + "a"), Term("iri", e + "p"), Term("iri", e + "b"))
        assert world.store.passages_of(triple) == [e + "g1", e + "g2"]
        assert world.store.contains(triple)
        assert world.store.contains(triple, e + "g1")
        assert not world.store.contains(triple, e + "nowhere")

    def test_a_pattern_finds_its_triples_once(self, world: Atlas) -> None:
        a, p, b, c, d = (Term("iri", "https://example.org/" + name) for name in "apbcd")
        assert list(world.store.find(a, p, b)) == [(a, p, b)]
        assert list(world.store.find(a, p, d)) == []
        assert sorted(world.store.find(None, p, d)) == [(c, p, d)]
        assert len(list(world.store.find(a, None, None))) == len(list(world.store.find(a, p, None))) == 5
        assert len(list(world.store.find(None, None, None))) == len(list(world.store.quads("")))

    def test_a_literal_is_no_subject_and_no_predicate(self, world: Atlas) -> None:
        x = Term("literal", "x")
        assert list(world.store.find(x, None, None)) == list(world.store.find(None, x, None)) == []
        assert len(list(world.store.find(None, None, x))) == 1

    def test_only_ours_is_left_out_with_only(self, world: Atlas) -> None:
        assert not world.query("ASK { ?p a atlas:Passage }")
        assert world.query("ASK { atlas:treats a owl:ObjectProperty }")


class TestQueriesThatMayNotBeAsked:
    @pytest.mark.parametrize(
        "text",
        [
            "SELECT * { SERVICE <http://127.0.0.1:9/sparql> { ?s ?p ?o } }",
            "SELECT * { service silent <http://127.0.0.1:9/sparql> { ?s ?p ?o } }",
            "SELECT * { { SELECT * { SERVICE ?anywhere { ?s ?p ?o } } } }",
        ],
    )
    def test_another_endpoint_is_not_asked(self, atlas: Atlas, text: str) -> None:
        with pytest.raises(QueryError, match="SERVICE asks another endpoint"):
            atlas.query(text)

    def test_service_in_a_string_or_name_or_comment_is_a_word_like_others(self, atlas: Atlas) -> None:
        text = 'SELECT ?service { ?service rdfs:label "SERVICE" } # SERVICE <x> {}'
        assert count(atlas, text) == 0

    @pytest.mark.parametrize(
        "text",
        [
            "INSERT DATA { <https://example.org/a> <https://example.org/b> 1 }",
            "DELETE WHERE { ?s ?p ?o }",
            "DROP ALL",
            "LOAD <http://127.0.0.1:9/>",
            "CLEAR DEFAULT",
        ],
    )
    def test_an_update_is_refused(self, atlas: Atlas, text: str) -> None:
        before = len(atlas.store)
        with pytest.raises(QueryError, match=r"which is read-only\. Ask with SELECT, ASK, CONSTRUCT or DESCRIBE\."):
            atlas.query(text)
        assert len(atlas.store) == before

    @pytest.mark.parametrize("text", ["", "SELECT", "SELECT * { ?s ?p }", "SELECT ?x { ?s ex:p ?o }", "\udcff", "\x00"])
    def test_a_faulty_query_is_refused_with_a_sentence(self, atlas: Atlas, text: str) -> None:
        with pytest.raises(QueryError, match="The query "):
            atlas.query(text)

    @pytest.mark.parametrize(
        "shape",
        [
            "'SELECT * { FILTER(' + '(' * n + '1' + ')' * n + ') }'",
            "'SELECT * ' + '{ ' * n + '}' * n",
            "'SELECT * { ?s ?p ' + '[ ?p ' * n + '1' + ']' * n + '}'",
            "'SELECT * { ?s ' + '(' * n + 'rdf:type' + ')' * n + ' ?o }'",
            "'SELECT * { FILTER(' + '!' * n + 'true) }'",
            "'SELECT * { FILTER(' + '-' * n + '1) }'",
            "'SELECT * { ?s ' + '^' * n + 'rdf:type ?o }'",
            "'SELECT * { ?s ' + '/'.join(['rdf:type'] * n) + ' ?o }'",
            "'SELECT * { ?s ' + '|'.join(['rdf:type'] * n) + ' ?o }'",
            "'SELECT * { FILTER(' + ' || '.join(['true'] * n) + ') }'",
            "'SELECT * { FILTER(' + ' + '.join(['1'] * n) + ') }'",
            "'SELECT * ' + ' UNION '.join(['{ ?s ?p ?o }'] * n)",
            "'SELECT * { ' + 'OPTIONAL { ?s ?p ?o } ' * n + '}'",
            "'SELECT * { ' + 'MINUS { ?s ?p ?o } ' * n + '}'",
            "'SELECT * { ' + '?s ?p ?o . ' * n + '}'",
        ],
    )
    def test_deep_or_long_queries_never_crash(self, shape: str) -> None:
        code = f"""
import sys
from metastasis_atlas.errors import QueryError
from metastasis_atlas.store import Store
n = 5000
try:
    Store().query({shape})
except QueryError as error:
    sys.stdout.write(str(error))
"""
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, (done.returncode, done.stderr[-500:])
        if "'(' * n" in shape or "'{ ' * n" in shape:
            assert "nested more than 64 deep" in done.stdout

    def test_sixty_nested_groups_may_be_asked(self, atlas: Atlas) -> None:
        assert count(atlas, "SELECT * " + "{" * 60 + "}" * 60) == 1

    def test_a_long_query_is_refused(self, atlas: Atlas) -> None:
        with pytest.raises(QueryError, match="longer than 256 KiB"):
            atlas.query("SELECT * {} #" + "x" * 300_000)


class TestAnswers:
    def test_every_predeclared_prefix_is_in_force(self, atlas: Atlas) -> None:
        for prefix, namespace in PREFIXES.items():
            row = next(iter(atlas.query(f"SELECT (STR({prefix}:x) AS ?iri) {{}}")))
            assert str(row["iri"]) == namespace + "x"

    def test_a_prefix_of_the_query_goes_before(self, atlas: Atlas) -> None:
        row = next(iter(atlas.query("PREFIX atlas: <https://e.x/> SELECT (STR(atlas:x) AS ?iri) {}")))
        assert str(row["iri"]) == "https://e.x/x"

    def test_terms_equal_those_that_rdflib_makes(self, world: Atlas) -> None:
        values = {row["o"] for row in world.query(P + "SELECT ?o FROM e:g1 { ?s ?p ?o }")}
        e = rdflib.Namespace("https://example.org/")
        assert values == {e.b, rdflib.Literal("x"), rdflib.Literal("x", lang="en"), rdflib.Literal(1)}

    def test_an_unbound_variable_is_left_out(self, world: Atlas) -> None:
        rows = list(world.query(P + "SELECT ?a ?b { BIND(1 AS ?a) OPTIONAL { e:x e:y ?b } }"))
        assert rows == [{"a": rdflib.Literal(1)}]

    def test_an_answer_can_be_read_again(self, world: Atlas) -> None:
        result = world.query(P + "SELECT ?o { e:c e:p ?o }")
        assert (len(result), len(result), len(list(result)), bool(result)) == (1, 1, 1, True)
        assert result.to_csv() == "o\r\nhttps://example.org/d\r\n"

    def test_ask_is_true_or_false(self, world: Atlas) -> None:
        assert world.query(P + "ASK { e:a e:p e:b }")
        assert not world.query(P + "ASK { e:a e:p e:nowhere }")

    def test_construct_gives_triples(self, world: Atlas) -> None:
        result = world.query(P + "CONSTRUCT { ?o e:q ?s } { ?s e:p ?o FILTER(isIRI(?o)) }")
        assert sorted(str(row["subject"])[-1] for row in result) == ["b", "d", "e"]

    @pytest.mark.parametrize("form", ["csv", "tsv"])
    def test_a_truth_value_is_no_table(self, world: Atlas, form: str) -> None:
        with pytest.raises(QueryError, match="can be written as json, xml"):
            world.store.query("ASK {}").serialize(form)


class TestTheRdflibDataset:
    def test_it_holds_the_same_as_the_store(self, atlas: Atlas) -> None:
        dataset = atlas.dataset
        stored: dict[str, int] = {}
        for *_, graph in atlas.store.quads():
            stored[graph] = stored.get(graph, 0) + 1
        assert len(dataset.default_graph) == stored.pop("")
        default = dataset.default_graph.identifier
        assert {str(g.identifier): len(g) for g in dataset.graphs() if g.identifier != default} == stored

    def test_term_by_term(self, atlas: Atlas) -> None:
        dataset = atlas.dataset
        for s, p, o, graph in atlas.store.quads():
            where = dataset.graph(rdflib.URIRef(graph)) if graph else dataset.default_graph
            assert (to_rdflib(s), to_rdflib(p), to_rdflib(o)) in where

    def test_it_is_isomorphic_to_what_rdflib_reads_from_the_export(self, world: Atlas) -> None:
        read = rdflib.Graph().parse(data=world.store.write("turtle"), format="turtle")
        assert to_isomorphic(read) == to_isomorphic(world.dataset.default_graph)

    def test_it_is_a_copy(self, atlas: Atlas) -> None:
        before = len(atlas.store)
        atlas.dataset.default_graph.remove((None, None, None))
        assert len(atlas.store) == before
        assert len(atlas.dataset.default_graph) > 0

    def test_it_knows_the_prefixes(self, atlas: Atlas) -> None:
        bound = {prefix: str(namespace) for prefix, namespace in atlas.dataset.namespaces()}
        assert bound["atlas"] == PREFIXES["atlas"]
        assert bound["concept"] == PREFIXES["concept"]

    def test_an_empty_store_is_an_empty_dataset(self) -> None:
        assert len(Store().to_dataset()) == 0


FAULTS = {
    "SELECT ?i { ?i atlass:relieves concept:ascites }": (
        'The query is faulty at line 1, column 16: the prefix "atlass" of "atlass:relieves" is not declared.'
        ' Did you mean "atlas"?'
    ),
    "SELECT ?i {\n ?i atlas:relieves _:x . ?i foo:bar ?o }": (
        'The query is faulty at line 2, column 29: the prefix "foo" of "foo:bar" is not declared.'
    ),
    "SELECT ?i {\n ?i atlas:relieves concept:ascites ": (
        'The query is faulty at line 1, column 11: "{" was found there, and is never closed.'
    ),
    "SELEC ?x {}": (
        "The query is faulty at line 1, column 1: it must begin with SELECT, ASK, CONSTRUCT or DESCRIBE, not with"
        ' "SELEC". Did you mean "SELECT"?'
    ),
    "SELECT * {\n ?s ?p ?o }}": 'The query is faulty at line 2, column 12: "}" was found there, and closes nothing.',
    "SELECT ?x WHERE ?x { ?y ?z }": (
        'The query is faulty at line 1, column 17: "?x" was found there, where "{" should stand.'
    ),
    "SELECT ?x { ?x ?y ?z } LIMIT x": 'The query is faulty at line 1, column 30: "x" was found there.',
    "SELECT ?x { ?x ?y 'a }": "The query is faulty at line 1, column 19: the text that begins with ' does not end.",
    "SELECT * { <rel> ?p ?o }": (
        'The query is faulty at line 1, column 12: "<rel>" is no whole IRI: it has no scheme, like "https:".'
    ),
    "DESCRIBE": 'The query is faulty at line 1, column 9: the end, after "DESCRIBE", was found there.',
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_is_told_in_one_sentence_with_its_place_and_no_grammar(text: str) -> None:
    with pytest.raises(QueryError) as caught:
        Store().query(text)
    assert str(caught.value) == FAULTS[text]
