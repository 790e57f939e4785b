/** What may have been meant: the known words that are nearest to one that is unknown. */
import { distance } from "fastest-levenshtein";

/** How much of the longer word must be right. */
const ALIKE = 0.6;

export function nearest(word: string, known: Iterable<string>, most: number): readonly string[] {
  const found: { readonly one: string; readonly likeness: number }[] = [];
  for (const one of known) {
    const longest = Math.max(word.length, one.length);
    // What differs too much in length can't be near.
    if (Math.abs(word.length - one.length) > longest * (1 - ALIKE)) continue;
    const likeness = 1 - distance(word.toLowerCase(), one.toLowerCase()) / longest;
    if (likeness >= ALIKE) found.push({ one, likeness });
  }
  return found.sort((a, b) => b.likeness - a.likeness || (a.one < b.one ? -1 : 1)).slice(0, most).map(({ one }) => one);
}
