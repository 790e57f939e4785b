/** Any label in any language leads to its concept, also when mistyped or said in other words. */
import MiniSearch from "minisearch";
import type { Atlas } from "./atlas";
import { shortId } from "./atlas";
import { dropStopWords } from "./stop-words";
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
  readonly words: readonly string[];
}

/** What of a query a label meets: for each word asked, how well (0–1). */
interface Match {
  readonly entry: Entry;
  readonly met: ReadonlyMap<string, number>;
  /** How much of the label was asked for. */
  readonly share: number;
}

/** A hit must meet at least this share of what was asked: about half of the words. */
const WEAK = 0.45;
/** How near the best hit the others must come. */
const NEAR = 0.75;
/** What it is worth to meet all words with one label rather than with several of the concept's labels. */
const TOGETHER = 0.15;

/** Shorter ones stand in words that have nothing to do with them. */
const SHORTEST_PART = 4;

const split = (text: string) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const words = (text: string) => dropStopWords(split(text));

const made = new WeakMap<Atlas, Search>();

/** Made when first asked, and once for all boxes: with thousands of concepts it takes a while. */
export function searchOf(atlas: Atlas): Search {
  const known = made.get(atlas) ?? makeSearch(atlas);
  made.set(atlas, known);
  return known;
}

export function makeSearch(atlas: Atlas): Search {
  const entries = listEntries(atlas);
  const index = new MiniSearch<Entry>({
    fields: ["label"], tokenize: (text) => [...words(text)], processTerm: (term) => term,
  });
  index.addAll(entries);

  const vocabulary = [...new Set(entries.flatMap((entry) => entry.words))];
  const codes = listCodes(atlas);
  return (query, most = 12) => {
    const coded = codes.get(fold(query.trim()));
    if (coded) return coded.slice(0, most);
    const asked = [...new Set(words(query))];
    if (asked.length === 0) return [];
    const last = split(query).at(-1);
    const wholes = {
      queries: asked,
      // A word still being typed may end anywhere.
      prefix: (term: string) => term === last || term.length > 3,
      fuzzy: (term: string) => (term.length < 4 ? false : term.length < 6 ? 1 : 2),
    };
    const parts = { queries: vocabulary.filter((term) => asked.some((word) => isPart(word, term))), prefix: false, fuzzy: false };
    const found = index.search({ queries: [wholes, parts], combineWith: "OR" }, { tokenize: (text) => [text], combineWith: "OR" });
    const matches = found.map(({ id, match }) => matchOf(entries[id as number]!, match, asked));
    return rank(matches, asked, split(query).join(" "), atlas).slice(0, most).map(({ node, label, language }) => ({ node, label, language }));
  };
}

/** By code (`R18`, `NCIT:C2885`) the concepts mapped to it: a code is met whole or not at all. */
function listCodes(atlas: Atlas): ReadonlyMap<string, readonly Hit[]> {
  const codes = new Map<string, Hit[]>();
  for (const node of atlas.nodes.values()) {
    for (const { curie, label } of node.mappings) {
      const hit = { node: node.id, label: label ? `${curie} ${label}` : curie, language: "en" };
      for (const code of new Set([curie, curie.slice(curie.indexOf(":") + 1)].map(fold))) {
        const hits = codes.get(code) ?? [];
        if (!hits.some((known) => known.node === node.id)) codes.set(code, [...hits, hit]);
      }
    }
  }
  return codes;
}

function listEntries(atlas: Atlas): readonly Entry[] {
  const entries: Entry[] = [];
  for (const node of atlas.nodes.values()) {
    const seen = new Set<string>();
    const add = (label: string, language: string) => {
      if (seen.has(label)) return;
      seen.add(label);
      entries.push({ id: entries.length, node: node.id, label, language, words: words(label) });
    };
    add(node.label, atlas.display.language);
    for (const [language, labels] of Object.entries(node.labels)) for (const label of labels) add(label, language);
    add(shortId(node.id).replace(/-/g, " "), "");
  }
  return entries;
}

/** `match` names the words of the index that were found, but not for which of the words asked: each pair is weighed. */
function matchOf(entry: Entry, match: Readonly<Record<string, unknown>>, asked: readonly string[]): Match {
  const found = Object.keys(match);
  const met = new Map<string, number>();
  const covered = new Set<string>();
  for (const word of asked) {
    for (const term of found) {
      const likeness = alike(word, term);
      if (likeness <= (met.get(word) ?? 0)) continue;
      met.set(word, likeness);
      covered.add(term);
    }
  }
  return { entry, met, share: covered.size / Math.max(1, entry.words.length) };
}

/** Whether a word is part of a compound, not only its beginning: `erguss` of `pleuraerguss`. */
function isPart(asked: string, term: string): boolean {
  return asked.length >= SHORTEST_PART && term.indexOf(asked, 1) > 0;
}

/** 1 for the same word, less for its beginning, for another part of it, and for each letter that is wrong; 0 for another word. */
function alike(asked: string, term: string): number {
  if (asked === term) return 1;
  if (term.startsWith(asked)) return 0.9 - 0.2 * (1 - asked.length / term.length);
  if (isPart(asked, term)) return (term.endsWith(asked) ? 0.8 : 0.65) - 0.1 * (1 - asked.length / term.length);
  const most = asked.length < 4 ? 0 : asked.length < 6 ? 1 : 2;
  const slips = distance(asked, term, most);
  return slips > most ? 0 : 0.9 - (0.9 * slips) / Math.min(asked.length, term.length);
}

/** Letters to change, add or leave out, and neighbours to swap; more than `most` counts as one more. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length]!;
}

interface Ranked extends Hit {
  readonly score: number;
  readonly coverage: number;
}

/** By how many of the words are met, in one label or in several of the concept's, then by how much else the label says. */
function rank(matches: readonly Match[], asked: readonly string[], exact: string, atlas: Atlas): readonly Ranked[] {
  const byNode = new Map<string, Match[]>();
  for (const match of matches) byNode.set(match.entry.node, [...(byNode.get(match.entry.node) ?? []), match]);
  const ranked = [...byNode].map(([id, own]): Ranked => {
    const node = atlas.nodes.get(id)!;
    const scored = own.map((match) => ({ match, score: coverageOf([match], asked) + 0.3 * match.share + bonus(match.entry, exact, node.label) }));
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
    const alone = coverageOf([best.match], asked);
    const together = Math.max(alone, coverageOf(own, asked) - TOGETHER);
    const { node: name, label, language } = best.match.entry;
    return { node: name, label, language, coverage: together, score: best.score - alone + together + (node.core ? 0.04 : 0) };
  });
  const most = ranked.reduce((least, { coverage }) => Math.max(least, coverage), 0);
  return ranked
    .filter(({ coverage }) => (asked.length === 1 || coverage >= WEAK) && coverage >= NEAR * most)
    .sort((a, b) => b.score - a.score || (a.node < b.node ? -1 : 1));
}

function coverageOf(matches: readonly Match[], asked: readonly string[]): number {
  const sum = asked.reduce((total, word) => total + Math.max(0, ...matches.map(({ met }) => met.get(word) ?? 0)), 0);
  return sum / asked.length;
}

function bonus(entry: Entry, exact: string, preferred: string): number {
  const label = split(entry.label).join(" ");
  return (label === exact ? 0.3 : label.startsWith(exact) ? 0.06 : 0) + (entry.label === preferred ? 0.03 : 0);
}
