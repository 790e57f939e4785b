"""Every competency question, asked in every way there is, has one answer: the same variables, the same typed rows."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from engines import start_oxigraph, start_virtuoso
from metastasis_atlas import Atlas, open_atlas
from metastasis_atlas.evaluation import read_answer
from serving import start_server

Told = tuple[tuple[str, ...], list[str]]
Ask = Callable[[str], Told]

MARK = "==== "
COMMANDS = f"""
import sys
from metastasis_atlas.cli import main
for name in sys.argv[1:]:
    print({MARK!r} + name, flush=True)
    sys.argv[1:] = ["query", "-q", name, "--format", "json"]
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise
"""


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return open_atlas()


@pytest.fixture(scope="module")
def answers(atlas: Atlas) -> dict[str, Told]:
    """What Python says."""
    found = {name: tell(atlas.query(one.query).answer.solutions()) for name, one in atlas.questions.items()}
    assert len(found) >= 25
    assert all(rows for _, rows in found.values())
    return found


def tell(solutions: Any) -> Told:
    """Return variables and rows, in an order that is no engine's."""
    return solutions.variables, sorted(map(str, solutions.rows))


def read(content: bytes) -> Told:
    return tell(read_answer(content, "json").solutions())


@contextmanager
def ask_command_line(atlas: Atlas, folder: Path) -> Iterator[Ask]:
    words = [sys.executable, "-c", COMMANDS, *atlas.questions]
    done = subprocess.run(words, capture_output=True, timeout=300, check=True)
    parts = (part.partition(b"\n") for part in done.stdout.split(MARK.encode())[1:])
    told = {name.decode().strip(): read(answer) for name, _, answer in parts}
    yield lambda name: told[name]


@contextmanager
def ask_server(atlas: Atlas, folder: Path) -> Iterator[Ask]:
    with start_server() as server:
        yield lambda name: read(server.ask(atlas.questions[name].query).content)


@contextmanager
def ask_oxigraph(atlas: Atlas, folder: Path) -> Iterator[Ask]:
    with start_oxigraph(folder, atlas.store.write("nquads")) as url:
        there = open_atlas(endpoint=url)
        yield lambda name: tell(there.query(there.questions[name].query).answer.solutions())


@contextmanager
def ask_virtuoso(atlas: Atlas, folder: Path) -> Iterator[Ask]:
    with start_virtuoso(folder, atlas.store.write("nquads")) as url:
        there = open_atlas(endpoint=url)
        yield lambda name: tell(there.query(there.questions[name].query).answer.solutions())


@pytest.mark.parametrize("way", [ask_command_line, ask_server, ask_oxigraph, ask_virtuoso])
def test_every_question_has_one_answer(
    way: Callable[[Atlas, Path], Any], atlas: Atlas, answers: dict[str, Told], tmp_path: Path
) -> None:
    with way(atlas, tmp_path) as ask:
        for name, answer in answers.items():
            assert ask(name) == answer, name


@pytest.mark.browser
def test_the_page_gives_it_too(
    visit: Callable[..., Any], page_file: Path, atlas: Atlas, answers: dict[str, Told]
) -> None:
    """By a click on the question, as a reader asks it."""
    from playwright.sync_api import expect
    from test_page_sparql import SLOW, open_console, take

    opened = open_console(visit, page_file)
    for number, (name, answer) in enumerate(answers.items(), 1):
        question = atlas.questions[name].question
        if not opened.page.locator(".sparql-questions").count():
            opened.page.get_by_role("button", name="Ready questions").click()
        opened.page.get_by_role("button", name=question, exact=True).click()
        expect(opened.page.locator(".sparql-question strong")).to_have_text(question)
        expect(opened.page.locator(".sparql")).to_have_attribute("data-done", str(number), timeout=SLOW)
        count = len(answer[1])
        expect(opened.page.locator(".sparql-told")).to_have_text(re.compile(rf"^{count} rows?\."))
        assert read(take(opened, "JSON").encode()) == answer, name
        assert opened.page.url.endswith(f"ask={name}")
