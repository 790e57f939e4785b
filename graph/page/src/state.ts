/** What the reader has chosen: signals, the values that follow from them, and the few ways to change them. */
import { batch, computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { addLifted, chooseEmphasis, findWays, liftWays, NO_QUESTION, NOTHING_FOUND, type Found, type PathQuestion } from "./activities/path/ways";
import { openAtlas, type Atlas } from "./atlas";
import { assignClassStyles, type ClassStyle } from "./class-styles";
import type { Point } from "./edge-labels";
import { countFacets, type FacetCounts } from "./facets";
import {
  CORE, EVERYTHING, findEmphasis, findShown, isSameShown, type Emphasis, type Facet, type Filter, type Level, type Origin, type Shown,
} from "./filter";
import { endsOf, NOTHING, type Selection, type TourPlace, type View, type Wording } from "./hash";
import { localise } from "./localise";
import { language } from "./messages";
import type { Theme } from "./palette";
import type { Unknown } from "./unknown-address";
import { inWording } from "./wording";

/** On a narrow screen one sheet at most stands over the canvas. */
export type Sheet = "none" | "legend" | "details" | "activity";

/** What stands beside the view: one at a time. */
export const ACTIVITIES = ["tours", "quiz", "path", "sparql", "take-away"] as const;
export type Activity = (typeof ACTIVITIES)[number];

export interface State {
  /** The data in the page's language and wording; reading it where something is computed follows the language. */
  readonly atlas: Atlas;
  /** The data in the language that the page was made in. */
  readonly made: Atlas;
  readonly styles: ReadonlyMap<string, ClassStyle>;
  readonly view: Signal<View>;
  readonly selection: Signal<Selection>;
  readonly filter: Signal<Filter>;
  readonly theme: Signal<Theme>;
  readonly wording: Signal<Wording>;
  readonly activity: Signal<Activity | undefined>;
  /** The step of the tour that the reader is on; it stays while another panel is open. */
  readonly tour: Signal<TourPlace | undefined>;
  /** Full screen, large type, for a projector. */
  readonly presenting: Signal<boolean>;
  readonly sheet: Signal<Sheet>;
  /** Of the sheet only its head is in sight. */
  readonly folded: Signal<boolean>;
  /** What the address named that this page doesn't know, until the reader has seen it. */
  readonly unknown: Signal<readonly Unknown[]>;
  /** Between which concepts a path is sought, and what is found while that panel is open. */
  readonly path: Signal<PathQuestion>;
  readonly ways: ReadonlySignal<Found>;
  /** The competency question or query that the console asks, and what its answer lifts out of the view. */
  readonly ask: Signal<string | undefined>;
  readonly answered: Signal<Emphasis | undefined>;
  /** What the answer to a quiz's item lifts out. */
  readonly lit: Signal<Emphasis | undefined>;
  /** Where the reader has put concepts of the pathway by hand, and whether they may be dragged now. */
  readonly arrangement: Signal<ReadonlyMap<string, Point>>;
  readonly arranging: Signal<boolean>;
  readonly shown: ReadonlySignal<Shown>;
  readonly emphasis: ReadonlySignal<Emphasis | undefined>;
  readonly facetCounts: ReadonlySignal<FacetCounts>;
}

export function makeState(made: Atlas, theme: Theme): State {
  const localised = computed(() => (language.value === made.display.language ? made : openAtlas(localise(made.display, language.value))));
  const wording = signal<Wording>("clinical");
  const told = computed(() => inWording(localised.value, wording.value));
  const selection = signal<Selection>(NOTHING);
  const filter = signal<Filter>(CORE);
  const activity = signal<Activity | undefined>(undefined);
  const path = signal<PathQuestion>(NO_QUESTION);
  const ways = computed(() => (activity.value === "path" ? findWays(made, path.value) : NOTHING_FOUND));
  const answered = signal<Emphasis | undefined>(undefined);
  const lit = signal<Emphasis | undefined>(undefined);
  const lifted = computed(() => {
    if (activity.value === "quiz") return lit.value;
    return activity.value === "sparql" ? answered.value : liftWays(ways.value, path.value.only);
  });
  const found = computed(() => findShown(made, filter.value, selection.value));
  let before: Shown | undefined;
  // A selection that shows nothing new leaves the same object, and so everything that is computed from it.
  const shown = computed(() => {
    const next = addLifted(found.value, lifted.value);
    before = before && isSameShown(before, next) ? before : next;
    return before;
  });
  return {
    get atlas() {
      return told.value;
    },
    made,
    styles: assignClassStyles(made.display.classes),
    view: signal<View>("pathway"),
    selection,
    filter,
    theme: signal(theme),
    wording,
    activity,
    tour: signal<TourPlace | undefined>(undefined),
    presenting: signal(false),
    sheet: signal<Sheet>("none"),
    folded: signal(false),
    unknown: signal<readonly Unknown[]>([]),
    path,
    ways,
    ask: signal<string | undefined>(undefined),
    answered,
    lit,
    arrangement: signal<ReadonlyMap<string, Point>>(new Map()),
    arranging: signal(false),
    shown,
    emphasis: computed(() => chooseEmphasis(lifted.value, findEmphasis(made, shown.value, selection.value), selection.value)),
    facetCounts: computed(() => countFacets(made, filter.value, selection.value, found.value)),
  };
}

/** Select something, and show it if it was hidden. */
export function select(state: State, selection: Selection): void {
  batch(() => {
    reveal(state, endsOf(state.made, selection));
    state.selection.value = selection;
    state.sheet.value = selection.kind === "none" ? "none" : "details";
  });
}

export function selectNode(state: State, id: string): void {
  if (state.made.nodes.has(id)) select(state, { kind: "node", id });
}

export function selectEdge(state: State, id: string): void {
  if (state.made.edges.has(id)) select(state, { kind: "edge", id });
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
  const revealed = new Set([...filter.revealed].filter((node) => state.made.nodes.get(node)?.class !== id));
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

/** Choose one more of a facet, or one less. */
export function toggleFacet(state: State, facet: Facet, id: string): void {
  const filter = state.filter.peek();
  const chosen = new Set(filter[facet]);
  if (!chosen.delete(id)) chosen.add(id);
  state.filter.value = { ...filter, [facet]: chosen };
}

/** How much is shown is one question, and whose statements, and how firm, another: its answer stays. */
function showAmount(state: State, amount: Filter): void {
  const { stated, ours, derived, modalities, sources } = state.filter.peek();
  setFilter(state, { ...amount, stated, ours, derived, modalities, sources });
}

function setFilter(state: State, filter: Filter): void {
  batch(() => {
    state.filter.value = filter;
    reveal(state, endsOf(state.made, state.selection.peek()));
  });
}

export function showCore(state: State): void {
  showAmount(state, CORE);
}

export function showEverything(state: State): void {
  showAmount(state, EVERYTHING);
}

/** As if nothing had been chosen but the amount. */
export function resetFilter(state: State): void {
  setFilter(state, state.filter.peek().level === "core" ? CORE : EVERYTHING);
}

/** Everything, and nothing left out of it. */
export function resetToEverything(state: State): void {
  setFilter(state, EVERYTHING);
}

/** A selection that the filter has just taken away is none. */
function forgetHidden(state: State): void {
  const { nodes } = state.shown.peek();
  if (!endsOf(state.made, state.selection.peek()).every((id) => nodes.has(id))) state.selection.value = NOTHING;
}

/** Open what stands beside the view, or close it when it is open. */
export function toggleActivity(state: State, activity: Activity): void {
  batch(() => {
    const isOpen = state.activity.peek() === activity;
    state.activity.value = isOpen ? undefined : activity;
    state.sheet.value = isOpen ? "none" : "activity";
  });
}

/** Open the console with a question or query. */
export function openConsole(state: State, ask: string): void {
  batch(() => {
    state.ask.value = ask;
    state.activity.value = "sparql";
    state.sheet.value = "activity";
  });
}
