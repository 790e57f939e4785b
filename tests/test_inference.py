"""What may be derived, why it holds, and that nothing else is derived."""

from pathlib import Path

import pytest
import rdflib
from metastasis_atlas import Atlas, open_atlas
from metastasis_atlas.errors import DataError
from metastasis_atlas.inference import Proof, Rule, Triple, derive, find_proof, read_rules
from metastasis_atlas.namespaces import CONCEPT, INFERRED, PREFIXES, SKOS
from metastasis_atlas.sparql import Term
from metastasis_atlas.store import Store, to_rdflib

SAMPLE = 25
USED = (PREFIXES["atlas"], SKOS + "broader", PREFIXES["owl"] + "inverseOf")
"""Properties that rules use."""


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas()


@pytest.fixture(scope="module")
def derived(atlas: Atlas) -> list[Triple]:
    return sorted((s, p, o) for s, p, o, _ in atlas.store.quads(INFERRED))


def iri(name: str) -> Term:
    prefix, _, local = name.partition(":")
    return Term("iri", PREFIXES[prefix] + local)


def make_world(tmp_path: Path, turtle: str) -> Atlas:
    file = tmp_path / "world.ttl"
    head = "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in ("atlas", "concept", "skos", "owl"))
    file.write_text(head + turtle, encoding="utf-8")
    return open_atlas(file, only=True)


def derive_with_rdflib(store: Store, rules: list[Rule]) -> set[Triple]:
    """The oracle: the same rule texts, applied by rdflib until nothing new comes."""
    graph = rdflib.Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, override=True, replace=True)
    back: dict[object, Term] = {}
    for s, p, o, name in store.quads():
        if name != INFERRED and name and "literal" not in (s.kind, o.kind):
            nodes = [to_rdflib(term) for term in (s, p, o)]
            back.update(zip(nodes, (s, p, o), strict=True))
            graph.add((nodes[0], nodes[1], nodes[2]))
    for s, p, o, _ in store.quads(""):  # what stands in files without named graphs
        if o.kind != "literal" and not set(store.passages_of((s, p, o))):
            nodes = [to_rdflib(term) for term in (s, p, o)]
            back.update(zip(nodes, (s, p, o), strict=True))
            graph.add((nodes[0], nodes[1], nodes[2]))
    stated = set(graph)
    before = -1
    while before != len(graph):
        before = len(graph)
        for rule in rules:
            for triple in list(graph.query(rule.query)):
                graph.add(triple)
    new = set(graph) - stated
    return {(back[s], back[p], back[o]) for s, p, o in new}


def leaves_of(proof: Proof) -> set[Triple]:
    return {leaf.triple for leaf in proof.leaves()}


