/** What the atlas says elsewhere of a choice that the item's passage doesn't name: silence here is no "no". */
import type { Atlas } from "../../atlas";
import type { ChoiceItem, DisplayEdge, QuizItem, VerdictItem } from "../../display";
import { edgesOf, isStatedBy } from "./judging";

/** More would bury the answer; of what is only near it, one is example enough. */
const MOST = 2;

/**
 * First what is stated between the choice and what the item is about, or what it names; where there is nothing, what the
 * relation that is asked for leads to, or comes from, at this choice.
 */
export function saidElsewhere(atlas: Atlas, item: ChoiceItem, node: string): readonly DisplayEdge[] {
  const right = item.choices.filter(({ verdict }) => verdict === "named").map(({ node: one }) => one);
  const named = edgesOf(atlas, item.edges).filter((edge) => isStatedBy(edge, item.passages) && right.includes(edge.from) !== right.includes(edge.to));
  const near = new Set([...right, ...named.flatMap(({ from, to }) => [from, to])]);
  const all = statedAt(atlas, node);
  const direct = all.filter(({ from, to }) => near.has(from === node ? to : from));
  if (direct.length > 0) return direct.slice(0, MOST);
  const example = named[0];
  if (!example) return [];
  const end = right.includes(example.to) ? "to" : "from";
  return all.filter((edge) => edge.property === example.property && edge[end] === node && !edge.negative).slice(0, 1);
}

/** What is stated between the two concepts of a claim on which the passage is silent. */
export function saidBetween(atlas: Atlas, { claim: { subject, object } }: VerdictItem): readonly DisplayEdge[] {
  return statedAt(atlas, subject).filter(({ from, to }) => from === object || to === object).slice(0, MOST);
}

function statedAt(atlas: Atlas, node: string): readonly DisplayEdge[] {
  return (atlas.edgesAt.get(node) ?? []).filter((edge) => !edge.derived && edge.from !== edge.to);
}

/** The passage that an edge is read by here: one that the item doesn't ask about, wherever there is one. */
export function passageOf(edge: DisplayEdge, item: QuizItem): string | undefined {
  return (edge.evidence.find(({ passage }) => !item.passages.includes(passage)) ?? edge.evidence[0])?.passage;
}
