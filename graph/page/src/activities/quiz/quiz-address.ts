/** An item of a quiz as a few words of the address: `quiz=1-spread-and-sites&item=3`, and the number that a run was shuffled by. */
import type { Quiz, QuizItem } from "../../display";
import { itemsOf, MIXED, orderOf, type Order } from "./runs";

/** An item, counted from 0 in the order of its run; in the address, as readers count, from 1. */
export interface QuizPlace extends Order {
  /** A quiz's id, or MIXED. */
  readonly quiz: string;
  readonly item: number;
}

const MIXED_NAME = "mixed";

/** What the address names, if there is such an item; a quiz without an item begins. */
export function readQuizPlace(asked: URLSearchParams, quizzes: readonly Quiz[]): QuizPlace | undefined {
  const [name, number] = [asked.get("quiz"), asked.get("item")];
  const [shuffled, drawn] = [asked.get("shuffle"), asked.get("draw")];
  const seed = shuffled ?? drawn ?? "0";
  if (!name || (number !== null && !/^[1-9]\d{0,3}$/.test(number)) || !/^\d{1,5}$/.test(seed)) return undefined;
  const isKnown = quizzes.some(({ id }) => id === name);
  if (!isKnown && name !== MIXED_NAME) return undefined;
  const quiz = isKnown ? name : MIXED;
  const place = { quiz, item: number === null ? 0 : Number(number) - 1, ...orderOf(quiz, shuffled !== null, Number(seed)) };
  return itemsOf(quizzes, place.quiz, place)[place.item] && place;
}

export function writeQuizPlace({ quiz, item, isShuffled, seed }: QuizPlace): readonly string[] {
  const parts = [`quiz=${encodeURIComponent(quiz === MIXED ? MIXED_NAME : quiz)}`, `item=${item + 1}`];
  if (isShuffled) parts.push(`shuffle=${seed}`);
  else if (quiz === MIXED) parts.push(`draw=${seed}`);
  return parts;
}

/** Where an item stands in its own quiz: what is played again has no other place. */
export function ownPlaceOf(item: QuizItem, quizzes: readonly Quiz[]): QuizPlace | undefined {
  for (const { id, items } of quizzes) {
    const at = items.indexOf(item);
    if (at >= 0) return { quiz: id, item: at, isShuffled: false, seed: 0 };
  }
  return undefined;
}
