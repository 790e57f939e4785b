/** What the passages say of an answer. The world is open: what they don't name is not thereby denied. */
import type { Atlas } from "../../atlas";
import type { ChoiceItem, DisplayEdge, MapItem, QuizItem, Verdict, VerdictItem } from "../../display";

/** What a choice turned out to be: one that is named and was not ticked is missed, silence is never a "no". */
export type Outcome = "named" | "missed" | "not-said" | "denied";

export interface JudgedChoice {
  readonly node: string;
  readonly isTicked: boolean;
  readonly outcome: Outcome;
}

export function judgeChoices(item: ChoiceItem, ticked: ReadonlySet<string>): readonly JudgedChoice[] {
  return item.choices.map(({ node, verdict }) => {
    const isTicked = ticked.has(node);
    return { node, isTicked, outcome: verdict === "named" && !isTicked ? "missed" : verdict };
  });
}

export interface Link {
  readonly from: string;
  readonly property: string;
  readonly to: string;
}

export type LinkOutcome =
  /** One of the missing links; one that stands there already; one that the passages state although nobody asked for it. */
  | { readonly kind: "missing" | "there" | "also"; readonly edge: string }
  /** The passages state it the other way round; or they state a negative between the two. */
  | { readonly kind: "reverse" | "negative"; readonly edge: string }
  | { readonly kind: "not-named" };

/** `drawn` holds what stands on the map already. */
export function judgeLink(atlas: Atlas, item: MapItem, drawn: ReadonlySet<string>, link: Link): LinkOutcome {
  const stated = statedBetween(atlas, item.passages, link.from, link.to);
  const found = stated.find((edge) => edge.from === link.from && edge.property === link.property && !edge.negative);
  if (found && drawn.has(found.id)) return { kind: "there", edge: found.id };
  if (found) return { kind: item.missing.includes(found.id) ? "missing" : "also", edge: found.id };
  const reverse = stated.find((edge) => edge.from === link.to && edge.property === link.property && !edge.negative);
  if (reverse) return { kind: "reverse", edge: reverse.id };
  const negative = stated.find((edge) => edge.from === link.from && edge.negative);
  return negative ? { kind: "negative", edge: negative.id } : { kind: "not-named" };
}

function statedBetween(atlas: Atlas, passages: readonly string[], one: string, other: string): readonly DisplayEdge[] {
  return (atlas.edgesAt.get(one) ?? []).filter((edge) => (edge.from === other || edge.to === other) && isStatedBy(edge, passages));
}

export function isStatedBy(edge: DisplayEdge, passages: readonly string[]): boolean {
  return !edge.derived && edge.evidence.some(({ passage }) => passages.includes(passage));
}

/** What may come to stand on the map: every statement that its passages make between its concepts. */
export function linksOf(atlas: Atlas, item: MapItem): readonly DisplayEdge[] {
  const nodes = new Set(conceptsOf(atlas, item));
  return [...atlas.edges.values()].filter((edge) =>
    nodes.has(edge.from) && nodes.has(edge.to) && !edge.negative && isStatedBy(edge, item.passages));
}

/** The map's concepts, in the order in which its links name them. */
export function conceptsOf(atlas: Atlas, item: MapItem): readonly string[] {
  return [...new Set(edgesOf(atlas, [...item.given, ...item.missing]).flatMap(({ from, to }) => [from, to]))];
}

/** The relations to choose from, in the order of the legend. */
export function relationsOf(atlas: Atlas, item: MapItem): readonly string[] {
  const used = new Set(edgesOf(atlas, [...item.given, ...item.missing]).map(({ property }) => property));
  return [...atlas.properties.keys()].filter((id) => used.has(id));
}

export function edgesOf(atlas: Atlas, ids: readonly string[]): readonly DisplayEdge[] {
  return ids.flatMap((id) => atlas.edges.get(id) ?? []);
}

/** The statements of its passages that answer an item; a denied claim is answered by the negative that they state. */
export function statementsOf(atlas: Atlas, item: QuizItem): readonly DisplayEdge[] {
  if (item.kind === "map") return edgesOf(atlas, [...item.given, ...item.missing]);
  const stated = edgesOf(atlas, item.edges).filter((edge) => isStatedBy(edge, item.passages));
  return [...stated, ...claimsOf(atlas, item, stated).flatMap(([from, to]) =>
    statedBetween(atlas, item.passages, from, to).filter((edge) => edge.negative && edge.from === from))];
}

/** The pairs of concepts of which a passage denies something. */
function claimsOf(atlas: Atlas, item: ChoiceItem | VerdictItem, stated: readonly DisplayEdge[]): readonly (readonly [string, string])[] {
  if (item.kind === "verdict") return item.answer === "denied" ? [[item.claim.subject, item.claim.object]] : [];
  const named = new Set(item.choices.map(({ node }) => node));
  const denied = item.choices.filter(({ verdict }) => verdict === "denied").map(({ node }) => node);
  // The other end is what the named choices share.
  const shared = stated.find((edge) => named.has(edge.from) !== named.has(edge.to)) ?? edgesOf(atlas, item.edges)[0];
  if (!shared) return [];
  const asksForSubject = named.has(shared.from);
  return denied.map((node) => (asksForSubject ? [node, shared.to] : [shared.from, node]));
}

export type Answer =
  | { readonly kind: "choice"; readonly ticked: ReadonlySet<string> }
  | { readonly kind: "verdict"; readonly given: Verdict }
  /** What the learner put back; what was only shown is not among it. */
  | { readonly kind: "map"; readonly found: ReadonlySet<string> }
  | { readonly kind: "skipped" };

export interface Score {
  readonly named: number;
  readonly of: number;
  /** Whether it is worth a second look. */
  readonly again: boolean;
}

export function scoreOf(item: QuizItem, answer: Answer | undefined): Score {
  if (item.kind === "choice") {
    const ticked = answer?.kind === "choice" ? answer.ticked : new Set<string>();
    const right = item.choices.filter(({ verdict }) => verdict === "named");
    const named = right.filter(({ node }) => ticked.has(node)).length;
    return { named, of: right.length, again: named < right.length || ticked.size > named };
  }
  if (item.kind === "verdict") {
    const isSame = answer?.kind === "verdict" && answer.given === item.answer;
    return { named: Number(isSame), of: 1, again: !isSame };
  }
  const found = answer?.kind === "map" ? answer.found : new Set<string>();
  const named = item.missing.filter((id) => found.has(id)).length;
  return { named, of: item.missing.length, again: named < item.missing.length };
}
