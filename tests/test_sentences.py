"""What a sentence says, and that it never sounds firmer than its passage."""

from pathlib import Path

import networkx as nx
import pytest
from metastasis_atlas import Atlas, open_atlas
from metastasis_atlas.namespaces import ATLAS, CONCEPT, LANGUAGES, PASSAGE
from metastasis_atlas.sentences import Phrasebook
from metastasis_atlas.traversal import Edge

HEAD = """
@prefix atlas: <https://w3id.org/metastasis-atlas/ns#> .
@prefix concept: <https://w3id.org/metastasis-atlas/concept/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix e: <https://example.org/> .
e:source a atlas:Source ; dcterms:title "My notes"@en .
"""


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas()


def say(atlas: Atlas, subject: str, prop: str, value: str, language: str = "en") -> list[str]:
    phrases = Phrasebook(atlas.network, language)
    edges = phrases.find_claims(CONCEPT + subject, ATLAS + prop, CONCEPT + value)
    return [told.sentence for told in phrases.gather(edges)]


class TestFirmness:
    """Each word on the left is found in the source; see knowledge/overview.txt."""

    @pytest.mark.parametrize(
        ("claim", "sentence"),
        [
            (
                ("surgery", "treats", "liver-metastasis"),
                "In specific situations, surgery is used against liver metastases.",
            ),
            (
                ("systemic-therapy", "treats", "metastatic-breast-cancer"),
                "As a rule, systemic therapy is used against metastatic breast cancer.",
            ),
            (
                ("puncture", "hasIntent", "symptom-relief"),
                "The source implies that puncture is aimed at symptom relief.",
            ),
            (
                ("paracentesis", "relieves", "ascites"),
                "Our own addition: paracentesis relieves ascites.",
            ),
            (
                ("local-therapy", "treats", "metastasis"),
                "In some cases, though not in all, local therapy is used against metastases.",
            ),
            (
                ("breast-cancer", "canMetastasizeTo", "organ"),
                "Breast cancer can metastasise to organs (almost any of them).",
            ),
            (
                ("intraperitoneal-chemotherapy", "intendedToDestroy", "peritoneal-metastasis"),
                "Intraperitoneal chemotherapy is meant to destroy peritoneal metastases.",
            ),
            (
                ("brain-metastasis", "lessFrequentThan", "lung-metastasis"),
                "In breast cancer, brain metastasis is less frequent than lung metastasis.",
            ),
            (
                ("damage-to-lung", "causes", "pleural-effusion"),
                "In breast cancer, damage to the lung causes pleural effusion.",
            ),
            (
                ("bisphosphonate-therapy", "listedAmong", "local-therapy"),
                "Bisphosphonate therapy is listed among local therapies.",
            ),
        ],
    )
    def test_a_claim_is_as_firm_as_its_passage(self, atlas: Atlas, claim: tuple[str, str, str], sentence: str) -> None:
        assert say(atlas, *claim) == [sentence]

    @pytest.mark.parametrize(
        ("claim", "words"),
        [
            # what it leans on: surgery in specific situations, and our own note on where a liver metastasis lies
            (("surgery", "addressesSite", "liver"), ["Our own addition: ", "(in specific situations)"]),
            # radiotherapy is possible, and that a bone metastasis lies in bone is implied
            (("radiotherapy", "addressesSite", "bone"), ["The source implies that ", "(possible)"]),
            (("ascites", "relievedBy", "paracentesis"), ["Our own addition: "]),
            (("metastatic-breast-cancer", "treatedBy", "systemic-therapy"), ["As a rule, "]),
            (("metastasis", "treatedBy", "local-therapy"), ["In some cases, though not in all, "]),
        ],
    )
    def test_a_derived_claim_is_no_firmer_than_what_it_leans_on(
        self, atlas: Atlas, claim: tuple[str, str, str], words: list[str]
    ) -> None:
        (sentence,) = say(atlas, *claim)
        assert sentence.startswith(words[0])
        assert all(word in sentence for word in words)

    def test_a_claim_and_its_inverse_are_equally_firm(self, atlas: Atlas) -> None:
        (there,) = say(atlas, "surgery", "treats", "bone-metastasis")
        (back,) = say(atlas, "bone-metastasis", "treatedBy", "surgery")
        assert (there[:24], back[:24]) == ("In specific situations, ", "In specific situations, ")

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("kind", ["modalities", "quantifiers"])
    def test_each_frame_is_there_in_each_language_and_holds_the_statement(
        self, atlas: Atlas, kind: str, language: str
    ) -> None:
        for iri, data in atlas.network.graph[kind].items():
            frame = data["sentences"][language]
            assert sum(map(frame.count, ("{statement}", "{inverted}", "{sentence}"))) == 1, iri
            assert data["labels"][language], iri

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_frame_gets_lost_in_a_language(self, atlas: Atlas, language: str) -> None:
        phrases = Phrasebook(atlas.network, language)
        for u, v, (prop, _), data in atlas.network.edges(keys=True, data=True):
            bare = phrases.say_claim(u, prop, v)
            edge = Edge(u, prop, v, data)
            framed = set(data["modalities"]) - {ATLAS + "asserted"} or data["quantifier"]
            if framed and prop != ATLAS + "intendedToDestroy":
                assert len(phrases.say(edge)) > len(bare) + 5


