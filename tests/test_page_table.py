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
from metastasis_atlas.packing import unpack
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DESKTOP, PHONE = (1440, 900), (390, 844)


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
    opened.settle()


def how_many(opened: Any) -> tuple[int, int]:
    said = opened.page.locator(".how-many [role=status]").inner_text()
    shown, total = re.findall(r"\d+", said.replace(",", ""))
    return int(shown), int(total)


def lists(opened: Any, number: int) -> None:
    opened.becomes(lambda: how_many(opened)[0], number)


def reads(locator: Any, words: Any) -> None:
    expect(locator).to_have_text(words, use_inner_text=True)


def says(locator: Any, words: Any) -> None:
    expect(locator).to_contain_text(words, use_inner_text=True)


def press(opened: Any, name: str) -> None:
    """Press a button that stays pressed, and wait until what it stands for is drawn."""
    button = opened.page.get_by_role("button", name=name)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    opened.settle()


def choose_list(opened: Any, name: str) -> None:
    button = opened.page.get_by_role("group", name="What the table lists").get_by_role("button", name=name)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    opened.settle()


def facet_box(opened: Any, facet: str, name: str) -> Any:
    button = opened.page.locator(".facets").get_by_role("button", name=re.compile(f"^{facet}"))
    if button.get_attribute("aria-expanded") == "false":
        button.click()
        expect(button).to_have_attribute("aria-expanded", "true")
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
    lists(opened, statements)
    expect(rows(opened)).to_have_count(statements)
    choose_list(opened, "Concepts")
    lists(opened, concepts)
    expect(rows(opened)).to_have_count(concepts)
    opened.page.locator(".how-many").get_by_role("button", name="Show all").click()
    opened.until(lambda: how_many(opened), lambda found: found[0] == found[1] > concepts)
    choose_list(opened, "Statements")
    opened.until(lambda: how_many(opened), lambda found: found[0] == found[1] > statements)
    expect(rows(opened)).to_have_count(100)


