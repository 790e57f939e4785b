/** What is said of one concept, in sectors: one a relation, and none of the neighbours twice. */
import { otherEnd, shortId, type Atlas } from "../../atlas";
import type { DisplayEdge } from "../../display";
import { originOf, type Filter } from "../../filter";

/** Statements that say the same, equally firmly and in the same direction, of several neighbours. */
export interface Relation {
  readonly id: string;
  /** Whether its arrows lead away from the concept in the middle. */
  readonly isOut: boolean;
  readonly edges: readonly DisplayEdge[];
}

/** Several neighbours with one relation, or one neighbour with several. */
export interface Sector {
  readonly id: string;
  readonly relations: readonly Relation[];
  readonly neighbours: readonly string[];
}

export interface Neighbourhood {
  readonly sectors: readonly Sector[];
  /** How many statements the legend has switched off. */
  readonly leftOut: number;
  /** How many derived statements there are, shown or not. */
  readonly derived: number;
  readonly hidden: readonly string[];
}

export interface Wishes {
  readonly filter: Filter;
  readonly derivedToo: boolean;
  readonly hidden: ReadonlySet<string>;
}

export function findNeighbourhood(atlas: Atlas, middle: string, { filter, derivedToo, hidden }: Wishes): Neighbourhood {
  const all = tellable(atlas, middle);
  const asked = all.filter(({ derived }) => derivedToo || !derived);
  const kept = asked.filter((edge) => isWanted(atlas, filter, edge, otherEnd(edge, middle)));
  return {
    sectors: intoSectors(atlas, middle, kept.filter((edge) => !hidden.has(otherEnd(edge, middle)))),
    leftOut: asked.length - kept.length,
    derived: all.filter(({ derived }) => derived).length,
    hidden: [...new Set(kept.map((edge) => otherEnd(edge, middle)))].filter((id) => hidden.has(id)),
  };
}

/** Each statement once: what only says another again, the other way round or with the same verb, is left out. */
export function tellable(atlas: Atlas, node: string): readonly DisplayEdge[] {
  return (atlas.edgesAt.get(node) ?? []).filter((edge) => edge.from !== edge.to && !atlas.mirrors.has(edge.id) && !isEcho(atlas, edge));
}

/** "Is, directly or by way of others, a kind of" beside "is a kind of": SKOS names it after what it repeats. */
function isEcho(atlas: Atlas, edge: DisplayEdge): boolean {
  if (!edge.derived || edge.proof?.premises.length !== 1) return false;
  const premise = atlas.edges.get(edge.proof.premises[0]!);
  return premise !== undefined && premise.from === edge.from && premise.to === edge.to && [premise.property, `${premise.property}Transitive`].includes(edge.property);
}

/** How much of all else is shown doesn't matter here, but what was switched off stays away. */
export function isWanted(atlas: Atlas, filter: Filter, edge: DisplayEdge, other: string): boolean {
  const node = atlas.nodes.get(other);
  if (!node || !filter[originOf(edge)] || filter.properties.get(edge.property) === "none") return false;
  return filter.classes.get(node.class) !== "none" || filter.revealed.has(other);
}

function intoSectors(atlas: Atlas, middle: string, edges: readonly DisplayEdge[]): readonly Sector[] {
  const order = new Map([...atlas.properties.keys()].map((id, index) => [id, index]));
  const places = new Map(edges.map((edge) => [relationOf(edge, middle), rank(edge, order)]));
  const byNeighbour = new Map<string, DisplayEdge[]>();
  for (const edge of edges) push(byNeighbour, otherEnd(edge, middle), edge);
  const groups = new Map<string, { edges: DisplayEdge[]; neighbours: string[] }>();
  for (const [neighbour, its] of byNeighbour) {
    const relations = new Set(its.map((edge) => relationOf(edge, middle)));
    const id = relations.size === 1 ? [...relations][0]! : `at ${neighbour}`;
    const group = groups.get(id) ?? { edges: [], neighbours: [] };
    group.edges.push(...its);
    group.neighbours.push(neighbour);
    groups.set(id, group);
  }
  const name = (id: string) => atlas.nodes.get(id)?.label ?? id;
  return [...groups]
    .map(([id, group]) => ({
      id,
      relations: intoRelations(group.edges, middle, places),
      neighbours: group.neighbours.sort((a, b) => name(a).localeCompare(name(b), atlas.display.language)),
    }))
    .sort((a, b) => comparePlaces(places, a.relations[0]!.id, b.relations[0]!.id) || compare(a.id, b.id));
}

function intoRelations(edges: readonly DisplayEdge[], middle: string, places: ReadonlyMap<string, Rank>): readonly Relation[] {
  const byId = new Map<string, DisplayEdge[]>();
  for (const edge of edges) push(byId, relationOf(edge, middle), edge);
  return [...byId]
    .map(([id, its]) => ({ id, isOut: its[0]!.from === middle, edges: its }))
    .sort((a, b) => comparePlaces(places, a.id, b.id));
}

/** What one label on the way can say of all its arrows: property, direction, origin, quantity and firmness. */
function relationOf(edge: DisplayEdge, middle: string): string {
  const direction = edge.from === middle ? "out" : "in";
  return [edge.property, direction, originOf(edge), edge.ours, edge.negative, edge.quantifier, ...edge.modalities].join(" ");
}

/** In the legend's order; stated before ours before derived. */
type Rank = readonly [number, number, string];

function rank(edge: DisplayEdge, order: ReadonlyMap<string, number>): Rank {
  return [order.get(edge.property) ?? Infinity, edge.derived ? 2 : edge.ours ? 1 : 0, edge.modalities.map(shortId).join()];
}

function comparePlaces(places: ReadonlyMap<string, Rank>, one: string, other: string): number {
  const [a, b] = [places.get(one)!, places.get(other)!];
  return (a[0] === b[0] ? 0 : a[0] - b[0]) || a[1] - b[1] || compare(a[2], b[2]) || compare(one, other);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function push<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
