/** One statement with its evidence; a derived one unfolds to its rule and what that leans on. */
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { meaningOf } from "../appearance";
import { isHedged, modalitiesOf } from "../atlas";
import type { DisplayEdge, Proof } from "../display";
import { originOf } from "../filter";
import { sourcesOf } from "../grounds";
import { selectEdge } from "../state";
import { say } from "../messages";
import { useAtlasState } from "./context";
import { EvidenceList, ModalityBadge } from "./evidence";
import { langOf } from "./languages";
import { Sentence } from "./sentence";
import { RestsOn } from "./source";
import { LineSwatch } from "./swatches";

export function Statement({ edge, here, isFull = false, above = [] }: {
  edge: DisplayEdge;
  /** The concept whose details these are: it needs no button. */
  here?: string | undefined;
  isFull?: boolean;
  /** The statements that this one is a premise of, so that no circle is followed. */
  above?: readonly string[];
}) {
  const state = useAtlasState();
  const { atlas } = state;
  return (
    <div class={edge.negative ? "statement is-negative" : "statement"}>
      <div class="statement-line">
        <button
          // The sentence stands beside it, and would be heard twice in its name; so would the name in a description.
          type="button" class="line-button" title={say("show-on-map")}
          onClick={() => selectEdge(state, edge.id)}
        >
          <LineSwatch meaning={meaningOf(atlas, edge)} origin={originOf(edge)} isHedged={isHedged(edge)} />
        </button>
        <div>
          <Sentence edge={edge} here={here} />{" "}
          {edge.negative && <span class="badge is-negative">{edge.derived ? say("negative") : say("stated-negative")}</span>}{" "}
          {edge.derived && <span class="badge is-derived">{say("derived")}</span>}{" "}
          {edge.derived && modalitiesOf(atlas, edge).map((modality) => <ModalityBadge key={modality.id} modality={modality} />)}
          <EvidenceList edge={edge} isFull={isFull} />
          {edge.derived && edge.evidence.length === 0 && <RestsOn sources={sourcesOf(atlas, edge)} />}
          {edge.proof && <Why proof={edge.proof} above={[...above, edge.id]} isOpen={isFull && above.length === 0} />}
        </div>
      </div>
    </div>
  );
}

function Why({ proof, above, isOpen }: { proof: Proof; above: readonly string[]; isOpen: boolean }) {
  const { atlas } = useAtlasState();
  const open = useSignal(isOpen);
  const content = useId();
  return (
    <div class="why">
      <button type="button" class="why-button" aria-expanded={open.value} aria-controls={content} onClick={() => (open.value = !open.value)}>
        {say("why")}
      </button>
      <div id={content} hidden={!open.value}>
        {open.value && (
          <>
            <p class="rule" lang={langOf(proof.lang)}><strong>{proof.rule}</strong>: {proof.explanation}</p>
            <ul class="premises">
              {proof.premises.map((id) => {
                const premise = atlas.edges.get(id);
                if (!premise) return <li key={id}>{id}</li>;
                return (
                  <li key={id}>
                    {above.includes(id) ? <><span lang={langOf(premise.lang)}>{premise.sentence}</span> {say("already-shown")}</> : <Statement edge={premise} above={above} />}
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
