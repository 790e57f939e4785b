/** The pathway on its canvas: follows the state, and tells it what was clicked. */
import { computed, effect } from "@preact/signals";
import type { Scene } from "./appearance";
import { makeBoxes, moveApart, type Box } from "./boxes";
import { styleOf } from "./class-styles";
import type { Area } from "./edge-labels";
import { NODE_FONT } from "./node-drawing";
import { tintOf } from "./palette";
import { areaOf, routeEdges } from "./routes";
import { makePainter, type Painter } from "./scene-painter";
import { clearSelection, selectEdge, selectNode, type State } from "./state";
import { makeViewfinder, type Viewfinder } from "./viewfinder";

/** What the page around the canvas can ask of it. */
export interface Pathway extends Pick<Viewfinder, "zoom" | "move" | "lookAt" | "view"> {
  fit(): void;
  /** Show all of it at once, for paper; the answer undoes it. */
  fitForPaper(): () => void;
  showColumn(x: number): void;
  /** Every shown box with its colour: the drawing in small. */
  drawnBoxes(): readonly Dot[];
  /** Calls back now and after each drawing, with the way from the drawing's x to pixels, and the scale. */
  onDrawn(listener: (toPixels: (x: number) => number, scale: number) => void): void;
  destroy(): void;
}

export interface Dot extends Area {
  readonly colour: string;
}

export function mountPathway(container: HTMLElement, state: State): Pathway {
  const painter = makePainter(container);
  const { network } = painter;
  const finder = makeViewfinder(network, container);
  const scene = makeScene(state);
  const boxesOf = (ids: Iterable<string>): Box[] => {
    const { shown, boxes } = scene.peek();
    return [...ids].filter((id) => shown.nodes.has(id)).flatMap((id) => boxes.get(id) ?? []);
  };
  const waysOf = (ids: Iterable<string>) => [...ids].flatMap((id) => scene.peek().routes.get(id) ?? []).map(areaOf);
  const everything = () => [...boxesOf(scene.peek().shown.nodes), ...waysOf(scene.peek().shown.edges)];

  const stopPainting = effect(() => painter.paint(scene.value));
  finder.begin(everything(), true);
  const stopFitting = beginOnChangedLevel(state, () => finder.begin(everything()));
  const stopFollowing = followSelection(state, () => {
    // By now another view may stand here.
    if (!container.isConnected) return;
    const selection = state.selection.peek();
    const { nodes, edges } = state.emphasis.peek() ?? { nodes: [], edges: [] };
    finder.bringIntoView([...boxesOf(nodes), ...waysOf(edges)], boxesOf(selection.kind === "node" ? [selection.id] : nodes));
  });
  listen(painter, container, state);
  return {
    ...finder,
    fit: () => finder.showAll(everything()),
    fitForPaper: () => {
      const back = finder.keep();
      finder.showAll(everything(), false);
      network.redraw();
      return back;
    },
    showColumn: (x) => finder.showColumn(boxesOf(scene.peek().shown.nodes).filter((box) => box.x === x)),
    drawnBoxes: () => dotsOf(scene.peek()),
    onDrawn: (listener) => {
      const tell = () => listener((x) => network.canvasToDOM({ x, y: 0 }).x, network.getScale());
      network.on("afterDrawing", tell);
      tell();
    },
    destroy: () => {
      stopPainting();
      stopFitting();
      stopFollowing();
      painter.destroy();
    },
  };
}

/** Positions and ways depend on what is shown, and are kept while only the selection or the theme changes. */
function makeScene(state: State) {
  const { styles } = state;
  const measure = makeMeasure();
  const base = computed(() => makeBoxes(state.atlas, styles, measure));
  const placed = computed(() => {
    const { nodes, edges } = state.shown.value;
    const { atlas } = state;
    const boxes = moveApart(base.value, (id) => nodes.has(id));
    const shapeOf = (id: string) => styleOf(styles, atlas.nodes.get(id)!.class).shape;
    const seen = new Map([...nodes].flatMap((id) => (boxes.has(id) ? [[id, boxes.get(id)!] as const] : [])));
    return { boxes, routes: routeEdges([...edges].map((id) => atlas.edges.get(id)!), seen, shapeOf) };
  });
  return computed((): Scene => ({
    atlas: state.atlas, styles, ...placed.value, shown: state.shown.value, emphasis: state.emphasis.value,
    selection: state.selection.value, theme: state.theme.value,
  }));
}

function dotsOf({ atlas, styles, boxes, shown, theme }: Scene): readonly Dot[] {
  return [...shown.nodes].flatMap((id) => {
    const [box, node] = [boxes.get(id), atlas.nodes.get(id)];
    return box && node ? [{ ...box, colour: tintOf(styleOf(styles, node.class).hue, theme).line }] : [];
  });
}

/** "Core" and "Everything" are different pictures, and each is shown from its beginning. */
function beginOnChangedLevel(state: State, begin: () => void): () => void {
  const level = computed(() => state.filter.value.level);
  let before = level.peek();
  return effect(() => {
    const changed = level.value !== before;
    before = level.value;
    if (changed && state.selection.peek().kind === "none") begin();
  });
}

function followSelection(state: State, bringIntoView: () => void): () => void {
  const revealed = computed(() => state.filter.value.revealed);
  return effect(() => {
    void revealed.value;
    // The details take room from the canvas: look only once the canvas has its new size.
    if (state.selection.value.kind !== "none") requestAnimationFrame(() => requestAnimationFrame(bringIntoView));
  });
}

function listen({ network, wordsAt }: Painter, container: HTMLElement, state: State): void {
  network.on("click", ({ pointer }: { pointer: { DOM: { x: number; y: number } } }) => {
    // The words on edges are drawn on top, and so are asked first.
    const words = wordsAt(pointer.DOM);
    if (words !== undefined) return selectEdge(state, words);
    const node = network.getNodeAt(pointer.DOM);
    if (node !== undefined) return selectNode(state, String(node));
    const edge = network.getEdgeAt(pointer.DOM);
    if (edge !== undefined) return selectEdge(state, String(edge));
    return clearSelection(state);
  });
  for (const kind of ["Node", "Edge"] as const) {
    network.on(`hover${kind}`, () => container.classList.add("is-over"));
    network.on(`blur${kind}`, () => container.classList.remove("is-over"));
  }
}

function makeMeasure() {
  const context = document.createElement("canvas").getContext("2d")!;
  context.font = NODE_FONT;
  return (text: string) => context.measureText(text).width;
}
