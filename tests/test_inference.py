"""What may be derived, why it holds, and that nothing else is derived."""

import collections
import itertools
import random
import time
from pathlib import Path

import pytest
import rdflib
from metastasis_atlas import Atlas, open_atlas
from metastasis_atlas.border import to_rdflib
from metastasis_atlas.errors import DataError
from metastasis_atlas.inference import Proof, Prover, derive, find_firmness, find_proof
from metastasis_atlas.namespaces import CONCEPT, INFERRED, PREFIXES, SKOS
from metastasis_atlas.rules import Rule, Triple, read_rules
from metastasis_atlas.sparql import Term
from metastasis_atlas.store import Store

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
        proofs = Prover(atlas.store, atlas.rules).prove(derived)
        assert list(proofs) == derived
        for triple, proof in proofs.items():
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

        for proof in Prover(atlas.store, atlas.rules).prove(derived).values():
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
        assert [one.rsplit("/", 1)[1] for one in proof.passages] == ["overview-b4-drug", "overview-p1-s4"]

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

    def test_a_chain_of_hundreds_of_kinds_is_derived_and_proved(self, tmp_path: Path) -> None:
        length = 340
        atlas = make_world(tmp_path, "\n".join(f"concept:c{i} skos:broader concept:c{i + 1} ." for i in range(length)))
        assert atlas.derived == length * (length + 1) // 2 + length  # and the narrower side of each
        proof = atlas.explain(CONCEPT + "c0", SKOS + "broaderTransitive", CONCEPT + f"c{length}")
        assert proof
        assert len(proof.leaves()) == length
        assert all(leaf.rule is None for leaf in proof.leaves())
        assert "premises" not in repr(proof)


GENERIC = {
    "a variable predicate": "CONSTRUCT { ?o ?p ?s } WHERE { ?s ?p ?o }",
    "the same variable twice": "CONSTRUCT { ?s atlas:loop ?p } WHERE { ?s ?p ?s }",
    "a predicate that comes from a subject": "CONSTRUCT { ?s ?o ?s } WHERE { ?s atlas:near ?o . ?o atlas:near ?s }",
    "three patterns": "CONSTRUCT { ?a atlas:far ?d } WHERE { ?a atlas:near ?b . ?b atlas:near ?c . ?c ?p ?d }",
    "constants, a list and the other variables": (
        "CONSTRUCT { $s a atlas:Old } WHERE { $s atlas:near concept:c ; atlas:age 3 . }"
    ),
    "a filter of two": "CONSTRUCT { ?a atlas:near ?c } WHERE { ?a atlas:near ?b . ?b atlas:near ?c FILTER(?a != ?c) }",
    "two filters": (
        "CONSTRUCT { ?o atlas:far ?s } WHERE { ?s ?p ?o . FILTER(isIRI(?o)) FILTER(isBlank(?s) || ?s = ?o) }"
    ),
    "a filter that nothing passes": "CONSTRUCT { ?s atlas:far ?o } WHERE { ?s ?p ?o FILTER(1 > 2) }",
    "a literal as subject": "CONSTRUCT { ?v atlas:ageOf ?s } WHERE { ?s atlas:age ?v }",
}
NEAR = """
concept:a atlas:near concept:b , concept:c . concept:b atlas:near concept:a , concept:b .
concept:c atlas:near concept:d ; atlas:age 3 . concept:b atlas:near _:x ; atlas:age 3 . _:x atlas:near concept:d .
"""


class TestAnyRule:
    @pytest.mark.parametrize("query", GENERIC.values(), ids=GENERIC.keys())
    def test_the_engine_derives_the_same_by_the_whole_query(self, tmp_path: Path, query: str) -> None:
        stated = [
            q[:3] for q in make_world(tmp_path, NEAR).store.quads("") if "near" in q[1].value or "age" in q[1].value
        ]
        rules = [Rule("https://example.org/rule", {}, {}, query)]
        ours, naive = Store(), Store()
        ours.add_triples(stated, "https://example.org/g")
        naive.add_triples(stated, "https://example.org/g")
        while new := {triple for triple in naive.construct(query) if not naive.contains(triple)}:
            naive.add_triples(new, INFERRED)
        assert derive(ours, rules) == len(set(naive.quads(INFERRED)))
        assert set(ours.quads()) == set(naive.quads())
        for s, p, o, _ in ours.quads(INFERRED):
            proof = find_proof(ours, rules, (s, p, o))
            assert proof
            assert leaves_of(proof) <= set(stated)