class TestWholeSentences:
    """No heading with what is said of it, no bare label where a language wants an article or a case."""

    @pytest.mark.parametrize(
        ("claim", "language", "sentence"),
        [
            (("surgery", "treats", "bone-metastasis"), "de",
             "In bestimmten Situationen wird eine Operation gegen Knochenmetastasen eingesetzt."),
            (("surgery", "treats", "bone-metastasis"), "uk",
             "У певних ситуаціях хірургічне лікування застосовується проти метастазів у кістках."),
            (("surgery", "treats", "bone-metastasis"), "es",
             "En situaciones concretas, la cirugía se emplea contra las metástasis óseas."),
            (("surgery", "treats", "bone-metastasis"), "fr",
             "Dans des situations particulières, la chirurgie s'emploie contre les métastases osseuses."),
            (("metastasis", "differsFrom", "primary-tumour"), "de",
             "Eine Metastase unterscheidet sich teilweise vom Primärtumor."),
            (("metastasis", "differsFrom", "primary-tumour"), "es",
             "La metástasis se diferencia en parte del tumor primario."),
            (("liver-metastasis", "occursIn", "liver"), "uk",
             "Наше доповнення: метастаз у печінці виникає в печінці."),
            (("metastatic-dissemination", "resultsIn", "metastasis"), "fr",
             "La dissémination métastatique peut aboutir à des métastases."),
        ],
    )  # fmt: skip
    def test_a_claim_reads_as_a_native_would_say_it(
        self, atlas: Atlas, claim: tuple[str, str, str], language: str, sentence: str
    ) -> None:
        assert say(atlas, *claim, language) == [sentence]

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_claim_is_a_heading_with_what_is_said_of_it(self, atlas: Atlas, language: str) -> None:
        phrases = Phrasebook(atlas.network, language)
        for u, v, (prop, _) in atlas.network.edges(keys=True):
            if prop != ATLAS + "becauseOf":
                said = phrases.say_claim(u, prop, v)
                assert not [mark for mark in (" – ", ":", "{", "|") if mark in said], said

    def test_a_name_without_forms_is_said_all_the_same(self, tmp_path: Path) -> None:
        (tmp_path / "own.trig").write_text(
            HEAD + 'e:heart a skos:Concept , atlas:Organ ; skos:prefLabel "heart"@en , "Herz"@de .\n'
            "e:p a atlas:Passage ; dcterms:isPartOf e:source ; atlas:modality atlas:usual .\n"
            "e:p { concept:breast-cancer atlas:metastasizesTo e:heart . }\n",
            encoding="utf-8",
        )
        atlas = open_atlas(tmp_path / "own.trig")
        said = {}
        for language in ("en", "de"):
            phrases = Phrasebook(atlas.network, language)
            (edge,) = phrases.find_claims(
                CONCEPT + "breast-cancer", ATLAS + "metastasizesTo", "https://example.org/heart"
            )
            said[language] = phrases.say(edge)
        assert said["en"] == "As a rule, breast cancer metastasises to heart."
        assert said["de"] == "In der Regel bildet Brustkrebs Metastasen am Ort „Herz“."


