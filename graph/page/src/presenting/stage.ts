/** On a projector only what the selection is about is drawn: its columns close up, so that the letters can be large. */
import type { Column } from "../appearance";
import type { Box } from "../boxes";

/** More rows than this would make the letters small: the column is parted. */
export const MOST_ROWS = 7;
/** About the height of so many rows; fewer are drawn further apart. */
const HEIGHT = 470;
const [LEAST_GAP, MOST_GAP] = [14, 92];

/** So much broader than its boxes a column's head may be, on either side: the window's edge is not far. */
const HEAD_ROOM = 9;

export interface Layer {
  readonly id: string;
  readonly x: number;
}

export interface Stage {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly columns: readonly Column[];
}

interface Stack {
  readonly layer: Layer;
  readonly nodes: readonly string[];
}

/** Which nodes stand in one stack, from left to right: those of a column, in its order. */
export function stackNodes(
  nodes: Iterable<string>, placeOf: (id: string) => { readonly x: number; readonly y: number }, layers: readonly Layer[], selected: string | undefined,
): readonly Stack[] {
  const all = [...nodes];
  return layers.flatMap((layer) => {
    const column = all.filter((id) => placeOf(id).x === layer.x).sort((a, b) => placeOf(a).y - placeOf(b).y || (a < b ? -1 : 1));
    if (column.length <= MOST_ROWS) return column.length > 0 ? [{ layer, nodes: column }] : [];
    // The selected one before the rest, so that its ways to them don't run round within the column.
    const rest = column.filter((id) => id !== selected);
    const parts = part(rest, Math.ceil(rest.length / (MOST_ROWS + 1)));
    return [...(rest.length < column.length ? [[selected!]] : []), ...parts].map((each) => ({ layer, nodes: each }));
  });
}

/** Of more columns each is narrower. */
export function measuresFor(stacks: number): { readonly width: number; readonly gap: number } {
  if (stacks <= 3) return { width: 156, gap: 112 };
  return stacks === 4 ? { width: 136, gap: 88 } : { width: 124, gap: 70 };
}

/** `boxOf` knows the size that a node has at the width for so many stacks. */
export function setStage(stacks: readonly Stack[], boxOf: (id: string) => Box): Stage {
  const { width, gap } = measuresFor(stacks.length);
  const boxes = new Map<string, Box>();
  const columns = new Map<string, Column>();
  stacks.forEach(({ layer, nodes }, index) => {
    const x = index * (width + gap);
    const sized = nodes.map((id) => [id, boxOf(id)] as const);
    const heights = sized.reduce((sum, [, { height }]) => sum + height, 0);
    const apart = Math.min(MOST_GAP, Math.max(LEAST_GAP, (HEIGHT - heights) / (nodes.length + 1)));
    let top = -(heights + apart * (nodes.length - 1)) / 2;
    for (const [id, box] of sized) {
      boxes.set(id, { ...box, x, y: top + box.height / 2 });
      top += box.height + apart;
    }
    const before = columns.get(layer.id);
    const left = before ? before.x - before.width / 2 : x - width / 2 - HEAD_ROOM;
    const right = x + width / 2 + HEAD_ROOM;
    columns.set(layer.id, { id: layer.id, x: (left + right) / 2, width: right - left });
  });
  return { boxes, columns: [...columns.values()] };
}

function part<T>(items: readonly T[], into: number): readonly (readonly T[])[] {
  const each = Math.ceil(items.length / into);
  return Array.from({ length: into }, (_, index) => items.slice(index * each, (index + 1) * each)).filter(({ length }) => length > 0);
}
