import assert from "node:assert/strict";
import { test } from "node:test";
import { openAtlas } from "../src/atlas";
import { makeBoxes, moveApart, type Box } from "../src/boxes";
import { atMost, boundsOf, fit, isInView, startAt, viewOf } from "../src/camera";
import { assignClassStyles } from "../src/class-styles";
import { crosses } from "../src/crossing";
import { placeLabels, type EdgeLabel } from "../src/edge-labels";
import { areaOf, distanceTo, isInSight, pointOn, routeEdges } from "../src/routes";
import { outlineOf, SHAPES, sideOf } from "../src/shapes";
import { wrap } from "../src/wrapping";
import { hostile, overview } from "./worlds";

const byLetters = (text: string) => text.length * 7;
const box = (x: number, y: number, height = 40): Box => ({ x, y, width: 150, height, lines: [] });
const touches = (a: Box, b: Box) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

test("labels break between words, and within a word only where they must", () => {
  assert.deepEqual(wrap("therapy with a RANK ligand inhibitor", 140, byLetters), ["therapy with a RANK", "ligand inhibitor"].flatMap((line) => wrap(line, 140, byLetters)));
  assert.deepEqual(wrap("bone metastasis", 70, byLetters), ["bone", "metastasis"]);
  assert.deepEqual(wrap("Peritonealkarzinose", 84, byLetters), ["Peritoneal-", "karzinose"]);
  assert.deepEqual(wrap("hormone-receptor-positive", 84, byLetters).map((line) => line.replace(/-$/, "")), ["hormone", "receptor", "positive"]);
  assert.deepEqual(wrap("", 84, byLetters), []);
});

test("a broken word leaves no single letter over", () => {
  assert.deepEqual(wrap("Lungenmetastase", 7 * 14, byLetters), ["Lungenme-", "tastase"]);
});

test("no line is broader than its room, and no label endless", () => {
  const lines = wrap("word ".repeat(200) + "x".repeat(500), 90, byLetters);
  assert.ok(lines.length <= 4);
  for (const line of lines) assert.ok(byLetters(line) <= 90, line);
  assert.ok(lines.at(-1)!.endsWith("…"));
});

test("no box covers another, whatever the data's positions", () => {
  for (const display of [overview, hostile, { ...overview, nodes: overview.nodes.map((node) => ({ ...node, x: 0, y: 0 })) }]) {
    const boxes = [...moveApart(makeBoxes(openAtlas(display), assignClassStyles(display.classes), byLetters), () => true).values()];
    boxes.forEach((one, index) => boxes.slice(index + 1).forEach((other) => assert.ok(!touches(one, other))));
  }
});

test("boxes that have room stay where they are; crowded ones keep their order around their middle", () => {
  const moved = moveApart(new Map([["a", box(0, 0)], ["b", box(0, 10)], ["c", box(0, 500)], ["d", box(300, 3)]]), () => true);
  assert.equal(moved.get("c")!.y, 500);
  assert.equal(moved.get("d")!.y, 3);
  assert.ok(moved.get("a")!.y < moved.get("b")!.y);
  assert.equal((moved.get("a")!.y + moved.get("b")!.y) / 2, 5);
});

test("hidden boxes take no room", () => {
  const moved = moveApart(new Map([["a", box(0, 0)], ["b", box(0, 10)]]), (id) => id === "a");
  assert.equal(moved.get("a")!.y, 0);
});

test("fitting shows all of it", () => {
  const window = { width: 1000, height: 700, head: 40, foot: 0 };
  const bounds = boundsOf([box(0, 0), box(1400, 900)])!;
  assert.ok(isInView(bounds, fit(bounds, window), window));
  const covered = { ...window, foot: 300 };
  assert.ok(isInView(bounds, fit(bounds, covered), covered));
  assert.ok(!isInView(bounds, fit(bounds, window), covered));
});

test("edges begin and end on the outline of their nodes", () => {
  const boxes = new Map([["concept:puncture", box(400, 0)], ["concept:ascites", box(0, 200)]]);
  const relieves = overview.edges.filter(({ id }) => id === "e5");
  const route = routeEdges(relieves, boxes, () => "box").get("e5")!;
  assert.deepEqual([route.from.x, route.to.x], [325, 75]);
  assert.deepEqual(pointOn(route, 0), route.from);
  assert.deepEqual(pointOn(route, 1), route.to);
});

