/** What is chosen in this view alone: the middle, the way here, what is unfolded and what is hidden. */
import { effect, signal, type Signal } from "@preact/signals";
import type { Atlas } from "../../atlas";
import type { Selection } from "../../hash";
import { selectNode, type State } from "../../state";
import { NO_TRAIL, stepFrom, visit, type Trail } from "./trail";

/** By concept in the middle. */
type PerMiddle = ReadonlyMap<string, ReadonlySet<string>>;

/** Whose list of statements is open: a sector, `""` for all of them. */
export interface OpenList {
  readonly sector: string;
}

export interface FocusState {
  readonly middle: Signal<string | undefined>;
  readonly trail: Signal<Trail>;
  readonly derivedToo: Signal<boolean>;
  readonly unfolded: Signal<PerMiddle>;
  readonly hidden: Signal<PerMiddle>;
  readonly list: Signal<OpenList | undefined>;
  /** The key of the box whose menu is open. */
  readonly menu: Signal<string | undefined>;
  /** What the keyboard stands on. */
  readonly current: Signal<string | undefined>;
}

const states = new WeakMap<State, FocusState>();
const NONE: ReadonlySet<string> = new Set();

/** It outlives the view, so that a look at another view loses nothing. */
export function focusStateOf(state: State): FocusState {
  const known = states.get(state);
  if (known) return known;
  const made: FocusState = {
    middle: signal(undefined), trail: signal(NO_TRAIL), derivedToo: signal(false), unfolded: signal(new Map()), hidden: signal(new Map()),
    list: signal(undefined), menu: signal(undefined), current: signal(undefined),
  };
  states.set(state, made);
  return made;
}

/** A selected statement leaves the middle where it is as long as it is in the picture; else its subject comes there. */
export function nextMiddle(atlas: Atlas, selection: Selection, before: string | undefined, unfolded: ReadonlySet<string>): string | undefined {
  if (selection.kind === "node") return atlas.nodes.has(selection.id) ? selection.id : undefined;
  const edge = selection.kind === "edge" ? atlas.edges.get(selection.id) : undefined;
  if (!edge) return undefined;
  const isInPicture = before !== undefined && [edge.from, edge.to].some((end) => end === before || unfolded.has(end));
  return isInPicture ? before : edge.from;
}

/** Keeps the middle in step with the selection; on a narrow screen a new middle is looked at before it is read about. */
export function followSelection(state: State, focus: FocusState): () => void {
  return effect(() => {
    const selection = state.selection.value;
    const before = focus.middle.peek();
    const next = nextMiddle(state.made, selection, before, unfoldedAt(focus, before, true));
    if (next === before) return;
    focus.middle.value = next;
    focus.menu.value = undefined;
    focus.list.value = undefined;
    focus.current.value = undefined;
    if (next === undefined) return;
    focus.trail.value = visit(focus.trail.peek(), next);
    if (selection.kind === "node" && matchMedia("(max-width: 899px)").matches && state.sheet.peek() === "details") state.sheet.value = "none";
  });
}

export function step(state: State, focus: FocusState, by: -1 | 1): boolean {
  const to = focus.middle.peek() === undefined && by === -1 ? focus.trail.peek().visited[focus.trail.peek().at] : stepFrom(focus.trail.peek(), by);
  if (to === undefined) return false;
  selectNode(state, to);
  return true;
}

export function unfoldedAt(focus: FocusState, middle: string | undefined, peek = false): ReadonlySet<string> {
  return (peek ? focus.unfolded.peek() : focus.unfolded.value).get(middle ?? "") ?? NONE;
}

export function hiddenAt(focus: FocusState, middle: string | undefined): ReadonlySet<string> {
  return focus.hidden.value.get(middle ?? "") ?? NONE;
}

export function toggleUnfolded(focus: FocusState, middle: string, node: string): void {
  focus.unfolded.value = toggled(focus.unfolded.peek(), middle, node);
}

export function hide(focus: FocusState, middle: string, node: string): void {
  if (!focus.hidden.peek().get(middle)?.has(node)) focus.hidden.value = toggled(focus.hidden.peek(), middle, node);
}

export function showHidden(focus: FocusState, middle: string): void {
  const rest = new Map(focus.hidden.peek());
  rest.delete(middle);
  focus.hidden.value = rest;
}

function toggled(all: PerMiddle, middle: string, node: string): PerMiddle {
  const nodes = new Set(all.get(middle));
  if (!nodes.delete(node)) nodes.add(node);
  return new Map(all).set(middle, nodes);
}
