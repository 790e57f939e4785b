import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { makeGraph } from "../src/activities/sparql/answer-graph";
import { FIRST_CHOICE, settle, writeQuery } from "../src/activities/sparql/building";
import { ENDPOINT, quoteForPython, quoteForShell, withDeclarations, writeCurl, writePython } from "../src/activities/sparql/copying";
import { lightUp } from "../src/activities/sparql/lighting";
import { suggest } from "../src/activities/sparql/suggesting";
import { makeReading, textOf } from "../src/activities/sparql/terms";
import { makeVocabulary, nearestTerms } from "../src/activities/sparql/vocabulary";
import { openAtlas } from "../src/atlas";
import type { Row, Term } from "../src/engine/protocol";
import { readHash, writeHash } from "../src/hash";
import { overview } from "./worlds";

const ROOT = "https://w3id.org/metastasis-atlas/";
const PREFIXES = { atlas: `${ROOT}ns#`, concept: `${ROOT}concept/`, skos: "http://www.w3.org/2004/02/skos/core#" };
const atlas = openAtlas(overview);
const uri = (value: string): Term => ({ type: "uri", value: value.replace(/^(atlas|concept):/, (prefix) => PREFIXES[prefix.slice(0, -1) as "atlas"]) });
const text = (value: string, lang?: string): Term => ({ type: "literal", value, ...(lang && { "xml:lang": lang }) });
const HOSTILE = [`'; echo no; '`, `"""`, `\\`, `\\"`, `$(echo no)`, "`echo no`", `"""); print("no"`, "\n", "%s {x} !!", `ends with "`, `ends with \\`, "ж😀"];

const vocabulary = makeVocabulary({
  labels: [
    { x: uri("concept:ascites"), l: text("ascites", "en") }, { x: uri("concept:ascites"), l: text("Aszites", "de") }, { x: uri("concept:ascites"), l: text("асцит", "uk") },
    { x: uri("concept:malignant-ascites"), l: text("malignant ascites", "en") }, { x: uri("concept:malignant-ascites"), l: text("maligner Aszites", "de") },
    { x: uri("atlas:relieves"), l: text("relieves", "en") }, { x: uri("atlas:relieves"), l: text("lindert", "de") },
    { x: uri("atlas:Condition"), l: text("condition", "en") },
  ],
  types: [
    { x: uri("concept:ascites"), t: uri(`${PREFIXES.skos}Concept`) }, { x: uri("concept:malignant-ascites"), t: uri(`${PREFIXES.skos}Concept`) },
    { x: uri("atlas:relieves"), t: uri("http://www.w3.org/2002/07/owl#ObjectProperty") }, { x: uri("atlas:Condition"), t: uri("http://www.w3.org/2002/07/owl#Class") },
  ],
  properties: [{ x: uri("atlas:relieves") }, { x: uri(`${PREFIXES.skos}broader`) }],
  parents: [],
}, PREFIXES);
const words = { language: "en", nameOfLanguage: (code: string) => code, kindName: (kind: string) => kind };
const suggested = (word: string, query = "") => suggest(word, query, vocabulary, words).map(({ write }) => write);

test("terms are suggested by label in any language, by name, within a prefix", () => {
  assert.deepEqual(suggested("Asz"), ["concept:ascites", "concept:malignant-ascites"]);
  assert.deepEqual(suggested("асц"), ["concept:ascites"]);
  assert.deepEqual(suggested("lind"), ["atlas:relieves"]);
  assert.deepEqual(suggested("concept:asz"), ["concept:ascites", "concept:malignant-ascites"]);
  assert.deepEqual(suggested("atlas:asz"), []);
  assert.deepEqual(suggested("broad"), ["skos:broader"]);
  assert.deepEqual(suggested("?in", "SELECT ?intervention { ?in ?p ?other }"), ["?intervention"]);
  assert.ok(suggested("sel").includes("SELECT"));
  assert.equal(suggest("asz", "", vocabulary, words)[0]!.detail, "Aszites (de) · concept");
});

test("a term that is not known has near ones of its own namespace", () => {
  assert.deepEqual(nearestTerms(vocabulary, `${PREFIXES.concept}ascitis`, PREFIXES.concept), ["concept:ascites"]);
  assert.deepEqual(nearestTerms(vocabulary, `${PREFIXES.atlas}releives`, PREFIXES.atlas), ["atlas:relieves"]);
});

test("a copied query carries its prefixes", () => {
  assert.equal(withDeclarations("ASK { ?s atlas:x ?o }", PREFIXES), `PREFIX atlas: <${PREFIXES.atlas}>\nASK { ?s atlas:x ?o }\n`);
});

test("a shell reads what is quoted for it as it stands", () => {
  for (const query of HOSTILE) {
    assert.equal(execFileSync("sh", ["-c", `printf %s ${quoteForShell(query)}`], { encoding: "utf8" }), query);
  }
  const written = writeCurl(`SELECT * { ?s ?p '; echo' }`).replace(/^curl/, "printf '%s\\n'");
  const read = execFileSync("sh", ["-c", written], { encoding: "utf8" }).split("\n");
  assert.deepEqual(read.slice(-4), ["--data-urlencode", `query=SELECT * { ?s ?p '; echo' }`, ENDPOINT, ""]);
  assert.match(writeCurl("ASK {}"), /results\+json/);
  assert.match(writeCurl("DESCRIBE <a:b>"), /text\/turtle/);
});

