"""A reader's own file may say what it likes in its own name, and nothing in a built-in source's."""

from collections.abc import Callable
from pathlib import Path

import pytest
from metastasis_atlas import open_atlas
from metastasis_atlas.checks import Finding

OWN = """@prefix atlas: <https://w3id.org/metastasis-atlas/ns#> .
@prefix c: <https://w3id.org/metastasis-atlas/concept/> .
@prefix passage: <https://w3id.org/metastasis-atlas/passage/> .
@prefix source: <https://w3id.org/metastasis-atlas/source/> .
@prefix rule: <https://w3id.org/metastasis-atlas/rule/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
source:mine a atlas:Source ; dcterms:title "My notes"@en .
passage:p a atlas:Passage ; dcterms:isPartOf source:mine ; atlas:locator "page 1" ;
    atlas:modality atlas:asserted ; atlas:reviewStatus atlas:notReviewed .
passage:p { c:surgery atlas:relieves c:bone-pain }
"""
FIRST = OWN.count("\n") + 1
Plant = Callable[[str], list[Finding]]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return tmp_path / "mine.trig"


@pytest.fixture
def plant(mine: Path) -> Plant:
    def check_beside(text: str) -> list[Finding]:
        mine.write_text(OWN + text, encoding="utf-8")
        return open_atlas(mine).check()

    return check_beside


TRESPASSES = {
    "a claim in a built-in passage": (
        "passage:overview-b5 {\n c:surgery atlas:relieves\n c:bone-pain }",
        ("passage:overview-b5", 2, "concept:surgery atlas:relieves concept:bone-pain is put into a built-in passage"),
    ),
    "a name in a built-in passage": (
        'passage:overview-p1-s1 { c:bone\n skos:altLabel "a bone"@en }',
        ("passage:overview-p1-s1", 1, "is put into a built-in passage, whose source doesn't say it"),
    ),
    "a new passage of a built-in source": (
        "passage:q a atlas:Passage ;\n dcterms:isPartOf source:overview ; atlas:locator 'bullet 9' ;\n"
        "atlas:modality atlas:asserted ; atlas:reviewStatus atlas:notReviewed .\n"
        "passage:q { c:surgery atlas:relieves c:ascites }",
        ("passage:q", 1, "It claims to stand in source:overview"),
    ),
    "a second locator": (
        'passage:overview-b5\n atlas:locator "elsewhere" .',
        ("passage:overview-b5", 1, 'atlas:locator "elsewhere" changes what is said of a passage'),
    ),
    "a qualification, from within a passage of one's own": (
        'passage:p { passage:overview-b5 atlas:qualification "Not so."@en }',
        ("passage:overview-b5", 0, "atlas:qualification"),
    ),
    "another title": ('source:overview dcterms:title "A hoax"@en .', ("source:overview", 0, 'dcterms:title "A hoax"')),
    "a licence": (
        "source:overview dcterms:license <https://a.example/free> .",
        ("source:overview", 0, "dcterms:license https://a.example/free"),
    ),
    "a review": (
        "source:overview atlas:reviewStatus atlas:editorial .",
        ("source:overview", 0, "atlas:reviewStatus atlas:editorial"),
    ),
    "a verified label": (
        'atlas:verified-labels {\n c:bone skos:altLabel "a bone"@en }',
        ("atlas:verified-labels", 1, "is put into a named graph of the built-in knowledge"),
    ),
    "an editorial label": (
        'atlas:editorial-labels { c:bone skos:altLabel "a bone"@en }',
        ("atlas:editorial-labels", 0, "is put into a named graph of the built-in knowledge"),
    ),
    "a derived statement that no rule derives": (
        "atlas:inferred {\n c:ascites atlas:relievedBy c:surgery }",
        ("atlas:inferred", 1, "concept:ascites atlas:relievedBy concept:surgery stands among what is derived"),
    ),
    "another inverse": (
        "atlas:actsOn owl:inverseOf atlas:reaches .",
        ("atlas:actsOn", 0, "owl:inverseOf atlas:reaches changes what a built-in term means"),
    ),
    "another sentence": (
        'atlas:relieves atlas:sentence "{subject} cures {object}"@en .',
        ("atlas:relieves", 0, "or how it is said"),
    ),
    "another label of a review status": (
        'atlas:notReviewed rdfs:label\n "checked by Prof. X"@en .',
        (
            "atlas:notReviewed",
            1,
            'rdfs:label "checked by Prof. X" changes what a built-in term means or how it is said',
        ),
    ),
    "another label of a modality": (
        'atlas:asserted rdfs:label "a proven"@en .',
        ("atlas:asserted", 0, "how it is said"),
    ),
    "another label of a weaker modality, in a passage": (
        'passage:p { atlas:possible rdfs:label "always"@en }',
        ("atlas:possible", 0, 'rdfs:label "always"'),
    ),
    "another label of a property": (
        'atlas:treats rdfs:label "cures"@en .',
        ("atlas:treats", 0, 'rdfs:label "cures"'),
    ),
    "a label without a language": ('atlas:treats rdfs:label "cures" .', ("atlas:treats", 0, 'rdfs:label "cures"')),
    "a preferred label": ('atlas:treats skos:prefLabel "heilt"@DE .', ("atlas:treats", 0, 'skos:prefLabel "heilt"')),
    "the words of another language": (
        'atlas:treats rdfs:label "wird eingesetzt bei"@en .',
        ("atlas:treats", 0, 'rdfs:label "wird eingesetzt bei"'),
    ),
    "another definition of a property": (
        'atlas:treats skos:definition "It cures."@en .',
        ("atlas:treats", 0, 'skos:definition "It cures."'),
    ),
    "another definition of a concept": (
        'c:ascites skos:definition "A harmless fluid."@en .',
        ("concept:ascites", 0, "stands beside the built-in definition in this language"),
    ),
    "another plain definition of a concept, in a graph of one's own": (
        '<https://me.example/texts> {\n c:ascites atlas:plainDefinition "A harmless fluid."@en }',
        ("concept:ascites", 1, "stands beside the built-in definition in this language"),
    ),
    "the title of a built-in source": (
        "source:other a atlas:Source ;\n"
        ' dcterms:title "overview of Metastases of breast cancer, and their treatment. "@de .',
        ("source:other", 1, "its claims would look like that source's"),
    ),
    "another explanation of a rule": ('rule:inverse atlas:explanation "Magic."@en .', ("rule:inverse", 0, "Magic")),
}


