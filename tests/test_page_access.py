"""What a screen reader hears, what the keyboard reaches, what an address restores or says that it can't."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DESKTOP, PHONE = (1440, 900), (390, 844)


def expect(locator: Any) -> Any:
    from playwright.sync_api import expect as expecting

    return expecting(locator)


def hear(page: Any, selector: str) -> list[str]:
    """What a screen reader says of a part of the page: names, descriptions and texts, in order, each once."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    found = session.send("Runtime.evaluate", {"expression": f"document.querySelector({selector!r})"})
    root = session.send("DOM.describeNode", {"objectId": found["result"]["objectId"]})["node"]["backendNodeId"]
    by_id = {node["nodeId"]: node for node in nodes}

    def walk(node: dict[str, Any], said: str) -> Iterator[str]:
        name = "" if node.get("ignored") else node.get("name", {}).get("value", "").strip()
        described = "" if node.get("ignored") else node.get("description", {}).get("value", "").strip()
        role = node.get("role", {}).get("value")
        # The texts in a button are its name: they are not said again.
        if name and role != "InlineTextBox" and not (role == "StaticText" and name in said):
            yield name
            said = name if role != "StaticText" else said
        if described and role in ("button", "link", "row", "cell"):
            yield described
        for child in node.get("childIds", ()):
            if child in by_id:
                yield from walk(by_id[child], said)

    whole = list(walk(next(node for node in nodes if node.get("backendDOMNodeId") == root), ""))
    session.detach()
    return whole


@pytest.mark.parametrize("name", ["puncture", "ascites", "bone-metastasis"])
def test_each_statement_of_the_details_is_heard_once(visit: Open, page_file: Path, name: str) -> None:
    opened = visit(page_file, f"#focus={name}")
    statements = opened.page.locator(".details .group .statement")
    expect(statements.first).to_be_visible()
    heard = " ".join(hear(opened.page, ".details"))
    flat = re.sub(r"\W+", "", heard)
    for sentence in statements.locator(".sentence").all_inner_texts():
        assert flat.count(re.sub(r"\W+", "", sentence)) == 1, sentence
    for statement in statements.all():
        assert statement.locator(".badge").first.inner_text().strip()
        assert statement.locator(".where .source-name").first.inner_text().strip()


