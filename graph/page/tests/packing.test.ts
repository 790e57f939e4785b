import assert from "node:assert/strict";
import { test } from "node:test";
import { readDisplay, FORMAT } from "../src/display";
import { unpack } from "../src/packing";
import { overview } from "./worlds";

test("columns become rows again", () => {
  const table = {
    rows: 3,
    columns: {
      id: ["a", "b", "c"], core: { all: true }, kind: { of: ["x", null], at: [0, 1, 0] },
      proof: { of: { rows: 2, columns: { rule: { all: "inverse" }, premises: [["e1"], ["e2"]] } }, at: [-1, 1, 0] },
    },
  };
  assert.deepEqual(unpack(table), [
    { id: "a", core: true, kind: "x", proof: null },
    { id: "b", core: true, kind: null, proof: { rule: "inverse", premises: ["e2"] } },
    { id: "c", core: true, kind: "x", proof: { rule: "inverse", premises: ["e1"] } },
  ]);
});

test("rows that came as rows stay as they are", () => {
  assert.deepEqual(readDisplay(JSON.stringify(overview)), overview);
  assert.throws(() => readDisplay(JSON.stringify({ ...overview, format: FORMAT + 1 })), /reads format/);
});
