/** What is shown: the core first, more on demand, and nothing that has been switched off. */
import type { Atlas } from "./atlas";
import { otherEnd } from "./atlas";
import type { DisplayEdge } from "./display";
import { groundsOf } from "./grounds";
import type { Selection } from "./hash";

/** For a class or a property: only its core, all of it, or none. */
export type Level = "core" | "all" | "none";

export interface Filter {
  /** Classes and properties not listed stand at `level`. */
  readonly level: Level;
  readonly classes: ReadonlyMap<string, Level>;
  readonly properties: ReadonlyMap<string, Level>;
  /** Concepts brought in one by one, by search or by a click in the details. */
  readonly revealed: ReadonlySet<string>;
  readonly stated: boolean;
  readonly ours: boolean;
  readonly derived: boolean;
  /** How firmly it must be said, and by whom; nothing chosen is all. */
  readonly modalities: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

/** What can be chosen of besides classes, properties and origins. */
export const FACETS = ["modalities", "sources"] as const;
export type Facet = (typeof FACETS)[number];

/** Where a statement comes from: a source, ourselves, a rule. */
export const ORIGINS = ["stated", "ours", "derived"] as const;
export type Origin = (typeof ORIGINS)[number];

export function originOf(edge: DisplayEdge): Origin {
  return edge.derived ? "derived" : edge.ours ? "ours" : "stated";
}

export const CORE: Filter = {
  level: "core", classes: new Map(), properties: new Map(), revealed: new Set(), stated: true, ours: true, derived: true,
  modalities: new Set(), sources: new Set(),
};
export const EVERYTHING: Filter = { ...CORE, level: "all" };

/** Whether anything but the amount has been chosen. */
export function isNarrowed(filter: Filter): boolean {
  const isChosen = [filter.classes, filter.properties, filter.modalities, filter.sources].some(({ size }) => size > 0);
  return isChosen || !ORIGINS.every((origin) => filter[origin]);
}

export interface Shown {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

export function findShown(atlas: Atlas, filter: Filter, selection: Selection): Shown {
  const nodes = new Set<string>();
  for (const node of atlas.nodes.values()) {
    const level = filter.classes.get(node.class) ?? filter.level;
    if (filter.revealed.has(node.id) || level === "all" || (level === "core" && node.core)) nodes.add(node.id);
  }
  const edges = new Set<string>();
  for (const edge of atlas.edges.values()) {
    const isChosen = selection.kind === "edge" && selection.id === edge.id;
    if (nodes.has(edge.from) && nodes.has(edge.to) && (isChosen || isEdgeShown(atlas, filter, selection, edge))) {
      edges.add(edge.id);
    }
  }
  return { nodes, edges };
}

export function isSameShown(one: Shown, other: Shown): boolean {
  const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>) => a.size === b.size && [...a].every((id) => b.has(id));
  return isSame(one.nodes, other.nodes) && isSame(one.edges, other.edges);
}

function isEdgeShown(atlas: Atlas, filter: Filter, selection: Selection, edge: DisplayEdge): boolean {
  return filter[originOf(edge)] && isLevelShown(atlas, filter, selection, edge) && isGrounded(atlas, filter, edge);
}

/** Whether what was switched off lets a statement be read; how much is drawn doesn't matter there. */
export function isReadable(atlas: Atlas, filter: Filter, edge: DisplayEdge): boolean {
  return filter[originOf(edge)] && filter.properties.get(edge.property) !== "none" && isGrounded(atlas, filter, edge);
}

/** One and the same passage must be of a chosen source and as firm as chosen. */
export function isGrounded(atlas: Atlas, { modalities, sources }: Pick<Filter, Facet>, edge: DisplayEdge): boolean {
  if (modalities.size === 0 && sources.size === 0) return true;
  return groundsOf(atlas, edge).some((ground) => isAmong(modalities, ground.modality) && isAmong(sources, ground.source));
}

export function isAmong(chosen: ReadonlySet<string>, id: string | undefined): boolean {
  return chosen.size === 0 || (id !== undefined && chosen.has(id));
}

function isLevelShown(atlas: Atlas, filter: Filter, selection: Selection, edge: DisplayEdge): boolean {
  const level = filter.properties.get(edge.property) ?? filter.level;
  if (level === "none") return false;
  if (edge.core || filter.properties.get(edge.property) === "all") return true;
  // What an edge says the other way round would be drawn over it.
  if (atlas.mirrors.has(edge.id)) return false;
  if (level === "all") return true;
  // What a rule derives is read in the details; drawn unasked, it would cover what is stated.
  if (edge.derived) return false;
  const touches = selection.kind === "node" && (edge.from === selection.id || edge.to === selection.id);
  return touches || !isCorePair(atlas, edge);
}

/** A core concept's further edges wait; those of a concept that was brought in come with it. */
function isCorePair(atlas: Atlas, edge: DisplayEdge): boolean {
  return Boolean(atlas.nodes.get(edge.from)?.core && atlas.nodes.get(edge.to)?.core);
}

export interface Emphasis {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** What the selection lifts out of the rest, or undefined when nothing is selected. */
export function findEmphasis(atlas: Atlas, shown: Shown, selection: Selection): Emphasis | undefined {
  if (selection.kind === "node") {
    const edges = (atlas.edgesAt.get(selection.id) ?? []).filter(({ id }) => shown.edges.has(id));
    const nodes = new Set([selection.id, ...edges.map((edge) => otherEnd(edge, selection.id))]);
    return { nodes, edges: new Set(edges.map(({ id }) => id)) };
  }
  const edge = selection.kind === "edge" ? atlas.edges.get(selection.id) : undefined;
  return edge && { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id]) };
}

export type Share = "all" | "some" | "none";

export function shareOf(shown: number, total: number): Share {
  return shown === 0 ? "none" : shown < total ? "some" : "all";
}

/** A click on a three-way box: what is partly there comes whole, what is whole goes. */
export function nextLevel(share: Share): Level {
  return share === "all" ? "none" : "all";
}
