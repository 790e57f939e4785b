/** What a statement rests on: for each passage its source and how firmly it speaks. */
import { shortId, type Atlas } from "./atlas";
import type { DisplayEdge } from "./display";

export interface Ground {
  readonly source: string | undefined;
  readonly modality: string | undefined;
}

const known = new WeakMap<Atlas, ReadonlyMap<string, readonly Ground[]>>();

/** Worked out once for an atlas, since a filter asks for all of them again and again. */
export function groundsOf(atlas: Atlas, edge: DisplayEdge): readonly Ground[] {
  let all = known.get(atlas);
  if (!all) {
    all = new Map([...atlas.edges.values()].map((each) => [each.id, findGrounds(atlas, each)]));
    known.set(atlas, all);
  }
  return all.get(edge.id) ?? [];
}

function findGrounds(atlas: Atlas, edge: DisplayEdge): readonly Ground[] {
  if (edge.derived) {
    // It is no firmer than the least firm of what it leans on, and speaks for every source of it.
    const modality = edge.modalities.at(-1);
    const sources = sourcesOf(atlas, edge);
    return (sources.length > 0 ? sources : [undefined]).map((source) => ({ source, modality }));
  }
  const said = edge.evidence.map(({ passage }) => {
    const from = atlas.passages.get(passage);
    return { source: from?.source, modality: from?.modality };
  });
  return said.length > 0 ? said : edge.modalities.map((modality) => ({ source: undefined, modality }));
}

/** The sources of a statement, or of everything that it was derived from. */
export function sourcesOf(atlas: Atlas, edge: DisplayEdge): readonly string[] {
  return [...gatherSources(atlas, edge, new Set())];
}

function gatherSources(atlas: Atlas, edge: DisplayEdge, seen: Set<string>): Set<string> {
  const sources = new Set(edge.evidence.flatMap(({ passage }) => atlas.passages.get(passage)?.source ?? []));
  seen.add(edge.id);
  for (const id of edge.proof?.premises ?? []) {
    const premise = seen.has(id) ? undefined : atlas.edges.get(id);
    if (premise) for (const source of gatherSources(atlas, premise, seen)) sources.add(source);
  }
  return sources;
}

/** A name for what a facet offers, also when the data speaks of something that it doesn't describe. */
export function nameOfModality(atlas: Atlas, id: string): { readonly text: string; readonly lang: string; readonly explanation: string } {
  const modality = atlas.modalities.get(id);
  return modality ? { text: modality.label, lang: modality.lang, explanation: modality.explanation } : { text: shortId(id), lang: "und", explanation: "" };
}

export function nameOfSource(atlas: Atlas, id: string): string {
  return atlas.sources.get(id)?.title ?? id;
}