test("edges between the same two nodes don't lie on each other", () => {
  const boxes = new Map([["concept:puncture", box(400, 0)], ["concept:ascites", box(0, 200)]]);
  const one = overview.edges.find(({ id }) => id === "e5")!;
  const routes = routeEdges([one, { ...one, id: "twin" }], boxes, () => "box");
  assert.notEqual(routes.get("e5")!.from.y, routes.get("twin")!.from.y);
});

test("an edge within a column goes round what stands between", () => {
  const boxes = new Map([["concept:puncture", box(0, 0)], ["concept:ascites", box(0, 300)]]);
  const route = routeEdges(overview.edges.filter(({ id }) => id === "e5"), boxes, () => "box").get("e5")!;
  assert.ok(pointOn(route, 0.5).x > 75 + 20);
});

test("an edge passes beside a box between its ends, not behind it", () => {
  const boxes = new Map([["concept:puncture", box(800, 0)], ["concept:ascites", box(0, 0)], ["between", box(400, 0)], ["below", box(400, 90)]]);
  const edges = overview.edges.filter(({ id }) => id === "e5");
  const between = { ...edges[0]!, id: "further", from: "between", to: "below" };
  const route = routeEdges([...edges, between], boxes, () => "box").get("e5")!;
  for (let share = 0; share <= 1; share += 0.05) {
    const { x, y } = pointOn(route, share);
    assert.ok(Math.abs(x - 400) > 75 || Math.abs(y) > 20, `${x} ${y}`);
  }
});

test("edges that pass the same gap run side by side, and none behind a box", () => {
  const column = Array.from({ length: 6 }, (_, row) => [`mid${row}`, box(400, row * 60)] as const);
  const ends = Array.from({ length: 8 }, (_, row) => [[`from${row}`, box(800, row * 45)], [`to${row}`, box(0, 330 - row * 45)]] as const).flat();
  const boxes = new Map<string, Box>([...column, ...ends] as [string, Box][]);
  const edges = Array.from({ length: 8 }, (_, row) => ({ ...overview.edges[0]!, id: `x${row}`, from: `from${row}`, to: `to${row}` }));
  const routes = routeEdges(edges, boxes, () => "box");
  const passed = [...routes.values()].map((route) => {
    for (let share = 0; share <= 1; share += 0.02) {
      const { x, y } = pointOn(route, share);
      for (const [, { x: cx, y: cy }] of column) assert.ok(Math.abs(x - cx) > 75 || Math.abs(y - cy) > 20);
    }
    return route.parts[1]!.from.y;
  });
  assert.equal(new Set(passed).size, 8);
  for (const route of routes.values()) assert.ok(distanceTo(route, pointOn(route, 0.37)) < 2);
});

test("a drawing too large to be read begins at its top left", () => {
  const window = { width: 1000, height: 700, head: 40, foot: 46 };
  const bounds = { left: 0, top: -1000, right: 3000, bottom: 1000 };
  const view = viewOf(startAt(bounds, window, 0.78), window);
  assert.ok(Math.abs(view.left - bounds.left) < 40 && Math.abs(view.top - bounds.top) < 40);
  const low = viewOf(startAt({ ...bounds, top: -10, bottom: 10 }, window, 0.78), window);
  assert.ok(Math.abs((low.top + low.bottom) / 2) < 1);
});

test("what a way covers holds all of it", () => {
  const boxes = new Map([["concept:puncture", box(0, 0)], ["concept:ascites", box(0, 300)]]);
  const route = routeEdges(overview.edges.filter(({ id }) => id === "e5"), boxes, () => "box").get("e5")!;
  const { x, y, width, height } = areaOf(route);
  const middle = pointOn(route, 0.5);
  assert.ok(Math.abs(middle.x - x) <= width / 2 && Math.abs(middle.y - y) <= height / 2);
});

test("every shape has an outline, and sides within its box", () => {
  for (const shape of SHAPES) {
    assert.match(outlineOf(shape, 150, 40), /^M.*Z/);
    for (const offset of [-20, -7, 0, 7, 20]) {
      assert.ok(sideOf(shape, 150, 40, offset, "right") <= 75 + 0.01, shape);
      assert.ok(sideOf(shape, 150, 40, offset, "left") >= -75 - 0.01, shape);
    }
  }
});

