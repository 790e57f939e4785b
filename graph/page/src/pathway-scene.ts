/** What the pathway shows: positions and ways, kept while only the selection or the theme changes. */
import { computed, type ReadonlySignal } from "@preact/signals";
import type { Scene } from "./appearance";
import { makeBoxes, moveApart, type Box } from "./boxes";
import { styleOf } from "./class-styles";
import type { Point } from "./edge-labels";
import { NODE_FONT } from "./node-drawing";
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
  const placed = computed(() => {
    const { nodes, edges } = state.shown.value;
    const { atlas } = state;
    const boxes = arrange(apart.value, state.arrangement.value);
    const shapeOf = (id: string) => styleOf(styles, atlas.nodes.get(id)!.class).shape;
    const seen = new Map([...nodes].flatMap((id) => (boxes.has(id) ? [[id, boxes.get(id)!] as const] : [])));
    return { boxes, routes: routeEdges([...edges].map((id) => atlas.edges.get(id)!), seen, shapeOf) };
  });
  return computed((): Scene => ({
    atlas: state.atlas, styles, ...placed.value, shown: state.shown.value, emphasis: state.emphasis.value,
    selection: state.selection.value, theme: state.theme.value,
  }));
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
