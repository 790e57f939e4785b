/** The lines between cards: paths that leave and arrive level, with the place of their head and of their middle. */

export type Spot = readonly [x: number, y: number];
export type Side = "left" | "right";

export interface Bend {
  readonly path: string;
  /** The tip of the head, and whether it points right (1) or left (-1). */
  readonly head: { readonly x: number; readonly y: number; readonly way: 1 | -1 };
  readonly middle: Spot;
}

/** How much of the line's end the head covers. */
const HEAD = 9;

interface CardBox {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PortWish {
  readonly line: string;
  readonly card: CardBox;
  readonly side: Side;
  /** The height that the line comes from. */
  readonly towards: number;
}

/** Where each line meets its card, by line and card: one below the other, in the order of where they come from. */
export function spreadPorts(wishes: readonly PortWish[]): ReadonlyMap<string, Spot> {
  const ports = new Map<string, Spot>();
  for (const wish of wishes) {
    const { card, side } = wish;
    const beside = wishes.filter((other) => other.card.id === card.id && other.side === side)
      .sort((a, b) => a.towards - b.towards || (a.line < b.line ? -1 : 1));
    const step = Math.min(10, (card.height - 8) / Math.max(1, beside.length - 1));
    const y = card.top + card.height / 2 + (beside.indexOf(wish) - (beside.length - 1) / 2) * step;
    ports.set(`${wish.line} ${card.id}`, [side === "left" ? card.left : card.left + card.width, y]);
  }
  return ports;
}

const at = (x: number, y: number) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;

function level([x0, y0]: Spot, [x1, y1]: Spot): string {
  const middle = (x0 + x1) / 2;
  return `C${at(middle, y0)} ${at(middle, y1)} ${at(x1, y1)}`;
}

/** From card to card, through the places that it has in the columns between. */
export function bendBetween(start: Spot, through: readonly Spot[], end: Spot): Bend {
  const way = end[0] >= start[0] ? 1 : -1;
  const tail: Spot = [end[0] - way * HEAD, end[1]];
  const spots = [start, ...through, tail];
  const path = `M${at(...start)}${spots.slice(1).map((spot, index) => level(spots[index]!, spot)).join("")}`;
  // The longest free piece is the one before the last card.
  const [a, b] = [spots.at(-2)!, spots.at(-1)!];
  return { path, head: { x: end[0], y: end[1], way }, middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] };
}

/** Between two cards of one column: out to the right and back. */
export function arcBeside(start: Spot, end: Spot, gap: number): Bend {
  const out = Math.max(start[0], end[0]) + Math.min(gap * 0.8, 42);
  const tail: Spot = [end[0] + HEAD, end[1]];
  const path = `M${at(...start)}C${at(out, start[1])} ${at(out, end[1])} ${at(...tail)}`;
  const middle: Spot = [(start[0] + 3 * out + 3 * out + tail[0]) / 8, (start[1] + end[1]) / 2];
  return { path, head: { x: end[0], y: end[1], way: -1 }, middle };
}
