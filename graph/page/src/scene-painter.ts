/** Brings a scene onto vis-network's canvas, and hands over only what has changed: with thousands of nodes that is felt. */
import { DataSet } from "vis-data/esnext";
import { Network, type Edge, type Node } from "vis-network/esnext";
import { canvasOptions, lookOfEdges, lookOfNodes, type NodeLook, type Scene } from "./appearance";
import type { Bounds } from "./camera";
import type { Area, Point } from "./edge-labels";
import { drawEdgeWords, placeWordsInWindow, type PlacedWords } from "./edge-words";
import { drawNode } from "./node-drawing";
import { isInSight, type Route } from "./routes";
import { drawOnce, frameOf, setNodeBox, setRoute, sightOf } from "./vis-internals";

export interface Painter {
  readonly network: Network;
  /** The next frame draws it, unless `drawAtOnce` has. */
  paint(scene: Scene): void;
  /** Words are drawn where the reader can see them whole. */
  see(sight: () => Sight): void;
  /** Draw what is done here in one go and now, as when the first drawing is waited for. */
  drawAtOnce(change: () => void): void;
  /** The edge whose words stand at a point of the window. */
  wordsAt(point: Point): string | undefined;
  destroy(): void;
}

/** What of the drawing is in sight, and what lies over it there: buttons, the small map. */
export interface Sight {
  readonly window: Bounds;
  readonly covers: readonly Area[];
}

/** How far beyond its way a line with its arrow head reaches. */
const LINE_ROOM = 20;
/** Text smaller than this is a smudge that takes time to draw. */
const UNREADABLE = 0.22;

export function makePainter(container: HTMLElement): Painter {
  const nodes = new DataSet<Node & { id: string }>();
  const edges = new DataSet<Edge & { id: string }>();
  const network = new Network(container, { nodes: nodes as never, edges: edges as never }, canvasOptions());
  frameOf(network).tabIndex = -1;

  let scene: Scene | undefined;
  let looks: ReadonlyMap<string, NodeLook> = new Map();
  const changedNodes = makeChangeFilter<Item>();
  const changedEdges = makeChangeFilter<Item>();
  const ctxRenderer = ({ ctx, id, x, y, state: { hover } }: RendererArguments) => ({
    drawNode: () => {
      const look = looks.get(id);
      if (look) drawNode(ctx, look, { x, y, hovered: hover, readable: network.getScale() > UNREADABLE });
    },
  });
  let words: readonly PlacedWords[] = [];
  let sight: (() => Sight) | undefined;
  let window: Bounds | undefined;
  network.on("beforeDrawing", () => {
    const { left, top, right, bottom } = sightOf(network);
    window = { left: left - LINE_ROOM, top: top - LINE_ROOM, right: right + LINE_ROOM, bottom: bottom + LINE_ROOM };
  });
  const isSeen = (route: Route) => !window || isInSight(route, window);
  const routeOf = (edge: string) => scene?.routes.get(edge);
  network.on("afterDrawing", (context: CanvasRenderingContext2D) => {
    if (!scene || !sight) return;
    const { window, covers } = sight();
    words = placeWordsInWindow(scene, window, covers);
    drawEdgeWords(context, scene, words);
  });

  /** However much has changed, the next frame draws it once. */
  let frame = 0;
  const redrawSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => network.redraw());
  };

  const paint = (next: Scene) => {
    scene = next;
    looks = new Map(lookOfNodes(next).map((look) => [look.id, look]));
    // Colours are looked up while drawing; vis-network needs to know only where the nodes are.
    const moved = changedNodes([...looks.values()].map(({ id, x, y, hidden, box }) => ({ id, x, y, hidden, size: box.width / 2 })));
    nodes.update(moved.map((node) => ({ ...node, shape: "custom", ctxRenderer }) as never));
    for (const { id } of moved) setNodeBox(network, id, next.boxes.get(id)!);
    // What has never been shown needn't be known to vis-network.
    edges.update(changedEdges(lookOfEdges(next, (id) => next.shown.edges.has(id) || edges.get(id) !== null)) as never);
    for (const id of next.shown.edges) setRoute(network, id, routeOf, isSeen);
    redrawSoon();
  };
  return {
    network,
    paint,
    see: (look) => {
      sight = look;
      redrawSoon();
    },
    drawAtOnce: (change) => {
      drawOnce(network, change);
      cancelAnimationFrame(frame);
    },
    wordsAt: (point) => {
      const { x, y } = network.DOMtoCanvas(point);
      const found = words.find((area) => Math.abs(x - area.x) <= area.width / 2 && Math.abs(y - area.y) <= area.height / 2);
      // Words that speak for several statements stand for none of them.
      return found?.others.length === 0 ? found.edge.id : undefined;
    },
    destroy: () => {
      cancelAnimationFrame(frame);
      network.destroy();
    },
  };
}

interface Item {
  readonly id: string;
  readonly hidden?: boolean | undefined;
}

interface RendererArguments {
  readonly ctx: CanvasRenderingContext2D;
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly state: { readonly hover: boolean };
}

/** Lets through what differs from what it let through before, and nothing hidden that has never been shown. */
function makeChangeFilter<T extends Item>() {
  const known = new Map<string, T>();
  return <U extends T>(items: readonly U[]): readonly U[] =>
    items.filter((item) => {
      const before = known.get(item.id);
      if (before ? isSame(before, item) : item.hidden) return false;
      known.set(item.id, item);
      return true;
    });
}

/** Whether two plain values say the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key as keyof typeof one], other[key as keyof typeof other]));
}
