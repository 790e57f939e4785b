"""The SPARQL console of the page: the same answers as in Python, in a worker that can be stopped, with no request."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hostile_world import IMAGE
from metastasis_atlas import open_atlas
from metastasis_atlas.errors import QueryError
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DESKTOP, PHONE, SMALL = (1440, 900), (390, 844), (320, 640)
ROOT = Path(__file__).resolve().parent.parent
SLOW = 60_000
"""Milliseconds: on a busy machine the engine is long in coming."""
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LOWEST_BUTTON = """() => Math.min(...[...document.querySelectorAll(".sparql button")]
    .map((button) => button.getBoundingClientRect().height).filter((height) => height > 0))"""


def open_console(visit: Open, file: Path, fragment: str = "", **how: Any) -> Any:
    opened = visit(file, fragment, **how)
    if "ask=" not in fragment:
        opened.page.locator('[data-activity="sparql"] button').click()
    if "ask=" not in fragment or "%20" in fragment:
        expect(opened.page.locator(".cm-content")).to_be_visible(timeout=SLOW)
    else:  # who asks in words sees the answer, and the code where they want it
        expect(opened.page.locator(".sparql-code summary")).to_be_visible(timeout=SLOW)
    expect(opened.page.locator('.sparql-run[aria-disabled="false"]')).to_be_visible(timeout=SLOW)
    return opened


def write(opened: Any, query: str) -> None:
    opened.page.mouse.move(0, 0)  # what is told under the pointer would take a click
    opened.page.locator(".cm-content").focus()
    opened.page.keyboard.press("Control+a")
    opened.page.keyboard.insert_text(query)
    opened.page.keyboard.press("Escape")  # what is suggested would take the next key
    if opened.page.locator(".cm-tooltip-autocomplete").count():
        opened.page.keyboard.press("Escape")


def ask(opened: Any, query: str | None = None) -> str:
    """Ask a query, or what stands in the editor, and return what the page says of the answer."""
    if query is not None:
        write(opened, query)
    done = int(opened.page.locator(".sparql").get_attribute("data-done"))
    opened.page.locator(".sparql-run").click()
    expect(opened.page.locator(".sparql")).to_have_attribute("data-done", str(done + 1), timeout=SLOW)
    told: str = opened.page.locator(".sparql-told").inner_text()
    return told


def take(opened: Any, form: str) -> str:
    with opened.page.expect_download(timeout=SLOW) as waiting:
        opened.page.get_by_role("group", name="Download").get_by_role("button", name=form, exact=True).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8")


def columns(opened: Any) -> list[str]:
    found: list[str] = opened.page.locator(".sparql-rows th .sort").all_inner_texts()
    return [name.strip() for name in found]


# ---- One answer ----


QUERIES = [
    "SELECT ?s ?p ?o { ?s ?p ?o FILTER(isIRI(?s) && !isBlank(?o)) } ORDER BY ?s ?p ?o",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
    "SELECT ?s ?p ?o FROM passage:overview-b5 { ?s ?p ?o } ORDER BY ?s ?p ?o",
    "SELECT ?s ?p ?o FROM passage:overview-b5 FROM passage:overview-p1-s4 { ?s ?p ?o } ORDER BY ?s ?p ?o",
    "SELECT ?g ?s FROM atlas:inferred FROM passage:overview-b5 FROM NAMED passage:overview-b5 "
    "{ ?s atlas:relieves ?o GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s",
    "SELECT ?g FROM NAMED passage:overview-b5 { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g",
    "SELECT ?l { concept:ascites skos:prefLabel ?l } ORDER BY ?l",
    "PREFIX c: <https://w3id.org/metastasis-atlas/concept/>\nSELECT ?x { ?x atlas:relieves c:ascites } ORDER BY ?x",
    "SELECT ?x { VALUES ?x { 1 2.50 'a'@de \"\\u0022\" UNDEF } } ORDER BY ?x",
]


def test_page_and_python_answer_alike(visit: Open, page_file: Path) -> None:
    atlas = open_atlas()
    opened = open_console(visit, page_file)
    for query in QUERIES:
        ask(opened, query)
        expected = atlas.query(query).answer
        assert take(opened, "TSV") == expected.serialize("tsv").decode(), query
        assert json.loads(take(opened, "JSON")) == json.loads(expected.serialize("json")), query


@pytest.mark.parametrize(
    "query", ["CONSTRUCT { ?s ?p ?o } { ?s ?p ?o FILTER(?s = concept:ascites) }", "DESCRIBE concept:ascites"]
)
def test_triples_are_drawn_listed_and_taken_along(visit: Open, page_file: Path, query: str) -> None:
    import rdflib

    opened = open_console(visit, page_file)
    expected = open_atlas().query(query)
    assert ask(opened, query).startswith(f"{len(expected)} triples.")
    found = rdflib.Graph().parse(data=take(opened, "Turtle"), format="turtle")
    assert set(found) == set(expected.to_graph())
    expect(opened.page.locator(".sparql-canvas canvas")).to_be_visible()
    assert re.match(
        r"Graph of the answer: \d+ terms", opened.page.locator(".sparql-canvas").get_attribute("aria-label")
    )
    assert [name.lower() for name in columns(opened)] == ["subject", "property", "object"]
    # The two drawings are two: what is shown in one doesn't end or move the other.
    opened.page.locator(".activity .sheet-close").click()
    expect(opened.page.locator(".sparql")).to_have_count(0)
    opened.page.get_by_role("button", name="Everything").click()
    opened.settle()
    assert len(opened.drawn_nodes()) > 60


def test_only_so_many_terms_are_drawn_and_rows_shown(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file)
    ask(opened, "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")
    expect(opened.page.locator(".sparql-result .note").first).to_have_text(re.compile("^200 terms are drawn"))
    told = ask(opened, "SELECT ?s ?t { ?s ?p ?o . ?t a atlas:Passage } LIMIT 30000")
    assert told == "There is more: only the first are shown here. 10,000 rows. A download holds all."
    assert len(take(opened, "CSV").splitlines()) == 30_001
    assert ask(opened, "SELECT ?s { ?s ?p ?o } LIMIT 5").startswith("5 rows.")


def test_ask_is_answered_by_a_sentence(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file)
    assert ask(opened, "ASK { concept:puncture atlas:relieves concept:ascites }") == "Yes: the atlas holds it."
    # Silence is not "no".
    assert "is not therefore false" in ask(opened, "ASK { concept:puncture atlas:treats concept:ascites }")
    assert json.loads(take(opened, "JSON")) == {"head": {}, "boolean": False}


# ---- What is wrong ----

FAULTY = [
    "SELECT * WHERE { ?s ?p }",
    "SELECT * WHERE {\n  ?s atls:x ?o }",
    "SELECT * WHERE { ?s ?p ?o",
    "SELEC * {}",
    "SELECT * {\n ?s ?p ?o . FILTER(?o = ) }",
    "SELECT * { ?s ?p 'x }",
    "SELECT * { ?s <rel> ?o }",
    "SELECT * { ?s ?p ?o ) }",
    "ASK { ?s ?p ?o } LIMIT x",
    "SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }",
    "SELECT * { service silent ?x { ?s ?p ?o } }",
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "LOAD <http://a.example/>",
    f"SELECT ({'(' * 70}1{')' * 70} AS ?x) {{}}",
    f"SELECT * {'{' * 1000}{'}' * 1000}",
    f"ASK {{ FILTER({'!' * 700}true) }}",
    "SELECT * FROM <http://a.example/none> { ?s ?p ?o }",
    "SELECT * FROM NAMED passage:none FROM NAMED passage:overview-b5 { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * FROM passage:overview-b5 FROM passage:none { ?s ?p ?o }",
    "SELECT * FROM passage:overview-b5 FROM passage:none { ?s ?p }",
    "BASE <http://a.example/b/> ASK FROM <none> { ?s ?p ?o }",
]


def test_faults_are_told_as_in_python(visit: Open, page_file: Path) -> None:
    atlas = open_atlas()
    opened = open_console(visit, page_file)
    for query in FAULTY:
        with pytest.raises(QueryError) as refused:
            atlas.query(query)
        assert ask(opened, query) == str(refused.value), query
    # The engine is as well as before.
    assert ask(opened, "SELECT * { ?s ?p ?o } LIMIT 3").startswith("3 rows.")


MEASURES = json.loads((ROOT / "tests" / "data" / "measures.json").read_text(encoding="utf-8"))
COLLECTION = f"?s ?p ({' 1' * 260})"
DEEP = "ASK " + "{ FILTER EXISTS " * 60 + "{ %s }" + "}" * 60
JUST_ALLOWED = [
    *("".join(p if isinstance(p, str) else p[0] * p[1] for p in one["query"])
      for one in MEASURES["cases"] if one["verdict"] == "allowed" and "page" not in one),
    DEEP % COLLECTION,
    DEEP % ("<http://a.example/s> a " + ", ".join(["1"] * 520)),
    DEEP % ("<http://a.example/s> a 1 . " * 260),
    DEEP % ("FILTER(" + "!" * 500 + "true)"),
    DEEP % ("FILTER(1" + "+1" * 500 + " = 1)"),
    DEEP % ("{}" + " UNION {}" * 450),
    DEEP % (" OPTIONAL {}" * 480),
    DEEP % " ".join(f"BIND({n} AS ?x{n})" for n in range(230)),
    DEEP % f"?s atlas:x{'|atlas:x' * 480} ?o",
    DEEP % f"FILTER(?s IN ({', '.join(['1'] * 1000)}))",
]  # fmt: skip
"""At the measures, where the engine's stack is used most."""


