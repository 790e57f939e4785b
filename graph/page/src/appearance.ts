/** How everything looks: a pure function of data and state, applied last and changing neither. */
import type { Edge } from "vis-network/esnext";
import { isHedged, type Atlas } from "./atlas";
import type { Box } from "./boxes";
import { styleOf, type ClassStyle } from "./class-styles";
import type { DisplayEdge } from "./display";
import type { Emphasis, Shown } from "./filter";
import type { Selection } from "./hash";
import { meaningStyle, paperOf, tintOf, type Theme } from "./palette";
import type { Route } from "./routes";
import type { Shape } from "./shapes";

export interface Scene {
  readonly atlas: Atlas;
  readonly styles: ReadonlyMap<string, ClassStyle>;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly routes: ReadonlyMap<string, Route>;
  readonly shown: Shown;
  readonly emphasis: Emphasis | undefined;
  readonly selection: Selection;
  readonly theme: Theme;
  /** Those in which something is shown: where each stands, and how broad it may be. */
  readonly columns: readonly Column[];
  /** Only what the selection is about is drawn, large. */
  readonly isStaged: boolean;
}

export interface Column {
  readonly id: string;
  readonly x: number;
  readonly width: number;
}

/** Everything `node-drawing.ts` needs to paint one node. */
export interface NodeLook {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly hidden: boolean;
  readonly box: Box;
  readonly shape: Shape;
  readonly line: string;
  readonly fill: string;
  readonly ink: string;
  readonly paper: string;
  readonly alpha: number;
  readonly ring: string | undefined;
  /** Dotted where no source speaks of the concept. */
  readonly dots: readonly number[];
}

const DIMMED_NODE = 0.34;
const DIMMED_EDGE = 0.1;
const NODE_DOTS = [0.5, 4];

/** A line says where a statement comes from: whole from a source, dotted from us, dashed from a rule; both where both. */
export const LINES = { stated: false, ours: [0.5, 5], derived: [7, 5], derivedFromOurs: [7, 5, 0.5, 5] } as const;

export function lineOf(edge: Pick<DisplayEdge, "derived" | "ours">): readonly number[] | false {
  if (edge.derived) return edge.ours ? LINES.derivedFromOurs : LINES.derived;
  return edge.ours ? LINES.ours : LINES.stated;
}

export function lookOfNodes(scene: Scene): readonly NodeLook[] {
  const { ink, paper, ring } = paperOf(scene.theme);
  const looks: NodeLook[] = [];
  for (const node of scene.atlas.nodes.values()) {
    const box = scene.boxes.get(node.id);
    if (!box) continue;
    const { hue, shape } = styleOf(scene.styles, node.class);
    const isSelected = scene.selection.kind === "node" && scene.selection.id === node.id;
    looks.push({
      id: node.id,
      x: box.x,
      y: box.y,
      hidden: !scene.shown.nodes.has(node.id),
      box,
      shape,
      ...tintOf(hue, scene.theme),
      ink,
      paper,
      alpha: !scene.emphasis || scene.emphasis.nodes.has(node.id) ? 1 : DIMMED_NODE,
      ring: isSelected ? ring : undefined,
      dots: node.ours ? NODE_DOTS : [],
    });
  }
  return looks;
}

/** `isAsked` leaves out edges that needn't be looked at. */
export function lookOfEdges(scene: Scene, isAsked: (id: string) => boolean = () => true): readonly (Edge & { readonly id: string })[] {
  return [...scene.atlas.edges.values()].filter(({ id }) => isAsked(id)).map((edge) => {
    const { head } = edge.negative ? { head: "bar" as const } : meaningStyle(meaningOf(scene.atlas, edge));
    const line = lineOf(edge);
    const colour = colourOf(scene.atlas, edge, scene.theme);
    return {
      id: edge.id,
      from: edge.from,
      to: edge.to,
      hidden: !scene.shown.edges.has(edge.id),
      // Without colours of their own for these, vis-network paints them grey under the mouse.
      color: { color: colour, hover: colour, highlight: colour, opacity: opacityOf(scene, edge), inherit: false },
      width: widthOf(scene, edge),
      dashes: line && [...line],
      arrows: { to: { enabled: true, type: head, scaleFactor: head === "bar" ? 0.9 : head === "arrow" || head === "vee" ? 0.6 : 0.45 } },
    };
  });
}

/** What is said outright is drawn broad, what is hedged thin, and a stated negative so that nobody misses it. */
function widthOf({ emphasis }: Scene, edge: DisplayEdge): number {
  const isLifted = emphasis?.edges.has(edge.id) ?? false;
  const lifted = isLifted ? 0.9 : 0;
  if (edge.negative && !edge.derived) return 2.6 + lifted;
  if (edge.ours && !edge.derived) return 1.9 + lifted;
  // Thin stays thin beside what is said outright.
  return isHedged(edge) ? (isLifted ? 1.4 : 1.1) : 2 + lifted;
}

function opacityOf({ emphasis }: Scene, edge: DisplayEdge): number {
  const isStatedNegative = edge.negative && !edge.derived;
  if (emphasis) return emphasis.edges.has(edge.id) ? 1 : DIMMED_EDGE * (isStatedNegative ? 3 : 1);
  return isStatedNegative ? 1 : 0.7;
}

export function meaningOf(atlas: Atlas, edge: DisplayEdge): string {
  return edge.negative ? "negative" : (atlas.properties.get(edge.property)?.meaning ?? "other");
}

export function colourOf(atlas: Atlas, edge: DisplayEdge, theme: Theme): string {
  return edge.negative ? paperOf(theme).negative : tintOf(meaningStyle(meaningOf(atlas, edge)).hue, theme).line;
}

/** The options that never change; nothing here moves by itself. */
export function canvasOptions() {
  return {
    physics: false,
    layout: { improvedLayout: false },
    interaction: {
      dragNodes: false, hover: true, hoverConnectedEdges: false, keyboard: false, multiselect: false, navigationButtons: false,
      selectable: false, selectConnectedEdges: false, tooltipDelay: 1e9, zoomSpeed: 0.6,
    },
    nodes: { shape: "custom", physics: false },
    edges: { smooth: { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5 }, physics: false, hoverWidth: 1, selectionWidth: 0, arrowStrikethrough: false },
  } as const;
}
