"""What an engine may be given: nothing that brings it down or makes it call out, and everything else."""

import contextlib

import pytest
from metastasis_atlas.errors import QueryError
from metastasis_atlas.sparql import check_measure


class TestCallsToOtherEndpoints:
    @pytest.mark.parametrize(
        "call",
        [
            "SERVICE:x {?a ?b ?c}",
            "SERVICEx: {?a ?b ?c}",
            "SERVICESILENT<http://x/>{?a ?b ?c}",
            "?s ?p trueSERVICE <http://x/> {?a ?b ?c}",
            "?s ?p trueSERVICEx-SERVICE:y {?a ?b ?c}",
            "?s ?p 1e5SERVICE<http://x/>{?a ?b ?c}",
            r"?s x:a\#b ?o . SERVICE <http://x/> {?a ?b ?c}",
            r"?s x:a\'b ?o . SERVICE <http://x/> {?a ?b ?c} # '",
            "?s ?p x:.SERVICE <http://x/> {?a ?b ?c}",
            "?s ?p x:a~SERVICE <http://x/> {?a ?b ?c}",
            "?s ?p ?o #\rSERVICE <http://x/> {?a ?b ?c}",
            r"?s <http://x/\u0041'> ?o . SERVICE <http://x/> {?a ?b ?c} # '",
            "FILTER(1<'a>b') SERVICE <http://x/> {?a ?b ?c} FILTER('')",
            "FILTER(1<x:a&&'>'!='') SERVICE <http://x/> {?a ?b ?c} FILTER('')",
            "?s ?p <#a> . SERVICE <http://x/> {?a ?b ?c}",
        ],
    )
    def test_are_refused_however_they_are_written(self, call: str) -> None:
        with pytest.raises(QueryError, match="SERVICE"):
            check_measure(f"PREFIX x: <http://x/> SELECT * {{ {call}\n}}")

    @pytest.mark.parametrize(
        "text",
        [
            "PREFIX service: <http://x/> SELECT * { ?s service:endpoint ?o . GRAPH service:g { ?s a ?o } }",
            "SELECT * { ?s ?p 'x'@service }",
            "SELECT ?service { ?service ?p $SERVICE FILTER(?service != 'SERVICE') }",
            "SELECT * { <http://x/SERVICE> ?p <urn:SERVICE> , <urn:service:x> }",
        ],
    )
    def test_what_is_only_called_so_is_none(self, text: str) -> None:
        check_measure(text)


class TestSize:
    @pytest.mark.parametrize(
        "text",
        [
            "SELECT * { VALUES ?x { " + "concept:ascites " * 9000 + "} ?x ?p ?o }",
            "SELECT * { VALUES ?x { " + "<urn:uuid:6f3c-a> " * 9000 + "} ?x ?p ?o }",
            "SELECT * { VALUES (?x ?y) { " + "(-1.5 'a'^^xsd:token) " * 4000 + "} }",
            "SELECT * { ?x ?p ?o FILTER(?x IN (" + ", ".join(["concept:ascites"] * 5000) + ")) }",
            "SELECT * { " + "?s ?p ?o . " * 300 + "}",
            "SELECT * { ?s ?p ?o" + "; ?p ?o" * 300 + "}",
            "SELECT * { ?s ?p ?o FILTER(true" + " || ?o = 1" * 250 + ") }",
            "SELECT * { ?a<?b ?c . FILTER(?a<'x'&&?b>'y') FILTER(?a<(?b+1)&&?c>2) }",
            "BASE <http://x/> SELECT * { <#me> ?p <#you> . ?a <it's> ?b }",
        ],
    )
    def test_what_is_large_and_flat_or_only_odd_is_let_through(self, text: str) -> None:
        check_measure(text)

    @pytest.mark.parametrize(
        "inside",
        [
            "1<" + "(" * 70 + "1" + ")" * 70 + ">2",
            "1<'a>" + ")" * 5 + "'&&((((((1))))))" + "&&1<'a>)))))'&&((((1))))" * 40,
            "1<" + "!" * 700 + "1&&3>2",
            "1<x:y" + "+1" * 700 + "&&3>2",
        ],
    )
    def test_nothing_hides_between_less_and_greater(self, inside: str) -> None:
        with pytest.raises(QueryError, match=r"nested|parts|two ways"):
            check_measure(f"SELECT * {{ FILTER({inside}) }}")

    @pytest.mark.parametrize(
        "text",
        [
            "DESCRIBE " + "<http://x/> " * 3000,
            "SELECT " + "(1 AS ?x) " * 3000 + "{}",
            "SELECT * { ?s ?p ?o" + ", ?o" * 9000 + "}",
            "SELECT * { ?s ?p (" + "1 " * 9000 + ") }",
            "SELECT * { ?s ?p (" + "true " * 9000 + ") }",
            "SELECT * { ?s ?p ?o } HAVING " + "(true) " * 3000,
            "SELECT * { ?s ?p " + "<<(?s ?p " * 3000 + "1" + ")>>" * 3000 + "}",
            "SELECT * { ?s ?p ?o" + "~?r" * 3000 + "}",
        ],
    )
    def test_what_the_engine_walks_by_recursion_is_refused(self, text: str) -> None:
        with pytest.raises(QueryError, match=r"nested|parts"):
            check_measure(text)

    @pytest.mark.parametrize(
        "text", ["a." * 100_000, "'''" * 60_000, '"' * 200_001, "<" * 200_000, "e:" + "." * 200_000, "1<a>" * 9_000]
    )
    def test_a_text_is_measured_in_time_that_grows_with_it_alone(self, text: str) -> None:
        with contextlib.suppress(QueryError):
            check_measure(text)
