/** What hangs together in the body: which concept sits where, and the chain from a site over metastases and conditions to interventions. */
import { meaningOf } from "../../appearance";
import { otherEnd, shortId, type Atlas } from "../../atlas";
import type { DisplayEdge, DisplayNode } from "../../display";
import type { Shown } from "../../filter";
import { endsOf, type Selection } from "../../hash";
import { bodyShapes, bodySites } from "./drawing/body-drawing";

/** From what lies in the body to what is done about it; the columns of the pathway, in this view's order. */
export const COLUMNS = ["sites", "cancer", "metastases", "conditions", "interventions", "drugs", "decisions", "other"] as const;
export type Column = (typeof COLUMNS)[number];

export interface Chain {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

const known = new WeakMap<Atlas, ReadonlyMap<string, DisplayNode>>();

/** The concepts that the drawing has a place for, by the drawing's own names, in reading order. */
export function findSites(atlas: Atlas): ReadonlyMap<string, DisplayNode> {
  const sites = known.get(atlas) ?? matchSites(atlas);
  known.set(atlas, sites);
  return sites;
}

function matchSites(atlas: Atlas): ReadonlyMap<string, DisplayNode> {
  const nodes = new Map<string, DisplayNode>();
  for (const node of atlas.nodes.values()) {
    const slug = shortId(node.id);
    if (!nodes.has(slug) || node.id === `concept:${slug}`) nodes.set(slug, node);
  }
  const inOrder = [...bodySites].sort((a, b) => a.anchor[1] - b.anchor[1]);
  return new Map(inOrder.flatMap(({ slug }) => {
    const node = nodes.get(slug);
    return node ? [[slug, node] as const] : [];
  }));
}

export function columnOf(atlas: Atlas, id: string): Column {
  const x = atlas.nodes.get(id)?.x ?? 0;
  const before = atlas.display.layers.filter((layer) => layer.x <= x + 1).sort((a, b) => b.x - a.x);
  return COLUMNS.find((column) => column === before[0]?.id) ?? "other";
}

const rankOf = (atlas: Atlas, id: string) => COLUMNS.indexOf(columnOf(atlas, id));

const FOLLOWED = new Set(["place", "cause", "treatment", "relief", "negative"]);
const LAST_UNASKED = COLUMNS.indexOf("interventions");

/** Towards what is done, or back to where it lies. */
type Way = "onward" | "back";

interface Walk {
  readonly atlas: Atlas;
  readonly shown: Shown;
  /** What the walk starts from: what touches it is told whole. */
  readonly start: ReadonlySet<string>;
  readonly drawn: ReadonlySet<string>;
}

/** The chain of the selection among what is shown, or undefined when nothing is selected. */
export function findChain(atlas: Atlas, shown: Shown, selection: Selection): Chain | undefined {
  const edge = selection.kind === "edge" ? atlas.edges.get(selection.id) : undefined;
  const start = selection.kind === "node" ? [selection.id] : edge ? [edge.from, edge.to] : [];
  if (!start.every((id) => atlas.nodes.has(id)) || start.length === 0) return undefined;
  const walk: Walk = { atlas, shown, start: new Set(start), drawn: new Set([...findSites(atlas).values()].map(({ id }) => id)) };
  const nodes = new Set(start);
  const edges = new Set(edge ? [edge.id] : []);
  // From a statement the way leads only back: where what it speaks of lies.
  for (const way of edge ? ["back" as const] : ["onward" as const, "back" as const]) {
    for (const isDerivedToo of [false, true]) follow(walk, way, isDerivedToo, nodes, edges);
  }
  return { nodes, edges };
}

function follow(walk: Walk, way: Way, isDerivedToo: boolean, nodes: Set<string>, edges: Set<string>): void {
  const reached = new Set(walk.start);
  const waiting = [...walk.start];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    for (const edge of walk.atlas.edgesAt.get(id) ?? []) {
      const other = otherEnd(edge, id);
      if (!isStep(walk, edge, id, other, way)) continue;
      const touches = walk.start.has(id);
      // What a rule derives adds a line where it says something of the selection, or reaches what nothing else does.
      if (edge.derived && !touches && !edges.has(edge.id) && (!isDerivedToo || edge.negative || nodes.has(other))) continue;
      edges.add(edge.id);
      nodes.add(other);
      // A stated negative leads nowhere.
      if (!edge.negative && !reached.has(other)) {
        reached.add(other);
        waiting.push(other);
      }
    }
  }
}