def test_the_engine_stands_what_the_measure_allows(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file)
    opened.page.get_by_label("At most").select_option("2")
    for query in JUST_ALLOWED:
        told = ask(opened, query)
        assert not told.startswith(("The engine could not go on", "The query has", "The query is nested")), query[:150]


def test_what_only_a_program_can_take_is_told_so(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file)
    told = ask(opened, "ASK { " + "?s ?p ?o . " * 600 + "}")
    assert told == MEASURES["sentences"]["here"]


def test_an_escape_outside_a_text_is_no_letter(visit: Open, page_file: Path) -> None:
    """Neither engine reads it so: what is forbidden can't be spelled that way."""
    opened = open_console(visit, page_file)
    told = ask(opened, "ASK { \\u0053ERVICE <http://a.example/> { ?s ?p ?o } }")
    assert told.startswith("The query is faulty at line 1")
    assert ask(opened, "ASK { ?s ?p '\\u0053ERVICE' }").startswith("The atlas does not hold it.")


def test_a_fault_is_marked_where_it_is(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file)
    ask(opened, "SELECT * WHERE {\n  ?s atls:x ?o }")
    expect(opened.page.locator(".cm-lintRange-error")).to_have_text("atls:x")
    opened.page.locator(".cm-lintRange-error").hover()
    expect(opened.page.locator(".cm-tooltip .cm-diagnostic")).to_contain_text('Did you mean "atlas"?')
    write(opened, "SELECT * WHERE { ?s atlas:x ?o }")
    expect(opened.page.locator(".cm-lintRange-error")).to_have_count(0)
    expect(opened.page.locator(".sparql-told")).to_have_count(0)


