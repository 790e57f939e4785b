/** The keys of a presenter, and of the small remote in the hand: on and back. */

const DIRECTIONS: ReadonlyMap<string, 1 | -1> = new Map([["ArrowRight", 1], ["PageDown", 1], ["ArrowLeft", -1], ["PageUp", -1]]);

/** Where these keys have a meaning of their own. */
const OWN_KEYS = "input, select, textarea, [contenteditable], [role=slider], [role=grid], [role=listbox], [role=combobox]";

export interface Pressed extends Pick<KeyboardEvent, "key" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey" | "defaultPrevented"> {
  readonly target: { closest?(selector: string): unknown } | EventTarget | null;
}

/** On (1) or back (-1), unless the key means something else where it was pressed. */
export function directionOf(event: Pressed): 1 | -1 | undefined {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const target = event.target as { closest?(selector: string): unknown } | null;
  return target?.closest?.(OWN_KEYS) ? undefined : DIRECTIONS.get(event.key);
}

/** The one after or before in a row whose ends meet. */
export function neighbourIn<T>(row: readonly T[], here: T, by: 1 | -1): T {
  return row[(row.indexOf(here) + by + row.length) % row.length] ?? here;
}
