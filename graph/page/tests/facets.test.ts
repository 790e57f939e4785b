import assert from "node:assert/strict";
import { test } from "node:test";
import { openAtlas } from "../src/atlas";
import type { Display } from "../src/display";
import { countFacets, optionsOf } from "../src/facets";
import { CORE, EVERYTHING, findShown, isNarrowed, type Filter } from "../src/filter";
import { groundsOf } from "../src/grounds";
import { NOTHING } from "../src/hash";
import { makeState, resetFilter, resetToEverything, selectNode, setOrigin, showCore, showEverything, toggleFacet } from "../src/state";
import { overview } from "./worlds";

/** The overview, and a second source which holds for possible what the overview states. */
const world: Display = {
  ...overview,
  sources: [...overview.sources, { ...overview.sources[0]!, id: "source:editorial", title: "Editorial" }],
  passages: [
    ...overview.passages,
    { ...overview.passages[0]!, id: "passage:ours", source: "source:editorial", modality: "atlas:editorial" },
    { ...overview.passages[0]!, id: "passage:other", source: "source:editorial", modality: "atlas:possible" },
  ],
  edges: overview.edges.map((edge) => {
    if (edge.id === "e12") return { ...edge, evidence: [{ passage: "passage:ours", sentence: "" }] };
    if (edge.id === "e4") return { ...edge, modalities: ["atlas:asserted", "atlas:possible"], evidence: [...edge.evidence, { passage: "passage:other", sentence: "" }] };
    if (edge.id === "e9") return { ...edge, modalities: ["atlas:asserted", "atlas:possible"] };
    return edge;
  }),
};
const atlas = openAtlas(world);
const edgesOf = (more: Partial<Filter>) => [...findShown(atlas, { ...EVERYTHING, ...more }, NOTHING).edges];
const [stated, possible, editorial] = [new Set(["atlas:asserted"]), new Set(["atlas:possible"]), new Set(["source:editorial"])];

test("nothing chosen is all", () => {
  assert.equal(edgesOf({ modalities: new Set(), sources: new Set() }).length, edgesOf({}).length);
});

test("firmness chooses stated statements by any of their passages, derived ones by their weakest premise", () => {
  assert.deepEqual(edgesOf({ modalities: possible }), ["e4", "e7", "e9"]);
  assert.ok(!edgesOf({ modalities: stated }).includes("e9"));
});

test("source and firmness must be those of one passage", () => {
  assert.deepEqual(edgesOf({ sources: editorial }), ["e4", "e12"]);
  assert.deepEqual(edgesOf({ sources: editorial, modalities: possible }), ["e4"]);
  assert.deepEqual(edgesOf({ sources: editorial, modalities: stated }), []);
});

test("several of a facet are one or the other", () => {
  assert.deepEqual(edgesOf({ modalities: new Set(["atlas:possible", "atlas:editorial"]) }), ["e4", "e7", "e9", "e12"]);
});

test("a derived statement rests on the sources of its premises, and circles end", () => {
  assert.deepEqual(groundsOf(atlas, atlas.edges.get("e9")!), [{ source: "source:overview", modality: "atlas:possible" }]);
  const circle = openAtlas({ ...world, edges: world.edges.map((edge) => (edge.id === "e9" ? { ...edge, proof: { ...edge.proof!, premises: ["e9", "e7"] } } : edge)) });
  assert.deepEqual(groundsOf(circle, circle.edges.get("e9")!).map(({ source }) => source), ["source:overview"]);
});

test("each count is what one would see on choosing it alone, with all else as it is", () => {
  const filters: readonly Filter[] = [
    CORE, EVERYTHING, { ...EVERYTHING, sources: editorial }, { ...EVERYTHING, modalities: possible, sources: editorial },
    { ...EVERYTHING, derived: false, modalities: stated }, { ...CORE, classes: new Map([["atlas:Condition", "none"]]), modalities: possible },
  ];
  for (const filter of filters) {
    const counts = countFacets(atlas, filter, NOTHING);
    for (const id of optionsOf(atlas).modalities) {
      assert.equal(counts.modalities.get(id) ?? 0, findShown(atlas, { ...filter, modalities: new Set([id]) }, NOTHING).edges.size, id);
    }
    for (const id of optionsOf(atlas).sources) {
      assert.equal(counts.sources.get(id) ?? 0, findShown(atlas, { ...filter, sources: new Set([id]) }, NOTHING).edges.size, id);
    }
    for (const origin of ["stated", "ours", "derived"] as const) {
      const alone = { ...filter, stated: false, ours: false, derived: false, [origin]: true };
      assert.equal(counts.origins.get(origin) ?? 0, findShown(atlas, alone, NOTHING).edges.size, origin);
    }
  }
});

test("a facet offers what statements rest on, also what nobody describes", () => {
  assert.deepEqual(optionsOf(atlas).modalities, ["atlas:asserted", "atlas:possible", "atlas:editorial"]);
  const bare = openAtlas({ ...world, modalities: [], sources: [] });
  assert.deepEqual([...optionsOf(bare).sources].sort(), ["source:editorial", "source:overview"]);
});

test("core and everything leave the facets alone, and a reset leaves the amount", () => {
  const state = makeState(atlas, "light");
  toggleFacet(state, "modalities", "atlas:possible");
  setOrigin(state, "ours", false);
  showEverything(state);
  assert.deepEqual([...state.shown.value.edges], ["e4", "e7", "e9"]);
  showCore(state);
  assert.deepEqual([...state.filter.value.modalities], ["atlas:possible"]);
  showEverything(state);
  assert.ok(isNarrowed(state.filter.value));
  resetFilter(state);
  assert.deepEqual(state.filter.value, EVERYTHING);
  assert.ok(!isNarrowed(state.filter.value));
  toggleFacet(state, "sources", "source:editorial");
  toggleFacet(state, "sources", "source:editorial");
  assert.equal(state.filter.value.sources.size, 0);
  showCore(state);
  toggleFacet(state, "sources", "source:editorial");
  resetToEverything(state);
  assert.deepEqual(state.filter.value, EVERYTHING);
});

test("a reset keeps what is selected in sight", () => {
  const state = makeState(atlas, "light");
  selectNode(state, "concept:paracentesis");
  toggleFacet(state, "modalities", "atlas:possible");
  resetFilter(state);
  assert.ok(state.shown.value.nodes.has("concept:paracentesis"));
});

test("thousands of statements are filtered at once", () => {
  const edges = Array.from({ length: 5000 }, (_, index) => ({ ...world.edges[index % world.edges.length]!, id: `m${index}` }));
  const large = openAtlas({ ...world, edges });
  groundsOf(large, large.edges.get("m0")!);
  // The processor's time, since the clock goes on while others have it.
  const start = process.cpuUsage();
  findShown(large, { ...EVERYTHING, modalities: possible }, NOTHING);
  countFacets(large, { ...EVERYTHING, modalities: possible }, NOTHING);
  assert.ok(process.cpuUsage(start).user < 1_000_000);
});
