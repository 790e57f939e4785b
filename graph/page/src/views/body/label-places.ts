/** Where the labels beside the drawing stand: in the order of what they name, none on another, no two leaders crossing. */

export interface LabelWish {
  readonly id: string;
  readonly side: "left" | "right";
  /** Where the leader ends, in the same units as everything here. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelRoom {
  readonly top: number;
  readonly bottom: number;
  /** The outer edges of the two columns of labels. */
  readonly left: number;
  readonly right: number;
  /** Where the leaders may bend; between the two bends they run level. */
  readonly leftBend: number;
  readonly rightBend: number;
  readonly gap: number;
}

export interface LabelPlace {
  readonly id: string;
  readonly side: "left" | "right";
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** From the label over the bend to the anchor. */
  readonly leader: readonly (readonly [x: number, y: number])[];
}

export interface LabelPlaces {
  readonly places: readonly LabelPlace[];
  /** How much more height the fuller side needs to keep its gaps; 0 when all fits. Too little is shared out of the gaps. */
  readonly missing: number;
}

export function placeBodyLabels(wishes: readonly LabelWish[], room: LabelRoom): LabelPlaces {
  const sides = (["left", "right"] as const).map((side) => placeSide(wishes.filter((wish) => wish.side === side), room));
  return { places: sides.flatMap(({ places }) => places), missing: Math.max(0, ...sides.map(({ missing }) => missing)) };
}

/** Of two anchors at one height the outer one comes first, so that the order never depends on the data's. */
function inOrder(a: LabelWish, b: LabelWish): number {
  return a.y - b.y || Math.abs(b.x) - Math.abs(a.x) || (a.id < b.id ? -1 : 1);
}

function placeSide(wishes: readonly LabelWish[], room: LabelRoom): LabelPlaces {
  const column = [...wishes].sort(inOrder);
  const heights = column.reduce((sum, { height }) => sum + height, 0);
  const needed = heights + room.gap * Math.max(0, column.length - 1);
  const available = room.bottom - room.top;
  const gap = needed <= available ? room.gap : Math.max(0, (available - heights) / Math.max(1, column.length - 1));
  const tops = spread(column, room.top, Math.max(room.bottom, room.top + heights), gap);
  // No anchor is further out than the bend: inside it leaders run level, outside it they keep their order, so none cross.
  const leftBend = Math.min(room.leftBend, ...column.map(({ x }) => x));
  const rightBend = Math.max(room.rightBend, ...column.map(({ x }) => x));
  const places = column.map((wish, index): LabelPlace => {
    const { id, side, width, height } = wish;
    const top = tops[index]!;
    const left = side === "left" ? room.left : room.right - width;
    const inner = side === "left" ? left + width : left;
    return { id, side, left, top, width, height, leader: [[inner, top + height / 2], [side === "left" ? leftBend : rightBend, wish.y], [wish.x, wish.y]] };
  });
  return { places, missing: Math.max(0, needed - available) };
}

/**
 * Isotonic spreading: the tops nearest (by least squares) to what the labels wish, in order, apart and within bounds.
 * What is above a label takes a fixed height off its wish; what remains may only rise, and neighbours that would fall
 * are pooled at their mean. Cutting the result at the bounds keeps it the nearest.
 */
function spread(column: readonly LabelWish[], top: number, bottom: number, gap: number): readonly number[] {
  const offsets: number[] = [];
  let above = 0;
  for (const { height } of column) {
    offsets.push(above);
    above += height + gap;
  }
  const pools: { sum: number; count: number }[] = [];
  column.forEach(({ y, height }, index) => {
    let pool = { sum: y - height / 2 - offsets[index]!, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
  });
  const lowest = Math.max(top, bottom - (above - gap));
  const levels = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => Math.min(lowest, Math.max(top, sum / count))));
  return levels.map((level, index) => level + offsets[index]!);
}
