"""What a Python user holds: words for terms, results that say what they are, and errors that are sentences."""

import sys
from collections.abc import Callable
from typing import Any

import pytest
import rdflib
from metastasis_atlas import Atlas, AtlasError, open_atlas
from metastasis_atlas.errors import MissingLibraryError, QueryError, UnknownTermError
from metastasis_atlas.namespaces import ATLAS, CONCEPT, LANGUAGES


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas()


class TestExplain:
    @pytest.mark.parametrize(
        ("subject", "prop", "value"),
        [
            (CONCEPT + "ascites", ATLAS + "relievedBy", CONCEPT + "puncture"),
            ("concept:ascites", "atlas:relievedBy", "concept:puncture"),
            ("ascites", "relievedBy", "puncture"),
            ("Aszites", "is relieved by", "Punktion"),
            ("асцит", "wird gelindert durch", "pUnCtUrE "),
        ],
    )
    def test_iris_curies_and_labels_will_do(self, atlas: Atlas, subject: str, prop: str, value: str) -> None:
        proof = atlas.explain(subject, prop, value)
        assert proof is not None
        assert proof.rule is not None
        assert {place for leaf in proof.leaves() for place in leaf.passages}

    def test_a_stated_one_has_its_passages(self, atlas: Atlas) -> None:
        proof = atlas.explain("surgery", "atlas:treats", "bone metastasis")
        assert proof is not None
        assert (proof.rule, bool(proof.passages)) == (None, True)

    def test_a_mapped_term_is_our_concept(self, atlas: Atlas) -> None:
        mapped = atlas.query("SELECT ?m { concept:ascites skos:exactMatch ?m }")
        term = str(next(iter(mapped))["m"])
        assert atlas.explain(term, "atlas:relievedBy", "puncture") is not None
        assert atlas.explain("ascites", "skos:exactMatch", term) is not None

    def test_what_does_not_hold_is_none(self, atlas: Atlas) -> None:
        assert atlas.explain("puncture", "atlas:treats", "metastasis") is None
        assert atlas.explain("_:b0", "atlas:treats", "metastasis") is None

    @pytest.mark.parametrize(
        ("words", "near"),
        [
            (("asctes", "atlas:relievedBy", "puncture"), "ascites"),
            (("ascites", "atlas:relievedBy", "punctur"), "concept:puncture"),
            (("surgery", "treets", "metastasis"), "atlas:treats"),
            (("a b <c>", "atlas:treats", "metastasis"), ""),
        ],
    )
    def test_what_is_unknown_gets_the_nearest(self, atlas: Atlas, words: tuple[str, str, str], near: str) -> None:
        with pytest.raises(UnknownTermError) as caught:
            atlas.explain(*words)
        assert not near or near in caught.value.suggestions


