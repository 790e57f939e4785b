/** How lines look here: as on the pathway, as attributes of SVG. */
import { colourOf, lineOf, meaningOf } from "../../appearance";
import { isHedged, type Atlas } from "../../atlas";
import type { DisplayEdge } from "../../display";
import { meaningStyle, type MeaningStyle, type Theme } from "../../palette";

export interface LineLook {
  readonly colour: string;
  readonly width: number;
  readonly dashes: string | undefined;
  readonly cap: "round" | "butt";
  readonly head: MeaningStyle["head"];
}

export function lookOfLine(atlas: Atlas, edge: DisplayEdge, theme: Theme, isSelected: boolean): LineLook {
  const dashes = lineOf(edge);
  const isStatedNegative = edge.negative && !edge.derived;
  const width = isStatedNegative ? 2.6 : edge.ours && !edge.derived ? 1.9 : isHedged(edge) ? 1.2 : 2;
  return {
    colour: colourOf(atlas, edge, theme),
    width: width + (isSelected ? 1.4 : 0),
    dashes: dashes ? dashes.join(" ") : undefined,
    cap: dashes && dashes[0] === 0.5 ? "round" : "butt",
    head: edge.negative ? "bar" : meaningStyle(meaningOf(atlas, edge)).head,
  };
}

/** Arrow heads with their tip at (0, 0), pointing right. */
export const HEADS: Readonly<Record<MeaningStyle["head"], string>> = {
  arrow: "M0,0L-10,-5V5Z",
  vee: "M0,0L-10,-5L-6.5,0L-10,5Z",
  circle: "M0,0A4,4 0 1 1 -8,0A4,4 0 1 1 0,0Z",
  diamond: "M0,0L-5.5,-4.6L-11,0L-5.5,4.6Z",
  box: "M0,-4H-8V4H0Z",
  bar: "M0,-8H-3.5V8H0Z",
};
