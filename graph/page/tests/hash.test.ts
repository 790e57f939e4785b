import assert from "node:assert/strict";
import { test } from "node:test";
import { openAtlas } from "../src/atlas";
import { CORE, EVERYTHING, type Filter } from "../src/filter";
import { readHash, writeHash, NOTHING } from "../src/hash";
import { overview } from "./worlds";

const atlas = openAtlas(overview);
const NOWHERE = { view: "pathway", selection: NOTHING, language: "en", wording: "clinical", filter: CORE } as const;

const HERE = { view: "pathway", language: "en", wording: "clinical", filter: CORE } as const;

test("a slug, an id and an IRI name the same concept", () => {
  for (const name of ["ascites", "concept:ascites", "https://w3id.org/metastasis-atlas/concept/ascites"]) {
    assert.deepEqual(readHash(`#view=pathway&focus=${encodeURIComponent(name)}`, atlas).selection, { kind: "node", id: "concept:ascites" });
  }
});

test("what is written is read again", () => {
  for (const selection of [
    NOTHING, { kind: "node", id: "concept:breast-cancer" }, { kind: "edge", id: "e6" },
  ] as const) {
    assert.deepEqual(readHash(writeHash({ ...HERE, selection }, atlas), atlas).selection, selection);
  }
});

test("addresses are short enough to read aloud", () => {
  assert.equal(writeHash({ ...HERE, selection: { kind: "node", id: "concept:ascites" } }, atlas), "#view=pathway&focus=ascites");
  assert.equal(
    writeHash({ ...HERE, selection: { kind: "edge", id: "e5" } }, atlas),
    "#view=pathway&statement=puncture+relieves+ascites",
  );
});

test("a concept whose short name is taken keeps its whole id", () => {
  const twin = { ...overview.nodes[7]!, id: "https://example.org/ascites", iri: "https://example.org/ascites" };
  const two = openAtlas({ ...overview, nodes: [...overview.nodes, twin] });
  const selection = { kind: "node", id: twin.id } as const;
  assert.deepEqual(readHash(writeHash({ ...HERE, selection }, two), two).selection, selection);
});

test("whatever else the address holds leads nowhere", () => {
  for (const hash of [
    "", "#", "#&&==", "#focus=", "#focus=unknown", "#focus=%E0%A4%A", "#focus=__proto__", "#view=constructor&focus=toString",
    "#focus=<img src=x onerror=alert(1)>", "#statement=</script><script>alert(1)</script>", `#focus=${"x".repeat(100_000)}`,
    "#tour=", "#tour=unknown&step=1", "#step=2", "#tour=__proto__&step=1", "#tour=ascites&step=0", "#tour=ascites&step=3", "#tour=ascites&step=",
    "#tour=ascites&step=-1", "#tour=ascites&step=1e0", "#tour=ascites&step=<img src=x>", `#tour=ascites&step=${"1".repeat(100_000)}`,
  ]) {
    assert.deepEqual(readHash(hash, atlas), NOWHERE, hash.slice(0, 60));
  }
});

test("language and wording are kept, where they are not the page's own", () => {
  const place = { view: "table", selection: NOTHING, language: "de", wording: "plain", filter: CORE } as const;
  assert.equal(writeHash(place, atlas), "#view=table&lang=de&wording=plain");
  assert.deepEqual(readHash(writeHash(place, atlas), atlas), place);
  assert.equal(readHash("#lang=xx", atlas).language, "en");
});

test("a step of a tour is read and written, counted from 1", () => {
  const selection = { kind: "node", id: "concept:puncture" } as const;
  const place = { view: "focus", selection, language: "en", wording: "clinical", filter: CORE, tour: { tour: "ascites", step: 1 } } as const;
  assert.equal(writeHash(place, atlas), "#view=focus&focus=puncture&tour=ascites&step=2");
  assert.deepEqual(readHash(writeHash(place, atlas), atlas), place);
});

test("a link may name a step alone, or only its tour", () => {
  assert.deepEqual(readHash("#tour=ascites&step=2&lang=de", atlas), {
    view: "focus", selection: { kind: "node", id: "concept:puncture" }, language: "de", wording: "clinical", filter: CORE, tour: { tour: "ascites", step: 1 },
  });
  assert.deepEqual(readHash("#tour=ascites", atlas).tour, { tour: "ascites", step: 0 });
});

test("who has wandered off from a step is found where they were", () => {
  for (const [selection, view] of [[NOTHING, "focus"], [{ kind: "node", id: "concept:bone" }, "focus"], [{ kind: "edge", id: "e2" }, "table"]] as const) {
    const place = { view, selection, language: "en", wording: "clinical", filter: CORE, tour: { tour: "ascites", step: 1 } } as const;
    assert.deepEqual(readHash(writeHash(place, atlas), atlas), place);
  }
});

test("how much is shown, and of what, is kept", () => {
  const filter: Filter = {
    ...EVERYTHING, ours: false, derived: false, classes: new Map([["atlas:Organ", "none"]]), properties: new Map([["atlas:causes", "all"]]),
    modalities: new Set(["atlas:possible"]), sources: new Set(["source:overview"]),
  };
  const hash = writeHash({ ...HERE, selection: NOTHING, filter }, atlas);
  assert.equal(hash, "#view=pathway&show=all&hide=ours,derived&classes=Organ:none&properties=causes:all&modality=possible&source=overview");
  assert.deepEqual(readHash(hash, atlas).filter, filter);
});

test("what is not known of a filter is left out", () => {
  for (const hash of [
    "#show=some", "#hide=none,,x", "#classes=Organ", "#classes=Organ:most,__proto__:all,:none,nothing:none", "#properties=toString:all",
    "#modality=maybe,", "#source=<img src=x>", "#source=__proto__",
  ]) assert.deepEqual(readHash(hash, atlas).filter, CORE, hash);
  assert.deepEqual(readHash("#classes=Organ:none,nothing:none", atlas).filter.classes, new Map([["atlas:Organ", "none"]]));
});

test("a concept brought in one by one is not in the address", () => {
  const filter = { ...CORE, revealed: new Set(["concept:paracentesis"]) };
  assert.equal(writeHash({ ...HERE, selection: NOTHING, filter }, atlas), "#view=pathway");
});

test("a label in any language names its concept", () => {
  for (const name of ["Aszites", "aszites", "BAUCHWASSER", "fluid+in+the+belly", " ascites "]) {
    assert.deepEqual(readHash(`#focus=${name}`, atlas).selection, { kind: "node", id: "concept:ascites" }, name);
  }
  assert.deepEqual(readHash("#focus=metastasis+osea", atlas).selection, { kind: "node", id: "concept:bone-metastasis" });
  assert.deepEqual(readHash("#focus=fluid", atlas).selection, NOTHING);
});
