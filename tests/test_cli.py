"""The commands: results on standard output, messages on standard error, and never a traceback."""

import csv
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import rdflib
import typer
from metastasis_atlas.cards import CARD_FORMATS
from metastasis_atlas.cli import EXPORTS, app
from metastasis_atlas.exports import FORMATS

Done = subprocess.CompletedProcess[str]
ASCITES = "SELECT ?i WHERE { ?i atlas:relieves concept:ascites } ORDER BY ?i"


def run(*words: str, cwd: Path | None = None) -> Done:
    code = "from metastasis_atlas.cli import main; main()"
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "200", "PYTHONWARNINGS": "error"}
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False, cwd=cwd, env=environment,
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr[-2000:]
    assert "Traceback" not in done.stdout
    return done


def succeed(*words: str) -> str:
    done = run(*words)
    assert done.returncode == 0, done.stderr
    return done.stdout


class TestMistakesAreOneMessage:
    """On standard error, with status 1 for data and queries, and 2 for the command line."""

    @pytest.mark.parametrize(
        ("words", "status", "message"),
        [
            (("query", "SELECT * {"), 1, "The query is faulty"),
            (("query", "SELECT * { SERVICE <http://x/> {} }"), 1, "SERVICE asks another endpoint"),
            (("query", "--file", "nowhere.rq"), 1, "nowhere.rq: There is no such file."),
            (("query", "--question", "what-relieves-ascits"), 1, '"what-relieves-ascites"'),
            (("query", "ASK {}", "--format", "csv"), 1, "json, xml"),
            (("query", "ASK {}", "--format", "pdf"), 2, "pdf"),
            (("query",), 2, "Give one query"),
            (("query", "ASK {}", "--file", "nowhere.rq"), 2, "Give one query"),
            (("query", "DESCRIBE concept:ascites", "--question", "what-relieves-ascites"), 2, "Give one query"),
            (("query", "nowhere.ttl", "--question", "what-relieves-ascites"), 1, "nowhere.ttl: There is no such file."),
            (("describe", "asites"), 1, 'Did you mean "ascites"?'),
            (("describe", "ascites", "nowhere.ttl"), 1, "nowhere.ttl: There is no such file."),
            (("describe", "ascites", "--language", "xx"), 2, '"xx" is none of en, de'),
            (("describe",), 2, "Missing argument"),
            (("path", "denosumab", "bonee"), 1, 'Did you mean "bone"'),
            (("path", "denosumab", "complex oncology"), 1, "Nothing that is stated joins the two."),
            (("export", "pdf"), 2, "none of anki, csv, gexf, gift, graphml, json-ld, trig, turtle."),
            (("export", "csv", "--language", "de"), 2, "Only anki and gift"),
            (("export", "gift", "--language", "xx"), 2, '"xx" is none of en, de'),
            (("explore", "--open", "--output", "-"), 2, "A browser opens a file"),
            (("check", "--format", "pdf"), 2, "neither text nor json"),
            (("nonsense",), 2, "nonsense"),
            (("query", "ASK {}", "--nonsense"), 2, "--nonsense"),
        ],
    )
    def test_a_mistake_is_told(self, words: tuple[str, ...], status: int, message: str) -> None:
        done = run(*words)
        assert done.returncode == status, done.stderr
        assert message in done.stderr
        assert done.stdout == ""

    def test_only_forms_that_there_are_are_suggested(self) -> None:
        done = run("query", "CONSTRUCT WHERE { ?i atlas:relieves concept:ascites }", "--format", "json")
        assert done.returncode == 1
        forms = done.stderr.partition("written as ")[2].partition("written as ")[2].strip(" .\n").split(", ")
        assert len(forms) == 6
        for form in forms:
            assert run("query", "CONSTRUCT WHERE { ?i atlas:relieves concept:ascites }", "--format", form).stdout

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-16-le", "utf-32"])
    def test_a_query_in_another_encoding_is_read_or_refused(self, tmp_path: Path, encoding: str) -> None:
        file = tmp_path / "ascites.rq"
        file.write_text(ASCITES + " # Ödem, асцит", encoding=encoding)
        done = run("query", "--file", str(file), "--format", "csv")
        if encoding in ("utf-16", "utf-8-sig"):
            assert (done.returncode, len(done.stdout.split())) == (0, 3)
        else:
            assert (done.returncode, done.stdout) == (1, "")
            assert re.fullmatch(r".*ascites\.rq, line 1: It .* Save it as UTF-8\.\n", done.stderr)

    def test_a_faulty_file_is_named_with_its_line(self, tmp_path: Path) -> None:
        file = tmp_path / "bad.ttl"
        file.write_text("# one\n<https://e.x/a> oops .\n", encoding="utf-8")
        done = run("query", ASCITES, str(file))
        assert (done.returncode, done.stdout) == (1, "")
        assert "bad.ttl, line 2: " in done.stderr

    @pytest.mark.parametrize("words", [("export", "csv"), ("explore",)])
    def test_an_output_that_cannot_be_written_is_told(self, tmp_path: Path, words: tuple[str, ...]) -> None:
        (tmp_path / "file").write_text("", encoding="utf-8")
        done = run(*words, "--output", str(tmp_path / "file" / "below.out"))
        assert (done.returncode, done.stdout) == (1, "")
        assert "can't be written" in done.stderr
        assert [one.name for one in tmp_path.iterdir()] == ["file"]

    def test_a_misspelt_property_in_a_query_is_told_and_the_answer_still_given(self) -> None:
        done = run("query", "SELECT ?i { ?i atlas:relievs concept:ascites }", "--format", "csv")
        assert (done.returncode, done.stdout) == (0, "i\n")
        assert '"atlas:relievs"' in done.stderr
        assert '"atlas:relieves"' in done.stderr

    def test_a_query_that_is_spelt_well_is_answered_in_silence(self) -> None:
        assert run("query", ASCITES, "--format", "csv").stderr == ""


