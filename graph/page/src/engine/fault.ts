/** What is wrong with a query, as data: which sentence says it, and where it is. */
import type { FluentVariable } from "@fluent/bundle";

export interface Fault {
  /** A message of the catalogue; it is told what was found there. */
  readonly id: string;
  readonly values: Readonly<Record<string, FluentVariable>>;
  readonly from: number;
  readonly to: number;
  /** Said under the term; the query can be asked nevertheless. */
  readonly isWarning?: boolean;
  /** What may have been meant, each to be written in the place of what stands from `from` to `to`. */
  readonly mends?: readonly string[];
}

export function faultAt(id: string, values: Fault["values"], from: number, to: number): Fault {
  return { id, values, from, to: Math.max(from, to) };
}

/** Line and column, counted from one, as readers and the engine count. */
export function placeOf(query: string, offset: number): { readonly line: number; readonly column: number } {
  const before = query.slice(0, offset);
  return { line: before.split("\n").length, column: [...before.slice(before.lastIndexOf("\n") + 1)].length + 1 };
}
