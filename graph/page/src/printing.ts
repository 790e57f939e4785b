/** On paper stands a handout of two pages, whatever is in sight on the screen; a table is printed as a table. */
import { options, render, h } from "preact";
import { Handout, type Fit } from "./activities/take-away/handout";
import { makeHandoutText } from "./activities/take-away/handout-text";
import { takePicture } from "./activities/take-away/picture";
import { StateContext } from "./components/context";
import type { State } from "./state";

/** In points; the first that all fits in, and at the last one what doesn't fit is left out. */
const SIZES = [14, 13, 12, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5];

export function followPrinting(state: State): void {
  const place = document.createElement("div");
  place.className = "handout";
  document.body.append(place);
  let theme = state.theme.peek();
  addEventListener("beforeprint", () => {
    theme = state.theme.peek();
    atOnce(() => {
      state.theme.value = "light";
      document.documentElement.dataset["paper"] = state.view.peek() === "table" ? "table" : "handout";
      if (state.view.peek() !== "table") layOut(state, place);
    });
  });
  addEventListener("afterprint", () => {
    atOnce(() => {
      state.theme.value = theme;
      delete document.documentElement.dataset["paper"];
      render(null, place);
    });
  });
}

function layOut(state: State, place: HTMLElement): void {
  const picture = takePicture(state, "light");
  const told = makeHandoutText(state);
  const show = (fit: Fit) => render(h(StateContext.Provider, { value: state }, h(Handout, { picture, told, fit })), place);
  place.classList.add("is-measured");
  const fits = (fit: Fit) => {
    show(fit);
    const columns = place.querySelector<HTMLElement>(".handout-columns");
    return !columns || columns.scrollWidth <= columns.clientWidth + 1;
  };
  const all = told.statements.length;
  const last = SIZES.at(-1)!;
  if (!SIZES.some((size) => fits({ size, most: all }))) {
    let [least, most] = [0, all];
    while (least < most) {
      const middle = Math.ceil((least + most) / 2);
      if (fits({ size: last, most: middle })) least = middle;
      else most = middle - 1;
    }
    show({ size: last, most: least });
  }
  place.classList.remove("is-measured");
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