def test_columns_sort_by_mouse_and_keyboard(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    heading = opened.page.get_by_role("columnheader", name="Object")
    assert heading.get_attribute("aria-sort") is None
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    opened.settle()
    up = column(opened, "object")
    assert up == sorted(up, key=str.casefold)
    heading.get_by_role("button").press("Enter")
    expect(heading).to_have_attribute("aria-sort", "descending")
    opened.becomes(lambda: column(opened, "object"), sorted(up, key=str.casefold, reverse=True))
    expect(opened.page.locator(".listing [aria-sort]")).to_have_count(1)
    firmly = opened.page.get_by_role("columnheader", name="How firmly").get_by_role("button")
    firmly.press("Space")
    opened.until(
        lambda: column(opened, "firmness"),
        lambda texts: texts and (texts[0], texts[-1]) == ("said plainly", "our own addition"),
    )


@pytest.mark.parametrize("words", ["Bauchwasser", "асцит", "líquido en el abdomen", "ASCITES"])
def test_words_of_any_language_find_statements(visit: Open, page_file: Path, words: str) -> None:
    opened = open_table(visit, page_file)
    find(opened, words)
    opened.until(lambda: how_many(opened)[0], lambda number: 0 < number < 20)
    for row in rows(opened).all_inner_texts():
        assert "ascites" in row.lower()


def test_nothing_found_is_silence_and_escape_begins_anew(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    before = how_many(opened)[0]
    find(opened, "qqqq")
    expect(rows(opened)).to_have_count(0)
    says(opened.page.locator(".nothing"), "silence")
    expect(opened.page.get_by_role("button", name="Download as CSV")).to_be_disabled()
    opened.page.get_by_role("searchbox", name="Find in the table").press("Escape")
    lists(opened, before)
    find(opened, "stated negative")
    expect(rows(opened)).to_have_count(1)
    reads(rows(opened).locator(".badge.is-negative"), "stated negative")


def test_a_row_opens_its_evidence_and_a_concept_is_selected(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    row = rows(opened).filter(has_text="relieves").filter(has_text="ascites").first
    row.locator(".cell-relation button").click()
    details = opened.page.get_by_role("region", name="Details")
    says(details.locator(".sentence").first, "relieves ascites")
    expect(opened.page).to_have_url(re.compile("statement="))
    expect(row).to_have_attribute("aria-current", "true")
    opened.settle()
    before = rows(opened).count()
    row.locator(".cell-object button").click()
    reads(details.get_by_role("heading", level=2), "Ascites")
    opened.until(opened.page.locator("tr.is-touched").count, lambda number: number > 1)
    opened.settle()
    assert rows(opened).count() == before
    rows(opened).first.locator(".cell-source").click()
    expect(rows(opened).first).to_have_attribute("aria-current", "true")


def test_what_is_selected_elsewhere_comes_into_sight(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    press(opened, "Everything")
    search = opened.page.get_by_role("combobox", name="Search")
    search.fill("zoledronic acid")
    expect(search).to_have_attribute("aria-expanded", "true")
    search.press("Enter")
    marked = opened.page.locator("tr.is-touched").first
    marked.wait_for()
    frame = opened.page.locator(".scroller").bounding_box()
    opened.until(marked.bounding_box, lambda box: box and frame["y"] <= box["y"] < frame["y"] + frame["height"])


def test_arrow_keys_walk_through_the_rows_and_tab_passes_by(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    expect(opened.page.locator('.listing tbody button[tabindex="0"]')).to_have_count(1)
    opened.page.get_by_role("columnheader").last.get_by_role("button").focus()
    keys = opened.page.keyboard

    def here() -> str:
        cell: str = opened.page.evaluate(
            "(() => { const cell = document.activeElement.closest('.listing :is(th, td)');"
            " return cell ? `${cell.className} ${cell.closest('tr').rowIndex}` : 'elsewhere'; })()"
        )
        return cell

    keys.press("Tab")
    opened.becomes(here, "cell-subject 1")
    for key, cell in (
        ("ArrowRight", "relation 1"), ("ArrowDown", "relation 2"), ("ArrowDown", "relation 3"),
        ("PageDown", "relation 13"), ("ArrowUp", "relation 12"),
    ):  # fmt: skip
        keys.press(key)
        opened.becomes(here, f"cell-{cell}")
    expect(opened.page.locator('.listing tbody button[tabindex="0"]')).to_have_count(1)
    expect(opened.page.locator("button:focus")).to_have_css("outline-style", "solid")
    frame = opened.page.locator(".scroller").bounding_box()
    opened.until(
        opened.page.locator("button:focus").bounding_box,
        lambda box: frame["y"] + 36 <= box["y"] and box["y"] + box["height"] <= frame["y"] + frame["height"],
    )
    keys.press("Enter")
    opened.page.get_by_role("region", name="Details").wait_for()
    opened.settle()
    assert here() == "cell-relation 12"
    keys.press("Tab")
    opened.becomes(here, "elsewhere")
    opened.page.get_by_role("button", name="Close details").press("Enter")
    opened.becomes(here, "cell-relation 12")
    opened.settle()
    assert here() == "cell-relation 12"
    keys.press("End")
    opened.until(here, lambda cell: cell not in ("cell-relation 12", "elsewhere"))
    keys.press("Home")
    opened.becomes(here, "cell-relation 1")


def test_facets_hold_in_pathway_and_table_alike(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    press(opened, "Everything")
    box = facet_box(opened, "How firmly", "in specific situations")
    number = count_of(box)
    assert number > 0
    box.check()
    expect(opened.page.locator(".canvas")).to_have_attribute("aria-label", re.compile(rf"\b{number} statements"))
    opened.page.get_by_role("button", name="Table", exact=True).click()
    lists(opened, number)
    opened.settle()
    assert all("in specific situations" in text for text in column(opened, "firmness"))
    editorial = facet_box(opened, "Source", "Editorial notes")
    fewer = count_of(editorial)
    assert fewer < number
    editorial.check()
    lists(opened, fewer)
    opened.settle()
    other = facet_box(opened, "How firmly", "our own addition")
    more = count_of(other)
    other.check()
    lists(opened, fewer + more)
    press(opened, "Core")
    opened.until(lambda: how_many(opened)[0], lambda shown: 0 < shown < fewer + more)
    reset = opened.page.get_by_role("button", name="Reset the filter")
    reset.click()
    expect(reset).to_have_count(0)
    expect(opened.page.locator(".legend :focus")).to_have_count(1)
    expect(opened.page.get_by_role("button", name="Core")).to_have_attribute("aria-pressed", "true")


def test_counts_of_origins_follow_the_facets(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    press(opened, "Everything")
    names = ("stated in a source", "our own addition", "derived by a rule")
    boxes = [opened.page.locator(".origin").get_by_role("checkbox", name=name) for name in names]
    assert sum(map(count_of, boxes)) == how_many(opened)[0]
    facet_box(opened, "How firmly", "our own addition").check()
    opened.settle()
    assert sum(map(count_of, boxes)) == how_many(opened)[0]
    boxes[2].uncheck()
    opened.settle()
    assert count_of(boxes[0]) + count_of(boxes[1]) == how_many(opened)[0]
    assert count_of(boxes[2]) > 0


def test_file_holds_all_rows_as_the_table_has_them(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    show_all = opened.page.locator(".how-many").get_by_role("button", name="Show all")
    show_all.click()
    expect(show_all).to_have_count(0)
    relation = opened.page.get_by_role("columnheader", name="Relation")
    relation.get_by_role("button").click()
    expect(relation).to_have_attribute("aria-sort", "ascending")
    opened.settle()
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
    opened.becomes(
        lambda: opened.page.get_by_role("columnheader").all_inner_texts()[:3], ["Subjekt", "Beziehung", "Objekt"]
    )
    opened.settle()
    assert "Aszites" in column(opened, "subject")
    assert "lindert" in " ".join(column(opened, "relation"))
    subjects = column(opened, "subject")
    assert subjects == sorted(subjects, key=lambda word: word.casefold().replace("ö", "o").replace("ä", "a"))
    opened.page.locator(".toolbar .amount button").nth(1).click()
    opened.page.locator(".listing .cell-concept").first.wait_for()
    row = rows(opened).filter(
        has=opened.page.locator(".cell-concept", has_text=re.compile("^(Aszites|Wasser im Bauch)$"))
    )
    reads(row.locator(".cell-names [lang=en]"), re.compile("^ascites"))
    clinical = row.locator(".cell-definition").inner_text()
    opened.page.locator(".wording button").nth(1).click()
    expect(row.locator(".cell-definition")).not_to_have_text(clinical, use_inner_text=True)


def test_sentences_stand_beside_the_statements(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    assert opened.page.locator(".cell-sentence").count() == 0
    press(opened, "In sentences")
    expect(opened.page.locator(".listing tbody .cell-sentence")).to_have_count(rows(opened).count())
    assert all(text.strip().endswith(".") for text in column(opened, "sentence"))


def test_setting_up_the_table_outlives_another_view(visit: Open, page_file: Path) -> None:
    opened = open_table(visit, page_file)
    choose_list(opened, "Concepts")
    find(opened, "bone")
    opened.page.get_by_role("button", name="Pathway", exact=True).click()
    opened.page.locator(".canvas canvas").wait_for()
    opened.page.get_by_role("button", name="Table", exact=True).click()
    expect(opened.page.get_by_role("searchbox", name="Find in the table")).to_have_value("bone")
    opened.until(opened.page.locator(".cell-concept").count, lambda number: number > 1)


def test_thousands_of_statements_stay_quick(visit: Open, large_file: Path) -> None:
    opened = open_table(visit, large_file)
    opened.page.locator(".how-many").get_by_role("button", name="Show all").click()
    opened.becomes(lambda: how_many(opened), (5000, 5000))
    expect(rows(opened)).to_have_count(100)
    box = opened.page.get_by_role("searchbox", name="Find in the table")
    heading = opened.page.get_by_role("columnheader", name="Object")

    def draw_thrice() -> float:
        start = time.monotonic()
        box.fill("ascites")
        opened.until(lambda: how_many(opened)[0], lambda shown: 0 < shown < 5000)
        before = heading.get_attribute("aria-sort") or "none"
        heading.get_by_role("button").click()
        expect(heading).to_have_attribute("aria-sort", "descending" if before == "ascending" else "ascending")
        box.fill("")
        lists(opened, 5000)
        return time.monotonic() - start

    # What else the machine does may take time from one round, and hardly from each.
    opened.until(draw_thrice, lambda seconds: seconds < 4 * opened.slowness)
    pager = opened.page.get_by_role("navigation", name="Pages of the table")
    reads(pager.get_by_role("status"), "1–100 of 5,000")
    pager.get_by_role("button", name="Next page").click()
    reads(pager.get_by_role("status"), "101–200 of 5,000")
    expect(rows(opened).first).to_have_attribute("aria-rowindex", "102")
    pager.get_by_role("button", name="Previous page").click()
    reads(pager.get_by_role("status"), "1–100 of 5,000")
    # Before the first page there is none.
    pager.get_by_role("button", name="Previous page").press("Enter")
    opened.settle()
    reads(pager.get_by_role("status"), "1–100 of 5,000")


@pytest.mark.parametrize("size", [(320, 640), PHONE, (768, 1024)], ids=["320", "phone", "tablet"])
@pytest.mark.parametrize("which", ["Statements", "Concepts"])
def test_rows_are_cards_where_there_is_little_room(
    visit: Open, hostile_file: Path, size: tuple[int, int], which: str
) -> None:
    opened = open_table(visit, hostile_file, size=size)
    choose_list(opened, which)
    opened.page.locator(".how-many").get_by_role("button", name="Show all").click()
    expect(opened.page.get_by_role("table").get_by_role("row")).to_have_count(101)
    opened.settle()
    for selector in ("html", ".table-frame", ".scroller", ".listing", ".toolbar"):
        part = opened.page.locator(selector)
        assert part.evaluate("part => part.scrollWidth - part.clientWidth") <= 0, selector
    expect(opened.page.get_by_role("columnheader").first).to_have_attribute("aria-sort", "ascending")
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
        press(opened, "In sentences")
    if size == DESKTOP:
        facet_box(opened, "How firmly", "said plainly").check()
        opened.page.locator(".cell-button").first.click()
        opened.page.get_by_role("region", name="Details").wait_for()
    else:
        show_all = opened.page.locator(".how-many").get_by_role("button", name="Show all")
        show_all.click()
        expect(show_all).to_have_count(0)
    opened.settle()
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()
