/** The words drawn on edges: the property, and how firmly it is said; for the selection, and always for a stated negative. */
import { meaningOf, colourOf, type Scene } from "./appearance";
import { groupBy, isHedged, limitsOf, shortId } from "./atlas";
import type { DisplayEdge } from "./display";
import { FONT_SIZE } from "./boxes";
import type { Bounds } from "./camera";
import { aroundLabel, isWithin, placeLabels, type Area, type EdgeLabel, type Way } from "./edge-labels";
import { FONT_FAMILY } from "./node-drawing";
import { paperOf } from "./palette";
import { pointOn, type Route } from "./routes";
import { say } from "./messages";
import { wrap } from "./wrapping";

/** Up to this many, the labels of a selection are tried; a hub's edges speak in the details alone. */
const MOST_LABELS = 40;
/** More edges than this that say the same of one concept share their words. */
const MOST_ALIKE = 3;
/** Above so many lines, words are placed by the boxes alone. */
const MOST_FOLLOWED = 300;
/** The longest head of an arrow. */
const HEAD = 16;
/** As many straight pieces stand for a way. */
const PIECES = 24;
/** How much larger than its box the selected concept is with its ring. */
const RING = 12;

interface Words {
  readonly edge: DisplayEdge;
  /** Further edges that the same words speak for. */
  readonly others: readonly DisplayEdge[];
  readonly verb: string;
  readonly hedge: string;
  readonly lifted: boolean;
}

export function wordsOfEdges(scene: Scene): readonly Words[] {
  const lifted = scene.emphasis?.edges ?? new Set<string>();
  const words: Words[] = [];
  for (const edge of scene.atlas.edges.values()) {
    const isLifted = lifted.has(edge.id);
    if (!scene.shown.edges.has(edge.id) || !((isLifted && lifted.size <= MOST_LABELS) || isStatedNegative(edge))) continue;
    words.push({ edge, others: [], verb: verbOf(scene, edge), hedge: isLifted ? hedgeOf(scene, edge) : "", lifted: isLifted });
  }
  // What must be seen chooses its place first.
  return joinAlike(scene, words)
    .sort((a, b) =>
      Number(isStatedNegative(b.edge)) - Number(isStatedNegative(a.edge)) || Number(b.lifted) - Number(a.lifted) ||
      Number(isLimited(b.edge)) - Number(isLimited(a.edge)));
}

/** The kinds of a concept say one thing many times over: one label says it, and how often. */
function joinAlike({ selection }: Scene, words: readonly Words[]): Words[] {
  if (selection.kind !== "node") return [...words];
  const groups = groupBy(words, ({ edge, verb, hedge, lifted }) =>
    // How firmly each single one is said must stand at each: an arrow without words reads as said outright.
    lifted && !edge.negative && !isLimited(edge) ? [edge.from === selection.id, verb, hedge].join("|") : edge.id);
  return [...groups.values()].flatMap((group) => {
    const [first, ...rest] = group;
    if (!first || group.length <= MOST_ALIKE) return group;
    return [{ ...first, verb: `${group.length} × ${first.verb}`, others: rest.map(({ edge }) => edge) }];
  });
}

/** Not said outright by a source, as against what is plainly our own. */
function isLimited(edge: DisplayEdge): boolean {
  return isHedged(edge) && !edge.ours;
}

function isStatedNegative(edge: DisplayEdge): boolean {
  return edge.negative && !edge.derived;
}

function verbOf({ atlas }: Scene, edge: DisplayEdge): string {
  const label = atlas.properties.get(edge.property)?.label ?? shortId(edge.property);
  return meaningOf(atlas, edge) === "negative" ? `✕ ${label}` : label;
}

/** "some", "possible", "in specific situations"; nothing where it is plainly said. */
function hedgeOf({ atlas }: Scene, edge: DisplayEdge): string {
  return [...limitsOf(atlas, edge), ...(edge.derived ? [say("derived")] : [])].join(", ");
}

/** Of the letters of each kind, and from line to line. */
export interface WordsSize {
  readonly verb: number;
  readonly hedge: number;
  readonly line: number;
}

