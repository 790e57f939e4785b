/** Which items are played, and in which order: the same seed gives the same run. */
import type { Quiz, QuizItem } from "../../display";

/** In the place of a quiz's id: items from all of them. */
export const MIXED = "";
/** How many items a mixed run has. */
export const MIXED_LENGTH = 10;

/** The same order gives the same run. */
export interface Order {
  readonly isShuffled: boolean;
  /** Of five digits at most: it stands in the address. */
  readonly seed: number;
}

/** What isn't drawn by a number has none, so that the same run always has the same address. */
export function orderOf(chosen: string, isShuffled: boolean, seed: number): Order {
  return { isShuffled, seed: isShuffled || chosen === MIXED ? seed : 0 };
}

export function itemsOf(quizzes: readonly Quiz[], chosen: string, { isShuffled, seed }: Order): readonly QuizItem[] {
  if (chosen !== MIXED) {
    const items = quizzes.find(({ id }) => id === chosen)?.items ?? [];
    return isShuffled ? shuffle(items, seed) : items;
  }
  const all = quizzes.flatMap(({ items }) => items);
  const drawn = shuffle(all, seed).slice(0, MIXED_LENGTH);
  return isShuffled ? drawn : all.filter((item) => drawn.includes(item));
}

/** Fisher and Yates's, with numbers from the seed. */
export function shuffle<T>(items: readonly T[], seed: number): readonly T[] {
  const mixed = [...items];
  const next = numbersFrom(seed);
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}

/** Mulberry32: small, and even enough for a quiz. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
