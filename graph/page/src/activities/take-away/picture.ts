/** The current view as one picture that says what it is, how far it can be trusted, and whose it is. */
import { sayExcerpt } from "../../excerpt";
import { placeEdgeWords } from "../../edge-words";
import { say } from "../../messages";
import { paperOf, type Theme } from "../../palette";
import { makeScene } from "../../pathway-scene";
import type { State } from "../../state";
import { capitalize } from "../../words";
import { wrap, type Measure } from "../../wrapping";
import { drawPathway, PICTURE_FONT } from "./pathway-svg";
import { drawLegend, legendOf, occurringIn, type LegendItem, type Occurring } from "./picture-legend";
import { element, text, type Svg } from "./svg-writer";
import { copySvg } from "./view-svg";

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

interface Inside {
  readonly svg: Svg;
  readonly width: number;
  readonly height: number;
}

/** Narrower than this the words below wouldn't fit. */
const NARROWEST = 720;
const MARGIN = 24;

/** None where the view is no drawing: the table. `drawn` stands for what the page shows now. */
export function takePicture(state: State, theme: Theme = state.theme.peek(), drawn?: SVGSVGElement): Picture | undefined {
  const inside = state.view.peek() === "pathway" ? fromScene(state, theme) : fromPage(state, drawn);
  return inside && frame(inside, theme, { title: titleOf(state), subject: subjectOf(state), notes: notesOf(state), legend: legendOf(state.atlas, state.styles, theme, inside.occurring) });
}

interface Shown extends Inside {
  readonly occurring: Occurring;
}

function fromScene(state: State, theme: Theme): Shown {
  const scene = { ...makeScene(state).peek(), theme };
  const headings = scene.columns.map(({ id, x }) => ({ x, words: say(`column-${id}`) }));
  const { body, bounds: { left, top, right, bottom } } = drawPathway(scene, placeEdgeWords(scene), headings);
  const [width, height] = [right - left, bottom - top];
  const { nodes, edges } = scene.shown;
  const occurring = { classes: new Set([...nodes].flatMap((id) => scene.atlas.nodes.get(id)?.class ?? [])), edges };
  return { svg: element("svg", { width, height, viewBox: `${left} ${top} ${width} ${height}`, overflow: "visible" }, ...body), width, height, occurring };
}

/** The other views draw SVG into the page and mark it. */
function fromPage({ atlas }: State, drawn = document.querySelector<SVGSVGElement>("#view svg[data-export]")): Shown | undefined {
  if (!drawn) return undefined;
  const { markup, width, height } = copySvg(drawn);
  const body: Svg = { markup };
  return { svg: element("svg", { width, height, viewBox: `0 0 ${width} ${height}` }, body), width, height, occurring: occurringIn(drawn, atlas) };
}

/** What stands around the drawing. */
export interface Around {
  readonly title: string;
  readonly subject: string;
  readonly notes: string;
  readonly legend: readonly LegendItem[];
}

export function frame(inside: Inside, theme: Theme, { title, subject, notes, legend }: Around, measure?: Measure): Picture {
  const { paper, ink, faint } = paperOf(theme);
  const width = Math.max(NARROWEST, inside.width) + 2 * MARGIN;
  const size = Math.min(22, Math.max(13, width / 88));
  const room = width - 2 * MARGIN;
  const lines = (words: string, of: number) => wrap(words, room, measure ?? measureAt(of));
  const head = [
    ...lines(title, size * 1.4).map((words) => ({ words, size: size * 1.4, weight: 650, fill: ink })),
    ...lines(subject, size).map((words) => ({ words, size, weight: 400, fill: faint })),
  ];
  const foot = lines(notes, size * 0.85).map((words) => ({ words, size: size * 0.85, weight: 400, fill: ink }));
  let y = MARGIN;
  const write = (all: typeof head) => all.map(({ words, size: high, weight, fill }) => {
    y += high * 1.35;
    return element("text", { x: MARGIN, y: y - high * 0.3, "font-size": high, "font-weight": weight, fill }, text(words));
  });
  const above = write(head);
  const top = y + size;
  y = top + inside.height + size;
  const small = size * 0.85;
  const key = drawLegend(legend, { x: MARGIN, y, room, size: small, ink }, measure ?? measureAt(small));
  y += key.height > 0 ? key.height + size * 0.5 : 0;
  const below = [...key.svg, ...write(foot)];
  const height = y + MARGIN;
  const svg = element("svg", {
    xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": PICTURE_FONT, role: "img",
  },
    element("title", {}, text(`${title}: ${subject}`)), element("desc", {}, text(notes)),
    element("rect", { width, height, fill: paper }), ...above,
    element("svg", { x: (width - inside.width) / 2, y: top, width: inside.width, height: inside.height, overflow: "visible" }, inside.svg), ...below);
  return { svg: svg.markup, width, height };
}

function measureAt(size: number): Measure {
  const context = document.createElement("canvas").getContext("2d")!;
  context.font = `500 ${size}px ${PICTURE_FONT}`;
  return (words) => context.measureText(words).width;
}

export function titleOf(state: State): string {
  return state.atlas.display.title;
}

/** Which view it is, and of what. */
export function subjectOf(state: State): string {
  const { atlas } = state;
  const view = say(`view-${state.view.peek()}`);
  const selection = state.selection.peek();
  const { start, end } = state.path.peek();
  const nameOf = (id: string | undefined) => atlas.nodes.get(id ?? "")?.label ?? "";
  if (state.ways.peek().ways.length > 0) return `${view} · ${say("activity-path")}: ${nameOf(start)} – ${nameOf(end)}`;
  if (selection.kind === "node") return `${view} · ${capitalize(nameOf(selection.id))}`;
  if (selection.kind === "edge") return `${view} · ${atlas.edges.get(selection.id)?.sentence ?? ""}`;
  return view;
}

/** Whether it is a part, not advice, not reviewed, whose, which version, of which day. */
export function notesOf(state: State): string {
  const { title, version } = state.atlas.display;
  const excerpt = sayExcerpt(state.atlas);
  return `${excerpt && `${excerpt} `}${say("disclaimer")} ${say("review")} CC BY 4.0 · ${title} ${version} · ${today()}`;
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