@pytest.mark.parametrize(("text", "expected"), TRESPASSES.values(), ids=TRESPASSES.keys())
def test_each_trespass_is_an_error_in_the_readers_own_file(
    plant: Plant, mine: Path, text: str, expected: tuple[str, int, str]
) -> None:
    node, line, words = expected
    findings = [one for one in plant(text) if one.kind.startswith("foreign-")]
    assert [one.node for one in findings] == [node], [str(one) for one in findings]
    assert words in findings[0].message
    assert findings[0].severity == "error"
    assert findings[0].mend.endswith("your own.") or "of your own" in findings[0].mend
    assert (findings[0].path, findings[0].line) == (mine, FIRST + line)


def test_the_line_is_that_of_the_foreign_graph_though_the_same_is_said_above(plant: Plant) -> None:
    (finding,) = plant("passage:overview-b5 {\n c:surgery atlas:relieves c:bone-pain }")
    assert finding.line == FIRST + 1


def test_a_line_of_n_quads_is_told_by_its_graph(tmp_path: Path) -> None:
    base = "https://w3id.org/metastasis-atlas/"
    claim = f"<{base}concept/surgery> <{base}ns#relieves> <{base}concept/bone-pain>"
    file = tmp_path / "mine.nq"
    file.write_text(f"{claim} .\n{claim} <{base}passage/overview-b5> .\n", encoding="utf-8")
    assert [(one.node, one.line) for one in open_atlas(file).check()] == [("passage:overview-b5", 2)]


ALLOWED = {
    "labels and definitions in a graph of one's own": (
        '<https://me.example/labels> { c:bone skos:altLabel "a bone"@en ; skos:definition "deel van het skelet"@nl . }'
    ),
    "a built-in definition said again": (
        '<https://me.example/texts> { atlas:treats rdfs:label "is used against"@en ; skos:altLabel "is used for"@en }'
    ),
    "a title in which a built-in one stands": (
        'source:o a atlas:Source ; dcterms:title "On the overview of metastases of breast cancer"@en .'
    ),
    "labels without a graph": 'c:bone skos:altLabel "a bone"@en .',
    "a claim about built-in concepts and passages in a passage of one's own": (
        "passage:p { c:puncture atlas:relieves c:bone-pain . passage:overview-b5 atlas:becauseOf passage:p }"
    ),
    "a name for a built-in property": 'atlas:relieves rdfs:label "bantu"@en-gb .',
    "what a built-in passage says already": "passage:overview-b5 { c:puncture atlas:doesNotDestroy c:metastasis }",
    "what a rule derives": "atlas:inferred { c:bone-pain atlas:relievedBy c:surgery }",
}


