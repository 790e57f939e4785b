import assert from "node:assert/strict";
import { test } from "node:test";
import { safeLink } from "../src/links";
import { splitSentence } from "../src/sentences";
import { capitalize, fold } from "../src/words";
import { ATTACK } from "./worlds";

test("only http and https lead out", () => {
  assert.equal(safeLink("https://example.org/a b"), "https://example.org/a%20b");
  for (const address of [null, "", "javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "file:///etc", "/x", "//x", "\u0001javascript:1"]) {
    assert.equal(safeLink(address), undefined, String(address));
  }
});

test("the concepts of a sentence are found, the longest name first", () => {
  const pieces = splitSentence("Bone metastasis occurs in bone", [
    { node: "bone", labels: ["bone"] }, { node: "metastasis", labels: ["bone metastasis"] },
  ]);
  assert.deepEqual(pieces, [{ text: "Bone metastasis", node: "metastasis" }, { text: " occurs in " }, { text: "bone", node: "bone" }]);
});

test("plurals are found, parts of other words are not", () => {
  assert.equal(splitSentence("It reaches bones", [{ node: "b", labels: ["bone"] }])[1]?.node, "b");
  assert.deepEqual(splitSentence("The backbone", [{ node: "b", labels: ["bone"] }]), [{ text: "The backbone" }]);
});

test("a sentence loses nothing by being split", () => {
  const sentence = `${ATTACK} relieves ASCITES (${ATTACK}).`;
  const pieces = splitSentence(sentence, [{ node: "a", labels: ["ascites", ""] }, { node: "x", labels: [ATTACK] }]);
  assert.equal(pieces.map(({ text }) => text).join(""), sentence);
});

test("folding forgets case and accents", () => {
  assert.equal(fold("Métastase ÓSEA groß"), "metastase osea gross");
  assert.equal(capitalize("ascites"), "Ascites");
  assert.equal(capitalize(""), "");
});
