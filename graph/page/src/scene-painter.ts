/** Brings a scene onto vis-network's canvas, and hands over only what has changed: with thousands of nodes that is felt. */
import { DataSet } from "vis-data/esnext";
import { Network, type Edge, type Node } from "vis-network/esnext";
import { canvasOptions, lookOfEdges, lookOfNodes, type NodeLook, type Scene } from "./appearance";
import type { Bounds } from "./camera";
import type { Area, Point } from "./edge-labels";
import { drawEdgeWords, placeWordsInWindow, type PlacedWords } from "./edge-words";
import { drawNode } from "./node-drawing";
import { frameOf, setNodeBox, setRoute } from "./vis-internals";

export interface Painter {
  readonly network: Network;
  paint(scene: Scene): void;
  /** Words are drawn where the reader can see them whole. */
  see(sight: () => Sight): void;
  /** The edge whose words stand at a point of the window. */
  wordsAt(point: Point): string | undefined;
  destroy(): void;
}

/** What of the drawing is in sight, and what lies over it there: buttons, the small map. */
export interface Sight {
  readonly window: Bounds;
  readonly covers: readonly Area[];
}

/** Text smaller than this is a smudge that takes time to draw. */
const UNREADABLE = 0.22;

export function makePainter(container: HTMLElement): Painter {
  const nodes = new DataSet<Node & { id: string }>();
  const edges = new DataSet<Edge & { id: string }>();
  const network = new Network(container, { nodes: nodes as never, edges: edges as never }, canvasOptions());
  frameOf(network).tabIndex = -1;

  let scene: Scene | undefined;
  let looks: ReadonlyMap<string, NodeLook> = new Map();
  const changedNodes = makeChangeFilter<{ id: string }>();
  const changedEdges = makeChangeFilter<{ id: string }>();
  const ctxRenderer = ({ ctx, id, x, y, state: { hover } }: RendererArguments) => ({
    drawNode: () => {
      const look = looks.get(id);
      if (look) drawNode(ctx, look, { x, y, hovered: hover, readable: network.getScale() > UNREADABLE });
    },
  });
  let words: readonly PlacedWords[] = [];
  let sight: (() => Sight) | undefined;
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
    edges.update(changedEdges(lookOfEdges(next)) as never);
    for (const id of next.shown.edges) setRoute(network, id, (edge) => scene?.routes.get(edge));
    redrawSoon();
  };
  return {
    network,
    paint,
    see: (look) => {
      sight = look;
      redrawSoon();
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

interface RendererArguments {
  readonly ctx: CanvasRenderingContext2D;
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly state: { readonly hover: boolean };
}

/** Lets through what differs from what it let through before. */
function makeChangeFilter<T extends { readonly id: string }>() {
  const known = new Map<string, string>();
  return <U extends T>(items: readonly U[]): readonly U[] =>
    items.filter((item) => {
      const text = JSON.stringify(item);
      if (known.get(item.id) === text) return false;
      known.set(item.id, text);
      return true;
    });
}
