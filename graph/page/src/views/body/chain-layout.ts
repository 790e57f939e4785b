/** The map of a selection: the figure at the left, beside it the chain in columns, below both the sites that the chain leaves out. */
import { bodySites, viewBox } from "./drawing/body-drawing";
import { arcBeside, bendBetween, spreadPorts, type Bend, type Side } from "./line-paths";
import { placeBodyLabels, type LabelWish } from "./label-places";
import type { Size } from "./map-camera";
import { REACH, type FigurePlace } from "./overview-layout";
import { fitText, LEAST_TARGET, LINE, type Type } from "./text-fit";

export interface ChainNode {
  readonly id: string;
  readonly label: string;
  readonly column: string;
  /** The drawing's name for it, where it has one. */
  readonly slug: string | undefined;
  /** How much of the width, left and right each, its outline takes from the text. */
  readonly padding: number;
}

export interface ChainEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface Card {
  readonly id: string;
  readonly column: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** From the card to its place in the drawing; empty where it has none. */
  readonly leader: readonly (readonly [x: number, y: number])[];
}

export interface ChainLine extends Bend {
  readonly id: string;
}

export interface Chip {
  readonly slug: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly label: string;
}

export interface ChainScene extends Size {
  readonly figure: FigurePlace;
  readonly headings: readonly { readonly column: string; readonly x: number; readonly width: number; readonly lines: readonly string[] }[];
  /** The lowest line that the headings stand on. */
  readonly headBottom: number;
  readonly cards: readonly Card[];
  readonly lines: readonly ChainLine[];
  readonly chips: readonly Chip[];
  /** Where the heading of the chips stands. */
  readonly chipsTop: number;
}

export interface ChainInput {
  readonly nodes: readonly ChainNode[];
  readonly edges: readonly ChainEdge[];
  /** Those present, from left to right. */
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly others: readonly { readonly slug: string; readonly label: string }[];
}

const MARGIN = 10;
/** Above and below the headings. */
const HEAD_GAP = 7;
/** How broad a card may be, in usual letters, and how broad it must be there. */
const CARD = { width: 190, least: 104, letters: 16.2 } as const;
const CHIP_GAP = 5;
const LEADER = 18;

/** The figure is to stay as large as it was before anything was selected: cards give way first, as far as they can be read. */
function shareWidth(count: number, size: Size, type: Type) {
  const isUsual = type.size <= CARD.letters;
  const gap = Math.min(64, Math.max(isUsual ? 26 : 30, size.width * (size.width < 1000 && isUsual ? 0.03 : 0.042)));
  const broadest = CARD.width * Math.max(1, type.size / CARD.letters);
  const left = size.width - 2 * MARGIN - LEADER - (count - 1) * gap;
  const whole = (REACH * 2 * (size.height - 2 * MARGIN)) / viewBox.height;
  const spare = isUsual ? left - count * CARD.least : Math.max(size.width * 0.21, left - count * broadest);
  const figure = Math.min(whole, Math.max(190, spare));
  return { gap, figure, card: Math.min(broadest, (left - figure) / count) };
}

export function layOutChain(input: ChainInput, size: Size, type: Type): ChainScene {
  const count = Math.max(1, input.columns.length);
  const { gap, figure: figureWidth, card: width } = shareWidth(count, size, type);
  const scale = figureWidth / (2 * REACH);
  // What is left over is shared out before, between and after.
  const used = figureWidth + LEADER + count * width + (count - 1) * gap;
  const start = Math.max(MARGIN, (size.width - used) / 2);
  const leftOf = (column: number) => start + figureWidth + LEADER + column * (width + gap);
  const small = { size: type.size * 0.93, measure: (text: string) => type.measure(text) * 0.93 };
  const chipsBelow = layOutChips(input.others, size.width - 2 * MARGIN, small);
  // Where the figure reaches down to them, they stand beside it.
  const isBelow = size.height - 2 * MARGIN - chipsBelow.height >= viewBox.height * scale;
  const chipsLeft = isBelow ? MARGIN : leftOf(0);
  const chips = isBelow ? chipsBelow : layOutChips(input.others, size.width - chipsLeft - MARGIN, small);
  const figureTop = Math.max(MARGIN, (size.height - (isBelow ? chips.height : 0) - viewBox.height * scale) / 2);
  const figure = { x: start + figureWidth / 2, y: figureTop, scale };
  const headType = { size: type.size * 0.93, measure: (text: string) => type.measure(text) };
  const heads = input.columns.map(({ label }) => fitText(label, width + gap * 0.8, 0, headType).lines.slice(0, 2));
  const headBottom = HEAD_GAP + Math.max(1, ...heads.map(({ length }) => length)) * headType.size * LINE;
  const { cards, waypoints, bottom } = placeCards(input, { figure, leftOf, width, top: headBottom + HEAD_GAP, height: size.height - chips.height }, type);
  const chipsTop = Math.max(size.height - chips.height, bottom + MARGIN);
  return {
    width: size.width,
    height: Math.max(size.height, chipsTop + chips.height),
    figure, cards, chipsTop, headBottom,
    headings: input.columns.map(({ id }, index) => ({ column: id, x: leftOf(index) + width / 2, width, lines: heads[index]! })),
    lines: drawLines(input.edges, cards, waypoints, gap),
    chips: chips.chips.map((chip) => ({ ...chip, left: chip.left + chipsLeft, top: chip.top + chipsTop })),
  };
}

