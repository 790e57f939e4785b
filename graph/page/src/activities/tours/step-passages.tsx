/** The passages that a step rests on; each unfolds to all that it says. */
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { meaningOf } from "../../appearance";
import { isHedged, shortId } from "../../atlas";
import { useAtlasState } from "../../components/context";
import { ModalityBadge } from "../../components/evidence";
import { Icon } from "../../components/icon";
import { Sentence } from "../../components/sentence";
import { SourceFacts } from "../../components/source";
import { LineSwatch } from "../../components/swatches";
import { TextIn } from "../../components/text-in";
import type { Passage } from "../../display";
import { originOf } from "../../filter";
import { say } from "../../messages";
import { selectEdge } from "../../state";
import { statementsOf } from "./touring";

export function StepPassages({ ids }: { ids: readonly string[] }) {
  const { atlas } = useAtlasState();
  if (ids.length === 0) return null;
  return (
    <section class="tour-passages">
      <h3>{say("tour-passages", { number: ids.length })}</h3>
      <ul>
        {ids.map((id) => {
          const passage = atlas.passages.get(id);
          return <li key={id}>{passage ? <PassageItem passage={passage} /> : id}</li>;
        })}
      </ul>
    </section>
  );
}

function PassageItem({ passage }: { passage: Passage }) {
  const { atlas } = useAtlasState();
  const isOpen = useSignal(false);
  const content = useId();
  const modality = atlas.modalities.get(passage.modality);
  const source = atlas.sources.get(passage.source);
  return (
    <>
      <button type="button" class="passage-button" aria-expanded={isOpen.value} aria-controls={content} onClick={() => (isOpen.value = !isOpen.value)}>
        <Icon name={isOpen.value ? "up" : "down"} />
        <span>
          {source?.title ?? passage.source}{passage.locator && <>, <TextIn text={passage.locator} /></>}
        </span>
      </button>
      <p class="passage-state">
        {modality ? <ModalityBadge modality={modality} /> : <span class="badge">{shortId(passage.modality)}</span>}{" "}
        {passage.review && <span class="review"><TextIn text={passage.review} /></span>}
      </p>
      <div id={content} class="passage-content" hidden={!isOpen.value}>{isOpen.value && <PassageContent passage={passage} />}</div>
    </>
  );
}

function PassageContent({ passage }: { passage: Passage }) {
  const { atlas } = useAtlasState();
  const statements = statementsOf(passage.id, atlas);
  const modality = atlas.modalities.get(passage.modality);
  return (
    <>
      {modality?.explanation && <p class="passage-note">{modality.explanation}</p>}
      <h4>{say("tour-passage-says", { number: statements.length })}</h4>
      <ul class="passage-statements">
        {statements.map(({ edge, evidence }) => (
          <li key={edge.id} class={edge.negative ? "statement is-negative" : "statement"}>
            <StatementLine edge={edge} sentence={evidence.sentence ?? edge.sentence} />
          </li>
        ))}
      </ul>
      {passage.note && <p class="passage-note"><TextIn text={passage.note} /></p>}
      <p class="source-line"><SourceFacts id={passage.source} /></p>
    </>
  );
}

function StatementLine({ edge, sentence }: { edge: ReturnType<typeof statementsOf>[number]["edge"]; sentence: string }) {
  const state = useAtlasState();
  return (
    <div class="statement-line">
      <button
        type="button" class="line-button" title={say("show-on-map")}
        onClick={() => selectEdge(state, edge.id)}
      >
        <LineSwatch meaning={meaningOf(state.atlas, edge)} origin={originOf(edge)} isHedged={isHedged(edge)} />
      </button>
      <div>
        <Sentence edge={edge} text={sentence || edge.sentence} />{" "}
        {edge.negative && <span class="badge is-negative">{say("stated-negative")}</span>}
      </div>
    </div>
  );
}
