/** The display data with its indexes: everything the page looks up, and nothing that changes. */
import { learnBreaks } from "./wrapping";
import type {
  Display, DisplayClass, DisplayEdge, DisplayNode, DisplayProperty, Modality, Passage, Source,
} from "./display";

export interface Atlas {
  readonly display: Display;
  readonly classes: ReadonlyMap<string, DisplayClass>;
  readonly properties: ReadonlyMap<string, DisplayProperty>;
  readonly modalities: ReadonlyMap<string, Modality>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly passages: ReadonlyMap<string, Passage>;
  readonly nodes: ReadonlyMap<string, DisplayNode>;
  readonly edges: ReadonlyMap<string, DisplayEdge>;
  /** All edges that begin or end at a node. */
  readonly edgesAt: ReadonlyMap<string, readonly DisplayEdge[]>;
  readonly nodesOf: ReadonlyMap<string, readonly DisplayNode[]>;
  readonly edgesOf: ReadonlyMap<string, readonly DisplayEdge[]>;
  /** Derived edges that only say another edge the other way round. */
  readonly mirrors: ReadonlySet<string>;
}

export function openAtlas(display: Display): Atlas {
  learnBreaks(display.breaks);
  const nodes = byId(display.nodes);
  const edges = byId(display.edges.filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)));
  const edgesAt = new Map<string, DisplayEdge[]>();
  for (const edge of edges.values()) {
    append(edgesAt, edge.from, edge);
    if (edge.to !== edge.from) append(edgesAt, edge.to, edge);
  }
  return {
    display,
    classes: byId(display.classes),
    properties: byId(display.properties),
    modalities: byId(display.modalities),
    sources: byId(display.sources),
    passages: byId(display.passages),
    nodes,
    edges,
    edgesAt,
    nodesOf: groupBy(nodes.values(), (node) => node.class),
    edgesOf: groupBy(edges.values(), (edge) => edge.property),
    mirrors: new Set([...edges.values()].filter((edge) => isMirror(edge, edges)).map((edge) => edge.id)),
  };
}

/** "Ascites is relieved by puncture" beside "Puncture relieves ascites". */
function isMirror(edge: DisplayEdge, edges: ReadonlyMap<string, DisplayEdge>): boolean {
  if (!edge.derived || edge.proof?.premises.length !== 1) return false;
  const premise = edges.get(edge.proof.premises[0]!);
  return premise !== undefined && premise.from === edge.to && premise.to === edge.from;
}

/** How firmly an edge is said, firmest first. */
export function modalitiesOf(atlas: Atlas, edge: DisplayEdge): readonly Modality[] {
  return edge.modalities.flatMap((id) => atlas.modalities.get(id) ?? []);
}

/** What limits a statement, as it is drawn beside its verb: of how many it speaks, and how firmly; nothing where it is plainly said of all. */
export function limitsOf(atlas: Atlas, edge: DisplayEdge): readonly string[] {
  const hedges = modalitiesOf(atlas, edge).filter(({ id }) => shortId(id) !== "asserted").map(({ label }) => label);
  return edge.quantifier === null ? hedges : [edge.quantifier, ...hedges];
}

/** Whether nobody says it outright: the page must not look firmer than its sources. */
export function isHedged(edge: DisplayEdge): boolean {
  // A derived statement is as firm as the least firm of what it leans on; a stated one as its firmest passage.
  const weight = edge.derived ? edge.modalities.at(-1) : edge.modalities[0];
  return weight !== undefined && shortId(weight) !== "asserted";
}

/** Whether the atlas's editors worded a concept's definition; those of a reader's own concepts are the reader's. */
export function isOurWording(node: DisplayNode): boolean {
  return node.iri.startsWith("https://w3id.org/metastasis-atlas/concept/");
}

export function otherEnd(edge: DisplayEdge, node: string): string {
  return edge.from === node ? edge.to : edge.from;
}

/** The last part of an id: `concept:ascites` and `https://example.org/x#ascites` give `ascites`. */
export function shortId(id: string): string {
  const end = /[^:/#]+$/.exec(id);
  return end ? end[0] : id;
}

export function groupBy<K, T>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) append(groups, key(item), item);
  return groups;
}

function append<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
