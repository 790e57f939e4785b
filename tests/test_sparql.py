"""A query is measured, and its IRIs are found, without any engine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from metastasis_atlas import open_atlas
from metastasis_atlas.errors import QueryError
from metastasis_atlas.measure import MOST_NESTING, MOST_OPERATORS, MOST_TOKENS, read_tokens
from metastasis_atlas.namespaces import ATLAS, CONCEPT
from metastasis_atlas.sparql import check_measure, find_iris, find_prefixes, read_question


class TestIrisOfAQuery:
    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("SELECT * { ?i atlas:relieves concept:ascites }", {ATLAS + "relieves", CONCEPT + "ascites"}),
            ("SELECT * { ?i <http://a.b/c> ?o }", {"http://a.b/c"}),
            ('SELECT * { ?i ?p "atlas:no <http://no/>" }', set()),
            ("SELECT * { ?i ?p '''atlas:no ' <http://no/>''' }", set()),
            ("SELECT * { ?i ?p ?o } # atlas:no <http://no/>", set()),
            ("PREFIX x: <http://x/> SELECT * { ?s x:y ?o }", {"http://x/y"}),
            ("PREFIX atlas: <http://x/> SELECT * { ?s atlas:y ?o }", {"http://x/y"}),
            ("BASE <http://base/> SELECT * { ?s ?p ?o }", set()),
            ("SELECT * { ?s unknown:y ?o }", set()),
            ("SELECT * { ?s atlas:a/atlas:b|^atlas:c ?o }", {ATLAS + "a", ATLAS + "b", ATLAS + "c"}),
            ("SELECT * { ?s atlas:a+ ?o . ?o atlas:b. }", {ATLAS + "a", ATLAS + "b"}),
            ("SELECT * { ?s atlas:a\\-b ?o }", {ATLAS + "a-b"}),
            ("SELECT * { FILTER(1<2 && ?x>3) }", set()),
            ("SELECT * FROM passage:p { ?s a ?o }", {"https://w3id.org/metastasis-atlas/passage/p"}),
            ("", set()),
        ],
    )
    def test_names_and_iris_are_found_and_nothing_else(self, query: str, found: set[str]) -> None:
        assert set(find_iris(query)) == found

    def test_each_is_told_as_it_is_written(self) -> None:
        assert find_iris("ASK { ?s atlas:relievs <http://a/> }") == {
            ATLAS + "relievs": "atlas:relievs",
            "http://a/": "<http://a/>",
        }

    def test_the_prefixes_of_a_query_go_before_the_usual_ones(self) -> None:
        prefixes = find_prefixes("prefix atlas: <http://x/> PREFIX : <http://y/> SELECT * {}")
        assert (prefixes["atlas"], prefixes[""]) == ("http://x/", "http://y/")
        assert prefixes["concept"] == CONCEPT

    @given(st.text())
    def test_any_text_can_be_taken_apart(self, text: str) -> None:
        offsets = [(token.offset, token.text) for token in read_tokens(text)]
        assert all(text[offset:].startswith(word) for offset, word in offsets)
        find_iris(text)


class TestMeasures:
    @pytest.mark.parametrize("pair", ["()", "[]", "{}"])
    def test_the_deepest_that_is_allowed_and_one_more(self, pair: str) -> None:
        check_measure(pair[0] * MOST_NESTING + pair[1] * MOST_NESTING)
        with pytest.raises(QueryError, match="nested more than 64 deep"):
            check_measure(pair[0] * (MOST_NESTING + 1))

    def test_brackets_in_strings_and_comments_do_not_count(self) -> None:
        check_measure('"' + "(" * 1000 + '"')
        check_measure("#" + "(" * 1000)

    def test_too_many_parts_are_refused(self) -> None:
        check_measure("; " * MOST_TOKENS)
        with pytest.raises(QueryError, match="too many parts"):
            check_measure("; " * (MOST_TOKENS + 1))
        with pytest.raises(QueryError, match="too many parts"):
            check_measure("OPTIONAL {} " * (MOST_OPERATORS + 1))

    def test_too_long_is_refused(self) -> None:
        with pytest.raises(QueryError, match="longer than 256 KiB"):
            check_measure("ä" * 131_073)

    @pytest.mark.parametrize("word", ["SERVICE", "service", "Service"])
    def test_service_is_refused_as_a_word_only(self, word: str) -> None:
        with pytest.raises(QueryError, match="SERVICE"):
            check_measure(f"SELECT * {{ {word} <http://x/> {{}} }}")
        check_measure(f'SELECT ?{word} {{ ?{word} atlas:{word} "{word}" }} # {word}')

    @pytest.mark.parametrize(
        "update",
        [
            "INSERT DATA { <http://a/> <http://b/> 1 }",
            "INSERT { ?s <http://b/> 1 } WHERE { ?s ?p ?o }",
            "DELETE DATA { <http://a/> <http://b/> 1 }",
            "DELETE WHERE { ?s ?p ?o }",
            "WITH <http://g/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
            "LOAD <http://127.0.0.1:9/>",
            "CLEAR ALL",
            "DROP SILENT GRAPH <http://g/>",
            "CREATE GRAPH <http://g/>",
            "ADD <http://g/> TO DEFAULT",
            "MOVE <http://g/> TO DEFAULT",
            "COPY <http://g/> TO DEFAULT",
        ],
    )
    @pytest.mark.parametrize(
        "before",
        [
            "",
            "# SELECT\n",
            "PREFIX e: <http://e/> # one\nprefix : <http://f/>\n",
            "BASE <http://e/> PREFIX insert: <x>\n",
        ],
    )
    def test_every_form_of_update_is_refused_with_what_may_be_asked(self, before: str, update: str) -> None:
        word = update.split()[0]
        for text in (before + update, before + update.lower()):
            told = (
                rf"^{word} would change the atlas, which is read-only\. Ask with SELECT, ASK, CONSTRUCT or DESCRIBE\.$"
            )
            with pytest.raises(QueryError, match=told):
                check_measure(text)

    @pytest.mark.parametrize(
        "text",
        [
            "SELECT ?insert { ?insert ?drop 'DELETE' }",
            "PREFIX insert: <http://e/> ASK { insert:load insert:drop insert:clear }",
            "# INSERT\nCONSTRUCT WHERE { ?s ?p ?o }",
            "DESCRIBE <http://insert/>",
        ],
    )
    def test_the_words_of_an_update_may_stand_elsewhere(self, text: str) -> None:
        check_measure(text)

    @given(st.text())
    def test_any_text_is_measured_or_refused(self, text: str) -> None:
        try:
            check_measure(text)
        except QueryError as error:
            message = str(error)
            assert message.endswith(".")


class TestQuestions:
    def test_a_question_has_words_and_a_query(self) -> None:
        text = "# question: Why?\n# answer: a reason\n# group: Reasons\nSELECT * {}\n"
        one = read_question("why", text)
        assert (one.name, one.question, one.answer, one.group, one.query) == (
            "why",
            "Why?",
            "a reason",
            "Reasons",
            text,
        )

    @pytest.mark.parametrize("word", ["question", "answer", "group"])
    def test_a_line_that_is_missing_is_named(self, word: str) -> None:
        text = "# question: Why?\n# answer: a reason\n# group: Reasons\n".replace(f"# {word}:", "#")
        with pytest.raises(QueryError, match=f'begins with "# {word}:"'):
            read_question("why", text)

    def test_there_are_at_least_twenty_five(self) -> None:
        assert len(open_atlas().questions) >= 25
