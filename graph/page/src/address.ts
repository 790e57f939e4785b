/** Keeps the address bar and the state in step, both ways. */
import { batch, effect } from "@preact/signals";
import { goTo, leaveItem, placeOf, sessionOf } from "./activities/quiz/session";
import { broughtBy, goToStep } from "./activities/tours/touring";
import { isSamePlace, readHash, stepAt, writeHash, type PathEnds, type Place } from "./hash";
import { language } from "./messages";
import { openConsole, reveal, select, type State } from "./state";
import { findUnknown } from "./unknown-address";

export function followAddress(state: State): void {
  // The language that the page was made in needs no word in the address, so the address is read against that one.
  const { made } = state;
  const here = (): Place => {
    const tour = state.activity.value === "tours" ? state.tour.value : undefined;
    const step = tour && stepAt(tour, made);
    const filter = state.filter.value;
    // What a step brings in itself comes with it.
    const own = step ? broughtBy(step, made, filter) : new Set<string>();
    return {
      view: state.view.value, selection: state.selection.value, language: language.value, wording: state.wording.value, tour,
      quiz: state.activity.value === "quiz" ? placeOf(sessionOf(state), state) : undefined,
      path: state.activity.value === "path" ? endsOfPath(state) : undefined,
      ask: state.activity.value === "sparql" ? state.ask.value : undefined,
      filter: { ...filter, revealed: new Set([...filter.revealed].filter((id) => !own.has(id))) },
    };
  };
  const apply = () => {
    const place = readHash(location.hash, made);
    const unknown = findUnknown(location.hash, made);
    // The page writes its own address once it has read another: what was told of that one stays until then.
    if (unknown.length > 0 || !isSamePlace(place, here(), made)) state.unknown.value = unknown;
    if (isSamePlace(place, here(), made)) return;
    batch(() => {
      state.view.value = place.view;
      language.value = place.language;
      state.wording.value = place.wording;
      state.filter.value = place.filter;
      if (place.tour) {
        goToStep(state, place.tour);
        reveal(state, [...place.filter.revealed]);
      } else state.tour.value = undefined;
      // The step has set both; beside it the address may name others.
      if (place.tour && isSamePlace(place, here(), made)) return;
      state.view.value = place.view;
      select(state, place.selection);
      if (place.quiz) goTo(sessionOf(state), state, place.quiz);
      else if (state.activity.value === "quiz") leaveItem(sessionOf(state));
      if (place.path) openPath(state, place.path);
      else if (state.activity.value === "path" && endsOfPath(state)) state.path.value = { ...state.path.value, end: undefined, only: undefined };
      if (place.ask === undefined) state.ask.value = undefined;
      else openConsole(state, place.ask);
    });
  };
  apply();
  addEventListener("hashchange", apply);
  effect(() => {
    const place = here();
    const hash = writeHash(place, made);
    const isBlank = location.hash === "" && isSamePlace(place, readHash("", made), made);
    if (location.hash !== hash && !isBlank) writeAddress(hash);
  });
}

function endsOfPath({ path: { value: { start, end, derived } } }: State): PathEnds | undefined {
  return start === undefined || end === undefined ? undefined : { start, end, derived };
}

function openPath(state: State, ends: PathEnds): void {
  state.path.value = { ...ends, only: undefined };
  state.activity.value = "path";
  state.sheet.value = "activity";
}

function writeAddress(hash: string): void {
  if (parent === window) {
    location.hash = hash;
    return;
  }
  try {
    // In a frame each step would come between the reader and the way back out of the page around it.
    history.replaceState(history.state, "", hash);
  } catch {
    // A frame that may do nothing but run scripts keeps the address that it was given.
  }
}
