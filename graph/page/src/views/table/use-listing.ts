/** The rows of a list as the reader has asked for them: found, sorted, cut into pages. */
import { useMemo } from "preact/hooks";
import { language } from "../../messages";
import { cutPage, findRows, sortRows, type Column, type Page } from "./listing";
import type { List, TableState } from "./table-state";

export interface Listing<Row> {
  readonly rows: readonly Row[];
  readonly page: Page<Row>;
}

export function useListing<Row>(
  table: TableState, list: List, all: readonly Row[], columns: readonly Column<Row>[], wordsOf: (row: Row) => string,
): Listing<Row> {
  const [sort, query, lang, asked] = [table.sorts[list].value, table.query.value, language.value, table.page.value];
  const sorted = useMemo(() => sortRows(all, columns, sort, lang), [all, columns, sort, lang]);
  const rows = useMemo(() => findRows(sorted, query, wordsOf), [sorted, query, wordsOf]);
  return useMemo(() => ({ rows, page: cutPage(rows, asked) }), [rows, asked]);
}
