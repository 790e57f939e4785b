/** Keeps the address bar and the state in step, both ways. */
import { batch, effect } from "@preact/signals";
import { goToStep } from "./activities/tours/touring";
import { isSamePlace, readHash, writeHash, type Place } from "./hash";
import { language } from "./messages";
import { openConsole, select, type State } from "./state";

export function followAddress(state: State): void {
  // The language that the page was made in needs no word in the address, so the address is read against that one.
  const { made } = state;
  const here = (): Place => ({
    view: state.view.value, selection: state.selection.value, language: language.value, wording: state.wording.value,
    filter: state.filter.value,
    tour: state.activity.value === "tours" ? state.tour.value : undefined,
    ask: state.activity.value === "sparql" ? state.ask.value : undefined,
  });
  const apply = () => {
    const place = readHash(location.hash, made);
    if (isSamePlace(place, here(), made)) return;
    batch(() => {
      state.view.value = place.view;
      language.value = place.language;
      state.wording.value = place.wording;
      // Concepts brought in one by one are not in the address: they stay.
      state.filter.value = { ...place.filter, revealed: state.filter.peek().revealed };
      if (place.tour) goToStep(state, place.tour);
      else state.tour.value = undefined;
      // The step has set both; beside it the address may name others.
      if (place.tour && isSamePlace(place, here(), made)) return;
      state.view.value = place.view;
      select(state, place.selection);
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
