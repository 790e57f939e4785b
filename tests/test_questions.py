"""The competency questions have their golden answers: by SPARQL, and those of neighbours and paths by networkx too.

When the knowledge has changed, renew the goldens with

    python scripts/renew_goldens.py

and read the diff: every row is to be found in the sources.
"""

import csv
import re
import runpy
from collections.abc import Callable, Iterator
from pathlib import Path

import networkx as nx
import pytest
from metastasis_atlas import open_atlas
from metastasis_atlas.inference import Prover, derive
from metastasis_atlas.namespaces import INFERRED, PASSAGE, expand, shorten
from metastasis_atlas.store import Store

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = sorted((ROOT / "ontology" / "questions").glob("*.rq"))
GOLDENS = ROOT / "tests" / "golden" / "questions"
HEAD = re.compile(r"# question: .+\?\n# answer: .+\n# group: .+\n(# network: (neighbours|paths)\n)?(?!#)")

to_golden = runpy.run_path(str(ROOT / "scripts" / "renew_goldens.py"))["to_golden"]


@pytest.fixture(scope="module")
def atlas():
    return open_atlas()


def read_golden(name: str) -> list[tuple[str, ...]]:
    with (GOLDENS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)][1:]


def test_there_are_enough_questions():
    assert len(QUESTIONS) >= 25


def test_no_golden_is_left_without_its_question():
    assert {file.stem for file in GOLDENS.glob("*.csv")} == {file.stem for file in QUESTIONS}


@pytest.mark.parametrize("file", QUESTIONS, ids=lambda file: file.stem)
class TestQuestionsHaveTheirAnswers:
    def test_says_what_it_asks_and_how_it_answers(self, file):
        assert HEAD.match(file.read_text(encoding="utf-8"))
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", file.stem)

    def test_gives_its_golden_answer(self, atlas, file):
        golden = (GOLDENS / f"{file.stem}.csv").read_bytes().decode("utf-8")
        assert to_golden(atlas.store, file.read_text(encoding="utf-8")) == golden

    def test_gives_some_answer(self, file):
        assert read_golden(file.stem)

    def test_never_answers_no(self, file):
        """What is not said is not false, and not rare either."""
        assert not {"no", "false", "rare", "seldom", "never"} & {
            cell.lower() for row in read_golden(file.stem) for cell in row
        }


SITES = ("which-local-therapies-reach-which-site", "which-conditions-follow-from-which-damage")


@pytest.mark.parametrize("name", SITES)
def test_a_site_is_cited_to_the_passage_that_names_it(atlas, name):
    """What our own notes or a hint say of a site isn't put in the mouth of the passage that names the treatment."""
    lies = ("atlas:occursIn", "atlas:accumulatesIn", "atlas:actsAt")
    rows = list(csv.DictReader((GOLDENS / f"{name}.csv").read_text(encoding="utf-8").splitlines()))
    assert rows
    for row in rows:
        start = row.get("damage") or row["target"] or row["therapy"]
        claims = " UNION ".join(f"{{ {start} {prop} {row['site']} }}" for prop in lies)
        assert atlas.query(f"ASK {{ GRAPH {row['sitePassage']} {{ {claims} }} }}"), row
        assert atlas.query(f"ASK {{ {row['sitePassage']} atlas:modality {row['siteModality']} }}"), row
    assert {row["siteModality"] for row in rows} >= {"atlas:editorial"}


# ---- The same answers from the network ----

Row = tuple[str, ...]


class Words:
    """The rows of a golden, made from the edges of a network."""

    def __init__(self, network: nx.MultiDiGraph):
        self.network = network

    def edges(self, *properties: str, subject: str = "", value: str = "") -> Iterator[tuple[str, str, dict]]:
        """Yield the stated edges of some properties: from one subject, to one value, or all."""
        wanted = {expand(prop) for prop in properties}
        if value:
            found = self.network.in_edges(expand(value), data=True)
        else:
            found = self.network.out_edges(expand(subject) if subject else None, data=True)
        for one, other, data in found:
            if data["passage"].startswith(PASSAGE) and (data["property"] in wanted or not wanted):
                yield one, other, data

    def named(self, node: str) -> Row:
        return shorten(node), self.network.nodes[node]["label"]

    @staticmethod
    def said(data: dict) -> Row:
        return shorten(data["passage"]), data["locator"], shorten(data["modality"])

    def subjects(self, prop: str, value: str) -> Iterator[Row]:
        return ((*self.named(s), *self.said(data)) for s, _, data in self.edges(prop, value=value))

    def values(self, prop: str, subject: str) -> Iterator[Row]:
        return ((*self.named(o), *self.said(data)) for _, o, data in self.edges(prop, subject=subject))

    def pairs(self, prop: str, subjects: set[str] | None = None) -> Iterator[Row]:
        for s, o, data in self.edges(prop):
            if subjects is None or s in subjects:
                yield (*self.named(s), *self.named(o), *self.said(data))

    def kinds_network(self) -> nx.DiGraph:
        """What is a kind of what, upwards."""
        return nx.DiGraph((s, o) for s, o, _ in self.edges("skos:broader"))

    def kinds(self, concept: str) -> set[str]:
        """A concept's kinds, and theirs."""
        return nx.ancestors(self.kinds_network(), expand(concept))