def test_an_unknown_term_of_ours_is_marked_and_a_near_one_offered(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file)
    write(opened, "SELECT * { ?s atlas:releives concept:ascites . ?s <http://a.example/x> passage:overview-b5 }")
    expect(opened.page.locator(".cm-lintRange-warning")).to_have_text("atlas:releives", timeout=SLOW)
    told = opened.page.locator(".sparql-unknown")
    expect(told).to_contain_text('The atlas does not know "atlas:releives". Did you mean "atlas:relieves"')
    opened.page.locator(".cm-lintRange-warning").hover()
    expect(opened.page.locator(".cm-tooltip .cm-diagnostic")).to_contain_text('Did you mean "atlas:relieves"')
    opened.page.mouse.move(0, 0)
    told.get_by_role("button", name="Replace by atlas:relieves").click()
    expect(opened.page.locator(".cm-content")).to_contain_text("?s atlas:relieves concept:ascites")
    expect(opened.page.locator(".sparql-run")).to_be_focused()
    expect(told).to_be_hidden()


def test_a_whole_iri_and_a_prefix_are_mended_by_a_click(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file)
    write(opened, "ASK { ?s ?p <https://w3id.org/metastasis-atlas/concept/ascitis> }")
    opened.page.get_by_role("button", name="Replace by concept:ascites").click()
    expect(opened.page.locator(".cm-content")).to_have_text("ASK { ?s ?p concept:ascites }")
    assert 'Did you mean "atlas"?' in ask(opened, "ASK { ?s atls:relieves ?o }")
    opened.page.get_by_role("button", name="Replace by atlas:relieves").click()
    assert ask(opened) == "Yes: the atlas holds it."


