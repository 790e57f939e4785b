/** Rows found, sorted and cut into pages, whatever they hold: pure functions. */
import { fold } from "../../words";

export interface Column<Row> {
  readonly id: string;
  /** What the cell says: for the file and, unless `orderOf` says otherwise, for the order. */
  readonly textOf: (row: Row) => string;
  readonly orderOf?: (row: Row) => number;
}

export interface Sort {
  readonly column: string;
  readonly isDescending: boolean;
}

/** As many rows as a page draws at once. */
export const PAGE_SIZE = 100;

/** Every word that is asked for must stand somewhere in the row. */
export function findRows<Row>(rows: readonly Row[], query: string, wordsOf: (row: Row) => string): readonly Row[] {
  const asked = fold(query).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return rows;
  return rows.filter((row) => {
    const words = wordsOf(row);
    return asked.every((word) => words.includes(word));
  });
}

/** Rows alike in the column asked for stand in the order of the columns from the first on; what is empty comes last. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort, language: string): readonly Row[] {
  const chosen = columns.find(({ id }) => id === sort.column);
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  const order = chosen ? [chosen, ...columns.slice(0, 3).filter((column) => column !== chosen)] : columns.slice(0, 3);
  const keyed = rows.map((row) => ({ row, keys: order.map(({ orderOf, textOf }) => orderOf?.(row) ?? textOf(row)) }));
  keyed.sort((one, other) => {
    for (let index = 0; index < order.length; index++) {
      const [a, b] = [one.keys[index]!, other.keys[index]!];
      if (a === b) continue;
      if (a === "" || b === "") return a === "" ? 1 : -1;
      const difference = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
      if (difference !== 0) return index === 0 && sort.isDescending ? -difference : difference;
    }
    return 0;
  });
  return keyed.map(({ row }) => row);
}

/** A click on a heading: upwards first, then downwards. */
export function nextSort(sort: Sort, column: string): Sort {
  return { column, isDescending: sort.column === column && !sort.isDescending };
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly number: number;
  readonly last: number;
  /** The places of the first and last row, counted from one. */
  readonly from: number;
  readonly to: number;
}

export function cutPage<Row>(rows: readonly Row[], asked: number): Page<Row> {
  const last = Math.max(0, Math.ceil(rows.length / PAGE_SIZE) - 1);
  const number = Math.max(0, Math.min(last, asked));
  const start = number * PAGE_SIZE;
  const cut = rows.slice(start, start + PAGE_SIZE);
  return { rows: cut, number, last, from: cut.length > 0 ? start + 1 : 0, to: start + cut.length };
}
