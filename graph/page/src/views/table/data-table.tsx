/** A table with headings that sort it; where there is little room, its rows are cards. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "../../components/icon";
import type { Sort } from "./listing";
import { moveFocus, stopHere, useOneStop } from "./roving";

export interface Heading {
  readonly id: string;
  readonly text: string;
}

interface Props<Row> {
  caption: string;
  headings: readonly Heading[];
  rows: readonly Row[];
  /** Of how many rows, and which is the first. */
  total: number;
  from: number;
  sort: Sort;
  onSort: (column: string) => void;
  /** The row is selected itself, or mentions what is. */
  markOf: (row: Row) => "selected" | "touched" | undefined;
  onOpen: (row: Row) => void;
  cellOf: (row: Row, column: string) => ComponentChildren;
}

// Cards are no table to some browsers, so the roles say what the elements do not say there.
export function DataTable<Row extends { readonly id: string }>({ caption, headings, rows, total, from, sort, onSort, markOf, onOpen, cellOf }: Props<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  useOneStop(body);
  return (
    <table role="table" class="listing" aria-rowcount={total + 1}>
      <caption class="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row" aria-rowindex={1}>{headings.map(({ id, text }) => <HeadingCell key={id} id={id} text={text} sort={sort} onSort={onSort} />)}</tr>
      </thead>
      <tbody role="rowgroup" ref={body} onKeyDown={moveFocus} onFocusIn={stopHere}>
        {rows.map((row, index) => {
          const mark = markOf(row);
          return (
            <tr
              key={row.id} role="row" aria-rowindex={from + index + 1} class={mark && `is-${mark}`} aria-current={mark === "selected" ? "true" : undefined}
              onClick={(event) => isPlainClick(event) && onOpen(row)}
            >
              {headings.map(({ id, text }, place) => {
                const content = cellOf(row, id);
                return place === 0
                  ? <th key={id} role="rowheader" scope="row" class={`cell-${id}`} data-label={text}>{content}</th>
                  : <td key={id} role="cell" class={`cell-${id}`} data-label={text}>{content}</td>;
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function HeadingCell({ id, text, sort, onSort }: Heading & { sort: Sort; onSort: (column: string) => void }) {
  const isSorted = sort.column === id;
  return (
    <th role="columnheader" scope="col" class={`cell-${id}`} aria-sort={isSorted ? (sort.isDescending ? "descending" : "ascending") : undefined}>
      <button type="button" class="sort" onClick={() => onSort(id)}>
        <span>{text}</span>
        {isSorted && <Icon name={sort.isDescending ? "down" : "up"} />}
      </button>
    </th>
  );
}

/** A click beside the buttons, and not the end of marking text. */
function isPlainClick(event: MouseEvent): boolean {
  const isOnControl = event.target instanceof Element && event.target.closest("button, a") !== null;
  return !isOnControl && (getSelection()?.isCollapsed ?? true);
}
