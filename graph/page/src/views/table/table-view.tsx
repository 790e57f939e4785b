/** The table: everything that the filter lets through, as a list that can be sorted, searched and taken along. */
import type { ComponentChildren } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { useAtlasState } from "../../components/context";
import { findShown } from "../../filter";
import { NOTHING } from "../../hash";
import { language, say } from "../../messages";
import { selectEdge, selectNode, type State } from "../../state";
import { ConceptCell } from "./concept-cells";
import { conceptColumns, conceptFileColumns, makeConceptRows, wordsOfConcept, type ConceptRow } from "./concept-rows";
import { download, writeCsv } from "./csv";
import { DataTable } from "./data-table";
import { useFollowSelection } from "./follow-selection";
import { nextSort, type Column } from "./listing";
import { Pager } from "./pager";
import { StatementCell } from "./statement-cells";
import { makeStatementRows, statementColumns, statementFileColumns, wordsOfStatement, type StatementRow } from "./statement-rows";
import "./table.css";
import { startOver, tableOf, type List } from "./table-state";
import { Toolbar } from "./toolbar";
import { useCards } from "./use-cards";
import { useListing, type Listing } from "./use-listing";

export function TableView() {
  return (
    <section class="table" aria-label={say("table-label")}>
      {tableOf(useAtlasState()).list.value === "statements" ? <Statements /> : <Concepts />}
    </section>
  );
}

/** A selected concept brings arrows along that wait otherwise; rows that came and went with each click would be a nuisance. */
export function useShown(state: State) {
  const [filter, selection] = [state.filter.value, state.selection.value];
  const chosen = selection.kind === "edge" ? selection : NOTHING;
  return useMemo(() => findShown(state.made, filter, chosen), [state.made, filter, chosen]);
}

function Statements() {
  const state = useAtlasState();
  const table = tableOf(state);
  const { atlas } = state;
  const shown = useShown(state);
  const columns = useMemo(() => statementColumns(atlas), [atlas]);
  const all = useMemo(() => makeStatementRows(atlas, shown.edges), [atlas, shown, language.value]);
  const listing = useListing(table, "statements", all, columns, wordsOfStatement);
  const mirrors = [...atlas.mirrors].filter((id) => !shown.edges.has(id)).length;
  const chosen = state.selection.value;
  const markOf = ({ edge }: StatementRow) =>
    chosen.kind === "edge" && chosen.id === edge.id ? "selected" : chosen.kind === "node" && (edge.from === chosen.id || edge.to === chosen.id) ? "touched" : undefined;
  return (
    <Frame
      list="statements" listing={listing} total={atlas.edges.size - mirrors} markOf={markOf} onOpen={({ id }) => selectEdge(state, id)}
      columns={table.hasSentences.value ? columns : columns.filter(({ id }) => id !== "sentence")} fileColumns={() => statementFileColumns(atlas)}
      cellOf={(row, column) => <StatementCell row={row} column={column} />}
    />
  );
}

const CONCEPT_COLUMNS = conceptColumns();

function Concepts() {
  const state = useAtlasState();
  const { atlas } = state;
  const shown = useShown(state);
  const wording = state.wording.value;
  const all = useMemo(() => makeConceptRows(atlas, shown, wording), [atlas, shown, wording]);
  const listing = useListing(tableOf(state), "concepts", all, CONCEPT_COLUMNS, wordsOfConcept);
  const chosen = state.selection.value;
  const edge = chosen.kind === "edge" ? atlas.edges.get(chosen.id) : undefined;
  const markOf = ({ id }: ConceptRow) =>
    chosen.kind === "node" && chosen.id === id ? "selected" : edge && (edge.from === id || edge.to === id) ? "touched" : undefined;
  return (
    <Frame
      list="concepts" listing={listing} total={atlas.nodes.size} markOf={markOf} onOpen={({ id }) => selectNode(state, id)}
      columns={CONCEPT_COLUMNS} fileColumns={conceptFileColumns}
      cellOf={(row, column) => <ConceptCell row={row} column={column} />}
    />
  );
}

interface FrameProps<Row> {
  list: List;
  listing: Listing<Row>;
  total: number;
  columns: readonly Column<Row>[];
  fileColumns: () => readonly Column<Row>[];
  markOf: (row: Row) => "selected" | "touched" | undefined;
  onOpen: (row: Row) => void;
  cellOf: (row: Row, column: string) => ComponentChildren;
}

function Frame<Row extends { readonly id: string }>({ list, listing, total, columns, fileColumns, markOf, onOpen, cellOf }: FrameProps<Row>) {
  const state = useAtlasState();
  const table = tableOf(state);
  const scroller = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const cards = useCards(frame, columns.length);
  const { rows, page } = listing;
  const sort = table.sorts[list];
  const turn = (to: number) => {
    table.page.value = to;
    for (const part of [scroller, frame]) part.current?.scrollTo({ top: 0 });
  };
  useFollowSelection(scroller, state.selection.value, () => rows.findIndex(markOf), page.number, turn);
  const save = () => {
    const headed = fileColumns().map((column) => ({ ...column, heading: say(`table-${column.id}`) }));
    download(`metastasis-atlas-${list}-${language.value}.csv`, writeCsv(rows, headed));
  };
  return (
    <div class={`table-frame ${cards}`} ref={frame}>
      <Toolbar shown={rows.length} all={total} onDownload={save} />
      <div class="scroller" ref={scroller}>
        <DataTable
          key={list} caption={say(`table-caption-${list}`)} headings={columns.map(({ id }) => ({ id, text: say(`table-${id}`) }))}
          rows={page.rows} total={rows.length} from={page.from} sort={sort.value} markOf={markOf} onOpen={onOpen} cellOf={cellOf}
          onSort={(column) => startOver(table, () => (sort.value = nextSort(sort.value, column)))}
        />
        {rows.length === 0 && <p class="nothing">{say(`table-nothing-${list}`)}</p>}
      </div>
      <Pager page={page} total={rows.length} onTurn={turn} />
    </div>
  );
}
