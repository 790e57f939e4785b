/** Puts words to edges where they touch neither a node nor each other; what doesn't fit is left to the details. */
import type { Box } from "./boxes";
import type { Bounds } from "./camera";
import { crosses } from "./crossing";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface EdgeLabel {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** A label that must be seen takes the least bad place when there is no free one. */
  readonly needed: boolean;
  /** The point at a share (0–1) of the edge's way. */
  readonly pointAt: (share: number) => Point;
  /** The ways of the further edges that the label speaks for. */
  readonly alsoOn?: readonly ((share: number) => Point)[];
  readonly speaksFor?: ReadonlySet<string>;
  /** The end near which it would rather stand; else the middle. */
  readonly near?: "start" | "end" | undefined;
}

export type Area = Pick<Box, "x" | "y" | "width" | "height">;

/** A line that words of another must not lie across. */
export interface Way {
  readonly id: string;
  readonly points: readonly Point[];
}

/** From the middle outwards, on the line first, then just above or below it, then to its right or left. */
const SHARES = [0.5, ...Array.from({ length: 21 }, (_, step) => 0.48 - step * 0.02).flatMap((share) => [share, 1 - share])];
/** Where arrows fan out from one end, their words stand apart near the other. */
const towards = (share: number) => [...SHARES].sort((a, b) => Math.abs(a - share) - Math.abs(b - share));
const SHARES_BY_END = { none: SHARES, start: towards(0.3), end: towards(0.7) } as const;
const ASIDE = [[0, 0], [0, -0.62], [0, 0.62], [0.56, 0], [-0.56, 0]] as const;
/** Still beside its line: for a label that must be seen. */
const FURTHER = [[0.56, -0.62], [-0.56, -0.62], [0.56, 0.62], [-0.56, 0.62], [0, -1.2], [0, 1.2], [1.1, 0], [-1.1, 0]] as const;

/** The room that an arrow head needs to be seen. */
const HEAD = { width: 16, height: 12 };
/** Between a label and a node, and what is more between two labels: with less they would read as one. */
const CLEAR = 4;
const APART = 6;
/** So much, in square pixels, a crossed line counts against a place that must be taken. */
const CROSSED = 60;

/** Where each label stands that finds a place; with a window, wholly within it. */
export function placeLabels(
  labels: readonly EdgeLabel[], obstacles: readonly Area[], window?: Bounds, ways: readonly Way[] = [],
): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>();
  const heads = labels.flatMap((label) => waysOf(label).map((pointAt) => ({ ...pointAt(0.985), ...HEAD })));
  const taken: Area[] = [...obstacles, ...heads];
  const bounded = ways.map(withBounds);
  for (const label of labels) {
    const best = findPlace(label, taken, window, bounded.filter(({ id }) => id !== label.id && !label.speaksFor?.has(id)));
    if (!best || (best.cover > 0 && !label.needed)) continue;
    places.set(label.id, best.point);
    taken.push(aroundLabel({ ...best.point, width: label.width, height: label.height }));
  }
  return places;
}

/** What a label keeps free of other labels. */
export function aroundLabel(label: Area): Area {
  return { ...label, width: label.width + 2 * APART, height: label.height + 2 * APART };
}

export function isWithin({ x, y, width, height }: Area, { left, right, top, bottom }: Bounds): boolean {
  return x - width / 2 >= left && x + width / 2 <= right && y - height / 2 >= top && y + height / 2 <= bottom;
}

const waysOf = ({ pointAt, alsoOn = [] }: EdgeLabel) => [pointAt, ...alsoOn];

interface Found {
  readonly point: Point;
  readonly cover: number;
}

function findPlace(label: EdgeLabel, taken: readonly Area[], window: Bounds | undefined, ways: readonly BoundedWay[]): Found | undefined {
  const { width, height, needed } = label;
  let best: Found | undefined;
  for (const [across, down] of needed ? [...ASIDE, ...FURTHER] : ASIDE) {
    for (const share of SHARES_BY_END[label.near ?? "none"]) {
      for (const pointAt of waysOf(label)) {
        const { x, y } = pointAt(share);
        const point = { x: x + across * width, y: y + down * height };
        const area = { ...point, width: width + 2 * CLEAR, height: height + 2 * CLEAR };
        if (window && !isWithin(area, window)) continue;
        const covered = taken.reduce((sum, other) => sum + overlap(area, other), 0);
        if (best && covered >= best.cover) continue;
        const cover = covered + CROSSED * ways.filter((way) => isCrossed(area, way)).length;
        if (!best || cover < best.cover) best = { point, cover };
        if (cover === 0) return best;
      }
    }
  }
  return best;
}

interface BoundedWay extends Way {
  readonly bounds: Area;
}

/** Most ways are far from most places: their bounds tell that at once. */
function withBounds(way: Way): BoundedWay {
  const [xs, ys] = [way.points.map(({ x }) => x), way.points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  // A line that runs level has no height, and lies in an area all the same.
  return { ...way, bounds: { x: (left + right) / 2, y: (top + bottom) / 2, width: right - left + 1, height: bottom - top + 1 } };
}

function isCrossed(area: Area, { points, bounds }: BoundedWay): boolean {
  return overlap(area, bounds) > 0 && points.some((point, index) => index > 0 && crosses(points[index - 1]!, point, area, 0));
}

function overlap(one: Area, other: Area): number {
  const across = Math.min(one.x + one.width / 2, other.x + other.width / 2) - Math.max(one.x - one.width / 2, other.x - other.width / 2);
  const down = Math.min(one.y + one.height / 2, other.y + other.height / 2) - Math.max(one.y - one.height / 2, other.y - other.height / 2);
  return across > 0 && down > 0 ? across * down : 0;
}
