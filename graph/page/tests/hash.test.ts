import assert from "node:assert/strict";
import { test } from "node:test";
import { openAtlas } from "../src/atlas";
import { CORE, EVERYTHING, type Filter } from "../src/filter";
import { ownPlaceOf } from "../src/activities/quiz/quiz-address";
import { readHash, writeHash, NOTHING } from "../src/hash";
import { findUnknown, suggest } from "../src/unknown-address";
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
    "#quiz=", "#quiz=unknown", "#quiz=__proto__&item=1", "#quiz=relief&item=0", "#quiz=relief&item=4", "#quiz=relief&item=", "#quiz=relief&item=-1",
    "#quiz=relief&item=1e0", "#quiz=<img src=x>", "#quiz=relief&shuffle=", "#quiz=relief&shuffle=x", "#quiz=relief&shuffle=123456",
    `#quiz=relief&item=${"1".repeat(100_000)}`, "#item=2", "#quiz=mixed&item=4",
    "#path=", "#path=ascites", "#path=..", "#path=ascites..", "#path=..bone", "#path=ascites..nothing", "#path=__proto__..toString",
    "#path=<img src=x>..bone", `#path=${"..".repeat(50_000)}`, `#path=ascites..bone${"x".repeat(100_000)}`, "#ways=derived",
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

test("an item of a quiz is read and written, counted from 1", () => {
  const quiz = { quiz: "relief", item: 1, isShuffled: false, seed: 0 };
  assert.equal(writeHash({ ...HERE, selection: NOTHING, quiz }, atlas), "#view=pathway&quiz=relief&item=2");
  assert.deepEqual(readHash("#quiz=relief&item=2", atlas).quiz, quiz);
  assert.deepEqual(readHash("#quiz=relief", atlas).quiz, { ...quiz, item: 0 });
  for (const place of [{ ...quiz, isShuffled: true, seed: 4711 }, { ...quiz, quiz: "", item: 2, seed: 65535 }, { ...quiz, quiz: "", isShuffled: true, seed: 3 }]) {
    assert.deepEqual(readHash(writeHash({ ...HERE, selection: NOTHING, quiz: place }, atlas), atlas).quiz, place);
  }
  assert.equal(writeHash({ ...HERE, selection: NOTHING, quiz: { ...quiz, quiz: "", seed: 7 } }, atlas), "#view=pathway&quiz=mixed&item=2&draw=7");
  assert.deepEqual(ownPlaceOf(overview.quizzes[0]!.items[2]!, overview.quizzes), { ...quiz, item: 2 });
});

test("a path is read and written by its two ends", () => {
  const path = { start: "concept:ascites", end: "concept:bone", derived: true };
  assert.equal(writeHash({ ...HERE, selection: NOTHING, path }, atlas), "#view=pathway&path=ascites..bone&ways=derived");
  assert.deepEqual(readHash("#path=ascites..bone&ways=derived", atlas).path, path);
  // By hand, in any language; a name may itself hold two dots.
  assert.deepEqual(readHash("#path=Aszites..metastasis+osea", atlas).path, { start: "concept:ascites", end: "concept:bone-metastasis", derived: false });
  const dotted = { ...overview.nodes[0]!, id: "concept:a..b", iri: "https://example.org/a..b" };
  const two = openAtlas({ ...overview, nodes: [...overview.nodes, dotted] });
  const strange = { start: "concept:a..b", end: "concept:bone", derived: false };
  assert.deepEqual(readHash(writeHash({ ...HERE, selection: NOTHING, path: strange }, two), two).path, strange);
});

