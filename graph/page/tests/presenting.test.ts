import assert from "node:assert/strict";
import { test } from "node:test";
import { directionOf, neighbourIn, type Pressed } from "../src/presenting/keys";

const press = (key: string, more: Partial<Pressed> = {}) =>
  directionOf({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, defaultPrevented: false, target: null, ...more });

test("arrows and page keys go on and back", () => {
  assert.deepEqual(["ArrowRight", "PageDown", "ArrowLeft", "PageUp"].map((key) => press(key)), [1, 1, -1, -1]);
  assert.deepEqual(["ArrowUp", "ArrowDown", "Escape", " ", "Enter", "constructor"].map((key) => press(key)), Array(6).fill(undefined));
});

test("a key that means something else where it was pressed is left alone", () => {
  assert.equal(press("ArrowRight", { target: { closest: () => ({}) } }), undefined);
  assert.equal(press("ArrowRight", { target: { closest: () => null } }), 1);
  assert.equal(press("ArrowRight", { defaultPrevented: true }), undefined);
  assert.equal(press("ArrowLeft", { altKey: true }), undefined);
});

test("the views stand in a row whose ends meet", () => {
  assert.equal(neighbourIn(["a", "b", "c"], "c", 1), "a");
  assert.equal(neighbourIn(["a", "b", "c"], "a", -1), "c");
  assert.equal(neighbourIn(["a"], "a", 1), "a");
});