@pytest.mark.parametrize("text", ALLOWED.values(), ids=ALLOWED.keys())
def test_what_is_said_in_ones_own_name_is_no_trespass(plant: Plant, text: str) -> None:
    assert [str(one) for one in plant(text)] == []


def test_what_the_built_in_files_say_is_shown_whatever_stands_beside_it(mine: Path) -> None:
    said = (
        'atlas:notReviewed rdfs:label "checked by Prof. X"@en .\natlas:possible rdfs:label "always"@en .\n'
        'atlas:treats rdfs:label "cures"@en ; atlas:sentence "{subject} cures {object}"@en .\n'
        'c:ascites a atlas:Agent ; skos:prefLabel "a cold"@en ;\n'
        '    skos:definition "A harmless fluid."@en ; atlas:plainDefinition "A cold."@en .\n'
        'source:overview dcterms:title "A hoax"@en . passage:overview-b5 atlas:locator "a hoax" .\n'
    )
    mine.write_text(OWN + said, encoding="utf-8")
    ours, network = open_atlas().network, open_atlas(mine).network
    for kind, iri in (
        ("modalities", "ns#possible"),
        ("properties", "ns#treats"),
        ("sources", "source/overview"),
        ("passages", "passage/overview-b5"),
    ):
        iri = "https://w3id.org/metastasis-atlas/" + iri
        assert network.graph[kind][iri] == ours.graph[kind][iri]
    told, ascites = (one.nodes["https://w3id.org/metastasis-atlas/concept/ascites"] for one in (network, ours))
    for name in ("label", "class", "definition", "definitions", "plain", "plains"):
        assert told[name] == ascites[name]
    assert told["labels"]["en"][:2] == ("ascites", "a cold")


def test_a_derived_statement_can_not_be_its_own_reason(plant: Plant) -> None:
    text = "atlas:inferred { c:ascites atlas:relievedBy c:surgery } c:ascites atlas:relievedBy c:surgery ."
    assert [one.kind for one in plant(text) if one.kind.startswith("foreign")] == ["foreign-inferred"]


def test_the_atlas_itself_may_be_read_again_beside_it(tmp_path: Path) -> None:
    copy = tmp_path / "copy.trig"
    copy.write_bytes(open_atlas().export("trig"))
    assert [str(one) for one in open_atlas(copy).check()] == []


def test_without_the_built_in_passages_their_names_are_free(mine: Path) -> None:
    mine.write_text(
        OWN.replace("source:mine", "source:overview")
        + 'c:surgery a skos:Concept , atlas:LocalTherapy ; skos:prefLabel "surgery"@en ; skos:definition "S."@en .\n'
        + 'c:bone-pain a skos:Concept , atlas:Condition ; skos:prefLabel "pain"@en ; skos:definition "P."@en .\n',
        encoding="utf-8",
    )
    assert [str(one) for one in open_atlas(mine, only=True).check()] == []


class TestWhatInvolvesBothIsToldOfTheReadersFile:
    def test_a_negative_of_ones_own_against_a_built_in_treatment(self, plant: Plant, mine: Path) -> None:
        findings = plant("passage:p {\n c:surgery atlas:doesNotDestroy c:bone-metastasis }")
        assert findings
        assert {(one.path, one.line) for one in findings} == {(mine, FIRST + 1)}

    def test_a_negative_of_ones_own_from_which_one_is_derived(self, plant: Plant, mine: Path) -> None:
        findings = plant("passage:p {\n c:surgery\n atlas:doesNotDestroy c:metastasis }")
        assert "concept:surgery" in {one.node for one in findings}
        assert {(one.path, one.line) for one in findings} == {(mine, FIRST + 2)}

    def test_a_kind_of_ones_own_from_which_a_negative_is_derived(self, plant: Plant, mine: Path) -> None:
        findings = plant("passage:p {\n c:surgery skos:broader c:puncture }")
        assert "contradicted-treatment" in {one.kind for one in findings}
        assert {(one.path, one.line) for one in findings} == {(mine, FIRST + 1)}

    def test_a_circle_that_ones_own_step_closes(self, plant: Plant, mine: Path) -> None:
        findings = plant("passage:p {\n c:puncture skos:broader c:thoracentesis }")
        assert [(one.kind, one.path, one.line) for one in findings] == [("broader-circle", mine, FIRST + 1)]

    def test_a_second_modality_of_a_built_in_passage(self, plant: Plant, mine: Path) -> None:
        findings = plant(
            "passage:overview-b5 { c:puncture atlas:doesNotDestroy c:metastasis }\n"
            "passage:overview-b5 atlas:modality atlas:usual ."
        )
        assert len(findings) == 2
        assert {(one.path, one.line) for one in findings} == {(mine, FIRST + 1)}
