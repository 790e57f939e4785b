/** The drawing takes the room that presenting or a folded sheet gives it, and gives it back. */
import { effect } from "@preact/signals";
import type { State } from "../state";

/** The full screen comes in its own time, in several steps: look once it has settled. */
const SETTLED = 120;

export function followRoom(state: State, container: HTMLElement, refit: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(refit, SETTLED);
  };
  let before: string | undefined;
  const stop = effect(() => {
    const room = `${state.presenting.value} ${state.folded.value}`;
    if (before !== undefined && room !== before) soon();
    before = room;
  });
  const observer = new ResizeObserver(() => state.presenting.peek() && soon());
  observer.observe(container);
  return () => {
    clearTimeout(timer);
    stop();
    observer.disconnect();
  };
}
