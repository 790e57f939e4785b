/** Below a choice that its passage doesn't name: what the atlas does say of it, and who says so. */
import { useAtlasState } from "../../components/context";
import { ModalityBadge } from "../../components/evidence";
import { langOf } from "../../components/languages";
import { Where } from "../../components/source";
import type { DisplayEdge, QuizItem } from "../../display";
import { say } from "../../messages";
import { passageOf } from "./elsewhere";

export function ElsewhereLines({ edges, item }: { edges: readonly DisplayEdge[]; item: QuizItem }) {
  if (edges.length === 0) return null;
  return (
    <div class="quiz-elsewhere">
      <span>{say("quiz-elsewhere")}</span>
      <ul>{edges.map((edge) => <li key={edge.id}><ElsewhereLine edge={edge} item={item} /></li>)}</ul>
    </div>
  );
}

function ElsewhereLine({ edge, item }: { edge: DisplayEdge; item: QuizItem }) {
  const { atlas } = useAtlasState();
  const id = passageOf(edge, item);
  const passage = id === undefined ? undefined : atlas.passages.get(id);
  const modality = passage && atlas.modalities.get(passage.modality);
  const sentence = edge.evidence.find((one) => one.passage === id)?.sentence ?? edge.sentence;
  return (
    <>
      <span class="quiz-elsewhere-said" lang={langOf(edge.lang)}>{sentence}</span>{" "}
      {edge.negative && <><span class="badge is-negative">{say("stated-negative")}</span>{" "}</>}
      {passage && <span class="evidence">{modality && <ModalityBadge modality={modality} />} <Where passage={passage} /></span>}
    </>
  );
}
