/** The rows of an answer: sorted by a click, cut into pages; the arrow keys move among the concepts in them. */
import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { useAtlasState } from "../../components/context";
import { Icon } from "../../components/icon";
import type { Row } from "../../engine/protocol";
import { language, say } from "../../messages";
import { cutPage, nextSort, sortRows, type Column, type Sort } from "../../views/table/listing";
import { Pager } from "../../views/table/pager";
import { moveFocus, stopHere, useOneStop } from "../../views/table/roving";
import { prefixesOf } from "./asking";
import { makeReading, TermCell, textOf } from "./terms";

/** As the engine gave them. */
const UNSORTED: Sort = { column: "", isDescending: false };

/** In rem: narrower columns would break every word. */
const NARROWEST_COLUMN = 8.5;

/** Where the columns don't fit beside one another, each row becomes a card: nothing is cut. */
function useCards(box: RefObject<HTMLDivElement | null>, columns: number): boolean {
  const isNarrow = useSignal(false);
  useLayoutEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      isNarrow.value = entry!.contentRect.width < columns * NARROWEST_COLUMN * rem;
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [box, columns, isNarrow]);
  return isNarrow.value;
}

interface Listed {
  readonly variables: readonly string[];
  readonly rows: readonly Row[];
}

export function ResultTable({ variables, rows, nameOf = (name) => `?${name}` }: Listed & { nameOf?: (variable: string) => string }) {
  const { order, page, reading, choose, turn } = useSorted({ variables, rows });
  const body = useRef<HTMLTableSectionElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const isCards = useCards(box, rows.length === 0 ? 0 : variables.length);
  useOneStop(body);
  if (variables.length === 0 || rows.length === 0) return null;
  return (
    <>
      {/* The roles are said again: what is laid out as cards would lose them. */}
      <div class="sparql-rows" role="region" aria-label={say("sparql-result-table")} tabIndex={0} ref={box} data-cards={isCards || undefined}>
        <table role="table" aria-rowcount={rows.length + 1}>
          <thead role="rowgroup">
            <tr role="row" aria-rowindex={1}>
              {variables.map((id) => <HeadingCell key={id} id={id} name={nameOf(id)} order={order} choose={choose} />)}
            </tr>
          </thead>
          <tbody ref={body} role="rowgroup" onKeyDown={moveFocus} onFocusIn={stopHere}>
            {page.rows.map((row, index) => (
              <tr key={page.from + index} role="row" aria-rowindex={page.from + index + 1}>
                {variables.map((id) => <td key={id} role="cell" data-name={nameOf(id)}><TermCell term={row[id]} reading={reading} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={page} total={rows.length} onTurn={turn} />
    </>
  );
}

function HeadingCell({ id, name, order, choose }: { id: string; name: string; order: Sort; choose: (id: string) => void }) {
  const direction = order.isDescending ? "descending" : "ascending";
  return (
    <th scope="col" role="columnheader" aria-sort={order.column === id ? direction : undefined}>
      <button type="button" class="sort" onClick={() => choose(id)}>
        <span>{name}</span>{order.column === id && <Icon name={order.isDescending ? "down" : "up"} />}
      </button>
    </th>
  );
}

function useSorted({ variables, rows }: Listed) {
  const state = useAtlasState();
  const { atlas } = state;
  const sort = useSignal(UNSORTED);
  const asked = useSignal(0);
  // Another answer begins as the engine gave it.
  useEffect(() => {
    sort.value = UNSORTED;
    asked.value = 0;
  }, [rows]);
  const reading = useMemo(() => makeReading(atlas, prefixesOf(state), rows), [atlas, rows]);
  const [order, tongue] = [sort.value, language.value];
  const sorted = useMemo(() => {
    const columns = variables.map((id): Column<Row> => ({ id, textOf: (row) => textOf(row[id], reading) }));
    return order.column === "" ? rows : sortRows(rows, columns, order, tongue);
  }, [rows, variables, reading, order, tongue]);
  const choose = (column: string) => {
    sort.value = nextSort(sort.value, column);
    asked.value = 0;
  };
  return { order, reading, choose, page: cutPage(sorted, asked.value), turn: (to: number) => (asked.value = to) };
}