def test_a_query_can_be_stopped_and_the_next_is_answered(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file)
    opened.page.get_by_label("At most").select_option("30")
    write(opened, ENDLESS)
    opened.page.get_by_role("button", name="Ask", exact=True).click()
    opened.page.get_by_role("button", name="Stop", exact=True).click()
    expect(opened.page.locator(".sparql-told")).to_have_text("Stopped.", timeout=SLOW)
    assert ask(opened, "SELECT * { ?s ?p ?o } LIMIT 3").startswith("3 rows.")


def test_a_query_that_takes_too_long_is_stopped(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file)
    opened.page.get_by_label("At most").select_option("2")
    assert ask(opened, ENDLESS).startswith("No answer within 2 seconds, so the query was stopped.")
    opened.page.get_by_label("At most").select_option("30")
    assert ask(opened, "SELECT * { ?s ?p ?o } LIMIT 3").startswith("3 rows.")


def test_an_engine_in_ruins_is_replaced(visit: Open, page_file: Path) -> None:
    """Within the measures, and yet too much for the engine's stack: the next query finds a new one."""
    opened = open_console(visit, page_file)
    opened.page.get_by_label("At most").select_option("30")
    ask(opened, f"ASK {{ ?s {'/'.join(['atlas:x'] * 290)} ?o }}")
    ask(opened, "ASK { " + " ".join(f"?s{n} ?p{n} 'x{n}' ." for n in range(4000)) + " }")
    assert ask(opened, "SELECT * { ?s ?p ?o } LIMIT 3").startswith("3 rows.")


# ---- Writing ----


def test_terms_are_suggested_by_label_in_any_language(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file)
    for words, written in (("Asz", "concept:ascites"), ("асци", "concept:ascites"), ("lindert", "atlas:relieves")):
        write(opened, "SELECT * { ?s ?p ?o } ")
        opened.page.locator(".cm-content").press("Control+End")
        opened.page.keyboard.type(words, delay=30)
        option = opened.page.locator(".cm-tooltip-autocomplete li").filter(has_text=written).first
        expect(option).to_be_visible(timeout=SLOW)
        option.click()
        expect(opened.page.locator(".cm-content")).to_contain_text(written)


def test_the_keyboard_is_not_kept_in_the_editor(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file)
    content = opened.page.locator(".cm-content")
    content.click()
    opened.page.keyboard.press("Tab")
    expect(content).not_to_be_focused()
    content.click()
    opened.page.keyboard.press("Escape")
    expect(opened.page.locator(".sparql-run")).to_be_focused()
    content.click()
    opened.page.keyboard.press("Control+Enter")
    expect(opened.page.locator(".sparql-told")).to_have_text(re.compile(r"^\d+ rows?\."), timeout=SLOW)
    expect(opened.page.locator(".sparql > [role=status]")).to_have_text(re.compile(r"^\d+ rows?\."))


