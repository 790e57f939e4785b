/** Shows where the parts of the picture went, unless the reader wants no motion. */
import type { Point } from "../../edge-labels";
import type { Picture } from "./picture";

export type Places = ReadonlyMap<string, Point>;

const TIMING = { duration: 420, easing: "cubic-bezier(0.2, 0, 0, 1)" } as const;

export function placesOf({ boxes }: Picture): Places {
  return new Map(boxes.filter(({ role }) => role !== "kid").map(({ key, x, y }) => [key, { x, y }]));
}

export function playMotion(stage: HTMLElement, before: Places, after: Places): void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  for (const box of stage.querySelectorAll<SVGGElement>("[data-key]")) {
    const key = box.dataset["key"] ?? "";
    const [from, to] = [before.get(key), after.get(key)];
    if (from && to) box.animate([{ transform: `translate(${from.x}px, ${from.y}px)` }, { transform: `translate(${to.x}px, ${to.y}px)` }], TIMING);
    else box.animate([{ opacity: 0 }, { opacity: 1 }], { ...TIMING, fill: "backwards" });
  }
  for (const words of stage.querySelectorAll(".focus-lines, .focus-words")) words.animate([{ opacity: 0 }, { opacity: 0, offset: 0.5 }, { opacity: 1 }], TIMING);
}