ORDER = ("asserted", "usual", "recommended", "intended", "possible", "inSpecificSituations", "implied", "editorial")


def make_passages(tmp_path: Path, *passages: tuple[str, str], loose: str = "") -> Atlas:
    """Return a world of passages, each a modality and its claims, and claims outside of any."""
    file = tmp_path / "world.trig"
    head = "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in ("atlas", "concept", "skos", "passage"))
    body = "".join(
        f"passage:p{at} a atlas:Passage ; atlas:modality atlas:{modality} .\npassage:p{at} {{ {claims} }}\n"
        for at, (modality, claims) in enumerate(passages)
    )
    file.write_text(head + body + loose, encoding="utf-8")
    return open_atlas(file, only=True)


def firmness_of(atlas: Atlas, triple: str) -> tuple[str, ...] | None:
    s, p, o = (iri(word) for word in triple.split())
    found = find_firmness(atlas.store, atlas.rules).get((s, p, o))
    return None if found is None else tuple(one.removeprefix(PREFIXES["atlas"]) for one in found.modalities)


class TestFirmness:
    def test_a_derived_triple_is_as_firm_as_the_weakest_that_it_leans_on(self, tmp_path: Path) -> None:
        treats, occurs = "concept:a atlas:treats concept:m .", "concept:m atlas:occursIn concept:s ."
        site = "concept:a atlas:addressesSite concept:s"
        for one, other, expected in (
            ("asserted", "asserted", ()),
            ("asserted", "usual", ("usual",)),
            ("possible", "usual", ("possible", "usual")),
            ("usual", "editorial", ("editorial", "usual")),
            ("implied", "implied", ("implied",)),
        ):
            atlas = make_passages(tmp_path, (one, treats), (other, occurs))
            assert firmness_of(atlas, site) == expected

    def test_what_stands_in_several_passages_is_as_firm_as_the_firmest(self, tmp_path: Path) -> None:
        claim = "concept:a skos:broader concept:b ."
        atlas = make_passages(tmp_path, ("editorial", claim), ("usual", claim), ("possible", claim))
        assert firmness_of(atlas, "concept:a skos:broaderTransitive concept:b") == ("usual",)

    def test_of_several_proofs_the_firmest_wins(self, tmp_path: Path) -> None:
        atlas = make_passages(
            tmp_path,
            ("possible", "concept:a skos:broader concept:d ."),
            ("usual", "concept:a skos:broader concept:b . concept:b skos:broader concept:d ."),
        )
        triple = "concept:a skos:broaderTransitive concept:d"
        assert firmness_of(atlas, triple) == ("usual",)
        proof = atlas.explain(*(iri(word).value for word in triple.split()))
        assert proof
        assert len(proof.leaves()) == 2

    def test_of_equally_firm_proofs_that_with_fewest_modalities_wins_though_a_part_of_it_does_not(
        self, tmp_path: Path
    ) -> None:
        atlas = make_passages(
            tmp_path,
            ("usual", "concept:b skos:broader concept:x ."),
            ("recommended", "concept:x skos:broader concept:d ."),
            ("possible", "concept:a skos:broader concept:b . concept:b skos:broader concept:d ."),
        )
        assert firmness_of(atlas, "concept:b skos:broaderTransitive concept:d") == ("recommended", "usual")
        assert firmness_of(atlas, "concept:a skos:broaderTransitive concept:d") == ("possible",)

    def test_what_stands_in_no_passage_adds_nothing(self, tmp_path: Path) -> None:
        loose = "concept:b skos:broader concept:c . concept:c skos:broader concept:d ."
        atlas = make_passages(tmp_path, ("usual", "concept:a skos:broader concept:b ."), loose=loose)
        assert firmness_of(atlas, "concept:a skos:broaderTransitive concept:d") == ("usual",)
        assert firmness_of(atlas, "concept:b skos:broaderTransitive concept:d") is None

    def test_a_modality_without_rank_is_weaker_than_all_that_have_one(self, tmp_path: Path) -> None:
        atlas = make_passages(
            tmp_path,
            ("rumoured", "concept:a skos:broader concept:b ."),
            ("editorial", "concept:b skos:broader concept:c ."),
        )
        assert firmness_of(atlas, "concept:a skos:broaderTransitive concept:c") == ("rumoured", "editorial")

    @pytest.mark.parametrize("seed", range(12))
    def test_it_is_that_of_the_best_of_all_paths_of_kinds(self, tmp_path: Path, seed: int) -> None:
        """The oracle: every path is walked. Half of the worlds have circles."""
        choose = random.Random(seed)
        size, kinds = 7, {}
        for a, b in itertools.permutations(range(size), 2):
            if choose.random() < 0.4 and (a < b or seed % 2):
                kinds[a, b] = choose.randrange(len(ORDER))
        world = [(ORDER[m], f"concept:c{a} skos:broader concept:c{b} .") for (a, b), m in kinds.items()]
        firmness = find_firmness((atlas := make_passages(tmp_path, *world)).store, atlas.rules)

        def walk(path: list[int], ranks: set[int]) -> None:
            for (a, b), rank in kinds.items():
                if a == path[-1] and b not in path[1:]:
                    all_ranks[path[0], b].append(ranks | {rank})
                    walk([*path, b], ranks | {rank})

        all_ranks: dict[tuple[int, int], list[set[int]]] = collections.defaultdict(list)
        for start in range(size):
            walk([start], set())
        for (a, b), ways in all_ranks.items():
            triple = (iri(f"concept:c{a}"), iri("skos:broaderTransitive"), iri(f"concept:c{b}"))
            best = min((max(ranks), len(ranks - {0})) for ranks in ways)
            found = [ORDER.index(one.removeprefix(PREFIXES["atlas"])) for one in firmness[triple].modalities]
            assert found == sorted(found, reverse=True)
            assert (max(found, default=0), len(found)) == best
            assert set(found) in [ranks - {0} for ranks in ways]

    def test_the_proof_that_is_shown_leans_on_the_very_modalities_that_are_told(
        self, atlas: Atlas, derived: list[Triple]
    ) -> None:
        said = {str(row["g"]): str(row["m"]) for row in atlas.query("SELECT ?g ?m { ?g atlas:modality ?m }")}
        rank = {PREFIXES["atlas"] + name: at for at, name in enumerate(ORDER)}
        firmness = find_firmness(atlas.store, atlas.rules)
        assert set(firmness) == set(derived)
        for triple, proof in Prover(atlas.store, atlas.rules).prove(derived).items():
            best = {
                min((said[p] for p in leaf.passages), key=rank.__getitem__) for leaf in proof.leaves() if leaf.passages
            }
            assert set(firmness[triple].modalities) == best - {PREFIXES["atlas"] + "asserted"}

    def test_the_ranks_are_those_of_the_ontology(self, atlas: Atlas) -> None:
        rows = atlas.query("SELECT ?m { ?m a atlas:Modality ; atlas:firmnessRank ?rank } ORDER BY ?rank")
        assert tuple(str(row["m"]).removeprefix(PREFIXES["atlas"]) for row in rows) == ORDER

    def test_what_an_asserted_premise_adds_never_counts_against_a_proof(self, tmp_path: Path) -> None:
        ours = "concept:x atlas:causes concept:c ; atlas:occursIn concept:s . concept:y atlas:occursIn concept:s ."
        atlas = make_passages(tmp_path, ("editorial", ours), ("asserted", "concept:y atlas:causes concept:c ."))
        proof = find_proof(atlas.store, atlas.rules, (iri("concept:c"), iri("atlas:affects"), iri("concept:s")))
        assert proof
        assert {leaf.triple[0] for leaf in proof.leaves()} == {iri("concept:y")}

    def test_a_premise_of_a_source_is_preferred_even_where_a_proof_of_ours_is_shorter(self, tmp_path: Path) -> None:
        ours = "concept:c atlas:accumulatesIn concept:s . concept:y atlas:occursIn concept:s ."
        atlas = make_passages(tmp_path, ("editorial", ours), ("asserted", "concept:y atlas:causes concept:c ."))
        proof = find_proof(atlas.store, atlas.rules, (iri("concept:c"), iri("atlas:affects"), iri("concept:s")))
        assert proof
        assert len(proof.leaves()) == 2

    def test_a_source_in_a_circle_makes_no_proof_lean_on_itself(self, tmp_path: Path) -> None:
        atlas = make_passages(
            tmp_path,
            ("editorial", "concept:a skos:broader concept:b ."),
            ("asserted", "concept:b skos:broader concept:a ."),
        )
        triple = (iri("concept:a"), iri("skos:broaderTransitive"), iri("concept:b"))
        proof = find_proof(atlas.store, atlas.rules, triple)
        assert proof
        assert leaves_of(proof) == {(triple[0], iri("skos:broader"), triple[2])}

    def test_that_the_peritoneum_is_affected_leans_on_what_bullet_five_says(self, atlas: Atlas) -> None:
        proof = atlas.explain("ascites", "atlas:affects", "peritoneum")
        assert proof
        passages = {passage.rsplit("/", 1)[1] for leaf in proof.leaves() for passage in leaf.passages}
        assert passages == {"overview-b5-cause", "editorial-sites"}


