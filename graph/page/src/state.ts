/** What the reader has chosen: signals, the values that follow from them, and the few ways to change them. */
import { batch, computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Atlas } from "./atlas";
import { assignClassStyles, type ClassStyle } from "./class-styles";
import { CORE, EVERYTHING, findEmphasis, findShown, isSameShown, type Emphasis, type Filter, type Level, type Origin, type Shown } from "./filter";
import { NOTHING, type Selection, type View } from "./hash";
import type { Theme } from "./palette";

/** On a narrow screen one sheet at most stands over the canvas. */
export type Sheet = "none" | "legend" | "details";

export interface State {
  readonly atlas: Atlas;
  readonly styles: ReadonlyMap<string, ClassStyle>;
  readonly view: Signal<View>;
  readonly selection: Signal<Selection>;
  readonly filter: Signal<Filter>;
  readonly theme: Signal<Theme>;
  readonly sheet: Signal<Sheet>;
  readonly shown: ReadonlySignal<Shown>;
  readonly emphasis: ReadonlySignal<Emphasis | undefined>;
}

export function makeState(atlas: Atlas, theme: Theme): State {
  const selection = signal<Selection>(NOTHING);
  const filter = signal<Filter>(CORE);
  let before: Shown | undefined;
  // A selection that shows nothing new leaves the same object, and so everything that is computed from it.
  const shown = computed(() => {
    const next = findShown(atlas, filter.value, selection.value);
    before = before && isSameShown(before, next) ? before : next;
    return before;
  });
  return {
    atlas,
    styles: assignClassStyles(atlas.display.classes),
    view: signal<View>("pathway"),
    selection,
    filter,
    theme: signal(theme),
    sheet: signal<Sheet>("none"),
    shown,
    emphasis: computed(() => findEmphasis(atlas, shown.value, selection.value)),
  };
}

/** Select something, and show it if it was hidden. */
export function select(state: State, selection: Selection): void {
  batch(() => {
    reveal(state, endsOf(state.atlas, selection));
    state.selection.value = selection;
    state.sheet.value = selection.kind === "none" ? "none" : "details";
  });
}

export function selectNode(state: State, id: string): void {
  if (state.atlas.nodes.has(id)) select(state, { kind: "node", id });
}

export function selectEdge(state: State, id: string): void {
  if (state.atlas.edges.has(id)) select(state, { kind: "edge", id });
}

export function clearSelection(state: State): void {
  select(state, NOTHING);
}

export function reveal(state: State, ids: readonly string[]): void {
  const hidden = ids.filter((id) => !state.shown.peek().nodes.has(id));
  if (hidden.length === 0) return;
  const filter = state.filter.peek();
  state.filter.value = { ...filter, revealed: new Set([...filter.revealed, ...hidden]) };
}

export function setClassLevel(state: State, id: string, level: Level): void {
  const filter = state.filter.peek();
  const revealed = new Set([...filter.revealed].filter((node) => state.atlas.nodes.get(node)?.class !== id));
  batch(() => {
    state.filter.value = { ...filter, revealed, classes: new Map(filter.classes).set(id, level) };
    forgetHidden(state);
  });
}

export function setPropertyLevels(state: State, ids: readonly string[], level: Level): void {
  const filter = state.filter.peek();
  const properties = new Map(filter.properties);
  for (const id of ids) properties.set(id, level);
  state.filter.value = { ...filter, properties };
}

export function setOrigin(state: State, origin: Origin, isShown: boolean): void {
  state.filter.value = { ...state.filter.peek(), [origin]: isShown };
}

export function showCore(state: State): void {
  batch(() => {
    state.filter.value = CORE;
    reveal(state, endsOf(state.atlas, state.selection.peek()));
  });
}

export function showEverything(state: State): void {
  state.filter.value = EVERYTHING;
}

function endsOf(atlas: Atlas, selection: Selection): readonly string[] {
  if (selection.kind === "node") return [selection.id];
  const edge = selection.kind === "edge" ? atlas.edges.get(selection.id) : undefined;
  return edge ? [edge.from, edge.to] : [];
}

/** A selection that the filter has just taken away is none. */
function forgetHidden(state: State): void {
  const { nodes } = state.shown.peek();
  if (!endsOf(state.atlas, state.selection.peek()).every((id) => nodes.has(id))) state.selection.value = NOTHING;
}
