/** The table on paper: every row that the reader has asked for, over as many pages as they need, each with headings and notes. */
import "./printed-table.css";
import type { ComponentChildren } from "preact";
import { useAtlasState } from "../../components/context";
import { say } from "../../messages";
import { ConceptCell } from "../../views/table/concept-cells";
import { conceptColumns, makeConceptRows, wordsOfConcept } from "../../views/table/concept-rows";
import { StatementCell } from "../../views/table/statement-cells";
import { makeStatementRows, statementColumns, wordsOfStatement } from "../../views/table/statement-rows";
import { tableOf } from "../../views/table/table-state";
import { useShown } from "../../views/table/table-view";
import { useListing } from "../../views/table/use-listing";
import { notesOf } from "./picture";

export function PrintedTable() {
  return tableOf(useAtlasState()).list.value === "statements" ? <Statements /> : <Concepts />;
}

function Statements() {
  const state = useAtlasState();
  const table = tableOf(state);
  const columns = statementColumns(state.atlas);
  const { rows } = useListing(table, "statements", makeStatementRows(state.atlas, useShown(state).edges), columns, wordsOfStatement);
  const headings = columns.map(({ id }) => id).filter((id) => id !== "sentence" || table.hasSentences.value);
  return <Rows title={say("table-statements")} query={table.query.value} headings={headings} rows={rows} cellOf={(row, column) => <StatementCell row={row} column={column} />} />;
}

function Concepts() {
  const state = useAtlasState();
  const table = tableOf(state);
  const columns = conceptColumns();
  const { rows } = useListing(table, "concepts", makeConceptRows(state.atlas, useShown(state), state.wording.value), columns, wordsOfConcept);
  const headings = columns.map(({ id }) => id);
  return <Rows title={say("table-concepts")} query={table.query.value} headings={headings} rows={rows} cellOf={(row, column) => <ConceptCell row={row} column={column} />} />;
}

interface RowsProps<Row> {
  title: string;
  query: string;
  headings: readonly string[];
  rows: readonly Row[];
  cellOf: (row: Row, column: string) => ComponentChildren;
}

function Rows<Row extends { readonly id: string }>({ title, query, headings, rows, cellOf }: RowsProps<Row>) {
  const state = useAtlasState();
  const about = [state.atlas.display.title, query.trim() && `“${query.trim()}”`, rows.length].filter((part) => part !== "").join(" · ");
  return (
    <table class="printed-table">
      <caption><strong>{title}</strong> {about}</caption>
      <thead>
        <tr>{headings.map((id) => <th key={id} scope="col" class={`cell-${id}`}>{say(`table-${id}`)}</th>)}</tr>
      </thead>
      <tfoot>
        <tr><td colSpan={headings.length}><strong>{notesOf(state)}</strong> · https://w3id.org/metastasis-atlas/</td></tr>
      </tfoot>
      <tbody>
        {rows.map((row) => <tr key={row.id}>{headings.map((id) => <td key={id} class={`cell-${id}`}>{cellOf(row, id)}</td>)}</tr>)}
      </tbody>
    </table>
  );
}
