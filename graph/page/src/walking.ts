/** Where an arrow key leads among things that stand in columns. */

/** Left and right to the same height of the next column, as far as it has one; Home and End to the ends of the column. */
export function stepInColumns(columns: readonly (readonly string[])[], here: string, key: string): string | undefined {
  const x = columns.findIndex((column) => column.includes(here));
  const column = columns[x];
  if (!column) return undefined;
  const y = column.indexOf(here);
  const at = (to: number, height: number) => {
    const other = columns[Math.max(0, Math.min(columns.length - 1, to))]!;
    return other[Math.max(0, Math.min(other.length - 1, height))];
  };
  const beside = (to: number) => at(to, Math.round((y / Math.max(1, column.length - 1)) * ((columns[to]?.length ?? 1) - 1)));
  switch (key) {
    case "ArrowDown": return at(x, y + 1);
    case "ArrowUp": return at(x, y - 1);
    case "ArrowRight": return x + 1 < columns.length ? beside(x + 1) : here;
    case "ArrowLeft": return x > 0 ? beside(x - 1) : here;
    case "Home": return at(x, 0);
    case "End": return at(x, column.length - 1);
    default: return undefined;
  }
}
