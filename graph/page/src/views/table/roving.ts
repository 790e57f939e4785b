/** The buttons in the rows are one stop of the Tab key; arrow keys move among them. */
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** How many rows Page Up and Page Down go. */
const STRIDE = 10;

const buttonsIn = (part: ParentNode | null | undefined) => [...(part?.querySelectorAll("button") ?? [])];

/** Rows come and go: there must always be one button that Tab stops at. */
export function useOneStop(body: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const buttons = buttonsIn(body.current);
    if (buttons[0] && !buttons.some((button) => button.tabIndex === 0)) buttons[0].tabIndex = 0;
  });
}

export function stopHere(event: FocusEvent & { readonly currentTarget: HTMLElement }): void {
  const here = event.target;
  if (!(here instanceof HTMLButtonElement)) return;
  for (const button of buttonsIn(event.currentTarget)) button.tabIndex = button === here ? 0 : -1;
}

export function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const here = document.activeElement;
  const row = here?.closest("tr");
  if (!(here instanceof HTMLButtonElement) || !row || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...event.currentTarget.querySelectorAll("tr")];
  const [y, x] = [rows.indexOf(row), buttonsIn(row).indexOf(here)];
  const to = targetOf(event.key, y, x, rows.length);
  if (!to) return;
  event.preventDefault();
  const buttons = buttonsIn(rows[Math.max(0, Math.min(rows.length - 1, to.y))]);
  buttons[Math.max(0, Math.min(buttons.length - 1, to.x))]?.focus();
}

function targetOf(key: string, y: number, x: number, rows: number): { readonly y: number; readonly x: number } | undefined {
  switch (key) {
    case "ArrowDown": return { y: y + 1, x };
    case "ArrowUp": return { y: y - 1, x };
    case "PageDown": return { y: y + STRIDE, x };
    case "PageUp": return { y: y - STRIDE, x };
    case "Home": return { y: 0, x };
    case "End": return { y: rows - 1, x };
    case "ArrowRight": return { y, x: x + 1 };
    case "ArrowLeft": return { y, x: x - 1 };
    default: return undefined;
  }
}
