/** The ways of the edges: from the side of one node to the side of another, each with a place of its own there. */
import type { Box } from "./boxes";
import type { DisplayEdge } from "./display";
import type { Area, Point } from "./edge-labels";
import { sideOf, type Shape } from "./shapes";

/** A cubic Bézier curve. */
export interface Route {
  readonly from: Point;
  readonly via: readonly [Point, Point];
  readonly to: Point;
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
  const columns = drawn.length > MOST_EDGES ? [] : groupColumns(boxes, ends);
  return new Map(drawn.map((edge) => {
    const [from, to] = [boxes.get(edge.from)!, boxes.get(edge.to)!];
    const [start, end] = [sideTowards(from, to), sideTowards(to, from)];
    const a = portOf(from, shapeOf(edge.from), start, places.get(`start ${edge.id}`) ?? 0);
    const b = portOf(to, shapeOf(edge.to), end, places.get(`end ${edge.id}`) ?? 0);
    return [edge.id, bend(curve(a, start, b, end), columns)];
  }));
}

export function pointOn({ from, via: [first, second], to }: Route, share: number): Point {
  const rest = 1 - share;
  const [a, b, c, d] = [rest ** 3, 3 * share * rest ** 2, 3 * share ** 2 * rest, share ** 3];
  return {
    x: a * from.x + b * first.x + c * second.x + d * to.x,
    y: a * from.y + b * first.y + c * second.y + d * to.y,
  };
}

/** What a way covers, with the words beside it where it goes round within a column. */
export function areaOf(route: Route): Area {
  const points = Array.from({ length: 9 }, (_, step) => pointOn(route, step / 8));
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const beside = right > Math.max(route.from.x, route.to.x) + 1 ? WORDS_BESIDE : 0;
  return { x: (left + right + beside) / 2, y: (top + bottom) / 2, width: right - left + beside, height: bottom - top };
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

function curve(from: Point, start: Side, to: Point, end: Side): Route {
  const down = Math.abs(to.y - from.y);
  const reach = start === end ? Math.min(64, 26 + 0.09 * down) : Math.max(34, Math.abs(to.x - from.x) * 0.5);
  return {
    from,
    via: [
      { x: from.x + (start === "right" ? reach : -reach), y: from.y },
      { x: to.x + (end === "right" ? reach : -reach), y: to.y },
    ],
    to,
  };
}

type Columns = readonly { readonly x: number; readonly boxes: readonly Box[] }[];

function groupColumns(boxes: ReadonlyMap<string, Box>, ends: ReadonlyMap<string, unknown>): Columns {
  const columns = new Map<number, Box[]>();
  for (const [id, box] of boxes) if (ends.has(`left ${id}`) || ends.has(`right ${id}`)) push(columns, box.x, box);
  return [...columns].map(([x, inside]) => ({ x, boxes: inside }));
}

/** Bends tried, the least first; beyond them an edge would look like a detour. */
const BENDS = [0, 16, -16, 32, -32, 48, -48, 64, -64, 84, -84, 104, -104, 128, -128, 160, -160, 200, -200];
const LONG_BEND = 104;
const SAMPLES = Array.from({ length: 29 }, (_, step) => (step + 1) / 30);
const CLEARANCE = 5;
/** What a sample behind a box costs, in the measure of the bends. */
const COVERED = 70;
/** With more boxes than this between its ends, no bend would find a way. */
const MOST_BOXES = 60;
/** Trying bends takes time: about 1 ms an edge. */
const MOST_EDGES = 600;

/** An edge that runs behind a box seems to begin or end there: let it pass between the boxes where it can. */
function bend(route: Route, columns: Columns): Route {
  const [left, right] = [Math.min(route.from.x, route.to.x), Math.max(route.from.x, route.to.x)];
  const between = columns.filter(({ x }) => left < x && x < right).flatMap(({ boxes }) => boxes);
  if (between.length === 0 || between.length > MOST_BOXES) return route;
  let [best, least] = [route, costOf(route, between)];
  for (const first of BENDS) {
    for (const second of BENDS) {
      const effort = Math.abs(first) + Math.abs(second) + Math.abs(first - second) / 2;
      if (effort >= least) continue;
      const [one, other] = route.via;
      const bent: Route = { ...route, via: [{ x: one.x, y: one.y + first }, { x: other.x, y: other.y + second }] };
      const covered = costOf(bent, between);
      // A long way round must be worth it.
      if (covered > 2 * COVERED && Math.max(Math.abs(first), Math.abs(second)) > LONG_BEND) continue;
      const cost = effort + covered;
      if (cost < least) [best, least] = [bent, cost];
    }
  }
  return best;
}

/** How much of the way runs behind boxes. */
function costOf(route: Route, boxes: readonly Box[]): number {
  const covered = SAMPLES.filter((share) => {
    const { x, y } = pointOn(route, share);
    return boxes.some((box) => Math.abs(x - box.x) < box.width / 2 + CLEARANCE && Math.abs(y - box.y) < box.height / 2 + CLEARANCE);
  });
  return covered.length * COVERED;
}

function push<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
