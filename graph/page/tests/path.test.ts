import assert from "node:assert/strict";
import { test } from "node:test";
import { addLifted, chooseEmphasis, findWays, isBeside, liftWays, NO_QUESTION } from "../src/activities/path/ways";
import { openAtlas } from "../src/atlas";
import type { Display, DisplayEdge } from "../src/display";
import { CORE, findShown } from "../src/filter";
import { NOTHING } from "../src/hash";
import { overview } from "./worlds";

const ask = (start: string, end: string, derived = false) => ({ ...NO_QUESTION, start: `concept:${start}`, end: `concept:${end}`, derived });
const slugs = (nodes: readonly string[]) => nodes.map((id) => id.replace("concept:", "")).join(" ");

/** A world of concepts `a`, `b` … and statements `a-treats-b`; `d:` before one says that it is derived. */
function world(...said: readonly string[]): Display {
  const edges = said.map((one, index): DisplayEdge => {
    const derived = one.startsWith("d:");
    const [from, property, to] = one.replace("d:", "").split("-") as [string, string, string];
    return {
      ...overview.edges[0]!, id: `w${index}`, from: `concept:${from}`, to: `concept:${to}`, derived, proof: null,
      property: property === "kind" ? "skos:broader" : `atlas:${property}`,
    };
  });
  const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  return { ...overview, edges, nodes: names.map((id) => ({ ...overview.nodes[0]!, id, iri: id })) };
}

const waysOf = (display: Display, start: string, end: string, derived = false) =>
  findWays(openAtlas(display), ask(start, end, derived)).ways.map(({ nodes }) => slugs(nodes));

test("all shortest ways are found, in the order of their nodes, in either direction of the arrows", () => {
  const display = world("a-treats-c", "c-causes-d", "a-treats-b", "d-causes-b", "a-uses-x", "x-uses-y", "y-uses-d");
  assert.deepEqual(waysOf(display, "a", "d"), ["a b d", "a c d"]);
  assert.deepEqual(waysOf(display, "d", "a"), ["d b a", "d c a"]);
});

test("nothing joins what nothing joins, and nothing is asked of one concept alone", () => {
  const display = world("a-treats-b", "c-treats-d");
  assert.deepEqual(waysOf(display, "a", "d"), []);
  assert.deepEqual(waysOf(display, "a", "a"), []);
  assert.deepEqual(findWays(openAtlas(display), NO_QUESTION).ways, []);
});

test("derived statements carry a way only when they are asked for", () => {
  const display = world("a-treats-b", "d:b-addresses-c");
  assert.deepEqual(waysOf(display, "a", "c"), []);
  assert.deepEqual(waysOf(display, "a", "c", true), ["a b c"]);
});

test("a tale of three statements is preferred to a common kind, and a kind to none", () => {
  const kinds = ["a-kind-organ", "b-kind-organ"];
  assert.deepEqual(waysOf(world(...kinds), "a", "b"), ["a organ b"]);
  assert.deepEqual(waysOf(world(...kinds, "a-causes-x", "x-causes-y", "y-causes-b"), "a", "b"), ["a x y b"]);
});

test("an unbroken climb counts its steps as one each", () => {
  const display = world("a-kind-b", "b-kind-c", "a-causes-x", "x-causes-y", "y-causes-c");
  assert.deepEqual(waysOf(display, "a", "c"), ["a b c"]);
  assert.deepEqual(waysOf(display, "c", "a"), ["c b a"]);
});

test("a step that says more than a kind counts one", () => {
  assert.deepEqual(waysOf(world("a-kind-b", "a-causes-b", "b-causes-c", "a-causes-x", "x-causes-c"), "a", "c"), ["a b c", "a x c"]);
});

test("a step names every statement between its ends, those with the way first", () => {
  const [way] = findWays(openAtlas(world("b-treats-a", "a-causes-b")), ask("a", "b")).ways;
  assert.deepEqual(way!.steps.map((step) => step.map(({ id }) => id)), [["w1", "w0"]]);
});

test("at most twenty ways are told, and that there are more", () => {
  const said = Array.from({ length: 23 }, (_, index) => `m${String(index).padStart(2, "0")}`).flatMap((name) => [`a-uses-${name}`, `${name}-uses-b`]);
  const { ways, isMore } = findWays(openAtlas(world(...said)), ask("a", "b"));
  assert.deepEqual([ways.length, isMore, slugs(ways[0]!.nodes), slugs(ways[19]!.nodes)], [20, true, "a m00 b", "a m19 b"]);
});

test("a way is lifted out whole, whatever the filter hides, and one of several alone", () => {
  const atlas = openAtlas(overview);
  const found = findWays(atlas, ask("paracentesis", "bone-metastasis"));
  assert.deepEqual(found.ways.map(({ nodes }) => slugs(nodes)), ["paracentesis ascites puncture bone-metastasis", "paracentesis puncture bone-metastasis"].slice(found.ways.length === 1 ? 1 : 0));
  const lifted = liftWays(found, 0)!;
  const shown = addLifted(findShown(atlas, { ...CORE, classes: new Map([["atlas:LocalTherapy", "none"]]) }, NOTHING), lifted);
  for (const id of lifted.nodes) assert.ok(shown.nodes.has(id));
  for (const id of lifted.edges) assert.ok(shown.edges.has(id));
  assert.equal(liftWays({ ways: [], isMore: false }, undefined), undefined);
});

test("the ways stay lifted while the selection is on them", () => {
  const lifted = { nodes: new Set(["a", "b"]), edges: new Set(["e"]) };
  const selected = { nodes: new Set(["c"]), edges: new Set<string>() };
  assert.equal(chooseEmphasis(lifted, undefined, NOTHING), lifted);
  assert.equal(chooseEmphasis(lifted, selected, { kind: "node", id: "a" }), lifted);
  assert.equal(chooseEmphasis(lifted, selected, { kind: "node", id: "c" }), selected);
  assert.equal(chooseEmphasis(undefined, selected, { kind: "node", id: "c" }), selected);
});

test("only what is no part of the way is beside it", () => {
  const found = { ways: [{ nodes: ["a", "b"], steps: [] }], isMore: false };
  assert.equal(isBeside(found, undefined, { kind: "node", id: "c" }), true);
  assert.equal(isBeside(found, undefined, { kind: "node", id: "a" }), false);
  assert.equal(isBeside(found, undefined, NOTHING), false);
  assert.equal(isBeside({ ways: [], isMore: false }, undefined, { kind: "node", id: "c" }), false);
});
