/** Text into boxes: the browser measures, tests count letters. */
import { FONT_FAMILY } from "../../node-drawing";
import { wrap, type Measure } from "../../wrapping";

export interface Type {
  readonly size: number;
  readonly measure: Measure;
}

export interface TextBox {
  readonly lines: readonly string[];
  readonly height: number;
}

export const LINE = 1.22;
/** The least height that a finger or an unsteady hand hits. */
export const LEAST_TARGET = 24;

export function fitText(text: string, width: number, padding: number, { size, measure }: Type): TextBox {
  const lines = wrap(text, Math.max(size * 2, width - 2 * padding), measure);
  return { lines, height: Math.max(LEAST_TARGET + 2, Math.ceil(lines.length * size * LINE + size * 0.75)) };
}

let context: CanvasRenderingContext2D | null | undefined;

export function typeOf(size: number, weight = 500): Type {
  context ??= document.createElement("canvas").getContext("2d");
  return {
    size,
    measure: (text) => {
      if (!context) return text.length * size * 0.6;
      context.font = `${weight} ${size}px ${FONT_FAMILY}`;
      return context.measureText(text).width;
    },
  };
}
