/** How many statements each choice of a facet would show, given what is chosen of all others. */
import type { Atlas } from "./atlas";
import { findShown, isAmong, isGrounded, originOf, ORIGINS, type Filter, type Origin, type Shown } from "./filter";
import { groundsOf } from "./grounds";
import type { Selection } from "./hash";

export interface FacetCounts {
  readonly origins: ReadonlyMap<Origin, number>;
  readonly modalities: ReadonlyMap<string, number>;
  readonly sources: ReadonlyMap<string, number>;
}

/** `found` is what the filter shows, where that is known already. */
export function countFacets(atlas: Atlas, filter: Filter, selection: Selection, found?: Shown): FacetCounts {
  const open: Filter = { ...filter, stated: true, ours: true, derived: true, modalities: new Set(), sources: new Set() };
  const isOpen = ORIGINS.every((origin) => filter[origin]) && filter.modalities.size + filter.sources.size === 0;
  const { edges } = isOpen && found ? found : findShown(atlas, open, selection);
  // Origins are always in sight; the rest is unfolded first, and takes a while with thousands of statements.
  let rest: Pick<FacetCounts, "modalities" | "sources"> | undefined;
  const unfolded = () => (rest ??= countGrounds(atlas, filter, edges));
  return {
    origins: countOrigins(atlas, filter, edges),
    get modalities() {
      return unfolded().modalities;
    },
    get sources() {
      return unfolded().sources;
    },
  };
}

function countOrigins(atlas: Atlas, { modalities, sources }: Filter, edges: Iterable<string>): ReadonlyMap<Origin, number> {
  const counts = new Map<Origin, number>();
  for (const id of edges) {
    const edge = atlas.edges.get(id)!;
    if (isGrounded(atlas, { modalities, sources }, edge)) add(counts, originOf(edge));
  }
  return counts;
}

function countGrounds(atlas: Atlas, filter: Filter, edges: Iterable<string>): Pick<FacetCounts, "modalities" | "sources"> {
  const modalities = new Map<string, number>();
  const sources = new Map<string, number>();
  for (const id of edges) {
    const edge = atlas.edges.get(id)!;
    if (!filter[originOf(edge)]) continue;
    const grounds = groundsOf(atlas, edge);
    const [firm, from] = [grounds.filter((each) => isAmong(filter.modalities, each.modality)), grounds.filter((each) => isAmong(filter.sources, each.source))];
    for (const modality of new Set(from.map((each) => each.modality))) add(modalities, modality);
    for (const source of new Set(firm.map((each) => each.source))) add(sources, source);
  }
  return { modalities, sources };
}

export interface FacetOptions {
  readonly modalities: readonly string[];
  readonly sources: readonly string[];
}

const known = new WeakMap<Atlas, FacetOptions>();

/** What a facet offers: everything that some statement rests on, in the order of the data. */
export function optionsOf(atlas: Atlas): FacetOptions {
  const options = known.get(atlas) ?? findOptions(atlas);
  known.set(atlas, options);
  return options;
}

/** As `groundsOf` would tell, but for all at once: the sources of a derived statement are those of stated ones. */
function findOptions(atlas: Atlas): FacetOptions {
  const [modalities, sources] = [new Set<string | undefined>(), new Set<string | undefined>()];
  const passages = new Set<string>();
  for (const { derived, evidence, modalities: said } of atlas.edges.values()) {
    for (const { passage } of evidence) passages.add(passage);
    if (derived) modalities.add(said.at(-1));
    else if (evidence.length === 0) for (const modality of said) modalities.add(modality);
  }
  for (const id of passages) {
    modalities.add(atlas.passages.get(id)?.modality);
    sources.add(atlas.passages.get(id)?.source);
  }
  return { modalities: inOrder(modalities, atlas.modalities), sources: inOrder(sources, atlas.sources) };
}

function inOrder(used: ReadonlySet<string | undefined>, described: ReadonlyMap<string, unknown>): readonly string[] {
  const ids = new Set([...used].filter((id) => id !== undefined));
  return [...[...described.keys()].filter((id) => ids.has(id)), ...[...ids].filter((id) => !described.has(id))];
}

function add<K>(counts: Map<K, number>, key: K | undefined): void {
  if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
}