def test_a_query_is_put_together_by_choosing(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file)
    opened.page.get_by_role("button", name="Put one together").click()
    builder = opened.page.locator(".sparql-builder")
    expect(builder.get_by_label("Statement")).to_have_value("atlas:treats")
    expect(builder.get_by_label("Concept")).to_have_value("concept:bone-metastasis")
    expect(opened.page.locator(".cm-content")).to_contain_text(
        "GRAPH ?passage { ?found atlas:treats concept:bone-metastasis }"
    )
    atlas = open_atlas()
    for direction in ("Which … does it?", "What does … do?"):
        builder.get_by_role("button", name=direction).click()
        for prop in ("atlas:relieves", "atlas:treats"):
            if prop in builder.get_by_label("Statement").locator("option").evaluate_all(
                "all => all.map(one => one.value)"
            ):
                builder.get_by_label("Statement").select_option(prop)
            count = int(re.match(r"\d+", builder.locator("[role=status]").inner_text())[0])
            assert count > 0
            ask(opened)
            rows = csv.DictReader(io.StringIO(take(opened, "CSV")))
            assert len({row["found"] for row in rows}) == count
    builder.get_by_role("checkbox", name="with the passages that say so").uncheck()
    expect(opened.page.locator(".cm-content")).to_contain_text("SELECT DISTINCT ?found")
    written = "\n".join(opened.page.locator(".cm-line").all_inner_texts())
    assert len(atlas.query(written)) == int(re.match(r"\d+", builder.locator("[role=status]").inner_text())[0])


# ---- The answer and the map ----


def test_an_answer_lights_up_the_map_and_leads_into_it(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file, "#ask=what-relieves-ascites")
    expect(opened.page.locator(".sparql-told")).to_have_text(re.compile("^2 rows"), timeout=SLOW)
    cell = opened.page.locator(".sparql-rows .cell-button").first
    cell.click()
    expect(opened.page.get_by_role("region", name="Details").get_by_role("heading", level=2)).to_have_text(
        "Paracentesis"
    )
    opened.page.locator(".sparql-rows .cell-button").first.press("ArrowDown")
    expect(opened.page.locator(".sparql-rows .cell-button").nth(1)).to_be_focused()


def test_rows_are_sorted_by_a_click(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file)
    ask(opened, "SELECT ?n ?l { VALUES (?n ?l) { (10 'b') (9 'c') (100 'a') } }")
    numbers = opened.page.locator(".sparql-rows td:first-child")
    for expected in (["9", "10", "100"], ["100", "10", "9"]):
        opened.page.locator(".sparql-rows th .sort").first.click()
        expect(opened.page.locator(".sparql-rows th").first).to_have_attribute("aria-sort", re.compile("ending"))
        expect(numbers).to_have_text([re.compile(rf"^{one}\D") for one in expected])


def test_an_address_fills_the_editor_and_asks_only_our_own_questions(visit: Open, page_file: Path) -> None:
    opened = open_console(
        visit, page_file, "#ask=SELECT%20%3Fx%20%7B%20%3Fx%20atlas%3Arelieves%20concept%3Aascites%20%7D"
    )
    expect(opened.page.locator(".cm-content")).to_contain_text("SELECT ?x { ?x atlas:relieves concept:ascites }")
    expect(opened.page.locator(".sparql-told")).to_have_count(0)
    assert ask(opened).startswith("2 rows.")


