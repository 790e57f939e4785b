import assert from "node:assert/strict";
import { test } from "node:test";
import { readDatasetClause } from "../src/engine/dataset-clause";
import { placeOf } from "../src/engine/fault";
import { findFault, findKnownFault } from "../src/engine/finding-faults";
import { limitRows } from "../src/engine/limit";
import { findRefusal } from "../src/engine/measure";
import { nearest } from "../src/engine/nearest";
import { findIris, missingDeclarations, shorten } from "../src/engine/prefixes";
import { formOf, readTokens } from "../src/engine/tokens";

const ATLAS = "https://w3id.org/metastasis-atlas/ns#";
const PREFIXES = { atlas: ATLAS, concept: "https://w3id.org/metastasis-atlas/concept/", rdfs: "http://www.w3.org/2000/01/rdf-schema#" };
const texts = (query: string) => [...readTokens(query)].map(({ text }) => text);

test("tokens leave comments and spaces out, and know what stands in strings and IRIs", () => {
  assert.deepEqual(texts('SELECT ?x # { SERVICE\n{ ?x a <http://a.example/#b> ; atlas:is "SERVICE {" }'), [
    "SELECT", "?x", "{", "?x", "a", "<http://a.example/#b>", ";", "atlas:is", '"SERVICE {"', "}",
  ]);
  assert.deepEqual(texts(`'''a ' b''' """c "" d"""`), [`'''a ' b'''`, `"""c "" d"""`]);
  assert.deepEqual(texts("concept:bone-metastasis."), ["concept:bone-metastasis", "."]);
});

test("the form is the first word after the declarations", () => {
  assert.equal(formOf("BASE <http://a.example/> PREFIX a: <b:c>\n# ASK\nconstruct { ?s ?p ?o } {}"), "CONSTRUCT");
  assert.equal(formOf("PREFIX select: <a:b>"), undefined);
});

test("what is refused is refused where it stands", () => {
  const placeOfRefusal = (query: string) => {
    const fault = findRefusal(query);
    return fault && [fault.id, query.slice(fault.from, fault.to)];
  };
  assert.deepEqual(placeOfRefusal("ASK { service SILENT ?x {} }"), ["sparql-service", "service"]);
  assert.deepEqual(placeOfRefusal("PREFIX a: <b:c> INSERT DATA { a:a a:a a:a }"), ["sparql-update", "INSERT"]);
  assert.deepEqual(placeOfRefusal("LOAD <http://a.example/>"), ["sparql-update", "LOAD"]);
  assert.equal(placeOfRefusal("ASK { ?s ?p '\\u0053ERVICE' }"), undefined);
});

test("FROM and FROM NAMED are read, and taken out without moving the rest", () => {
  const query = "SELECT * FROM atlas:one FROM <a:two>\nFROM NAMED <a:three> { ?s ?p ?o }";
  const clause = readDatasetClause(query, PREFIXES);
  assert.deepEqual([clause.plain, clause.named], [[`${ATLAS}one`, "a:two"], ["a:three"]]);
  assert.equal(clause.rest.length, query.length);
  assert.equal(clause.rest.indexOf("{"), query.indexOf("{"));
  assert.deepEqual(clause.graphs.map(({ from, to }) => query.slice(from, to)), ["atlas:one", "<a:two>", "<a:three>"]);
  assert.deepEqual(readDatasetClause("ASK { ?s ?p 'FROM <a:b>' }", PREFIXES).plain, []);
  assert.deepEqual(readDatasetClause("BASE <http://a.example/b/> ASK FROM <c> { ?s ?p ?o }", PREFIXES).plain, ["http://a.example/b/c"]);
});

