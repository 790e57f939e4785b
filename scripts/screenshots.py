"""Make the pictures that the README shows, in Chromium: ``python scripts/screenshots.py``."""

import os
import shutil
from pathlib import Path

from metastasis_atlas import open_atlas
from playwright.sync_api import sync_playwright

PICTURES = Path(__file__).resolve().parent.parent / "output" / "pictures"
SHOTS = {
    "pathway": "#view=pathway&focus=puncture",
    "body": "#view=body",
    "focus": "#view=focus&focus=ascites",
    "table": "#view=table",
}


def main() -> None:
    """Write the page and a picture of each shot."""
    page = open_atlas().page().write(PICTURES.parent / "atlas.html").resolve()
    browser_path = (
        os.environ.get("METASTASIS_ATLAS_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    )
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        tab = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True).new_page()
        for name, address in SHOTS.items():
            tab.goto("about:blank")  # the address alone would keep what the shot before has left
            tab.goto(page.as_uri() + address)
            tab.wait_for_timeout(1000)  # the canvas says of no drawing that it is the last
            tab.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
