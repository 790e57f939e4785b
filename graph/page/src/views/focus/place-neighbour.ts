/** Places one neighbour with all that is unfolded at it; the round and the stacked picture do it alike. */
import { sideOf } from "../../shapes";
import { pathOf, type PlacedBox, type PlacedLine, type PlacedMore, type PlacedNote } from "./picture";
import { KID_INDENT, MENU, MORE_HEIGHT, NOTE_LINE, type SizedKid, type SizedNeighbour } from "./sizes";

export interface Parts {
  readonly boxes: PlacedBox[];
  readonly lines: PlacedLine[];
  readonly mores: PlacedMore[];
  readonly notes: PlacedNote[];
  readonly order: string[];
}

/** `left` and `top` are those of its box; the button for more stands on its outer side. */
export function placeNeighbour(parts: Parts, sized: SizedNeighbour, left: number, top: number, outer: "left" | "right"): PlacedBox {
  const { neighbour, width, height, lines } = sized;
  const [x, y] = [left + width / 2, top + height / 2];
  const menuX = outer === "right" ? left + width + MENU / 2 + 1 : left - MENU / 2 - 1;
  const box: PlacedBox = {
    key: neighbour.node, node: neighbour.node, label: neighbour.label, shape: neighbour.shape, role: "neighbour", owner: neighbour.node,
    x, y, width, height, lines, menu: { x: menuX, y, width: MENU, height: Math.min(height, 34) },
  };
  parts.boxes.push(box);
  parts.order.push(box.key);
  sized.kids.forEach((kid, index) => placeKid(parts, sized, kid, left, top, index));
  if (neighbour.further) {
    const key = `further ${neighbour.node}`;
    parts.order.push(key);
    parts.mores.push({
      key, opens: { node: neighbour.node }, text: neighbour.further,
      x: left + KID_INDENT + (width - KID_INDENT) / 2, y: top + sized.furtherTop + MORE_HEIGHT / 2, width: width - KID_INDENT, height: MORE_HEIGHT - 2,
    });
  }
  return box;
}

function placeKid(parts: Parts, owner: SizedNeighbour, sized: SizedKid, left: number, top: number, index: number): void {
  const { kid } = sized;
  const id = owner.neighbour.node;
  const boxLeft = left + KID_INDENT;
  const y = top + sized.top + sized.height / 2;
  const key = `${id} ${kid.edge}`;
  parts.order.push(`note ${key}`, key);
  parts.boxes.push({
    key, node: kid.node, label: kid.label, shape: kid.shape, role: "kid", owner: id, lines: sized.lines, menu: undefined,
    x: boxLeft + sized.width / 2, y, width: sized.width, height: sized.height,
  });
  parts.notes.push({
    key: `note ${key}`, edge: kid.edge, lines: sized.note,
    x: boxLeft + sized.width / 2, y: top + (sized.noteTop + sized.top) / 2, width: sized.width, height: Math.max(24, sized.note.length * NOTE_LINE + 4),
  });
  // The first hangs innermost, so that no line crosses another.
  const from = { x: left + KID_INDENT - 9 - 5 * index, y: top + owner.height };
  const to = { x: boxLeft + sized.width / 2 + sideOf(kid.shape, sized.width, sized.height, 0, "left"), y };
  parts.lines.push({
    key: `line ${key}`, edges: [kid.edge],
    path: pathOf("M", from.x, from.y, "L", from.x, y - 6, "Q", from.x, y, from.x + 6, y, "L", to.x, to.y),
    head: kid.isOut ? { at: to, angle: 0 } : { at: from, angle: -90 },
  });
}

/** Where a line meets a box from one side, and in which direction. */
export function portOf(box: PlacedBox, side: "left" | "right", offset = 0): { readonly x: number; readonly y: number } {
  return { x: box.x + sideOf(box.shape, box.width, box.height, offset, side), y: box.y + offset };
}
