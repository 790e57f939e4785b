/**
 * The address bar holds the view: `#view=pathway&focus=ascites`, the step of a tour: `#tour=the-bone&step=2`,
 * what has been chosen in the legend: `#show=all&hide=derived`, and the concepts brought in one by one: `#with=jaw,skin`.
 * `#quiz=the-bone&item=2` opens an item of a quiz, `#path=ascites..bone` the ways between two concepts.
 * `#ask=what-relieves-ascites` asks a competency question; a query of the reader's own stands there as it is.
 * Whatever it holds, only known ids come out.
 */
import type { Atlas } from "./atlas";
import { readQuizPlace, writeQuizPlace, type QuizPlace } from "./activities/quiz/quiz-address";
import { shortId } from "./atlas";
import type { DisplayEdge, TourStep } from "./display";
import type { Filter } from "./filter";
import { readFilter, writeFilter } from "./filter-address";
import { asLanguage, type Language } from "./messages";
import { fold } from "./words";

export const VIEWS = ["pathway", "body", "focus", "table"] as const;
export type View = (typeof VIEWS)[number];

export type Selection =
  | { readonly kind: "none" }
  | { readonly kind: "node"; readonly id: string }
  | { readonly kind: "edge"; readonly id: string };

export const NOTHING: Selection = { kind: "none" };

/** Clinical or plain words for definitions. */
export const WORDINGS = ["clinical", "plain"] as const;
export type Wording = (typeof WORDINGS)[number];

/** A step of a tour, counted from 0; in the address, as readers count, from 1. */
export interface TourPlace {
  readonly tour: string;
  readonly step: number;
}

export interface Place {
  readonly view: View;
  readonly selection: Selection;
  readonly language: Language;
  readonly wording: Wording;
  readonly filter: Filter;
  readonly tour?: TourPlace | undefined;
  readonly quiz?: QuizPlace | undefined;
  readonly path?: PathEnds | undefined;
  readonly ask?: string | undefined;
}

/** Between which concepts a path is sought, and whether derived statements may carry it. */
export interface PathEnds {
  readonly start: string;
  readonly end: string;
  readonly derived: boolean;
}

/** A longer query would make an address that others cut. */
const LONGEST_QUERY = 4000;

export function readHash(hash: string, atlas: Atlas): Place {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const tour = findTour(asked.get("tour"), asked.get("step"), atlas);
  const step = tour && stepAt(tour, atlas);
  // One thing at a time stands beside the view.
  const quiz = tour ? undefined : readQuizPlace(asked, atlas.display.quizzes);
  const path = tour || quiz ? undefined : findPath(asked.get("path"), asked.get("ways"), atlas);
  const ask = asked.get("ask")?.slice(0, LONGEST_QUERY);
  // A link may name the step alone; beside it, view and focus say how far the reader has wandered off from it.
  const isStepAlone = !["view", "focus", "statement", "passage"].some((name) => asked.has(name));
  return {
    view: VIEWS.find((view) => view === asked.get("view")) ?? step?.view ?? "pathway",
    selection: findEdge(asked.get("statement"), atlas) ?? findPassage(asked.get("passage"), atlas) ?? findNode(asked.get("focus"), atlas) ??
      (step && isStepAlone ? selectionOf(step, atlas) : NOTHING),
    language: asLanguage(asked.get("lang")) ?? asLanguage(atlas.display.language) ?? "en",
    wording: asked.get("wording") === "plain" ? "plain" : "clinical",
    filter: { ...readFilter(asked, atlas), revealed: readBrought(asked.get("with"), atlas) },
    ...(tour && { tour }),
    ...(quiz && { quiz }),
    ...(path && { path }),
    ...(ask?.trim() && !tour && !quiz && !path && { ask }),
  };
}

export function writeHash({ view, selection, language, wording, filter, tour, quiz, path, ask }: Place, atlas: Atlas): string {
  const parts = [`view=${view}`];
  if (selection.kind === "node") parts.push(`focus=${encodeURIComponent(briefestId(selection.id, atlas))}`);
  const edge = selection.kind === "edge" ? atlas.edges.get(selection.id) : undefined;
  if (edge) parts.push(`statement=${encodeURIComponent(nameOfEdge(edge)).replace(/%20/g, "+")}`);
  if (language !== atlas.display.language) parts.push(`lang=${language}`);
  if (wording === "plain") parts.push("wording=plain");
  parts.push(...writeFilter(filter, atlas), ...writeBrought(filter.revealed, selection, atlas));
  if (tour) parts.push(`tour=${encodeURIComponent(tour.tour)}`, `step=${tour.step + 1}`);
  if (quiz) parts.push(...writeQuizPlace(quiz));
  if (path) parts.push(`path=${[path.start, path.end].map((id) => encodeURIComponent(briefestId(id, atlas))).join("..")}`, ...(path.derived ? ["ways=derived"] : []));
  if (ask !== undefined && ask.length <= LONGEST_QUERY) parts.push(`ask=${encodeURIComponent(ask)}`);
  return `#${parts.join("&")}`;
}

/** Two places are one when their addresses are. */
export function isSamePlace(one: Place, other: Place, atlas: Atlas): boolean {
  return writeHash(one, atlas) === writeHash(other, atlas);
}

export function stepAt(place: TourPlace, atlas: Atlas): TourStep | undefined {
  return atlas.display.tours.find(({ id }) => id === place.tour)?.steps[place.step];
}