test("labels of edges cover neither nodes nor each other; one that must be seen is seen", () => {
  const label = (id: string, needed = false): EdgeLabel => ({ id, width: 60, height: 18, needed, pointAt: (share) => ({ x: share * 400, y: 0 }) });
  const node = { x: 200, y: 0, width: 150, height: 40 };
  const places = placeLabels([label("a"), label("b")], [node]);
  for (const { x } of places.values()) assert.ok(Math.abs(x - 200) >= 105 || Math.abs(places.get("a")!.y) > 28);
  const wall = { x: 200, y: 0, width: 900, height: 400 };
  assert.equal(placeLabels([label("a")], [wall]).size, 0);
  assert.equal(placeLabels([label("a", true)], [wall]).size, 1);
});

test("the words of a fan of arrows lie across none of its other lines, and rather near the far ends", () => {
  const ends = Array.from({ length: 9 }, (_, index) => ({ id: `n${index}`, box: box(index % 2 === 0 ? 420 : 700, index * 110 - 440) }));
  const boxes = new Map([["middle", box(0, 0)], ...ends.map((each) => [each.id, each.box] as const)]);
  const edges = ends.map(({ id }) => ({ ...overview.edges[0]!, id: `e ${id}`, from: "middle", to: id }));
  const ways = [...routeEdges(edges, boxes, () => "box")].map(([id, route]) => ({ id, route, points: Array.from({ length: 41 }, (_, step) => pointOn(route, step / 40)) }));
  const labels = ways.map(({ id, route }): EdgeLabel => ({ id, width: 90, height: 32, needed: false, near: "end", pointAt: (share) => pointOn(route, share) }));
  const places = placeLabels(labels, [...boxes.values()], undefined, ways);
  assert.ok(places.size >= 5);
  for (const [id, place] of places) {
    for (const way of ways.filter((each) => each.id !== id)) {
      way.points.slice(1).forEach((point, index) => assert.ok(!crosses(way.points[index]!, point, { ...place, width: 90, height: 32 }, 0), `${id} on ${way.id}`));
    }
    assert.ok(place.x > 150, `${id} near the far end`);
  }
  // What must be seen takes the place that crosses least, and what needn't is left out where there is no other.
  const wall = Array.from({ length: 60 }, (_, index) => ({ id: `w${index}`, points: [{ x: -1000, y: index * 30 - 900 }, { x: 1000, y: index * 30 - 900 }] }));
  assert.equal(placeLabels([labels[0]!], [], undefined, wall).size, 0);
  assert.equal(placeLabels([{ ...labels[0]!, needed: true }], [], undefined, wall).size, 1);
  // Words that speak for several lines may stand on all of them.
  const [first, ...rest] = ways;
  const together = { ...labels[0]!, speaksFor: new Set(rest.map(({ id }) => id)) };
  assert.equal(placeLabels([together], [], undefined, [first!, ...rest]).size, 1);
});

test("where all can't be read at once, the selected is in view with as many whole neighbours as can be", () => {
  const window = { width: 768, height: 700, head: 40, foot: 46 };
  const main = box(500, 0);
  const areas = [box(-200, 0), main, box(900, -100), box(900, 0), box(900, 100)];
  const camera = atMost(areas, boundsOf([main])!, 0.86, window);
  assert.ok(isInView(boundsOf([main])!, camera, window));
  assert.ok(isInView(boundsOf(areas.slice(1))!, camera, window));
});

test("a way is in sight where it may be, and never where it can't", () => {
  const way = [...routeEdges([overview.edges[0]!], new Map([[overview.edges[0]!.from, box(0, 0)], [overview.edges[0]!.to, box(600, 400)]]), () => "box").values()][0]!;
  const sight = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 100 });
  for (let share = 0; share <= 1; share += 0.1) {
    const { x, y } = pointOn(way, share);
    assert.ok(isInSight(way, sight(x - 50, y - 50)));
  }
  assert.ok(!isInSight(way, sight(0, 500)));
  assert.ok(!isInSight(way, sight(-300, 0)));
});
