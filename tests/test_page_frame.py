"""The page's frame in a browser: what the address keeps, what Escape closes, what search says is active."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


def test_a_reload_keeps_what_the_legend_shows(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    opened.page.get_by_role("button", name="Everything").click()
    opened.page.get_by_role("checkbox", name="derived by a rule").uncheck()
    expect(opened.page).to_have_url(re.compile("#view=pathway&show=all&hide=derived$"))
    opened.page.reload()
    opened.page.locator(".legend").wait_for()
    expect(opened.page.get_by_role("button", name="Everything")).to_have_attribute("aria-pressed", "true")
    expect(opened.page.get_by_role("checkbox", name="derived by a rule")).not_to_be_checked()


def test_escape_closes_the_innermost_first(visit: Open, page_file: Path) -> None:
    opened = visit(page_file, "#focus=Pleuraerguss")
    expect(opened.page.locator(".details h2")).to_have_text("Pleural effusion", use_inner_text=True)
    tab = opened.page.locator(".activities [data-activity=tours] button")
    panel = opened.page.locator("#activity")
    tab.click()
    panel.get_by_role("button").first.focus()
    opened.page.keyboard.press("Escape")
    panel.wait_for(state="detached")
    expect(tab).to_be_focused()
    opened.settle()
    assert opened.page.locator(".details").count() == 1
    tab.click()
    panel.wait_for()
    opened.settle()
    opened.page.keyboard.press("Escape")
    opened.page.locator(".details").wait_for(state="detached")
    opened.settle()
    assert panel.count() == 1
    opened.page.keyboard.press("Escape")
    panel.wait_for(state="detached")


def test_the_active_option_is_told_and_nothing_after_the_choice(visit: Open, page_file: Path) -> None:
    opened = visit(page_file)
    box = opened.page.get_by_role("combobox", name="Search")
    box.fill("metast")
    options = opened.page.locator("#search-results [role=option]")
    for place in (0, 1):
        expect(options.nth(place)).to_have_attribute("aria-selected", "true")
        expect(options.nth(place)).not_to_have_css("box-shadow", "none")
        expect(box).to_have_attribute("aria-activedescendant", options.nth(place).get_attribute("id"))
        box.press("ArrowDown")
    expect(options.nth(2)).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile(""))
    expect(opened.page.locator(".search [role=status]")).to_have_text("")
