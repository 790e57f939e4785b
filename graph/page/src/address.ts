/** Keeps the address bar and the state in step, both ways. */
import { effect } from "@preact/signals";
import { isSamePlace, readHash, writeHash } from "./hash";
import { select, type State } from "./state";

export function followAddress(state: State): void {
  const { atlas } = state;
  const apply = () => {
    const place = readHash(location.hash, atlas);
    if (isSamePlace(place, { view: state.view.peek(), selection: state.selection.peek() }, atlas)) return;
    state.view.value = place.view;
    select(state, place.selection);
  };
  apply();
  addEventListener("hashchange", apply);
  effect(() => {
    const hash = writeHash({ view: state.view.value, selection: state.selection.value }, atlas);
    const isBlank = location.hash === "" && state.selection.value.kind === "none";
    if (location.hash !== hash && !isBlank) location.hash = hash;
  });
}
