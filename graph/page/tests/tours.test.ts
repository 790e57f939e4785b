import assert from "node:assert/strict";
import { test } from "node:test";
import { keepTogether } from "../src/activities/tours/keeping";
import { currentWalk, goToStep, isOnStep, isTouring, leaveTour, moveBy, namesAround, statementsOf } from "../src/activities/tours/touring";
import { openAtlas } from "../src/atlas";
import type { Display } from "../src/display";
import { splitSentence, type Piece } from "../src/sentences";
import { clearSelection, makeState, selectNode, setClassLevel } from "../src/state";
import { hostile, overview } from "./worlds";

const open = (display: Display = overview) => makeState(openAtlas(display), "light");
const FIRST = { tour: "ascites", step: 0 } as const;

test("a step sets view, selection and panel", () => {
  const state = open();
  assert.equal(isTouring(state), false);
  goToStep(state, { tour: "ascites", step: 1 });
  assert.equal(state.view.value, "focus");
  assert.deepEqual(state.selection.value, { kind: "node", id: "concept:puncture" });
  assert.deepEqual([state.activity.value, state.sheet.value], ["tours", "activity"]);
  assert.ok(isTouring(state) && isOnStep(state));
});

test("a tour ends where it ends", () => {
  const state = open();
  goToStep(state, FIRST);
  moveBy(state, -1);
  assert.equal(state.tour.value?.step, 0);
  moveBy(state, 1);
  moveBy(state, 1);
  assert.equal(state.tour.value?.step, 1);
  leaveTour(state);
  assert.equal(currentWalk(state), undefined);
  moveBy(state, 1);
  assert.equal(state.tour.value, undefined);
});

test("a tour or step that isn't there changes nothing", () => {
  const state = open();
  for (const place of [{ tour: "unknown", step: 0 }, { tour: "ascites", step: 7 }, { tour: "ascites", step: -1 }, { tour: "ascites", step: 0.5 }]) {
    goToStep(state, place);
    assert.equal(state.tour.value, undefined);
  }
});

test("who selects something else or looks elsewhere has wandered off, and comes back", () => {
  const state = open();
  for (const wander of [() => selectNode(state, "concept:bone"), () => clearSelection(state), () => (state.view.value = "table")]) {
    goToStep(state, FIRST);
    assert.ok(isOnStep(state));
    wander();
    assert.ok(!isOnStep(state) && isTouring(state));
    goToStep(state, state.tour.value!);
    assert.ok(isOnStep(state));
  }
});

test("a step without a concept, or with an unknown one, selects nothing", () => {
  for (const focus of [null, "concept:unknown"]) {
    const [tour] = overview.tours;
    const state = open({ ...overview, tours: [{ ...tour!, steps: tour!.steps.map((step) => ({ ...step, focus })) }] });
    selectNode(state, "concept:bone");
    goToStep(state, FIRST);
    assert.deepEqual(state.selection.value, { kind: "none" });
    assert.ok(isOnStep(state));
  }
});

test("each step looks the same, whatever was brought in before it", () => {
  const state = open();
  selectNode(state, "concept:paracentesis");
  goToStep(state, FIRST);
  assert.deepEqual([...state.filter.value.revealed], []);
});

test("neighbours come in where nothing that the passages say of the concept would be drawn", () => {
  const state = open();
  for (const kind of ["Condition", "LocalTherapy", "MetastasisType"]) setClassLevel(state, `atlas:${kind}`, "none");
  goToStep(state, { tour: "ascites", step: 1 });
  assert.ok(state.shown.value.edges.has("e5"));
});

test("a passage's statements are all that it says, in its own words", () => {
  const atlas = openAtlas(overview);
  assert.deepEqual(statementsOf("passage:overview-b3", atlas).map(({ edge, evidence }) => [edge.id, evidence.sentence]), [["e7", "It is possible that it treats bone metastasis."]]);
  assert.deepEqual(statementsOf("passage:unknown", atlas), []);
});

test("names are those of the text's language", () => {
  const atlas = openAtlas(overview);
  const step = overview.tours[0]!.steps[1]!;
  const german = namesAround(step, "de", atlas).flatMap(({ labels }) => labels);
  assert.ok(german.includes("Punktion") && !german.includes("puncture"));
  const pieces = splitSentence(step.text["de"]!, namesAround(step, "de", atlas));
  assert.deepEqual(pieces[0], { text: "Punktion", node: "concept:puncture" });
});

test("a name keeps its ending and its signs, and the text stays the same", () => {
  const text = "The “bone metastases” of bones (bone). Bone: « bone »";
  const split: Piece[] = [
    { text: "The “" }, { text: "bone metastas", node: "a" }, { text: "es” of " }, { text: "bone", node: "b" }, { text: "s (" }, { text: "bone", node: "c" },
    { text: "). Bone: « " }, { text: "bone", node: "d" }, { text: " »" },
  ];
  const kept = keepTogether(split);
  assert.equal(kept.map(({ before, text: piece, after }) => before + piece + after).join(""), text);
  assert.deepEqual(kept.filter(({ node }) => node).map(({ before, text: piece, after }) => [before, piece, after]), [
    ["“", "bone metastases", "”"], ["", "bones", ""], ["(", "bone", ")."], ["« ", "bone", " »"],
  ]);
});

test("hostile tours are walked like any other", () => {
  const state = open(hostile);
  goToStep(state, FIRST);
  assert.ok(isOnStep(state));
  assert.ok(currentWalk(state)!.step.text["en"]!.includes("<script>"));
});
