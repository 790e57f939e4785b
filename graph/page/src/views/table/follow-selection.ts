/** What is selected elsewhere comes into sight, and nothing moves under the hand of a reader who selects here. */
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Selection } from "../../hash";
import { PAGE_SIZE } from "./listing";

export function useFollowSelection(
  scroller: RefObject<HTMLElement | null>, selection: Selection, findRow: () => number, page: number, turn: (to: number) => void,
): void {
  const awaited = useRef<number | undefined>(undefined);
  const before = useRef<Selection["kind"]>("none");
  useEffect(() => {
    const wasSelected = before.current !== "none";
    before.current = selection.kind;
    if (selection.kind === "none") {
      if (wasSelected) takeFocusBack(scroller.current);
      return;
    }
    keepInSight(scroller.current);
    if (scroller.current?.contains(document.activeElement) || hasMarkInSight(scroller.current)) return;
    const row = findRow();
    if (row < 0) return;
    awaited.current = Math.floor(row / PAGE_SIZE);
    turn(awaited.current);
  }, [selection]);
  useEffect(() => {
    if (awaited.current !== page) return;
    awaited.current = undefined;
    scroller.current?.querySelector("tr.is-selected, tr.is-touched")?.scrollIntoView({ block: "center" });
  }, [selection, page]);
}

/** On a narrow screen the details take room from the table, and may cover what has just been chosen in it. */
function keepInSight(scroller: HTMLElement | null): void {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (!scroller?.isConnected || hasMarkInSight(scroller)) return;
    const chosen = document.activeElement?.closest("tr.is-selected, tr.is-touched");
    (scroller.contains(chosen ?? null) ? chosen : scroller.querySelector("tr.is-selected, tr.is-touched"))?.scrollIntoView({ block: "nearest" });
  }));
}

function hasMarkInSight(scroller: HTMLElement | null): boolean {
  if (!scroller) return false;
  // Where rows are cards, the whole table scrolls and not this part of it.
  const frame = (scroller.closest(".table") ?? scroller).getBoundingClientRect();
  return [...scroller.querySelectorAll("tr.is-selected, tr.is-touched")].some((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top >= frame.top && bottom <= frame.bottom;
  });
}

/** The details that had the focus are gone: it would be lost. */
function takeFocusBack(scroller: HTMLElement | null): void {
  if (document.activeElement !== document.body) return;
  scroller?.querySelector<HTMLElement>('tbody button[tabindex="0"]')?.focus();
}
