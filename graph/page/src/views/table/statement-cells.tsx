/** What stands in the cells of a statement. */
import { meaningOf } from "../../appearance";
import { groupBy, isHedged, modalitiesOf, shortId } from "../../atlas";
import { useAtlasState } from "../../components/context";
import { ModalityBadge } from "../../components/evidence";
import { langOf } from "../../components/languages";
import { LineSwatch } from "../../components/swatches";
import { FallbackMark, TextIn } from "../../components/text-in";
import { originOf } from "../../filter";
import { say } from "../../messages";
import { selectEdge } from "../../state";
import { ConceptButton } from "./concept-button";
import type { StatementRow } from "./statement-rows";

export function StatementCell({ row, column }: { row: StatementRow; column: string }) {
  switch (column) {
    case "subject": return <ConceptButton node={row.from} />;
    case "relation": return <RelationButton row={row} />;
    case "object": return <ConceptButton node={row.to} />;
    case "firmness": return <Firmness row={row} />;
    case "origin": return <Origin row={row} />;
    case "source": return <Places row={row} />;
    default: return <span class="sentence"><span lang={langOf(row.edge.lang)}>{row.edge.sentence}</span><FallbackMark lang={row.edge.lang} /></span>;
  }
}

/** Opens the evidence; the row's cells say the statement, and who can't see them hears it once. */
function RelationButton({ row: { edge, relation } }: { row: StatementRow }) {
  const state = useAtlasState();
  return (
    <button type="button" class="cell-button" tabIndex={-1} onClick={() => selectEdge(state, edge.id)}>
      <LineSwatch meaning={meaningOf(state.atlas, edge)} origin={originOf(edge)} isHedged={isHedged(edge)} />
      <span>
        <span class="linked" lang={langOf(relation.lang)}>{relation.text}</span>
        <span class="visually-hidden"> ({say("table-open")})</span>
      </span>
    </button>
  );
}

function Firmness({ row: { edge } }: { row: StatementRow }) {
  const { atlas } = useAtlasState();
  const known = modalitiesOf(atlas, edge);
  const unknown = edge.modalities.filter((id) => !atlas.modalities.has(id));
  return (
    <span class="badges">
      {known.map((modality) => <ModalityBadge key={modality.id} modality={modality} />)}
      {unknown.map((id) => <span key={id} class="badge">{shortId(id)}</span>)}
    </span>
  );
}

/** What a source says itself needs no badge; all else is told from it at a glance. */
function Origin({ row: { edge, origin } }: { row: StatementRow }) {
  const styles = [...(edge.negative ? ["is-negative"] : []), ...(edge.derived ? ["is-derived"] : []), ...(edge.ours ? ["is-ours"] : [])];
  return <span class="badges">{origin.map((word, index) => <span key={index} class={styles[index] ? `badge ${styles[index]}` : "note"}>{word}</span>)}</span>;
}

function Places({ row: { edge, places } }: { row: StatementRow }) {
  if (places.length === 0) {
    return edge.proof
      ? <span class="note" lang={langOf(edge.proof.lang)}>{say("table-by-rule", { rule: edge.proof.rule })}</span>
      : <span class="note">{say("table-no-source")}</span>;
  }
  return (
    <ul class="places">
      {[...groupBy(places, ({ source }) => source)].map(([source, ofIt]) => (
        <li key={source}>
          {ofIt.map(({ locator }, index) => locator && <span key={index}><TextIn text={locator} />{index < ofIt.length - 1 ? "; " : " · "}</span>)}
          <span class="note">{source}</span>
        </li>
      ))}
    </ul>
  );
}
