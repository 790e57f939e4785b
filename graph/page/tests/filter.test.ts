import assert from "node:assert/strict";
import { test } from "node:test";
import { openAtlas } from "../src/atlas";
import { CORE, EVERYTHING, findEmphasis, findShown, nextLevel, shareOf } from "../src/filter";
import { NOTHING } from "../src/hash";
import {
  clearSelection, makeState, selectEdge, selectNode, setClassLevel, setPropertyLevels, showCore, showEverything,
} from "../src/state";
import { overview } from "./worlds";

const atlas = openAtlas(overview);

test("the core comes first", () => {
  const { nodes, edges } = findShown(atlas, CORE, NOTHING);
  assert.ok(nodes.has("concept:puncture") && !nodes.has("concept:paracentesis"));
  assert.ok(edges.has("e5") && !edges.has("e9") && !edges.has("e11"));
});

test("everything is everything but mirrors", () => {
  const { nodes, edges } = findShown(atlas, EVERYTHING, NOTHING);
  assert.equal(nodes.size, atlas.nodes.size);
  assert.equal(edges.size, atlas.edges.size - 1);
});

test("an edge is shown only between two that are shown", () => {
  const filter = { ...CORE, classes: new Map([["atlas:Condition", "none"] as const]) };
  const { edges } = findShown(atlas, filter, NOTHING);
  assert.ok(!edges.has("e4") && !edges.has("e5") && edges.has("e2"));
});

test("what sources state, what we add and what rules derive can each be switched off", () => {
  const edges = (filter: Partial<typeof CORE>) => findShown(atlas, { ...EVERYTHING, ...filter }, NOTHING).edges;
  assert.deepEqual([...edges({ stated: false })], ["e9", "e12"]);
  assert.ok(!edges({ ours: false }).has("e12"));
  assert.ok(!edges({ derived: false }).has("e9"));
});

test("a selected concept brings its further edges, and lifts its neighbours", () => {
  const selection = { kind: "node", id: "concept:rankl-inhibitor-therapy" } as const;
  const shown = findShown(atlas, CORE, selection);
  assert.ok(!shown.edges.has("e9"), "what a rule derives waits until it is asked for");
  const emphasis = findEmphasis(atlas, shown, selection)!;
  assert.deepEqual([...emphasis.nodes].sort(), ["concept:bone-metastasis", "concept:denosumab", "concept:rankl-inhibitor-therapy"]);
  assert.deepEqual([...emphasis.edges].sort(), ["e7", "e8"]);
});

test("nothing selected, nothing lifted", () => {
  assert.equal(findEmphasis(atlas, findShown(atlas, CORE, NOTHING), NOTHING), undefined);
});

test("selecting what is hidden reveals it, with its edges", () => {
  const state = makeState(atlas, "light");
  selectNode(state, "concept:paracentesis");
  assert.ok(state.shown.value.nodes.has("concept:paracentesis"));
  assert.ok(state.shown.value.edges.has("e11") && state.shown.value.edges.has("e12"));
  assert.equal(state.sheet.value, "details");
  clearSelection(state);
  assert.equal(state.selection.value.kind, "none");
});

test("selecting a hidden statement shows it and both its ends", () => {
  const state = makeState(atlas, "light");
  selectEdge(state, "e12");
  assert.ok(state.shown.value.edges.has("e12") && state.shown.value.nodes.has("concept:paracentesis"));
});

test("a selection that is filtered away is none", () => {
  const state = makeState(atlas, "light");
  selectNode(state, "concept:ascites");
  setClassLevel(state, "atlas:Condition", "none");
  assert.equal(state.selection.value.kind, "none");
});

test("core and everything undo single choices", () => {
  const state = makeState(atlas, "light");
  setClassLevel(state, "atlas:Organ", "none");
  setPropertyLevels(state, ["atlas:treats"], "none");
  showEverything(state);
  assert.equal(state.shown.value.nodes.size, atlas.nodes.size);
  showCore(state);
  assert.deepEqual(state.filter.value, CORE);
});

test("unknown ids select nothing", () => {
  const state = makeState(atlas, "light");
  selectNode(state, "__proto__");
  selectEdge(state, "constructor");
  assert.equal(state.selection.value.kind, "none");
});

test("a three-way box fills before it empties", () => {
  assert.deepEqual([shareOf(0, 3), shareOf(2, 3), shareOf(3, 3)].map(nextLevel), ["all", "all", "none"]);
});
