/** The work on one map: what is chosen, what has been put back, and what was said to the last try. */
import type { Atlas } from "../../atlas";
import type { MapItem } from "../../display";
import { judgeLink, type LinkOutcome } from "./judging";

export type Message =
  | { readonly kind: "choose" }
  | { readonly kind: "same" }
  | { readonly kind: "hint"; readonly edge: string; readonly depth: number }
  | { readonly kind: "tried"; readonly from: string; readonly property: string; readonly to: string; readonly outcome: LinkOutcome };

export interface Board {
  readonly from: string;
  readonly to: string;
  /** The missing links that the learner put back, and others that the passages state as well. */
  readonly found: ReadonlySet<string>;
  readonly also: ReadonlySet<string>;
  /** How much has been told of the missing link that is next. */
  readonly depth: number;
  readonly message: Message | undefined;
  /** Counts what was said, so that the same words twice are heard twice. */
  readonly tries: number;
}

export const EMPTY_BOARD: Board = { from: "", to: "", found: new Set(), also: new Set(), depth: 0, message: undefined, tries: 0 };

export function drawnOn(board: Board, item: MapItem): ReadonlySet<string> {
  return new Set([...item.given, ...board.found, ...board.also]);
}

export function leftOn(board: Board, item: MapItem): readonly string[] {
  return item.missing.filter((id) => !board.found.has(id));
}

/** A concept clicked in the drawing: the first is where the link begins, the second where it leads; a third begins anew. */
export function pick(board: Board, node: string): Board {
  if (board.from === node) return { ...board, from: board.to, to: "" };
  if (board.to === node) return { ...board, to: "" };
  if (board.from === "") return { ...board, from: node };
  return board.to === "" ? { ...board, to: node } : { ...board, from: node, to: "" };
}

/** A concept chosen from a list; no link leads from a concept to itself. */
export function chooseEnd(board: Board, end: "from" | "to", node: string): Board {
  const other = end === "from" ? board.to : board.from;
  return node !== "" && node === other ? say(board, { kind: "same" }) : { ...board, [end]: node };
}

export function tryLink(board: Board, atlas: Atlas, item: MapItem, property: string): Board {
  const { from, to } = board;
  if (from === "" || to === "") return say(board, { kind: "choose" });
  if (from === to) return say(board, { kind: "same" });
  const outcome = judgeLink(atlas, item, drawnOn(board, item), { from, property, to });
  const next = say(board, { kind: "tried", from, property, to, outcome });
  if (outcome.kind === "missing") return { ...next, found: new Set(board.found).add(outcome.edge), from: "", to: "", depth: 0 };
  if (outcome.kind === "also") return { ...next, also: new Set(board.also).add(outcome.edge), from: "", to: "" };
  return next;
}

/** The right two concepts and the right relation, the wrong way round: turned, it is put back. */
export function turn(board: Board, atlas: Atlas, item: MapItem): Board {
  const { message } = board;
  if (message?.kind !== "tried" || message.outcome.kind !== "reverse") return board;
  return tryLink({ ...board, from: message.to, to: message.from }, atlas, item, message.property);
}

/** First where a missing link begins, then where it leads, then what it says. */
export function hint(board: Board, atlas: Atlas, item: MapItem): Board {
  const edge = leftOn(board, item).flatMap((id) => atlas.edges.get(id) ?? [])[0];
  if (!edge) return board;
  const depth = Math.min(3, board.depth + 1);
  return { ...say(board, { kind: "hint", edge: edge.id, depth }), depth, from: edge.from, to: depth > 1 ? edge.to : "" };
}

function say(board: Board, message: Message): Board {
  return { ...board, message, tries: board.tries + 1 };
}
