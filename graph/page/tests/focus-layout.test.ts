import assert from "node:assert/strict";
import { test } from "node:test";
import type { Area, Point } from "../src/edge-labels";
import { SHAPES } from "../src/shapes";
import type { Picture, PlacedBox, PlacedLine } from "../src/views/focus/picture";
import type { Plan, PlannedNeighbour, PlannedSector } from "../src/views/focus/plan";
import { layOutRound, LEAST_WIDTH, USUAL_LETTERS } from "../src/views/focus/round-layout";
import { crosses } from "../src/crossing";
import { layOutStacked } from "../src/views/focus/stacked-layout";

const letters = (width: number) => (text: string) => [...text].length * width;
const measures = { box: letters(7.4), verb: letters(7), hedge: letters(6.4) };
const LABELS = ["bone", "pleural effusion", "department of general, visceral, thoracic and endocrine surgery", "hormone-receptor-positive breast cancer", "Allgemein-, Viszeral- und Unfallchirurgie"];
const VERBS = ["is used against", "is, directly or by way of others, a kind of", "has the relative frequency", "✕ does not directly destroy", "wird eingesetzt bei einem Problem in"];

function neighbour(index: number, kids = 0): PlannedNeighbour {
  return {
    node: `n${index}`, label: LABELS[index % LABELS.length]!, shape: SHAPES[index % SHAPES.length]!,
    kids: Array.from({ length: kids }, (_, kid) => ({
      node: `k${kid}`, label: LABELS[(index + kid) % LABELS.length]!, shape: SHAPES[kid % SHAPES.length]!, edge: `n${index} k${kid}`, isOut: kid % 2 === 0, verb: VERBS[kid % VERBS.length]!,
    })),
    further: kids > 3 ? "5 more" : "",
  };
}

/** So many neighbours in sectors of `size`; every fourth sector has one neighbour with two relations. */
function planOf(number: number, size: number, side: "both" | "in" | "out" = "both", kids = 0): Plan {
  const sectors: PlannedSector[] = [];
  for (let at = 0; at < number;) {
    const index = sectors.length;
    const isDouble = index % 4 === 3;
    const neighbours = Array.from({ length: Math.min(isDouble ? 1 : size, number - at) }, (_, step) => neighbour(at + step, at + step === 0 ? kids : 0));
    const isOut = side === "both" ? index % 2 === 0 : side === "out";
    sectors.push({
      id: `s${index}`, neighbours,
      relations: Array.from({ length: isDouble ? 2 : 1 }, (_, one) => ({
        id: `r${index} ${one}`, isOut: one === 0 ? isOut : !isOut, verb: VERBS[(index + one) % VERBS.length]!, hedge: index % 2 === 0 ? "in specific situations" : "",
        edges: neighbours.map(({ node }) => ({ id: `e${node} ${one}`, neighbour: node })),
      })),
    });
    at += neighbours.length;
  }
  return { middle: { node: "middle", label: "RANK-ligand inhibitor therapy", shape: "hexagon" }, sectors, measures, sayMore: (more) => `${more} more` };
}

/** The room for the picture on screens of 1440x900, 1920x1080, 390x844 and 320x640. */
const ROUND = [[796, 726], [1276, 906]] as const;
const STACKED = [390, 320] as const;
const NUMBERS = [3, 4, 5, 7, 9, 12, 16, 20, 26, 33, 45, 60];

function areasOf(picture: Picture): readonly (Area & { readonly key: string })[] {
  return [...picture.boxes, ...picture.pills, ...picture.mores, ...picture.notes, ...picture.boxes.flatMap(({ menu, key }) => (menu ? [{ ...menu, key: `menu ${key}` }] : []))];
}

function assertApart(picture: Picture, what: string): void {
  const areas = areasOf(picture);
  areas.forEach((one, index) => {
    for (const other of areas.slice(index + 1)) {
      const across = Math.abs(one.x - other.x) - (one.width + other.width) / 2;
      const down = Math.abs(one.y - other.y) - (one.height + other.height) / 2;
      assert.ok(across > -0.2 || down > -0.2, `${what}: ${one.key} covers ${other.key}`);
    }
  });
}

function assertInside(picture: Picture, what: string): void {
  for (const { key, x, y, width, height } of areasOf(picture)) {
    const isInside = x - width / 2 >= -0.2 && x + width / 2 <= picture.width + 0.2 && y - height / 2 >= -0.2 && y + height / 2 <= picture.height + 0.2;
    assert.ok(isInside, `${what}: ${key} sticks out`);
  }
}

function assertWhole(plan: Plan, picture: Picture, what: string): void {
  const letters = (text: string) => text.replace(/[\s\u00ad-]/g, "");
  for (const box of picture.boxes) assert.equal(letters(box.lines.join("")), letters(box.label), what);
  for (const pill of picture.pills) {
    const relation = plan.sectors.flatMap(({ relations }) => relations).find(({ edges }) => edges.some(({ id }) => id === pill.edges[0]))!;
    assert.equal(letters(pill.lines.map(({ text }) => text).join("")).replace(/[↑↓]/, ""), letters(relation.verb + relation.hedge), what);
    for (const { text, kind } of pill.lines) assert.ok(measures[kind](text) <= pill.width, `${what}: ${text}`);
  }
}

