/** The ways in the round picture: from the middle to the words, from the words to the neighbours. */
import { crosses } from "../../crossing";
import type { Point } from "../../edge-labels";
import { angleOf, leaveShape, pathOf, type PlacedBox, type PlacedLine, type PlacedPill } from "./picture";

/** The ring around the middle, where arrows end. */
const RING = 13;
/** From this height on a way runs upright between the words and the boxes. */
const STEEP = 30;
const BEND = 13;

export function joinMiddle(pills: readonly PlacedPill[], middle: PlacedBox, isOut: (pill: PlacedPill) => boolean): readonly PlacedLine[] {
  const ringed = { ...middle, width: middle.width + RING, height: middle.height + RING };
  return pills.map((pill) => {
    const points = wayToMiddle(pill, ringed, pills);
    const [near, before] = [points.at(-1)!, points.at(-2)!];
    return {
      key: `trunk ${pill.key}`, edges: pill.edges,
      path: pathOf(...points.flatMap(({ x, y }, index) => [index === 0 ? "M" : "L", x, y])),
      head: isOut(pill) ? undefined : { at: near, angle: angleOf(before, near) },
    };
  });
}

/** Straight, unless other words stand in the way; then first towards the middle's upright, where none do. */
function wayToMiddle(pill: PlacedPill, middle: PlacedBox, pills: readonly PlacedPill[]): readonly Point[] {
  const others = pills.filter((each) => each !== pill);
  const side = Math.sign(pill.x);
  const inner = { x: pill.x - (side * pill.width) / 2, y: pill.y };
  const straight = [
    [leaveShape("box", pill, middle), leaveShape(middle.shape, middle, pill)],
    [inner, leaveShape(middle.shape, middle, inner)],
  ];
  const clear = straight.find(([from, to]) => others.every((other) => !crosses(from!, to!, other)));
  if (clear) return clear;
  const sameSide = others.filter(({ x }) => Math.sign(x) === side);
  const free = Math.max(4, Math.min(Math.abs(inner.x) - 8, ...sameSide.map(({ x, width }) => Math.abs(x) - width / 2 - 8)));
  const turn = { x: side * free, y: pill.y };
  return [inner, turn, leaveShape(middle.shape, middle, turn)];
}

/** From the words to a box, without grazing the boxes between. */
export function branchPath(from: Point, to: Point, side: -1 | 1): string {
  const down = to.y - from.y;
  if (Math.abs(down) <= STEEP) {
    const bend = (to.x - from.x) * 0.6;
    return pathOf("M", from.x, from.y, "C", from.x + bend, from.y, to.x - bend, to.y, to.x, to.y);
  }
  const upright = from.x + side * 11;
  const turn = Math.sign(down) * BEND;
  return pathOf(
    "M", from.x, from.y, "Q", upright, from.y, upright, from.y + turn, "L", upright, to.y - turn, "Q", upright, to.y, Math.abs(to.x - upright) > BEND ? upright + side * BEND : to.x, to.y, "L", to.x, to.y,
  );
}