test("text for Python stays one text", () => {
  for (const query of HOSTILE) {
    const written = quoteForPython(query);
    assert.ok(written.startsWith('"""') && written.endsWith('"""'));
    assert.doesNotMatch(written.slice(3, -3).replace(/\\[\s\S]/g, ""), /"""|"$/);
  }
  assert.match(writePython("SELECT * {}"), /to_csv/);
  assert.match(writePython("ASK {}"), /bool\(answer\)/);
  assert.match(writePython("CONSTRUCT {} {}"), /to_graph/);
});

test("choosing offers only what has an answer, and settles what has become impossible", () => {
  const above = (id: string) => (id === "atlas:LocalTherapy" || id === "atlas:SystemicTherapy" ? ["atlas:Intervention"] : []);
  const { choice, offer } = settle(atlas, { ...FIRST_CHOICE, hasPassages: false }, above);
  assert.deepEqual([choice.class, choice.property, choice.concept], ["atlas:Intervention", "atlas:treats", "concept:bone-metastasis"]);
  assert.ok(offer.answers > 0);
  for (const name of offer.classes) {
    for (const sought of ["subject", "object"] as const) {
      for (const hasPassages of [true, false]) assert.ok(settle(atlas, { ...choice, class: name, sought, hasPassages }, above).offer.answers > 0);
    }
  }
  assert.equal(settle(atlas, { ...choice, property: "atlas:none", concept: "concept:none" }, above).offer.answers > 0, true);
  const withPassages = settle(atlas, { ...FIRST_CHOICE, property: "atlas:addressesSite", class: "" }, above);
  assert.ok(!withPassages.offer.properties.includes("atlas:addressesSite"), "derived statements have no passage");
});

test("the query that choosing makes names the statement in its own direction", () => {
  const write = (id: string) => id;
  const made = { ...FIRST_CHOICE, hasPassages: false };
  assert.match(writeQuery(made, write, () => false), /\?found atlas:treats concept:bone-metastasis \.\n {2}\?found a\/rdfs:subClassOf\* atlas:Intervention/);
  assert.match(writeQuery({ ...made, sought: "object", class: "" }, write, () => true), /\{\n {2}concept:bone-metastasis atlas:treats \?found \.\n\}/);
  assert.match(writeQuery(FIRST_CHOICE, write, () => true), /GRAPH \?passage \{ \?found atlas:treats/);
});

const rows: readonly Row[] = [
  { subject: uri("concept:puncture"), predicate: uri("atlas:relieves"), object: uri("concept:ascites") },
  { subject: uri("concept:puncture"), predicate: uri(`${PREFIXES.skos}prefLabel`), object: text("<img src=x>", "en") },
  { subject: { type: "bnode", value: "d3d968bef" }, predicate: uri("atlas:x"), object: text("<img src=x>", "en") },
];

test("triples become nodes and lines; texts alike are not one; what is too much is counted", () => {
  const reading = makeReading(atlas, PREFIXES, rows);
  const graph = makeGraph(rows, reading);
  assert.deepEqual(graph.nodes.map(({ label }) => label), ["puncture", "ascites", "<img src=x>", "_:b1", "<img src=x>"]);
  assert.deepEqual(graph.nodes.map(({ concept }) => concept), ["concept:puncture", "concept:ascites", undefined, undefined, undefined]);
  assert.deepEqual(graph.lines.length, 3);
  const few = makeGraph(rows, reading, 2);
  assert.deepEqual([few.nodes.length, few.lines.length, few.hidden], [2, 1, 2]);
  const quoted: Term = { type: "triple", value: { subject: uri("concept:ascites"), predicate: uri("atlas:x"), object: text("y") } };
  assert.equal(textOf(quoted, reading), "<< ascites atlas:x y >>");
});

test("an answer lights up its concepts, and the statements that the query names", () => {
  const query = "SELECT ?i { ?i atlas:relieves concept:ascites }";
  const lit = lightUp(atlas, PREFIXES, query, { kind: "rows", variables: ["i"], rows: [{ i: uri("concept:puncture") }], isCut: false });
  assert.deepEqual([...lit!.nodes].sort(), ["concept:ascites", "concept:puncture"]);
  assert.deepEqual([...lit!.edges], ["e5"]);
  assert.equal(lightUp(atlas, PREFIXES, query, { kind: "rows", variables: ["i"], rows: [], isCut: false }), undefined);
  assert.equal(lightUp(atlas, PREFIXES, query, { kind: "truth", holds: true }), undefined);
});

test("the address holds a question or a query, and no more than others keep", () => {
  const query = "SELECT ?x { ?x atlas:relieves concept:ascites } # & = ?";
  const place = { ...readHash("", atlas), ask: query };
  assert.equal(readHash(writeHash(place, atlas), atlas).ask, query);
  assert.equal(readHash("#ask=what-relieves-ascites", atlas).ask, "what-relieves-ascites");
  assert.equal(readHash("#ask=", atlas).ask, undefined);
  assert.ok(!writeHash({ ...place, ask: "x".repeat(5000) }, atlas).includes("ask="));
});
