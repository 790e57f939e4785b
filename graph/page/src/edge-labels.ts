/** Puts words to edges where they cover neither a node nor each other; what doesn't fit is left to the details. */
import type { Box } from "./boxes";

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
}

export type Area = Pick<Box, "x" | "y" | "width" | "height">;

/** From the middle outwards, on the line first, then just above or below it, then to its right or left. */
const SHARES = [0.5, ...Array.from({ length: 21 }, (_, step) => 0.48 - step * 0.02).flatMap((share) => [share, 1 - share])];
const ASIDE = [[0, 0], [0, -0.62], [0, 0.62], [0.56, 0], [-0.56, 0]] as const;

/** The room that an arrow head needs to be seen. */
const HEAD = { width: 16, height: 12 };

export function placeLabels(labels: readonly EdgeLabel[], obstacles: readonly Area[]): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>();
  const taken: Area[] = [...obstacles, ...labels.map(({ pointAt }) => ({ ...pointAt(0.985), ...HEAD }))];
  for (const label of labels) {
    const best = findPlace(label, taken);
    if (best.cover > 0 && !label.needed) continue;
    places.set(label.id, best.point);
    taken.push({ ...best.point, width: label.width, height: label.height });
  }
  return places;
}

function findPlace({ width, height, pointAt }: EdgeLabel, taken: readonly Area[]): { point: Point; cover: number } {
  let best = { point: pointAt(0.5), cover: Infinity };
  for (const [across, down] of ASIDE) {
    for (const share of SHARES) {
      const { x, y } = pointAt(share);
      const point = { x: x + across * width, y: y + down * height };
      const area = { ...point, width: width + 4, height: height + 4 };
      const cover = taken.reduce((sum, other) => sum + overlap(area, other), 0);
      if (cover < best.cover) best = { point, cover };
      if (cover === 0) return best;
    }
  }
  return best;
}

function overlap(one: Area, other: Area): number {
  const across = Math.min(one.x + one.width / 2, other.x + other.width / 2) - Math.max(one.x - one.width / 2, other.x - other.width / 2);
  const down = Math.min(one.y + one.height / 2, other.y + other.height / 2) - Math.max(one.y - one.height / 2, other.y - other.height / 2);
  return across > 0 && down > 0 ? across * down : 0;
}
