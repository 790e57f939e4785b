"""What the built-in knowledge must say, and what it must never say."""

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest
from metastasis_atlas import Atlas, open_atlas
from metastasis_atlas.namespaces import ATLAS, CONCEPT, LANGUAGES, PASSAGE, shorten

TABLE = Path(__file__).parent / "data" / "claims.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
KNOWLEDGE = Path(__file__).resolve().parents[2] / "shared" / "knowledge"
RUN = 8
"""So many words in a row that stand in the founding page, too, are a copy."""


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas()


def ask(atlas: Atlas, text: str) -> bool:
    return bool(atlas.query(text))


def select(atlas: Atlas, text: str) -> list[tuple[str, ...]]:
    """The rows of a query as text, without the namespaces of concepts and passages."""
    short = ((CONCEPT, ""), (PASSAGE, ""), (ATLAS, "atlas:"))
    rows = []
    for row in atlas.query(text):
        cells = []
        for value in row.values():
            cell = str(value)
            for namespace, prefix in short:
                cell = cell.replace(namespace, prefix)
            cells.append(cell)
        rows.append(tuple(cells))
    return sorted(rows)


class TestEveryClaimOfTheOverviewIsThere:
    def test_the_table_has_every_claim_from_c01_to_c85(self) -> None:
        assert sorted({row["claim_id"] for row in ROWS}) == [f"C{number:02}" for number in range(1, 86)]

    @pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['claim_id']}-{row['predicate']}-{row['object']}")
    def test_a_claim_stands_in_its_passage_with_its_modality(self, atlas: Atlas, row: dict[str, str]) -> None:
        triple = f"{row['subject']} {row['predicate']} {row['object']}"
        for passage in row["passage"].split():
            assert ask(atlas, f"ASK {{ GRAPH {passage} {{ {triple} }} }}"), f"{triple} is missing in {passage}"
            modality = f"ASK {{ {passage} a atlas:Passage ; atlas:modality ?m FILTER(?m = {row['modality']}) }}"
            assert ask(atlas, modality), f"{passage} is not {row['modality']}"
            assert not ask(atlas, f"ASK {{ {passage} atlas:modality ?m FILTER(?m != {row['modality']}) }}")

    def test_a_claim_that_is_not_there_is_not_found(self, atlas: Atlas) -> None:
        assert not ask(atlas, "ASK { GRAPH passage:overview-b5 { concept:puncture atlas:treats concept:metastasis } }")

    def test_the_overview_says_nothing_that_is_not_in_the_table(self, atlas: Atlas) -> None:
        told = {(p, row["subject"], row["predicate"]) for row in ROWS for p in row["passage"].split()}
        query = "SELECT DISTINCT ?g ?s ?p { GRAPH ?g { ?s ?p ?o } ?g dcterms:isPartOf source:overview }"
        for graph, subject, prop in select(atlas, query):
            name = f"passage:{subject}" if subject.startswith("overview-") else f"concept:{subject}"
            assert (f"passage:{graph}", name, shorten(prop)) in told

    def test_the_table_agrees_with_the_claims_that_were_handed_over(self) -> None:
        source = KNOWLEDGE / "claims.tsv"
        if not source.is_file():
            pytest.skip(f"{source} is not there: it lies beside the repository and is not part of it.")
        with source.open(encoding="utf-8", newline="") as file:
            claims = {row["claim_id"]: row for row in csv.DictReader(file, delimiter="\t")}
        for row in ROWS:
            if row["predicate"] == "atlas:listedAmong":  # the page does list them there; only a class would be implied
                assert (row["claim_id"], row["modality"]) == ("C77", "atlas:asserted")
            else:
                assert claims[row["claim_id"]]["modality"] == row["modality"], row["claim_id"]
        for number in range(1, 80):
            name = f"C{number:02}"
            told = " ".join(f"{row['subject']} {row['object']}" for row in ROWS if row["claim_id"] == name)
            for slug in re.findall(r"concept:[\w-]+", f"{claims[name]['subject']} {claims[name]['object']}"):
                assert slug in told, f"{name}: {slug}"

    def test_the_locator_of_a_passage_is_that_of_its_claim(self, atlas: Atlas) -> None:
        patterns = (
            (r"overview-p1-s(\d).*", "paragraph 1, sentence {}"),
            (r"overview-p1-implied", "paragraph 1, sentences 2 to 5"),
            (r"overview-p2.*", "paragraph 2"),
            (r"overview-b(\d)-s(\d).*", "bullet {}, sentence {}"),
            (r"overview-b(\d)(?!-s\d).*", "bullet {}"),
            (r"overview-t(\d+)-t(\d+)", "closing list, lines {} and {}"),
        )
        for passage, locator in select(
            atlas, 'SELECT ?p ?l { ?p dcterms:isPartOf source:overview ; atlas:locator ?l FILTER(LANG(?l) = "en") }'
        ):
            found = [m and text.format(*m.groups()) for p, text in patterns if (m := re.fullmatch(p, passage))]
            assert len(found) == 1
            assert locator.startswith(str(found[0])), passage


class TestTheAmbiguitiesStayHonest:
    """The paragraphs A1 … C59 of knowledge/README.md."""

    @pytest.mark.parametrize("site", ["liver", "skin", "soft-tissue", "peritoneum", "pleura"])
    def test_a1_no_frequency_is_given_where_none_is_stated(self, atlas: Atlas, site: str) -> None:
        assert ask(atlas, f"ASK {{ concept:breast-cancer atlas:metastasizesTo concept:{site} }}")
        assert not ask(atlas, f"ASK {{ concept:{site} atlas:relativeFrequency|^atlas:lessFrequentThan ?tier }}")
        lesion = "?m (atlas:relativeFrequency|atlas:lessFrequentThan|^atlas:lessFrequentThan) ?tier"
        assert not ask(atlas, f"ASK {{ ?m atlas:occursIn concept:{site} . {lesion} }}")

    def test_a1_bone_and_lung_share_a_tier_and_are_not_ranked(self, atlas: Atlas) -> None:
        assert select(atlas, "SELECT ?m ?t { ?m atlas:relativeFrequency ?t }") == [
            ("bone-metastasis", "frequency-most-often"),
            ("brain-metastasis", "frequency-less-often"),
            ("lung-metastasis", "frequency-most-often"),
        ]
        ranked = "ASK { ?a atlas:lessFrequentThan ?b FILTER(?a IN (concept:bone-metastasis, concept:lung-metastasis)) }"
        assert not ask(atlas, ranked)

    def test_a2_chemotherapy_is_a_neutral_parent_of_two(self, atlas: Atlas) -> None:
        kinds = select(atlas, "SELECT DISTINCT ?k { ?k skos:broader concept:chemotherapy }")
        assert kinds == [("local-chemotherapy",), ("systemic-chemotherapy",)]
        assert not ask(
            atlas, "ASK { concept:chemotherapy a ?c FILTER(?c IN (atlas:SystemicTherapy,atlas:LocalTherapy)) }"
        )
        assert not ask(atlas, "ASK { concept:chemotherapy skos:broader ?any }")

    @pytest.mark.parametrize("drug", ["bisphosphonate-therapy", "rankl-inhibitor-therapy", "bone-modifying-therapy"])
    def test_a3_no_class_is_concluded_for_the_bone_drugs(self, atlas: Atlas, drug: str) -> None:
        assert ask(atlas, f"ASK {{ concept:{drug} a atlas:Intervention }}")
        assert not ask(atlas, f"ASK {{ concept:{drug} a atlas:SystemicTherapy }}")
        assert not ask(atlas, f"ASK {{ concept:{drug} a atlas:LocalTherapy }}")
        for kind in ("systemic-therapy", "local-therapy", "targeted-therapy"):
            assert not ask(atlas, f"ASK {{ concept:{drug} skos:broader|skos:broaderTransitive concept:{kind} }}")

    @pytest.mark.parametrize("drug", ["bisphosphonate-therapy", "rankl-inhibitor-therapy"])
    def test_a3_that_the_bone_drugs_are_listed_is_stated_apart_from_what_a_list_implies(
        self, atlas: Atlas, drug: str
    ) -> None:
        query = f"""SELECT ?m ?n {{ GRAPH ?g {{ concept:{drug} atlas:listedAmong concept:local-therapy }}
            ?g atlas:modality ?m {{ SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g }} }}"""
        assert select(atlas, query) == [("atlas:asserted", "2")]

    def test_a7_muscle_is_one_soft_tissue_and_the_brain_is_not_irradiated_by_the_overview(self, atlas: Atlas) -> None:
        assert not ask(
            atlas, "ASK { concept:soft-tissue skos:broader|skos:exactMatch|^skos:exactMatch concept:muscle }"
        )
        query = "SELECT ?m { GRAPH ?g { concept:radiotherapy atlas:treats ?m } ?g dcterms:isPartOf source:overview }"
        assert select(atlas, query) == [("bone-metastasis",), ("skin-metastasis",), ("soft-tissue-metastasis",)]

    def test_a14_no_department_is_linked_to_a_treatment(self, atlas: Atlas) -> None:
        rows = select(
            atlas, "SELECT DISTINCT ?p { ?d a atlas:Department ; ?p ?o . ?o a/rdfs:subClassOf* skos:Concept }"
        )
        assert rows == [("atlas:hasSpecialty",)]
        into = select(atlas, "SELECT DISTINCT ?p { ?d a atlas:Department . ?s ?p ?d . ?s a ?kind . ?kind a owl:Class }")
        assert into == [("atlas:specialtyOf",)] or into == []
        assert len(select(atlas, "SELECT ?d { ?d a atlas:Department }")) == 6

    def test_a14_no_person_is_named(self, atlas: Atlas) -> None:
        credentials = select(atlas, "SELECT DISTINCT ?c { ?d atlas:headCredential ?c }")
        assert credentials == [("Doctor of Medical Sciences",), ("Professor, MD, PhD",)]


