/** The ways of the edges: from the side of one node to the side of another, each with a place of its own there. */
import type { Box } from "./boxes";
import type { Bounds } from "./camera";
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

/** An edge on its way; where it stands on a side is found once all that share the side are known. */
interface Course {
  readonly edge: DisplayEdge;
  readonly from: Box;
  readonly to: Box;
  readonly start: Side;
  readonly end: Side;
  startOffset: number;
  endOffset: number;
}

interface End {
  readonly course: Course;
  readonly isStart: boolean;
  readonly arrival: number;
}

type Ends = Readonly<Record<Side, Map<string, { readonly box: Box; readonly sharing: End[] }>>>;

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
  const courses: Course[] = [];
  const ends: Ends = { left: new Map(), right: new Map() };
  for (const edge of edges) {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    if (!from || !to || edge.from === edge.to) continue;
    const course: Course = { edge, from, to, start: sideTowards(from, to), end: sideTowards(to, from), startOffset: 0, endOffset: 0 };
    courses.push(course);
    share(ends[course.start], edge.from, from, { course, isStart: true, arrival: arrival(from, to) });
    share(ends[course.end], edge.to, to, { course, isStart: false, arrival: arrival(to, from) });
  }
  for (const side of [ends.left, ends.right]) for (const { box, sharing } of side.values()) spreadEnds(box, sharing);
  const spans = courses.map(({ edge, from, to, start, end, startOffset, endOffset }) => ({
    id: edge.id, start, end,
    from: portOf(from, shapeOf(edge.from), start, startOffset),
    to: portOf(to, shapeOf(edge.to), end, endOffset),
  }));
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

/** Whether any of it can be in sight, as far as can be told at once: a curve stays among its four points. */
export function isInSight({ parts }: Route, { left, top, right, bottom }: Bounds): boolean {
  return parts.some(({ from, via: [first, second], to }) =>
    Math.max(from.x, first.x, second.x, to.x) >= left && Math.min(from.x, first.x, second.x, to.x) <= right &&
    Math.max(from.y, first.y, second.y, to.y) >= top && Math.min(from.y, first.y, second.y, to.y) <= bottom);
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

function share(side: Ends[Side], node: string, box: Box, end: End): void {
  const known = side.get(node);
  if (known) known.sharing.push(end);
  else side.set(node, { box, sharing: [end] });
}

/** Ends stand in the order in which their edges arrive, so that edges don't cross just before they meet. */
function spreadEnds(box: Box, sharing: End[]): void {
  sharing.sort((one, other) => one.arrival - other.arrival || (one.course.edge.id < other.course.edge.id ? -1 : 1));
  const gap = Math.min(END_GAP, (box.height - 14) / Math.max(1, sharing.length - 1));
  sharing.forEach(({ course, isStart }, index) => {
    const offset = (index - (sharing.length - 1) / 2) * gap;
    if (isStart) course.startOffset = offset;
    else course.endOffset = offset;
  });
}

/** The slope at which an edge arrives; the nearest neighbours in the own column come outermost. */
function arrival(box: Box, other: Box): number {
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
