/** A small legend for a picture that leaves the page: of what occurs in it, and of nothing else. */
import { meaningOf } from "../../appearance";
import { isHedged, type Atlas } from "../../atlas";
import { styleOf, type ClassStyle } from "../../class-styles";
import { SWATCH_CROSS, SWATCH_DASHES, SWATCH_HEADS, SWATCH_LINE } from "../../components/swatch-shapes";
import type { DisplayEdge } from "../../display";
import { originOf, ORIGINS, type Origin } from "../../filter";
import { say } from "../../messages";
import { MEANINGS, meaningStyle, paperOf, tintOf, type Theme } from "../../palette";
import { outlineOf } from "../../shapes";
import { capitalize } from "../../words";
import type { Measure } from "../../wrapping";
import { element, text, type Svg } from "./svg-writer";

/** What a picture shows. */
export interface Occurring {
  readonly classes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

export interface LegendItem {
  /** 28 broad and 18 high, from (0, 0). */
  readonly swatch: Svg;
  readonly words: string;
}

interface Line {
  readonly meaning: string;
  readonly origin?: Origin;
  readonly isHedged?: boolean;
}

export function legendOf(atlas: Atlas, styles: ReadonlyMap<string, ClassStyle>, theme: Theme, { classes, edges }: Occurring): readonly LegendItem[] {
  const drawn = [...edges].flatMap((id) => atlas.edges.get(id) ?? []);
  const occurs = (is: (edge: DisplayEdge) => boolean) => drawn.some(is);
  const meanings = new Set(drawn.map((edge) => meaningOf(atlas, edge)));
  const line = (words: string, look: Line): LegendItem => ({ words: capitalize(words), swatch: drawLine(look, theme) });
  return [
    ...atlas.display.classes.filter(({ id }) => classes.has(id)).map(({ id, label }) => ({ words: capitalize(label), swatch: drawClass(styleOf(styles, id), theme) })),
    ...Object.keys(MEANINGS).filter((meaning) => meanings.has(meaning)).map((meaning) => line(say(`meaning-${meaning}`), { meaning })),
    ...ORIGINS.filter((origin) => occurs((edge) => originOf(edge) === origin)).map((origin) => line(say(`origin-${origin}`), { meaning: "other", origin })),
    ...(occurs((edge) => isHedged(edge) && !edge.ours) ? [line(say("hedged-line"), { meaning: "other", isHedged: true })] : []),
  ];
}

function drawClass({ hue, shape }: ClassStyle, theme: Theme): Svg {
  const { line, fill } = tintOf(hue, theme);
  return element("path", { d: outlineOf(shape, 25, 15), transform: "translate(14 9)", fill, stroke: line, "stroke-width": 1.6, "stroke-linejoin": "round" });
}

function drawLine({ meaning, origin = "stated", isHedged: isThin = false }: Line, theme: Theme): Svg {
  const { hue, head } = meaningStyle(meaning);
  const isNegative = meaning === "negative";
  const colour = isNegative ? paperOf(theme).negative : tintOf(hue, theme).line;
  return element("g", { transform: "translate(0 9)" },
    element("path", {
      d: SWATCH_LINE, fill: "none", stroke: colour, "stroke-width": isNegative ? 2.8 : isThin ? 1.2 : 2.2,
      "stroke-dasharray": SWATCH_DASHES[origin], "stroke-linecap": origin === "ours" && "round",
    }),
    element("path", { d: SWATCH_HEADS[head], fill: colour }),
    isNegative && element("path", { d: SWATCH_CROSS, fill: "none", stroke: colour, "stroke-width": 2 }));
}

export interface LegendPlace {
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly size: number;
  readonly ink: string;
}

const SWATCH = { width: 28, height: 18, usual: 13 };

/** In rows from left to right, each thing beside its words. */
export function drawLegend(items: readonly LegendItem[], { x, y, room, size, ink }: LegendPlace, measure: Measure): { readonly svg: readonly Svg[]; readonly height: number } {
  const scale = size / SWATCH.usual;
  const [row, before] = [SWATCH.height * scale * 1.15, (SWATCH.width + 6) * scale];
  let [left, top] = [0, 0];
  const svg = items.map(({ swatch, words }) => {
    const width = before + measure(words);
    if (left > 0 && left + width > room) [left, top] = [0, top + row];
    const drawn = element("g", { transform: `translate(${Math.round((x + left) * 10) / 10} ${Math.round((y + top) * 10) / 10})` },
      element("g", { transform: `scale(${Math.round(scale * 1000) / 1000})` }, swatch),
      element("text", { x: before, y: (SWATCH.height * scale) / 2 + size * 0.35, "font-size": size, fill: ink }, text(words)));
    left += width + size * 1.6;
    return drawn;
  });
  return { svg, height: items.length > 0 ? top + row : 0 };
}

/** Of a view that is drawn into the page: its elements say what they stand for. */
export function occurringIn(drawn: Element, atlas: Atlas): Occurring {
  const named = (name: string) => [...drawn.querySelectorAll(`[data-${name}]`)].flatMap((one) => (one.getAttribute(`data-${name}`) ?? "").split(" "));
  const ofNodes = named("node").flatMap((id) => atlas.nodes.get(id)?.class ?? []);
  return { classes: new Set([...ofNodes, ...named("class")]), edges: new Set([...named("edge"), ...named("edges")]) };
}
