"""The README's examples run, and give what it says."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from serving import start_server

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
SERVED = "http://127.0.0.1:8000"
COMMAND = [sys.executable, "-c", "from metastasis_atlas.cli import main; main()"]

if not README.is_file():
    pytest.skip("README.md is not beside the tests, so its examples can't be run.", allow_module_level=True)


def find_examples() -> list[tuple[str, str]]:
    """Each console example: its command, and what it prints."""
    blocks = re.findall(
        r"^```console\n\$ (.+?)\n(.*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return [(command, printed) for command, printed in blocks]


def run(command: str) -> str:
    words = shlex.split(command)
    called = COMMAND if words[0] == "metastasis-atlas" else [find_curl()]
    ran = subprocess.run(
        [*called, *words[1:]], capture_output=True, timeout=60, cwd=ROOT, env=os.environ | {"PYTHONUTF8": "1"}
    )
    return (ran.stdout + ran.stderr).decode("utf-8").replace("\r\n", "\n")


def find_curl() -> str:
    return shutil.which("curl") or pytest.skip("curl was not found, so the README's examples of it are not run.")


@pytest.mark.parametrize(
    ("command", "printed"), [one for one in find_examples() if SERVED not in one[0]], ids=lambda text: text[:40]
)
def test_an_example_prints_what_the_readme_says(command: str, printed: str) -> None:
    assert command.startswith("metastasis-atlas ")
    assert run(command) == printed


def test_the_examples_of_a_server_run() -> None:
    asked = [one for one in find_examples() if SERVED in one[0]]
    assert len(asked) >= 3
    with start_server("--port", "0") as server:
        for command, printed in asked:
            assert command.startswith(("metastasis-atlas ", "curl -s "))
            got = run(command.replace(SERVED, server.address))
            assert got.rstrip() == printed.replace(SERVED, server.address).rstrip(), command


def test_there_are_examples() -> None:
    assert len(find_examples()) >= 3


def test_the_python_example_runs() -> None:
    import doctest

    text = "\n".join(re.findall(r"^```python\n(.*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL))
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    test = doctest.DocTestParser().get_doctest(text, {}, "README", "README.md", 0)
    assert test.examples
    assert doctest.DocTestRunner(optionflags=flags).run(test).failed == 0


def test_every_command_is_in_the_readme() -> None:
    from metastasis_atlas.cli import app

    text = README.read_text(encoding="utf-8")
    names = [one.name or one.callback.__name__.rstrip("_") for one in app.registered_commands if one.callback]
    assert names
    assert [name for name in names if f"`{name}" not in text] == []


def test_the_first_two_commands_are_those_of_the_set_up() -> None:
    text = README.read_text(encoding="utf-8")
    indented = re.findall(r"^    (\S.*)$", text, re.MULTILINE)
    assert indented[:2] == ["python3 scripts/start.py", "python3 scripts/test.py"]
    if (ROOT / ".ci" / "run").is_file():
        assert indented[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_first_line_is_for_teachers() -> None:
    title, _, first, second = README.read_text(encoding="utf-8").splitlines()[:4]
    assert title == "# Metastasis Atlas"
    assert first.startswith("**Teachers:** get [`atlas.html`](../../releases/latest/download/atlas.html)")
    assert "python3 scripts/start.py" in second
