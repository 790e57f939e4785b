"""The table and the facets of the legend, in a browser, opened from disk with the network off."""

from __future__ import annotations

import csv
import io
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from metastasis_atlas import open_atlas
from metastasis_atlas.packing import unpack

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DESKTOP, PHONE = (1440, 900), (390, 844)
IMAGE = "<img src=x onerror=alert(1)>"
SCRIPT = "</script><script>alert(1)</script>"
FORMULA = "=1+1"
HOSTILE = f"""
@prefix atlas:   <https://w3id.org/metastasis-atlas/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos:    <http://www.w3.org/2004/02/skos/core#> .
@prefix concept: <https://w3id.org/metastasis-atlas/concept/> .
@prefix ex:      <https://example.org/> .

ex:image a skos:Concept , atlas:Condition ;
    skos:prefLabel "{FORMULA} {IMAGE}"@en ; skos:altLabel "{SCRIPT} again"@de ;
    skos:definition "{IMAGE} {SCRIPT}"@en ; atlas:plainDefinition "{SCRIPT}"@en .
ex:script a skos:Concept , atlas:Intervention ;
    skos:prefLabel "{SCRIPT}"@en ; skos:definition "{SCRIPT}"@en .
ex:source a atlas:Source ;
    dcterms:title "{IMAGE}"@en ; dcterms:bibliographicCitation "{SCRIPT}"@en .
ex:passage a atlas:Passage ;
    dcterms:isPartOf ex:source ; atlas:locator "@{IMAGE} {SCRIPT}" ;
    atlas:modality atlas:asserted ; atlas:reviewStatus atlas:notReviewed .
ex:passage {{
    ex:script atlas:relieves ex:image .
    ex:script atlas:relieves concept:ascites .
}}
"""


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile-table")
    (folder / "hostile.trig").write_text(HOSTILE, encoding="utf-8")
    return open_atlas(folder / "hostile.trig").page().write(folder / "atlas.html")