class TestResults:
    @pytest.mark.parametrize("use", [len, iter, list], ids=["len", "iter", "list"])
    def test_an_ask_has_no_rows(self, atlas: Atlas, use: Callable[[object], object]) -> None:
        result = atlas.query("ASK { ?s ?p ?o }")
        for error in (TypeError, QueryError):
            with pytest.raises(error, match=r"An ASK answers with yes or no and has no rows: use bool\(\)"):
                use(result)
        assert bool(result) is True
        assert bool(atlas.query("ASK { ?s atlas:nowhere ?o }")) is False

    def test_a_select_is_true_when_it_has_rows(self, atlas: Atlas) -> None:
        assert atlas.query("SELECT * { concept:ascites ?p ?o }")
        assert not atlas.query("SELECT * { concept:ascites atlas:nowhere ?o }")
        assert atlas.query("SELECT (COUNT(*) AS ?n) { ?s atlas:nowhere ?o }")

    @pytest.mark.parametrize("text", ["CONSTRUCT WHERE { ?s atlas:relieves ?o }", "DESCRIBE concept:ascites"])
    def test_triples_make_a_graph(self, atlas: Atlas, text: str) -> None:
        result = atlas.query(text)
        triples = result.to_graph()
        assert isinstance(triples, rdflib.Graph)
        assert len(triples) == len(result) > 1
        assert {(row["subject"], row["predicate"], row["object"]) for row in result} == set(triples)
        assert "concept:ascites" in triples.serialize(format="turtle")

    def test_no_triples_make_an_empty_graph(self, atlas: Atlas) -> None:
        result = atlas.query("CONSTRUCT WHERE { ?s atlas:nowhere ?o }")
        assert (bool(result), len(result.to_graph())) == (False, 0)

    @pytest.mark.parametrize("text", ["ASK {}", "SELECT * { ?s atlas:relieves ?o }"])
    def test_only_triples_make_a_graph(self, atlas: Atlas, text: str) -> None:
        with pytest.raises(TypeError, match="Only a CONSTRUCT or DESCRIBE gives a graph"):
            atlas.query(text).to_graph()

    def test_a_data_frame_has_values(self, atlas: Atlas) -> None:
        pd = pytest.importorskip("pandas")
        found = atlas.query(
            "SELECT ?i ?n ?x ?b ?d ?t ?l ?odd { VALUES (?i ?n ?x ?b ?d ?t ?l ?odd) {"
            " (1 2 0.5 true '2026-01-31'^^xsd:date '2026-01-31T12:00:00'^^xsd:dateTime 'a'@de 'x'^^xsd:integer)"
            " (-7 UNDEF 1e3 false '2024-02-29'^^xsd:date UNDEF concept:ascites 'later'^^xsd:date) } }"
        ).to_dataframe()
        assert list(found.columns) == ["i", "n", "x", "b", "d", "t", "l", "odd"]
        assert found["i"].sum() == -6
        assert (found["n"][0], found["n"].isna().tolist()) == (2, [False, True])
        assert found["x"].tolist() == [0.5, 1000.0]
        assert found["b"].tolist() == [True, False]
        assert found["d"].dt.year.tolist() == [2026, 2024]
        assert found["t"][0] == pd.Timestamp(2026, 1, 31, 12)
        assert pd.isna(found["t"][1])
        assert found["l"].tolist() == ["a", CONCEPT + "ascites"]
        assert found["odd"].tolist() == ["x", "later"]
        nothing = atlas.query("SELECT ?a ?b { ?a atlas:nowhere ?b }").to_dataframe()
        assert (list(nothing.columns), len(nothing)) == (["a", "b"], 0)

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("ASK {}", "yes or no"),
            ("CONSTRUCT WHERE { ?s atlas:relieves ?o }", r"to_graph\(\)"),
            ("DESCRIBE <a:a>", "SELECT"),
        ],
    )
    def test_a_data_frame_is_made_of_rows(self, atlas: Atlas, text: str, told: str) -> None:
        with pytest.raises(TypeError, match=told):
            atlas.query(text).to_dataframe()

    def test_without_pandas_one_sentence_says_what_to_install(
        self, atlas: Atlas, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "pandas", None)
        result = atlas.query("SELECT * { ?s atlas:relieves ?o }")
        for error in (AtlasError, ImportError, MissingLibraryError):
            with pytest.raises(error, match="pip install pandas"):
                result.to_dataframe()


class TestLanguages:
    @pytest.mark.parametrize("language", ["xx", "", "EN", "en-GB"])
    @pytest.mark.parametrize(
        "speak",
        [
            lambda atlas, language: atlas.page(language=language),
            lambda atlas, language: atlas.describe("ascites", language=language),
            lambda atlas, language: atlas.find_paths("denosumab", "bone", language=language),
        ],
        ids=["page", "describe", "find_paths"],
    )
    def test_an_unknown_one_is_refused_with_the_known(
        self, atlas: Atlas, speak: Callable[[Atlas, str], object], language: str
    ) -> None:
        with pytest.raises(AtlasError, match="It speaks en, de, uk, es, fr") as caught:
            speak(atlas, language)
        assert f'"{language}"' in str(caught.value)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_known_ones_are_spoken(self, atlas: Atlas, language: str) -> None:
        assert atlas.find_paths("denosumab", "bone", language=language)
        assert atlas.describe("ascites", language=language).label


class TestWhatIsNoText:
    @pytest.mark.parametrize(
        "ask",
        [
            lambda atlas: atlas.describe(None),
            lambda atlas: atlas.find(3),
            lambda atlas: atlas.query(None),
            lambda atlas: atlas.explain(None, "atlas:treats", "bone"),
            lambda atlas: atlas.find_paths("bone", None),
            lambda atlas: atlas.export(None),
        ],
    )
    def test_is_refused_with_a_sentence(self, atlas: Atlas, ask: Callable[[Any], object]) -> None:
        with pytest.raises(TypeError, match=r"must be text, not \w+\.$"):
            ask(atlas)


class TestNames:
    @pytest.mark.parametrize(
        ("word", "concept"),
        [
            ("chemotherapy", "systemic-chemotherapy"),  # its preferred label, and the slug of another
            ("Chemotherapie", "systemic-chemotherapy"),
            ("concept:chemotherapy", "chemotherapy"),
            ("tumour-cell", "tumour-cell"),
            ("paracentesis", "paracentesis"),
        ],
    )
    def test_a_preferred_label_wins_over_a_slug(self, atlas: Atlas, word: str, concept: str) -> None:
        assert atlas.find(word) == CONCEPT + concept
