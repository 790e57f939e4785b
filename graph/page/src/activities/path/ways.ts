/**
 * All shortest ways between two concepts, found as Python's `traversal.find_paths` finds them: on a simple undirected
 * graph, by stated claims unless derived ones are asked for, and by way of kinds only where no tale of other claims
 * leads as far.
 */
import type { Atlas } from "../../atlas";
import type { DisplayEdge } from "../../display";
import type { Emphasis, Shown } from "../../filter";
import type { Selection } from "../../hash";

export interface PathQuestion {
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly derived: boolean;
  /** The one way to lift out of several. */
  readonly only: number | undefined;
}

export const NO_QUESTION: PathQuestion = { start: undefined, end: undefined, derived: false, only: undefined };

export interface Way {
  readonly nodes: readonly string[];
  /** For each step every claim that joins its ends. */
  readonly steps: readonly (readonly DisplayEdge[])[];
}

export interface Found {
  readonly ways: readonly Way[];
  readonly isMore: boolean;
}

export const MOST_WAYS = 20;
export const NOTHING_FOUND: Found = { ways: [], isMore: false };

const UP = new Set(["skos:broader", "skos:broaderTransitive"]);
const KINDS = new Set([...UP, "skos:narrower"]);
/** How long a step counts that only says what is a kind of what, where another counts one. */
const KIND_STEP = 2;
/** So many are looked at to choose the first ones; a net that has more would keep the page busy. */
const MOST_TRIED = 2000;

type Neighbours = ReadonlyMap<string, ReadonlyMap<string, number>>;

export function findWays(atlas: Atlas, { start, end, derived }: PathQuestion): Found {
  if (start === undefined || end === undefined || start === end) return NOTHING_FOUND;
  const carrying = [...atlas.edges.values()].filter((edge) => derived || !edge.derived);
  const { simple, upwards } = simplify(carrying);
  const direct = shortest(simple, start, end);
  if (!direct) return NOTHING_FOUND;
  const climbs = findClimbs(upwards, start, end);
  const found = new Map<string, readonly string[]>();
  const keep = (nodes: readonly string[]) => found.set(nodes.join("\n"), nodes);
  if (climbs && climbs.length <= direct.length) climbs.ways.forEach(keep);
  if (!climbs || direct.length <= climbs.length) direct.ways.forEach(keep);
  const iriOf = (id: string) => atlas.nodes.get(id)?.iri ?? id;
  const sorted = [...found.values()].sort((one, other) => compare(one.map(iriOf), other.map(iriOf)));
  const ways = sorted.slice(0, MOST_WAYS).map((nodes) => ({ nodes, steps: join(atlas, nodes, derived) }));
  return { ways, isMore: sorted.length > MOST_WAYS };
}

/** The simple graph that is searched, with the length of each step, and that of kinds, upwards. */
function simplify(edges: readonly DisplayEdge[]): { readonly simple: Neighbours; readonly upwards: Neighbours } {
  const simple = new Map<string, Map<string, number>>();
  const upwards = new Map<string, Map<string, number>>();
  for (const { from, to, property } of edges) {
    const isKind = KINDS.has(property);
    if (isKind) put(upwards, ...(UP.has(property) ? [from, to] as const : [to, from] as const), 1);
    if (isKind && simple.get(from)?.has(to)) continue;
    put(simple, from, to, isKind ? KIND_STEP : 1);
    put(simple, to, from, isKind ? KIND_STEP : 1);
  }
  return { simple, upwards };
}

function put(graph: Map<string, Map<string, number>>, from: string, to: string, length: number): void {
  const known = graph.get(from);
  if (known) known.set(to, length);
  else graph.set(from, new Map([[to, length]]));
}

interface Shortest {
  readonly length: number;
  readonly ways: readonly (readonly string[])[];
}

