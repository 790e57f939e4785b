import assert from "node:assert/strict";
import { test } from "node:test";
import { openAtlas } from "../src/atlas";
import { makeSearch } from "../src/search";
import { ATTACK, hostile, overview } from "./worlds";

const search = makeSearch(openAtlas(overview));
const first = (query: string) => search(query)[0]?.node;

test("any label in any language leads to its concept", () => {
  for (const query of ["ascites", "Aszites", "fluid in the belly", "Bauchwasser"]) assert.equal(first(query), "concept:ascites");
  assert.equal(first("рак молочної залози"), "concept:breast-cancer");
  assert.equal(first("cancer du sein"), "concept:breast-cancer");
});

test("accents and case don't matter", () => {
  assert.equal(first("METASTASIS OSEA"), "concept:bone-metastasis");
  assert.equal(first("Métàstasis ósea"), "concept:bone-metastasis");
});

test("typing mistakes are tolerated", () => {
  for (const query of ["asites", "asciets", "ascitis"]) assert.equal(first(query), "concept:ascites");
  assert.equal(first("denosumap"), "concept:denosumab");
  assert.equal(first("brest cancer"), "concept:breast-cancer");
});

test("the beginning of a word is enough", () => {
  assert.equal(first("punc"), "concept:puncture");
});

test("a label that is the query comes before labels that contain it", () => {
  assert.equal(first("bone"), "concept:bone");
});

test("a hit says which label matched, in which language", () => {
  assert.deepEqual(search("Bauchwasser")[0], { node: "concept:ascites", label: "Bauchwasser", language: "de" });
});

test("a concept is found once", () => {
  const nodes = search("ascites").map(({ node }) => node);
  assert.equal(nodes.length, new Set(nodes).size);
});

test("nothing asked, nothing found", () => {
  for (const query of ["", "   ", "<>&/", "xqzwv"]) assert.deepEqual(search(query), []);
});

test("hostile labels are found as text", () => {
  const hits = makeSearch(openAtlas(hostile))("onerror ascites");
  assert.ok(hits.some(({ label }) => label.includes(ATTACK)));
});
