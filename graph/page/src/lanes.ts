/** Where edges pass the columns that lie between their ends: through the gaps between boxes, side by side, never behind a box. */
import type { Box } from "./boxes";
import type { Point } from "./edge-labels";

export interface Span {
  readonly id: string;
  readonly from: Point;
  readonly to: Point;
}

/** An edge's straight way past one column. */
export interface Passing {
  readonly enter: Point;
  readonly leave: Point;
}

interface Gap {
  readonly top: number;
  readonly bottom: number;
  readonly passing: { readonly id: string; wish: number; y: number }[];
}

interface Column {
  readonly x: number;
  readonly half: number;
  readonly gaps: readonly Gap[];
}

/** How far an edge keeps from boxes, and from the next edge where there is room. */
const CLEARANCE = 6;
const LANE = 7;
/** How far the ways go straight on beside a box before they turn. */
const BESIDE = 5;
/** What it costs to squeeze one more edge into a gap that is full. */
const CROWDED = 14;

export function findLanes(spans: readonly Span[], boxes: Iterable<Box>): ReadonlyMap<string, readonly Passing[]> {
  const columns = groupColumns(boxes);
  const ways = new Map<string, readonly Column[]>();
  for (const span of spans) {
    const [left, right] = [Math.min(span.from.x, span.to.x), Math.max(span.from.x, span.to.x)];
    const between = columns.filter(({ x, half }) => left < x - half && x + half < right);
    if (between.length === 0) continue;
    const ordered = span.from.x < span.to.x ? between : [...between].reverse();
    ways.set(span.id, ordered);
    chooseGaps(span, ordered);
  }
  const heights = new Map<string, number>();
  for (const { x, gaps } of columns) for (const gap of gaps) spread(gap, (id, y) => heights.set(`${x} ${id}`, y));
  return new Map(spans.flatMap(({ id, from, to }) => {
    const way = ways.get(id);
    if (!way) return [];
    const ahead = from.x < to.x ? 1 : -1;
    return [[id, way.map(({ x, half }) => {
      const y = heights.get(`${x} ${id}`)!;
      return { enter: { x: x - ahead * (half + BESIDE), y }, leave: { x: x + ahead * (half + BESIDE), y } };
    })] as const];
  }));
}

function groupColumns(boxes: Iterable<Box>): readonly Column[] {
  const groups = new Map<number, Box[]>();
  for (const box of boxes) {
    const column = groups.get(box.x);
    if (column) column.push(box);
    else groups.set(box.x, [box]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([x, inside]) => {
    const sorted = inside.sort((a, b) => a.y - b.y);
    const tops = [-Infinity, ...sorted.map(({ y, height }) => y + height / 2)];
    const bottoms = [...sorted.map(({ y, height }) => y - height / 2), Infinity];
    return {
      x, half: inside.reduce((most, { width }) => Math.max(most, width / 2), 0),
      gaps: tops.map((top, index) => ({ top, bottom: bottoms[index]!, passing: [] })),
    };
  });
}

/** Through each column by the gap that is nearest to the straight way on, unless it is crowded. */
function chooseGaps(span: Span, columns: readonly Column[]): void {
  let at = span.from;
  for (const { x, gaps } of columns) {
    const wish = at.y + ((span.to.y - at.y) * (x - at.x)) / (span.to.x - at.x || 1);
    let [best, least] = [gaps[0]!, Infinity];
    for (const gap of gaps) {
      const y = inside(gap, wish);
      const room = (gap.bottom - gap.top - 2 * CLEARANCE) / LANE;
      const cost = Math.abs(y - wish) + Math.max(0, gap.passing.length + 1 - Math.max(1, room)) * CROWDED;
      if (cost < least) [best, least] = [gap, cost];
    }
    best.passing.push({ id: span.id, wish, y: 0 });
    at = { x, y: inside(best, wish) };
  }
}

function inside({ top, bottom }: Gap, y: number): number {
  if (bottom - top < 2 * CLEARANCE) return (top + bottom) / 2;
  return Math.min(bottom - CLEARANCE, Math.max(top + CLEARANCE, y));
}

/** Side by side in the order in which they come, as near to their wishes as that allows. */
function spread(gap: Gap, place: (id: string, y: number) => void): void {
  const { top, bottom, passing } = gap;
  passing.sort((a, b) => a.wish - b.wish || (a.id < b.id ? -1 : 1));
  const room = bottom - top - 2 * CLEARANCE;
  const lane = Math.max(0, Math.min(LANE, room / Math.max(1, passing.length - 1)));
  let before = -Infinity;
  for (const each of passing) before = each.y = Math.max(inside(gap, each.wish), before + lane);
  let after = Infinity;
  for (const each of [...passing].reverse()) after = each.y = Math.min(each.y, after - lane, Math.max(inside(gap, Infinity), top));
  for (const { id, y } of passing) place(id, y);
}
