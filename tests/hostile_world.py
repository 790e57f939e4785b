"""A world whose every text would do harm if it were anything but text: one for all tests of the page."""

from __future__ import annotations

from pathlib import Path

IMAGE = "<img src=x onerror=alert(1)>"
SCRIPT = "</script><script>alert(1)</script>"
LINK = "javascript:alert(1)"
FORMULA = "=1+1 " + IMAGE
# It would have all that follows it on the line read backwards.
TURNED = "\u202egnp.exe turned"
LONG = "long " + "Wort" * 749  # 3,001 letters, most of them one word
# No XML can hold the one, and the other ends a section of it.
CONTROL = r"\u0007 ]]>"

LABELS = (IMAGE, SCRIPT, LINK, FORMULA, TURNED, LONG)

TRIG = f"""
@prefix atlas:   <https://w3id.org/metastasis-atlas/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos:    <http://www.w3.org/2004/02/skos/core#> .
@prefix concept: <https://w3id.org/metastasis-atlas/concept/> .
@prefix ex:      <https://example.org/> .

ex:image a skos:Concept , atlas:Condition ;
    skos:prefLabel "{IMAGE}"@en ; skos:altLabel "{SCRIPT} again"@de ;
    skos:definition "{IMAGE} {SCRIPT}"@en ; atlas:plainDefinition "{SCRIPT}"@en ; skos:exactMatch <{LINK}> .
ex:script a skos:Concept , atlas:Intervention ; skos:prefLabel "{SCRIPT}"@en ; skos:definition "{SCRIPT}"@en .
ex:link a skos:Concept , atlas:Condition ; skos:prefLabel "{LINK}"@en ; skos:definition "{CONTROL}"@en .
ex:formula a skos:Concept , atlas:Condition ; skos:prefLabel "{FORMULA}"@en ; skos:definition "{FORMULA}"@en .
ex:turned a skos:Concept , atlas:Condition ; skos:prefLabel "{TURNED}"@en ; skos:definition "{TURNED}"@en .
ex:long a skos:Concept , atlas:Condition ; skos:prefLabel "{LONG}"@en ; skos:definition "{LONG}"@en .
ex:control a skos:Concept , atlas:Condition ; skos:prefLabel "& {CONTROL}"@en ; skos:definition "{CONTROL}"@en .
ex:source a atlas:Source ;
    dcterms:title "{IMAGE}"@en ; dcterms:bibliographicCitation "{SCRIPT}"@en ; dcterms:source <{LINK}> ;
    dcterms:type "{IMAGE}"@en ; dcterms:publisher "{SCRIPT}" ; dcterms:rights "{LINK}"@en .
ex:passage a atlas:Passage ;
    dcterms:isPartOf ex:source ; atlas:locator "@{IMAGE} {SCRIPT}" ;
    atlas:modality atlas:asserted ; atlas:reviewStatus atlas:notReviewed ; atlas:qualification "{IMAGE}"@en .
ex:passage {{
    ex:script atlas:relieves ex:image , ex:link , ex:formula , ex:turned , ex:long , ex:control ,
        concept:ascites , concept:pleural-effusion .
}}
"""

TOUR = f"""
title: "{IMAGE}"
about: "{SCRIPT} {TURNED}"
order: 0
steps:
  - title: "{SCRIPT}"
    view: pathway
    focus: https://example.org/image
    passages: [https://example.org/passage]
    text: "{IMAGE} ascites {SCRIPT} {LINK}"
  - title: "{LONG}"
    view: table
    focus: https://example.org/long
    passages: [https://example.org/passage]
    text: "{TURNED}"
"""

QUIZ = f"""
title: {{en: "{IMAGE}"}}
items:
  - id: choice
    kind: choice
    ask: {{en: "{IMAGE}{SCRIPT}"}}
    passage: https://example.org/passage
    claim: [https://example.org/script, relieves, "?"]
    right: [https://example.org/image, https://example.org/link, https://example.org/turned, https://example.org/long]
    others: [bone pain]
    explain: {{en: "{SCRIPT} {LINK}"}}
  - id: map
    kind: map
    ask: {{en: "{SCRIPT} {TURNED}"}}
    given: [[https://example.org/script, relieves, https://example.org/image]]
    missing: [[https://example.org/script, relieves, pleural effusion]]
    passages: [https://example.org/passage]
    explain: {{en: "{IMAGE}"}}
"""


def write_world(folder: Path) -> Path:
    """Write graph, tour and quiz into a folder that a page can be made of."""
    for name, text in (("hostile.trig", TRIG), ("hostile-tour.yaml", TOUR), ("hostile-quiz.yaml", QUIZ)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder
