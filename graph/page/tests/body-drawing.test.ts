import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyShapes, bodySites, shownAlong, viewBox } from "../src/views/body/drawing/body-drawing";
import { bothHalves, line, mirror, shape, tube } from "../src/views/body/drawing/curves";

const slugs = [
  "abdominal-cavity", "bloodstream", "bone", "brain", "breast", "chest-cavity", "jaw", "liver", "lung", "lymphatic-pathways", "muscle",
  "peritoneal-cavity", "peritoneum", "pleura", "pleural-cavity", "skin", "soft-tissue", "spinal-cord", "vertebral-column", "whole-body",
];

/** The ends of a path's pieces; what an arc or a curve bulges beyond them is not counted. */
function boundsOf(path: string) {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [, letter, rest] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const values = [...rest!.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
    if (letter === "H") xs.push(...values);
    else if (letter === "V") ys.push(...values);
    else if (letter === "A") for (let at = 0; at < values.length; at += 7) (xs.push(values[at + 5]!), ys.push(values[at + 6]!));
    else for (let at = 0; at < values.length; at += 2) (xs.push(values[at]!), ys.push(values[at + 1]!));
  }
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

test("every site is drawn, can be hit and is named once", () => {
  assert.deepEqual(bodySites.map(({ slug }) => slug).sort(), slugs);
  assert.deepEqual([...new Set(bodyShapes.flatMap(({ site }) => site ?? []))].sort(), slugs);
  assert.equal(new Set(bodyShapes.map(({ id }) => id)).size, bodyShapes.length);
});

test("what is shown along is a site, too", () => {
  for (const [slug, others] of Object.entries(shownAlong)) for (const each of [slug, ...others]) assert.ok(slugs.includes(each), each);
});

test("every path is a path, and lies within the picture", () => {
  for (const { id, paths } of [...bodyShapes, ...bodySites.map(({ slug, hits }) => ({ id: slug, paths: hits }))]) {
    assert.ok(paths.length > 0, id);
    for (const path of paths) {
      assert.match(path, /^M-?[\d.]+,-?[\d.]+[MLHVCQAZ\d., -]+$/, id);
      const { left, right, top, bottom } = boundsOf(path);
      assert.ok(left >= viewBox.x && right <= viewBox.x + viewBox.width && top >= viewBox.y && bottom <= viewBox.y + viewBox.height, id);
    }
  }
});

test("every hit is at least 24 by 24 in one piece", () => {
  for (const { slug, hits } of bodySites) {
    const sizes = hits.map(boundsOf).map(({ left, right, top, bottom }) => Math.min(right - left, bottom - top));
    assert.ok(sizes.some((size) => size >= 24), `${slug}: ${sizes.join(" ")}`);
  }
});

test("no two leaders of a side run on each other", () => {
  for (const side of ["left", "right"]) {
    const heights = bodySites.filter((site) => site.side === side).map(({ anchor }) => anchor[1]).sort((a, b) => a - b);
    heights.slice(1).forEach((y, index) => assert.ok(y - heights[index]! >= 8, `${side} at ${y}`));
  }
});

test("what stands for a condition is marked so, and hangs on a site", () => {
  const shown = bodyShapes.filter(({ shownWith }) => shownWith);
  assert.deepEqual(shown.map(({ id, site, shownWith }) => [id, site, shownWith]).sort(), [
    ["fluid-peritoneal", "peritoneal-cavity", "ascites"], ["fluid-pleural", "pleural-cavity", "pleural-effusion"], ["primary-tumour", "breast", "primary-tumour"],
  ]);
});

test("curves go through their landmarks, turn sharply only at corners, and close", () => {
  assert.equal(line([[0, 0], [30, 0]]), "M0,0C10,0 20,0 30,0");
  assert.match(shape([[0, 0], [10, 0], [10, 10]]), /^M0,0C.* 10,0C.* 10,10C.* 0,0Z$/);
  assert.equal(shape([[0, 0, "corner"], [9, 0, "corner"], [9, 9, "corner"]]), "M0,0C3,0 6,0 9,0C9,3 9,6 9,9C6,6 3,3 0,0Z");
  assert.deepEqual(mirror([[1, 2], [3, 4, "corner"]]), [[-1, 2], [-3, 4, "corner"]]);
  assert.deepEqual(bothHalves([[0, 0], [5, 5], [0, 9]]), [[0, 0], [5, 5], [0, 9], [-5, 5]]);
  assert.match(tube([[0, 0, 2], [0, 10, 2]]), /^M-2,0C.* -2,10A2,2 0 0 0 2,10C.* 2,0A2,2 0 0 0 -2,0Z$/);
});