const usual: WordsSize = { verb: FONT_SIZE - 1, hedge: (FONT_SIZE - 1) * 0.92, line: (FONT_SIZE - 1) * 1.2 };
/** From the back of a room all words of the drawing must be read alike. */
const staged: WordsSize = { verb: FONT_SIZE, hedge: FONT_SIZE, line: FONT_SIZE * 1.2 };
const fontOf = (kind: "verb" | "hedge", size: WordsSize) => `${kind === "verb" ? "600" : "italic"} ${size[kind]}px ${FONT_FAMILY}`;

export interface PlacedWords extends Area {
  readonly edge: DisplayEdge;
  readonly others: readonly DisplayEdge[];
  readonly lifted: boolean;
  readonly lines: readonly { readonly text: string; readonly kind: "verb" | "hedge" }[];
  readonly size: WordsSize;
}

interface Placing {
  readonly blocks: readonly Block[];
  readonly ways: readonly Way[];
  readonly obstacles: readonly Area[];
  readonly placed: readonly PlacedWords[];
}

const known = new WeakMap<Scene, Placing>();

/** Which words stand where in the whole drawing, for the camera and for a picture of it. */
export function placeEdgeWords(scene: Scene): readonly PlacedWords[] {
  return placingOf(scene).placed;
}

/** What of it a window shows: words that its edge would cut move along their way into it, or are left out; none is covered. */
export function placeWordsInWindow(scene: Scene, window: Bounds, covers: readonly Area[]): readonly PlacedWords[] {
  const { blocks, ways, obstacles, placed } = placingOf(scene);
  const isFree = (words: PlacedWords) => isWithin(words, window) && !covers.some((cover) => touches(cover, words));
  const kept = placed.filter(isFree);
  const names = new Set(kept.map(({ edge }) => edge.id));
  const cut = blocks.filter(({ id }) => !names.has(id));
  const places = placeLabels(cut, [...obstacles, ...covers, ...kept.map(aroundLabel)], window, ways);
  // What can't be placed freely here is in the picture as a whole, and in the details.
  return [...kept, ...settle(cut, places).filter((words) => isFree(words) && !obstacles.some((box) => touches(box, words)) && !kept.some((other) => touches(other, words)))];
}

function placingOf(scene: Scene): Placing {
  const before = known.get(scene);
  if (before) return before;
  const blocks = wordsOfEdges(scene).flatMap((words) => makeBlock(scene, words) ?? []);
  if (blocks.length === 0) return { blocks, ways: [], obstacles: [], placed: [] };
  const chosen = scene.selection.kind === "node" ? scene.selection.id : undefined;
  const obstacles = [...scene.boxes].filter(([id]) => scene.shown.nodes.has(id)).map(([id, box]) => (id === chosen ? withRing(box) : box));
  const ways = waysToKeepClear(scene);
  const placing = { blocks, ways, obstacles, placed: settle(blocks, placeLabels(blocks, obstacles, undefined, ways)) };
  known.set(scene, placing);
  return placing;
}

/** What steps back may be covered; the lines that are read may not. Of very many none is followed by eye. */
export function waysToKeepClear({ emphasis, shown, atlas, routes }: Scene): readonly Way[] {
  const read = [...shown.edges].filter((id) => !emphasis || emphasis.edges.has(id) || isStatedNegative(atlas.edges.get(id)!));
  if (read.length > MOST_FOLLOWED) return [];
  return read.flatMap((id) => {
    const route = routes.get(id);
    return route ? [route, upToHead(route)].map((way) => ({ id, points: Array.from({ length: PIECES + 1 }, (_, step) => pointOn(way, step / PIECES)) })) : [];
  });
}

/** A line is drawn only as far as its head, which bends it a little; the shorter the head, the less. */
function upToHead(route: Route): Route {
  const last = route.parts.at(-1)!;
  const { x, y } = pointOn(route, 0.96);
  const far = Math.hypot(route.to.x - x, route.to.y - y) || 1;
  const to = { x: route.to.x - ((route.to.x - x) * HEAD) / far, y: route.to.y - ((route.to.y - y) * HEAD) / far };
  return { ...route, to, parts: [...route.parts.slice(0, -1), { ...last, to }] };
}