def test_hostile_words_stay_text(visit: Open, hostile_file: Path) -> None:
    opened = open_console(visit, hostile_file)
    ask(opened, "SELECT ?x ?l { ?x skos:prefLabel ?l FILTER(CONTAINS(STR(?l), '<')) }")
    expect(opened.page.locator(".sparql-rows td").filter(has_text=IMAGE).first).to_be_visible()
    ask(opened, "CONSTRUCT { ?x ?p ?l } { ?x ?p ?l FILTER(CONTAINS(STR(?l), '<')) }")
    expect(opened.page.locator(".sparql-canvas canvas")).to_be_visible()
    assert "<img/src=x/onerror=alert(1)>" in ask(opened, "SELECT * { ?s ?p <img/src=x/onerror=alert(1)> }")
    write(opened, "SELECT * { ?s ?p ")
    opened.page.keyboard.type("img", delay=30)
    assert opened.page.locator(".sparql img").count() == 0
    assert opened.dialogs == []


def test_who_asks_in_words_sees_the_answer_before_the_code(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file, "#ask=what-relieves-ascites")
    told, code = opened.page.locator(".sparql-told"), opened.page.locator(".sparql-code")
    expect(told).to_have_text(re.compile("^2 rows"), timeout=SLOW)
    expect(opened.page.locator(".cm-content")).to_be_hidden()
    code.locator("summary").click()
    expect(opened.page.locator(".cm-content")).to_be_visible()
    assert told.bounding_box()["y"] < code.bounding_box()["y"]
    # Who changes it writes: the same editor goes up, with the focus and what can be undone.
    opened.page.locator(".cm-content").focus()
    opened.page.keyboard.press("Control+End")
    opened.page.keyboard.insert_text("LIMIT 1")
    opened.page.keyboard.press("Escape")
    opened.page.locator(".cm-content").focus()
    opened.page.keyboard.press("Control+Enter")
    expect(told).to_have_text(re.compile("^1 row"), timeout=SLOW)
    opened.until(lambda: code.bounding_box()["y"] - told.bounding_box()["y"], lambda below: below < 0)
    expect(opened.page.locator(".cm-content")).to_be_focused()
    opened.page.keyboard.press("Control+z")
    expect(opened.page.locator(".cm-content")).not_to_contain_text("LIMIT 1")


def test_an_old_answer_says_that_it_is_old(visit: Open, page_file: Path) -> None:
    opened = open_console(visit, page_file, "#ask=what-relieves-ascites")
    expect(opened.page.locator(".sparql-told")).to_have_text(re.compile("^2 rows"), timeout=SLOW)
    expect(opened.page.locator(".sparql-stale")).to_have_count(0)
    opened.page.get_by_role("button", name="Put one together").click()
    expect(opened.page.locator(".sparql-stale")).to_have_text(re.compile("^This is the answer to the query before"))
    expect(opened.page.locator(".sparql-result")).to_have_class(re.compile("is-stale"))
    ask(opened)
    expect(opened.page.locator(".sparql-stale")).to_have_count(0)
    # What went wrong with another query isn't shown at all.
    ask(opened, "ASK { ?s ?p }")
    opened.page.get_by_role("button", name="What does … do?").click()
    expect(opened.page.locator(".sparql-told")).to_have_count(0)


WIDE = "SELECT ?s ?a ?b ?c ?d ?e { ?s skos:prefLabel ?a, ?b, ?c, ?d, ?e } LIMIT 3"


@pytest.mark.parametrize("size", [DESKTOP, SMALL], ids=["desktop", "400 % of 1280"])
def test_no_cell_of_an_answer_is_cut(visit: Open, page_file: Path, size: tuple[int, int]) -> None:
    opened = open_console(visit, page_file, size=size)
    for query in (WIDE, "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 30", "SELECT ?s { ?s ?p ?o } LIMIT 3"):
        ask(opened, query)
        rows = opened.page.locator(".sparql-rows")
        opened.becomes(lambda rows=rows: rows.evaluate("box => Math.max(0, box.scrollWidth - box.clientWidth)"), 0)
        variables = re.findall(r"\?\w+", query.partition("{")[0])
        assert columns(opened) == variables
        rows.evaluate("box => box.scrollTo(0, box.scrollHeight)")
        assert rows.locator("th").first.evaluate(
            "th => th.getBoundingClientRect().top >= th.closest('.sparql-rows').getBoundingClientRect().top - 1"
        )
    assert opened.page.get_by_role("table").get_by_role("row").count() == 4