class TestProofs:
    def test_something_is_derived_and_counted(self, atlas: Atlas, derived: list[Triple]) -> None:
        assert len(derived) == atlas.derived > 100

    def test_every_derived_triple_has_a_proof_that_ends_in_stated_ones(
        self, atlas: Atlas, derived: list[Triple]
    ) -> None:
        for triple in derived:
            proof = find_proof(atlas.store, atlas.rules, triple)
            assert proof is not None, triple
            assert proof.triple == triple
            assert proof.rule is not None
            assert proof.premises
            for leaf in proof.leaves():
                assert leaf.rule is None
                assert not atlas.store.contains(leaf.triple, INFERRED), (triple, leaf.triple)
                assert atlas.store.contains(leaf.triple)

    def test_no_proof_leans_on_what_it_proves(self, atlas: Atlas, derived: list[Triple]) -> None:
        def walk(proof: Proof, above: frozenset[Triple]) -> None:
            assert proof.triple not in above
            for premise in proof.premises:
                walk(premise, above | {proof.triple})

        for triple in derived:
            proof = find_proof(atlas.store, atlas.rules, triple)
            assert proof
            walk(proof, frozenset())

    def test_the_rule_of_a_proof_concludes_from_its_premises_alone(self, atlas: Atlas, derived: list[Triple]) -> None:
        for triple in derived[:: max(1, len(derived) // SAMPLE)]:
            proof = find_proof(atlas.store, atlas.rules, triple)
            assert proof
            assert proof.rule
            small = Store()
            small.add_triples((premise.triple for premise in proof.premises), "https://example.org/g")
            assert triple in small.construct(proof.rule.query)

    def test_a_stated_triple_is_its_own_proof_with_its_passages(self, atlas: Atlas) -> None:
        triple = (iri("concept:denosumab"), iri("skos:broader"), iri("concept:rankl-inhibitor"))
        proof = find_proof(atlas.store, atlas.rules, triple)
        assert proof
        assert proof.rule is None
        assert proof.leaves() == [proof]
        assert [one.rsplit("/", 1)[1] for one in proof.passages] == ["overview-b4", "overview-p1-s4"]

    def test_what_does_not_hold_has_no_proof(self, atlas: Atlas) -> None:
        assert atlas.explain(CONCEPT + "puncture", PREFIXES["atlas"] + "treats", CONCEPT + "metastasis") is None

    def test_the_proof_of_a_narrower_negative_names_the_sentence_it_comes_from(self, atlas: Atlas) -> None:
        proof = atlas.explain(
            CONCEPT + "thoracentesis", PREFIXES["atlas"] + "doesNotDestroy", CONCEPT + "bone-metastasis"
        )
        assert proof
        passages = {passage.rsplit("/", 1)[1] for leaf in proof.leaves() for passage in leaf.passages}
        assert passages == {"overview-b5", "editorial-thoracentesis", "editorial-kinds-of-metastasis"}


class TestWithoutAPremise:
    def test_a_derived_triple_goes_with_its_leaf_unless_another_proof_stands(
        self, atlas: Atlas, derived: list[Triple]
    ) -> None:
        gone = 0
        stated = [
            quad
            for quad in atlas.store.quads()
            if quad[3] != INFERRED and "literal" not in quad[2].kind and quad[1].value.startswith(USED)
        ]
        graphs = {quad[3] for quad in stated if quad[3]}
        loose = [q[:3] for q in stated if not q[3] and not atlas.store.passages_of(q[:3])]
        for triple in derived[:: max(1, len(derived) // SAMPLE)]:
            proof = find_proof(atlas.store, atlas.rules, triple)
            assert proof
            for leaf in leaves_of(proof):
                store = Store()
                for graph in graphs:
                    store.add_triples((q[:3] for q in stated if q[3] == graph and q[:3] != leaf), graph)
                store.add_triples((one for one in loose if one != leaf), "https://example.org/loose")
                expected = derive_by_hand(store)
                derive(store, atlas.rules)
                assert store.contains(triple) == (triple in expected), (triple, leaf)
                if store.contains(triple):
                    other = find_proof(store, atlas.rules, triple)
                    assert other
                    assert leaf not in leaves_of(other)
                else:
                    gone += 1
        assert gone >= SAMPLE, "Most derived triples have one proof only."


def derive_by_hand(store: Store) -> set[Triple]:
    """The eight rules once more in plain Python: all that holds, stated or derived."""
    known = {(s, p, o) for s, p, o, _ in store.quads("") if o.kind == "iri"}
    inverses = [(s.value, o) for s, p, o in known if p.value == PREFIXES["owl"] + "inverseOf"]
    broader, chain, negative = iri("skos:broader"), iri("skos:broaderTransitive"), iri("atlas:doesNotDestroy")
    affects, occurs = iri("atlas:affects"), iri("atlas:occursIn")
    while True:
        by: dict[str, list[tuple[Term, Term]]] = {}
        for s, p, o in known:
            by.setdefault(p.value, []).append((s, o))
        kinds = by.get(broader.value, [])
        sites = by.get(occurs.value, [])
        negatives = by.get(negative.value, [])
        new = {(o, back, s) for prop, back in inverses for s, o in by.get(prop, [])}
        new |= {(s, chain, o) for s, o in kinds}
        new |= {(s, chain, top) for s, o in kinds for low, top in by.get(chain.value, []) if low == o}
        new |= {(s, affects, o) for s, o in by.get(iri("atlas:accumulatesIn").value, [])}
        new |= {(c, affects, o) for s, c in by.get(iri("atlas:causes").value, []) for x, o in sites if x == s}
        new |= {
            (i, iri("atlas:addressesSite"), o)
            for i, s in by.get(iri("atlas:treats").value, [])
            for x, o in sites
            if x == s
        }
        new |= {(low, negative, t) for i, t in negatives for low, top in kinds if top == i}
        new |= {(i, negative, low) for i, t in negatives for low, top in kinds if top == t}
        if new <= known:
            return known
        known |= new


class TestAgreement:
    def test_rdflib_derives_the_same_from_the_same_rules(self, atlas: Atlas, derived: list[Triple]) -> None:
        assert derive_with_rdflib(atlas.store, atlas.rules) == set(derived)

    def test_the_rules_written_once_more_by_hand_give_the_same(self, atlas: Atlas, derived: list[Triple]) -> None:
        stated = {(s, p, o) for s, p, o, name in atlas.store.quads() if name != INFERRED}
        assert derive_by_hand(atlas.store) - (stated - set(derived)) == set(derived)

    def test_deriving_anew_adds_nothing(self, atlas: Atlas) -> None:
        before = len(atlas.store)
        assert derive(atlas.store, atlas.rules) == 0
        assert len(atlas.store) == before

    def test_nothing_derived_is_stated_as_well(self, atlas: Atlas, derived: list[Triple]) -> None:
        assert [t for t in derived if atlas.store.passages_of(t) != [INFERRED]] == []

    def test_every_rule_says_itself_and_is_used_or_could_be(self, atlas: Atlas) -> None:
        assert len(atlas.rules) == 8
        for rule in atlas.rules:
            assert rule.labels.get("en")
            assert rule.explanations.get("en")
            assert len(rule.head) == 3


WRONG_SHAPES = {
    "a SELECT": "SELECT ?s { ?s ?p ?o }",
    "an OPTIONAL": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o OPTIONAL { ?o ?p ?s } }",
    "a UNION": "CONSTRUCT { ?s ?p ?o } WHERE { { ?s ?p ?o } UNION { ?o ?p ?s } }",
    "a NOT EXISTS": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER NOT EXISTS { ?o ?p ?s } }",
    "two conclusions": "CONSTRUCT { ?s ?p ?o . ?o ?p ?s } WHERE { ?s ?p ?o }",
    "a BIND": "CONSTRUCT { ?s ?p ?x } WHERE { ?s ?p ?o BIND(?o AS ?x) }",
    "a property path": "CONSTRUCT { ?s atlas:affects ?o } WHERE { ?s atlas:causes/atlas:occursIn ?o }",
    "a new name": "CONSTRUCT { ?s atlas:affects [] } WHERE { ?s atlas:affects ?o }",
    "a new blank node": "CONSTRUCT { ?s atlas:affects _:x } WHERE { ?s atlas:affects ?o }",
    "a conclusion of nowhere": "CONSTRUCT { ?s atlas:affects ?x } WHERE { ?s atlas:affects ?o }",
    "a fault in its syntax": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p }",
    "nothing": "",
}


class TestRulesOfAWrongShape:
    @pytest.mark.parametrize("query", WRONG_SHAPES.values(), ids=WRONG_SHAPES.keys())
    def test_a_rule_of_a_wrong_shape_is_refused_with_a_sentence(self, tmp_path: Path, query: str) -> None:
        (tmp_path / "one.rq").write_text(query, encoding="utf-8")
        store = Store()
        rule, kind, name = Term("iri", "https://example.org/rule"), iri("rdf:type"), iri("atlas:queryFile")
        facts = [(rule, kind, iri("atlas:Rule")), (rule, name, Term("literal", "one.rq"))]
        store.add_triples(facts, "https://example.org/g")
        with pytest.raises(DataError, match=r"example\.org/rule .*\.$"):
            read_rules(store, tmp_path)

    def test_a_rule_without_its_file_is_refused(self, tmp_path: Path) -> None:
        store = Store()
        rule = Term("iri", "https://example.org/rule")
        facts = [(rule, iri("rdf:type"), iri("atlas:Rule")), (rule, iri("atlas:queryFile"), Term("literal", "no.rq"))]
        store.add_triples(facts, "https://example.org/g")
        with pytest.raises(DataError, match="isn't there"):
            read_rules(store, tmp_path)


class TestCircles:
    @pytest.mark.parametrize("length", [1, 2, 3, 7])
    def test_a_circle_of_kinds_comes_to_an_end_and_has_proofs(self, tmp_path: Path, length: int) -> None:
        turtle = "\n".join(f"concept:c{i} skos:broader concept:c{(i + 1) % length} ." for i in range(length))
        atlas = make_world(tmp_path, turtle)
        chain = [(s, p, o) for s, p, o, _ in atlas.store.quads("") if p.value == SKOS + "broaderTransitive"]
        assert len(chain) == length * length
        for triple in chain:
            proof = find_proof(atlas.store, atlas.rules, triple)
            assert proof
            assert all(leaf.rule is None for leaf in proof.leaves())

    def test_an_inverse_of_itself_comes_to_an_end(self, tmp_path: Path) -> None:
        atlas = make_world(tmp_path, "atlas:near owl:inverseOf atlas:near . concept:a atlas:near concept:b .")
        assert atlas.query("ASK { concept:b atlas:near concept:a }")
        assert atlas.explain(CONCEPT + "b", PREFIXES["atlas"] + "near", CONCEPT + "a")

    def test_a_long_chain_of_kinds_is_derived_whole(self, tmp_path: Path) -> None:
        turtle = "\n".join(f"concept:c{i} skos:broader concept:c{i + 1} ." for i in range(40))
        atlas = make_world(tmp_path, turtle)
        assert atlas.query("ASK { concept:c0 skos:broaderTransitive concept:c40 }")
