/** How much room the map has, and where the focus goes when the picture changes under it. */
import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Selection } from "../../hash";
import type { Size } from "./map-camera";

export function useRoom(element: RefObject<HTMLElement | null>): Size {
  const size = useSignal<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      size.value = { width: Math.floor(width), height: Math.floor(height) };
    });
    watch.observe(element.current!);
    return () => watch.disconnect();
  }, []);
  return size.value;
}

/** What had the focus goes when the selection changes the picture: then the selected concept gets it, else what can. */
export function useFocusInMap(map: RefObject<HTMLElement | null>, selection: Selection): void {
  const wasInside = useRef(false);
  useEffect(() => {
    const follow = (event: FocusEvent) => (wasInside.current = map.current?.contains(event.target as Node) ?? false);
    const leave = (event: PointerEvent) => { if (!map.current?.contains(event.target as Node)) wasInside.current = false; };
    document.addEventListener("focusin", follow);
    document.addEventListener("pointerdown", leave);
    return () => {
      document.removeEventListener("focusin", follow);
      document.removeEventListener("pointerdown", leave);
    };
  }, []);
  useEffect(() => {
    if (!wasInside.current || (document.activeElement && document.activeElement !== document.body)) return;
    const next = map.current?.querySelector<HTMLElement>('[aria-current="true"]') ?? map.current?.querySelector<HTMLElement>('[data-stop][tabindex="0"]');
    next?.focus({ preventScroll: true });
  }, [selection]);
}

const USUAL = 15;

/** The words of the drawing grow with the page's, as on a projector. */
export function growthOf(element: Element | null): number {
  const size = element ? Number.parseFloat(getComputedStyle(element).fontSize) : USUAL;
  return Math.min(2, Math.max(1, size / USUAL || 1));
}