class TestQuantifiers:
    TREATS, OCCURS = "concept:a atlas:treats concept:m .", "concept:m atlas:occursIn concept:s ."
    SITE = (iri("concept:a"), iri("atlas:addressesSite"), iri("concept:s"))

    def quantifiers_of(self, atlas: Atlas) -> tuple[str, ...]:
        return find_firmness(atlas.store, atlas.rules)[self.SITE].quantifiers

    def test_what_leans_on_some_speaks_of_some(self, tmp_path: Path) -> None:
        atlas = make_passages(
            tmp_path,
            ("asserted", self.TREATS),
            ("asserted", self.OCCURS),
            loose="passage:p0 atlas:quantifier atlas:some .",
        )
        assert self.quantifiers_of(atlas) == (PREFIXES["atlas"] + "some",)
        (edge,) = atlas.network.get_edge_data(self.SITE[0].value, self.SITE[2].value).values()
        assert (edge["modality"], edge["quantifier"]) == (PREFIXES["atlas"] + "asserted", PREFIXES["atlas"] + "some")
        assert atlas.describe("concept:a").statements[-1].sentence.startswith("In some cases, though not in all, ")

    def test_a_proof_without_quantifier_is_firmer(self, tmp_path: Path) -> None:
        atlas = make_passages(
            tmp_path,
            ("asserted", self.TREATS),
            ("asserted", self.OCCURS + " concept:a atlas:treats concept:n . concept:n atlas:occursIn concept:s ."),
            loose="passage:p0 atlas:quantifier atlas:some .",
        )
        assert self.quantifiers_of(atlas) == ()
        proof = find_proof(atlas.store, atlas.rules, self.SITE)
        assert proof
        assert iri("concept:n") in {leaf.triple[0] for leaf in proof.leaves()}


