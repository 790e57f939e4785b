/** Rows as a CSV file (RFC 4180) that a spreadsheet opens in the right characters, and of which it calculates nothing. */
import type { Column } from "./listing";

/** Without this mark, Excel reads UTF-8 as something else. */
const BYTE_ORDER_MARK = "\uFEFF";

export function writeCsv<Row>(rows: readonly Row[], columns: readonly (Column<Row> & { readonly heading: string })[]): string {
  const lines = [columns.map(({ heading }) => heading), ...rows.map((row) => columns.map(({ textOf }) => textOf(row)))];
  return BYTE_ORDER_MARK + lines.map((cells) => cells.map((cell) => quote(defuse(cell))).join(",") + "\r\n").join("");
}

/** A cell that no spreadsheet takes for a formula; `exports.py` does the same. */
export function defuse(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

/** Hand a file to the browser, which asks nobody for it. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser needs the address until it has begun to save.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
