/**
 * The round picture: the concept in the middle, sectors on both sides of it in an oval.
 *
 * What leads to the middle stands on its left and what leads away on its right, as long as there is room, so that a
 * line reads as its sentence. Each sector has a stretch of a side to itself, so nothing can lie over anything else.
 */
import { round, shiftPicture, type Picture, type PlacedBox, type PlacedPill } from "./picture";
import { placeNeighbour, portOf, type Parts } from "./place-neighbour";
import type { Plan } from "./plan";
import { branchPath, joinMiddle } from "./round-lines";
import { fitSides, gapsOf, heightOf, makeBlocks, shareOut, type Block } from "./round-blocks";
import { BOX_GAP, MENU, MORE_HEIGHT, sizeBox, sum, type SizedPill } from "./sizes";

const MARGIN = 6;
/** Between a box and the words before it: room for an arrow head and for lines that spread. */
const BOX_REACH = 29;
const MIDDLE_REACH = 26;
const SCALES = [1.92, 1.8, 1.7, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1, 1.05];
/** Narrower than this the round picture has no room for words; the stacked one does. */
export const LEAST_WIDTH = 690;

/** How far the letters grow where there is room. */
export interface Letters {
  readonly most: number;
  /** So large they are in any case; what doesn't fit then is behind a button. */
  readonly least: number;
  /** Narrower than this, in usual letters, words must be broken for larger ones. */
  readonly narrowest: number;
}

export const USUAL_LETTERS: Letters = { most: 1.4, least: 1, narrowest: 780 };

/** To be read from the back of a room: of a screen of any size the letters take the same share. */
export function lettersForStage(screen: { readonly width: number; readonly height: number }): Letters {
  const share = Math.min(screen.width / 1920, screen.height / 1080);
  return { most: 1.92 * Math.max(1, share), least: Math.max(1, 1.75 * share), narrowest: LEAST_WIDTH };
}

export interface Measured {
  readonly boxWidth: number;
  readonly middleWidth: number;
  /** The most that words on the way may measure. */
  readonly pillWidth: number;
  /** From the centre to the nearer side of a box that stands at the height of the centre. */
  readonly reach: number;
}

export function layOutRound(plan: Plan, width: number, height: number, { most, least, narrowest }: Letters): Picture {
  const widest = Math.max(1, Math.min(least, width / LEAST_WIDTH));
  for (const scale of SCALES.filter((each) => each <= most && each > widest && width / each >= narrowest)) {
    const picture = tryAt(plan, width / scale, height / scale, scale);
    if (picture.isWhole && !hasBrokenWord(picture.picture)) return picture.picture;
  }
  return tryAt(plan, width / widest, height / widest, widest).picture;
}

/** Larger letters are no gain then. */
function hasBrokenWord({ pills }: Picture): boolean {
  return pills.some(({ lines }) => lines.some(({ text }) => text.endsWith("-")));
}

function measureAt(width: number): Measured {
  const boxWidth = Math.min(178, Math.max(132, width * 0.174));
  const middleWidth = Math.min(196, Math.max(126, width * 0.168));
  const widest = width / 2 - MARGIN - MENU - boxWidth;
  const reach = Math.min(widest, middleWidth / 2 + MIDDLE_REACH + BOX_REACH + 190);
  return { boxWidth, middleWidth, reach, pillWidth: Math.min(136, reach - middleWidth / 2 - MIDDLE_REACH - BOX_REACH) };
}

function tryAt(plan: Plan, width: number, height: number, scale: number): { readonly picture: Picture; readonly isWhole: boolean } {
  const measured = measureAt(width);
  const room = Math.max(height, 220) - 2 * MARGIN;
  const sides = shareOut(makeBlocks(plan, measured), room);
  const fitted = fitSides(sides, room);
  const middle = placeMiddle(plan, measured);
  const parts: Parts & { readonly pills: PlacedPill[] } = { boxes: [middle], lines: [], mores: [], notes: [], pills: [], order: [middle.key] };
  fitted.sides.forEach((blocks, index) => placeSide(plan, parts, blocks, index === 0 ? -1 : 1, room, measured, middle));
  const leadsAway = new Set(plan.sectors.flatMap(({ relations }) => relations).filter(({ isOut }) => isOut).flatMap(({ edges }) => edges.map(({ id }) => id)));
  parts.lines.push(...joinMiddle(parts.pills, middle, (pill) => leadsAway.has(pill.edges[0] ?? "")));
  if (fitted.rest > 0) {
    parts.order.push("rest");
    parts.mores.push({ key: "rest", opens: { sector: "" }, text: plan.sayMore(fitted.rest), x: 0, y: room / 2 - MORE_HEIGHT / 2, width: 130, height: MORE_HEIGHT });
  }
  const drawn: Picture = { kind: "round", width: round(width), height: round(room + 2 * MARGIN), scale, ...parts, spine: undefined };
  return { picture: centre(drawn), isWhole: fitted.isWhole };
}

function placeMiddle(plan: Plan, { middleWidth }: Measured): PlacedBox {
  const size = sizeBox(plan.middle.label, plan.middle.shape, middleWidth, plan.measures);
  return { ...plan.middle, ...size, key: plan.middle.node, role: "middle", owner: plan.middle.node, menu: undefined, x: 0, y: 0, height: size.height + 12 };
}

