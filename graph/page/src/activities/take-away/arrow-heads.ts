/** The heads of arrows as vis-network draws them on the canvas, for a picture made without it. */
import type { Point } from "../../edge-labels";
import { pointOn, type Route } from "../../routes";

/** Around the tip at (0, 0), pointing right, for a length of 1. */
const OUTLINES: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  arrow: [[0, 0], [-1, 0.3], [-0.9, 0], [-1, -0.3]],
  vee: [[-1, 0.3], [-0.5, 0], [-1, -0.3], [0, 0]],
  diamond: [[0, 0], [-0.5, -0.3], [-1, 0], [-0.5, 0.3]],
  box: [[0, 0.3], [0, -0.3], [-0.6, -0.3], [-0.6, 0.3]],
  bar: [[0, 0.5], [0, -0.5], [-0.15, -0.5], [-0.15, 0.5]],
};
const CIRCLE = { middle: -0.4, radius: 0.4 };

export interface Head {
  /** Where the line ends: behind the head, except that a bar has nothing to bridge the gap. */
  readonly lineEnd: Point;
  readonly outline: string;
}

export function headOf(route: Route, kind: string, width: number, scale: number, apart: number): Head {
  const length = 15 * scale + 3 * width;
  const tip = route.to;
  const guide = pointOn(route, 1 - length / Math.max(apart, length));
  const angle = Math.atan2(tip.y - guide.y, tip.x - guide.x);
  const turn = (x: number, y: number): Point => ({
    x: tip.x + length * (x * Math.cos(angle) - y * Math.sin(angle)),
    y: tip.y + length * (x * Math.sin(angle) + y * Math.cos(angle)),
  });
  return { lineEnd: kind === "bar" ? tip : turn(-0.9, 0), outline: kind === "circle" ? ring(turn(CIRCLE.middle, 0), length * CIRCLE.radius) : shape(kind, turn) };
}

function shape(kind: string, turn: (x: number, y: number) => Point): string {
  const points = (OUTLINES[kind] ?? OUTLINES["arrow"]!).map(([x, y]) => turn(x, y));
  return `M${points.map(write).join("L")}Z`;
}

function ring({ x, y }: Point, radius: number): string {
  const [left, right] = [write({ x: x - radius, y }), write({ x: x + radius, y })];
  const arc = `A${tidy(radius)},${tidy(radius)} 0 1 1 `;
  return `M${left}${arc}${right}${arc}${left}Z`;
}

export function write({ x, y }: Point): string {
  return `${tidy(x)},${tidy(y)}`;
}

function tidy(value: number): string {
  return String(Math.round(value * 100) / 100);
}
