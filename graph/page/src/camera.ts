/** Where to look from: pure geometry, so that fitting and centring can be tested. */
import type { Area, Point } from "./edge-labels";

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Camera {
  /** The point of the drawing in the middle of the window. */
  readonly position: Point;
  readonly scale: number;
}

export interface Window {
  readonly width: number;
  readonly height: number;
  /** What the column headings cover above, and a sheet below. */
  readonly head: number;
  readonly foot: number;
}

export const MARGIN = 18;
export const LEAST_SCALE = 0.1;
export const MOST_SCALE = 3;

export function boundsOf(areas: Iterable<Area>): Bounds | undefined {
  let bounds: Bounds | undefined;
  for (const { x, y, width, height } of areas) {
    const [left, top, right, bottom] = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
    bounds = bounds
      ? {
          left: Math.min(left, bounds.left), top: Math.min(top, bounds.top),
          right: Math.max(right, bounds.right), bottom: Math.max(bottom, bounds.bottom),
        }
      : { left, top, right, bottom };
  }
  return bounds;
}

/** The camera that shows the bounds whole, unless that would make them larger than `most`. */
export function fit(bounds: Bounds, window: Window, most = 1.25): Camera {
  const width = Math.max(1, window.width - 2 * MARGIN);
  const height = Math.max(1, window.height - window.head - window.foot - 2 * MARGIN);
  const scale = Math.min(
    most, width / Math.max(1, bounds.right - bounds.left), height / Math.max(1, bounds.bottom - bounds.top),
  );
  return at(middleOf(bounds), Math.max(LEAST_SCALE, scale), window);
}

/** The camera at a scale whose window begins at the bounds' left edge, and at their top where they are too high for it. */
export function startAt(bounds: Bounds, window: Window, scale: number): Camera {
  const across = (window.width / 2 - MARGIN) / scale;
  const room = (window.height - window.head - window.foot - 2 * MARGIN) / scale;
  const { y } = middleOf(bounds);
  const top = bounds.top + room / 2;
  return at({ x: bounds.left + across, y: bounds.bottom - bounds.top > room ? top : y }, scale, window);
}

/** At a scale that can't show all areas whole: from where most of them are seen whole, and in any case the main part. */
export function atMost(areas: readonly Area[], main: Bounds, scale: number, window: Window): Camera {
  const across = (window.width / 2 - MARGIN) / scale;
  const down = ((window.height - window.head - window.foot) / 2 - MARGIN) / scale;
  const bounds = boundsOf(areas) ?? main;
  const { x, y } = middleOf(bounds);
  const xs = [x, bounds.left + across, bounds.right - across].map((wish) => keep(wish, main.left, main.right, across));
  const ys = [y, bounds.top + down, bounds.bottom - down].map((wish) => keep(wish, main.top, main.bottom, down));
  const places = ys.flatMap((each) => xs.map((one) => ({ x: one, y: each })));
  const seenFrom = (place: Point) =>
    areas.filter((area) => Math.abs(area.x - place.x) + area.width / 2 <= across + 1 && Math.abs(area.y - place.y) + area.height / 2 <= down + 1).length;
  // The first is the middle: it stays unless another place shows more.
  const best = places.reduce((most, place) => (seenFrom(place) > seenFrom(most) ? place : most));
  return at(best, scale, window);
}

/** The place nearest to a wish from which, so far to each side, all from low to high is seen; its middle where that is too much. */
function keep(wish: number, low: number, high: number, reach: number): number {
  return high - low > 2 * reach ? (low + high) / 2 : Math.min(low + reach, Math.max(high - reach, wish));
}

/** What the camera sees, without what is covered. */
export function viewOf(camera: Camera, window: Window): Bounds {
  const { position: { x, y }, scale } = camera;
  return {
    left: x - window.width / 2 / scale, right: x + window.width / 2 / scale,
    top: y - (window.height / 2 - window.head) / scale, bottom: y + (window.height / 2 - window.foot) / scale,
  };
}

/** Whether the bounds lie wholly inside the window. */
export function isInView(bounds: Bounds, camera: Camera, window: Window): boolean {
  const x = (value: number) => (value - camera.position.x) * camera.scale + window.width / 2;
  const y = (value: number) => (value - camera.position.y) * camera.scale + window.height / 2;
  return (
    x(bounds.left) >= 4 && x(bounds.right) <= window.width - 4 &&
    y(bounds.top) >= window.head + 4 && y(bounds.bottom) <= window.height - window.foot - 4
  );
}

export function at(point: Point, scale: number, window: Window): Camera {
  return { position: { x: point.x, y: point.y - (window.head - window.foot) / 2 / scale }, scale };
}

export function clampScale(scale: number): number {
  return Math.min(MOST_SCALE, Math.max(LEAST_SCALE, scale));
}

function middleOf(bounds: Bounds): Point {
  return { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 };
}
