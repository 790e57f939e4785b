/** How large the parts of the picture are, before anything is placed. */
import { FONT_SIZE, heightFor, LINE_HEIGHT } from "../../boxes";
import { insetOf, type Shape } from "../../shapes";
import { wrap } from "../../wrapping";
import type { PillLine } from "./picture";
import type { Measures, PlannedKid, PlannedNeighbour, PlannedRelation } from "./plan";

/** A target of 24 px beside each neighbour. */
export const MENU = 24;
export const BOX_GAP = 9;
export const KID_INDENT = 30;
export const MORE_HEIGHT = 28;
export const PILL_LINE = 15;
export const PILL_FONT = FONT_SIZE - 1.5;
export const NOTE_LINE = 14;
export const NOTE_FONT = 11.5;
const KID_GAP = 6;
/** Nothing of a label is cut unless it is longer than any label should be. */
const MOST_LINES = 9;

export interface SizedBox {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export interface SizedKid extends SizedBox {
  readonly kid: PlannedKid;
  /** Above its box; from the top of the neighbour's box. */
  readonly note: readonly string[];
  readonly noteTop: number;
  readonly top: number;
}

export interface SizedNeighbour extends SizedBox {
  readonly neighbour: PlannedNeighbour;
  readonly kids: readonly SizedKid[];
  readonly furtherTop: number;
  /** With all that is unfolded. */
  readonly whole: number;
}

export interface SizedPill {
  readonly relation: PlannedRelation;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PillLine[];
}

export function sizeBox(label: string, shape: Shape, width: number, { box }: Measures): SizedBox {
  const lines = wrap(label, width - 2 * insetOf(shape), box, MOST_LINES);
  return { width, height: Math.max(34, heightFor(lines.length, shape)), lines };
}

export function sizeNeighbour(neighbour: PlannedNeighbour, width: number, measures: Measures): SizedNeighbour {
  const own = sizeBox(neighbour.label, neighbour.shape, width, measures);
  const kids: SizedKid[] = [];
  let bottom = own.height;
  for (const kid of neighbour.kids) {
    const size = sizeBox(kid.label, kid.shape, width - KID_INDENT, measures);
    // Measured in the pill's larger letters, so with some room to spare.
    const note = wrap(kid.verb, width - KID_INDENT, measures.hedge, 4);
    const noteTop = bottom + KID_GAP;
    const top = noteTop + Math.max(24, note.length * NOTE_LINE + 4);
    kids.push({ kid, ...size, note, noteTop, top });
    bottom = top + size.height;
  }
  const furtherTop = bottom + KID_GAP;
  return { neighbour, ...own, kids, furtherTop, whole: neighbour.further ? furtherTop + MORE_HEIGHT : bottom };
}

export function sizePill(relation: PlannedRelation, most: number, { verb, hedge }: Measures): SizedPill {
  const lines: readonly PillLine[] = [
    ...wrap(relation.verb, most - 14, verb, 6).map((text) => ({ text, kind: "verb" as const })),
    ...(relation.hedge ? wrap(relation.hedge, most - 14, hedge, 6).map((text) => ({ text, kind: "hedge" as const })) : []),
  ];
  const widest = Math.max(24, ...lines.map(({ text, kind }) => (kind === "verb" ? verb : hedge)(text)));
  return { relation, lines, width: Math.min(most, widest + 14), height: lines.length * PILL_LINE + 9 };
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export { LINE_HEIGHT };