def write_proof(proof: Proof) -> tuple[object, ...]:
    return proof.triple, proof.rule, proof.passages, *map(write_proof, proof.premises)


class TestManyAtOnce:
    def test_proofs_found_together_are_those_found_one_by_one(self, atlas: Atlas, derived: list[Triple]) -> None:
        together = Prover(atlas.store, atlas.rules).prove(derived)
        one_by_one = Prover(atlas.store, atlas.rules)
        assert list(together) == derived
        for triple in derived:
            assert write_proof(together[triple]) == write_proof(one_by_one.prove([triple])[triple])
        for triple in derived[:: max(1, len(derived) // SAMPLE)]:
            alone = find_proof(atlas.store, atlas.rules, triple)
            assert alone
            assert write_proof(alone) == write_proof(together[triple])

    def test_thousands_take_less_than_some_seconds(self, tmp_path: Path) -> None:
        world = "\n".join(
            f"concept:i{i} atlas:treats concept:m{i}, concept:m{(i + 1) % 1000} . concept:m{i} atlas:occursIn"
            f" concept:s{i % 50} ; skos:broader concept:k{i % 30} . concept:k{i % 30} skos:broader concept:top ."
            for i in range(1000)
        )
        atlas = make_passages(tmp_path, ("usual", world))
        triples = [quad[:3] for quad in atlas.store.quads(INFERRED)]
        assert len(triples) > 7500
        before = time.process_time()
        assert len(Prover(atlas.store, atlas.rules).prove(triples)) == len(triples)
        assert time.process_time() - before < 4, "one by one it took 19 seconds"
