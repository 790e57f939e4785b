/** The pathway on its canvas: follows the state, and tells it what was clicked. */
import { computed, effect } from "@preact/signals";
import type { Scene } from "./appearance";
import { followArranging } from "./arranging";
import type { Box } from "./boxes";
import { styleOf } from "./class-styles";
import type { Area } from "./edge-labels";
import { tintOf } from "./palette";
import { makeScene } from "./pathway-scene";
import { areaOf } from "./routes";
import { makePainter, type Painter } from "./scene-painter";
import { clearSelection, selectEdge, selectNode, type State } from "./state";
import { makeViewfinder, type Viewfinder } from "./viewfinder";

const MANY_WAYS = 1000;

/** What the page around the canvas can ask of it. */
export interface Pathway extends Pick<Viewfinder, "zoom" | "move" | "lookAt" | "view"> {
  fit(): void;
  /** Look anew, as when the room has changed: at the selection with its neighbours, or at everything. */
  refit(): void;
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
  const everything = () => {
    const { nodes, edges } = scene.peek().shown;
    // Of very many, some ways leave the boxes' bounds by a little; to look for them would take longer than to draw.
    return [...boxesOf(nodes), ...(edges.size > MANY_WAYS ? [] : waysOf(edges))];
  };

  let stopPainting = () => {};
  painter.drawAtOnce(() => {
    stopPainting = effect(() => painter.paint(scene.value));
    finder.begin(everything(), true);
  });
  const stopFitting = beginOnChangedLevel(state, () => finder.begin(everything()));
  let isAlive = true;
  const lookAtSelection = () => {
    // A step of a tour selects and leaves the view at once: the frame in which to look comes after its end.
    if (!isAlive) return;
    const selection = state.selection.peek();
    const { nodes, edges } = state.emphasis.peek() ?? { nodes: [], edges: [] };
    // Where all of a way is too much to be read at once, it is read from its start.
    const start = state.ways.peek().ways[0]?.nodes.slice(0, 1);
    finder.bringIntoView([...boxesOf(nodes), ...waysOf(edges)], boxesOf(selection.kind === "node" ? [selection.id] : (start ?? nodes)));
  };
  const stopFollowing = followEmphasis(state, lookAtSelection);
  const stopArranging = followArranging(network, state);
  listen(painter, container, state);
  return {
    ...finder,
    fit: () => finder.showAll(everything()),
    refit: () => (state.selection.peek().kind === "none" ? finder.begin(everything()) : lookAtSelection()),
    showColumn: (x) => finder.showColumn(boxesOf(scene.peek().shown.nodes).filter((box) => box.x === x)),
    drawnBoxes: () => dotsOf(scene.peek()),
    onDrawn: (listener) => {
      const tell = () => listener((x) => network.canvasToDOM({ x, y: 0 }).x, network.getScale());
      network.on("afterDrawing", tell);
      tell();
    },
    destroy: () => {
      isAlive = false;
      stopPainting();
      stopFitting();
      stopFollowing();
      stopArranging();
      painter.destroy();
    },
  };
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

function followEmphasis(state: State, bringIntoView: () => void): () => void {
  const revealed = computed(() => state.filter.value.revealed);
  return effect(() => {
    void revealed.value;
    void state.path.value.only;
    const isOnTheWay = state.ways.value.ways.length > 0;
    // The details take room from the canvas: look only once the canvas has its new size.
    if (state.selection.value.kind !== "none" || isOnTheWay) requestAnimationFrame(() => requestAnimationFrame(bringIntoView));
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
