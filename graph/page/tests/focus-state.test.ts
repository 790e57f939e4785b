import assert from "node:assert/strict";
import { test } from "node:test";
import { openAtlas } from "../src/atlas";
import { assignClassStyles } from "../src/class-styles";
import { CORE, type Filter } from "../src/filter";
import { NOTHING } from "../src/hash";
import { nextMiddle } from "../src/views/focus/focus-state";
import { findNeighbourhood, type Neighbourhood } from "../src/views/focus/neighbourhood";
import { makePlan, MOST_KIDS } from "../src/views/focus/plan";
import { findStartingPoints } from "../src/views/focus/starting-points";
import { NO_TRAIL, stepFrom, visit } from "../src/views/focus/trail";
import { hostile, overview } from "./worlds";

const atlas = openAtlas(overview);
const NONE: ReadonlySet<string> = new Set();
const around = (middle: string, more: { filter?: Filter; derivedToo?: boolean; hidden?: ReadonlySet<string> } = {}) =>
  findNeighbourhood(atlas, `concept:${middle}`, { filter: CORE, derivedToo: false, hidden: NONE, ...more });
const edgesOf = ({ sectors }: Neighbourhood) => sectors.flatMap(({ relations }) => relations).flatMap(({ edges }) => edges.map(({ id }) => id)).sort();

test("all statements of the middle count, in the core or not, and none is told twice", () => {
  assert.deepEqual(edgesOf(around("ascites")), ["e12", "e4", "e5"]);
  assert.deepEqual(edgesOf(around("ascites", { derivedToo: true })), ["e12", "e4", "e5"], "e10 only mirrors e5");
  assert.equal(around("ascites").derived, 0);
  assert.equal(around("bone").derived, 1);
});

test("derived statements wait until they are asked for", () => {
  assert.deepEqual(edgesOf(around("bone")), ["e2"]);
  assert.deepEqual(edgesOf(around("bone", { derivedToo: true })), ["e2", "e9"]);
});

test("a derived statement that only repeats its premise is left out", () => {
  const echo = { ...overview.edges.find(({ id }) => id === "e9")!, id: "e13", from: "concept:paracentesis", to: "concept:puncture", property: "skos:broaderTransitive", proof: { rule: "", lang: "en", explanation: "", premises: ["e11"] } };
  const world = openAtlas({ ...overview, edges: [...overview.edges, echo] });
  const found = findNeighbourhood(world, "concept:puncture", { filter: CORE, derivedToo: true, hidden: NONE });
  assert.ok(!edgesOf(found).includes("e13"));
});

test("what the legend has switched off is left out and counted; hidden neighbours are counted apart", () => {
  const off = around("ascites", { filter: { ...CORE, classes: new Map([["atlas:Condition", "none"]]), ours: false } });
  assert.deepEqual(edgesOf(off), ["e5"]);
  assert.equal(off.leftOut, 2);
  assert.equal(around("ascites", { filter: { ...CORE, properties: new Map([["atlas:causes", "none"]]) } }).leftOut, 1);
  const hidden = around("ascites", { hidden: new Set(["concept:puncture"]) });
  assert.deepEqual(hidden.hidden, ["concept:puncture"]);
  assert.deepEqual(edgesOf(hidden), ["e12", "e4"]);
});

test("a sector is one relation in one direction, equally firm and of one origin", () => {
  const { sectors } = around("ascites");
  assert.equal(sectors.length, 3, "relieves and our own relieves are two");
  assert.ok(sectors.every(({ relations }) => relations.length === 1 && !relations[0]!.isOut));
  assert.ok(around("puncture").sectors.some(({ relations }) => relations[0]!.isOut));
});

test("a neighbour with several relations stands once", () => {
  const twice = { ...overview.edges.find(({ id }) => id === "e4")!, id: "e14", property: "atlas:affects" };
  const world = openAtlas({ ...overview, edges: [...overview.edges, twice] });
  const { sectors } = findNeighbourhood(world, "concept:ascites", { filter: CORE, derivedToo: false, hidden: NONE });
  const sector = sectors.find(({ neighbours }) => neighbours.includes("concept:damage-to-peritoneum"))!;
  assert.equal(sector.relations.length, 2);
  assert.equal(sectors.flatMap(({ neighbours }) => neighbours).length, 3);
});

test("words: negatives are marked, what isn't said outright says so", () => {
  const plan = (middle: string, unfolded: ReadonlySet<string> = NONE) => makePlan(`concept:${middle}`, around(middle, { derivedToo: true }), {
    atlas, styles: assignClassStyles(overview.classes), filter: CORE, derivedToo: true, unfolded,
    measures: { box: () => 1, verb: () => 1, hedge: () => 1 },
  });
  const relations = plan("puncture").sectors.flatMap((sector) => sector.relations);
  assert.ok(relations.find(({ edges }) => edges[0]!.id === "e6")!.verb.startsWith("✕ "));
  const derived = plan("bone").sectors.flatMap((sector) => sector.relations).find(({ edges }) => edges[0]!.id === "e9")!;
  assert.match(derived.hedge, /derived/);
  const unfolded = plan("puncture", new Set(["concept:ascites"])).sectors.flatMap(({ neighbours }) => neighbours).find(({ node }) => node === "concept:ascites")!;
  assert.deepEqual(unfolded.kids.map(({ node }) => node), ["concept:damage-to-peritoneum", "concept:paracentesis"]);
  assert.ok(unfolded.kids.length <= MOST_KIDS);
});

test("a statement of the picture leaves the middle where it is; any other brings its subject", () => {
  const at = (id: string, before: string | undefined, unfolded = NONE) => nextMiddle(atlas, { kind: "edge", id }, before, unfolded);
  assert.equal(at("e5", "concept:ascites"), "concept:ascites");
  assert.equal(at("e5", "concept:bone"), "concept:puncture");
  assert.equal(at("e5", undefined), "concept:puncture");
  assert.equal(at("e4", "concept:puncture", new Set(["concept:ascites"])), "concept:puncture");
  assert.equal(nextMiddle(atlas, { kind: "node", id: "concept:bone" }, "concept:ascites", NONE), "concept:bone");
  assert.equal(nextMiddle(atlas, NOTHING, "concept:ascites", NONE), undefined);
});

test("steps back and forward, and a new way on from the middle of a trail", () => {
  let trail = ["a", "b", "c"].reduce(visit, NO_TRAIL);
  assert.equal(stepFrom(trail, -1), "b");
  assert.equal(stepFrom(trail, 1), undefined);
  trail = visit(trail, "b");
  assert.deepEqual([stepFrom(trail, -1), stepFrom(trail, 1)], ["a", "c"]);
  trail = visit(trail, "d");
  assert.deepEqual(trail.visited, ["a", "b", "d"]);
  assert.equal(visit(trail, "d"), trail);
});

test("it begins with concepts of which something is said, not all of one class", () => {
  const chosen = findStartingPoints(atlas, 6);
  assert.equal(chosen.length, 6);
  assert.ok(chosen.every(({ id }) => (atlas.edgesAt.get(id) ?? []).length > 0));
  assert.ok(chosen.some(({ id }) => id === "concept:ascites"));
});

test("a hostile world has neighbourhoods too", () => {
  const world = openAtlas(hostile);
  assert.ok(findNeighbourhood(world, "concept:ascites", { filter: CORE, derivedToo: true, hidden: NONE }).sectors.length > 0);
});
