"""What is taken out of the page: pictures, data, addresses, arrangements, paper."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from metastasis_atlas import open_atlas
from metastasis_atlas.namespaces import ATLAS, CONCEPT, INFERRED, PASSAGE
from metastasis_atlas.network import is_claim
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DESKTOP, PHONE = (1440, 900), (390, 844)
SVG = "{http://www.w3.org/2000/svg}"
FRAGMENTS = ["", "#focus=ascites", "#focus=breast-cancer", "#statement=puncture+relieves+ascites"]
DISCLAIMER = "For education, not medical advice."
DRAWING = {"svg", "title", "desc", "rect", "text", "g", "path"}


def open_panel(visit: Any) -> Any:
    visit.page.get_by_role("button", name="Take away", exact=True).click()
    panel = visit.page.get_by_role("region", name="Take away")
    panel.wait_for()
    visit.settle()
    return panel


def take(visit: Any, name: str) -> tuple[str, bytes]:
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name=name, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def read_svg(content: bytes) -> tuple[ElementTree.Element, str]:
    """Return a picture and all its text; it holds nothing but drawing."""
    root = ElementTree.fromstring(content)
    for part in root.iter():
        assert part.tag.removeprefix(SVG) in DRAWING
        for name, value in part.attrib.items():
            assert not name.lower().startswith("on")
            assert "href" not in name
            assert name != "style"
            assert "javascript" not in value
    return root, "\n".join(part.text or "" for part in root.iter())


def test_svg_holds_the_view_as_text(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=ascites")
    open_panel(opened)
    name, content = take(opened, "SVG")
    assert name == "metastasis-atlas-pathway-ascites.svg"
    _, told = read_svg(content)
    drawn = {line for node in opened.drawn_nodes() for line in node["lines"]}
    assert drawn <= set(told.split("\n"))
    assert {word["text"] for word in opened.drawn_words()} <= set(told.split("\n"))
    for words in (
        "Metastasis Atlas",
        "0.1.0",
        "For education, not medical advice.",
        "Not reviewed by a clinician.",
        "CC BY 4.0",
    ):
        assert words in told


@pytest.mark.parametrize(
    ("fragment", "told", "untold"),
    [
        ("#focus=ascites", {"Body cavity", "Negative", "Our own addition (dotted)"}, {"Derived by a rule (dashed)"}),
        ("#view=body&focus=ascites", {"Condition", "Relief", "Our own addition (dotted)"}, {"Negative", "Organ"}),
        ("#view=focus&focus=puncture", {"Condition", "Negative", "Relief"}, {"Spread", "Derived by a rule (dashed)"}),
        ("#view=body", {"Metastasis", "Condition"}, {"Spread", "Negative"}),
    ],
)
def test_a_picture_has_a_legend_of_what_occurs_in_it(
    visit: Open, page_file: Path, fragment: str, told: set[str], untold: set[str]
) -> None:
    opened = visit(page_file, fragment)
    open_panel(opened)
    words = {part.text for part in ElementTree.fromstring(take(opened, "SVG")[1]).iter()}
    assert told <= words
    assert not untold & words


def test_the_handout_has_the_legend_of_its_picture(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#view=focus&focus=puncture&lang=de")
    opened.page.emulate_media(media="print")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(opened.page.locator(".handout-picture > svg")).to_contain_text("Verneinung")
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")


def test_svg_opens_as_a_file(visit: Open, page_file: Path, tmp_path: Path) -> None:
    opened = visit(page_file, theme="dark")
    open_panel(opened)
    file = tmp_path / "picture.svg"
    file.write_bytes(take(opened, "SVG")[1])
    page = opened.page.context.new_page()
    page.goto(file.as_uri())
    expect(page.locator("text", has_text="breast cancer").first).to_be_visible()
    assert page.evaluate("document.querySelector('parsererror')") is None
    boxes = page.evaluate("[...document.querySelectorAll('g > text')].map(text => text.getBoundingClientRect().width)")
    assert min(boxes) > 0
    page.close()


def test_png_is_twice_as_fine(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    open_panel(opened)
    root, _ = read_svg(take(opened, "SVG")[1])
    name, content = take(opened, "PNG")
    assert name == "metastasis-atlas-pathway.png"
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", content[16:24])
    assert width == pytest.approx(2 * float(root.attrib["width"]), abs=1)
    assert height == pytest.approx(2 * float(root.attrib["height"]), abs=1)
    assert len(content) > 40_000


def test_a_view_that_is_svg_is_taken_with_its_styles(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    open_panel(opened)
    # The view's own drawing, and in it what must not come along.
    opened.page.evaluate("""() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(".probe { fill: rgb(1, 2, 3); stroke-width: 7px }");
        document.adoptedStyleSheets = [sheet];
        const make = (name, attributes, parent) => {
            const part = document.createElementNS("http://www.w3.org/2000/svg", name);
            for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
            parent.append(part);
            return part;
        };
        const svg = make("svg", { viewBox: "0 0 300 200", "data-export": "body" }, document.querySelector("#view"));
        make("rect", { class: "probe", width: 50, height: 20, onprobe: "alert(1)" }, svg);
        make("script", { type: "application/json" }, svg).textContent = "0";
        make("foreignObject", {}, svg);
        make("linearGradient", { href: "https://example.org/x" }, svg);
        make("text", { x: 5, y: 5 }, svg).textContent = "<b>&\\u0007";
    }""")
    opened.page.get_by_role("button", name="Body map").click()
    opened.page.locator("svg.map").wait_for()
    opened.settle()
    opened.page.evaluate("""() => {
        const view = document.querySelector("#view");
        view.prepend(view.querySelector("svg[data-export]:has(.probe)"));
    }""")
    _, content = take(opened, "SVG")
    root = ElementTree.fromstring(content)
    probe = next(part for part in root.iter(SVG + "rect") if part.get("width") == "50")
    assert probe.attrib["fill"] == "rgb(1, 2, 3)"
    assert probe.attrib["stroke-width"] == "7px"
    assert "onprobe" not in probe.attrib
    assert not [part for part in root.iter() if part.tag.removeprefix(SVG) in {"script", "foreignObject"}]
    assert "example.org" not in content.decode()
    assert "<b>&" in [part.text for part in root.iter(SVG + "text")]


def test_hostile_labels_stay_text(visit: Open, hostile_file: Path) -> None:
    for fragment in ("#focus=https://example.org/image", ""):
        opened = visit(hostile_file, fragment)
        everything = opened.page.get_by_role("button", name="Everything")
        everything.click()
        expect(everything).to_have_attribute("aria-pressed", "true")
        open_panel(opened)
        name, content = take(opened, "SVG")
        assert "<" not in name
        _, told = read_svg(content)
        assert "<img" in told
        assert take(opened, "PNG")[1][:4] == b"\x89PNG"
        opened.page.pdf()
        assert opened.page.locator("img, script[src]").count() == 0


def test_table_is_no_picture(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    opened.page.get_by_role("button", name="Table").click()
    opened.page.locator(".listing").wait_for()
    panel = open_panel(opened)
    expect(panel).to_contain_text("CSV", use_inner_text=True)
    assert panel.get_by_role("button", name="PNG").count() == 0


def read_json_ld(content: bytes) -> set[tuple[str, str, tuple[str, str], str]]:
    """Return subject, property, value with its language (or "iri") and named graph of each quad."""
    from pyoxigraph import Literal, NamedNode, RdfFormat, parse

    def value(term: Any) -> tuple[str, str]:
        return (term.value, (term.language or "") if isinstance(term, Literal) else "iri")

    return {
        (subject.value, predicate.value, value(term), graph.value if isinstance(graph, NamedNode) else "")
        for subject, predicate, term, graph in parse(content, RdfFormat.JSON_LD)
    }


@pytest.mark.parametrize("name", ["ascites", "bone-metastasis", "denosumab", "breast-cancer"])
def test_json_ld_says_what_the_atlas_says(visit: Open, page_file: Path, name: str) -> None:
    atlas = open_atlas()
    concept = CONCEPT + name
    opened = visit(page_file, f"#focus={name}")
    open_panel(opened)
    file, content = take(opened, "JSON-LD")
    assert file == f"metastasis-atlas-{name}.jsonld"
    assert isinstance(json.loads(content)["@context"], dict)
    taken = read_json_ld(content)
    known = {
        (s.value, p.value, (o.value, (o.language or "") if o.kind == "literal" else "iri"), g)
        for s, p, o, g in atlas.store.quads()
    }
    assert not taken - known
    about = {quad for quad in known if concept in (quad[0], quad[2][0]) and is_claim(quad[1])}
    claims = {quad for quad in about if quad[3].startswith(PASSAGE) or quad[3] == INFERRED}
    stated = {quad[:3] for quad in claims if quad[3] != INFERRED and quad[2][1] == "iri"}
    missing = {quad for quad in claims - taken if quad[2][1] == "iri" and not quad[0].startswith(PASSAGE)}
    assert {quad for quad in missing if quad[3] != INFERRED or quad[:3] not in stated} == set()
    labels = {(p, o) for s, p, o, _ in known if s == concept and p.endswith(("Label", "efinition"))}
    assert labels <= {(p, o) for s, p, o, _ in taken if s == concept}
    assert any(p == ATLAS + "locator" for _, p, _, _ in taken)


def test_a_statement_is_taken_with_its_passage(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#statement=puncture+relieves+ascites")
    open_panel(opened)
    name, content = take(opened, "JSON-LD")
    assert name == "metastasis-atlas-puncture-relieves-ascites.jsonld"
    said = {(p, g) for s, p, _, g in read_json_ld(content) if s == CONCEPT + "puncture"}
    assert (ATLAS + "relieves", PASSAGE + "overview-b5") in said


def test_link_and_citation(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=ascites")
    panel = open_panel(opened)
    link = panel.get_by_label("Link to this view", exact=True)
    expect(link).to_have_value(page_file.as_uri() + "#view=pathway&focus=ascites")
    citation = panel.get_by_label("Citation", exact=True).input_value()
    for words in ("Ascites. In: Metastasis Atlas, version 0.1.0", "CC BY 4.0", CONCEPT + "ascites", "Not reviewed"):
        assert words in citation
    panel.get_by_role("button", name="Copy: Citation").click()
    panel.locator(".copied", has_text="Copied").wait_for()


def where(visit: Any, label: str) -> dict[str, Any]:
    return next(node for node in visit.drawn_nodes() if node["label"] == label)


def move_by_hand(panel: Any) -> None:
    box = panel.get_by_role("checkbox", name="Move concepts by hand")
    box.check()
    expect(box).to_be_checked()


def lies_elsewhere(visit: Any, label: str, before: dict[str, Any]) -> dict[str, Any]:
    """Where it comes to rest after it has left its place."""
    visit.until(lambda: where(visit, label), lambda now: abs(now["x"] - before["x"]) + abs(now["y"] - before["y"]) > 2)
    visit.settle()
    return where(visit, label)


def test_concepts_are_moved_by_hand(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    mouse = opened.page.mouse
    panel = open_panel(opened)
    before, other = where(opened, "ascites"), where(opened, "bone")
    move_by_hand(panel)
    opened.settle()
    mouse.move(before["x"], before["y"])
    mouse.down()
    mouse.move(before["x"] + 30, before["y"] - 40, steps=4)
    mouse.move(before["x"] + 60, before["y"] - 70, steps=4)
    mouse.up()
    after = lies_elsewhere(opened, "ascites", before)
    assert after["x"] - before["x"] == pytest.approx(60, abs=3)
    assert after["y"] - before["y"] == pytest.approx(-70, abs=3)
    assert where(opened, "bone")["x"] == pytest.approx(other["x"], abs=1)
    name, saved = take(opened, "Save")
    assert name == "metastasis-atlas-arrangement.json"
    assert list(json.loads(saved)["places"]) == [CONCEPT + "ascites"]
    panel.get_by_role("button", name="Reset").click()
    assert lies_elsewhere(opened, "ascites", after)["x"] == pytest.approx(before["x"], abs=1)
    chooser = panel.locator("input[type=file]")
    chooser.set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": saved})
    expect(panel.locator(".take-message")).to_contain_text("One concept", use_inner_text=True)
    assert lies_elsewhere(opened, "ascites", before)["x"] == pytest.approx(after["x"], abs=1.5)


def test_concepts_are_moved_by_keyboard(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=ascites")
    panel = open_panel(opened)
    move_by_hand(panel)
    opened.settle()
    before = where(opened, "ascites")
    opened.page.keyboard.press("Shift+ArrowDown")
    opened.page.keyboard.press("Shift+ArrowDown")
    after = lies_elsewhere(opened, "ascites", before)
    assert after["y"] > before["y"] + 5
    panel.get_by_role("button", name="To the right").click()
    assert lies_elsewhere(opened, "ascites", after)["x"] > after["x"] + 3
    # Closed, the panel leaves nothing behind that a slip of the mouse could move.
    panel.get_by_role("button", name="Close", exact=True).click()
    expect(panel).to_have_count(0)
    opened.settle()
    after = where(opened, "ascites")
    opened.page.keyboard.press("Shift+ArrowDown")
    opened.settle()
    assert where(opened, "ascites")["y"] == pytest.approx(after["y"], abs=1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "no arrangement"),
        ('{"format": "metastasis-atlas-arrangement", "places": {"https://x.example/": [1, 2]}}', "One entry"),
        ('{"format": "metastasis-atlas-arrangement", "places": {"%s": [1e300, 2]}}' % (CONCEPT + "bone"), "One entry"),
        (" " * 2_000_001, "too large"),
    ],
)  # fmt: skip
def test_what_is_no_arrangement_is_refused(visit: Open, page_file: Path, content: str, words: str) -> None:
    opened = visit(page_file)
    panel = open_panel(opened)
    file = {"name": "a.json", "mimeType": "application/json", "buffer": content.encode()}
    panel.locator("input[type=file]").set_input_files(file)
    expect(panel.locator(".take-message")).to_contain_text(words, use_inner_text=True)


def pages_of(visit: Any) -> list[str]:
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument(visit.page.pdf(prefer_css_page_size=True, print_background=True))
    return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize(
    "fragment", ["", "#focus=ascites", "#focus=breast-cancer", "#statement=puncture+relieves+ascites"]
)
@pytest.mark.parametrize("language", ["en", "uk"])
def test_the_handout_has_two_pages(visit: Open, page_file: Path, fragment: str, language: str) -> None:
    opened = visit(page_file, fragment, theme="dark")
    opened.page.locator(".header select").select_option(language)
    expect(opened.page.locator("html")).to_have_attribute("lang", language)
    opened.settle()
    first, second = pages_of(opened)
    assert "Metastasis Atlas" in first
    assert "CC BY 4.0" in first
    assert "CC BY 4.0" in second
    if language == "en":
        assert "breast cancer" in first
        assert f"{DISCLAIMER} Not reviewed by a clinician." in " ".join(second.split())
        assert "bullet" in second
    # The page is as it was.
    expect(opened.page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(opened.page.locator(".handout > *")).to_have_count(0)
    expect(opened.page.locator(".canvas canvas")).to_be_visible()


def test_the_handout_without_a_selection_tells_the_story(visit: Open, page_file: Path) -> None:
    _, second = pages_of(visit(page_file))
    for words in ("The story in sentences", "relieves ascites", "Organ", "derived by a rule"):
        assert words in second


def test_the_handout_tells_the_limits_of_what_is_said(visit: Open, page_file: Path) -> None:
    told = " ".join(pages_of(visit(page_file, "#statement=puncture+relieves+ascites"))[1].split())
    assert "Notes on the passages" in told
    assert told.count("does not destroy metastases") == 1


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_table_is_printed_with_all_its_rows(visit: Open, page_file: Path, size: tuple[int, int]) -> None:
    opened = visit(page_file, "#view=table", size=size, theme="dark")
    rows = int(opened.page.locator(".listing").get_attribute("aria-rowcount")) - 1
    relations = opened.page.locator(".listing .cell-subject .cell-button").all_inner_texts()
    assert len(relations) == rows > 50
    pages = [" ".join(page.split()) for page in pages_of(opened)]
    assert len(pages) > 1
    for page in pages:
        assert "How firmly" in page
        assert f"{DISCLAIMER} Not reviewed by a clinician." in page
        assert "Download as CSV" not in page
    for subject in relations:
        assert any(" ".join(subject.split()) in page for page in pages)
    expect(opened.page.locator(".handout > *")).to_have_count(0)


def test_the_printed_table_holds_what_is_on_further_pages(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#view=table")
    opened.page.get_by_role("button", name="Everything").click()
    listing = opened.page.locator(".listing")
    rows = opened.until(lambda: int(listing.get_attribute("aria-rowcount")) - 1, lambda number: number > 100)
    opened.settle()
    opened.page.emulate_media(media="print")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(opened.page.locator(".printed-table tbody tr")).to_have_count(rows)
    cells = opened.page.locator(".printed-table td")
    assert cells.evaluate_all("all => all.filter(each => each.scrollWidth > each.clientWidth + 1).length") == 0
    opened.page.evaluate("dispatchEvent(new Event('afterprint'))")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE, (320, 640)], ids=["desktop", "phone", "320"])
def test_panel_has_no_accessibility_violation(visit: Open, page_file: Path, theme: str, size: tuple[int, int]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = visit(page_file, "#focus=ascites", size=size, theme=theme)
    panel = open_panel(opened)
    move_by_hand(panel)
    opened.settle()
    results = Axe().run(opened.page)
    assert results.violations_count == 0, results.generate_report()
    assert panel.evaluate("part => part.scrollWidth - part.clientWidth") <= 0
    for button in panel.locator("button:visible").all():
        assert button.bounding_box()["height"] >= 24
