/** A picture that is laid out: where every box, every label and every line stands. */
import type { Area, Point } from "../../edge-labels";
import { sideOf, type Shape } from "../../shapes";
import type { PlannedNode } from "./plan";

export interface PlacedBox extends Area, PlannedNode {
  readonly key: string;
  readonly role: "middle" | "neighbour" | "kid";
  readonly lines: readonly string[];
  /** The neighbour that a kid was unfolded at; of all others the box's own concept. */
  readonly owner: string;
  /** Where the button stands that opens what else can be done. */
  readonly menu: Area | undefined;
}

export interface PillLine {
  readonly text: string;
  readonly kind: "verb" | "hedge";
}

/** The words of a relation, on the way between the middle and the neighbours. */
export interface PlacedPill extends Area {
  readonly key: string;
  readonly sector: string;
  readonly edges: readonly string[];
  readonly lines: readonly PillLine[];
}

export interface PlacedMore extends Area {
  readonly key: string;
  /** A sector, `""` for all of them, or the neighbour whose own neighbours are meant. */
  readonly opens: { readonly sector: string } | { readonly node: string };
  readonly text: string;
}

export interface PlacedLine {
  readonly key: string;
  /** The statements that this is a piece of: one, or all of a relation's. */
  readonly edges: readonly string[];
  readonly path: string;
  readonly head: { readonly at: Point; readonly angle: number } | undefined;
}

/** The words of an unfolded neighbour's statements. */
export interface PlacedNote extends Area {
  readonly key: string;
  readonly edge: string;
  readonly lines: readonly string[];
}

export interface Picture {
  readonly kind: "round" | "stacked";
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly boxes: readonly PlacedBox[];
  readonly pills: readonly PlacedPill[];
  readonly mores: readonly PlacedMore[];
  readonly lines: readonly PlacedLine[];
  readonly notes: readonly PlacedNote[];
  /** The keys of all that can be chosen, in the order in which the arrow keys go. */
  readonly order: readonly string[];
  /** A faint line to which the stacked groups hang. */
  readonly spine: string | undefined;
}

/** Where the ray from the middle of a shape towards a point leaves the shape. */
export function leaveShape(shape: Shape, { x, y, width, height }: Area, towards: Point): Point {
  const inside = (share: number) => {
    const [across, down] = [(towards.x - x) * share, (towards.y - y) * share];
    if (Math.abs(down) > height / 2) return false;
    return across <= sideOf(shape, width, height, down, "right") && across >= sideOf(shape, width, height, down, "left");
  };
  let [low, high] = [0, 1];
  for (let step = 0; step < 24; step++) {
    const half = (low + high) / 2;
    if (inside(half)) low = half;
    else high = half;
  }
  return { x: x + (towards.x - x) * low, y: y + (towards.y - y) * low };
}

export function angleOf(from: Point, to: Point): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}

export function round(number: number): number {
  return Math.round(number * 10) / 10;
}

export function pathOf(...parts: readonly (string | number)[]): string {
  return parts.map((part) => (typeof part === "number" ? round(part) : part)).join(" ");
}

/** All of a picture moved and given its size. */
export function shiftPicture(picture: Picture, dx: number, dy: number): Picture {
  const area = <T extends Area>(one: T): T => ({ ...one, x: round(one.x + dx), y: round(one.y + dy) });
  return {
    ...picture,
    boxes: picture.boxes.map((box) => ({ ...area(box), menu: box.menu && area(box.menu) })),
    pills: picture.pills.map(area),
    mores: picture.mores.map(area),
    notes: picture.notes.map(area),
    lines: picture.lines.map((line) => ({
      ...line,
      path: shiftPath(line.path, dx, dy),
      head: line.head && { ...line.head, at: { x: round(line.head.at.x + dx), y: round(line.head.at.y + dy) } },
    })),
    spine: picture.spine && shiftPath(picture.spine, dx, dy),
  };
}

/** Paths here are made of absolute M, L, C and Q with all their points alone. */
function shiftPath(path: string, dx: number, dy: number): string {
  let isX = false;
  return path.split(" ").map((part) => {
    if (/^[A-Z]$/.test(part)) {
      isX = false;
      return part;
    }
    isX = !isX;
    return String(round(Number(part) + (isX ? dx : dy)));
  }).join(" ");
}
