/** Where a small map's concepts stand: layers from left to right, or two columns where there is no room for more. */
import type { Box } from "../../boxes";
import type { Point } from "../../edge-labels";
import { insetOf, type Shape } from "../../shapes";
import { wrap, type Measure } from "../../wrapping";

export interface MapNode {
  readonly id: string;
  readonly label: string;
  readonly shape: Shape;
}

export interface MapEdge {
  readonly from: string;
  readonly to: string;
}

export interface MapLayout {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly width: number;
  readonly height: number;
  /** The room for words between two columns. */
  readonly gap: number;
}

export const MAP_FONT_SIZE = 12.5;
export const MAP_LINE_HEIGHT = 16;

/** A column needs this much, and the words between two columns that much. */
const BROADEST = 150;
const NARROWEST = 118;
const GAP = { most: 130, column: 84, least: 70 } as const;
const BESIDE = 22;
/** Each arrow head at a side takes so much of it. */
const HEAD = 11;
const EDGE_OF_PAPER = 6;
/** What links within the last column take beside it. */
const BULGE = 46;

/** `roomy` spreads the concepts of a column, where height is to be had. */
export function layOut(nodes: readonly MapNode[], edges: readonly MapEdge[], width: number, measure: Measure, roomy = false): MapLayout {
  const layers = layersOf(nodes, edges);
  const deepest = Math.max(0, ...layers.values());
  const fits = (columns: number) => columns * NARROWEST + (columns - 1) * GAP.column + 2 * EDGE_OF_PAPER <= width;
  const columnOf = deepest > 1 && !fits(deepest + 1) ? sidesOf(nodes, edges) : layers;
  const columns = orderColumns(nodes, edges, columnOf);
  const last = Math.max(0, ...columnOf.values());
  const isBeside = ({ from, to }: MapEdge) => from !== to && columnOf.get(from) === last && columnOf.get(to) === last;
  const bulge = edges.some(isBeside) ? BULGE : 0;
  const room = Math.max(width, 200) - 2 * EDGE_OF_PAPER - bulge;
  const gaps = columns.length - 1;
  const gap = gaps ? Math.max(GAP.least, Math.min(GAP.most, room * (gaps > 1 ? 0.16 : 0.26))) : 0;
  const broad = Math.min(BROADEST, (room - gaps * gap) / columns.length);
  return place(columns, nodes, edges, { broad, gap, aside: (room - columns.length * broad - gaps * gap) / 2, beside: BESIDE * (roomy ? 2 : 1), width }, measure);
}

/** As many steps from a beginning as the longest way takes; what closes a circle counts for nothing. */
function layersOf(nodes: readonly MapNode[], edges: readonly MapEdge[]): ReadonlyMap<string, number> {
  const layers = new Map(nodes.map(({ id }) => [id, 0]));
  for (let round = 1; round < nodes.length; round++) {
    for (const { from, to } of edges) {
      if (from === to || leadsTo(edges, to, from)) continue;
      layers.set(to, Math.max(layers.get(to) ?? 0, (layers.get(from) ?? 0) + 1));
    }
  }
  // What begins a way stands just before what it leads to.
  for (const { id } of nodes) {
    const out = edges.filter(({ from, to }) => from === id && to !== id);
    const isFirst = !edges.some(({ to, from }) => to === id && from !== id);
    if (isFirst && out.length > 0) layers.set(id, Math.max(0, Math.min(...out.map(({ to }) => layers.get(to) ?? 0)) - 1));
  }
  return layers;
}

function leadsTo(edges: readonly MapEdge[], start: string, goal: string): boolean {
  const seen = new Set([start]);
  for (const here of seen) {
    if (here === goal) return true;
    for (const { from, to } of edges) if (from === here) seen.add(to);
  }
  return false;
}

/** Two columns such that a link leads from one to the other, wherever that can be. */
function sidesOf(nodes: readonly MapNode[], edges: readonly MapEdge[]): ReadonlyMap<string, number> {
  const sides = new Map<string, number>();
  for (const { id } of nodes) {
    if (sides.has(id)) continue;
    const reached = [id];
    sides.set(id, edges.some(({ from }) => from === id) ? 0 : 1);
    for (const here of reached) {
      for (const { from, to } of edges) {
        const other = from === here ? to : to === here ? from : undefined;
        if (other === undefined || sides.has(other)) continue;
        sides.set(other, 1 - sides.get(here)!);
        reached.push(other);
      }
    }
  }
  return sides;
}

