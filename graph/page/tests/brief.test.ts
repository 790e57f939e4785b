import assert from "node:assert/strict";
import { test } from "node:test";
import { shorten } from "../src/brief";
import { stepInColumns } from "../src/walking";

test("a long name is cut after a whole word, and says that it is", () => {
  assert.equal(shorten("Overview of metastases of breast cancer and their treatment"), "Overview of metastases of breast…");
  assert.equal(shorten("Overview"), "Overview");
  assert.equal([...shorten("x".repeat(3000))].length, 36);
  assert.equal([...shorten("🧬".repeat(100), 10)].length, 10);
});

test("arrow keys lead through columns, and never out of them", () => {
  const columns = [["a", "b", "c"], ["d"], ["e", "f"]];
  const walk = (here: string, ...keys: string[]) => keys.reduce((at, key) => stepInColumns(columns, at, key) ?? at, here);
  assert.equal(walk("a", "ArrowDown", "ArrowDown", "ArrowDown"), "c");
  assert.equal(walk("c", "ArrowRight", "ArrowRight", "ArrowRight"), "e");
  assert.equal(walk("f", "ArrowLeft", "ArrowLeft", "ArrowLeft"), "a");
  assert.equal(walk("b", "End"), "c");
  assert.equal(stepInColumns(columns, "a", "Tab"), undefined);
  assert.equal(stepInColumns(columns, "gone", "ArrowDown"), undefined);
});