function withRing({ x, y, width, height }: Area): Area {
  return { x, y, width: width + RING, height: height + RING };
}

function settle(blocks: readonly Block[], places: ReadonlyMap<string, { readonly x: number; readonly y: number }>): readonly PlacedWords[] {
  return blocks.flatMap(({ id, edge, others, lifted, lines, size, width, height }): PlacedWords[] => {
    const place = places.get(id);
    return place ? [{ ...place, edge, others, lifted, lines, size, width, height }] : [];
  });
}

function touches(one: Area, other: Area): boolean {
  return Math.abs(one.x - other.x) < (one.width + other.width) / 2 && Math.abs(one.y - other.y) < (one.height + other.height) / 2;
}

let context: CanvasRenderingContext2D | undefined;

const measureAt = (size: WordsSize) => (kind: "verb" | "hedge") => (text: string) => {
  context ??= document.createElement("canvas").getContext("2d")!;
  context.font = fontOf(kind, size);
  return context.measureText(text).width;
};

function makeBlock(scene: Scene, words: Words): Block | undefined {
  const routes = [words.edge, ...words.others].flatMap(({ id }) => scene.routes.get(id) ?? []);
  const [route, ...further] = routes;
  if (!route) return undefined;
  const size = scene.isStaged ? staged : usual;
  const measure = measureAt(size);
  const widest = (text: string, kind: "verb" | "hedge") => Math.max(0, ...text.split(" ").map(measure(kind)));
  const room = Math.max(size.verb * (words.edge.negative ? 6 : 5.2), widest(words.verb, "verb"), widest(words.hedge, "hedge"));
  const lines = [
    ...wrap(words.verb, room, measure("verb")).map((text) => ({ text, kind: "verb" as const })),
    ...wrap(words.hedge, room, measure("hedge")).map((text) => ({ text, kind: "hedge" as const })),
  ];
  return {
    ...words, lines, size, id: words.edge.id, needed: isStatedNegative(words.edge),
    width: Math.max(...lines.map(({ text, kind }) => measure(kind)(text))) + size.verb * 0.7,
    height: lines.length * size.line + size.verb * 0.3,
    speaksFor: new Set(words.others.map(({ id }) => id)),
    near: farEnd(scene, words.edge),
    pointAt: (share) => pointOn(route, share),
    alsoOn: further.map((each) => (share: number) => pointOn(each, share)),
  };
}

/** Arrows fan out from what is selected, and stand apart at their other ends. */
function farEnd({ selection }: Scene, { from, to }: DisplayEdge): "start" | "end" | undefined {
  if (selection.kind !== "node") return undefined;
  return from === selection.id ? "end" : to === selection.id ? "start" : undefined;
}

/** Draws the words on top of everything. */
export function drawEdgeWords(context: CanvasRenderingContext2D, scene: Scene, placed: readonly PlacedWords[]): void {
  context.save();
  for (const words of placed) drawBlock(context, scene, words);
  context.restore();
}

interface Block extends Words, EdgeLabel, Pick<PlacedWords, "lines" | "size"> {}

function drawBlock(context: CanvasRenderingContext2D, scene: Scene, { edge, lifted, lines, size, x, y, width, height }: PlacedWords): void {
  const { paper, ink, faint } = paperOf(scene.theme);
  const colour = colourOf(scene.atlas, edge, scene.theme);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.globalAlpha = 1;
  context.fillStyle = paper;
  context.strokeStyle = colour;
  context.lineWidth = edge.negative ? 1.6 : 0.8;
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, size.verb * 0.35);
  context.fill();
  // Dimmed on whole paper, so that no edge runs through the words.
  context.globalAlpha = lifted || !scene.emphasis ? 1 : 0.45;
  context.stroke();
  lines.forEach(({ text, kind }, index) => {
    context.font = fontOf(kind, size);
    context.fillStyle = kind === "hedge" ? faint : edge.negative ? colour : ink;
    context.fillText(text, x, y + (index - (lines.length - 1) / 2) * size.line);
  });
}