class TestQuery:
    def test_what_relieves_ascites(self) -> None:
        rows = succeed("query", ASCITES, "--format", "csv").split()
        assert [row.rsplit("/", 1)[1] for row in rows[1:]] == ["paracentesis", "puncture"]

    @pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml"])
    def test_each_format_of_solutions(self, form: str) -> None:
        out = succeed("query", ASCITES, "--format", form)
        assert out.count("paracentesis") == 1
        if form == "json":
            assert len(json.loads(out)["results"]["bindings"]) == 2

    @pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib warns of itself
    @pytest.mark.parametrize(
        ("form", "read"), [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml"), ("json-ld", "json-ld")]
    )
    def test_each_format_of_triples(self, form: str, read: str) -> None:
        query = "CONSTRUCT WHERE { ?i atlas:relieves concept:ascites }"
        assert len(rdflib.Graph().parse(data=succeed("query", query, "--format", form), format=read)) == 2

    def test_a_query_may_come_from_a_file_and_a_file_of_data_beside_it(self, tmp_path: Path) -> None:
        (tmp_path / "q.rq").write_text("SELECT ?o { <https://e.x/s> ?p ?o }", encoding="utf-8-sig")
        (tmp_path / "d.ttl").write_text("<https://e.x/s> <https://e.x/p> 7 .", encoding="utf-8")
        out = succeed("query", "--file", str(tmp_path / "q.rq"), str(tmp_path / "d.ttl"), "--format", "csv")
        assert out == "o\n7\n"


class TestDescribeAndPath:
    def test_a_concept_is_the_same_by_any_of_its_names(self) -> None:
        told = {succeed("describe", name) for name in ("ascites", "Aszites", "fluid in the belly", "concept:ascites")}
        assert len(told) == 1
        text = told.pop()
        assert "Puncture relieves ascites." in text
        assert "bullet 5" in text
        assert "For education, not medical advice." in text

    def test_words_of_the_knowledge_are_told_in_the_language(self, tmp_path: Path) -> None:
        text = succeed("describe", "ascites", "--language", "de")
        assert "\n    Listenpunkt 5, Übersicht über Metastasen bei Brustkrebs und ihre Behandlung\n" in text
        assert "\n      note: Die Punktion zerstört Metastasen nicht direkt." in text
        assert "(in English)" not in text
        own = tmp_path / "own.ttl"
        own.write_text(
            "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
            "<https://example.org/knee> a <https://w3id.org/metastasis-atlas/ns#AnatomicalSite> ;\n"
            '    skos:prefLabel "knee"@en ; skos:definition "A joint of the leg."@en .\n',
            encoding="utf-8",
        )
        assert "\nA joint of the leg. (in English)\n" in succeed("describe", "knee", str(own), "--language", "de")
        assert "\nA joint of the leg.\n" in succeed("describe", "knee", str(own))

    def test_why_unfolds_to_the_passages(self) -> None:
        assert "by the rule" in succeed("describe", "thoracentesis", "--why")
        assert "by the rule" not in succeed("describe", "thoracentesis")

    def test_a_path_is_told_in_words_with_a_passage_for_each_step(self) -> None:
        lines = succeed("path", "denosumab", "bone").splitlines()
        assert lines[0] == "denosumab – RANK-ligand inhibitor therapy – bone metastasis – bone"
        steps = [line for line in lines[1:] if not line.lstrip().startswith("note")]
        assert [line[:4] for line in steps] == ["  1.", "  2.", "  3."]
        assert all("Overview of metastases" in line for line in steps)

    def test_a_note_is_told_once(self) -> None:
        for words in (("path", "puncture", "ascites"), ("describe", "puncture")):
            notes = [line for line in succeed(*words).splitlines() if line.lstrip().startswith("note:")]
            assert notes
            assert len(notes) == len(set(notes))
        assert any("does not destroy metastases directly" in note for note in notes)

    def test_that_there_are_more_paths_is_told(self) -> None:
        done = run("path", "bone metastasis", "lung metastasis", "--most", "1")
        assert (done.returncode, done.stderr) == (0, "1 of more; --most N shows more.\n")
        assert done.stdout.splitlines()[0].count(" – ") == 2
        assert "\n\n" not in done.stdout
        assert run("path", "bone metastasis", "lung metastasis").stderr == ""

    def test_a_passage_is_described_by_where_it_stands_and_what_it_says(self) -> None:
        text = succeed("describe", "passage:overview-b5")
        for line in (
            "source: Overview of metastases of breast cancer and their treatment (source:overview)",
            "place: bullet 5",
            "firmness: said plainly (atlas:asserted)",
            "review: not reviewed by a clinician",
            "- Puncture does not directly destroy metastases.",
            "- Puncture relieves ascites.",
        ):
            assert f"\n{line}\n" in text
        assert text.count("note: Puncture does not destroy") == 1
        assert "listed with the credential Doctor of Medical Sciences." in succeed("describe", "passage:overview-t1-t2")
        assert "\nspeaks of: some (atlas:some)\n" in succeed("describe", "passage:overview-p2")
        assert "Metastasis is also called daughter tumour." in succeed("describe", "passage:overview-p1-s1")

    def test_a_property_is_described_by_its_ends_its_inverse_and_its_rule(self) -> None:
        text = succeed("describe", "atlas:treats")
        assert "\nfrom: intervention (atlas:Intervention)\n" in text
        assert "\ninverse: against it is used (atlas:treatedBy)\n" in text
        assert "\nstatements: 15 stated (in 8 passages), 0 derived\n" in text
        assert "derived by" not in text
        derived = succeed("describe", "atlas:addressesSite")
        assert "\nderived by the rule: addresses the site (rule:addresses-site): An intervention" in derived
        inverse = succeed("describe", "atlas:treatedBy")
        assert "\nderived by the rule: inverse (rule:inverse): " in inverse
        assert "\ninverse: is used against (atlas:treats)\n" in inverse

    def test_a_class_and_a_source_are_described_by_what_they_hold(self) -> None:
        organ = succeed("describe", "atlas:Organ")
        assert "kind of: body site (atlas:AnatomicalSite)" in organ
        assert "\n- concept:liver  liver\n" in organ
        assert "\n- passage:editorial-sites  note on the sites\n" in succeed("describe", "source:editorial")

    def test_a_mapping_is_told_with_its_relation(self) -> None:
        text = succeed("describe", "ascites")
        assert "\n- same as NCIT:C2885 Ascites\n" in text
        assert "\n- wider than NCIT:C3815 Malignant Ascites\n" in text

    @pytest.mark.parametrize("term", ["atlas:implied", "rule:inverse", "atlas:some", "atlas:inferred"])
    def test_whatever_else_has_a_name_is_described(self, term: str) -> None:
        assert len(succeed("describe", term).split()) > 16

    @pytest.mark.parametrize("language", ["de", "uk", "es", "fr"])
    def test_each_language_describes_each_sort_of_thing(self, language: str) -> None:
        for term in ("ascites", "passage:overview-b5", "atlas:treats", "atlas:Organ"):
            assert succeed("describe", term, "--language", language) != succeed("describe", term)


class TestExport:
    @pytest.mark.parametrize("form", sorted(FORMATS))
    def test_each_format_is_written_to_standard_output_or_a_file(self, tmp_path: Path, form: str) -> None:
        done = run("export", form, "--output", str(tmp_path / "out"))
        assert (done.returncode, done.stdout) == (0, "")
        assert "is written" in done.stderr
        assert (tmp_path / "out").stat().st_size > 10_000

    def test_a_table_comes_on_standard_output(self) -> None:
        done = run("export", "csv")
        assert (done.returncode, done.stderr) == (0, "")
        assert len(list(csv.reader(done.stdout.splitlines()))) > 200

    def test_all_formats_are_known(self) -> None:
        assert set(EXPORTS) == {*FORMATS, *CARD_FORMATS}

    def test_a_dash_is_standard_output_everywhere(self, tmp_path: Path) -> None:
        for words, start in (
            (("export", "csv"), "subject,"),
            (("export", "gift"), "// Metastasis Atlas."),
            (("explore",), "<!doctype html>"),
        ):
            done = run(*words, "--output", "-", cwd=tmp_path)
            assert (done.returncode, done.stderr) == (0, "")
            assert done.stdout.lower().startswith(start.lower())
        assert list(tmp_path.iterdir()) == []

    def test_cards_are_written_in_a_language(self, tmp_path: Path) -> None:
        assert "Wozu führt die Ausbreitung" in succeed("export", "gift", "--language", "de")
        file = tmp_path / "cards.apkg"
        done = run("export", "ANKI", "--language", "de", "--output", str(file))
        assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{file} is written.\n")
        assert "collection.anki2" in zipfile.ZipFile(file).namelist()

    def test_a_quiz_that_is_left_out_of_the_cards_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "mine.yaml").write_text("title: Mine\nitems:\n  - id: one\n    ask: What?\n", encoding="utf-8")
        done = run("export", "gift", str(tmp_path))
        assert done.returncode == 0
        assert "mine.yaml, line " in done.stderr


