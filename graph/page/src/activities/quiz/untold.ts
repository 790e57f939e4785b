/** What of a passage may be read before an answer is given: all but what is asked. */
import type { Atlas } from "../../atlas";
import type { DisplayEdge, QuizItem } from "../../display";
import { conceptsOf, isStatedBy } from "./judging";

/**
 * The statements of the passage that give nothing away. Whether anything is kept back doesn't depend on what the passage
 * says of the question, or its absence would be an answer.
 */
export function readableBefore(atlas: Atlas, item: QuizItem, passage: string): readonly DisplayEdge[] {
  const isAsked = askedBy(atlas, item);
  return [...atlas.edges.values()].filter((edge) => isStatedBy(edge, [passage]) && !isAsked(edge));
}

function askedBy(atlas: Atlas, item: QuizItem): (edge: DisplayEdge) => boolean {
  if (item.kind === "choice") {
    const [choices, about] = [new Set(item.choices.map(({ node }) => node)), new Set(item.edges)];
    return ({ id, from, to }) => about.has(id) || choices.has(from) || choices.has(to);
  }
  if (item.kind === "verdict") {
    const { subject, object } = item.claim;
    const about = new Set(item.edges);
    return ({ id, from, to }) => about.has(id) || (from === subject && to === object) || (from === object && to === subject);
  }
  const [given, concepts] = [new Set(item.given), new Set(conceptsOf(atlas, item))];
  return ({ id, from, to }) => !given.has(id) && concepts.has(from) && concepts.has(to);
}
