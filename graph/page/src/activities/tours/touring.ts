/** Walking through a tour: where the reader is, and what a step sets. */
import { batch } from "@preact/signals";
import type { Atlas } from "../../atlas";
import type { DisplayEdge, Evidence, Tour, TourStep } from "../../display";
import { findShown, type Filter } from "../../filter";
import { endsOf, selectionOf, stepAt, type TourPlace } from "../../hash";
import type { Name } from "../../sentences";
import { select, type State } from "../../state";

export interface Walk {
  readonly place: TourPlace;
  readonly tour: Tour;
  readonly step: TourStep;
}

/** The step that the reader is on; reading it in a component follows it. */
export function currentWalk({ atlas, tour: { value: place } }: State): Walk | undefined {
  const tour = place && atlas.display.tours.find(({ id }) => id === place.tour);
  const step = place && tour?.steps[place.step];
  return place && tour && step && { place, tour, step };
}

/** Whether a tour is being walked, and its panel is open. */
export function isTouring(state: State): boolean {
  return state.activity.value === "tours" && currentWalk(state) !== undefined;
}

/** Open a step: its view and its concept. */
export function goToStep(state: State, place: TourPlace): void {
  const step = stepAt(place, state.made);
  if (!step) return;
  batch(() => {
    state.tour.value = place;
    state.activity.value = "tours";
    state.view.value = step.view;
    // Each step looks the same for everyone: what was brought in before it goes.
    state.filter.value = { ...state.filter.peek(), revealed: broughtBy(step, state.made, state.filter.peek()) };
    select(state, selectionOf(step, state.made));
    state.sheet.value = "activity";
  });
}

/** One step on or back; at either end it stays. */
export function moveBy(state: State, by: 1 | -1): void {
  const place = state.tour.peek();
  if (place) goToStep(state, { ...place, step: place.step + by });
}

export function leaveTour(state: State): void {
  state.tour.value = undefined;
}

/** Whether view and selection are still those of the step. */
export function isOnStep(state: State): boolean {
  const walk = currentWalk(state);
  if (!walk || state.view.value !== walk.step.view) return false;
  const [wanted, chosen] = [selectionOf(walk.step, state.made), state.selection.value];
  return wanted.kind === "node" ? chosen.kind === "node" && chosen.id === wanted.id : chosen.kind === "none";
}

/** What a passage says, each statement with the passage's own sentence. */
export function statementsOf(passage: string, atlas: Atlas): readonly { readonly edge: DisplayEdge; readonly evidence: Evidence }[] {
  return [...atlas.edges.values()].flatMap((edge) => {
    const evidence = edge.evidence.find((each) => each.passage === passage);
    return evidence ? [{ edge, evidence }] : [];
  });
}

/** The concepts that a step's text may name, with their names in the language of the text. */
export function namesAround(step: TourStep, lang: string, atlas: Atlas): readonly Name[] {
  const spoken = step.passages.flatMap((passage) => statementsOf(passage, atlas)).map(({ edge }) => edge);
  const around = [...spoken, ...(step.focus === null ? [] : (atlas.edgesAt.get(step.focus) ?? []))];
  const ids = new Set([...(step.focus === null ? [] : [step.focus]), ...around.flatMap(({ from, to }) => [from, to])]);
  return [...ids].flatMap((id) => {
    const node = atlas.nodes.get(id);
    return node ? [{ node: id, labels: [...(node.labels[lang] ?? []), ...(node.lang === lang ? [node.label] : [])] }] : [];
  });
}

/** What a step brings in: its concept, and where nothing of what the passages say of it would be drawn, its neighbours. */
export function broughtBy(step: TourStep, atlas: Atlas, filter: Filter): ReadonlySet<string> {
  const selection = selectionOf(step, atlas);
  const shownWith = (revealed: ReadonlySet<string>) => findShown(atlas, { ...filter, revealed }, selection);
  const plain = shownWith(new Set()).nodes;
  const own = new Set(endsOf(atlas, selection).filter((id) => !plain.has(id)));
  const spoken = step.passages.flatMap((passage) => statementsOf(passage, atlas)).map(({ edge }) => edge);
  const near = spoken.filter(({ from, to }) => from === step.focus || to === step.focus);
  const shown = shownWith(own);
  if (near.some(({ id }) => shown.edges.has(id))) return own;
  return new Set([...own, ...near.flatMap(({ from, to }) => [from, to]).filter((id) => !shown.nodes.has(id))]);
}