def where_breast_cancer_metastasises(words: Words) -> Iterator[Row]:
    for _, o, data in words.edges("atlas:metastasizesTo", "atlas:canMetastasizeTo", subject="concept:breast-cancer"):
        yield (*words.named(o), shorten(data["property"]), *words.said(data))


def where_each_metastasis_lies(words: Words) -> Iterator[Row]:
    kind = expand("atlas:MetastasisType")
    return words.pairs("atlas:occursIn", {n for n, data in words.network.nodes(data=True) if data["class"] == kind})


def kinds_of_local_therapy(words: Words) -> Iterator[Row]:
    kinds, top = words.kinds_network(), expand("concept:local-therapy")
    below = nx.ancestors(kinds, top)
    for kind in below:
        yield (*words.named(kind), str(len(nx.descendants(kinds, kind) & (below | {top}))))


def how_local_chemotherapies_are_given(words: Words) -> Iterator[Row]:
    kinds = words.kinds("concept:local-chemotherapy")
    for s, o, data in words.edges("atlas:hasDosageForm", "atlas:hasRoute", "atlas:administeredInto"):
        if s in kinds:
            yield (*words.named(s), shorten(data["property"]), *words.named(o), *words.said(data))


def cited_as_targeted_and_listed_as_local(words: Words) -> Iterator[Row]:
    targeted, local = "concept:targeted-therapy", "concept:local-therapy"
    for s, _, cited in words.edges("atlas:citedAsExampleOf", value=targeted):
        for other, _, listed in words.edges("atlas:listedAmong", value=local):
            if s == other:
                yield (*words.named(s), targeted, shorten(cited["passage"]), local, shorten(listed["passage"]))


def what_is_relieved_by_puncture(words: Words) -> Iterator[Row]:
    return words.pairs("atlas:relieves", words.kinds("concept:puncture") | {expand("concept:puncture")})


def what_puncture_does_not_do(words: Words) -> Iterator[Row]:
    for _, o, (prop, passage) in words.network.out_edges(expand("concept:puncture"), keys=True):
        if prop == expand("atlas:doesNotDestroy"):
            yield (*words.named(o), shorten(passage))


def what_puncture_is_meant_to_do(words: Words) -> Iterator[Row]:
    for _, o, data in words.edges("atlas:removes", "atlas:hasIntent", subject="concept:puncture"):
        yield (shorten(data["property"]), *words.named(o), *words.said(data))


def what_decides_the_systemic_therapy(words: Words) -> Iterator[Row]:
    systemic = {shorten(kind) for kind in words.kinds("concept:systemic-therapy")}
    return (row for row in words.pairs("atlas:determinesChoiceOf") if row[2] in systemic)


def what_comes_before_the_choice(words: Words) -> Iterator[Row]:
    for s, _, data in words.edges("atlas:precedes", value="concept:therapy-selection"):
        note = words.network.graph["passages"][data["passage"]]["note"]
        yield (*words.named(s), *words.said(data), note)


def which_departments_cover_which_specialty(words: Words) -> Iterator[Row]:
    for s, o, data in words.edges("atlas:hasSpecialty"):
        yield (*words.named(o), *words.named(s), *words.said(data)[:2])


def which_sites_each_condition_affects(words: Words) -> Iterator[Row]:
    for s, o, (prop, passage) in words.network.edges(keys=True):
        if prop == expand("atlas:affects") and passage == INFERRED:
            yield (*words.named(s), *words.named(o))