test("one thing at a time stands beside the view", () => {
  const { tour, quiz, path, ask } = readHash("#tour=ascites&quiz=relief&path=ascites..bone&ask=x", atlas);
  assert.deepEqual([tour?.tour, quiz, path, ask], ["ascites", undefined, undefined, undefined]);
  const second = readHash("#quiz=relief&path=ascites..bone&ask=x", atlas);
  assert.deepEqual([second.quiz?.quiz, second.path, second.ask], ["relief", undefined, undefined]);
  assert.equal(readHash("#path=ascites..bone&ask=x", atlas).ask, undefined);
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

test("concepts brought in one by one are in the address, in the order of the data", () => {
  const filter = { ...CORE, revealed: new Set(["concept:paracentesis", "concept:bone", "concept:unknown"]) };
  const hash = writeHash({ ...HERE, selection: NOTHING, filter }, atlas);
  assert.equal(hash, "#view=pathway&with=bone,paracentesis");
  assert.deepEqual(readHash(hash, atlas).filter.revealed, new Set(["concept:bone", "concept:paracentesis"]));
});

test("what is selected is shown without being named twice", () => {
  const filter = { ...CORE, revealed: new Set(["concept:paracentesis"]) };
  const selection = { kind: "node", id: "concept:paracentesis" } as const;
  assert.equal(writeHash({ ...HERE, selection, filter }, atlas), "#view=pathway&focus=paracentesis");
});

test("an address stays short enough to be mailed, and the last brought in stay", () => {
  const many = Array.from({ length: 200 }, (_, index) => ({ ...overview.nodes[0]!, id: `concept:${"long".repeat(8)}-${index}`, iri: `https://example.org/${index}` }));
  const big = openAtlas({ ...overview, nodes: [...overview.nodes, ...many] });
  const filter = { ...CORE, revealed: new Set(many.map(({ id }) => id)) };
  const hash = writeHash({ ...HERE, selection: NOTHING, filter }, big);
  assert.ok(hash.length < 1600 && hash.endsWith("-199"), hash);
  const again = writeHash({ ...HERE, selection: NOTHING, filter: readHash(hash, big).filter }, big);
  assert.equal(again, hash);
});

test("whatever `with` holds, only known concepts come out", () => {
  for (const hash of ["#with=", "#with=,,", "#with=__proto__,toString,<img src=x>", `#with=${"x,".repeat(50_000)}`]) {
    assert.deepEqual(readHash(hash, atlas), NOWHERE, hash.slice(0, 40));
  }
});

test("a passage is shown by a statement that it makes", () => {
  const { selection } = readHash("#passage=overview-b5", atlas);
  assert.ok(selection.kind === "edge" && atlas.edges.get(selection.id)!.evidence.some(({ passage }) => passage === "passage:overview-b5"));
});

test("what an address names that isn't there is told, and nothing else", () => {
  const names = (hash: string) => findUnknown(hash, atlas).map(({ part, name }) => [part, name]);
  assert.deepEqual(names("#view=pathway&focus=ascites&lang=de&with=nothing"), []);
  assert.deepEqual(names("#view=map&focus=asites"), [["view", "map"], ["focus", "asites"]]);
  assert.deepEqual(names("#statement=puncture+cures+ascites&passage=b99&tour=ascites&step=99&lang=xx").map(([part]) => part), ["statement", "passage", "tour", "lang"]);
  assert.deepEqual(names("#quiz=relief&item=2&path=ascites..bone"), []);
  assert.deepEqual(names("#quiz=relief&item=9&path=ascites..asites").map(([part]) => part), ["quiz", "path"]);
  assert.deepEqual(names("#quiz=relief&shuffle=x").map(([part]) => part), ["quiz"]);
  assert.deepEqual(names("#focus=%E2%80%AEsseccus"), [["focus", "sseccus"]]);
  assert.equal([...names(`#focus=${"x".repeat(100_000)}`)[0]![1]!].length, 60);
});

test("what may have been meant is proposed", () => {
  assert.equal(suggest(findUnknown("#focus=asites", atlas), atlas)[0]?.node, "concept:ascites");
  assert.deepEqual(suggest(findUnknown("#view=asites", atlas), atlas), []);
});

test("a label in any language names its concept", () => {
  for (const name of ["Aszites", "aszites", "BAUCHWASSER", "fluid+in+the+belly", " ascites "]) {
    assert.deepEqual(readHash(`#focus=${name}`, atlas).selection, { kind: "node", id: "concept:ascites" }, name);
  }
  assert.deepEqual(readHash("#focus=metastasis+osea", atlas).selection, { kind: "node", id: "concept:bone-metastasis" });
  assert.deepEqual(readHash("#focus=fluid", atlas).selection, NOTHING);
});
