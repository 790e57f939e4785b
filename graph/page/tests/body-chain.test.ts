import assert from "node:assert/strict";
import { test } from "node:test";
import { openAtlas, shortId } from "../src/atlas";
import type { Display } from "../src/display";
import { CORE, EVERYTHING, findShown, type Filter } from "../src/filter";
import type { Selection } from "../src/hash";
import { readBodyMap, textsOf } from "../src/views/body/body-map";
import { columnOf, findChain, findLying, findSites, findUnplaced } from "../src/views/body/chain";
import { hostile, overview } from "./worlds";

const atlas = openAtlas(overview);
const node = (slug: string): Selection => ({ kind: "node", id: `concept:${slug}` });

function chainOf(selection: Selection, filter: Filter = CORE, of = atlas) {
  const chain = findChain(of, findShown(of, filter, selection), selection);
  return { nodes: [...(chain?.nodes ?? [])].map(shortId).sort(), edges: [...(chain?.edges ?? [])].sort() };
}

test("sites are the data's concepts that the drawing has a place for, from head to foot", () => {
  assert.deepEqual([...findSites(atlas).keys()], ["peritoneum", "bone"]);
  assert.equal(columnOf(atlas, "concept:bone"), "sites");
  assert.equal(columnOf(atlas, "concept:ascites"), "conditions");
});

test("from a site the chain leads to what is done about what lies there", () => {
  assert.deepEqual(chainOf(node("bone")).nodes, ["bone", "bone-metastasis", "puncture", "rankl-inhibitor-therapy"]);
  assert.deepEqual(chainOf(node("peritoneum")).nodes, ["peritoneal-metastasis", "peritoneum"]);
});

test("from an intervention it leads back to the sites, and a stated negative leads nowhere", () => {
  const { nodes, edges } = chainOf(node("puncture"));
  assert.deepEqual(nodes, ["ascites", "bone-metastasis", "damage-to-peritoneum", "puncture"]);
  assert.ok(edges.includes("e6") && edges.includes("e5"));
  assert.deepEqual(chainOf(node("rankl-inhibitor-therapy")).nodes, ["bone", "bone-metastasis", "denosumab", "rankl-inhibitor-therapy"].filter((id) => id !== "denosumab"));
});

test("what a rule derives is drawn where it speaks of the selection, and only while it is shown", () => {
  assert.ok(chainOf(node("bone"), EVERYTHING).edges.includes("e9"));
  assert.ok(!chainOf(node("bone-metastasis"), EVERYTHING).edges.includes("e9"));
  assert.ok(!chainOf(node("bone"), { ...EVERYTHING, derived: false }).edges.includes("e9"));
});

test("what is switched off is in no chain", () => {
  const off: Filter = { ...CORE, properties: new Map([["atlas:occursIn", "none"]]) };
  assert.deepEqual(chainOf(node("bone"), off).nodes, ["bone"]);
  const without: Filter = { ...CORE, classes: new Map([["atlas:SystemicTherapy", "none"]]) };
  assert.deepEqual(chainOf(node("bone"), without).nodes, ["bone", "bone-metastasis", "puncture"]);
});

test("a statement shows its two ends and where they lie", () => {
  const { nodes, edges } = chainOf({ kind: "edge", id: "e7" });
  assert.deepEqual(nodes, ["bone", "bone-metastasis", "rankl-inhibitor-therapy"]);
  assert.deepEqual(edges, ["e2", "e7"]);
  assert.equal(findChain(atlas, findShown(atlas, CORE, { kind: "none" }), { kind: "none" }), undefined);
});

test("labels say what lies at a site, and what has no place is not lost", () => {
  const shown = findShown(atlas, CORE, { kind: "none" });
  assert.deepEqual(findLying(atlas, shown, "concept:bone"), ["concept:bone-metastasis"]);
  const unplaced = findUnplaced(atlas, shown).map(({ id }) => shortId(id));
  assert.ok(unplaced.includes("haematogenous-spread"));
  assert.ok(!unplaced.includes("bone") && !unplaced.includes("rankl-inhibitor-therapy"));
  const placed = shown.nodes.size - unplaced.length;
  assert.ok(placed > 0 && unplaced.every((id) => shown.nodes.has(`concept:${id}`)));
});

test("fluid is drawn with its condition, marks with the metastases", () => {
  const read = (selection: Selection) => readBodyMap(atlas, findShown(atlas, CORE, selection), CORE, selection);
  assert.ok(read(node("puncture")).concerned.has("ascites"));
  assert.ok(read(node("ascites")).concerned.has("ascites"));
  assert.ok(read({ kind: "edge", id: "e5" }).concerned.has("ascites"));
  assert.ok(!read(node("bone")).concerned.has("ascites"));
  // Its chain may lead to the condition; the site alone isn't full of fluid.
  const joined = openAtlas({ ...overview, edges: overview.edges.map((each) => (each.id === "e3" ? { ...each, from: "concept:damage-to-peritoneum" } : each)) });
  const shown = findShown(joined, CORE, node("peritoneum"));
  const map = readBodyMap(joined, shown, CORE, node("peritoneum"));
  assert.ok(map.chain!.nodes.has("concept:ascites") && !map.concerned.has("ascites"));
  assert.deepEqual([...read(node("bone-metastasis")).marked], ["bone"]);
  assert.deepEqual([...(read(node("bone-metastasis")).lifted ?? [])], ["bone"]);
  assert.equal(read({ kind: "none" }).lifted, undefined);
});

test("a site whose class is switched off can't be clicked, a hidden one can", () => {
  const none: Selection = { kind: "none" };
  const off: Filter = { ...CORE, classes: new Map([["atlas:Organ", "none"]]) };
  assert.equal(readBodyMap(atlas, findShown(atlas, off, none), off, none).clickable.size, 0);
  const hidden = openAtlas({ ...overview, nodes: overview.nodes.map((each) => ({ ...each, core: false })) });
  const map = readBodyMap(hidden, findShown(hidden, CORE, none), CORE, none);
  assert.deepEqual([map.sites.size, map.clickable.size], [0, 2]);
  assert.deepEqual(textsOf(map).map(({ label }) => label).sort(), ["bone", "peritoneum"]);
});

test("data without any site of the drawing, and hostile data, make a map", () => {
  const bare: Display = { ...overview, nodes: overview.nodes.filter(({ class: kind }) => kind !== "atlas:Organ") };
  const none = openAtlas(bare);
  const shown = findShown(none, EVERYTHING, { kind: "none" });
  assert.equal(findSites(none).size, 0);
  assert.equal(findUnplaced(none, shown).length, bare.nodes.length);
  assert.deepEqual(chainOf(node("bone"), CORE, openAtlas(hostile)).nodes.includes("bone"), true);
});
