"""Queries that are to do harm, and what must come of each.

``{web}`` is the address of a server that no one may ask, ``{file}`` a file that no one may read. What must come is the
kind of answer: "answered", "refused: …" with words of the sentence, "ended: …" with the kinds of limits that may end
it, or several of these, with "or" between them. What the engine answers today may take longer tomorrow, so what costs
much may be ended as well; what calls out or is too deep must be refused.
"""

from typing import NamedTuple


class Hostile(NamedTuple):
    name: str
    query: str
    outcome: str


ALL = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
COSTLY = "answered or ended: time memory rows answer"
ENDED = "ended: time memory rows answer"
DEEP = "refused: nested more than 64 deep"
LARGE = "refused: too many parts"
CALLS = "refused: SERVICE asks another endpoint"
CHANGES = "refused: would change the atlas"
NO_GRAPH = "refused: There is no graph"
FAULTY = "refused: faulty"


def _doubled(times: int) -> str:
    steps = "".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1}) " for n in range(times))
    return f"SELECT (STRLEN(?x{times}) AS ?n) {{ BIND('aaaaaaaaaaaaaaaa' AS ?x0) {steps}}}"


def _deep_query(depth: int) -> str:
    """Return the deepest of everything at once that is let through."""
    inner = "FILTER(true" + " || true" * 100 + ") " + "".join(f"BIND(1 AS ?x{n}) " for n in range(50))
    return "SELECT * {" + "FILTER EXISTS {" * depth + inner + "}" * depth + "}"


# The largest of each kind that is let through: none may overflow the stack of a thread of 2 MiB, as Windows gives.
EXTREMES = [
    "SELECT * " + "{" * 64 + "}" * 64,
    "SELECT * { FILTER(" + "(" * 62 + "1" + ")" * 62 + ") }",
    "SELECT * {" + "FILTER EXISTS {" * 63 + "}" * 63 + "}",
    "SELECT * {" + "{ SELECT * {" * 31 + "}}" * 31 + "}",
    "SELECT * {" + "OPTIONAL {" * 63 + "}" * 63 + "}",
    "SELECT * {" + "GRAPH ?g {" * 63 + "}" * 63 + "}",
    "SELECT * { FILTER(" + "STR(" * 62 + "1" + ")" * 62 + ") }",
    "SELECT (" + "IF(true, " * 62 + "1" + ", 2)" * 62 + " AS ?x) {}",
    "SELECT * { FILTER(" + "1 IN (" * 62 + "1" + ")" * 62 + ") }",
    "SELECT * { ?s " + "(" * 63 + "a" + ")*" * 63 + " ?o }",
    "SELECT * { ?s " + "^(" * 63 + "a" + ")" * 63 + " ?o }",
    "SELECT * { ?s ?p " + "<<( ?s ?p " * 63 + "1" + " )>>" * 63 + " }",
    "SELECT * { FILTER(" + "!" * 590 + "true) }",
    "SELECT * { FILTER(true" + " || true" * 298 + ") }",
    "SELECT * { FILTER(true" + " && true" * 298 + ") }",
    "SELECT (1" + " + 1" * 590 + " AS ?x) {}",
    "SELECT (1" + " * 1" * 590 + " AS ?x) {}",
    "SELECT * { {} " + "UNION {} " * 590 + "}",
    "SELECT * { ?s ?p ?o " + "FILTER(true) " * 590 + "}",
    "SELECT * { ?s ?p ?o " + "FILTER EXISTS {} " * 590 + "}",
    "SELECT * { " + "".join(f"BIND(1 AS ?x{n}) " for n in range(590)) + "}",
    "SELECT * { ?s ?p ?o " + "MINUS {} " * 590 + "}",
    "SELECT * { ?s !(a" + "|a" * 590 + ") ?o }",
    "SELECT * { ?s a" + "|a" * 590 + " ?o }",
    "SELECT " + "".join(f"(1 AS ?x{n}) " for n in range(590)) + "{}",
    "SELECT " + "".join(f"(COUNT(*) AS ?x{n}) " for n in range(195)) + "{}",
    "SELECT (1 AS ?x) {} GROUP BY " + "".join(f"(1 AS ?x{n}) " for n in range(590)),
    "SELECT (1 AS ?x) {} GROUP BY ?s HAVING " + "(true) " * 590,
    "SELECT * {} ORDER BY " + "(1) " * 590,
    "SELECT * {} ORDER BY " + "?s " * 1990,
    "DESCRIBE " + "<http://x/> " * 590,
    "SELECT " + "".join(f"?x{n} " for n in range(1990)) + "{}",
    "CONSTRUCT { ?s ?p ?o" + ", ?o" * 1990 + " } {}",
    "SELECT * { VALUES ?x { " + "1 " * 39_000 + "} }",
    "SELECT * { VALUES (?x ?y) { " + "(1 2) " * 9_900 + "} }",
    "SELECT * { FILTER(1 IN (2" + ", 2" * 19_900 + ")) }",
    "SELECT (CONCAT('a'" + ", 'a'" * 19_900 + ") AS ?x) {}",
    "SELECT * { ?s ?p ?o" + ";" * 39_900 + " }",
]

