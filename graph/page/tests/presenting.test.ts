import assert from "node:assert/strict";
import { test } from "node:test";
import type { Box } from "../src/boxes";
import { directionOf, neighbourIn, type Pressed } from "../src/presenting/keys";
import { MOST_ROWS, setStage, stackNodes } from "../src/presenting/stage";

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

const layers = [{ id: "left", x: 0 }, { id: "empty", x: 260 }, { id: "right", x: 520 }];
const box = (): Box => ({ x: 0, y: 0, width: 156, height: 51, lines: [] });

test("on the stage columns close up, in their order, and no box touches another", () => {
  const places = new Map([["a", { x: 520, y: 9 }], ["b", { x: 0, y: 5 }], ["c", { x: 520, y: -3 }]]);
  const stacks = stackNodes(places.keys(), (id) => places.get(id)!, layers, "b");
  assert.deepEqual(stacks.map(({ layer, nodes }) => [layer.id, ...nodes]), [["left", "b"], ["right", "c", "a"]]);
  const { boxes, columns } = setStage(stacks, box);
  assert.deepEqual(columns.map(({ id }) => id), ["left", "right"]);
  assert.equal(boxes.get("c")!.x, boxes.get("a")!.x);
  assert.ok(boxes.get("a")!.x - boxes.get("b")!.x > 156);
  assert.ok(boxes.get("a")!.y - boxes.get("c")!.y > 51);
});

test("a column that is too high is parted, and the selected concept stands before it", () => {
  const ids = Array.from({ length: MOST_ROWS + 2 }, (_, index) => `n${index}`);
  const stacks = stackNodes(ids, (id) => ({ x: 0, y: ids.indexOf(id) }), layers, "n4");
  assert.deepEqual(stacks[0]!.nodes, ["n4"]);
  assert.deepEqual(stacks.flatMap(({ nodes }) => nodes).sort(), [...ids].sort());
  assert.equal(setStage(stacks, box).columns.length, 1);
  const many = Array.from({ length: 20 }, (_, index) => `m${index}`);
  assert.ok(stackNodes(many, () => ({ x: 0, y: 0 }), layers, undefined).every(({ nodes }) => nodes.length <= MOST_ROWS + 1));
});
