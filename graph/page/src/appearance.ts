/** How everything looks: a pure function of data and state, applied last and changing neither. */
import type { Edge } from "vis-network/esnext";
import type { Atlas } from "./atlas";
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
}

const DIMMED_NODE = 0.34;
const DIMMED_EDGE = 0.1;

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
    });
  }
  return looks;
}

export function lookOfEdges(scene: Scene): readonly (Edge & { readonly id: string })[] {
  return [...scene.atlas.edges.values()].map((edge) => {
    const isLifted = scene.emphasis?.edges.has(edge.id) ?? false;
    const { head } = edge.negative ? { head: "bar" as const } : meaningStyle(meaningOf(scene.atlas, edge));
    return {
      id: edge.id,
      from: edge.from,
      to: edge.to,
      hidden: !scene.shown.edges.has(edge.id),
      color: {
        color: colourOf(scene.atlas, edge, scene.theme),
        opacity: scene.emphasis ? (isLifted ? 1 : edge.negative && !edge.derived ? DIMMED_EDGE * 3 : DIMMED_EDGE) : edge.negative && !edge.derived ? 1 : 0.62,
        inherit: false,
      },
      width: (edge.negative && !edge.derived ? 2.6 : 1.5) + (isLifted ? 0.9 : 0),
      dashes: edge.derived ? [7, 5] : false,
      arrows: { to: { enabled: true, type: head, scaleFactor: head === "bar" ? 0.9 : head === "arrow" || head === "vee" ? 0.6 : 0.45 } },
    };
  });
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
