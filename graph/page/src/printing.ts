/** On paper stands a handout of two pages, whatever is in sight on the screen; a table is printed with all its rows. */
import { options, render, h } from "preact";
import { Handout, type Fit } from "./activities/take-away/handout";
import { gatherNotes, makeHandoutText } from "./activities/take-away/handout-text";
import { takePicture, type Picture } from "./activities/take-away/picture";
import { PrintedTable } from "./activities/take-away/printed-table";
import { StateContext } from "./components/context";
import type { State } from "./state";
import { BodyOnPaper } from "./views/body/body-view";
import { FocusOnPaper } from "./views/focus/focus-stage";

/** In points; the first that all fits in, and at the last one what doesn't fit is left out. */
const SIZES = [14, 13, 12, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5];

/** The drawing's share of a page, in pixels whose letters can be read on paper; what stands around it is added. */
const PAPER = { width: 980, height: 530 };

export function followPrinting(state: State): void {
  const place = document.createElement("div");
  place.className = "handout";
  document.body.append(place);
  let theme = state.theme.peek();
  addEventListener("beforeprint", () => {
    theme = state.theme.peek();
    atOnce(() => {
      state.theme.value = "light";
      if (state.view.peek() === "table") render(h(StateContext.Provider, { value: state }, h(PrintedTable, {})), place);
      else layOut(state, place);
    });
  });
  addEventListener("afterprint", () => {
    atOnce(() => {
      state.theme.value = theme;
      render(null, place);
    });
  });
}

function layOut(state: State, place: HTMLElement): void {
  const picture = takePictureOnPaper(state);
  const told = makeHandoutText(state);
  const show = (fit: Fit) => render(h(StateContext.Provider, { value: state }, h(Handout, { picture, told, fit })), place);
  place.classList.add("is-measured");
  const fits = (fit: Fit) => {
    show(fit);
    const columns = place.querySelector<HTMLElement>(".handout-columns");
    return !columns || columns.scrollWidth <= columns.clientWidth + 1;
  };
  const all = { most: told.statements.length, notes: gatherNotes(told.statements).length };
  const size = SIZES.at(-1)!;
  if (!SIZES.some((each) => fits({ ...all, size: each }))) {
    // A note is read beside its statement, so statements go last.
    const most = greatest(all.most, (number) => fits({ size, most: number, notes: 0 }));
    show({ size, most, notes: greatest(all.notes, (number) => fits({ size, most, notes: number })) });
  }
  place.classList.remove("is-measured");
}

/** Drawn anew for the paper's size: the window's may be a phone's. */
function takePictureOnPaper(state: State): Picture | undefined {
  const view = state.view.peek();
  if (view !== "body" && view !== "focus") return takePicture(state, "light");
  const place = document.createElement("div");
  place.className = "paper-drawing";
  document.body.append(place);
  render(h(StateContext.Provider, { value: state }, h(view === "body" ? BodyOnPaper : FocusOnPaper, { size: PAPER })), place);
  const drawn = place.querySelector<SVGSVGElement>("svg[data-export]");
  const picture = drawn ? takePicture(state, "light", drawn) : undefined;
  render(null, place);
  place.remove();
  return picture && { ...picture, svg: withOwnNames(picture.svg) };
}

/** The same names in the page, which paper doesn't show, would be found first. */
function withOwnNames(svg: string): string {
  return svg.replace(/\bid="/g, 'id="paper-').replace(/url\((&quot;|['"]?)#/g, "url($1#paper-");
}

/** The greatest number up to `most` that fits; none is taken to fit. */
function greatest(most: number, fits: (number: number) => boolean): number {
  let least = 0;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle - 1;
  }
  return least;
}

/** The browser prints as soon as the event is over: nothing may wait for a frame. */
function atOnce(act: () => void): void {
  const before = options.debounceRendering;
  options.debounceRendering = (process) => process();
  try {
    act();
  } finally {
    if (before) options.debounceRendering = before;
    else delete options.debounceRendering;
  }
}
