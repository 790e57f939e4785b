/** The stacked picture, for narrow screens: the concept on top, below it one group a sector, hanging from a line. */
import { pathOf, round, type Picture, type PlacedBox, type PlacedPill } from "./picture";
import { placeNeighbour, portOf, type Parts } from "./place-neighbour";
import type { Plan, PlannedRelation, PlannedSector } from "./plan";
import { BOX_GAP, MENU, MORE_HEIGHT, sizeBox, sizeNeighbour, sizePill, type SizedPill } from "./sizes";

const MARGIN = 8;
const SPINE = 12;
/** Where groups begin, and where the lines to their boxes run. */
const LEFT = 34;
const CHANNEL = 16;
const GROUP_GAP = 22;
const LEAST_COLUMN = 150;
/** So many rows of a sector are shown; the rest is a touch away. */
const MOST_ROWS = 3;
/** With so many boxes no further group is begun. */
const MOST_BOXES = 30;

type Drawing = Parts & { readonly pills: PlacedPill[] };

export function layOutStacked(plan: Plan, width: number): Picture {
  const middleSize = sizeBox(plan.middle.label, plan.middle.shape, Math.min(width - 2 * MARGIN, 280), plan.measures);
  const height = middleSize.height + 10;
  const middle: PlacedBox = {
    ...plan.middle, ...middleSize, height, key: plan.middle.node, role: "middle", owner: plan.middle.node, menu: undefined, x: width / 2, y: MARGIN + 4 + height / 2,
  };
  const drawing: Drawing = { boxes: [middle], lines: [], mores: [], notes: [], pills: [], order: [middle.key] };
  let y = middle.y + height / 2 + GROUP_GAP;
  let rest = 0;
  for (const sector of plan.sectors) {
    if (drawing.boxes.length > MOST_BOXES) rest += sector.neighbours.length;
    else y = placeGroup(plan, drawing, sector, width, y) + GROUP_GAP;
  }
  if (rest > 0) {
    drawing.order.push("rest");
    drawing.mores.push({ key: "rest", opens: { sector: "" }, text: plan.sayMore(rest), x: width / 2, y: y + MORE_HEIGHT / 2, width: 150, height: MORE_HEIGHT });
    y += MORE_HEIGHT + GROUP_GAP;
  }
  const last = drawing.pills.at(-1);
  const start = portOf(middle, "left");
  const spine = last && pathOf("M", start.x, start.y, "L", SPINE + 8, start.y, "Q", SPINE, start.y, SPINE, start.y + 8, "L", SPINE, last.y);
  return { kind: "stacked", width, height: round(y), scale: 1, ...drawing, spine };
}

/** Gives the group's lower end. */
function placeGroup(plan: Plan, drawing: Drawing, sector: PlannedSector, width: number, top: number): number {
  const room = width - LEFT - MARGIN;
  const several = sector.relations.length > 1;
  const pills = sector.relations.map((relation) => sizePill(withArrow(relation), room - (several ? 14 * sector.relations.length : 0), plan.measures));
  let y = top;
  const placed = pills.map((sized) => {
    const pill = placePill(drawing, sector, sized, LEFT + sized.width / 2, y + sized.height / 2);
    y += sized.height + 7;
    return pill;
  });
  y += 5;
  return several ? placeSingle(plan, drawing, sector, placed, room, y) : placeGrid(plan, drawing, sector, placed[0]!, room, y);
}

/** The middle stands above: an arrow up leads there, an arrow down leads to what stands below. */
function withArrow(relation: PlannedRelation): PlannedRelation {
  return { ...relation, verb: `${relation.verb} ${relation.isOut ? "↓" : "↑"}` };
}

