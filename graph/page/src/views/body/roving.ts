/** One stop for the tab key in a list of many; the arrow keys move within it. */
import { useSignal } from "@preact/signals";

export interface Roving {
  readonly onKeyDown: (event: KeyboardEvent & { readonly currentTarget: Element }) => void;
  /** For each member: its tab index, and what keeps the stop where the focus was. */
  readonly member: (id: string) => { readonly tabindex: number; readonly onFocus: () => void; readonly "data-stop": string };
}

export function useRoving(ids: readonly string[], preferred?: string): Roving {
  const last = useSignal<string | undefined>(undefined);
  const stop = [last.value, preferred].find((id) => id !== undefined && ids.includes(id)) ?? ids[0];
  return {
    // In this spelling: an SVG's attributes keep theirs, and only this one is known.
    member: (id) => ({ tabindex: id === stop ? 0 : -1, onFocus: () => (last.value = id), "data-stop": "" }),
    onKeyDown: (event) => {
      const members = [...event.currentTarget.querySelectorAll<SVGElement | HTMLElement>("[data-stop]")];
      const to = nextStop(members.indexOf(document.activeElement as SVGElement), members.length, event.key);
      if (to === undefined) return;
      event.preventDefault();
      members[to]?.focus();
    },
  };
}

export function nextStop(here: number, count: number, key: string): number | undefined {
  if (here < 0) return undefined;
  const to = { ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}

/** What is drawn as a button also acts like one. */
export function pressedBy(act: () => void) {
  return {
    role: "button" as const,
    onClick: act,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    },
  };
}