/** Neighbours stand side by side: by the mean of their neighbours' places, then by swapping while links cross less. */
function orderColumns(nodes: readonly MapNode[], edges: readonly MapEdge[], columnOf: ReadonlyMap<string, number>): readonly (readonly string[])[] {
  const columns: string[][] = [];
  for (const { id } of nodes) (columns[columnOf.get(id) ?? 0] ??= []).push(id);
  const filled = columns.filter((column) => column?.length > 0);
  for (let sweep = 0; sweep < 8; sweep++) {
    for (const column of sweep % 2 ? [...filled].reverse() : filled) {
      const height = heightsOf(filled);
      const wish = (id: string) => mean(edges.flatMap(({ from, to }) => (from === id ? [height.get(to)!] : to === id ? [height.get(from)!] : []))) ?? height.get(id)!;
      const wishes = new Map(column.map((id) => [id, wish(id)]));
      column.sort((a, b) => wishes.get(a)! - wishes.get(b)!);
    }
  }
  for (let round = 0; round < 6; round++) if (!swapOnce(filled, edges, columnOf)) break;
  return filled;
}

function swapOnce(columns: readonly string[][], edges: readonly MapEdge[], columnOf: ReadonlyMap<string, number>): boolean {
  let least = crossings(columns, edges, columnOf);
  let isBetter = false;
  for (const column of columns) {
    for (let place = 0; place + 1 < column.length; place++) {
      const swap = () => ([column[place], column[place + 1]] = [column[place + 1]!, column[place]!]);
      swap();
      const now = crossings(columns, edges, columnOf);
      if (now < least) [least, isBetter] = [now, true];
      else swap();
    }
  }
  return isBetter;
}

function crossings(columns: readonly (readonly string[])[], edges: readonly MapEdge[], columnOf: ReadonlyMap<string, number>): number {
  const height = heightsOf(columns);
  const spans = edges.filter(({ from, to }) => columnOf.get(from) !== columnOf.get(to)).map(({ from, to }) => {
    const [left, right] = columnOf.get(from)! < columnOf.get(to)! ? [from, to] : [to, from];
    return { at: columnOf.get(left)!, left: height.get(left)!, right: height.get(right)! };
  });
  return spans.reduce((sum, one, index) =>
    sum + spans.slice(index + 1).filter((other) => one.at === other.at && (one.left - other.left) * (one.right - other.right) < 0).length, 0);
}

/** Heights from 0 to 1, so that columns of different length can be compared. */
function heightsOf(columns: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(columns.flatMap((column) => column.map((id, index) => [id, (index + 0.5) / column.length] as const)));
}

function mean(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

interface Sizes {
  readonly broad: number;
  readonly gap: number;
  readonly aside: number;
  readonly beside: number;
  readonly width: number;
}

function place(
  columns: readonly (readonly string[])[], nodes: readonly MapNode[], edges: readonly MapEdge[], { broad, gap, aside, beside, width }: Sizes, measure: Measure,
): MapLayout {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const sized = columns.map((column) => column.map((id) => {
    const { label, shape } = known.get(id)!;
    const lines = wrap(label, broad - 2 * insetOf(shape), measure);
    const spare = shape === "ellipse" && lines.length > 1 ? 8 * (lines.length - 1) : 0;
    const links = edges.filter(({ from, to }) => from === id || to === id).length;
    return { id, lines, height: Math.max(Math.max(1, lines.length) * MAP_LINE_HEIGHT + 16 + spare, links * HEAD + 10) };
  }));
  const heights = sized.map((column) => column.reduce((sum, { height }) => sum + height + beside, -beside));
  const tallest = Math.max(0, ...heights);
  const boxes = new Map<string, Box>();
  sized.forEach((column, index) => {
    // A short column spreads out, so that links have room, but not so far that it falls apart.
    const between = Math.min(64, (tallest - heights[index]!) / (column.length + 1));
    let y = EDGE_OF_PAPER + (tallest - heights[index]! - between * (column.length - 1)) / 2;
    const x = EDGE_OF_PAPER + aside + broad / 2 + index * (broad + gap);
    for (const { id, lines, height } of column) {
      boxes.set(id, { x, y: y + height / 2, width: broad, height, lines });
      y += height + beside + between;
    }
  });
  return { boxes, width, height: tallest + 2 * EDGE_OF_PAPER, gap };
}

/** The three corners of an arrow head, or of whatever ends a link, seen from the point before it. */
export function headAt(tip: Point, before: Point): string {
  const turn = (Math.atan2(tip.y - before.y, tip.x - before.x) * 180) / Math.PI;
  return `translate(${round(tip.x)} ${round(tip.y)}) rotate(${round(turn)})`;
}

export function round(number: number): number {
  return Math.round(number * 10) / 10;
}
