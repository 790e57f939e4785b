"""Write the golden answers of the competency questions anew: ontology/questions -> tests/golden/questions.

A golden is the engine's own SPARQL CSV, with IRIs shortened to CURIEs and LF line ends, so that a diff can be read.
Read that diff before it is committed: every row is to be found in the sources.
"""

import csv
import io
from pathlib import Path

from metastasis_atlas import open_atlas
from metastasis_atlas.namespaces import shorten
from metastasis_atlas.store import Store

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = ROOT / "ontology" / "questions"
GOLDENS = ROOT / "tests" / "golden" / "questions"


def to_golden(store: Store, query: str) -> str:
    """Return the answer to a query in the form of a golden."""
    answer = store.query(query).serialize("csv").decode("utf-8")
    golden = io.StringIO(newline="")
    writer = csv.writer(golden, lineterminator="\n")
    for row in csv.reader(io.StringIO(answer, newline="")):
        writer.writerow([shorten(cell) for cell in row])
    return golden.getvalue()


def main() -> None:
    """Write all goldens, drop those without a question, and say which have changed."""
    store = open_atlas().store
    GOLDENS.mkdir(parents=True, exist_ok=True)
    goldens = {
        GOLDENS / f"{file.stem}.csv": to_golden(store, file.read_text(encoding="utf-8"))
        for file in sorted(QUESTIONS.glob("*.rq"))
    }
    for old in sorted(set(GOLDENS.glob("*.csv")) - set(goldens)):
        old.unlink()
        print(f"dropped  {old.name}")
    for file, text in goldens.items():
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8", newline="\n")
            print(f"renewed  {file.name}")


if __name__ == "__main__":
    main()
