"""Each mistake that a curator can make is found with file, node and line; the built-in knowledge has none."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from metastasis_atlas.checks import Finding, check
from metastasis_atlas.inference import derive
from metastasis_atlas.readers import ReadFile, find_files, read_file
from metastasis_atlas.rules import read_rules
from metastasis_atlas.store import Store

ONTOLOGY = Path(__file__).resolve().parent.parent / "ontology"
SHAPES = ONTOLOGY / "shapes"
PREFIXES = """@prefix atlas: <https://w3id.org/metastasis-atlas/ns#> .
@prefix c: <https://w3id.org/metastasis-atlas/concept/> .
@prefix passage: <https://w3id.org/metastasis-atlas/passage/> .
@prefix source: <https://w3id.org/metastasis-atlas/source/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
source:mine a atlas:Source ; dcterms:title "My notes"@en .
# c:ascites atlas:treats c:bone : a comment, in which nothing is found
"""
FIRST = PREFIXES.count("\n") + 1
PASSAGE = """passage:p a atlas:Passage ; dcterms:isPartOf source:mine ; atlas:locator "here" ;
    atlas:modality atlas:asserted ; atlas:reviewStatus atlas:notReviewed .
"""
CLAIM = "passage:p { c:puncture atlas:relieves c:ascites }\n"
CONCEPT = 'skos:prefLabel "thing"@en ; skos:definition "A thing."@en .'

Plant = Callable[[str], list[Finding]]


@pytest.fixture(scope="module")
def built_in() -> list[ReadFile]:
    return [read_file(path) for path in find_files([ONTOLOGY]) if "shapes" not in path.parts]


def find(files: list[ReadFile], *own: ReadFile) -> list[Finding]:
    store = Store(quad for file in [*files, *own] for quad in file.quads)
    rules = read_rules(store, ONTOLOGY / "rules")
    derive(store, rules)
    return check(store, [*files, *own], SHAPES, own, rules)


@pytest.fixture
def plant(built_in: list[ReadFile], tmp_path: Path) -> Plant:
    def check_beside(text: str) -> list[Finding]:
        path = tmp_path / "mine.trig"
        path.write_text(PREFIXES + text, encoding="utf-8")
        return find(built_in, read_file(path))

    return check_beside


def test_the_built_in_knowledge_has_no_finding(built_in: list[ReadFile]) -> None:
    assert [str(finding) for finding in find(built_in)] == []


def test_a_sound_file_has_no_finding(plant: Plant) -> None:
    assert plant(PASSAGE + CLAIM) == []


MISTAKES = {
    "a claim outside any passage": (
        "c:puncture\n    atlas:relieves\n        c:bone-pain .",
        ("concept:puncture", 2, "atlas:relieves concept:bone-pain stands outside any passage"),
    ),
    "a kind outside any passage": (
        "c:paracentesis skos:broader c:surgery .",
        ("concept:paracentesis", 0, "skos:broader concept:surgery stands outside any passage"),
    ),
    "a passage without source": (
        PASSAGE.replace("dcterms:isPartOf source:mine ;", "") + CLAIM,
        ("passage:p", 0, "no source"),
    ),
    "a passage whose source is none": (
        PASSAGE.replace("source:mine", "c:bone") + CLAIM,
        ("passage:p", 0, "isn't declared an atlas:Source"),
    ),
    "a passage without locator": (
        PASSAGE.replace('atlas:locator "here" ;', "") + CLAIM,
        ("passage:p", 0, "no locator"),
    ),
    "a passage with two locators in a language": (
        PASSAGE.replace('"here"', '"here"@en , "there"@en') + CLAIM,
        ("passage:p", 0, "more than one locator in one language"),
    ),
    "a passage without modality": (
        PASSAGE.replace("atlas:modality atlas:asserted ;", "") + CLAIM,
        ("passage:p", 0, "exactly one modality"),
    ),
    "a passage with two modalities": (
        PASSAGE.replace("atlas:asserted", "atlas:asserted , atlas:possible") + CLAIM,
        ("passage:p", 1, "exactly one modality"),
    ),
    "a passage without review status": (
        PASSAGE.replace("; atlas:reviewStatus atlas:notReviewed", "") + CLAIM,
        ("passage:p", 0, "exactly one review status"),
    ),
    "a passage that speaks as the atlas": (
        PASSAGE.replace("atlas:asserted", 'atlas:editorial ; atlas:reason "It is so."@en') + CLAIM,
        ("passage:p", 1, "isn't source:editorial. Say atlas:modality atlas:asserted"),
    ),
    "a mapping between two concepts of the atlas": (
        "c:ascites\n skos:exactMatch c:pleural-effusion .",
        ("concept:ascites", 1, "skos:exactMatch concept:pleural-effusion is a mapping between two concepts"),
    ),
    "an empty passage": (PASSAGE, ("passage:p", 0, "named graph is empty")),
    "a graph with claims that is no passage": (
        "<https://a.example/g> {\n c:puncture atlas:relieves c:ascites }",
        ("https://a.example/g", 0, "isn't declared a passage"),
    ),
    "a graph whose name is misspelt": (
        PASSAGE + CLAIM + "passage:overview-p1-s11 { c:puncture atlas:relieves c:ascites }",
        ("passage:overview-p1-s11", 3, 'Did you mean "passage:overview-p1-s1"?'),
    ),
    "a concept without English label": (
        'c:thing a skos:Concept , atlas:Condition ; skos:prefLabel "Ding"@de ; skos:definition "A thing."@en .',
        ("concept:thing", 0, "no English preferred label"),
    ),
    "a concept without definition": (
        'c:thing a atlas:Condition ; skos:prefLabel "thing"@en .',
        ("concept:thing", 0, "no English definition"),
    ),
    "a concept without main class": (f"c:thing a skos:Concept ; {CONCEPT}", ("concept:thing", 0, "no main class")),
    "a concept with two main classes": (
        f"c:thing a skos:Concept , atlas:Condition , atlas:Agent ; {CONCEPT}",
        ("concept:thing", 0, "several main classes: atlas:Agent, atlas:Condition."),
    ),
    "a property against its domain": (
        PASSAGE + "passage:p {\n c:bone\n atlas:relieves c:ascites }",
        ("concept:bone", 4, "The subject of atlas:relieves must be"),
    ),
    "a property against its range": (
        PASSAGE + "passage:p { c:puncture atlas:relieves\n c:ascites ,\n c:bone }",
        ("concept:bone", 4, "The object of atlas:relieves must be"),
    ),
    "an undefined object": (
        PASSAGE + "passage:p {\n c:puncture atlas:relieves c:ascitis }",
        ("concept:ascitis", 3, 'Did you mean "concept:ascites"?'),
    ),
    "an undefined subject": (
        PASSAGE + "passage:p {\n c:punctur atlas:relieves c:ascites }",
        ("concept:punctur", 3, 'Did you mean "concept:puncture"?'),
    ),
    "an undefined property": (
        PASSAGE + "passage:p {\n c:puncture atlas:releives c:ascites }",
        ("atlas:releives", 3, 'Did you mean "atlas:relieves"?'),
    ),
    "an undefined source": (
        PASSAGE.replace("source:mine", "source:overviev") + CLAIM,
        ("source:overviev", 0, 'Did you mean "source:overview"?'),
    ),
    "a misspelt graph of labels": (
        'atlas:editorial-label { c:bone skos:altLabel "a bone"@en }',
        ("atlas:editorial-label", 0, "Nothing defines this IRI"),
    ),
    "a treatment that a stated negative contradicts": (
        PASSAGE + "passage:p {\n c:puncture atlas:treats c:metastasis }",
        ("concept:puncture", 3, "contradicts atlas:doesNotDestroy"),
    ),
    "a treatment that a derived negative contradicts": (
        PASSAGE + "passage:p {\n c:paracentesis\n atlas:treats c:bone-metastasis }",
        ("concept:paracentesis", 4, "contradicts atlas:doesNotDestroy"),
    ),
    "an intended destruction that a negative contradicts": (
        PASSAGE + "passage:p {\n c:puncture atlas:intendedToDestroy c:metastasis }",
        ("concept:puncture", 3, "contradicts atlas:doesNotDestroy"),
    ),
    "a circle": (
        PASSAGE + "passage:p {\n c:puncture skos:broader c:paracentesis }",
        ("concept:puncture", 3, "concept:puncture --> concept:paracentesis --> concept:puncture"),
    ),
    "a label twice": (
        'c:thing a skos:Concept , atlas:Condition ;\n skos:definition "A."@en ;\n skos:prefLabel "Ascites"@en .',
        ("concept:thing", 2, 'same preferred label as concept:ascites: "Ascites"@en'),
    ),
    "a label without language": (
        'c:thing a skos:Concept , atlas:Condition ; skos:prefLabel "thing"@en ,\n "Ding" ; skos:definition "A."@en .',
        ("concept:thing", 1, "The preferred label doesn't say its language"),
    ),
    "a definition without language": (
        f'c:thing a skos:Concept , atlas:Condition ;\n skos:definition "Thing" ; {CONCEPT}',
        ("concept:thing", 1, "The definition doesn't say its language"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), MISTAKES.values(), ids=MISTAKES.keys())
def test_each_mistake_is_found_once_with_file_node_and_line(
    plant: Plant, tmp_path: Path, text: str, expected: tuple[str, int, str]
) -> None:
    node, line, words = expected
    findings = plant(text)
    assert [one.node for one in findings] == [node], [str(one) for one in findings]
    assert words in str(findings[0])
    assert findings[0].severity == "error"
    assert findings[0].mend.strip()
    assert (findings[0].path, findings[0].line) == (tmp_path / "mine.trig", FIRST + line)


def test_an_editorial_passage_without_reason_is_found(plant: Plant) -> None:
    editorial = PASSAGE.replace("atlas:asserted", "atlas:editorial").replace("source:mine", "source:editorial")
    findings = [one for one in plant(editorial + CLAIM) if not one.kind.startswith("foreign")]
    assert [(one.node, "gives no reason" in one.message) for one in findings] == [("passage:p", True)]


def test_a_finding_is_one_line_with_file_line_node_and_mend(plant: Plant, tmp_path: Path) -> None:
    (finding,) = plant("c:puncture atlas:relieves c:bone-pain .")
    assert str(finding) == (
        f"{tmp_path / 'mine.trig'}, line {FIRST}: concept:puncture: The claim atlas:relieves concept:bone-pain stands "
        "outside any passage. Put it into the named graph of the passage that makes it."
    )
    assert finding.value == "concept:bone-pain"


def test_findings_come_in_the_order_of_their_lines(plant: Plant) -> None:
    lines = [one.line for one in plant("c:puncture atlas:relieves c:bone-pain .\n" + PASSAGE + "c:z a c:y .")]
    assert lines == sorted(lines, key=lambda line: line or 0)
    assert len(lines) > 2


@pytest.mark.parametrize(("suffix", "line"), [("nt", 1), ("rdf", 4), ("jsonld", 2)])
def test_other_formats_get_a_line_too(built_in: list[ReadFile], tmp_path: Path, suffix: str, line: int) -> None:
    concept, ns = "https://w3id.org/metastasis-atlas/concept/", "https://w3id.org/metastasis-atlas/ns#"
    text = {
        "nt": f"<{concept}puncture> <{ns}relieves> <{concept}ascitis> .\n",
        "rdf": f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"\n xmlns:atlas="{ns}">\n'
        f'<rdf:Description rdf:about="{concept}puncture">\n<atlas:relieves rdf:resource="{concept}ascitis"/>\n'
        "</rdf:Description></rdf:RDF>",
        "jsonld": f'{{"@id": "{concept}puncture",\n"{ns}relieves": {{"@id": "{concept}ascitis"}}}}',
    }
    path = tmp_path / f"mine.{suffix}"
    path.write_text(text[suffix], encoding="utf-8")
    (finding,) = [one for one in find(built_in, read_file(path)) if one.node == "concept:ascitis"]
    assert (finding.path, finding.line) == (path, line)


BLANKS = {
    "a subject": (
        "\n[] atlas:relieves c:ascites .",
        ("a blank node (atlas:relieves concept:ascites)", 1, "stands outside any passage"),
    ),
    "an object": (
        "c:surgery\n atlas:relieves [] .",
        ("concept:surgery", 1, "The claim atlas:relieves a blank node stands outside any passage"),
    ),
    "one that hangs on a concept": (
        'c:surgery skos:altLabel "cut"@en ; skos:related\n[ a skos:Concept ] .',
        ("a blank node (skos:related of concept:surgery)", 0, "The concept has no main class"),
    ),
    "one that hangs on another": (
        "c:surgery skos:related [ skos:related [\n skos:definition 'deep'@en ; a skos:Concept ] ] .",
        ("a blank node (skos:related / skos:related of concept:surgery)", 1, "The concept has no main class"),
    ),
    "one with a name in the file": (
        '_:thing a skos:Concept ;\n skos:definition "A lone thing"@en .',
        ('a blank node (skos:definition "A lone thing")', 1, "The concept has no main class"),
    ),
    "a named graph": (
        "_:said {\n c:surgery atlas:relieves c:ascites }",
        (
            "a blank node (the named graph with concept:surgery atlas:relieves concept:ascites)",
            1,
            "isn't declared a passage",
        ),
    ),
}


@pytest.mark.parametrize(("text", "expected"), BLANKS.values(), ids=BLANKS.keys())
def test_a_blank_node_is_told_by_what_it_hangs_on_or_says(
    plant: Plant, tmp_path: Path, text: str, expected: tuple[str, int, str]
) -> None:
    node, line, words = expected
    findings = [one for one in plant(text) if words in one.message]
    assert [one.node for one in findings] == [node]
    assert (findings[0].path, findings[0].line) == (tmp_path / "mine.trig", FIRST + line)


def test_two_blank_nodes_alike_get_their_file_and_no_wrong_line(plant: Plant, tmp_path: Path) -> None:
    findings = plant("[] a atlas:Condition .\n[] a atlas:Condition .")
    assert {(one.node, one.path, one.line) for one in findings} == {
        ("a blank node (rdf:type atlas:Condition)", tmp_path / "mine.trig", None)
    }


def test_thousands_of_findings_have_their_lines_in_seconds(plant: Plant) -> None:
    text = "".join(f"c:punctur{n} atlas:relieves c:ascites .\n" for n in range(3000))
    start = time.monotonic()
    lines = [one.line for one in plant(text) if one.kind == "undefined-iri"]
    assert lines == [FIRST + n for n in range(3000)]
    assert time.monotonic() - start < 30