function* plans(): Generator<readonly [string, Plan]> {
  for (const number of NUMBERS) {
    for (const size of [1, 4, 15, 60]) {
      for (const side of ["both", "in", "out"] as const) yield [`${number} in sectors of ${size}, ${side}`, planOf(number, size, side)];
    }
    yield [`${number} with kids`, planOf(number, 5, "both", 4)];
  }
}

function pointsOf({ path }: PlacedLine): readonly Point[] {
  const numbers = path.split(/[A-Z ]+/).filter(Boolean).map(Number);
  return Array.from({ length: numbers.length / 2 }, (_, index) => ({ x: numbers[2 * index]!, y: numbers[2 * index + 1]! }));
}

test("round pictures: nothing covers anything, nothing sticks out, no label is cut", () => {
  for (const [width, height] of ROUND) {
    for (const [name, plan] of plans()) {
      const picture = layOutRound(plan, width, height, USUAL_LETTERS);
      const what = `${width}x${height}, ${name}`;
      assertApart(picture, what);
      assertInside(picture, what);
      assertWhole(plan, picture, what);
      assert.ok(picture.width * picture.scale <= width + 1 && picture.height * picture.scale <= height + 1, `${what}: fits`);
    }
  }
});

test("stacked pictures: nothing covers anything, nothing sticks out, no label is cut", () => {
  for (const width of STACKED) {
    for (const [name, plan] of plans()) {
      const picture = layOutStacked(plan, width);
      const what = `${width}, ${name}`;
      assert.equal(picture.width, width);
      assertApart(picture, what);
      assertInside(picture, what);
      assertWhole(plan, picture, what);
    }
  }
});

test("no way from the middle leads under other words or over a box", () => {
  for (const [width, height] of ROUND) {
    for (const [name, plan] of plans()) {
      const picture = layOutRound(plan, width, height, USUAL_LETTERS);
      for (const line of picture.lines.filter(({ key }) => key.startsWith("trunk"))) {
        const points = pointsOf(line);
        for (const other of [...picture.pills.filter(({ key }) => line.key !== `trunk ${key}`), ...picture.boxes.filter(({ role }) => role !== "middle")]) {
          points.slice(1).forEach((point, index) => assert.ok(!crosses(points[index]!, point, other, -1), `${width}, ${name}: ${line.key} meets ${other.key}`));
        }
      }
    }
  }
});

test("what doesn't fit is counted: each neighbour is shown once or is one of those more", () => {
  for (const [, plan] of plans()) {
    const number = plan.sectors.reduce((sum, { neighbours }) => sum + neighbours.length, 0);
    for (const picture of [...ROUND.map(([width, height]) => layOutRound(plan, width, height, USUAL_LETTERS)), ...STACKED.map((width) => layOutStacked(plan, width))]) {
      const shown = picture.boxes.filter(({ role }) => role === "neighbour").map(({ node }) => node);
      assert.equal(new Set(shown).size, shown.length);
      const more = picture.mores.filter(({ opens }) => "sector" in opens).reduce((sum, { text }) => sum + parseInt(text, 10), 0);
      assert.equal(shown.length + more, number);
      assert.ok(shown.length <= 42);
    }
  }
});

test("arrow heads stand where the arrow leads, and all that can be chosen is in the order of the keys, once", () => {
  const plan = planOf(9, 3);
  for (const picture of [layOutRound(plan, 796, 726, USUAL_LETTERS), layOutStacked(plan, 390)]) {
    const head = (start: string, edge: string) => picture.lines.find(({ key, edges }) => key.startsWith(start) && edges.includes(edge))?.head;
    assert.ok(head("branch", "en0 0") && !head("trunk", "en0 0"), "s0 leads away");
    assert.ok(head("trunk", "en3 0") && !head("branch", "en3 0"), "s1 leads here");
    const stops = [...picture.boxes, ...picture.pills, ...picture.mores, ...picture.notes].map(({ key }) => key);
    assert.deepEqual([...picture.order].sort(), [...stops].sort());
    assert.equal(picture.order[0], "middle");
  }
});

test("what leads here stands on the left and what leads away on the right, where both have room", () => {
  const picture = layOutRound(planOf(6, 3), 796, 726, USUAL_LETTERS);
  const box = (node: string): PlacedBox => picture.boxes.find((each) => each.node === node)!;
  assert.ok(box("n3").x < box("middle").x && box("middle").x < box("n0").x);
});

test("a one-sided concept has neighbours on both sides, and few neighbours are written large", () => {
  const picture = layOutRound(planOf(9, 60, "in"), 1276, 906, USUAL_LETTERS);
  const middle = picture.boxes[0]!;
  const left = picture.boxes.filter(({ x }) => x < middle.x).length;
  assert.ok(left >= 4 && left <= 5);
  assert.ok(layOutRound(planOf(3, 1), 1276, 906, USUAL_LETTERS).scale > 1.3);
  assert.ok(LEAST_WIDTH < 768);
});

test("the same plan always gives the same picture", () => {
  assert.deepEqual(layOutRound(planOf(26, 4), 796, 726, USUAL_LETTERS), layOutRound(planOf(26, 4), 796, 726, USUAL_LETTERS));
  assert.deepEqual(layOutStacked(planOf(26, 4), 390), layOutStacked(planOf(26, 4), 390));
});
