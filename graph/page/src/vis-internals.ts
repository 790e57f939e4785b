/** What we need of vis-network that it doesn't publish; nowhere else is its inside touched. */
import { Network } from "vis-network/esnext";
import type { Bounds } from "./camera";
import type { Area, Point } from "./edge-labels";
import { distanceTo, pointOn, type Route } from "./routes";

/** A line of vis-network; the methods are those that decide where it runs. */
interface Line {
  toPoint: Point;
  getViaNode(): readonly [Point, Point];
  _getViaCoordinates(): readonly [Point, Point];
  getPoint(share: number): Point;
  _findBorderPosition(node: unknown): Point & { t: number };
  _line(context: CanvasRenderingContext2D, values: { readonly toArrowType?: string }, via: readonly [Point, Point]): void;
  _getDistanceToEdge(x1: number, y1: number, x2: number, y2: number, x: number, y: number): number;
}

interface Shape {
  customSizeWidth?: number;
  customSizeHeight?: number;
  refreshNeeded?: boolean;
  boundingBox: Bounds;
}

interface Inside {
  readonly canvas: { readonly frame: HTMLElement };
  readonly body: {
    readonly nodes: Record<string, { shape: Shape } | undefined>;
    readonly edges: Record<string, { readonly edgeType?: Line } | undefined>;
  };
}

/**
 * Its listeners stand on the prototype, so that all networks would share them: what happens in one would be drawn in the
 * other, and the end of one would silence both. Each gets its own.
 */
const listeners = new WeakMap<object, Map<string, unknown>>();
Object.defineProperty(Network.prototype, "_callbacks", {
  get(this: object) {
    const own = listeners.get(this) ?? new Map<string, unknown>();
    listeners.set(this, own);
    return own;
  },
});

const inside = (network: Network) => network as unknown as Inside;

/** Its frame takes the focus by itself, inside an image; the page brings its own keyboard access. */
export function frameOf(network: Network): HTMLElement {
  return inside(network).canvas.frame;
}

/**
 * A self-drawn node has no size before its first drawing, but what is clicked must be known before; and vis-network leaves
 * out of a frame what it takes to lie elsewhere, so the place must be right as well.
 */
export function setNodeBox(network: Network, id: string, { x, y, width, height }: Area): void {
  const shape = inside(network).body.nodes[id]?.shape;
  if (!shape) return;
  shape.customSizeWidth = width;
  shape.customSizeHeight = height;
  shape.refreshNeeded = true;
  shape.boundingBox = { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

const routed = new WeakSet<Line>();

/** Lets an edge run as `routes.ts` says instead of from middle to middle. */
export function setRoute(network: Network, id: string, routeOf: (id: string) => Route | undefined): void {
  const line = inside(network).body.edges[id]?.edgeType;
  if (!line || routed.has(line)) return;
  routed.add(line);
  const original = { ...bind(line) };
  const route = () => routeOf(id);
  line._getViaCoordinates = () => route()?.parts[0]!.via ?? original._getViaCoordinates();
  line.getViaNode = line._getViaCoordinates;
  line.getPoint = (share) => {
    const known = route();
    return known ? pointOn(known, share) : original.getPoint(share);
  };
  line._findBorderPosition = (node) => {
    const known = route();
    return known ? { ...known.to, t: 1 } : original._findBorderPosition(node);
  };
  line._line = (context, values, via) => {
    const known = route();
    // vis-network ends the line where an arrow head would begin; a bar has no body to bridge the gap.
    if (known) drawRoute(context, known, values.toArrowType === "bar" ? known.to : line.toPoint);
    else original._line(context, values, via);
  };
  line._getDistanceToEdge = (x1, y1, x2, y2, x, y) => {
    const known = route();
    return known ? distanceTo(known, { x, y }) : original._getDistanceToEdge(x1, y1, x2, y2, x, y);
  };
}

function drawRoute(context: CanvasRenderingContext2D, { from, parts }: Route, end: Point): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  parts.forEach(({ via: [first, second], to }, index) => {
    const { x, y } = index === parts.length - 1 ? end : to;
    context.bezierCurveTo(first.x, first.y, second.x, second.y, x, y);
  });
  context.stroke();
}

function bind(line: Line) {
  return {
    _getViaCoordinates: line._getViaCoordinates.bind(line),
    getPoint: line.getPoint.bind(line),
    _findBorderPosition: line._findBorderPosition.bind(line),
    _line: line._line.bind(line),
    _getDistanceToEdge: line._getDistanceToEdge.bind(line),
  };
}
