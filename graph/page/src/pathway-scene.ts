/** What the pathway shows: positions and ways, kept while only the selection or the theme changes. */
import { computed, type ReadonlySignal } from "@preact/signals";
import type { Column, Scene } from "./appearance";
import type { Atlas } from "./atlas";
import { boxWidth, makeBoxes, moveApart, type Box } from "./boxes";
import { styleOf } from "./class-styles";
import type { Point } from "./edge-labels";
import type { Shown } from "./filter";
import { NODE_FONT } from "./node-drawing";
import { measuresFor, setStage, stackNodes } from "./presenting/stage";
import { routeEdges } from "./routes";
import type { State } from "./state";
import type { Measure } from "./wrapping";

export function makeScene(state: State): ReadonlySignal<Scene> {
  const { styles } = state;
  const measure = makeMeasure();
  const base = computed(() => makeBoxes(state.atlas, styles, measure));
  const apart = computed(() => {
    const { nodes } = state.shown.value;
    return moveApart(base.value, (id) => nodes.has(id));
  });
  const whole = computed(() => {
    const boxes = arrange(apart.value, state.arrangement.value);
    return { boxes, columns: columnsOf(state.atlas, state.shown.value), ...routed(state, boxes, state.shown.value) };
  });
  const stage = computed(() => {
    const shown = stagedNow(state);
    if (!shown) return undefined;
    const { atlas, selection } = state;
    const chosen = selection.value.kind === "node" ? selection.value.id : undefined;
    const stacks = stackNodes(shown.nodes, (id) => atlas.nodes.get(id)!, atlas.display.layers, chosen);
    const sized = makeBoxes(atlas, styles, measure, measuresFor(stacks.length).width);
    const { boxes, columns } = setStage(stacks, (id) => sized.get(id)!);
    return { boxes: new Map([...base.value, ...boxes]), columns, ...routed(state, boxes, shown) };
  });
  return computed((): Scene => ({
    atlas: state.atlas, styles, ...(stage.value ?? whole.value), isStaged: stage.value !== undefined, emphasis: state.emphasis.value,
    selection: state.selection.value, theme: state.theme.value,
  }));
}

/** Narrower screens have no room for letters that large. */
const LEAST_FOR_STAGE = 900;

/** What is lifted out while presenting; the rest is not drawn then. */
function stagedNow(state: State): Shown | undefined {
  if (!state.presenting.value || innerWidth < LEAST_FOR_STAGE) return undefined;
  const [{ nodes, edges }, emphasis] = [state.shown.value, state.emphasis.value];
  const both = (one: ReadonlySet<string>, other: ReadonlySet<string>) => new Set([...one].filter((id) => other.has(id)));
  const staged = emphasis && { nodes: both(emphasis.nodes, nodes), edges: both(emphasis.edges, edges) };
  return staged && staged.nodes.size > 0 ? staged : undefined;
}

function routed(state: State, boxes: ReadonlyMap<string, Box>, shown: Shown): Pick<Scene, "routes" | "shown"> {
  const { atlas, styles } = state;
  const shapeOf = (id: string) => styleOf(styles, atlas.nodes.get(id)!.class).shape;
  const seen = new Map([...shown.nodes].flatMap((id) => (boxes.has(id) ? [[id, boxes.get(id)!] as const] : [])));
  return { shown, routes: routeEdges([...shown.edges].map((id) => atlas.edges.get(id)!), seen, shapeOf) };
}

function columnsOf(atlas: Atlas, { nodes }: Shown): readonly Column[] {
  const { layers } = atlas.display;
  const gap = layers.slice(1).reduce((least, { x }, index) => Math.min(least, x - layers[index]!.x), Infinity);
  const width = Number.isFinite(gap) ? gap : boxWidth(atlas) * 1.5;
  const seen = new Set([...nodes].map((id) => atlas.nodes.get(id)!.x));
  return layers.filter(({ x }) => seen.has(x)).map(({ id, x }) => ({ id, x, width }));
}

/** What the reader has put somewhere stays there, and the rest where it would be without that. */
export function arrange(boxes: ReadonlyMap<string, Box>, places: ReadonlyMap<string, Point>): ReadonlyMap<string, Box> {
  if (places.size === 0) return boxes;
  const arranged = new Map(boxes);
  for (const [id, { x, y }] of places) {
    const box = boxes.get(id);
    if (box) arranged.set(id, { ...box, x, y });
  }
  return arranged;
}

/** A line is as wide as its words and the spaces between them; the same words come again and again, and to measure takes time. */
function makeMeasure(): Measure {
  const context = document.createElement("canvas").getContext("2d")!;
  context.font = NODE_FONT;
  const known = new Map<string, number>();
  const measure = (word: string) => {
    const width = known.get(word) ?? context.measureText(word).width;
    known.set(word, width);
    return width;
  };
  return (text) => text.split(" ").reduce((sum, word, index) => sum + measure(word) + (index > 0 ? measure(" ") : 0), 0);
}
