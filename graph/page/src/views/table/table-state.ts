/** How the reader has set up the table: it stays so while another view is looked at. */
import { batch, signal, type Signal } from "@preact/signals";
import type { State } from "../../state";
import type { Sort } from "./listing";

export const LISTS = ["statements", "concepts"] as const;
export type List = (typeof LISTS)[number];

export interface TableState {
  readonly list: Signal<List>;
  readonly query: Signal<string>;
  readonly sorts: Readonly<Record<List, Signal<Sort>>>;
  readonly page: Signal<number>;
  /** Whether each statement's sentence stands beside it. */
  readonly hasSentences: Signal<boolean>;
}

const tables = new WeakMap<State, TableState>();

export function tableOf(state: State): TableState {
  let table = tables.get(state);
  if (!table) {
    table = {
      list: signal<List>("statements"),
      query: signal(""),
      sorts: {
        statements: signal<Sort>({ column: "subject", isDescending: false }),
        concepts: signal<Sort>({ column: "concept", isDescending: false }),
      },
      page: signal(0),
      hasSentences: signal(false),
    };
    tables.set(state, table);
  }
  return table;
}

/** Another list, order or question begins at its first page. */
export function startOver(table: TableState, change: () => void): void {
  batch(() => {
    change();
    table.page.value = 0;
  });
}