def test_nothing_is_said_to_the_browser_s_console(visit: Open, page_file: Path) -> None:
    """What the fixture looks at in the end: coloured text that the browser replaced would be given a style."""
    opened = open_console(visit, page_file)
    page, keys = opened.page, opened.page.keyboard
    write(opened, "")
    keys.type("SELECT * WHERE { ?s atlas:relie", delay=20)
    page.locator(".cm-tooltip-autocomplete li").filter(has_text="atlas:relieves").first.click(timeout=SLOW)
    keys.type(" ?o }", delay=20)
    expect(page.locator(".cm-line")).to_have_text("SELECT * WHERE { ?s atlas:relieves ?o }")
    # A word composed over a selection, deletions as from a menu.
    remote = page.context.new_cdp_session(page)
    keys.press("Control+a")
    remote.send("Input.imeSetComposition", {"text": "n", "selectionStart": 1, "selectionEnd": 1})
    remote.send("Input.imeSetComposition", {"text": "né", "selectionStart": 2, "selectionEnd": 2})
    remote.send("Input.insertText", {"text": "né"})
    expect(page.locator(".cm-line")).to_have_text("né")
    for command in ("delete", "deleteWordBackward"):
        write(opened, "SELECT * {\n  ?s atlas:releives ?o .\n}")
        page.locator(".cm-content").focus()
        keys.press("Control+Home")
        keys.press("Shift+ArrowDown")
        event = {"type": "keyDown", "commands": [command], "key": "Unidentified", "windowsVirtualKeyCode": 0}
        remote.send("Input.dispatchKeyEvent", event)
        expect(page.locator(".cm-line").first).to_have_text("  ?s atlas:releives ?o .", use_inner_text=True)
    ask(opened, "DESCRIBE concept:ascites")
    expect(page.locator(".sparql-canvas canvas")).to_be_visible()
    page.locator(".sparql-zoom button").first.click()
    for _ in range(2):
        page.locator(".sparql-rows th .sort").first.click()
    opened.settle()
    opened.check_quiet()


# ---- Taking it along ----


def copied(opened: Any, how: str) -> str:
    opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.page.get_by_role("group", name="Copy as").get_by_role("button", name=how, exact=True).click()
    expect(opened.page.locator(".sparql-take [role=status]")).to_have_text("Copied.")
    text: str = opened.page.evaluate("navigator.clipboard.readText()")
    return text


QUOTED = "SELECT ?l {{ concept:ascites skos:prefLabel ?l FILTER(?l != {} && LANG(?l) = 'en') }}"


@pytest.mark.parametrize("text", ["\"'; echo no; '\"", '"\\\\"', '"""a " b"""', "'$(echo no) `echo no`'"])
def test_copied_commands_ask_the_same(visit: Open, page_file: Path, text: str) -> None:
    query = QUOTED.format(text)
    opened = open_console(visit, page_file)
    assert ask(opened, query).startswith("1 row.")
    answer = take(opened, "CSV")
    whole = copied(opened, "SPARQL")
    assert "PREFIX concept: <https://w3id.org/metastasis-atlas/concept/>" in whole
    assert whole.endswith(query + "\n")
    python = subprocess.run(
        [sys.executable, "-c", copied(opened, "Python")], capture_output=True, text=True, timeout=120, check=True
    )
    assert python.stdout.splitlines() == [*answer.splitlines(), ""]
    command = shlex.split(copied(opened, "curl"))
    assert command[0] == "curl"
    assert command[-3:] == ["--data-urlencode", f"query={whole}", "http://127.0.0.1:8000/sparql"]


# ---- For everyone ----