class TestPassagesOfDifferentFirmness:
    """Never under one sentence."""

    @pytest.fixture
    def mixed(self, tmp_path: Path) -> Atlas:
        claims = "concept:radiotherapy atlas:treats concept:brain-metastasis ."
        text = HEAD
        for name, modality in (("sure", "asserted"), ("also-sure", "asserted"), ("maybe", "possible")):
            about = f'atlas:locator "{name}" ; atlas:modality atlas:{modality} ; atlas:reviewStatus atlas:notReviewed'
            text += f"e:{name} a atlas:Passage ; dcterms:isPartOf e:source ; {about} ;"
            text += f' atlas:qualification "N {name}" .\n'
            text += f"e:{name} {{ {claims} }}\n"
        others = "skos:broader concept:brain-metastasis ; atlas:relieves concept:brain-metastasis"
        text += f"e:sure {{ concept:radiotherapy {others} }}"
        (tmp_path / "own.trig").write_text(text, encoding="utf-8")
        return open_atlas(tmp_path / "own.trig")

    def test_a_step_says_each_of_them_and_kinds_last(self, mixed: Atlas) -> None:
        (path,) = mixed.find_paths("radiotherapy", "brain metastasis")
        (step,) = path.steps()
        assert [(told.sentence, told.places) for told in step] == [
            ("Radiotherapy relieves brain metastases.", ("sure, My notes",)),
            ("Radiotherapy is used against brain metastases.", ("also-sure, My notes", "sure, My notes")),
            ("As one possibility, radiotherapy is used against brain metastases.", ("maybe, My notes",)),
            ("Radiotherapy is a kind of brain metastasis.", ("sure, My notes",)),
        ]
        assert step[1].notes == ("N also-sure", "N sure")
        (said,) = path.say()
        assert said.count("[") == 4

    def test_a_description_says_each_of_them(self, mixed: Atlas) -> None:
        told = [one for one in mixed.describe("radiotherapy").statements if "against brain" in one.sentence]
        assert [len(one.places) for one in told] == [2, 1]


def test_a_reason_is_quoted_where_a_place_alone_would_tell_nothing(atlas: Atlas) -> None:
    phrases = Phrasebook(atlas.network)
    usual, effect = PASSAGE + "overview-p1-s3-usual", PASSAGE + "overview-p1-s3-effect"
    (edge,) = phrases.find_claims(usual, ATLAS + "becauseOf", effect)
    assert phrases.say(edge) == (
        "For “As a rule, systemic therapy is used against metastatic breast cancer.” (paragraph 1, sentence 3), "
        "the source gives this reason: “Systemic therapy acts on the whole body.” (paragraph 1, sentence 3)."
    )


def test_what_a_label_holds_is_never_read_as_a_template() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node("e:a", labels={"en": ("{object}",)})
    network.add_node("e:b", labels={"en": ("{subject}",)})
    network.graph.update({"passages": {}, "properties": {"e:p": {"sentences": {"en": "{subject} meets {object}"}}}})
    assert Phrasebook(network).say_claim("e:a", "e:p", "e:b") == "{object} meets {subject}"


@pytest.mark.parametrize(
    ("language", "word"), [("en", " can "), ("de", " kann "), ("uk", " може "), ("es", " puede "), ("fr", " peut ")]
)
def test_what_the_first_sentence_says_under_a_condition_is_said_as_possible(
    atlas: Atlas, language: str, word: str
) -> None:
    phrases = Phrasebook(atlas.network, language)
    for subject, prop, value in (
        ("tumour-cell", "proliferatesAt", "other-organ"),
        ("metastatic-dissemination", "resultsIn", "metastasis"),
    ):
        assert word in phrases.say_claim(CONCEPT + subject, ATLAS + prop, CONCEPT + value)


def test_a_note_stands_only_where_it_is_about_what_is_said(atlas: Atlas) -> None:
    notes = {
        (s.sentence, note)
        for term in ("ascites", "RANK-ligand inhibitor therapy", "intraperitoneal chemotherapy")
        for s in atlas.describe(term).statements
        if not s.derived
        for note in s.notes
    }
    assert {sentence for sentence, note in notes if note == "One or the other."} == {
        "RANK-ligand inhibitor therapy is used against bone metastases."
    }
    assert not any("accumulates" in sentence and "uncture" in note for sentence, note in notes)
    assert [sentence for sentence, note in notes if "purpose only" in note] == [
        "Intraperitoneal chemotherapy is used against peritoneal metastases."
    ]
