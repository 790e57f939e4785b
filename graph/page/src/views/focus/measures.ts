/** Measures texts as the picture writes them. */
import { FONT_SIZE } from "../../boxes";
import { FONT_FAMILY } from "../../node-drawing";
import type { Measure } from "../../wrapping";
import type { Measures } from "./plan";
import { PILL_FONT } from "./sizes";

let measures: Measures | undefined;

export function measuresOf(): Measures {
  return (measures ??= {
    box: measureIn(`500 ${FONT_SIZE}px ${FONT_FAMILY}`),
    verb: measureIn(`600 ${PILL_FONT}px ${FONT_FAMILY}`),
    hedge: measureIn(`italic ${PILL_FONT}px ${FONT_FAMILY}`),
  });
}

function measureIn(font: string): Measure {
  const context = document.createElement("canvas").getContext("2d");
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (context) context.font = font;
    const width = context?.measureText(text).width ?? text.length * 8;
    known.set(text, width);
    return width;
  };
}
