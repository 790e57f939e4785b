import assert from "node:assert/strict";
import { test } from "node:test";
import { openAtlas } from "../src/atlas";
import { localise } from "../src/localise";
import { inWording } from "../src/wording";
import { overview } from "./worlds";

const world = {
  ...overview,
  nodes: overview.nodes.map((node) => ({ ...node, plainLabel: node.id === "concept:ascites" ? "water in the belly" : "" })),
  translations: { de: { nodes: { 7: { label: "Aszites", lang: "de", plainLabel: "Wasser im Bauch" } } } },
};
const atlas = openAtlas(world);

test("in plain wording a concept bears its lay label, and keeps the clinical one beside it", () => {
  const plain = inWording(atlas, "plain");
  assert.equal(plain.nodes.get("concept:ascites")!.label, "water in the belly");
  assert.deepEqual(plain.nodes.get("concept:ascites")!.clinical, { text: "ascites", lang: "en" });
  assert.equal(plain.nodes.get("concept:bone")!.label, "bone");
  assert.equal(plain.nodes.get("concept:bone")!.clinical, undefined);
  assert.deepEqual([...plain.edges.values()].map(({ sentence }) => sentence), [...atlas.edges.values()].map(({ sentence }) => sentence));
});

test("each language has lay labels of its own", () => {
  const plain = inWording(openAtlas(localise(world, "de")), "plain");
  const { label, lang, clinical } = plain.nodes.get("concept:ascites")!;
  assert.deepEqual([label, lang, clinical], ["Wasser im Bauch", "de", { text: "Aszites", lang: "de" }]);
});

test("clinical wording, and data without lay labels, stay what they are", () => {
  assert.equal(inWording(atlas, "clinical"), atlas);
  const without = openAtlas(overview);
  assert.equal(inWording(without, "plain"), without);
});
