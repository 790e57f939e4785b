"""The page's frame in a browser: what the address keeps, what Escape closes, what search says is active."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Open = Callable[..., Any]


def test_a_reload_keeps_what_the_legend_shows(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    opened.page.get_by_role("button", name="Everything").click()
    opened.page.get_by_role("checkbox", name="derived by a rule").uncheck()
    opened.settle()
    assert opened.page.url.endswith("#view=pathway&show=all&hide=derived")
    opened.page.reload()
    opened.page.locator(".legend").wait_for()
    assert opened.page.get_by_role("button", name="Everything").get_attribute("aria-pressed") == "true"
    assert not opened.page.get_by_role("checkbox", name="derived by a rule").is_checked()


def test_escape_closes_the_innermost_first(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=Pleuraerguss")
    assert opened.page.locator(".details h2").inner_text() == "Pleural effusion"
    tab = opened.page.locator(".activities [data-activity=tours] button")
    panel = opened.page.locator("#activity")
    tab.click()
    panel.get_by_role("button").first.focus()
    opened.page.keyboard.press("Escape")
    panel.wait_for(state="detached")
    assert tab.evaluate("tab => tab === document.activeElement")
    assert opened.page.locator(".details").count() == 1
    tab.click()
    opened.page.keyboard.press("Escape")
    opened.page.locator(".details").wait_for(state="detached")
    assert panel.count() == 1
    opened.page.keyboard.press("Escape")
    panel.wait_for(state="detached")


def test_the_active_option_is_told_and_nothing_after_the_choice(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    box = opened.page.get_by_role("combobox", name="Search")
    box.fill("metast")
    options = opened.page.locator("#search-results [role=option]")
    for place in (0, 1):
        assert options.nth(place).get_attribute("aria-selected") == "true"
        assert options.nth(place).evaluate("option => getComputedStyle(option).boxShadow") != "none"
        assert box.get_attribute("aria-activedescendant") == options.nth(place).get_attribute("id")
        box.press("ArrowDown")
    box.press("Enter")
    opened.settle()
    assert box.get_attribute("aria-activedescendant") is None
    assert opened.page.locator(".search [role=status]").inner_text() == ""
