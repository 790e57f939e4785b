/** The map beside an open item would answer it: it is covered until the learner answers, or asks to see it. */
import type { Atlas } from "../../atlas";
import type { QuizItem } from "../../display";
import type { Emphasis } from "../../filter";
import { NOTHING, type Selection } from "../../hash";
import type { State } from "../../state";
import { statementsOf } from "./judging";
import { itemAt, sessionOf } from "./session";

/** The item that waits for its answer, and whether there is one. */
function openItem(state: State): QuizItem | undefined {
  const session = sessionOf(state);
  const item = state.activity.value === "quiz" ? itemAt(session) : undefined;
  return item && !session.answers.value.has(item) ? item : undefined;
}

export function isCovered(state: State): boolean {
  const item = openItem(state);
  return item !== undefined && sessionOf(state).uncovered.value !== item;
}

export function uncover(state: State): void {
  sessionOf(state).uncovered.value = openItem(state);
}

/** Who looks something up while an item is open wants to read it. */
export function followLookingUp(state: State): () => void {
  let [item, selection] = [openItem(state), state.selection.value];
  return () => {
    const [now, chosen] = [openItem(state), state.selection.value];
    if (now === item && chosen.kind !== "none" && !isSame(chosen, selection)) uncover(state);
    [item, selection] = [now, chosen];
  };
}

function isSame(one: Selection, other: Selection): boolean {
  return one.kind === other.kind && (one.kind === "none" || one.id === (other as typeof one).id);
}

/** Once it is answered, what the passages say of it is lifted out of the map. */
export function light(state: State): void {
  const session = sessionOf(state);
  const item = itemAt(session);
  const given = item && session.answers.value.get(item);
  const lit = item && given && given.kind !== "skipped" ? lightOf(state.made, item) : undefined;
  // What was selected before would dim it.
  if (lit && isBeside(lit, state.selection.peek()) && state.lit.peek() === undefined) state.selection.value = NOTHING;
  state.lit.value = lit;
}

/** The statements with their ends, and of a verdict what was asked about, where nothing is said of it. */
export function lightOf(atlas: Atlas, item: QuizItem): Emphasis | undefined {
  const edges = statementsOf(atlas, item);
  const asked = item.kind === "verdict" ? [item.claim.subject, item.claim.object].filter((id) => atlas.nodes.has(id)) : [];
  const nodes = new Set([...edges.flatMap(({ from, to }) => [from, to]), ...asked]);
  return nodes.size > 0 ? { nodes, edges: new Set(edges.map(({ id }) => id)) } : undefined;
}

function isBeside({ nodes, edges }: Emphasis, selection: Selection): boolean {
  return selection.kind !== "none" && !(selection.kind === "node" ? nodes : edges).has(selection.id);
}
