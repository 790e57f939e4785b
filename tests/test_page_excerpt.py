"""A page of a part of a store says so; and a source of which little is known says how little."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from metastasis_atlas import open_atlas
from metastasis_atlas.view import Excerpt
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
SMALL = (320, 640)
STORE = "http://127.0.0.1:7878/query?default-graph-uri=https%3A%2F%2Fw3id.org%2Fmetastasis-atlas"


@pytest.fixture(scope="module")
def excerpt_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    atlas = open_atlas()
    atlas.excerpt = Excerpt(STORE, atlas.lexicon.find("ascites"), 1, cut=True)
    return atlas.page().write(tmp_path_factory.mktemp("excerpt") / "atlas.html")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", f"This is a part only: what lies within 1 step of “ascites” in {STORE}. There is more there"),
        ("de", f"Das ist nur ein Ausschnitt: was höchstens 1 Schritt von „Aszites“ entfernt liegt, aus {STORE}. Dort"),
        ("uk", f"Це лише частина: те, що лежить не далі ніж за 1 крок від «асцит» у {STORE}. Там"),
        ("es", f"Esto es solo una parte: lo que está a 1 paso como máximo de «ascitis» en {STORE}. Allí"),
        ("fr", f"Ceci n’est qu’une partie : ce qui se trouve à 1 étape au plus de « ascite » dans {STORE}. Il"),
    ],
)
def test_a_part_says_of_what_in_the_frame_and_on_paper(visit: Open, excerpt_file: Path, code: str, told: str) -> None:
    opened = visit(excerpt_file, f"#lang={code}&focus=puncture", size=SMALL)
    footer = opened.page.locator(".footer .excerpt")
    expect(footer).to_contain_text(told, ignore_case=True)
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(opened.page.locator(".handout")).to_contain_text(told, ignore_case=True)


def test_the_whole_says_nothing_of_parts(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    expect(opened.page.locator(".footer .excerpt")).to_have_count(0)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", r"one public web page\. The copy .* neither its address nor its authors nor its date"),
        ("de", "weder ihre Adresse noch ihre Autoren noch ihr Datum"),
        ("uk", "ні її адреси, ні авторів, ні дати"),
        ("es", "ni su dirección, ni sus autores, ni su fecha"),
        ("fr", "ni son adresse, ni ses auteurs, ni sa date"),
    ],
)
def test_the_founding_source_says_what_is_not_known_of_it(visit: Open, page_file: Path, code: str, told: str) -> None:
    opened = visit(page_file, f"#lang={code}&focus=puncture")
    opened.page.locator(".details .source-name").first.click()
    expect(opened.page.locator(".details .source-line").first).to_have_text(re.compile(told))
