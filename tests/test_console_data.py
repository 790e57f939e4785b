"""What the page's SPARQL console is given: the dataset without its merge, and the questions it can answer."""

from __future__ import annotations

import base64
import gzip
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from metastasis_atlas import open_atlas
from metastasis_atlas.page import make_policy
from metastasis_atlas.questions_view import show_questions
from metastasis_atlas.store import Store

OWN = """
@prefix ex: <https://example.org/> .
ex:alone ex:p "only in the merge" , "</script>" .
ex:graph { ex:both ex:p [ ex:q 1 ] . }
ex:both ex:p ex:o .
ex:other { ex:both ex:p ex:o . }
"""


def test_dataset_without_the_merge_is_the_whole_once_merged() -> None:
    whole = Store(ox.parse(OWN, format=ox.RdfFormat.TRIG))
    written = whole.write_unmerged()
    again = Store(ox.parse(written, format=ox.RdfFormat.N_QUADS))
    assert len(again) == len(whole)
    assert again.write_unmerged() == written
    lines = written.decode().splitlines()
    assert lines == sorted(lines)
    assert len(lines) < len(whole)
    assert sum("<https://example.org/o>" in line for line in lines) == 1


def test_builtin_dataset_is_the_whole_once_merged() -> None:
    store = open_atlas().store
    again = Store(ox.parse(store.write_unmerged(), format=ox.RdfFormat.N_QUADS))
    assert len(again) == len(store)


def test_every_question_is_offered_with_its_words_and_query() -> None:
    atlas = open_atlas()
    shown = show_questions(atlas.questions.values(), atlas.store)
    assert [one["id"] for one in shown] == list(atlas.questions)
    for one in shown:
        assert all(one.values())
        assert "# question" not in one["query"]
        assert atlas.query(one["query"]).answer.serialize("csv") == atlas.query(
            atlas.questions[one["id"]].query
        ).answer.serialize("csv")


def test_questions_about_what_is_not_there_are_not_offered(tmp_path: Path) -> None:
    (tmp_path / "own.ttl").write_text("<https://example.org/a> a <https://example.org/B> .", encoding="utf-8")
    atlas = open_atlas(tmp_path / "own.ttl", only=True)
    assert len(show_questions(atlas.questions.values(), atlas.store)) < len(atlas.questions)
    assert "what-relieves-ascites" not in {one["id"] for one in show_questions(atlas.questions.values(), atlas.store)}


def test_policy_allows_these_scripts_a_worker_and_no_request() -> None:
    policy = make_policy(("one", "two"), "style")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert policy.count("sha256-") == 3
    assert "'wasm-unsafe-eval'" in policy
    assert "worker-src blob:" in policy
    assert not re.search(r"'unsafe-(inline|eval)'|https?:|connect-src", policy)


def test_page_holds_the_dataset_of_the_store() -> None:
    atlas = open_atlas()
    html = atlas.page().html
    packed = re.search(r'<script type="application/octet-stream" id="atlas-dataset">([\w+/=]+)</script>', html)
    assert packed
    assert gzip.decompress(base64.b64decode(packed[1])) == atlas.store.write_unmerged()
    assert atlas.page().html == html


@pytest.mark.parametrize("name", ["editor", "engine", "wasm", "dataset"])
def test_parcels_stand_behind_the_script(name: str) -> None:
    """The page draws before the browser has read them."""
    html = open_atlas().page().html
    assert html.index(f'id="atlas-{name}"') > html.index('id="atlas-data"')
    assert html.index(f'id="atlas-{name}"') > html.rindex("<script>")
