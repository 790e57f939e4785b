import assert from "node:assert/strict";
import { test } from "node:test";
import { gatherNotes, type Note } from "../src/activities/take-away/handout-text";
import { CONTEXT, writeJsonLd } from "../src/activities/take-away/json-ld";
import { openAtlas } from "../src/atlas";
import { NOTHING } from "../src/hash";
import { hostile, overview } from "./worlds";

const atlas = openAtlas(overview);
const graphOf = (written: string | undefined) => (JSON.parse(written!) as { "@graph": Record<string, unknown>[] })["@graph"];

test("nothing selected is nothing to take", () => {
  assert.equal(writeJsonLd(atlas, NOTHING), undefined);
  assert.equal(writeJsonLd(atlas, { kind: "node", id: "concept:unknown" }), undefined);
});

test("a concept comes with its names in all languages, its texts and its mapped terms", () => {
  const [ascites] = graphOf(writeJsonLd(atlas, { kind: "node", id: "concept:ascites" }));
  assert.equal(ascites!["@id"], "https://w3id.org/metastasis-atlas/concept/ascites");
  assert.deepEqual(ascites!["skos:prefLabel"], [{ "@value": "ascites", "@language": "en" }, { "@value": "Aszites", "@language": "de" }]);
  assert.deepEqual(ascites!["atlas:plainDefinition"], { "@value": "Too much water in the belly.", "@language": "en" });
});

test("a statement stands in the graph of its passage, a derived one in that of the rules", () => {
  const graph = graphOf(writeJsonLd(atlas, { kind: "node", id: "concept:ascites" }));
  const passage = graph.find((each) => each["@id"] === "passage:overview-b5")!;
  assert.deepEqual(passage["dcterms:isPartOf"], { "@id": "source:overview" });
  assert.ok((passage["@graph"] as object[]).some((each) => "atlas:relieves" in each));
  const derived = graph.find((each) => each["@id"] === "atlas:inferred")!;
  assert.deepEqual(derived["@graph"], [{
    "@id": "https://w3id.org/metastasis-atlas/concept/ascites", "atlas:relievedBy": { "@id": "https://w3id.org/metastasis-atlas/concept/puncture" },
  }]);
  const one = graphOf(writeJsonLd(atlas, { kind: "edge", id: "e5" }));
  assert.deepEqual(one.map((each) => each["@id"]), [
    "https://w3id.org/metastasis-atlas/concept/puncture", "https://w3id.org/metastasis-atlas/concept/ascites", "passage:overview-b5", "source:overview",
  ]);
});

test("no text of the data becomes a word of JSON-LD", () => {
  const evil = openAtlas({ ...hostile, edges: hostile.edges.map((edge) => ({ ...edge, property: "@context" })) });
  const written = writeJsonLd(evil, { kind: "node", id: "concept:ascites" })!;
  const allowed = new Set(["@context", "@graph", "@id", "@type", "@value", "@language"]);
  JSON.parse(written, (key, value: unknown) => {
    assert.ok(!key.startsWith("@") || allowed.has(key), key);
    if (key === "@context") assert.deepEqual(value, CONTEXT);
    return value;
  });
});

test("a note on paper stands once, with all its places, and our own reasons come last", () => {
  const told = (...notes: Note[]) => ({ sentence: "", lang: "en", places: "", mark: "", negative: false, notes });
  const note = (where: string, text: string, ours = false): Note => ({ where, note: { text, lang: "en" }, ours });
  const gathered = gatherNotes([told(note("[2] x", "Ours.", true)), told(note("[1] a", "Some.")), told(note("[1] b", "Some."), note("[1] a", "Some."))]);
  assert.deepEqual(gathered.map(({ where, note: { text } }) => `${where}: ${text}`), ["[1] a; [1] b: Some.", "[2] x: Ours."]);
});
