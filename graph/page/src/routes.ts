/** The ways of the edges: from the side of one node to the side of another, each with a place of its own there. */
import type { Box } from "./boxes";
import type { DisplayEdge } from "./display";
import type { Area, Point } from "./edge-labels";
import { findLanes, type Passing } from "./lanes";
import { sideOf, type Shape } from "./shapes";

/** A cubic Bézier curve. */
export interface Cubic {
  readonly from: Point;
  readonly via: readonly [Point, Point];
  readonly to: Point;
}

/** At least one curve; each begins where the one before it ends. */
export interface Route {
  readonly from: Point;
  readonly to: Point;
  readonly parts: readonly Cubic[];
}

type Side = "left" | "right";

interface End {
  readonly edge: string;
  readonly isStart: boolean;
  readonly other: Box;
}

/** How far apart ends stand on a side, at most. */
const END_GAP = 9;
/** About half the width of the words on an edge. */
const WORDS_BESIDE = 44;

/** Above so many ways, no eye follows one round the boxes: they lead straight, and the picture is there sooner. */
const MOST_LED_ROUND = 3000;

/** `boxes` holds what is shown: no way leads behind it. */
export function routeEdges(
  edges: Iterable<DisplayEdge>, boxes: ReadonlyMap<string, Box>, shapeOf: (node: string) => Shape,
): ReadonlyMap<string, Route> {
  const ends = new Map<string, End[]>();
  const drawn: DisplayEdge[] = [];
  for (const edge of edges) {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    if (!from || !to || edge.from === edge.to) continue;
    drawn.push(edge);
    push(ends, `${sideTowards(from, to)} ${edge.from}`, { edge: edge.id, isStart: true, other: to });
    push(ends, `${sideTowards(to, from)} ${edge.to}`, { edge: edge.id, isStart: false, other: from });
  }
  const places = new Map<string, number>();
  for (const [key, sharing] of ends) {
    const box = boxes.get(key.slice(key.indexOf(" ") + 1))!;
    spreadEnds(box, sharing, places);
  }
  const spans = drawn.map((edge) => {
    const [from, to] = [boxes.get(edge.from)!, boxes.get(edge.to)!];
    const [start, end] = [sideTowards(from, to), sideTowards(to, from)];
    const a = portOf(from, shapeOf(edge.from), start, places.get(`start ${edge.id}`) ?? 0);
    const b = portOf(to, shapeOf(edge.to), end, places.get(`end ${edge.id}`) ?? 0);
    return { id: edge.id, from: a, to: b, start, end };
  });
  const lanes = spans.length > MOST_LED_ROUND ? new Map<string, readonly Passing[]>() : findLanes(spans, boxes.values());
  return new Map(spans.map(({ id, from, to, start, end }) => [id, join(from, start, to, end, lanes.get(id) ?? [])]));
}

/** The point at a share (0–1) of the way, as long pieces count for more than short ones. */
export function pointOn(route: Route, share: number): Point {
  const lengths = route.parts.map(({ from, to }) => Math.hypot(to.x - from.x, to.y - from.y) || 1);
  let left = Math.min(1, Math.max(0, share)) * lengths.reduce((sum, length) => sum + length, 0);
  for (const [index, part] of route.parts.entries()) {
    const length = lengths[index]!;
    if (left <= length || index === route.parts.length - 1) return pointOnCubic(part, Math.min(1, left / length));
    left -= length;
  }
  return route.to;
}

/** How far a point is from the way. */
export function distanceTo(route: Route, { x, y }: Point): number {
  let least = Infinity;
  for (const part of route.parts) {
    if (isFar(part, x, y)) continue;
    let before = part.from;
    for (let step = 1; step <= 12; step++) {
      const next = pointOnCubic(part, step / 12);
      least = Math.min(least, distanceToLine(before, next, x, y));
      before = next;
    }
  }
  return least;
}

/** Further than any click reaches; asked of every edge at every move of the mouse, so the curve itself is spared. */
function isFar({ from, via: [first, second], to }: Cubic, x: number, y: number): boolean {
  const [xs, ys] = [[from.x, first.x, second.x, to.x], [from.y, first.y, second.y, to.y]];
  return x < Math.min(...xs) - 30 || x > Math.max(...xs) + 30 || y < Math.min(...ys) - 30 || y > Math.max(...ys) + 30;
}

/** What a way covers, with the words beside it where it goes round within a column. */
export function areaOf(route: Route): Area {
  const points = Array.from({ length: 17 }, (_, step) => pointOn(route, step / 16));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const beside = right > Math.max(route.from.x, route.to.x) + 1 ? WORDS_BESIDE : 0;
  return { x: (left + right + beside) / 2, y: (top + bottom) / 2, width: right - left + beside, height: bottom - top };
}

function pointOnCubic({ from, via: [first, second], to }: Cubic, share: number): Point {
  const rest = 1 - share;
  const [a, b, c, d] = [rest ** 3, 3 * share * rest ** 2, 3 * share ** 2 * rest, share ** 3];
  return {
    x: a * from.x + b * first.x + c * second.x + d * to.x,
    y: a * from.y + b * first.y + c * second.y + d * to.y,
  };
}

function distanceToLine(from: Point, to: Point, x: number, y: number): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}

/** Within a column both ends are on the right, and the edge goes round what stands between. */
function sideTowards(from: Box, to: Box): Side {
  return to.x < from.x - 1 ? "left" : "right";
}

/** Ends stand in the order in which their edges arrive, so that edges don't cross just before they meet. */
function spreadEnds(box: Box, sharing: End[], places: Map<string, number>): void {
  sharing.sort((one, other) => arrival(box, one) - arrival(box, other) || (one.edge < other.edge ? -1 : 1));
  const gap = Math.min(END_GAP, (box.height - 14) / Math.max(1, sharing.length - 1));
  sharing.forEach(({ edge, isStart }, index) => {
    places.set(`${isStart ? "start" : "end"} ${edge}`, (index - (sharing.length - 1) / 2) * gap);
  });
}

/** The slope at which an edge arrives; the nearest neighbours in the own column come outermost. */
function arrival(box: Box, { other }: End): number {
  const [across, down] = [Math.abs(other.x - box.x), other.y - box.y];
  return across > 1 ? down / across : Math.sign(down) * (100 + 1000 / (1 + Math.abs(down)));
}

function portOf(box: Box, shape: Shape, side: Side, offset: number): Point {
  return { x: box.x + sideOf(shape, box.width, box.height, offset, side), y: box.y + offset };
}

/** A curve to the first column between, straight on past it, a curve to the next. */
function join(from: Point, start: Side, to: Point, end: Side, lanes: readonly Passing[]): Route {
  if (lanes.length === 0) return { from, to, parts: [curve(from, start, to, end)] };
  const parts: Cubic[] = [];
  let at = from;
  for (const { enter, leave } of lanes) {
    parts.push(curve(at, start, enter, end), curve(enter, start, leave, end));
    at = leave;
  }
  parts.push(curve(at, start, to, end));
  return { from, to, parts };
}

function curve(from: Point, start: Side, to: Point, end: Side): Cubic {
  const down = Math.abs(to.y - from.y);
  const across = Math.abs(to.x - from.x);
  const reach = start === end ? Math.min(64, 26 + 0.09 * down) : across * (across < 2 * down ? 0.6 : 0.5);
  return {
    from,
    via: [
      { x: from.x + (start === "right" ? reach : -reach), y: from.y },
      { x: to.x + (end === "right" ? reach : -reach), y: to.y },
    ],
    to,
  };
}

function push<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
