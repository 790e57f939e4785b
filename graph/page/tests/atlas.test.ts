import assert from "node:assert/strict";
import { test } from "node:test";
import { limitsOf, modalitiesOf, openAtlas, shortId } from "../src/atlas";
import { readDisplay } from "../src/display";
import { overview } from "./worlds";

const atlas = openAtlas(overview);

test("an edge stands at both its ends", () => {
  assert.ok(atlas.edgesAt.get("concept:ascites")!.some(({ id }) => id === "e5"));
  assert.ok(atlas.edgesAt.get("concept:puncture")!.some(({ id }) => id === "e5"));
});

test("an edge to a concept that is not there is left out", () => {
  const broken = openAtlas({ ...overview, edges: [{ ...overview.edges[0]!, to: "concept:nowhere" }] });
  assert.equal(broken.edges.size, 0);
});

test("what only says a statement the other way round is a mirror, and nothing else is", () => {
  assert.deepEqual([...atlas.mirrors], ["e10"]);
});

test("modalities come in the order of the data, each once", () => {
  assert.deepEqual(modalitiesOf(atlas, atlas.edges.get("e7")!).map(({ label }) => label), ["said plainly", "possible"]);
});

test("the short form of an id is its last part", () => {
  assert.equal(shortId("concept:ascites"), "ascites");
  assert.equal(shortId("https://example.org/x#ascites"), "ascites");
  assert.equal(shortId("https://example.org/x/"), "https://example.org/x/");
});

test("missing data, and data of another format, are named", () => {
  assert.throws(() => readDisplay(""), /no data/);
  assert.throws(() => readDisplay('{"format": 1}'), /format 1/);
  assert.equal(readDisplay(JSON.stringify(overview)).title, "Metastasis Atlas");
});

test("what is drawn beside a verb says of how many it speaks, and how firmly", () => {
  const edge = { ...atlas.edges.get("e7")!, quantifier: "some" };
  assert.deepEqual(limitsOf(atlas, edge), ["some", "possible"]);
  assert.deepEqual(limitsOf(atlas, atlas.edges.get("e4")!), []);
});