function isStep({ atlas, shown, start, drawn }: Walk, edge: DisplayEdge, here: string, other: string, way: Way): boolean {
  if (!shown.edges.has(edge.id) || other === here) return false;
  const meaning = meaningOf(atlas, edge);
  const touches = start.has(here);
  const [from, to] = [rankOf(atlas, here), rankOf(atlas, other)];
  const isSpread = meaning === "spread" && touches && columnOf(atlas, here) === "cancer";
  if (!FOLLOWED.has(meaning) && !isSpread) return false;
  if (columnOf(atlas, other) === "sites" && !drawn.has(other)) return false;
  if (from === to) return meaning === "cause" && (way === "onward" ? edge.from === here : edge.to === here);
  if (way === "back") return to < from;
  return to > from && (to <= LAST_UNASKED || touches);
}

/** What a label says beside the site: what lies there. */
export function findLying(atlas: Atlas, shown: Shown, site: string): readonly string[] {
  const found = (atlas.edgesAt.get(site) ?? []).filter((edge) =>
    shown.edges.has(edge.id) && !edge.negative && meaningOf(atlas, edge) === "place" && otherEnd(edge, site) !== site);
  const columns: readonly Column[] = ["cancer", "metastases", "conditions"];
  const ids = [...new Set(found.map((edge) => otherEnd(edge, site)))].filter((id) => columns.includes(columnOf(atlas, id)));
  return ids.sort((a, b) => rankOf(atlas, a) - rankOf(atlas, b));
}

/** What is shown and has no place in the drawing, not even by what it does or comes from. */
export function findUnplaced(atlas: Atlas, shown: Shown): readonly DisplayNode[] {
  const waiting = [...findSites(atlas).values()].map(({ id }) => id).filter((id) => shown.nodes.has(id));
  const placed = new Set(waiting);
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    for (const edge of atlas.edgesAt.get(id) ?? []) {
      const other = otherEnd(edge, id);
      if (placed.has(other) || !shown.edges.has(edge.id) || edge.negative || !leadsOnward(atlas, edge, id, other)) continue;
      placed.add(other);
      waiting.push(other);
    }
  }
  const drawn = new Set([...findSites(atlas).values()].map(({ id }) => id));
  return [...atlas.nodes.values()].filter(({ id }) => shown.nodes.has(id) && !placed.has(id) && !drawn.has(id));
}

function leadsOnward(atlas: Atlas, edge: DisplayEdge, here: string, other: string): boolean {
  const meaning = meaningOf(atlas, edge);
  if (!FOLLOWED.has(meaning) && !(meaning === "spread" && columnOf(atlas, other) === "cancer")) return false;
  const [from, to] = [rankOf(atlas, here), rankOf(atlas, other)];
  return to > from || (to === from && meaning === "cause" && edge.from === here);
}

const FLUIDS = new Set(bodyShapes.flatMap(({ role, shownWith }) => (role === "fluid" && shownWith ? [shownWith] : [])));

/** A site or a metastasis at the other end of a chain isn't full of fluid; what the fluid comes from, or what relieves it, is about it. */
function isAskedAbout(atlas: Atlas, shown: Shown, selection: Selection, condition: string): boolean {
  if (selection.kind === "edge") return endsOf(atlas, selection).includes(condition);
  if (selection.kind === "none" || selection.id === condition) return true;
  return (atlas.edgesAt.get(condition) ?? []).some((edge) =>
    otherEnd(edge, condition) === selection.id && shown.edges.has(edge.id) && !edge.negative && ABOUT.has(meaningOf(atlas, edge)));
}

const ABOUT = new Set(["cause", "relief", "treatment", "kind"]);

/** Which of the drawing's conditional shapes are shown: fluid with its condition, the mark with the tumour. */
export function findConcerned(atlas: Atlas, shown: Shown, selection: Selection, chain: Chain | undefined): ReadonlySet<string> {
  const from = chain?.nodes ?? [...shown.nodes].filter((id) => columnOf(atlas, id) === "cancer");
  const slugs = new Set([...from].filter((id) => !FLUIDS.has(shortId(id)) || isAskedAbout(atlas, shown, selection, id)).map(shortId));
  if (selection.kind !== "node" || columnOf(atlas, selection.id) !== "cancer") return slugs;
  // A cancer is shown by the tumour that lies where it begins.
  const origins = (atlas.edgesAt.get(selection.id) ?? []).filter((edge) => shown.edges.has(edge.id) && meaningOf(atlas, edge) === "place");
  for (const edge of origins) {
    for (const id of findLying(atlas, shown, otherEnd(edge, selection.id))) if (columnOf(atlas, id) === "cancer") slugs.add(shortId(id));
  }
  return slugs;
}
