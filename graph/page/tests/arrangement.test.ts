import assert from "node:assert/strict";
import { test } from "node:test";
import { readArrangement, writeArrangement } from "../src/activities/take-away/arrangement-file";
import { moveSelected, place, STEP } from "../src/arranging";
import { openAtlas } from "../src/atlas";
import type { Box } from "../src/boxes";
import { arrange } from "../src/pathway-scene";
import { makeState, selectNode } from "../src/state";
import { overview } from "./worlds";

const atlas = openAtlas(overview);
const box: Box = { x: 0, y: 0, width: 100, height: 40, lines: [] };
const IRI = "https://w3id.org/metastasis-atlas/concept/";
const file = (places: unknown) => JSON.stringify({ format: "metastasis-atlas-arrangement", version: 1, places });

test("what is saved is what is restored", () => {
  const places = new Map([["concept:ascites", { x: 12, y: -340 }], ["concept:bone", { x: 0, y: 7 }]]);
  const read = readArrangement(writeArrangement(atlas, places), atlas)!;
  assert.deepEqual([read.places, read.unknown, read.absurd], [places, 0, 0]);
});

test("unknown concepts and absurd numbers are counted and left out", () => {
  const read = readArrangement(file({
    [`${IRI}ascites`]: [1, 2], [`${IRI}nothing`]: [1, 2], __proto__: [1, 2], [`${IRI}bone`]: [1e9, 0], [`${IRI}puncture`]: ["1", 2], [`${IRI}denosumab`]: [1, 2, 3],
  }), atlas)!;
  assert.deepEqual([[...read.places], read.unknown, read.absurd], [[["concept:ascites", { x: 1, y: 2 }]], 1, 3]);
});

test("what is no arrangement is none", () => {
  for (const text of ["", "{", "null", "[]", "{}", '{"format":"metastasis-atlas-arrangement"}', file([1]), '{"format":"other","places":{}}']) {
    assert.equal(readArrangement(text, atlas), undefined, text);
  }
});

test("a moved concept stands where it was put, and the others where they were", () => {
  const boxes = new Map([["a", box], ["b", { ...box, y: 60 }]]);
  const arranged = arrange(boxes, new Map([["a", { x: 5, y: 6 }], ["gone", { x: 1, y: 1 }]]));
  assert.deepEqual([arranged.get("a"), arranged.get("b"), arranged.size], [{ ...box, x: 5, y: 6 }, { ...box, y: 60 }, 2]);
  assert.equal(arrange(boxes, new Map()), boxes);
});

test("the selected concept is moved step by step, and no further than anybody would look", () => {
  const state = makeState(atlas, "light");
  const boxes = new Map([["concept:ascites", box]]);
  assert.equal(moveSelected(state, boxes, 1, 0), false);
  selectNode(state, "concept:ascites");
  assert.equal(moveSelected(state, boxes, 1, -1), true);
  assert.deepEqual(state.arrangement.value.get("concept:ascites"), { x: STEP, y: -STEP });
  place(state, [["concept:ascites", { x: Infinity, y: 0 }], ["concept:unknown", { x: 0, y: 0 }]]);
  assert.deepEqual([...state.arrangement.value.keys()], ["concept:ascites"]);
  assert.deepEqual(state.arrangement.value.get("concept:ascites"), { x: STEP, y: -STEP });
});
