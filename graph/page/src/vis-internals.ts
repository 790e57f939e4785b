/** What we need of vis-network that it doesn't publish; nowhere else is its inside touched. */
import { Network } from "vis-network/esnext";
import type { Bounds } from "./camera";
import type { Area, Point } from "./edge-labels";
import { distanceTo, pointOn, type Route } from "./routes";

interface Values {
  readonly toArrowType?: string;
}

/** A line of vis-network; the methods are those that decide where it runs. */
interface Line {
  getViaNode(): readonly [Point, Point];
  _getViaCoordinates(): readonly [Point, Point];
  getPoint(share: number): Point;
  _findBorderPosition(node: unknown): Point & { t: number };
  getArrowData(context: CanvasRenderingContext2D, end: "to", via: readonly [Point, Point], selected: boolean, hovered: boolean, values: Values): { readonly core: Point };
  _line(context: CanvasRenderingContext2D, values: Values, via: readonly [Point, Point]): void;
  _getDistanceToEdge(x1: number, y1: number, x2: number, y2: number, x: number, y: number): number;
}

interface Shape {
  customSizeWidth?: number;
  customSizeHeight?: number;
  refreshNeeded?: boolean;
  boundingBox: Bounds;
}

type Draw = (context: CanvasRenderingContext2D) => void;

interface DrawnEdge {
  readonly edgeType?: Line;
  draw: Draw;
  drawArrows: Draw;
}

interface Inside {
  readonly canvas: { readonly frame: HTMLElement };
  readonly body: {
    readonly nodes: Record<string, { shape: Shape } | undefined>;
    readonly edges: Record<string, DrawnEdge | undefined>;
    readonly emitter: { emit(event: string): void };
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

interface Course {
  readonly route: () => Route | undefined;
  readonly isSeen: (route: Route) => boolean;
}

const courses = new WeakMap<Line, Course>();

/** Lets an edge run as `routes.ts` says instead of from middle to middle, and be drawn only while it can be seen. */
export function setRoute(network: Network, id: string, routeOf: (id: string) => Route | undefined, isSeen: (route: Route) => boolean): void {
  const edge = inside(network).body.edges[id];
  if (!edge?.edgeType || courses.has(edge.edgeType)) return;
  courses.set(edge.edgeType, { route: () => routeOf(id), isSeen });
  followCourses(Object.getPrototypeOf(edge) as DrawnEdge, Object.getPrototypeOf(edge.edgeType) as Line);
}

const following = new WeakSet<DrawnEdge | Line>();

/** All edges at once: methods of its own for each of thousands would take longer than to draw them. */
function followCourses(edge: DrawnEdge, line: Line): void {
  if (!following.has(edge)) leaveOutUnseen(edge);
  if (!following.has(line)) followRoutes(line);
  following.add(edge).add(line);
}

function leaveOutUnseen(kind: DrawnEdge): void {
  for (const part of ["draw", "drawArrows"] as const) {
    const original = kind[part];
    kind[part] = function (this: DrawnEdge, context) {
      const course = this.edgeType && courses.get(this.edgeType);
      const route = course?.route();
      if (!course || !route || course.isSeen(route)) original.call(this, context);
    };
  }
}

function followRoutes(kind: Line): void {
  const original = pick(kind);
  const routeOf = (line: Line) => courses.get(line)?.route();
  kind._getViaCoordinates = function (this: Line) {
    return routeOf(this)?.parts[0]!.via ?? original._getViaCoordinates.call(this);
  };
  kind.getViaNode = kind._getViaCoordinates;
  kind.getPoint = function (this: Line, share) {
    const known = routeOf(this);
    return known ? pointOn(known, share) : original.getPoint.call(this, share);
  };
  kind._findBorderPosition = function (this: Line, node) {
    const known = routeOf(this);
    return known ? { ...known.to, t: 1 } : original._findBorderPosition.call(this, node);
  };
  kind._line = function (this: Line, context, values, via) {
    const known = routeOf(this);
    // It ends where the arrow head begins, which vis-network finds only after its first drawing; a bar has no body to bridge the gap.
    if (known) drawRoute(context, known, values.toArrowType === "bar" ? known.to : this.getArrowData(context, "to", via, false, false, values).core);
    else original._line.call(this, context, values, via);
  };
  kind._getDistanceToEdge = function (this: Line, x1, y1, x2, y2, x, y) {
    const known = routeOf(this);
    return known ? distanceTo(known, { x, y }) : original._getDistanceToEdge.call(this, x1, y1, x2, y2, x, y);
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

function pick({ _getViaCoordinates, getPoint, _findBorderPosition, _line, _getDistanceToEdge }: Line) {
  return { _getViaCoordinates, getPoint, _findBorderPosition, _line, _getDistanceToEdge };
}

/** Change much, and draw it once when all of it is there: else each part of it is drawn by itself. */
export function drawOnce(network: Network, change: () => void): void {
  const { emitter } = inside(network).body;
  emitter.emit("_blockRedraw");
  try {
    change();
  } finally {
    emitter.emit("_allowRedraw");
  }
  network.redraw();
}

/** The part of the drawing that is in sight. */
export function sightOf(network: Network): Bounds {
  const { clientWidth, clientHeight } = frameOf(network);
  const [{ x: left, y: top }, { x: right, y: bottom }] = [network.DOMtoCanvas({ x: 0, y: 0 }), network.DOMtoCanvas({ x: clientWidth, y: clientHeight })];
  return { left, top, right, bottom };
}
