/** Presenting: full screen where the browser has and grants it, large type, and the keys of a presenter. */
import { effect } from "@preact/signals";
import { isTouring, moveBy } from "../activities/tours/touring";
import { VIEWS } from "../hash";
import type { State } from "../state";
import { directionOf, neighbourIn } from "./keys";

export function togglePresenting(state: State): void {
  state.presenting.value = !state.presenting.peek();
}

/** Keeps the document, the screen and the keys in step with the state. */
export function followPresenting(state: State): () => void {
  const press = (event: KeyboardEvent) => pressedWhilePresenting(state, event);
  // The browser takes Escape for itself when it ends the full screen.
  const change = () => {
    if (!document.fullscreenElement) state.presenting.value = false;
  };
  addEventListener("keydown", press);
  document.addEventListener("fullscreenchange", change);
  const stop = effect(() => {
    const isPresenting = state.presenting.value;
    document.documentElement.toggleAttribute("data-presenting", isPresenting);
    void (isPresenting ? fillScreen() : leaveScreen());
  });
  return () => {
    stop();
    removeEventListener("keydown", press);
    document.removeEventListener("fullscreenchange", change);
  };
}

function pressedWhilePresenting(state: State, event: KeyboardEvent): void {
  if (!state.presenting.peek()) return;
  const direction = directionOf(event);
  if (!direction) return;
  event.preventDefault();
  if (isTouring(state)) moveBy(state, direction);
  else state.view.value = neighbourIn(VIEWS, state.view.peek(), direction);
}

async function fillScreen(): Promise<void> {
  // Not there, or forbidden, as in a frame of a course page: then the page is all there is to fill.
  if (!document.fullscreenEnabled) return;
  try {
    await document.documentElement.requestFullscreen();
  } catch {
    // Refused all the same.
  }
}

async function leaveScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
  } catch {
    // It has been left already.
  }
}
