/** Triples as nodes and lines: which are drawn, and with which words. */
import type { Row, Term } from "../../engine/protocol";
import { textOf, type Reading } from "./terms";

/** More would be a ball of wool. */
export const MOST_DRAWN = 200;
const LONGEST_LABEL = 42;

export interface DrawnNode {
  readonly id: string;
  readonly label: string;
  /** The concept's id in the map, if it is one. */
  readonly concept: string | undefined;
  readonly isLiteral: boolean;
}

export interface DrawnLine {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

export interface AnswerGraph {
  readonly nodes: readonly DrawnNode[];
  readonly lines: readonly DrawnLine[];
  /** How many nodes are left out. */
  readonly hidden: number;
}

export function makeGraph(rows: readonly Row[], reading: Reading, most: number = MOST_DRAWN): AnswerGraph {
  const nodes = new Map<string, DrawnNode>();
  const left = new Set<string>();
  const lines: DrawnLine[] = [];
  const place = (term: Term | undefined, of: string): string | undefined => {
    if (!term) return undefined;
    // Equal texts of two concepts are two boxes: drawn as one, they would seem to have to do with one another.
    const id = term.type === "literal" ? `${of} ${JSON.stringify(term)}` : JSON.stringify(term);
    if (!nodes.has(id) && nodes.size >= most) {
      left.add(id);
      return undefined;
    }
    if (!nodes.has(id)) nodes.set(id, { id, label: cut(textOf(term, reading)), concept: conceptOf(term, reading), isLiteral: term.type === "literal" });
    return id;
  };
  for (const [index, { subject, predicate, object }] of rows.entries()) {
    const from = place(subject, "");
    const to = from && place(object, `${index}`);
    if (from && to) lines.push({ id: `${index}`, from, to, label: cut(textOf(predicate, reading)) });
  }
  return { nodes: [...nodes.values()], lines, hidden: left.size };
}

function conceptOf(term: Term, reading: Reading): string | undefined {
  return term.type === "uri" && typeof term.value === "string" ? reading.nodes.get(term.value)?.id : undefined;
}

function cut(text: string): string {
  const letters = [...text.replace(/\s+/g, " ")];
  return letters.length > LONGEST_LABEL ? `${letters.slice(0, LONGEST_LABEL - 1).join("")}…` : letters.join("");
}
