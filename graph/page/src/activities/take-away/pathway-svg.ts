/** The pathway as SVG: the same scene that the canvas shows, drawn with lines and text instead of pixels. */
import { colourOf, lookOfEdges, lookOfNodes, type NodeLook, type Scene } from "../../appearance";
import { FONT_SIZE, LINE_HEIGHT } from "../../boxes";
import { boundsOf, type Bounds } from "../../camera";
import type { PlacedWords } from "../../edge-words";
import { FONT_FAMILY } from "../../node-drawing";
import { paperOf } from "../../palette";
import { areaOf, type Route } from "../../routes";
import { outlineOf } from "../../shapes";
import { headOf, write } from "./arrow-heads";
import { element, text, type Svg } from "./svg-writer";

export interface Drawing {
  readonly body: readonly Svg[];
  readonly bounds: Bounds;
}

export interface Heading {
  readonly x: number;
  readonly words: string;
}

/** The room that headings take above the drawing. */
const HEAD_ROOM = 34;
const EMPTY: Bounds = { left: 0, top: 0, right: 400, bottom: 120 };

export function drawPathway(scene: Scene, words: readonly PlacedWords[], headings: readonly Heading[]): Drawing {
  const nodes = lookOfNodes(scene).filter(({ hidden }) => !hidden);
  const ways = [...scene.shown.edges].flatMap((id) => scene.routes.get(id) ?? []);
  const bounds = boundsOf([...nodes.map(({ box }) => box), ...ways.map(areaOf), ...words]) ?? EMPTY;
  const top = bounds.top - HEAD_ROOM;
  return {
    bounds: { ...bounds, top },
    body: [
      element("g", { fill: "none" }, ...drawEdges(scene)),
      element("g", { "font-size": FONT_SIZE, "font-weight": 500, "text-anchor": "middle" }, ...nodes.map(drawNode)),
      element("g", { "text-anchor": "middle" }, ...words.map((each) => drawWords(scene, each))),
      element("g", { "font-size": 13, "font-weight": 650, "text-anchor": "middle", fill: paperOf(scene.theme).faint },
        ...headings.map(({ x, words: told }) => element("text", { x, y: top + 13 }, text(told)))),
    ],
  };
}

function drawEdges(scene: Scene): readonly Svg[] {
  return lookOfEdges(scene).flatMap((look) => {
    const route = scene.routes.get(look.id);
    if (look.hidden || !route) return [];
    const [from, to] = [scene.boxes.get(String(look.from))!, scene.boxes.get(String(look.to))!];
    const { to: arrow } = look.arrows as { to: { type: string; scaleFactor: number } };
    const { color, opacity } = look.color as { color: string; opacity: number };
    const width = look.width ?? 1;
    const head = headOf(route, arrow.type, width, arrow.scaleFactor, Math.hypot(to.x - from.x, to.y - from.y));
    const dashes = Array.isArray(look.dashes) ? look.dashes : undefined;
    return [element("g", { opacity },
      element("path", {
        d: wayOf(route, head.lineEnd), stroke: color, "stroke-width": width, "stroke-dasharray": dashes?.join(" "),
        "stroke-linecap": dashes?.[0] === 0.5 ? "round" : undefined,
      }),
      element("path", { d: head.outline, fill: color }))];
  });
}

function wayOf({ from, parts }: Route, end: { readonly x: number; readonly y: number }): string {
  return `M${write(from)}${parts.map(({ via, to }, index) => `C${write(via[0])} ${write(via[1])} ${write(index === parts.length - 1 ? end : to)}`).join("")}`;
}

function drawNode({ x, y, box, shape, line, fill, ink, paper, alpha, ring, dots }: NodeLook): Svg {
  const outline = outlineOf(shape, box.width, box.height);
  const around = (more: number, colour: string) =>
    element("path", { d: outlineOf(shape, box.width + more, box.height + more), fill: "none", stroke: colour, "stroke-width": 3, "stroke-linejoin": "round" });
  return element("g", { transform: `translate(${write({ x, y })})` },
    // Paper first, so that no edge shines through a dimmed node.
    element("path", { d: outline, fill: paper }),
    ring !== undefined && around(9, ring),
    ring !== undefined && around(4, paper),
    element("g", { opacity: alpha },
      element("path", {
        d: outline, fill, stroke: line, "stroke-width": ring ? 2.6 : 1.5, "stroke-linejoin": "round",
        "stroke-dasharray": dots.length > 0 && dots.join(" "), "stroke-linecap": dots.length > 0 && "round",
      }),
      ...box.lines.map((words, index) =>
        element("text", { y: (index - (box.lines.length - 1) / 2) * LINE_HEIGHT + 0.5 + FONT_SIZE * MIDDLE, fill: ink }, text(words)))));
}

/** From a line's middle down to its base, as a share of its size: not every program knows `dominant-baseline`. */
const MIDDLE = 0.35;

function drawWords(scene: Scene, { edge, lifted, lines, size, x, y, width, height }: PlacedWords): Svg {
  const { paper, ink, faint } = paperOf(scene.theme);
  const colour = colourOf(scene.atlas, edge, scene.theme);
  const box = { x: x - width / 2, y: y - height / 2, width, height, rx: size.verb * 0.35 };
  return element("g", {},
    element("rect", { ...box, fill: paper }),
    element("g", { opacity: lifted || !scene.emphasis ? 1 : 0.45 },
      element("rect", { ...box, fill: "none", stroke: colour, "stroke-width": edge.negative ? 1.6 : 0.8 }),
      ...lines.map(({ text: words, kind }, index) => element("text", {
        x, y: y + (index - (lines.length - 1) / 2) * size.line + size[kind] * MIDDLE, "font-size": size[kind],
        "font-weight": kind === "verb" && 600, "font-style": kind === "hedge" && "italic",
        fill: kind === "hedge" ? faint : edge.negative ? colour : ink,
      }, text(words)))));
}

export const PICTURE_FONT = FONT_FAMILY;
