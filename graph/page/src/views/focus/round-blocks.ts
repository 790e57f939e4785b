/** Which sectors stand on which side of the middle, and how much of each fits there. */
import type { Plan } from "./plan";
import type { Measured } from "./round-layout";
import { BOX_GAP, MORE_HEIGHT, sizeNeighbour, sizePill, sum, type SizedNeighbour, type SizedPill } from "./sizes";

/** A sector, or a part of one, with what is shown of it. */
export interface Block {
  readonly key: string;
  readonly sector: string;
  readonly order: number;
  readonly isOut: boolean;
  readonly pills: readonly SizedPill[];
  readonly neighbours: readonly SizedNeighbour[];
  readonly visible: number;
}

/** Left and right. */
export type Sides = readonly [readonly Block[], readonly Block[]];

const LEAST_GAP = 16;
const MOST_GAP = 48;
/** A sector with fewer neighbours than this is not parted. */
const LEAST_TO_PART = 4;

export function makeBlocks(plan: Plan, { boxWidth, pillWidth }: Measured): readonly Block[] {
  return plan.sectors.map(({ id, relations, neighbours }, order) => ({
    key: id, sector: id, order,
    isOut: relations[0]?.isOut ?? true,
    pills: relations.map((relation) => sizePill(relation, pillWidth, plan.measures)),
    neighbours: neighbours.map((neighbour) => sizeNeighbour(neighbour, boxWidth, plan.measures)),
    visible: neighbours.length,
  }));
}

export function heightOf({ pills, neighbours, visible }: Block): number {
  const shown = neighbours.slice(0, visible);
  const boxes = sum(shown.map(({ whole }) => whole)) + BOX_GAP * (shown.length - 1) + (visible < neighbours.length ? MORE_HEIGHT + BOX_GAP : 0);
  return Math.max(boxes, sum(pills.map(({ height }) => height)) + 6 * (pills.length - 1));
}

function totalOf(blocks: readonly Block[]): number {
  return sum(blocks.map(heightOf)) + LEAST_GAP * Math.max(0, blocks.length - 1);
}

export function gapsOf(blocks: readonly Block[], room: number): number {
  const spare = room - sum(blocks.map(heightOf));
  return Math.max(LEAST_GAP, Math.min(MOST_GAP, spare / (blocks.length + 1)));
}

/** What leads here on the left, what leads away on the right, unless one side is empty or has no room. */
export function shareOut(blocks: readonly Block[], room: number): Sides {
  let sides: Sides = [blocks.filter(({ isOut }) => !isOut), blocks.filter(({ isOut }) => isOut)];
  const isLopsided = sides.some((side) => side.length === 0);
  if (isLopsided) sides = partLargest(sides);
  for (let step = 0; step < blocks.length; step++) {
    const [left, right] = sides.map(totalOf) as [number, number];
    const from = left > right ? 0 : 1;
    if (Math.max(left, right) <= room && !(isLopsided && sides.flat().length > 1)) break;
    const better = bestMove(sides, from, Math.max(left, right));
    if (!better) break;
    sides = better;
  }
  return sides;
}

/** The move that leaves the taller side lowest, if any makes it lower at all. */
function bestMove(sides: Sides, from: 0 | 1, tallest: number): Sides | undefined {
  let best: { sides: Sides; tallest: number } | undefined;
  for (const block of sides[from]) {
    const rest = sides[from].filter((each) => each !== block);
    const other = [...sides[1 - from]!, block].sort((a, b) => a.order - b.order);
    const moved: Sides = from === 0 ? [rest, other] : [other, rest];
    const height = Math.max(...moved.map(totalOf));
    if (height < (best?.tallest ?? tallest)) best = { sides: moved, tallest: height };
  }
  return best?.sides;
}

/** Where most stand in one sector, half of it goes to the other side. */
function partLargest(sides: Sides): Sides {
  const all = sides.flat();
  const largest = all.reduce<Block | undefined>((most, each) => (most && most.neighbours.length >= each.neighbours.length ? most : each), undefined);
  if (!largest || largest.neighbours.length < LEAST_TO_PART || largest.neighbours.length * 2 <= sum(all.map(({ neighbours }) => neighbours.length))) return sides;
  const half = Math.ceil(largest.neighbours.length / 2);
  const part = (neighbours: readonly SizedNeighbour[], name: string): Block => {
    const names = new Set(neighbours.map(({ neighbour }) => neighbour.node));
    const pills = largest.pills.map((pill) => ({ ...pill, relation: { ...pill.relation, edges: pill.relation.edges.filter(({ neighbour }) => names.has(neighbour)) } }));
    return { ...largest, key: `${largest.key} ${name}`, pills, neighbours, visible: neighbours.length };
  };
  const here = all.map((block) => (block === largest ? part(largest.neighbours.slice(0, half), "first") : block));
  const there = [part(largest.neighbours.slice(half), "second")];
  return largest.isOut ? [there, here] : [here, there];
}

/** Shows fewer until all that is shown fits; `rest` counts what belongs to sectors that are not shown at all. */
export function fitSides(sides: Sides, room: number): { readonly sides: Sides; readonly rest: number; readonly isWhole: boolean } {
  const fit = (limit: number) => sides.map((side) => fitSide(side, limit)) as [FittedSide, FittedSide];
  let fitted = fit(room);
  // The button for the rest stands at the foot of the picture, where it needs room of its own.
  if (fitted.some(({ dropped }) => dropped > 0)) fitted = fit(room - 2 * (MORE_HEIGHT + LEAST_GAP));
  const isWhole = fitted.every(({ blocks, dropped }) => dropped === 0 && blocks.every(({ visible, neighbours }) => visible === neighbours.length) && totalOf(blocks) <= room);
  return { sides: [fitted[0].blocks, fitted[1].blocks], rest: fitted[0].dropped + fitted[1].dropped, isWhole };
}

interface FittedSide {
  readonly blocks: readonly Block[];
  readonly dropped: number;
}

function fitSide(side: readonly Block[], room: number): FittedSide {
  let blocks = side;
  let dropped = 0;
  while (totalOf(blocks) > room && blocks.length > 0) {
    const fullest = blocks.reduce((most, each) => (each.visible > most.visible ? each : most));
    if (fullest.visible > 1) blocks = blocks.map((block) => (block === fullest ? showFewer(block) : block));
    else if (blocks.length > 1) {
      dropped += blocks.at(-1)!.neighbours.length;
      blocks = blocks.slice(0, -1);
    } else break;
  }
  return { blocks, dropped };
}

/** What was unfolded was asked for: it is the last to go. */
function showFewer(block: Block): Block {
  const shown = block.neighbours.slice(0, block.visible);
  const at = Math.max(shown.map(({ kids }) => kids.length === 0).lastIndexOf(true), 0);
  const gone = shown[at]!;
  return { ...block, neighbours: [...shown.filter((each) => each !== gone), gone, ...block.neighbours.slice(block.visible)], visible: block.visible - 1 };
}
