"""The W3C's SPARQL 1.1 test manifests -> tests as plain data, and whether an answer is the one that is expected.

Answers are compared as graphs, up to the names of blank nodes; numbers and truth values by value, since the engine
writes them in its own way: 1.0E6 as 1000000, a negativeInteger as an integer.
"""

from __future__ import annotations

import csv
import io
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, XSD

VARIABLE = "METASTASIS_ATLAS_W3C_SUITES"
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
RS = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
STATUS = "http://www.w3.org/2011/http-statusCodes#StatusCode"
NUMBERS = (XSD.decimal, XSD.float, XSD.double)
INTEGERS = (XSD.integer, XSD.negativeInteger, XSD.nonNegativeInteger, XSD.positiveInteger, XSD.int, XSD.long)


def find_suites() -> Path | None:
    """Return the folder of the suites, or None where it isn't."""
    beside = Path(__file__).resolve().parents[2].parent / "shared" / "suites" / "w3c-sparql11"
    folder = Path(os.environ.get(VARIABLE) or beside)
    return folder if (folder / "manifest-sparql11-query.ttl").is_file() else None


@dataclass(frozen=True)
class QueryTest:
    """A test that asks a query: its kind, and the files of query, data, named graphs and expected result."""

    name: str
    group: str
    kind: str
    query: Path
    data: tuple[Path, ...] = ()
    graphs: tuple[Path, ...] = ()
    result: Path | None = None

    @property
    def key(self) -> str:
        """A name for it in an address, as no other has it."""
        return f"{self.group}/{self.name}"


