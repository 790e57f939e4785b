import assert from "node:assert/strict";
import { test } from "node:test";
import { bodySites } from "../src/views/body/drawing/body-drawing";
import { placeBodyLabels, type LabelPlace, type LabelRoom, type LabelWish } from "../src/views/body/label-places";

const room: LabelRoom = { top: 10, bottom: 860, left: -400, right: 400, leftBend: -205, rightBend: 205, gap: 8 };
const wish = (id: string, y: number, x = -50, height = 30): LabelWish => ({ id, side: x < 0 ? "left" : "right", x, y, width: 140, height });
const place = (wishes: readonly LabelWish[], own: Partial<LabelRoom> = {}) => placeBodyLabels(wishes, { ...room, ...own });
const topOf = (places: readonly LabelPlace[], id: string) => places.find((each) => each.id === id)!.top;

type Spot = readonly [x: number, y: number];
const turn = (a: Spot, b: Spot, c: Spot) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
const cross = (a: Spot, b: Spot, c: Spot, d: Spot) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
const pieces = ({ leader }: LabelPlace) => leader.slice(1).map((to, index) => [leader[index]!, to] as const);

function assertTidy(places: readonly LabelPlace[], gap = room.gap) {
  places.forEach((one, index) => places.slice(index + 1).forEach((other) => {
    if (one.side === other.side) {
      const [upper, lower] = one.top <= other.top ? [one, other] : [other, one];
      assert.ok(upper.top + upper.height + gap <= lower.top + 1e-9, `${upper.id} stands on ${lower.id}`);
    }
    for (const [a, b] of pieces(one)) for (const [c, d] of pieces(other)) assert.ok(!cross(a, b, c, d), `${one.id} crosses ${other.id}`);
  }));
}

/** The same numbers in every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

test("the drawing's own labels fit beside it, at full size and on a phone", () => {
  for (const [scale, height, gap] of [[1, 30, 8], [0.6, 38, 4]] as const) {
    const wishes = bodySites.map(({ slug, side, anchor }): LabelWish => ({ id: slug, side, x: anchor[0] * scale, y: anchor[1] * scale, width: 80, height }));
    const { places, missing } = placeBodyLabels(wishes, { ...room, bottom: 860 * scale, leftBend: -190 * scale, rightBend: 190 * scale, gap });
    assert.equal(missing, 0);
    assert.equal(places.length, bodySites.length);
    assertTidy(places, gap);
  }
});

test("whatever the anchors: nothing overlaps, no leaders cross, all stay in the room and in order", () => {
  const random = numbers(7);
  const next = (most: number) => random.next().value * most;
  for (let round = 0; round < 200; round++) {
    const wishes = Array.from({ length: 2 + Math.floor(next(18)) }, (_, index) => wish(`s${index}`, next(860), next(360) - 180, 18 + next(30)));
    const { places, missing } = place(wishes);
    assertTidy(places, missing > 0 ? 0 : room.gap);
    for (const side of ["left", "right"]) {
      const anchors = places.filter((each) => each.side === side).map(({ leader }) => leader.at(-1)![1]);
      assert.deepEqual(anchors, [...anchors].sort((a, b) => a - b));
    }
    if (missing === 0) for (const { top, height } of places) assert.ok(top >= room.top - 1e-9 && top + height <= room.bottom + 1e-9);
  }
});

test("a label that has room stands level with its anchor; crowded ones share the way", () => {
  const { places } = place([wish("a", 100), wish("b", 110), wish("alone", 500), wish("other side", 105, 50)]);
  assert.equal(topOf(places, "alone"), 485);
  assert.equal(topOf(places, "other side"), 90);
  assert.equal((topOf(places, "a") + topOf(places, "b")) / 2, 90);
  assert.equal(topOf(places, "b") - topOf(places, "a"), 38);
});

test("the bounds push, and what is pushed pushes on", () => {
  const { places } = place([wish("a", 0), wish("b", 20), wish("y", 850), wish("z", 860)]);
  assert.deepEqual(["a", "b", "y", "z"].map((id) => topOf(places, id)), [10, 48, 792, 830]);
});

test("higher labels take the height they need", () => {
  assertTidy(place([wish("a", 300, -50, 30), wish("b", 300, -40, 90), wish("c", 301, -30, 20)]).places);
});

test("too little height is said, and taken from the gaps first", () => {
  const wishes = ["a", "b", "c"].map((id, index) => wish(id, 40 + index));
  const { places, missing } = place(wishes, { bottom: 110 });
  assert.equal(missing, 6);
  assertTidy(places, 5);
  assertTidy(place(wishes, { bottom: 50 }).places, 0);
});

test("the order of the data changes nothing", () => {
  const wishes = [wish("a", 100, -20), wish("b", 100, -90), wish("c", 100, -20), wish("d", 90)];
  assert.deepEqual(place(wishes).places, place([...wishes].reverse()).places);
  assert.deepEqual(place(wishes).places.map(({ id }) => id), ["d", "b", "a", "c"]);
});

test("a leader runs from the label's inner edge over the bend to the anchor", () => {
  const { places } = place([wish("l", 100, -60), wish("r", 200, 70)]);
  assert.deepEqual(places.map(({ leader }) => leader), [[[-260, 100], [-205, 100], [-60, 100]], [[260, 200], [205, 200], [70, 200]]]);
  assert.deepEqual(place([]), { places: [], missing: 0 });
});