/** Dijkstra with every equally good step back; lengths are small whole numbers, so a bucket a length is queue enough. */
function shortest(graph: Neighbours, start: string, end: string): Shortest | undefined {
  const distance = new Map([[start, 0]]);
  const before = new Map<string, string[]>();
  const buckets: string[][] = [[start]];
  for (let length = 0; length < buckets.length; length++) {
    for (const here of buckets[length] ?? []) {
      if (distance.get(here) !== length) continue;
      for (const [there, step] of graph.get(here) ?? []) {
        const [next, known] = [length + step, distance.get(there) ?? Infinity];
        if (next > known || there === here) continue;
        if (next === known) {
          const steps = before.get(there);
          if (steps && !steps.includes(here)) steps.push(here);
          continue;
        }
        distance.set(there, next);
        before.set(there, [here]);
        (buckets[next] ??= []).push(there);
      }
    }
  }
  const length = distance.get(end);
  return length === undefined ? undefined : { length, ways: trace(before, start, end) };
}

function trace(before: ReadonlyMap<string, readonly string[]>, start: string, end: string): readonly (readonly string[])[] {
  const ways: (readonly string[])[] = [];
  const open: (readonly string[])[] = [[end]];
  while (open.length > 0 && ways.length < MOST_TRIED) {
    const way = open.pop()!;
    if (way[0] === start) ways.push(way);
    else for (const step of before.get(way[0]!) ?? []) open.push([step, ...way]);
  }
  return ways;
}

/** The shortest ways from a kind up to what it is a kind of, from start to end, whichever is the narrower. */
function findClimbs(upwards: Neighbours, start: string, end: string): Shortest | undefined {
  const up = shortest(upwards, start, end);
  if (up) return up;
  const down = shortest(upwards, end, start);
  return down && { ...down, ways: down.ways.map((nodes) => [...nodes].reverse()) };
}

function join(atlas: Atlas, nodes: readonly string[], derived: boolean): readonly (readonly DisplayEdge[])[] {
  return nodes.slice(1).map((there, index) => {
    const here = nodes[index]!;
    const edges = (atlas.edgesAt.get(here) ?? []).filter(
      (edge) => (derived || !edge.derived) && ((edge.from === here && edge.to === there) || (edge.from === there && edge.to === here)),
    );
    // What only says another claim the other way round is no second one.
    const own = edges.filter(({ id }) => !atlas.mirrors.has(id));
    return [...(own.length > 0 ? own : edges)].sort((a, b) => Number(b.from === here) - Number(a.from === here));
  });
}

function compare(one: readonly string[], other: readonly string[]): number {
  for (const [index, id] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    if (id !== against) return id < against ? -1 : 1;
  }
  return one.length - other.length;
}

/** What the ways lift out of the rest: one of them, or all. */
export function liftWays({ ways }: Found, only: number | undefined): Emphasis | undefined {
  const one = only === undefined ? undefined : ways[only];
  const lifted = one ? [one] : ways;
  if (lifted.length === 0) return undefined;
  return {
    nodes: new Set(lifted.flatMap(({ nodes }) => nodes)),
    edges: new Set(lifted.flatMap(({ steps }) => steps.flat().map(({ id }) => id))),
  };
}

/** A way is seen whole, whatever the filter hides. */
export function addLifted(shown: Shown, lifted: Emphasis | undefined): Shown {
  if (!lifted) return shown;
  return { nodes: new Set([...shown.nodes, ...lifted.nodes]), edges: new Set([...shown.edges, ...lifted.edges]) };
}

/** Whether something else than a part of the ways is selected. */
export function isBeside(found: Found, only: number | undefined, selection: Selection): boolean {
  const lifted = liftWays(found, only);
  if (!lifted || selection.kind === "none") return false;
  return !(selection.kind === "node" ? lifted.nodes : lifted.edges).has(selection.id);
}

/** The ways stay lifted out while nothing else than a part of them is selected. */
export function chooseEmphasis(lifted: Emphasis | undefined, selected: Emphasis | undefined, selection: Selection): Emphasis | undefined {
  if (!lifted || selection.kind === "none") return lifted ?? selected;
  const isOnTheWay = selection.kind === "node" ? lifted.nodes.has(selection.id) : lifted.edges.has(selection.id);
  return isOnTheWay ? lifted : selected;
}
