/** Rows that came as columns: `packing.py` packs them, this makes them rows again. */

/** Each value, one that all rows share, or different ones with their places (-1 is nothing). */
type Column = readonly unknown[] | { readonly all: unknown } | { readonly of: Packed<object> | readonly unknown[]; readonly at: readonly number[] };

export interface Table {
  readonly rows: number;
  readonly columns: Readonly<Record<string, Column>>;
}

export type Packed<T> = Table | readonly T[];

export function unpack<T extends object>(table: Packed<T>): readonly T[] {
  if (!isTable(table)) return table;
  const columns = Object.entries(table.columns);
  // Copies of one object are alike inside: that keeps the rows small, and looking into them quick.
  const pattern = Object.fromEntries(columns.map(([key, column]) => [key, isShared(column) ? column.all : null]));
  const rows = Array.from({ length: table.rows }, () => ({ ...pattern }));
  for (const [key, column] of columns) fill(rows, key, column);
  return rows as readonly object[] as readonly T[];
}

function fill(rows: Record<string, unknown>[], key: string, column: Column): void {
  if (isShared(column)) return;
  if (isList(column)) {
    rows.forEach((row, index) => (row[key] = column[index]));
    return;
  }
  const values = unpack(column.of as Packed<object>);
  const { at } = column;
  rows.forEach((row, index) => (row[key] = values[at[index]!] ?? null));
}

function isTable<T>(table: Packed<T>): table is Table {
  return !Array.isArray(table);
}

function isList(column: Column): column is readonly unknown[] {
  return Array.isArray(column);
}

function isShared(column: Column): column is { readonly all: unknown } {
  return "all" in column;
}
