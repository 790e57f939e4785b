/** The pathway on its canvas: follows the state, and tells it what was clicked. */
import { computed, effect, untracked } from "@preact/signals";
import type { Column, Scene } from "./appearance";
import { followArranging } from "./arranging";
import type { Box } from "./boxes";
import { styleOf } from "./class-styles";
import type { Area } from "./edge-labels";
import { placeEdgeWords } from "./edge-words";
import { tintOf } from "./palette";
import type { Emphasis } from "./filter";
import { makeScene } from "./pathway-scene";
import { areaOf } from "./routes";
import { makePainter, type Painter } from "./scene-painter";
import { clearSelection, selectEdge, selectNode, type State } from "./state";
import { makeViewfinder, type Viewfinder } from "./viewfinder";

const MANY_WAYS = 1000;
const NOTHING_LIFTED: Emphasis = { nodes: new Set(), edges: new Set() };

/** What the page around the canvas can ask of it. */
export interface Pathway extends Pick<Viewfinder, "zoom" | "move" | "lookAt" | "view"> {
  fit(): void;
  /** Look anew, as when the room has changed: at the selection with its neighbours, or at everything. */
  refit(): void;
  showColumn(x: number): void;
  /** Where a concept is drawn, in pixels of the canvas. */
  placeOf(id: string): Area | undefined;
  /** Have a concept in sight, without another scale. */
  bring(id: string): void;
  /** Every shown box with its colour: the drawing in small. */
  drawnBoxes(): readonly Dot[];
  /** Those in which something is drawn. */
  columns(): readonly Column[];
  /** Calls back now and after each drawing, with the way from the drawing's x to pixels, and the scale. */
  onDrawn(listener: (toPixels: (x: number) => number, scale: number) => void): void;
  destroy(): void;
}

export interface Dot extends Area {
  readonly colour: string;
  /** The selection has lifted it out of the rest. */
  readonly lifted: boolean;
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

  const wordsOf = (ids: ReadonlySet<string>) => placeEdgeWords(scene.peek()).filter(({ edge }) => ids.has(edge.id));

  painter.see(finder.sight);
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
    if (scene.peek().isStaged) return finder.fill([...everything(), ...wordsOf(scene.peek().shown.edges)]);
    const { nodes, edges } = state.emphasis.peek() ?? NOTHING_LIFTED;
    // Whoever asked wants to see how much the answer is, before any of it is read.
    if (selection.kind === "none" && isAnswerLit(state)) return finder.showAll([...boxesOf(nodes), ...waysOf(edges)]);
    // Where all of a way is too much to be read at once, it is read from its start.
    const start = state.ways.peek().ways[0]?.nodes.slice(0, 1);
    finder.bringIntoView([...boxesOf(nodes), ...waysOf(edges), ...wordsOf(edges)], boxesOf(selection.kind === "node" ? [selection.id] : (start ?? nodes)), start !== undefined);
  };
  const stopFollowing = followEmphasis(state, lookAtSelection);
  const stopArranging = followArranging(network, state);
  listen(painter, container, state);
  return {
    ...finder,
    fit: () => (scene.peek().isStaged ? lookAtSelection() : finder.showAll(everything())),
    refit: () => (state.selection.peek().kind === "none" && !untracked(() => isAnswerLit(state)) ? finder.begin(everything()) : lookAtSelection()),
    showColumn: (x) => finder.showColumn(boxesOf(scene.peek().shown.nodes).filter((box) => box.x === x)),
    columns: () => scene.peek().columns,
    placeOf: (id) => {
      const [box] = boxesOf([id]);
      const scale = network.getScale();
      return box && { ...network.canvasToDOM(box), width: box.width * scale, height: box.height * scale };
    },
    bring: (id) => {
      const [box] = boxesOf([id]);
      const { left, right, top, bottom } = finder.view();
      if (box && (box.x - box.width / 2 < left || box.x + box.width / 2 > right || box.y - box.height / 2 < top || box.y + box.height / 2 > bottom)) finder.lookAt(box);
    },
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

function dotsOf({ atlas, styles, boxes, shown, emphasis, theme }: Scene): readonly Dot[] {
  return [...shown.nodes].flatMap((id) => {
    const [box, node] = [boxes.get(id), atlas.nodes.get(id)];
    return box && node ? [{ ...box, colour: tintOf(styleOf(styles, node.class).hue, theme).line, lifted: emphasis?.nodes.has(id) ?? false }] : [];
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

function isAnswerLit({ activity, answered }: State): boolean {
  return activity.value === "sparql" && answered.value !== undefined;
}

function followEmphasis(state: State, bringIntoView: () => void): () => void {
  const revealed = computed(() => state.filter.value.revealed);
  return effect(() => {
    void revealed.value;
    void state.path.value.only;
    const isOnTheWay = state.ways.value.ways.length > 0;
    // The details take room from the canvas: look only once the canvas has its new size.
    if (state.selection.value.kind !== "none" || isOnTheWay || isAnswerLit(state)) requestAnimationFrame(() => requestAnimationFrame(bringIntoView));
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
