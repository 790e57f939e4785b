import assert from "node:assert/strict";
import { test } from "node:test";
import { openAtlas } from "../src/atlas";
import { readHash, writeHash, NOTHING } from "../src/hash";
import { overview } from "./worlds";

const atlas = openAtlas(overview);
const NOWHERE = { view: "pathway", selection: NOTHING } as const;

const HERE = { view: "pathway", language: "en", wording: "clinical" } as const;

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
  ]) {
    assert.deepEqual(readHash(hash, atlas), NOWHERE, hash.slice(0, 60));
  }
});

test("language and wording are kept, where they are not the page's own", () => {
  const place = { view: "table", selection: NOTHING, language: "de", wording: "plain" } as const;
  assert.equal(writeHash(place, atlas), "#view=table&lang=de&wording=plain");
  assert.deepEqual(readHash(writeHash(place, atlas), atlas), place);
  assert.equal(readHash("#lang=xx", atlas).language, "en");
});