function placePill(drawing: Drawing, sector: PlannedSector, { relation, width, height, lines }: SizedPill, x: number, y: number): PlacedPill {
  const pill: PlacedPill = { key: `${relation.id} ${sector.id}`, sector: sector.id, edges: relation.edges.map(({ id }) => id), lines, x, y, width, height };
  drawing.pills.push(pill);
  drawing.order.push(pill.key);
  const left = x - width / 2;
  drawing.lines.push({
    key: `trunk ${pill.key}`, edges: pill.edges, path: pathOf("M", left, y, "L", SPINE, y),
    head: relation.isOut ? undefined : { at: { x: SPINE, y }, angle: 180 },
  });
  return pill;
}

/** One neighbour with several relations: each has a line of its own into the box's upper side. */
function placeSingle(plan: Plan, drawing: Drawing, sector: PlannedSector, pills: readonly PlacedPill[], room: number, top: number): number {
  const sized = sizeNeighbour(sector.neighbours[0]!, room - MENU, plan.measures);
  const box = placeNeighbour(drawing, sized, LEFT, top + 10, "right");
  const right = Math.max(...pills.map(({ x, width }) => x + width / 2));
  pills.forEach((pill, index) => {
    const relation = sector.relations[index]!;
    // The lowest words have the innermost line, so that none crosses another.
    const x = Math.min(right + 10, LEFT + sized.width - 14 * pills.length) + 12 * (pills.length - 1 - index);
    const from = { x: pill.x + pill.width / 2, y: pill.y };
    const to = { x, y: box.y - box.height / 2 };
    for (const { id } of relation.edges) {
      drawing.lines.push({
        key: `branch ${id}`, edges: [id],
        path: pathOf("M", from.x, from.y, "L", x - 6, from.y, "Q", x, from.y, x, from.y + 6, "L", x, to.y),
        head: relation.isOut ? { at: to, angle: 90 } : undefined,
      });
    }
  });
  return top + 10 + sized.whole;
}

function placeGrid(plan: Plan, drawing: Drawing, sector: PlannedSector, pill: PlacedPill, room: number, top: number): number {
  const columns = Math.max(1, Math.min(sector.neighbours.length, Math.floor(room / (LEAST_COLUMN + MENU - 8))));
  const column = room / columns;
  const boxWidth = Math.min(260, column - MENU - (columns > 1 ? CHANNEL - 4 : 4));
  const fits = MOST_ROWS * columns;
  const shown = sector.neighbours.slice(0, sector.neighbours.length > fits ? fits : undefined).map((each) => sizeNeighbour(each, boxWidth, plan.measures));
  let y = top;
  for (let start = 0; start < shown.length; start += columns) {
    const row = shown.slice(start, start + columns);
    row.forEach((sized, index) => joinBox(drawing, sector, pill, placeNeighbour(drawing, sized, LEFT + index * column, y, "right"), LEFT + index * column));
    y += Math.max(...row.map(({ whole }) => whole)) + BOX_GAP;
  }
  const rest = sector.neighbours.length - shown.length;
  if (rest === 0) return y - BOX_GAP;
  drawing.order.push(`more ${sector.id}`);
  drawing.mores.push({ key: `more ${sector.id}`, opens: { sector: sector.id }, text: plan.sayMore(rest), x: LEFT + boxWidth / 2, y: y + MORE_HEIGHT / 2, width: boxWidth, height: MORE_HEIGHT });
  return y + MORE_HEIGHT;
}

function joinBox(drawing: Drawing, sector: PlannedSector, pill: PlacedPill, box: PlacedBox, left: number): void {
  const relation = sector.relations[0]!;
  const bus = pill.y + pill.height / 2 + 6;
  const x = left - CHANNEL / 2 - 2;
  const from = { x: Math.min(pill.x, LEFT + 22), y: pill.y + pill.height / 2 };
  const to = portOf(box, "left");
  for (const { id } of relation.edges.filter(({ neighbour }) => neighbour === box.node)) {
    drawing.lines.push({
      key: `branch ${id}`, edges: [id],
      path: pathOf("M", from.x, from.y, "L", from.x, bus, "L", x, bus, "L", x, to.y - 5, "Q", x, to.y, x + 5, to.y, "L", to.x, to.y),
      head: relation.isOut ? { at: to, angle: 0 } : undefined,
    });
  }
}

