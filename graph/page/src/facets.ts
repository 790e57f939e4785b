/** How many statements each choice of a facet would show, given what is chosen of all others. */
import type { Atlas } from "./atlas";
import { findShown, isAmong, originOf, type Filter, type Origin } from "./filter";
import { groundsOf } from "./grounds";
import type { Selection } from "./hash";

export interface FacetCounts {
  readonly origins: ReadonlyMap<Origin, number>;
  readonly modalities: ReadonlyMap<string, number>;
  readonly sources: ReadonlyMap<string, number>;
}

export function countFacets(atlas: Atlas, filter: Filter, selection: Selection): FacetCounts {
  const origins = new Map<Origin, number>();
  const modalities = new Map<string, number>();
  const sources = new Map<string, number>();
  const open: Filter = { ...filter, stated: true, ours: true, derived: true, modalities: new Set(), sources: new Set() };
  for (const id of findShown(atlas, open, selection).edges) {
    const edge = atlas.edges.get(id)!;
    const grounds = groundsOf(atlas, edge);
    const [firm, from] = [grounds.filter((each) => isAmong(filter.modalities, each.modality)), grounds.filter((each) => isAmong(filter.sources, each.source))];
    const isWhole = filter.modalities.size + filter.sources.size === 0 || firm.some((each) => from.includes(each));
    if (isWhole) add(origins, originOf(edge));
    if (!filter[originOf(edge)]) continue;
    for (const modality of new Set(from.map((each) => each.modality))) add(modalities, modality);
    for (const source of new Set(firm.map((each) => each.source))) add(sources, source);
  }
  return { origins, modalities, sources };
}

/** What a facet offers: everything that some statement rests on, in the order of the data. */
export function optionsOf(atlas: Atlas): { readonly modalities: readonly string[]; readonly sources: readonly string[] } {
  const grounds = [...atlas.edges.values()].flatMap((edge) => groundsOf(atlas, edge));
  return {
    modalities: inOrder(grounds.map(({ modality }) => modality), atlas.modalities),
    sources: inOrder(grounds.map(({ source }) => source), atlas.sources),
  };
}

function inOrder(used: readonly (string | undefined)[], described: ReadonlyMap<string, unknown>): readonly string[] {
  const ids = new Set(used.filter((id) => id !== undefined));
  return [...[...described.keys()].filter((id) => ids.has(id)), ...[...ids].filter((id) => !described.has(id))];
}

function add<K>(counts: Map<K, number>, key: K | undefined): void {
  if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
}
