"""What the benchmarks share: where the browser is, and how a table gets into README.md."""

import os
import re
import shutil
import sys
from pathlib import Path

README = Path(__file__).with_name("README.md")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser() -> str:
    """Return the path of Chromium; METASTASIS_ATLAS_BROWSER names another one."""
    found = os.environ.get("METASTASIS_ATLAS_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit("There is no Chromium here. Install it, or name a browser in METASTASIS_ATLAS_BROWSER.")
    return found


def write_table(name: str, head: list[str], rows: list[list[str]]) -> None:
    """Print a table, and put it between its marks in README.md."""
    lines = [" | ".join(row) for row in [head, ["---"] * len(head), *rows]]
    table = "\n".join(f"| {line} |" for line in lines)
    sys.stdout.write(table + "\n")
    start, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    text = README.read_text(encoding="utf-8")
    pattern = re.compile(re.escape(start) + ".*?" + re.escape(end), re.DOTALL)
    if not pattern.search(text):
        sys.exit(f"{README} has no place for the table: {start} {end}")
    README.write_text(pattern.sub(lambda _: f"{start}\n{table}\n{end}", text), encoding="utf-8")
