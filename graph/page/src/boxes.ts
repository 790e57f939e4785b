/** How large each node is and where it stands: the data's positions, moved apart just enough for the text to fit. */
import type { Atlas } from "./atlas";
import type { ClassStyle } from "./class-styles";
import { styleOf } from "./class-styles";
import { insetOf, type Shape } from "./shapes";
import { wrap, type Measure } from "./wrapping";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export const FONT_SIZE = 14;
export const LINE_HEIGHT = 17;
const GAP = 14;

/** Boxes are broad enough for two words, and leave room for the edges between two columns. */
export function boxWidth(atlas: Atlas): number {
  const columns = [...new Set(atlas.display.layers.map(({ x }) => x))].sort((a, b) => a - b);
  const narrowest = Math.min(...columns.slice(1).map((x, index) => x - columns[index]!));
  return Math.max(120, Math.min(156, narrowest * 0.6));
}

export function makeBoxes(
  atlas: Atlas, styles: ReadonlyMap<string, ClassStyle>, measure: Measure, width = boxWidth(atlas),
): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  for (const node of atlas.nodes.values()) {
    const { shape } = styleOf(styles, node.class);
    const inset = insetOf(shape);
    const lines = wrap(node.label, width - 2 * inset, measure);
    boxes.set(node.id, {
      x: node.x,
      y: node.y,
      width,
      height: heightFor(lines.length, shape),
      lines,
    });
  }
  return boxes;
}

/** An ellipse has less room at its top and bottom. */
export function heightFor(lines: number, shape: Shape): number {
  const spare = shape === "ellipse" && lines > 1 ? 9 * (lines - 1) : 0;
  return Math.max(1, lines) * LINE_HEIGHT + 17 + spare;
}

/**
 * Move the boxes of a column apart until none covers another. The order stays that of the data, and each box stays
 * as near to its place as its neighbours allow: touching boxes become a block that settles at its mean wish.
 */
export function moveApart(boxes: ReadonlyMap<string, Box>, shown: (id: string) => boolean): ReadonlyMap<string, Box> {
  const moved = new Map(boxes);
  const columns = new Map<number, [string, Box][]>();
  for (const entry of boxes) {
    if (!shown(entry[0])) continue;
    const column = columns.get(entry[1].x);
    if (column) column.push(entry);
    else columns.set(entry[1].x, [entry]);
  }
  for (const column of columns.values()) {
    column.sort(([idA, a], [idB, b]) => a.y - b.y || (idA < idB ? -1 : 1));
    for (const block of settle(column.map(([, box]) => box))) {
      let top = block.top;
      for (const [id, box] of column.slice(block.first, block.first + block.count)) {
        moved.set(id, { ...box, y: top + box.height / 2 });
        top += box.height + GAP;
      }
    }
  }
  return moved;
}

interface Block {
  readonly first: number;
  readonly count: number;
  readonly height: number;
  /** Sum of the tops that the members would give the block. */
  readonly wishes: number;
  readonly top: number;
}

function settle(column: readonly Box[]): readonly Block[] {
  const blocks: Block[] = [];
  column.forEach((box, index) => {
    const wish = box.y - box.height / 2;
    let block: Block = { first: index, count: 1, height: box.height, wishes: wish, top: wish };
    for (let above = blocks.at(-1); above && above.top + above.height + GAP > block.top; above = blocks.at(-1)) {
      blocks.pop();
      const offset = above.height + GAP;
      const wishes = above.wishes + block.wishes - offset * block.count;
      const count = above.count + block.count;
      block = { first: above.first, count, height: offset + block.height, wishes, top: wishes / count };
    }
    blocks.push(block);
  });
  return blocks;
}
