"""SSSOM tables -> the Turtle files in ``ontology/mappings/``, one a vocabulary.

In: tables in SSSOM's own tab-separated form, which are what a maintainer edits; without an argument those in
``ontology/mappings/``. Out: ``atlas-VOCABULARY-mapping.ttl`` beside each table (``atlas-properties-mapping.ttl`` where
properties of ours are aligned), the same text for the same tables. A test holds that they agree.
"""

import argparse
import csv
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from metastasis_atlas.errors import DataError
from metastasis_atlas.namespaces import MAPPING_PROPERTIES, PREFIXES

FOLDER = Path(__file__).resolve().parent.parent / "ontology" / "mappings"
COLUMNS = ("subject_id", "predicate_id", "object_id", "object_label")
_LOCAL = re.compile(r"\w(?:[\w.-]*[\w-])?", re.ASCII)
"""The local names that Turtle allows as they are; others are written as whole IRIs."""


class Mapping(NamedTuple):
    """One row: three CURIEs, and the label of the third."""

    subject: str
    predicate: str
    object: str
    label: str


def read_table(path: Path) -> tuple[dict[str, str], list[Mapping]]:
    """Return a table's prefixes (its ``curie_map``, beside the atlas's own) and its mappings.

    Raises DataError with file and line where a row lacks something, or a CURIE's prefix isn't declared.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    head = sum(1 for line in lines if line.startswith("#"))
    declared = (re.match(r"#\s+(\w+):\s*(\S+)\s*$", line) for line in lines[:head])
    prefixes = PREFIXES | {match[1]: match[2] for match in declared if match}
    mappings = []
    for number, row in enumerate(csv.DictReader(lines[head:], delimiter="\t", quoting=csv.QUOTE_NONE), head + 2):
        values = [(row.get(column) or "").strip() for column in COLUMNS]
        if not all(values):
            raise DataError(f"A mapping needs {', '.join(COLUMNS)}. Fill them in.", path, number)
        unknown = [one for one in values[:3] if one.partition(":")[0] not in prefixes]
        if unknown:
            raise DataError(f"The prefix of {unknown[0]} isn't declared. Add it to the curie_map.", path, number)
        if expand(values[1], prefixes) not in MAPPING_PROPERTIES:
            raise DataError(
                f"{values[1]} is no mapping property of SKOS. Use skos:closeMatch or another.", path, number
            )
        mappings.append(Mapping(*values))
    return prefixes, mappings


def expand(curie: str, prefixes: dict[str, str]) -> str:
    """Return the IRI of a CURIE."""
    prefix, _, local = curie.partition(":")
    return prefixes[prefix] + local


def to_word(curie: str, prefixes: dict[str, str]) -> str:
    """Return a CURIE as Turtle can write it: itself where that is legal, else its whole IRI."""
    return curie if _LOCAL.fullmatch(curie.partition(":")[2]) else f"<{expand(curie, prefixes)}>"


def to_turtle(title: str, prefixes: dict[str, str], mappings: list[Mapping]) -> str:
    """Return mappings and the labels of what they lead to as Turtle, in order, with the prefixes that it needs."""
    objects: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in mappings:
        objects[one.subject][one.predicate].add(to_word(one.object, prefixes))
    blocks = []
    for subject, matches in sorted(objects.items()):
        lines = [f"    {predicate} {' , '.join(sorted(words))}" for predicate, words in sorted(matches.items())]
        blocks.append(f"{to_word(subject, prefixes)}\n" + " ;\n".join(lines) + " .\n")
    labels = {f"{to_word(one.object, prefixes)} rdfs:label {_quote(one.label)}@en .\n" for one in mappings}
    body = "\n".join(blocks) + "\n" + "".join(sorted(labels))
    used = sorted({*re.findall(r"(?<![\w<:/\"])(\w+):(?=\w)", re.sub(r'"(?:[^"\\]|\\.)*"|<[^>]*>', "", body))})
    width = max(map(len, used)) + 1
    heading = "".join(f"@prefix {name + ':':<{width}} <{prefixes[name]}> .\n" for name in used)
    origin = "Made by scripts/mappings_from_sssom.py from the SSSOM table beside it: edit that one."
    return f"# {title}\n# {origin}\n\n{heading}\n{body}"


def make_files(table: Path) -> dict[Path, str]:
    """Return the path and text of each Turtle file that a table gives."""
    prefixes, mappings = read_table(table)
    groups: dict[str, list[Mapping]] = defaultdict(list)
    for one in mappings:
        properties = one.subject.startswith("atlas:")
        groups["properties" if properties else one.object.partition(":")[0]].append(one)
    files = {}
    for name, group in sorted(groups.items()):
        title = "Our properties and those of other ontologies." if name == "properties" else f"Our concepts in {name}."
        files[table.parent / f"atlas-{name.lower()}-mapping.ttl"] = to_turtle(title, prefixes, group)
    return files


def _quote(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def main() -> None:
    """Write the files of the tables that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("tables", nargs="*", type=Path, metavar="TABLE", help="an SSSOM table (.sssom.tsv)")
    tables = parser.parse_args().tables or sorted(FOLDER.glob("*.sssom.tsv"))
    try:
        files = {path: text for table in tables for path, text in make_files(table).items()}
    except DataError as error:
        sys.exit(str(error))
    for path, text in files.items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path)


if __name__ == "__main__":
    main()