function layOutChips(others: ChainInput["others"], room: number, { size, measure }: Type) {
  const chips: Chip[] = [];
  const height = Math.max(LEAST_TARGET, Math.ceil(size * 1.5));
  let [left, top] = [0, size * 1.7];
  for (const { slug, label } of others) {
    const width = Math.min(room, Math.ceil(measure(label) + 14));
    if (left > 0 && left + width > room) [left, top] = [0, top + height + CHIP_GAP];
    chips.push({ slug, label, left, top, width, height });
    left += width + CHIP_GAP;
  }
  return { chips, height: chips.length > 0 ? top + height + 10 : 0 };
}

interface Room {
  readonly figure: FigurePlace;
  readonly leftOf: (column: number) => number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

/** A place that a line goes through where it passes a column. */
type Waypoints = ReadonlyMap<string, readonly { readonly column: number; readonly y: number; readonly left: number; readonly right: number }[]>;

/** Column after column, each card as near as can be to what it hangs on; lines that pass a column get a place in it. */
function placeCards(input: ChainInput, room: Room, type: Type) {
  const columnOf = new Map(input.nodes.map(({ id, column }) => [id, input.columns.findIndex((each) => each.id === column)]));
  const cards: Card[] = [];
  const middles = new Map<string, number>();
  const waypoints = new Map<string, { column: number; y: number; left: number; right: number }[]>();
  const { top } = room;
  let bottom = 0;
  input.columns.forEach((_, column) => {
    const left = room.leftOf(column);
    const here = input.nodes.filter(({ id }) => columnOf.get(id) === column);
    const texts = new Map(here.map((node) => [node.id, fitText(node.label, room.width, node.padding, type)]));
    const wishes: LabelWish[] = here.map((node) => ({
      ...wishOf(node), id: node.id, side: "right", width: room.width, height: texts.get(node.id)!.height,
    }));
    for (const edge of passing(column)) {
      const from = [edge.from, edge.to].sort((a, b) => columnOf.get(a)! - columnOf.get(b)!)[0]!;
      wishes.push({ id: ` ${edge.id}`, side: "right", x: left, y: lastOf(edge.id) ?? middles.get(from) ?? room.height / 2, width: room.width, height: 4 });
    }
    const { places, missing } = placeBodyLabels(wishes, {
      top, bottom: room.height - MARGIN, left, right: left + room.width, leftBend: left, rightBend: left - LEADER * 0.5, gap: 12,
    });
    // Too little height is not taken from the gaps: the scene grows.
    const final = missing === 0 ? places : placeBodyLabels(wishes, {
      top, bottom: room.height - MARGIN + missing, left, right: left + room.width, leftBend: left, rightBend: left - LEADER * 0.5, gap: 12,
    }).places;
    for (const place of final) {
      bottom = Math.max(bottom, place.top + place.height);
      const text = texts.get(place.id);
      if (text) {
        const isSite = here.some(({ id, slug }) => id === place.id && slug !== undefined);
        middles.set(place.id, place.top + place.height / 2);
        cards.push({ id: place.id, column, left, top: place.top, width: room.width, height: place.height, lines: text.lines, leader: isSite ? place.leader : [] });
      } else {
        const id = place.id.slice(1);
        waypoints.set(id, [...(waypoints.get(id) ?? []), { column, y: place.top + 2, left, right: left + room.width }]);
      }
    }
  });
  return { cards, waypoints: waypoints as Waypoints, bottom };

  function passing(column: number): readonly ChainEdge[] {
    return input.edges.filter(({ from, to }) => {
      const [a, b] = [columnOf.get(from) ?? 0, columnOf.get(to) ?? 0];
      return Math.min(a, b) < column && column < Math.max(a, b);
    });
  }

  function lastOf(edge: string): number | undefined {
    return waypoints.get(edge)?.at(-1)?.y;
  }

  function wishOf(node: ChainNode): { x: number; y: number } {
    const site = bodySites.find(({ slug }) => slug === node.slug);
    const { figure } = room;
    if (site && node.column === "sites") return { x: figure.x + site.anchor[0] * figure.scale, y: figure.y + site.anchor[1] * figure.scale };
    const near = input.edges.filter(({ from, to }) => from === node.id || to === node.id)
      .flatMap((edge) => lastOf(edge.id) ?? middles.get(edge.from === node.id ? edge.to : edge.from) ?? []);
    const y = near.length > 0 ? near.reduce((sum, each) => sum + each, 0) / near.length : room.height * 0.45;
    return { x: 0, y };
  }
}

function drawLines(edges: readonly ChainEdge[], cards: readonly Card[], waypoints: Waypoints, gap: number): readonly ChainLine[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const known = edges.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    return from && to && from !== to ? [{ edge, from, to }] : [];
  });
  const sideOf = (card: Card, other: Card): Side => (other.column < card.column ? "left" : "right");
  const ports = spreadPorts(known.flatMap(({ edge, from, to }) => [
    { line: edge.id, card: from, side: sideOf(from, to), towards: to.top + to.height / 2 },
    { line: edge.id, card: to, side: sideOf(to, from), towards: from.top + from.height / 2 },
  ]));
  return known.map(({ edge, from, to }) => {
    const [start, end] = [ports.get(`${edge.id} ${from.id}`)!, ports.get(`${edge.id} ${to.id}`)!];
    if (from.column === to.column) return { id: edge.id, ...arcBeside(start, end, gap) };
    const through = [...(waypoints.get(edge.id) ?? [])].sort((a, b) => (a.column - b.column) * Math.sign(to.column - from.column));
    const isRightwards = to.column > from.column;
    const points = through.flatMap(({ left, right, y }) => (isRightwards ? [[left, y], [right, y]] as const : [[right, y], [left, y]] as const));
    return { id: edge.id, ...bendBetween(start, points, end) };
  });
}