HOSTILE = [
    # Too deep or chained too long: the engine's stack would overflow.
    Hostile("nested groups", "SELECT * " + "{" * 5000 + "}" * 5000, DEEP),
    Hostile("nested parentheses", "SELECT * { FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }", DEEP),
    Hostile("nested lists", "SELECT * { ?s ?p " + "(" * 3000 + ")" * 3000 + " }", DEEP),
    Hostile("nested blank nodes", "SELECT * { ?s ?p " + "[ ?p " * 3000 + "1" + "]" * 3000 + " }", DEEP),
    Hostile("nested EXISTS", "SELECT * {" + "FILTER EXISTS {" * 1000 + "}" * 1000 + "}", DEEP),
    Hostile("nested subqueries", "SELECT * {" + "{ SELECT * {" * 1000 + "}}" * 1000 + "}", DEEP),
    Hostile("nested functions", "SELECT * { FILTER(" + "STR(" * 2000 + "1" + ")" * 2000 + ") }", DEEP),
    Hostile("nested triple terms", "SELECT * { ?s ?p " + "<<( ?s ?p " * 3000 + "1" + " )>>" * 3000 + " }", DEEP),
    Hostile("BINDs", "SELECT * { " + "".join(f"BIND(1 AS ?x{n}) " for n in range(5000)) + "}", LARGE),
    Hostile("nots", "SELECT * { FILTER(" + "!" * 10000 + "true) }", LARGE),
    Hostile("ors", "SELECT * { FILTER(true" + "||true" * 10000 + ") }", LARGE),
    Hostile("ands", "SELECT * { FILTER(true" + "&&true" * 10000 + ") }", LARGE),
    Hostile("unions", "SELECT * { {} " + "UNION {} " * 10000 + "}", LARGE),
    Hostile("filters", "SELECT * { ?s ?p ?o " + "FILTER(true) " * 8000 + "}", LARGE),
    Hostile("optionals", "SELECT * { " + "OPTIONAL {} " * 8000 + "}", LARGE),
    Hostile("minuses", "SELECT * { " + "MINUS {} " * 8000 + "}", LARGE),
    Hostile("sums", "SELECT (1" + "+1" * 10000 + " AS ?x) {}", LARGE),
    Hostile("steps of a path", "SELECT * { ?s a" + "/a" * 10000 + " ?o }", LARGE),
    Hostile("branches of a path", "SELECT * { ?s a" + "|a" * 10000 + " ?o }", LARGE),
    Hostile("projected expressions", "SELECT " + "(1 AS ?x) " * 5000 + "{}", LARGE),
    Hostile("described IRIs", "DESCRIBE " + "<http://x/> " * 5000, LARGE),
    Hostile("listed objects", "SELECT * { ?s ?p ?o" + ",?o" * 9000 + " }", LARGE),
    Hostile(
        "parentheses that look like an IRI", "SELECT * { FILTER(1<" + "(" * 9000 + "1" + ")" * 9000 + ">2) }", DEEP
    ),
    Hostile("nots that look like an IRI", "SELECT * { FILTER(1<" + "!" * 9000 + "1&&3>2) }", LARGE),
    Hostile("a query of 300 KB", "SELECT * { ?s ?p '" + "a" * 300_000 + "' }", "refused: longer than 256 KiB"),
    Hostile("tokens without end", "SELECT * { ?s ?p ?o" + ";" * 60_000 + " }", LARGE),
    Hostile("the deepest that is let through", _deep_query(60), COSTLY),
    # Calls to elsewhere.
    Hostile("SERVICE", "SELECT * { SERVICE <{web}> { ?s ?p ?o } }", CALLS),
    Hostile("SERVICE SILENT", "SELECT * { SERVICE SILENT <{web}> { ?s ?p ?o } }", CALLS),
    Hostile("SERVICE by a variable", "SELECT * { BIND(<{web}> AS ?w) SERVICE ?w { ?s ?p ?o } }", CALLS),
    Hostile("SERVICE in a subquery", "SELECT * { { SELECT * { sErViCe <{web}> {} } } }", CALLS),
    Hostile("SERVICE in EXISTS", "SELECT * { FILTER EXISTS { SERVICE <{web}> {} } }", CALLS),
    Hostile("SERVICE after a comment", "SELECT * { ?s ?p ?o #'\rSERVICE <{web}> {} #'\n}", CALLS),
    Hostile("SERVICE glued to a word", "SELECT * { ?s ?p trueSERVICE<{web}>{} }", CALLS),
    Hostile("SERVICE as a prefix", "PREFIX : <{web}> SELECT * { SERVICE: {} }", CALLS),
    Hostile("SERVICE after an escape", "SELECT * { ?s atlas:a\\#b ?o . SERVICE <{web}> {} }", CALLS),
    Hostile("SERVICE after a dot", "SELECT * { ?s ?p atlas:.SERVICE<{web}>{} }", CALLS),
    Hostile(
        "SERVICE after what looks like an IRI", "SELECT * { FILTER(1<'a>b') SERVICE <{web}> {} FILTER('') }", CALLS
    ),
    Hostile("SERVICE by a base", "BASE <{web}> SELECT * { SERVICE <> {} }", CALLS),
    Hostile("SERVICE in escapes", "SELECT * { \\u0053ERVICE <{web}> {} }", FAULTY),
    Hostile("SERVICE of a file", "SELECT * { SERVICE <{file}> { ?s ?p ?o } }", CALLS),
    Hostile("LOAD", "LOAD <{web}>", CHANGES),
    Hostile("LOAD of a file", "LOAD SILENT <{file}> INTO GRAPH <http://x/>", CHANGES),
    Hostile("FROM a file", "SELECT * FROM <{file}> { ?s ?p ?o }", NO_GRAPH),
    Hostile("FROM the web", "SELECT * FROM <{web}> { ?s ?p ?o }", NO_GRAPH),
    Hostile("FROM NAMED the web", "SELECT * FROM NAMED <{web}> { GRAPH ?g { ?s ?p ?o } }", NO_GRAPH),
    Hostile("FROM by a base", "BASE <{file}> SELECT * FROM <> { ?s ?p ?o }", NO_GRAPH),
    Hostile("GRAPH of a file", "SELECT * { GRAPH <{file}> { ?s ?p ?o } }", "answered"),
    Hostile("DESCRIBE of a file", "DESCRIBE <{file}>", "answered"),
    # Changes.
    Hostile("INSERT", "INSERT DATA { <http://x/> a <http://x/> }", CHANGES),
    Hostile("DELETE", "DELETE WHERE { ?s ?p ?o }", CHANGES),
    Hostile("DROP after a SELECT", "SELECT * { ?s ?p ?o } ; DROP ALL", FAULTY),
    Hostile("CLEAR behind a comment", "# SELECT * {}\rCLEAR ALL", CHANGES),
    # Costly ones.
    Hostile("a product", f"SELECT * {{ {ALL} }}", ENDED),
    Hostile("a product that is counted", f"SELECT (COUNT(*) AS ?n) {{ {ALL} }}", ENDED),
    Hostile("a product in order", f"SELECT * {{ {ALL} }} ORDER BY ?l ?i ?f", ENDED),
    Hostile("a product without doubles", f"SELECT DISTINCT * {{ {ALL} }}", ENDED),
    Hostile("a product in groups", f"SELECT ?a ?d ?g (COUNT(*) AS ?n) {{ {ALL} }} GROUP BY ?a ?d ?g", ENDED),
    Hostile(
        "a product of values",
        "SELECT (COUNT(*) AS ?n) { " + "".join(f"VALUES ?v{n} {{ {'1 ' * 100} }} " for n in range(8)) + "}",
        ENDED,
    ),
    Hostile("a product as triples", f"CONSTRUCT {{ ?a ?e ?i . ?d ?h ?l }} {{ {ALL} }}", ENDED),
    Hostile("a product without end or beginning", f"SELECT * {{ {ALL} }} OFFSET 18446744073709551615", ENDED),
    Hostile("a huge LIMIT", "SELECT * { ?s ?p ?o } LIMIT 18446744073709551615", "answered"),
    Hostile("a LIMIT beyond numbers", "SELECT * { ?s ?p ?o } LIMIT 99999999999999999999999999", FAULTY),
    Hostile("text that doubles", _doubled(40), ENDED),
    Hostile("text of texts", f"SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?x) {{ {ALL} }}", ENDED),
    Hostile(
        "replacements that grow",
        "SELECT (STRLEN(?z) AS ?n) { BIND('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' AS ?v) "
        + "".join(f"BIND(REPLACE(?{'vwxyz'[n]}, 'a', ?v) AS ?{'vwxyz'[n + 1]}) " for n in range(4))
        + "BIND(REPLACE(?z, 'a', ?z) AS ?q) FILTER(STRLEN(?q) > 0) }",
        ENDED,
    ),
    Hostile(
        "a regular expression that goes back",
        "SELECT * { ?s ?p ?o FILTER(REGEX(CONCAT(STR(?o), 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'), '^(a+)+$')) }",
        COSTLY,
    ),
    Hostile(
        "a regular expression that unfolds",
        "SELECT * { ?s ?p ?o FILTER(REGEX(STR(?o), '((a{1000}){1000}){1000}')) }",
        COSTLY,
    ),
    Hostile("a star of 300 patterns", "SELECT * { " + "".join(f"?s ?p{n} ?o{n} . " for n in range(300)) + "}", ENDED),
    Hostile(
        "paths without end",
        "SELECT (COUNT(*) AS ?n) { ?a (!<http://x/>)* ?b . ?c (!<http://x/>)* ?d . "
        "?e (!<http://x/>|^!<http://x/>)* ?f }",
        FAULTY + " or " + COSTLY,
    ),
    Hostile(
        "paths of paths", "SELECT (COUNT(*) AS ?n) { ?a (((!<http://x/>)*)*)* ?b . ?b ((!<http://x/>)+)+ ?c }", COSTLY
    ),
    Hostile(
        "nested NOT EXISTS over a product",
        f"SELECT * {{ ?s ?p ?o FILTER NOT EXISTS {{ {ALL} FILTER(?l = ?o && ?a = 1) }} }}",
        COSTLY,
    ),
    Hostile(
        "optionals over everything",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o " + "".join(f"OPTIONAL {{ ?s{n} ?p{n} ?o }} " for n in range(12)) + "}",
        COSTLY,
    ),
    Hostile(
        "all graphs times all graphs",
        "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } GRAPH ?i { ?j ?k ?l } }",
        COSTLY,
    ),
    Hostile("DESCRIBE of everything", "DESCRIBE ?s ?p ?o { ?s ?p ?o }", COSTLY),
    Hostile("random order", "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY RAND()", ENDED),
    Hostile("digests of a product", f"SELECT (MAX(SHA512(CONCAT(STR(?a), STR(?l)))) AS ?x) {{ {ALL} }}", ENDED),
    # Odd texts.
    Hostile("nothing", "", FAULTY),
    Hostile("a NUL", "SELECT * { ?s ?p '\0' }", "answered"),
    Hostile("a NUL outside", "SELECT * {\0 ?s ?p ?o }", FAULTY),
    Hostile("half a surrogate", "SELECT * { ?s ?p '\ud800' }", "refused: "),
    Hostile("text that turns around", "SELECT * { ?s ?p '\u202e\u2066' }", "answered"),
    Hostile("a text without end", "SELECT * { ?s ?p '''" + "''\\'" * 50_000, FAULTY + " or " + LARGE),
    Hostile("an unknown function", "SELECT (<{web}>(1) AS ?x) {}", "refused: not supported"),
    Hostile("a number without end", "SELECT (1" + "0" * 100_000 + " * 9e99999 AS ?x) {}", "answered"),
    Hostile("the beginning of time", "SELECT (NOW() - 'P99999999999999999Y'^^xsd:duration AS ?x) {}", "answered"),
]