class TestAnInputIsNotOverwritten:
    @pytest.fixture
    def own(self, tmp_path: Path) -> Path:
        file = tmp_path / "data" / "own.trig"
        file.parent.mkdir()
        file.write_text("<https://e.x/s> <https://e.x/p> 7 .", encoding="utf-8")
        return file

    def check_refused(self, own: Path, *words: str) -> None:
        before = own.read_bytes()
        done = run(*words, cwd=own.parent)
        assert (done.returncode, done.stdout) == (2, "")
        assert "would overwrite" in done.stderr
        assert own.read_bytes() == before

    @pytest.mark.parametrize("words", [("explore",), ("export", "trig")])
    def test_by_its_name(self, own: Path, words: tuple[str, ...]) -> None:
        self.check_refused(own, *words, "own.trig", "-o", str(own))

    def test_as_one_of_a_folder(self, own: Path) -> None:
        self.check_refused(own, "export", "trig", str(own.parent), "-o", "own.trig")

    @pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
    def test_through_a_link(self, own: Path) -> None:
        (own.parent / "link").symlink_to(own)
        self.check_refused(own, "export", "trig", "own.trig", "-o", "link")

    def test_a_quiz(self, own: Path) -> None:
        quiz = own.with_name("mine.yaml")
        quiz.write_text("title: Mine\nitems: []\n", encoding="utf-8")
        self.check_refused(quiz, "export", "gift", "mine.yaml", "-o", "mine.yaml")

    def test_a_new_file_beside_it_is_written(self, own: Path) -> None:
        succeed("export", "trig", str(own.parent), "-o", str(own.with_name("all.trig")))
        assert own.with_name("all.trig").is_file()


