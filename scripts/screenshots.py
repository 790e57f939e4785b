"""Make the pictures that the README shows, in Chromium: ``python scripts/screenshots.py``."""

import os
import shutil
from pathlib import Path

from metastasis_atlas import open_atlas
from playwright.sync_api import sync_playwright

PICTURES = Path(__file__).resolve().parent.parent / "output" / "pictures"
SHOTS = {"pathway": "#view=pathway&focus=puncture"}


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
            tab.goto(page.as_uri() + address)
            tab.wait_for_timeout(1000)  # the canvas says of no drawing that it is the last
            tab.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
