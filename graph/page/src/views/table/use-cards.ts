/** Whether the rows must be cards, since the columns would find no room beside each other; and whether two cards would. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** What a column needs so that a long word fits in it, in pixels. */
const COLUMN = 120;
const TWO_CARDS = 640;

export function useCards(frame: RefObject<HTMLElement | null>, columns: number): "" | "is-cards" | "is-cards is-wide" {
  const [width, setWidth] = useState(Infinity);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    setWidth(element.offsetWidth);
    const observer = new ResizeObserver(() => setWidth(element.offsetWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width >= columns * COLUMN ? "" : width < TWO_CARDS ? "is-cards" : "is-cards is-wide";
}