class TestTheOtherCommands:
    def test_the_built_in_knowledge_passes_its_check(self) -> None:
        assert "Nothing found" in succeed("check")
        assert json.loads(succeed("check", "--format", "json")) == []

    @pytest.mark.parametrize("text", ["", "# nothing yet\n@prefix e: <https://e.x/> .\n"])
    def test_a_file_that_says_nothing_is_not_called_sound(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "own.ttl").write_text(text, encoding="utf-8")
        for place in (tmp_path, tmp_path / "own.ttl"):
            out = succeed("check", str(place))
            assert f"{tmp_path / 'own.ttl'}: The file holds no statement. " in out
            assert "Nothing found" not in out
        (told,) = json.loads(succeed("check", str(tmp_path), "--format", "json"))
        assert (told["severity"], told["path"]) == ("warning", str(tmp_path / "own.ttl"))

    def test_a_folder_with_nothing_to_read_is_not_called_sound(self, tmp_path: Path) -> None:
        (tmp_path / "notes.txt").write_text("notes", encoding="utf-8")
        out = succeed("check", str(tmp_path))
        assert out.startswith(f"{tmp_path}: The folder holds no file that the atlas reads. ")

    def test_the_version_is_told(self) -> None:
        assert re.fullmatch(r"metastasis-atlas \d+\.\d+\.\d+\S*\n", succeed("--version"))

    def test_questions_are_listed_in_words_and_each_can_be_asked(self) -> None:
        out = succeed("questions")
        assert out.count("?\n") >= 25
        assert "metastasis-atlas query -q what-relieves-ascites" in out

    def test_the_page_is_written(self, tmp_path: Path) -> None:
        done = run("explore", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, "")
        assert (tmp_path / "output" / "atlas.html").read_text(encoding="utf-8").startswith("<!")

    def test_each_command_has_help_that_says_what_it_is_for(self) -> None:
        commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
        assert {"explore", "query", "questions", "describe", "path", "check", "export"} <= set(commands)
        for name, command in commands.items():
            assert command.help, name
            for parameter in command.params:
                assert getattr(parameter, "help", None) or parameter.name == "help", (name, parameter.name)
        assert "For education" in succeed("--help")

    def test_a_query_does_not_pay_for_what_it_does_not_use(self) -> None:
        code = (
            "import sys; sys.argv = ['x', 'query', 'ASK {}', '--format', 'json']\n"
            "from metastasis_atlas.cli import main\n"
            "try:\n    main()\nexcept SystemExit:\n    pass\n"
            "sys.stderr.write(' '.join(n for n in ('rdflib','networkx','pyvis','pyshacl') if n in sys.modules))"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
        assert done.stderr == ""


def test_a_blank_node_of_ones_own_does_not_stop_the_page(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(
        "@prefix atlas: <https://w3id.org/metastasis-atlas/ns#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://example.org/x> a atlas:Condition ; skos:broader [ a atlas:Condition ; skos:prefLabel "y"@en ] .\n',
        encoding="utf-8",
    )
    succeed("explore", str(file), "-o", str(tmp_path / "x.html"))
    assert (tmp_path / "x.html").is_file()
