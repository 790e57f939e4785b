/** On paper the whole drawing stands in ink on white, whatever is in sight on the screen. */
import type { Pathway } from "./pathway-canvas";
import type { State } from "./state";

/** The width of A4 on its side within its margins, and the height that leaves room for title and footer, in CSS pixels. */
const PAPER = { width: 1045, height: 640 };

export function followPrinting(state: State, container: HTMLElement, pathway: Pathway): () => void {
  let restore: (() => void) | undefined;
  const measure = () => {
    const { clientWidth: width, clientHeight: height } = container;
    if (width === 0 || height === 0 || matchMedia("print").matches) return;
    const style = document.documentElement.style;
    style.setProperty("--drawn-width", `${width}px`);
    style.setProperty("--drawn-height", `${height}px`);
    style.setProperty("--drawn-zoom", String(Math.min(PAPER.width / width, PAPER.height / height)));
  };
  const before = () => {
    const theme = state.theme.peek();
    state.theme.value = "light";
    const back = pathway.fitForPaper();
    restore = () => {
      state.theme.value = theme;
      back();
    };
  };
  const after = () => {
    restore?.();
    restore = undefined;
  };
  const observer = new ResizeObserver(measure);
  observer.observe(container);
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    observer.disconnect();
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}