@pytest.mark.parametrize(
    ("code", "button", "told"),
    [
        ("de", "Fragen", "Zeilen"),
        ("uk", "Запитати", "рядки"),
        ("es", "Consultar", "filas"),
        ("fr", "Demander", "lignes"),
    ],
)
def test_the_console_speaks_five_languages(visit: Open, page_file: Path, code: str, button: str, told: str) -> None:
    opened = open_console(visit, page_file, f"#ask=what-relieves-ascites&lang={code}")
    expect(opened.page.get_by_role("button", name=button, exact=True)).to_be_visible()
    expect(opened.page.locator(".sparql-told")).to_contain_text(told, timeout=SLOW)
    assert opened.page.locator(".sparql-question strong").get_attribute("lang") == "en"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing(visit: Open, page_file: Path, size: tuple[int, int], theme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = open_console(visit, page_file, size=size, theme=theme)
    for state in ("questions", "build", "answer", "graph", "fault"):
        if state == "build":
            opened.page.locator('[data-helper="build"]').click()
        elif state == "answer":
            opened.page.locator('[data-helper="build"]').click()
            ask(
                opened,
                "SELECT * { ?s atlas:relieves ?o ; skos:prefLabel ?l . BIND('\"x\"' AS ?t) BIND(1.5 AS ?n) }  # why",
            )
        elif state == "graph":
            ask(opened, "DESCRIBE concept:ascites")
        elif state == "fault":
            ask(opened, "SELECT * { ?s atls:x ?o }")
        results = Axe().run(opened.page)
        # The report can't name what stands in a shadow root.
        assert [one["id"] for one in results.response["violations"]] == [], (state, results.response["violations"])
        assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert opened.page.evaluate(LOWEST_BUTTON) >= 24


@pytest.mark.parametrize("size", [PHONE, SMALL], ids=["phone", "small"])
def test_the_console_fits_a_phone(visit: Open, page_file: Path, size: tuple[int, int]) -> None:
    opened = open_console(visit, page_file, size=size)
    assert ask(opened, "SELECT ?i ?l { ?i atlas:relieves concept:ascites ; skos:prefLabel ?l }").startswith("1")
    panel = opened.page.locator(".activity")
    assert panel.evaluate("part => part.scrollWidth - part.clientWidth") <= 0
    opened.page.locator(".sparql-rows .cell-button").first.click()
    expect(opened.page.get_by_role("region", name="Details")).to_be_visible()


# ---- What it costs ----


def test_page_is_one_small_file_that_waits_with_the_engine(visit: Open, page_file: Path) -> None:
    assert page_file.stat().st_size < 4_000_000
    opened = visit(page_file)
    assert opened.page.evaluate("document.getElementById('atlas-wasm').textContent.length") > 1_000_000
    assert opened.page.evaluate("typeof globalThis.mountSparqlEditor") == "undefined"
    made = opened.page.workers
    assert made == []


def test_a_link_may_open_the_console_before_the_page_is_whole(visit: Open, page_file: Path, tmp_path: Path) -> None:
    """The script runs before the browser has read the parcels: here it has a great deal to read in between."""
    text = page_file.read_text(encoding="utf-8")
    file = tmp_path / "atlas.html"
    start = text.index('<script type="application/octet-stream"')
    file.write_text(text[:start] + f"<!--{'x' * 8_000_000}-->" * 3 + text[start:], encoding="utf-8")
    opened = visit(file, "#ask=what-relieves-ascites")
    expect(opened.page.locator(".sparql-told")).to_have_text(re.compile("^2 rows"), timeout=SLOW)


def test_a_page_without_its_engine_says_so(visit: Open, page_file: Path, tmp_path: Path) -> None:
    text = page_file.read_text(encoding="utf-8")
    file = tmp_path / "atlas.html"
    file.write_text(
        re.sub(r'(<script type="application/octet-stream" id="atlas-\w+">)[^<]*', r"\1", text), encoding="utf-8"
    )
    opened = visit(file)
    opened.page.get_by_role("button", name="Questions", exact=True).click()
    expect(opened.page.locator(".sparql-told")).to_have_text(re.compile("made without its SPARQL engine"))
    expect(opened.page.get_by_role("textbox", name="SPARQL query")).to_be_visible()
