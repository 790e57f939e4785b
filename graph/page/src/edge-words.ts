/** The words drawn on edges: the property, and how firmly it is said; for the selection, and always for a stated negative. */
import { meaningOf, colourOf, type Scene } from "./appearance";
import { modalitiesOf, shortId } from "./atlas";
import type { DisplayEdge } from "./display";
import { FONT_SIZE } from "./boxes";
import { placeLabels, type Area, type EdgeLabel } from "./edge-labels";
import { FONT_FAMILY } from "./node-drawing";
import { paperOf } from "./palette";
import { pointOn } from "./routes";
import { say } from "./messages";
import { wrap } from "./wrapping";

/** Up to this many, the labels of a selection are tried; a hub's edges speak in the details alone. */
const MOST_LABELS = 40;

interface Words {
  readonly edge: DisplayEdge;
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
    words.push({ edge, verb: verbOf(scene, edge), hedge: isLifted ? hedgeOf(scene, edge) : "", lifted: isLifted });
  }
  // What must be seen chooses its place first.
  return words.sort((a, b) => Number(isStatedNegative(b.edge)) - Number(isStatedNegative(a.edge)) || Number(b.lifted) - Number(a.lifted));
}

function isStatedNegative(edge: DisplayEdge): boolean {
  return edge.negative && !edge.derived;
}

function verbOf({ atlas }: Scene, edge: DisplayEdge): string {
  const label = atlas.properties.get(edge.property)?.label ?? shortId(edge.property);
  return meaningOf(atlas, edge) === "negative" ? `✕ ${label}` : label;
}

/** "possible", "in specific situations"; nothing where it is plainly said. */
function hedgeOf({ atlas }: Scene, edge: DisplayEdge): string {
  const said = modalitiesOf(atlas, edge).filter(({ id }) => shortId(id) !== "asserted").map(({ label }) => label);
  if (edge.derived) said.push(say("derived"));
  return said.join(", ");
}

const size = FONT_SIZE - 1;
export const WORDS_SIZE = { verb: size, hedge: size * 0.92 } as const;
export const WORDS_LINE = size * 1.2;
const font = { verb: `600 ${WORDS_SIZE.verb}px ${FONT_FAMILY}`, hedge: `italic ${WORDS_SIZE.hedge}px ${FONT_FAMILY}` } as const;

export interface PlacedWords extends Area {
  readonly edge: DisplayEdge;
  readonly lifted: boolean;
  readonly lines: readonly { readonly text: string; readonly kind: "verb" | "hedge" }[];
}

/** Which words stand where, for the canvas and for a picture of it. */
export function placeEdgeWords(context: CanvasRenderingContext2D, scene: Scene): readonly PlacedWords[] {
  const measure = (kind: "verb" | "hedge") => (text: string) => {
    context.font = font[kind];
    return context.measureText(text).width;
  };
  const blocks = wordsOfEdges(scene).flatMap((words): Block[] => {
    const route = scene.routes.get(words.edge.id);
    if (!route) return [];
    const widest = (text: string, kind: "verb" | "hedge") => Math.max(0, ...text.split(" ").map(measure(kind)));
    const room = Math.max(size * (words.edge.negative ? 6 : 5.2), widest(words.verb, "verb"), widest(words.hedge, "hedge"));
    const lines = [
      ...wrap(words.verb, room, measure("verb")).map((text) => ({ text, kind: "verb" as const })),
      ...wrap(words.hedge, room, measure("hedge")).map((text) => ({ text, kind: "hedge" as const })),
    ];
    return [{
      ...words, lines, id: words.edge.id, needed: isStatedNegative(words.edge),
      width: Math.max(...lines.map(({ text, kind }) => measure(kind)(text))) + size * 0.7,
      height: lines.length * WORDS_LINE + size * 0.3,
      pointAt: (share) => pointOn(route, share),
    }];
  });
  if (blocks.length === 0) return [];
  const obstacles = [...scene.boxes].filter(([id]) => scene.shown.nodes.has(id)).map(([, box]) => box);
  const places = placeLabels(blocks, obstacles);
  return blocks.flatMap(({ id, edge, lifted, lines, width, height }): PlacedWords[] => {
    const place = places.get(id);
    return place ? [{ ...place, edge, lifted, lines, width, height }] : [];
  });
}

/** Draws the words on top of everything; gives where they stand, by edge. */
export function drawEdgeWords(context: CanvasRenderingContext2D, scene: Scene): ReadonlyMap<string, Area> {
  context.save();
  const placed = placeEdgeWords(context, scene);
  for (const words of placed) drawBlock(context, scene, words);
  context.restore();
  return new Map(placed.map(({ edge, x, y, width, height }) => [edge.id, { x, y, width, height }]));
}

interface Block extends Words, EdgeLabel, Pick<PlacedWords, "lines"> {}

function drawBlock(context: CanvasRenderingContext2D, scene: Scene, { edge, lifted, lines, x, y, width, height }: PlacedWords): void {
  const { paper, ink, faint } = paperOf(scene.theme);
  const colour = colourOf(scene.atlas, edge, scene.theme);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.globalAlpha = 1;
  context.fillStyle = paper;
  context.strokeStyle = colour;
  context.lineWidth = edge.negative ? 1.6 : 0.8;
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, size * 0.35);
  context.fill();
  // Dimmed on whole paper, so that no edge runs through the words.
  context.globalAlpha = lifted || !scene.emphasis ? 1 : 0.45;
  context.stroke();
  lines.forEach(({ text, kind }, index) => {
    context.font = font[kind];
    context.fillStyle = kind === "hedge" ? faint : edge.negative ? colour : ink;
    context.fillText(text, x, y + (index - (lines.length - 1) / 2) * WORDS_LINE);
  });
}
