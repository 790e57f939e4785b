/** The map with nothing selected: the figure in the middle, a label for each site beside it. */
import type { Size } from "./map-camera";
import { bodySites, viewBox } from "./drawing/body-drawing";
import { placeBodyLabels, type LabelPlace, type LabelWish } from "./label-places";
import { fitText, LEAST_TARGET, type TextBox, type Type } from "./text-fit";

/** Where the figure stands: its midline, its top, its scale. */
export interface FigurePlace {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface SiteText {
  readonly slug: string;
  readonly label: string;
  /** What lies there: one row each where there is room. */
  readonly rows: readonly { readonly id: string; readonly label: string }[];
}

/** How much a label says beside its name: what lies there by name, how many, or nothing. */
export const WORDINESS = ["names", "counts", "bare"] as const;
export type Wordiness = (typeof WORDINESS)[number];

export interface RowBox extends TextBox {
  readonly id: string;
  /** From the label's top. */
  readonly top: number;
}

export interface SiteLabel extends LabelPlace {
  readonly lines: readonly string[];
  readonly headHeight: number;
  readonly rows: readonly RowBox[];
}

export interface Overview extends Size {
  readonly figure: FigurePlace;
  readonly labels: readonly SiteLabel[];
  readonly wordiness: Wordiness;
}

/** The figure's arms reach this far from its midline. */
export const REACH = 193;
const MARGIN = 8;
export const SWATCH_ROOM = 24;
export const COUNTS_HEIGHT = 20;
const LEAST_SCALE = 0.42;

export function layOutOverview(sites: readonly SiteText[], size: Size, type: Type): Overview {
  const isNarrow = size.width < 560;
  for (const wordiness of WORDINESS.slice(isNarrow ? 1 : 0)) {
    const { overview, missing } = attempt(sites, size, type, wordiness, isNarrow);
    if (missing === 0) return overview;
    if (wordiness === "bare") return attempt(sites, { ...size, height: overview.height + missing }, type, wordiness, isNarrow).overview;
  }
  throw new Error("unreachable");
}

/** Room to see above and below what is looked at, in the drawing's own measure. */
const AROUND = 70;

/** In a low window the figure stays as broad as there is room for, and what is looked at is in sight. */
export function placeNear(slugs: ReadonlySet<string>, { width, height }: Size): FigurePlace {
  const heights = bodySites.filter(({ slug }) => slugs.has(slug)).flatMap(({ anchor, mark }) => [anchor[1], mark[1]]);
  const [top, bottom] = heights.length > 0 ? [Math.min(...heights), Math.max(...heights)] : [0, viewBox.height];
  const whole = height / viewBox.height;
  const scale = Math.min(width / (2 * REACH + 8), Math.max(whole, height / (bottom - top + 2 * AROUND)));
  const y = height / 2 - ((top + bottom) / 2) * scale;
  return { x: width / 2, y: Math.min(0, Math.max(height - viewBox.height * scale, y)), scale };
}

function attempt(sites: readonly SiteText[], size: Size, type: Type, wordiness: Wordiness, isNarrow: boolean) {
  const padding = isNarrow ? 4 : 9;
  const labelWidth = Math.round(Math.min(210, Math.max(isNarrow ? 76 : 96, size.width * (isNarrow ? 0.205 : 0.19))));
  const between = isNarrow ? 5 : Math.min(64, Math.max(14, size.width * 0.04));
  const byWidth = (size.width / 2 - MARGIN / 2 - labelWidth - between) / (isNarrow ? REACH * 0.93 : REACH);
  const scale = Math.max(LEAST_SCALE, Math.min((size.height - 2 * MARGIN) / viewBox.height, byWidth));
  const height = Math.max(size.height, viewBox.height * scale + 2 * MARGIN);
  const figure = { x: size.width / 2, y: (height - viewBox.height * scale) / 2, scale };
  const texts = new Map(sites.map((site) => [site.slug, measureLabel(site, labelWidth, padding, type, wordiness)]));
  const wishes = bodySites.flatMap(({ slug, side, anchor }): LabelWish[] => {
    const text = texts.get(slug);
    return text ? [{ id: slug, side, x: figure.x + anchor[0] * scale, y: figure.y + anchor[1] * scale, width: labelWidth, height: text.height }] : [];
  });
  const outer = Math.min(size.width / 2 - (isNarrow ? 3 : MARGIN), REACH * scale + between + labelWidth);
  const bend = isNarrow ? outer - labelWidth - 10 : REACH * scale + Math.min(10, between / 2);
  const { places, missing } = placeBodyLabels(wishes, {
    top: MARGIN, bottom: height - MARGIN, left: figure.x - outer, right: figure.x + outer,
    leftBend: figure.x - bend, rightBend: figure.x + bend, gap: isNarrow ? 5 : 8,
  });
  const labels = places.map((place): SiteLabel => {
    const { lines, headHeight, rows } = texts.get(place.id)!;
    return { ...place, lines, headHeight, rows, leader: [[place.leader[0]![0], place.top + headHeight / 2], ...place.leader.slice(1)] };
  });
  return { overview: { width: size.width, height, figure, labels, wordiness }, missing };
}

function measureLabel(site: SiteText, width: number, padding: number, type: Type, wordiness: Wordiness) {
  const head = fitText(site.label, width, padding, type);
  const rows: RowBox[] = [];
  let height = head.height;
  if (wordiness === "names") {
    const small = { size: type.size * 0.93, measure: (text: string) => type.measure(text) * 0.93 };
    for (const { id, label } of site.rows) {
      const { lines } = fitText(label, width - SWATCH_ROOM - 6, padding / 2, small);
      const row = { id, lines, top: height, height: Math.max(LEAST_TARGET, Math.ceil(lines.length * small.size * 1.2 + 6)) };
      rows.push(row);
      height += row.height;
    }
    if (rows.length > 0) height += 4;
  } else if (wordiness === "counts" && site.rows.length > 0) height += COUNTS_HEIGHT - 2;
  return { lines: head.lines, headHeight: head.height, rows, height };
}