def test_a_derived_statement_tells_its_sources(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=paracentesis")
    opened.page.locator(".details summary", has_text="Derived statements").click()
    derived = opened.page.locator(".details .folded .statement").first
    expect(derived.locator(".where").first).to_contain_text("rests on")
    expect(derived.locator(".where .source-name").first).to_be_visible()


def test_each_row_of_the_table_is_heard_once(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#view=table")
    rows = opened.page.locator(".listing tbody tr")
    expect(rows.first).to_be_visible()
    heard = hear(opened.page, ".listing tbody tr")
    cells = [text.strip() for text in rows.first.locator("th, td").all_inner_texts()]
    subject, relation, target = (re.sub(r"\s*\(.*\)$", "", cell) for cell in cells[:3])
    for words in (subject, relation, target):
        buttons = [each for each in heard if words.lower() in each.lower()]
        # A cell goes by the name of what is in it.
        assert len(set(buttons)) == 1, (words, heard)
    assert cells[3]
    assert cells[5]


def test_each_concept_of_the_list_is_heard_once(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    opened.page.get_by_role("button", name="Concepts of the class organ").click()
    listed = opened.page.get_by_role("list", name="Concepts of the class organ")
    expect(listed.get_by_role("button").first).to_be_visible()
    heard = hear(opened.page, ".concepts")
    for name in listed.locator("button > span:first-child").all_inner_texts():
        assert sum(re.fullmatch(rf"{re.escape(name)}( \(hidden now\))?", each) is not None for each in heard) == 1, name


@pytest.mark.parametrize(
    ("fragment", "place"),
    [
        ("#view=pathway", ".pathway-list button"),
        ("#view=body", ".map [data-stop]"),
        ("#view=focus&focus=ascites", ".focus-picture [data-stop]"),
        ("#view=focus", ".focus-card"),
        ("#view=table", ".listing tbody button"),
    ],
    ids=["pathway", "body", "focus", "focus start", "table"],
)
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_skipping_to_the_drawing_leads_to_a_concept(
    visit: Open, page_file: Path, fragment: str, place: str, size: tuple[int, int]
) -> None:
    opened = visit(page_file, fragment, size=size)
    expect(opened.page.locator(place).first).to_be_attached()
    skip = opened.page.get_by_role("button", name="Skip to the drawing")
    skip.focus()
    opened.page.keyboard.press("Enter")
    opened.page.wait_for_function(f"document.activeElement.matches({place!r})")
    assert opened.page.evaluate("document.activeElement.matches(':focus-visible')")


def test_the_pathway_is_walked_by_arrow_keys_where_it_is_drawn(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    opened.page.get_by_role("button", name="Skip to the drawing").focus()
    opened.page.keyboard.press("Enter")
    for key in ("ArrowRight", "ArrowDown", "ArrowRight"):
        opened.page.keyboard.press(key)
    opened.settle()
    here = opened.page.locator(".pathway-list button:focus")
    name = here.inner_text()
    ring = here.bounding_box()
    node = next(one for one in opened.drawn_nodes() if one["label"] == name)
    assert abs(ring["x"] + ring["width"] / 2 - node["x"]) < 3
    assert abs(ring["y"] + ring["height"] / 2 - node["y"]) < 3
    assert here.evaluate("one => parseFloat(getComputedStyle(one).outlineWidth)") >= 2
    opened.page.keyboard.press("Enter")
    expect(opened.page.locator(".details h2")).to_have_text(name[0].upper() + name[1:])
    expect(here).to_be_focused()


def test_a_source_is_told_in_full_where_its_name_is_pressed(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=puncture")
    first = opened.page.locator(".details .statement").first
    name = first.locator(".source-name")
    expect(name).to_have_text("Overview of metastases of breast…")
    name.press("Enter")
    line = first.locator(".source-line")
    for words in (
        "Overview of metastases of breast cancer and their treatment",
        "public web page",
        "Publisher: not stated",
        "not reviewed",
    ):
        expect(line).to_contain_text(words)
    name.press("Enter")
    expect(line).to_be_hidden()


def test_a_source_tells_in_the_language_of_the_page(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=puncture&lang=de")
    opened.page.locator(".details .source-name").first.click()
    line = opened.page.locator(".details .source-line").first
    expect(line).to_contain_text("Herausgeber: nicht angegeben")
    expect(line).to_contain_text("öffentliche Webseite")


def test_an_unknown_name_in_the_address_is_told_with_what_may_be_meant(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#view=map&focus=asites")
    notice = opened.page.locator(".notice")
    expect(notice.get_by_role("status")).to_contain_text("no view “map”")
    expect(notice.get_by_role("status")).to_contain_text("no concept “asites”")
    expect(opened.page.locator('.tabs [aria-current="page"]')).to_contain_text("Pathway")
    notice.get_by_role("button", name="ascites", exact=True).press("Enter")
    expect(opened.page.locator(".details h2")).to_have_text("Ascites")
    expect(opened.page.locator(".details")).to_be_focused()
    expect(notice.get_by_role("button")).to_have_count(0)


def test_the_notice_can_be_closed_and_another_address_takes_it_away(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=notexist")
    notice = opened.page.locator(".notice")
    expect(notice).to_contain_text("notexist")
    notice.get_by_role("button", name="Close the notice").press("Enter")
    expect(notice.get_by_role("status")).to_be_empty()
    expect(opened.page.locator('.tabs [aria-current="page"]')).to_be_focused()
    opened.page.evaluate("location.hash = '#passage=nowhere'")
    expect(notice).to_contain_text("nowhere")
    opened.page.evaluate("location.hash = '#passage=overview-b5'")
    expect(opened.page.locator(".details h2")).to_have_text("Statement")
    expect(notice.get_by_role("status")).to_be_empty()


def test_axe_finds_nothing_in_the_notice(visit: Open, page_file: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    for theme, size in (("light", DESKTOP), ("dark", PHONE)):
        opened = visit(page_file, "#focus=asites", theme=theme, size=size)
        expect(opened.page.locator(".notice")).to_contain_text("Did you mean")
        results = Axe().run(opened.page)
        assert results.violations_count == 0, results.generate_report()


def test_what_was_brought_in_one_by_one_comes_again(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    for words in ("jaw", "denosumab"):
        opened.page.get_by_role("combobox", name="Search").fill(words)
        opened.page.get_by_role("combobox", name="Search").press("Enter")
        expect(opened.page.locator(".details h2")).to_have_text(re.compile(words, re.IGNORECASE))
    opened.page.wait_for_function("location.hash.includes('focus=denosumab') && location.hash.includes('with=jaw')")
    before = listed(opened)
    assert {"concept:jaw", "concept:denosumab"} <= before
    again = visit(page_file, opened.page.url.partition("html")[2])
    expect(again.page.locator('.pathway-list [data-node="concept:jaw"]')).to_be_attached()
    assert listed(again) == before


def listed(opened: Any) -> set[str]:
    """The concepts that the pathway draws."""
    found: list[str] = opened.page.evaluate(
        "[...document.querySelectorAll('.pathway-list [data-node]')].map(e => e.dataset.node)"
    )
    return set(found)


def test_a_step_of_a_tour_keeps_its_short_address(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#tour=from-the-peritoneum-to-ascites&step=2")
    expect(opened.page.locator(".tour-step h2")).to_be_visible()
    opened.page.wait_for_function("location.hash.includes('step=2')")
    assert "with=" not in opened.page.url


def test_a_teachers_first_five_minutes(visit: Open, page_file: Path) -> None:
    """As the README tells them, step by step."""
    opened = visit(page_file)
    page, title = opened.page, opened.page.locator(".details h2")
    node = next(one for one in opened.drawn_nodes() if one["label"] == "ascites")
    page.mouse.click(node["x"], node["y"])
    expect(title).to_have_text("Ascites")
    expect(page.locator(".details .badge").first).to_be_visible()
    expect(page.locator(".details .source-name").first).to_be_visible()
    page.locator(".choice select").select_option("de")
    expect(title).to_have_text("Aszites")
    page.locator(".wording button").nth(1).click()
    expect(page.locator(".details .plain")).to_be_visible()
    page.locator(".choice select").select_option("en")
    for words in ("fluid in the belly", "Wasser im Bauch", "Waser im Bauch"):
        search = page.get_by_role("combobox", name="Search")
        search.fill(words)
        expect(page.get_by_role("option").first).to_have_attribute("id", "search-concept:ascites")
        search.press("Enter")
        expect(title).to_have_text("Fluid in the belly")
    for view in ("body", "focus", "table", "pathway"):
        page.locator(".tabs ul:first-child button").nth(("pathway", "body", "focus", "table").index(view)).click()
        page.wait_for_function(f"location.hash.includes('view={view}') && location.hash.includes('focus=ascites')")
        expect(title).to_have_text("Fluid in the belly")
    page.locator('[data-activity="tours"] button').click()
    page.locator(".start-entry").first.click()
    expect(page.locator(".tour-passages li").first).to_be_visible()
    page.locator(".tour-step").press("ArrowRight")
    expect(page.locator(".tour-progress")).to_have_text(re.compile("^2 of"))
    page.locator('[data-activity="quiz"] button').click()
    page.locator(".start-entry", has_text="Build the map").click()
    page.locator(".quiz-peek summary").click()
    expect(page.locator(".quiz-peek .where").first).to_be_visible()
    ends = page.locator(".quiz-select select")
    ends.nth(0).select_option(index=1)
    ends.nth(1).select_option(index=1)
    expect(page.locator(".quiz-message")).to_have_text("Choose two different concepts.")
    expect(ends.nth(1)).to_have_value("")
    page.locator('[data-activity="take-away"] button').click()
    for name in ("PNG", "SVG"):
        expect(page.locator("#activity").get_by_role("button", name=name).first).to_be_visible()
    again = visit(page_file, "#view=body&focus=ascites&lang=de")
    expect(again.page.locator(".details h2")).to_have_text("Aszites")