/** What a step selects: its focus, if the atlas has it. */
export function selectionOf({ focus }: TourStep, atlas: Atlas): Selection {
  return focus !== null && atlas.nodes.has(focus) ? { kind: "node", id: focus } : NOTHING;
}

/** A tour without a step begins; a step that it doesn't have leads nowhere. */
export function findTour(tour: string | null, step: string | null, atlas: Atlas): TourPlace | undefined {
  if (tour === null || (step !== null && !/^[1-9]\d{0,3}$/.test(step))) return undefined;
  const place = { tour, step: step === null ? 0 : Number(step) - 1 };
  return stepAt(place, atlas) && place;
}

/** A longer one names no two concepts. */
const LONGEST_PATH = 1000;
const MOST_DOTS = 10;

/** `ascites..bone`; a name may itself hold two dots, so each place where it might be parted is tried. */
export function findPath(ends: string | null, ways: string | null, atlas: Atlas): PathEnds | undefined {
  if (!ends || ends.length > LONGEST_PATH) return undefined;
  const names = ends.split("..").slice(0, MOST_DOTS);
  for (let at = 1; at < names.length; at++) {
    const [start, end] = [names.slice(0, at), names.slice(at)].map((some) => findNode(some.join(".."), atlas));
    if (start?.kind === "node" && end?.kind === "node") return { start: start.id, end: end.id, derived: ways === "derived" };
  }
  return undefined;
}

/** An address is to be mailed and read: more than this is not written, and the last brought in go first. */
const MOST_BROUGHT = 60;
const LONGEST_BROUGHT = 1500;

function readBrought(names: string | null, atlas: Atlas): ReadonlySet<string> {
  if (!names) return new Set();
  const listed = names.slice(0, 4 * LONGEST_BROUGHT).split(",").slice(0, MOST_BROUGHT);
  return new Set(listed.flatMap((name) => findById(name, atlas) ?? []));
}

/** What is selected is shown anyway. In the order of the data, so that the same picture always has the same address. */
function writeBrought(brought: ReadonlySet<string>, selection: Selection, atlas: Atlas): readonly string[] {
  const shown = endsOf(atlas, selection);
  const names = new Map<string, string>();
  let length = 0;
  for (const id of [...brought].reverse()) {
    if (shown.includes(id) || !atlas.nodes.has(id)) continue;
    const name = encodeURIComponent(briefestId(id, atlas)).replace(/%3A/g, ":");
    length += name.length + 1;
    if (names.size === MOST_BROUGHT || length > LONGEST_BROUGHT) break;
    names.set(id, name);
  }
  if (names.size === 0) return [];
  return [`with=${[...atlas.nodes.keys()].flatMap((id) => names.get(id) ?? []).join(",")}`];
}

/** The concepts that a selection is of. */
export function endsOf(atlas: Atlas, selection: Selection): readonly string[] {
  if (selection.kind === "node") return [selection.id];
  const edge = selection.kind === "edge" ? atlas.edges.get(selection.id) : undefined;
  return edge ? [edge.from, edge.to] : [];
}

function findById(name: string, atlas: Atlas): string | undefined {
  if (atlas.nodes.has(name)) return name;
  for (const node of atlas.nodes.values()) if (node.iri === name || shortId(node.id) === name) return node.id;
  return undefined;
}

export function findNode(name: string | null, atlas: Atlas): Selection | undefined {
  if (!name) return undefined;
  const id = findById(name, atlas);
  if (id !== undefined) return { kind: "node", id };
  return findLabelled(fold(name.trim()), atlas);
}

/** Who writes an address by hand writes a name, in whatever language; a preferred label goes before the others. */
function findLabelled(label: string, atlas: Atlas): Selection | undefined {
  let other: Selection | undefined;
  for (const node of atlas.nodes.values()) {
    const [preferred, rest] = [[node.label], []] as [string[], string[]];
    for (const [first, ...others] of Object.values(node.labels)) {
      if (first !== undefined) preferred.push(first);
      rest.push(...others);
    }
    const isMeant = (each: string) => fold(each) === label;
    if (preferred.some(isMeant)) return { kind: "node", id: node.id };
    if (!other && rest.some(isMeant)) other = { kind: "node", id: node.id };
  }
  return other;
}

/** A passage is shown by the first statement that it makes. */
export function findPassage(name: string | null, atlas: Atlas): Selection | undefined {
  if (!name) return undefined;
  const passage = atlas.passages.has(name) ? name : [...atlas.passages.keys()].find((id) => shortId(id) === name);
  if (passage === undefined) return undefined;
  for (const edge of atlas.edges.values()) {
    if (edge.evidence.some((one) => one.passage === passage)) return { kind: "edge", id: edge.id };
  }
  return undefined;
}

export function findEdge(name: string | null, atlas: Atlas): Selection | undefined {
  if (!name) return undefined;
  for (const edge of atlas.edges.values()) {
    if (nameOfEdge(edge) === name) return { kind: "edge", id: edge.id };
  }
  return undefined;
}

/** Ids of edges differ from build to build; what an edge says doesn't. */
function nameOfEdge(edge: DisplayEdge): string {
  return [edge.from, edge.property, edge.to].map(shortId).join(" ");
}

function briefestId(id: string, atlas: Atlas): string {
  const brief = shortId(id);
  return findById(brief, atlas) === id ? brief : id;
}