function placeSide(
  plan: Plan, parts: Parts & { readonly pills: PlacedPill[] }, blocks: readonly Block[], side: -1 | 1, room: number, measured: Measured, middle: PlacedBox,
): void {
  const gap = gapsOf(blocks, room);
  const heights = blocks.map(heightOf);
  const total = sum(heights) + gap * (blocks.length - 1);
  let top = -total / 2;
  blocks.forEach((block, index) => {
    const bottom = top + heights[index]!;
    const inner = measured.reach - bowAt(top, bottom, total / 2, middle.height / 2 + 26, measured);
    placeBlock(plan, parts, block, { side, top, bottom, inner, boxWidth: measured.boxWidth });
    top = bottom + gap;
  });
}

/** How much nearer to the middle's own upright a sector stands the further up or down it is: an oval. */
function bowAt(top: number, bottom: number, half: number, clear: number, { reach, pillWidth }: Measured): number {
  const near = top < 0 && bottom > 0 ? 0 : Math.min(Math.abs(top), Math.abs(bottom));
  const share = Math.max(0, near - clear) / Math.max(1, half - clear + 20);
  const most = Math.max(0, Math.min(reach * 0.4, reach - BOX_REACH - pillWidth - 14));
  return most * (1 - Math.sqrt(1 - Math.min(1, share) ** 2));
}

interface Stretch {
  readonly side: -1 | 1;
  readonly top: number;
  readonly bottom: number;
  readonly inner: number;
  readonly boxWidth: number;
}

function placeBlock(plan: Plan, parts: Parts & { readonly pills: PlacedPill[] }, block: Block, stretch: Stretch): void {
  const { side, top, bottom, inner, boxWidth } = stretch;
  const shown = block.neighbours.slice(0, block.visible);
  const rest = block.neighbours.length - shown.length;
  const left = side > 0 ? inner : -inner - boxWidth;
  const tall = sum(shown.map(({ whole }) => whole)) + BOX_GAP * (shown.length - 1) + (rest > 0 ? MORE_HEIGHT + BOX_GAP : 0);
  let y = (top + bottom - tall) / 2;
  parts.order.push(...block.pills.map((pill) => keyOf(pill, block)));
  const boxes = shown.map((sized) => {
    const box = placeNeighbour(parts, sized, left, y, side > 0 ? "right" : "left");
    y += sized.whole + BOX_GAP;
    return box;
  });
  if (rest > 0) {
    parts.order.push(`more ${block.key}`);
    parts.mores.push({ key: `more ${block.key}`, opens: { sector: block.sector }, text: plan.sayMore(rest), x: left + boxWidth / 2, y: y + MORE_HEIGHT / 2, width: boxWidth, height: MORE_HEIGHT });
  }
  const words = sum(block.pills.map(({ height }) => height)) + 6 * (block.pills.length - 1);
  let at = (top + bottom - words) / 2;
  for (const sized of alike(block.pills)) {
    const pill = placePill(parts, block, sized, side * (inner - BOX_REACH - sized.width / 2), at + sized.height / 2);
    boxes.forEach((box) => joinBox(parts, block, sized, pill, box, side));
    at += sized.height + 6;
  }
}

/** Words below each other are equally broad, so that no way leads under its neighbour. */
function alike(pills: readonly SizedPill[]): readonly SizedPill[] {
  const width = Math.max(...pills.map((pill) => pill.width));
  return pills.map((pill) => ({ ...pill, width }));
}

function keyOf({ relation }: SizedPill, { key }: Block): string {
  return `${relation.id} ${key}`;
}

function placePill(parts: { readonly pills: PlacedPill[] }, block: Block, sized: SizedPill, x: number, y: number): PlacedPill {
  const { relation, width, height, lines } = sized;
  const pill: PlacedPill = { key: keyOf(sized, block), sector: block.sector, edges: relation.edges.map(({ id }) => id), lines, x, y, width, height };
  parts.pills.push(pill);
  return pill;
}

function joinBox(parts: Parts, block: Block, { relation }: SizedPill, pill: PlacedPill, box: PlacedBox, side: -1 | 1): void {
  const towards = side > 0 ? "left" : "right";
  for (const edge of relation.edges.filter(({ neighbour }) => neighbour === box.node)) {
    // Several relations with one neighbour arrive below each other, as their words stand.
    const most = box.height / 2 - 8;
    const offset = block.pills.length > 1 ? Math.max(-most, Math.min(most, pill.y - box.y)) : 0;
    const to = portOf(box, towards, offset);
    const from = { x: pill.x + (side * pill.width) / 2, y: pill.y };
    parts.lines.push({
      key: `branch ${edge.id}`, edges: [edge.id], path: branchPath(from, to, side),
      head: relation.isOut ? { at: to, angle: side > 0 ? 0 : 180 } : undefined,
    });
  }
}

/** One-sided pictures would lean; what there is comes to the middle. */
function centre(picture: Picture): Picture {
  const edges = [...picture.boxes.flatMap((box) => [box, ...(box.menu ? [box.menu] : [])]), ...picture.pills, ...picture.mores];
  const left = Math.min(...edges.map(({ x, width }) => x - width / 2));
  const right = Math.max(...edges.map(({ x, width }) => x + width / 2));
  return shiftPicture(picture, picture.width / 2 - (left + right) / 2, picture.height / 2);
}