class TestNegativesAndKinds:
    @pytest.mark.parametrize("harm", ["treats", "intendedToDestroy"])
    def test_c59_nothing_contradicts_a_stated_negative(self, atlas: Atlas, harm: str) -> None:
        assert select(atlas, f"SELECT ?i ?m {{ ?i atlas:doesNotDestroy ?m ; atlas:{harm} ?m }}") == []
        kinds = "?i skos:broader*/atlas:doesNotDestroy ?top . ?m skos:broader* ?top"
        deep = f"SELECT ?i ?m {{ {kinds} . ?i atlas:{harm} ?m }}"
        assert select(atlas, deep) == []

    @pytest.mark.parametrize("puncture", ["puncture", "paracentesis", "thoracentesis"])
    def test_c59_no_puncture_treats_anything(self, atlas: Atlas, puncture: str) -> None:
        assert ask(atlas, f"ASK {{ concept:{puncture} atlas:doesNotDestroy concept:metastasis }}")
        assert ask(atlas, f"ASK {{ concept:{puncture} atlas:doesNotDestroy concept:bone-metastasis }}")
        assert not ask(atlas, f"ASK {{ concept:{puncture} atlas:treats|atlas:intendedToDestroy ?any }}")

    @pytest.mark.parametrize(
        "prop", ["treats", "relieves", "causes", "intendedToDestroy", "metastasizesTo", "relativeFrequency"]
    )
    def test_treating_relieving_and_causing_are_never_derived(self, atlas: Atlas, prop: str) -> None:
        assert select(atlas, f"SELECT ?s ?o {{ GRAPH atlas:inferred {{ ?s atlas:{prop} ?o }} }}") == []

    def test_something_is_derived(self, atlas: Atlas) -> None:
        assert ask(atlas, "ASK { GRAPH atlas:inferred { ?s ?p ?o } }")

    def test_no_kind_inherits_a_treatment_from_its_parent(self, atlas: Atlas) -> None:
        assert not ask(atlas, "ASK { concept:paracentesis atlas:treats ?any }")
        assert not ask(atlas, "ASK { concept:muscle-metastasis atlas:treatedBy|^atlas:treats ?any }")
        assert not ask(atlas, "ASK { concept:metastasectomy atlas:treats ?any }")

    def test_each_named_puncture_relieves_its_own_condition_only(self, atlas: Atlas) -> None:
        assert select(atlas, "SELECT DISTINCT ?c { concept:paracentesis atlas:relieves ?c }") == [("ascites",)]
        assert select(atlas, "SELECT DISTINCT ?c { concept:thoracentesis atlas:relieves ?c }") == [
            ("pleural-effusion",)
        ]

    @pytest.mark.parametrize("puncture", ["paracentesis", "thoracentesis"])
    def test_that_a_named_puncture_relieves_is_said_by_our_editors_alone(self, atlas: Atlas, puncture: str) -> None:
        query = f"""SELECT ?m ?source {{ GRAPH ?g {{ concept:{puncture} atlas:relieves ?c }}
            ?g atlas:modality ?m ; dcterms:isPartOf ?source }}"""
        assert [row[0] for row in select(atlas, query)] == ["atlas:editorial"]
        assert [row[1].rsplit("/", 1)[1] for row in select(atlas, query)] == ["editorial"]

    def test_what_is_identified_with_a_metastasis_hands_nothing_on(self, atlas: Atlas) -> None:
        causing = """SELECT ?m ?source { GRAPH ?g { ?m atlas:causes ?c } ?m a atlas:MetastasisType .
            ?g dcterms:isPartOf ?source }"""
        assert {row[1].rsplit("/", 1)[1] for row in select(atlas, causing)} == {"editorial"}