@pytest.fixture(scope="module")
def large_file(page_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built-in page with each statement many times over, under ids of their own."""
    text = page_file.read_text(encoding="utf-8")
    found = re.search(r'(<script type="application/json" id="atlas-data">)(.*?)(</script>)', text, re.DOTALL)
    assert found
    data = json.loads(found[2])
    edges = [edge for edge in unpack(data["edges"]) if not edge["derived"]]
    data["edges"] = [{**edges[i % len(edges)], "id": f"m{i}", "core": False} for i in range(5000)]
    data["translations"] = {}
    told = json.dumps(data).replace("<", "\\u003c")
    file = tmp_path_factory.mktemp("large-table") / "atlas.html"
    file.write_text(text[: found.start(2)] + told + text[found.end(2) :], encoding="utf-8")
    return file


def open_table(visit: Open, file: Path, fragment: str = "", **how: Any) -> Any:
    # The visitor waits for the pathway's canvas before anything else.
    opened = visit(file, **how)
    opened.page.evaluate("hash => { location.hash = hash }", f"#view=table{fragment}")
    opened.page.locator(".listing").wait_for()
    opened.settle()
    return opened


def rows(opened: Any) -> Any:
    return opened.page.locator(".listing tbody tr")


def column(opened: Any, name: str) -> list[str]:
    texts: list[str] = opened.page.locator(f".listing tbody .cell-{name}").all_inner_texts()
    return texts


def find(opened: Any, words: str) -> None:
    opened.page.get_by_role("searchbox", name="Find in the table").fill(words)


def how_many(opened: Any) -> tuple[int, int]:
    said = opened.page.locator(".how-many [role=status]").inner_text()
    shown, total = re.findall(r"\d+", said.replace(",", ""))
    return int(shown), int(total)


def choose_list(opened: Any, name: str) -> None:
    opened.page.get_by_role("group", name="What the table lists").get_by_role("button", name=name).click()


def facet_box(opened: Any, facet: str, name: str) -> Any:
    button = opened.page.locator(".facets").get_by_role("button", name=re.compile(f"^{facet}"))
    if button.get_attribute("aria-expanded") == "false":
        button.click()
    return opened.page.locator(".options:visible").get_by_role("checkbox", name=re.compile(rf"^{name}"))


def count_of(box: Any) -> int:
    return int(box.locator("xpath=..").locator(".row-count").inner_text())


def download(opened: Any) -> tuple[str, list[list[str]]]:
    with opened.page.expect_download() as waiting:
        opened.page.get_by_role("button", name="Download as CSV").click()
    path = waiting.value.path()
    raw = Path(path).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    text = raw.decode("utf-8-sig")
    return waiting.value.suggested_filename, list(csv.reader(io.StringIO(text, newline="")))


def test_table_says_what_the_pathway_says(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    said = opened.page.locator(".canvas").get_attribute("aria-label")
    concepts, statements = map(int, re.findall(r"(\d+) (?:concept|statement)", said))
    opened.page.get_by_role("button", name="Table", exact=True).click()
    assert how_many(opened)[0] == rows(opened).count() == statements
    choose_list(opened, "Concepts")
    assert how_many(opened)[0] == rows(opened).count() == concepts
    opened.page.locator(".how-many").get_by_role("button", name="Show all").click()
    shown, total = how_many(opened)
    assert shown == total > concepts
    choose_list(opened, "Statements")
    shown, total = how_many(opened)
    assert shown == total > statements
    assert rows(opened).count() == 100


def test_columns_sort_by_mouse_and_keyboard(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    heading = opened.page.get_by_role("columnheader", name="Object")
    assert heading.get_attribute("aria-sort") is None
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "ascending"
    up = column(opened, "object")
    assert up == sorted(up, key=str.casefold)
    heading.get_by_role("button").press("Enter")
    assert heading.get_attribute("aria-sort") == "descending"
    assert column(opened, "object") == sorted(up, key=str.casefold, reverse=True)
    assert opened.page.locator(".listing [aria-sort]").count() == 1
    firmly = opened.page.get_by_role("columnheader", name="How firmly").get_by_role("button")
    firmly.press("Space")
    assert column(opened, "firmness")[0] == "stated"
    assert column(opened, "firmness")[-1] == "our own addition"


@pytest.mark.parametrize("words", ["Bauchwasser", "асцит", "líquido en el abdomen", "ASCITES"])
def test_words_of_any_language_find_statements(visit: Open, page_file: Path, words: str) -> None:
    opened = open_table(visit, page_file)
    find(opened, words)
    assert 0 < how_many(opened)[0] < 20
    for row in rows(opened).all_inner_texts():
        assert "ascites" in row.lower()


def test_nothing_found_is_silence_and_escape_begins_anew(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    before = how_many(opened)[0]
    find(opened, "qqqq")
    assert rows(opened).count() == 0
    assert "silence" in opened.page.locator(".nothing").inner_text()
    assert opened.page.get_by_role("button", name="Download as CSV").is_disabled()
    opened.page.get_by_role("searchbox", name="Find in the table").press("Escape")
    assert how_many(opened)[0] == before
    find(opened, "stated negative")
    assert rows(opened).count() == 1
    assert rows(opened).locator(".badge.is-negative").inner_text() == "stated negative"


def test_a_row_opens_its_evidence_and_a_concept_is_selected(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    row = rows(opened).filter(has_text="relieves").filter(has_text="ascites").first
    row.locator(".cell-relation button").click()
    details = opened.page.get_by_role("region", name="Details")
    assert "relieves ascites" in details.locator(".sentence").first.inner_text()
    assert "statement=" in opened.page.url
    assert row.get_attribute("aria-current") == "true"
    before = rows(opened).count()
    row.locator(".cell-object button").click()
    assert details.get_by_role("heading", level=2).inner_text() == "Ascites"
    assert opened.page.locator("tr.is-touched").count() > 1
    assert rows(opened).count() == before
    rows(opened).first.locator(".cell-source").click()
    assert rows(opened).first.get_attribute("aria-current") == "true"


def test_what_is_selected_elsewhere_comes_into_sight(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    opened.page.get_by_role("button", name="Everything").click()
    search = opened.page.get_by_role("combobox", name="Search")
    search.fill("zoledronic acid")
    search.press("Enter")
    opened.settle()
    marked = opened.page.locator("tr.is-touched").first
    box, frame = marked.bounding_box(), opened.page.locator(".scroller").bounding_box()
    assert frame["y"] <= box["y"] < frame["y"] + frame["height"]


def test_arrow_keys_walk_through_the_rows_and_tab_passes_by(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    assert opened.page.locator('.listing tbody button[tabindex="0"]').count() == 1
    opened.page.get_by_role("columnheader").last.get_by_role("button").focus()
    keys = opened.page.keyboard
    keys.press("Tab")
    here = "document.activeElement.closest('th, td').className + ' ' + document.activeElement.closest('tr').rowIndex"
    assert opened.page.evaluate(here) == "cell-subject 1"
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "PageDown", "ArrowUp"):
        keys.press(key)
    assert opened.page.evaluate(here) == "cell-relation 12"
    assert opened.page.locator('.listing tbody button[tabindex="0"]').count() == 1
    outline = opened.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    box = opened.page.locator("button:focus").bounding_box()
    frame = opened.page.locator(".scroller").bounding_box()
    assert frame["y"] + 36 <= box["y"]
    assert box["y"] + box["height"] <= frame["y"] + frame["height"]
    keys.press("Enter")
    opened.page.get_by_role("region", name="Details").wait_for()
    assert opened.page.evaluate(here) == "cell-relation 12"
    keys.press("Tab")
    assert opened.page.evaluate("document.activeElement.closest('.listing')") is None
    opened.page.get_by_role("button", name="Close details").press("Enter")
    opened.settle()
    assert opened.page.evaluate(here) == "cell-relation 12"
    keys.press("End")
    keys.press("Home")
    assert opened.page.evaluate(here) == "cell-relation 1"


def test_facets_hold_in_pathway_and_table_alike(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    opened.page.get_by_role("button", name="Everything").click()
    box = facet_box(opened, "How firmly", "in specific situations")
    number = count_of(box)
    box.check()
    said = opened.page.locator(".canvas").get_attribute("aria-label")
    assert f"{number} statements" in said
    opened.page.get_by_role("button", name="Table", exact=True).click()
    assert how_many(opened)[0] == number > 0
    assert all("in specific situations" in text for text in column(opened, "firmness"))
    editorial = facet_box(opened, "Source", "Editorial notes")
    fewer = count_of(editorial)
    editorial.check()
    assert how_many(opened)[0] == fewer < number
    other = facet_box(opened, "How firmly", "our own addition")
    more = count_of(other)
    other.check()
    assert how_many(opened)[0] == fewer + more
    opened.page.get_by_role("button", name="Core").click()
    assert 0 < how_many(opened)[0] < fewer + more
    reset = opened.page.get_by_role("button", name="Reset the filter")
    reset.click()
    assert reset.count() == 0
    assert opened.page.evaluate("document.activeElement.closest('.legend') !== null")
    assert opened.page.get_by_role("button", name="Core").get_attribute("aria-pressed") == "true"


def test_counts_of_origins_follow_the_facets(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    opened.page.get_by_role("button", name="Everything").click()
    names = ("stated in a source", "our own addition", "derived by a rule")
    boxes = [opened.page.locator(".origin").get_by_role("checkbox", name=name) for name in names]
    assert sum(map(count_of, boxes)) == how_many(opened)[0]
    facet_box(opened, "How firmly", "our own addition").check()
    assert sum(map(count_of, boxes)) == how_many(opened)[0]
    boxes[2].uncheck()
    assert count_of(boxes[0]) + count_of(boxes[1]) == how_many(opened)[0]
    assert count_of(boxes[2]) > 0


def test_file_holds_all_rows_as_the_table_has_them(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    opened.page.locator(".how-many").get_by_role("button", name="Show all").click()
    opened.page.get_by_role("columnheader", name="Relation").get_by_role("button").click()
    name, cells = download(opened)
    assert name == "metastasis-atlas-statements-en.csv"
    head, *body = cells
    assert head[:8] == ["Subject", "Relation", "Object", "Sentence", "How firmly", "Origin", "Source", "Place"]
    assert len(body) == how_many(opened)[0] > 100
    assert [row[0] for row in body[:100]] == column(opened, "subject")
    assert [row[1] for row in body] == sorted((row[1] for row in body), key=str.casefold)
    negative = next(row for row in body if row[0].startswith("puncture") and row[5].startswith("stated negative"))
    assert negative[6:8] == ["Overview of metastases of breast cancer and their treatment", "bullet 5"]
    assert negative[8].startswith("https://w3id.org/metastasis-atlas/concept/puncture")
    choose_list(opened, "Concepts")
    find(opened, "bauchwasser")
    name, cells = download(opened)
    assert name == "metastasis-atlas-concepts-en.csv"
    assert len(cells) == rows(opened).count() + 1
    assert any("de: Aszites, Bauchwasser" in row[4] for row in cells)


def test_table_speaks_the_language_and_the_wording(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    opened.page.locator(".choice select").select_option("de")
    assert opened.page.get_by_role("columnheader").all_inner_texts()[:3] == ["Subjekt", "Beziehung", "Objekt"]
    assert "Aszites" in column(opened, "subject")
    assert "lindert" in " ".join(column(opened, "relation"))
    subjects = column(opened, "subject")
    assert subjects == sorted(subjects, key=lambda word: word.casefold().replace("ö", "o").replace("ä", "a"))
    opened.page.locator(".toolbar .amount button").nth(1).click()
    row = rows(opened).filter(has=opened.page.locator(".cell-concept", has_text=re.compile("^Aszites$")))
    assert row.locator(".cell-names [lang=en]").inner_text().startswith("ascites")
    clinical = row.locator(".cell-definition").inner_text()
    opened.page.locator(".wording button").nth(1).click()
    assert row.locator(".cell-definition").inner_text() != clinical


def test_sentences_stand_beside_the_statements(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    assert opened.page.locator(".cell-sentence").count() == 0
    opened.page.get_by_role("button", name="In sentences").click()
    assert len(column(opened, "sentence")) == rows(opened).count()
    assert all(text.strip().endswith(".") for text in column(opened, "sentence"))


def test_setting_up_the_table_outlives_another_view(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    choose_list(opened, "Concepts")
    find(opened, "bone")
    opened.page.get_by_role("button", name="Pathway", exact=True).click()
    opened.page.get_by_role("button", name="Table", exact=True).click()
    assert opened.page.get_by_role("searchbox", name="Find in the table").input_value() == "bone"
    assert opened.page.locator(".cell-concept").count() > 1


def test_hostile_texts_stay_text_in_every_column_and_in_the_file(visit: Open, hostile_file: Path) -> None:
    opened = open_table(visit, hostile_file)
    opened.page.get_by_role("button", name="Everything").click()
    opened.page.get_by_role("button", name="In sentences").click()
    find(opened, "onerror")
    shown = rows(opened)
    assert shown.count() == 2
    cells = " ".join(shown.all_inner_texts())
    assert cells.count(f"@{IMAGE} {SCRIPT}") == 2
    assert FORMULA in cells
    assert SCRIPT in shown.first.locator(".cell-subject").inner_text()
    assert SCRIPT in shown.first.locator(".cell-sentence").inner_text()
    facet_box(opened, "Source", re.escape(IMAGE)).check()
    assert shown.count() == 2
    _, (_, *body) = download(opened)
    formula = next(row for row in body if FORMULA in row[2])
    assert formula[2] == f"'{FORMULA} {IMAGE}"
    assert formula[7] == f"'@{IMAGE} {SCRIPT}"
    choose_list(opened, "Concepts")
    find(opened, "onerror")
    row = rows(opened).first
    assert row.locator(".cell-concept").inner_text().strip() == f"{FORMULA} {IMAGE}"
    assert row.locator(".cell-definition").inner_text().strip() == f"{IMAGE} {SCRIPT}"
    assert f"{SCRIPT} again" in row.locator(".cell-names").inner_text()
    find(opened, SCRIPT)
    assert rows(opened).count() > 0
    assert opened.page.locator("img, iframe, object, embed").count() == 0
    assert opened.page.locator("script").count() == 2


def test_thousands_of_statements_stay_quick(visit: Open, large_file: Path) -> None:
    opened = open_table(visit, large_file)
    opened.page.locator(".how-many").get_by_role("button", name="Show all").click()
    assert how_many(opened) == (5000, 5000)
    assert rows(opened).count() == 100
    start = time.monotonic()
    find(opened, "ascites")
    opened.page.get_by_role("columnheader", name="Object").get_by_role("button").click()
    find(opened, "")
    assert time.monotonic() - start < 4
    pager = opened.page.get_by_role("navigation", name="Pages of the table")
    assert pager.get_by_role("status").inner_text() == "1–100 of 5,000"
    pager.get_by_role("button", name="Next page").click()
    assert pager.get_by_role("status").inner_text() == "101–200 of 5,000"
    assert rows(opened).first.get_attribute("aria-rowindex") == "102"
    pager.get_by_role("button", name="Previous page").click()
    pager.get_by_role("button", name="Previous page").press("Enter")
    assert pager.get_by_role("status").inner_text() == "1–100 of 5,000"


@pytest.mark.parametrize("size", [(320, 640), PHONE, (768, 1024)], ids=["320", "phone", "tablet"])
@pytest.mark.parametrize("which", ["Statements", "Concepts"])
def test_rows_are_cards_where_there_is_little_room(
    visit: Open, hostile_file: Path, size: tuple[int, int], which: str
) -> None:
    opened = open_table(visit, hostile_file, size=size)
    choose_list(opened, which)
    opened.page.locator(".how-many").get_by_role("button", name="Show all").click()
    for selector in ("html", ".table-frame", ".scroller", ".listing", ".toolbar"):
        part = opened.page.locator(selector)
        assert part.evaluate("part => part.scrollWidth - part.clientWidth") <= 0, selector
    assert opened.page.get_by_role("table").get_by_role("row").count() == 101
    assert opened.page.get_by_role("columnheader").first.get_attribute("aria-sort") == "ascending"
    small = opened.page.evaluate(
        "[...document.querySelectorAll('.table button')].filter(b => b.getBoundingClientRect().height < 24).length"
    )
    assert small == 0


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("which", ["Statements", "Concepts"])
def test_axe_finds_nothing(visit: Open, page_file: Path, size: tuple[int, int], theme: str, which: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = open_table(visit, page_file, size=size, theme=theme)
    choose_list(opened, which)
    if which == "Statements":
        opened.page.get_by_role("button", name="In sentences").click()
    if size == DESKTOP:
        facet_box(opened, "How firmly", "stated").check()
        opened.page.locator(".cell-button").first.click()
    else:
        opened.page.locator(".how-many").get_by_role("button", name="Show all").click()
    opened.settle()
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()