def what_lies_between_denosumab_and_bone(words: Words) -> Iterator[Row]:
    stated = nx.Graph((s, o) for s, o, _ in words.edges())
    routes = nx.all_simple_paths(stated, expand("concept:denosumab"), expand("concept:bone"), cutoff=3)
    steps = {(n, *ends) for route in routes for n, ends in enumerate(nx.utils.pairwise(route), 1)}
    for n, one, other in steps:
        for s, o, data in words.edges():
            if (s, o) in ((one, other), (other, one)):
                yield (str(n), shorten(s), shorten(data["property"]), shorten(o), *words.said(data))


FROM_NETWORK: dict[str, Callable[[Words], Iterator[Row]]] = {
    "how-are-local-chemotherapies-given": how_local_chemotherapies_are_given,
    "what-causes-pleural-effusion": lambda w: w.subjects("atlas:causes", "concept:pleural-effusion"),
    "what-comes-before-therapy-is-chosen": what_comes_before_the_choice,
    "what-decides-the-systemic-therapy": what_decides_the_systemic_therapy,
    "what-is-puncture-meant-to-do": what_puncture_is_meant_to_do,
    "what-is-relieved-by-puncture": what_is_relieved_by_puncture,
    "what-lies-between-denosumab-and-bone": what_lies_between_denosumab_and_bone,
    "what-puncture-does-not-do": what_puncture_does_not_do,
    "what-relieves-ascites": lambda w: w.subjects("atlas:relieves", "concept:ascites"),
    "where-does-ascites-accumulate": lambda w: w.values("atlas:accumulatesIn", "concept:ascites"),
    "where-does-breast-cancer-metastasise": where_breast_cancer_metastasises,
    "where-does-each-metastasis-lie": where_each_metastasis_lies,
    "which-departments-cover-which-specialty": which_departments_cover_which_specialty,
    "which-drug-therapies-are-cited-as-targeted-and-listed-as-local": cited_as_targeted_and_listed_as_local,
    "which-drugs-does-each-therapy-use": lambda w: w.pairs("atlas:usesAgent"),
    "which-kinds-of-local-therapy": kinds_of_local_therapy,
    "which-routes-do-tumour-cells-take": lambda w: w.values("atlas:spreadsVia", "concept:tumour-cell"),
    "which-sites-does-each-condition-affect": which_sites_each_condition_affects,
}


def test_every_question_of_the_network_is_answered_from_it():
    marked = {file.stem for file in QUESTIONS if "\n# network: " in file.read_text(encoding="utf-8")}
    assert marked == set(FROM_NETWORK)
    assert len(marked) >= 8


@pytest.mark.parametrize("name", sorted(FROM_NETWORK))
def test_the_network_gives_the_golden_answer(atlas, name):
    answer = FROM_NETWORK[name](Words(atlas.network))
    assert sorted(answer) == sorted(read_golden(name))


# ---- What leans on a passage: by the question, and by the proofs ----


@pytest.fixture(scope="module")
def leaning(atlas):
    """By passage the derived triples that the question finds; it is asked of every passage."""
    file = QUESTIONS[0].parent / "which-derived-statements-lean-on-bullet-five.rq"
    text = file.read_text(encoding="utf-8")
    place = '?passage a atlas:Passage ; dcterms:isPartOf source:overview ; atlas:locator "bullet 5"@en .'
    assert text.count(place) == 1
    found = {}
    for (passage,) in atlas.store.select("SELECT ?passage { ?passage a atlas:Passage }"):
        query = text.replace(place, f"VALUES ?passage {{ <{passage.value}> }}")
        found[passage.value] = {row[:3] for row in atlas.store.select(query)}
    return found


class TestWhatLeansOnAPassage:
    """The question is held against what the rules themselves say."""

    def test_finds_what_the_proofs_lean_on(self, atlas, leaning):
        derived = [quad[:3] for quad in atlas.store.quads(INFERRED)]
        for proof in Prover(atlas.store, atlas.rules).prove(derived).values():
            for leaf in proof.leaves():
                for passage in leaf.passages:
                    assert proof.triple in leaning[passage]

    def test_finds_every_derived_statement_and_no_other(self, atlas, leaning):
        derived = {quad[:3] for quad in atlas.store.quads(INFERRED)}
        assert set().union(*leaning.values()) == derived

    def test_finds_all_that_would_go_with_the_passage(self, atlas, leaning):
        derived = {quad[:3] for quad in atlas.store.quads(INFERRED)}
        for passage, found in leaning.items():
            quads = (quad for file in atlas.files for quad in file.quads)
            without = Store(quad for quad in quads if str(quad.graph_name) != f"<{passage}>")
            derive(without, atlas.rules)
            assert derived - {quad[:3] for quad in without.quads(INFERRED)} <= found