@dataclass(frozen=True)
class Call:
    """One request of a protocol test, and what must come of it."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes | None
    statuses: tuple[int, ...]
    boolean: bool | None
    form: str

    @property
    def is_update(self) -> bool:
        """Whether it asks to change something."""
        said = (self.body or b"").decode("utf-8", "replace")
        kinds = [value for name, value in self.headers if name.lower() == "content-type"]
        return (
            "update=" in self.target + said
            or any("sparql-update" in kind for kind in kinds)
            or ("using-" in self.target or said.startswith("CLEAR"))
        )


@dataclass(frozen=True)
class ProtocolTest:
    """A test of requests that are made one after another, with the graphs that they need."""

    name: str
    calls: tuple[Call, ...]
    graphs: tuple[tuple[str, Path], ...]

    @property
    def is_update(self) -> bool:
        """Whether it tests updates."""
        return "update" in self.name


def read_query_tests(folder: Path, manifest: str) -> list[QueryTest]:
    """Return the tests of a manifest and of those that it includes."""
    top = _read(folder / manifest)
    include = Collection(top, next(top.objects(None, MF.include)))
    return [test for one in include for test in _read_group(_path(one))]


def _read(file: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(file, format="turtle", publicID=file.as_uri())


def _path(iri: Any) -> Path:
    return Path(rdflib.URIRef(iri).removeprefix("file://"))


def _read_group(manifest: Path) -> Iterator[QueryTest]:
    graph = _read(manifest)
    for test in Collection(graph, next(graph.objects(None, MF.entries))):
        kind = str(graph.value(test, RDF.type)).rpartition("#")[2]
        action, result = graph.value(test, MF.action), graph.value(test, MF.result)
        name, group = str(test).rpartition("#")[2], manifest.parent.name
        if isinstance(action, rdflib.URIRef):
            yield QueryTest(name, group, kind, _path(action))
        else:
            yield QueryTest(
                name,
                group,
                kind,
                query=_path(graph.value(action, QT.query)),
                data=tuple(map(_path, graph.objects(action, QT.data))),
                graphs=tuple(map(_path, graph.objects(action, QT.graphData))),
                result=_path(result),
            )


def read_protocol_tests(folder: Path) -> list[ProtocolTest]:
    """Return the tests of the protocol."""
    graph = _read(folder / "protocol" / "manifest.ttl")
    tests = []
    for test in Collection(graph, next(graph.objects(None, MF.entries))):
        action = graph.value(test, MF.action)
        requests = Collection(graph, next(graph.objects(action, HT.requests)))
        graphs = [
            (str(graph.value(one, rdflib.RDFS.label)), _path(graph.value(one, UT.graph)))
            for one in graph.objects(test, UT.graphData)
        ]
        calls = tuple(_read_call(graph, request) for request in requests)
        tests.append(ProtocolTest(str(test).rpartition("#")[2], calls, tuple(graphs)))
    return tests


def _read_call(graph: rdflib.Graph, request: Any) -> Call:
    headers, body, response = (graph.value(request, one) for one in (HT.headers, HT.body, HT.resp))
    encoding = str(graph.value(body, CNT.characterEncoding) or "UTF-8")
    boolean = graph.value(response, MF.expectedBoolean)
    return Call(
        method=str(graph.value(request, HT.methodName)),
        target=str(graph.value(request, HT.absolutePath)),
        headers=tuple(
            (str(graph.value(one, HT.fieldName)), str(graph.value(one, HT.fieldValue)))
            for one in (Collection(graph, headers) if headers else ())
        ),
        body=str(graph.value(body, CNT.chars)).encode(encoding) if body else None,
        statuses=tuple(int(str(one).removeprefix(STATUS)[0]) for one in graph.objects(response, MF.expectedStatus)),
        boolean=None if boolean is None else str(boolean) == "true",
        form=str(graph.value(response, MF.expectedFormat) or ""),
    )


def is_expected(test: QueryTest, media: str, content: bytes) -> bool:
    """Whether an answer is the one that a test expects."""
    assert test.result
    expected = test.result.read_bytes()
    if test.kind == "CSVResultFormatTest":
        return _read_csv(content) == _read_csv(expected)
    if test.result.suffix == ".ttl" and b"result-set#" not in expected:
        return isomorphic(_normalize(_parse(content, media)), _normalize(_read(test.result)))
    found, wanted = _read_results(content, media), _read_file(test.result)
    if isinstance(found, bool) or isinstance(wanted, bool):
        return found is wanted
    return found[0] == wanted[0] and isomorphic(_to_graph(found[1]), _to_graph(wanted[1]))


def _parse(content: bytes, media: str) -> rdflib.Graph:
    return rdflib.Graph().parse(content, format=media.partition(";")[0])


Rows = list[dict[str, Any]]


def _read_results(content: bytes, media: str) -> bool | tuple[set[str], Rows]:
    result = ox.parse_query_results(content, format=ox.QueryResultsFormat.from_media_type(media))
    if isinstance(result, ox.QueryBoolean):
        return bool(result)
    names = [variable.value for variable in result.variables]
    return set(names), [{name: row[name] for name in names if row[name] is not None} for row in result]


def _read_file(file: Path) -> bool | tuple[set[str], Rows]:
    if file.suffix != ".ttl":
        forms = {".srx": "application/sparql-results+xml", ".srj": "application/sparql-results+json"}
        return _read_results(file.read_bytes(), forms.get(file.suffix, "text/tab-separated-values"))
    graph = _read(file)
    top = next(graph.subjects(RDF.type, RS.ResultSet))
    if (boolean := graph.value(top, RS.boolean)) is not None:
        return str(boolean) == "true"
    rows = [
        {str(graph.value(one, RS.variable)): graph.value(one, RS.value) for one in graph.objects(row, RS.binding)}
        for row in graph.objects(top, RS.solution)
    ]
    return {str(name) for name in graph.objects(top, RS.resultVariable)}, rows


def _to_graph(rows: Rows) -> rdflib.Graph:
    """Return rows as a graph, alike for alike rows whatever their blank nodes are called; equal rows are counted."""
    graph = rdflib.Graph()
    seen: Counter[tuple[Any, ...]] = Counter()
    for row in rows:
        terms = {name: _to_term(term) for name, term in row.items()}
        key = tuple(sorted(terms.items()))
        seen[key] += 1
        node = rdflib.BNode()
        graph.add((node, rdflib.URIRef("urn:number"), rdflib.Literal(str(seen[key]))))
        for name, term in terms.items():
            graph.add((node, rdflib.URIRef(f"urn:variable:{name}"), term))
    return graph


def _to_term(one: Any) -> Any:
    if isinstance(one, ox.NamedNode):
        return rdflib.URIRef(one.value)
    if isinstance(one, ox.BlankNode):
        return rdflib.BNode(one.value)
    if isinstance(one, ox.Literal):
        plain = one.language or one.datatype.value == str(XSD.string)
        one = rdflib.Literal(
            one.value, lang=one.language, datatype=None if plain else rdflib.URIRef(one.datatype.value), normalize=False
        )
    if isinstance(one, rdflib.Literal):
        if one.datatype == XSD.string:
            return rdflib.Literal(str(one))
        if one.datatype in NUMBERS and one.value is not None:
            return rdflib.Literal(f"{float(one.value):.12g}", datatype=one.datatype, normalize=False)
        if one.datatype in INTEGERS and one.value is not None:
            return rdflib.Literal(str(one.value), datatype=XSD.integer, normalize=False)
        if one.datatype == XSD.boolean:
            return rdflib.Literal(str(one) in ("1", "true"))
    return one


def _normalize(graph: rdflib.Graph) -> rdflib.Graph:
    plain = rdflib.Graph()
    for s, p, o in graph:
        plain.add((s, p, _to_term(o)))
    return plain


def _read_csv(content: bytes) -> tuple[Sequence[str], list[list[str]]]:
    """Return the head and the rows of CSV; blank nodes are named by where they come first."""
    head, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
    order = sorted(range(len(head)), key=lambda at: head[at])
    plain = sorted([row[at] for at in order] for row in rows)
    names: dict[str, str] = {}
    return sorted(head), [
        [names.setdefault(cell, f"_:{len(names)}") if cell.startswith("_:") else _read_cell(cell) for cell in row]
        for row in plain
    ]


def _read_cell(cell: str) -> str:
    try:
        return f"{float(cell):.12g}"
    except ValueError:
        return cell
