/** Any label in any language leads to its concept, also when mistyped. */
import MiniSearch from "minisearch";
import type { Atlas } from "./atlas";
import { shortId } from "./atlas";
import { fold } from "./words";

export interface Hit {
  readonly node: string;
  /** The label that matched, and its language. */
  readonly label: string;
  readonly language: string;
}

export type Search = (query: string, most?: number) => readonly Hit[];

interface Entry extends Hit {
  readonly id: number;
}

const words = (text: string) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

export function makeSearch(atlas: Atlas): Search {
  const entries: Entry[] = [];
  for (const node of atlas.nodes.values()) {
    const seen = new Set<string>();
    const add = (label: string, language: string) => {
      if (seen.has(label)) return;
      seen.add(label);
      entries.push({ id: entries.length, node: node.id, label, language });
    };
    add(node.label, atlas.display.language);
    for (const [language, labels] of Object.entries(node.labels)) for (const label of labels) add(label, language);
    add(shortId(node.id).replace(/-/g, " "), "");
  }
  const index = new MiniSearch<Entry>({ fields: ["label"], tokenize: words, processTerm: (term) => term });
  index.addAll(entries);

  return (query, most = 12) => {
    const asked = words(query);
    if (asked.length === 0) return [];
    const exact = asked.join(" ");
    const search = (combineWith: "AND" | "OR") =>
      index.search(query, {
        combineWith,
        prefix: (term, position, terms) => position === terms.length - 1 || term.length > 3,
        fuzzy: (term) => (term.length < 4 ? false : term.length < 6 ? 1 : 2),
        boostDocument: (id) => boost(entries[id as number]!, exact, atlas),
      });
    const found = search("AND");
    const hits = new Map<string, Hit>();
    for (const { id } of found.length > 0 ? found : search("OR")) {
      const { node, label, language } = entries[id as number]!;
      if (!hits.has(node)) hits.set(node, { node, label, language });
      if (hits.size >= most) break;
    }
    return [...hits.values()];
  };
}

function boost(entry: Entry, exact: string, atlas: Atlas): number {
  const label = words(entry.label).join(" ");
  const node = atlas.nodes.get(entry.node)!;
  return (label === exact ? 8 : label.startsWith(exact) ? 2 : 1) * (entry.label === node.label ? 1.5 : 1) * (node.core ? 1.2 : 1);
}
