"""The Turtle of the mappings is what the SSSOM tables say, all of it."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from metastasis_atlas.errors import DataError
from metastasis_atlas.namespaces import LABEL, MAPPING_PROPERTIES
from metastasis_atlas.readers import read_file

ROOT = Path(__file__).resolve().parent.parent
MAPPINGS = ROOT / "ontology" / "mappings"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mappings_from_sssom", ROOT / "scripts" / "mappings_from_sssom.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_turtle_is_what_the_script_makes(script: ModuleType) -> None:
    made = {path: text for table in MAPPINGS.glob("*.sssom.tsv") for path, text in script.make_files(table).items()}
    assert set(made) == set(MAPPINGS.glob("*.ttl")), "run: python scripts/mappings_from_sssom.py"
    for path, text in made.items():
        assert path.read_text(encoding="utf-8") == text, "run: python scripts/mappings_from_sssom.py"


def test_every_row_of_the_tables_is_a_triple_and_every_term_has_its_label(script: ModuleType) -> None:
    found, labels, stated = set(), {}, set()
    for path in MAPPINGS.glob("*.ttl"):
        for quad in read_file(path).quads:
            if quad.predicate.value in MAPPING_PROPERTIES:
                found.add((quad.subject.value, quad.predicate.value, quad.object.value))
            else:
                assert quad.predicate.value == LABEL
                labels[quad.subject.value] = quad.object.value
    for table in MAPPINGS.glob("*.sssom.tsv"):
        prefixes, rows = script.read_table(table)
        for row in rows:
            stated.add(tuple(script.expand(curie, prefixes) for curie in row[:3]))
            assert labels[script.expand(row.object, prefixes)] == row.label
    assert found == stated
    assert len(found) == 322 + 6


def test_the_concepts_have_322_mappings_and_the_properties_6(script: ModuleType) -> None:
    rows = {table.name: len(script.read_table(table)[1]) for table in MAPPINGS.glob("*.sssom.tsv")}
    assert rows == {"atlas.sssom.tsv": 322, "atlas-properties.sssom.tsv": 6}


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("concept:bone\tskos:exactMatch\tUBERON:1\t", "line 2: A mapping needs"),
        ("concept:bone\tskos:exactMatch\tFOO:1\tbone", "line 2: The prefix of FOO:1 isn't declared"),
        ("concept:bone\tskos:broader\tUBERON:1\tbone", "line 2: skos:broader is no mapping property"),
    ],
)
def test_a_faulty_row_is_named_with_its_line(script: ModuleType, tmp_path: Path, row: str, sentence: str) -> None:
    table = tmp_path / "faulty.sssom.tsv"
    table.write_text(f"subject_id\tpredicate_id\tobject_id\tobject_label\n{row}\n", encoding="utf-8")
    with pytest.raises(DataError, match=sentence):
        script.read_table(table)


def test_a_code_that_turtle_can_not_abbreviate_is_written_whole(script: ModuleType, tmp_path: Path) -> None:
    table = tmp_path / "odd.sssom.tsv"
    row = 'concept:bone\tskos:exactMatch\tICD11:FB80/FB81&1\ta "bone"'
    table.write_text(f"subject_id\tpredicate_id\tobject_id\tobject_label\n{row}\n", encoding="utf-8")
    ((path, text),) = script.make_files(table).items()
    assert "<https://icd.who.int/browse/2024-01/mms/en#code=FB80/FB81&1>" in text
    path.write_text(text, encoding="utf-8")
    assert len(read_file(path).quads) == 2