test("a SELECT asks for no more rows than are shown", () => {
  const limited = (query: string) => limitRows(query, 10).replace(/\s+/g, " ").trim();
  assert.equal(limited("SELECT * { ?s ?p ?o } # all"), "SELECT * { ?s ?p ?o } # all LIMIT 10");
  assert.equal(limited("SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 500 OFFSET 3"), "SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 10 OFFSET 3");
  assert.equal(limited("SELECT * { ?s ?p ?o } LIMIT 5"), "SELECT * { ?s ?p ?o } LIMIT 5");
  assert.equal(limited("SELECT * { { SELECT * { ?s ?p ?o } LIMIT 99 } }"), "SELECT * { { SELECT * { ?s ?p ?o } LIMIT 99 } } LIMIT 10");
  assert.equal(limited("SELECT * { ?s ?p ?o } VALUES ?s { atlas:a }"), "SELECT * { ?s ?p ?o } LIMIT 10 VALUES ?s { atlas:a }");
});

test("only the prefixes that are used and not declared are added", () => {
  assert.equal(missingDeclarations('ASK { ?s atlas:x concept:y ; rdfs:label "rdfs:z" }', { ...PREFIXES, other: "o:" }).split("\n").length, 4);
  assert.equal(missingDeclarations("PREFIX atlas: <a:b> ASK { ?s atlas:x ?o }", PREFIXES), "");
  assert.equal(missingDeclarations("ASK { ?s <a:b> 'atlas:x' } # atlas:x", PREFIXES), "");
});

test("IRIs are named with their places, declarations left out", () => {
  const query = "PREFIX a: <http://a.example/>\nASK { a:b atlas:c\\-d <http://e.example/> }";
  assert.deepEqual(findIris(query, PREFIXES).map(({ iri }) => iri), ["http://a.example/b", `${ATLAS}c-d`, "http://e.example/"]);
  assert.deepEqual(findIris(query, PREFIXES).map(({ token }) => query.slice(token.offset, token.offset + token.text.length)), ["a:b", "atlas:c\\-d", "<http://e.example/>"]);
});

test("an IRI is shortened only where SPARQL reads the short form as it stands", () => {
  assert.equal(shorten(`${ATLAS}treats`, PREFIXES), "atlas:treats");
  for (const name of ["a/b", "a b", "a(b)", "", "a."]) assert.equal(shorten(ATLAS + name, PREFIXES), undefined, name);
  assert.equal(shorten("http://elsewhere.example/x", PREFIXES), undefined);
});

test("faults are named and placed as in Python", () => {
  const told = (query: string, words = "error at 1:1: expected x") => {
    const { id, from } = findFault(query, words, PREFIXES);
    return [id, placeOf(query, from).line, placeOf(query, from).column];
  };
  assert.deepEqual(told("SELEC * {}"), ["sparql-fault-form", 1, 1]);
  assert.deepEqual(told("SELECT * WHERE { ?s atls:x ?o }"), ["sparql-fault-prefix", 1, 21]);
  assert.deepEqual(told("SELECT * {\n ?s ?p ?o"), ["sparql-fault-unclosed", 1, 10]);
  assert.deepEqual(told("SELECT * { ?s ?p ?o ) }"), ["sparql-fault-closes", 1, 21]);
  assert.deepEqual(told("SELECT * { ?s ?p 'x }"), ["sparql-fault-text", 1, 18]);
  assert.deepEqual(told("SELECT * { ?s <rel> ?o }"), ["sparql-fault-iri", 1, 15]);
  assert.deepEqual(told("SELECT * WHERE { ?s ?p }", "error at 1:25: expected y"), ["sparql-fault-end", 1, 25]);
  assert.deepEqual(told("ASK { ?s ?p ?o } LIMIT x", "error at 1:24: expected INTEGER"), ["sparql-fault-expected", 1, 24]);
  assert.deepEqual(told("ASK { 😀 }", "error at 1:7: expected z"), ["sparql-fault-found", 1, 7]);
});

test("what is well is no fault, and a nearby word is offered", () => {
  assert.equal(findKnownFault("SELECT * { _:a atlas:x [] ; rdfs:label 'a' }", PREFIXES), undefined);
  assert.equal(findKnownFault("BASE <http://a.example/> ASK { <b> ?p ?o }", PREFIXES), undefined);
  assert.deepEqual(nearest("ascitis", ["ascites", "bone", "arthritis"], 1), ["ascites"]);
  assert.deepEqual(nearest("xxxxxxx", ["ascites"], 1), []);
});