class TestEveryConceptIsExplained:
    def test_a_concept_has_a_preferred_label_in_five_languages_and_one_in_each(self, atlas: Atlas) -> None:
        labels: dict[str, list[str]] = defaultdict(list)
        for row in atlas.query("SELECT ?c ?l { ?c a skos:Concept . OPTIONAL { ?c skos:prefLabel ?l } }"):
            labels[str(row["c"])] += [str(getattr(row.get("l"), "language", None))]
        assert len(labels) > 100
        wrong = {c: sorted(tags) for c, tags in labels.items() if sorted(tags) != sorted(LANGUAGES)}
        assert wrong == {}

    @pytest.mark.parametrize("prop", ["skos:definition", "atlas:plainDefinition"])
    def test_a_concept_has_one_english_definition(self, atlas: Atlas, prop: str) -> None:
        query = f"""SELECT ?c (COUNT(?d) AS ?n) {{ ?c a skos:Concept
            OPTIONAL {{ ?c {prop} ?d FILTER(LANG(?d) = "en" && STRLEN(?d) > 10) }} }} GROUP BY ?c"""
        assert [row for row in select(atlas, query) if row[1] != "1"] == []

    def test_a_plain_label_is_found_by_search_names_one_concept_and_differs_from_the_preferred_one(
        self, atlas: Atlas
    ) -> None:
        bare = "SELECT ?c ?l { ?c atlas:plainLabel ?l FILTER NOT EXISTS { ?c skos:altLabel ?l } }"
        assert select(atlas, bare) == []
        same = "SELECT ?c ?l { ?c atlas:plainLabel|skos:prefLabel ?l . ?d atlas:plainLabel ?l FILTER(?c != ?d) }"
        assert select(atlas, same) == []
        idle = "SELECT ?c ?l { ?c atlas:plainLabel ?l ; skos:prefLabel ?l }"
        assert select(atlas, idle) == []

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_many_concepts_have_a_plain_label_in_each_language(self, atlas: Atlas, language: str) -> None:
        query = f'SELECT ?c {{ ?c atlas:plainLabel ?l FILTER(LANG(?l) = "{language}") }}'
        assert len(select(atlas, query)) > 35

    def test_a_concept_has_one_class_of_ours(self, atlas: Atlas) -> None:
        query = f"""SELECT ?c (COUNT(?k) AS ?n) {{ ?c a skos:Concept
            OPTIONAL {{ ?c a ?k FILTER(STRSTARTS(STR(?k), "{ATLAS}")) }} }} GROUP BY ?c"""
        assert [row for row in select(atlas, query) if row[1] != "1"] == []

    def test_a_passage_says_that_nobody_has_reviewed_it(self, atlas: Atlas) -> None:
        assert select(atlas, "SELECT ?p { ?p a atlas:Passage FILTER NOT EXISTS { ?p atlas:reviewStatus ?r } }") == []


class TestEveryPassageAndSourceSpeaksFiveLanguages:
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize(
        "prop", ["atlas:locator", "atlas:qualification", "atlas:reason", "skos:editorialNote", "dcterms:title"]
    )
    def test_what_is_said_in_english_is_said_in_each_language(self, atlas: Atlas, prop: str, language: str) -> None:
        query = f"""SELECT DISTINCT ?one {{ ?one a ?kind ; {prop} ?text
            FILTER(?kind IN (atlas:Passage, atlas:Source))
            FILTER NOT EXISTS {{ ?one {prop} ?told FILTER(LANG(?told) = "{language}" && STRLEN(?told) > 3) }} }}"""
        assert select(atlas, query) == []

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_numbers_stay_what_they_are(self, atlas: Atlas, language: str) -> None:
        for iri, data in atlas.network.graph["passages"].items():
            for texts in (data["locators"], data["notes"]):
                if texts:
                    assert re.findall(r"\d+", texts[language]) == re.findall(r"\d+", texts["en"]), iri

    def test_no_locator_is_without_a_language(self, atlas: Atlas) -> None:
        assert select(atlas, 'SELECT ?p { ?p a atlas:Passage ; atlas:locator ?l FILTER(LANG(?l) = "") }') == []


class TestNothingIsCopied:
    def test_no_eight_words_in_a_row_are_those_of_the_founding_page(self, atlas: Atlas) -> None:
        page = KNOWLEDGE / "overview.txt"
        if not page.is_file():
            pytest.skip(f"{page} is not there: the founding page is not part of the repository.")
        copied = find_runs(page.read_text(encoding="utf-8"))
        assert len(copied) > 200
        literals = {str(row["o"]) for row in atlas.query("SELECT DISTINCT ?o { ?s ?p ?o FILTER(isLiteral(?o)) }")}
        assert {text: found for text in literals if (found := find_runs(text) & copied)} == {}

    def test_a_copy_would_be_found(self) -> None:
        one = "a b c d e f g h i j"
        assert find_runs("x " + one) & find_runs(one.upper() + ", y")
        assert not find_runs("a b c d e f g") & find_runs(one)


def find_runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
