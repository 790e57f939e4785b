/** The passages that an item asks about, to be read before answering: source, place, and what isn't asked. */
import { useAtlasState } from "../../components/context";
import { ModalityBadge } from "../../components/evidence";
import { langOf } from "../../components/languages";
import { Where } from "../../components/source";
import type { Passage, QuizItem } from "../../display";
import { say } from "../../messages";
import { saidBy } from "./explanation";
import { readableBefore } from "./untold";

export function PassagePeek({ item }: { item: QuizItem }) {
  const { atlas } = useAtlasState();
  const passages = item.passages.flatMap((id) => atlas.passages.get(id) ?? []);
  if (passages.length === 0) return null;
  return (
    <details class="folded quiz-peek">
      <summary>{say("quiz-peek", { number: passages.length })}</summary>
      <ul>{passages.map((passage) => <li key={passage.id}><Readable item={item} passage={passage} /></li>)}</ul>
      <p class="note">{say("quiz-peek-rest")}</p>
    </details>
  );
}

/** Without the passage's note, which may speak of the answer, and without any link that leads to it. */
function Readable({ item, passage }: { item: QuizItem; passage: Passage }) {
  const { atlas } = useAtlasState();
  const modality = atlas.modalities.get(passage.modality);
  const statements = readableBefore(atlas, item, passage.id);
  return (
    <>
      <div class="evidence">{modality && <ModalityBadge modality={modality} />} <Where passage={passage} /></div>
      {statements.length > 0 && (
        <ul class="quiz-readable">
          {statements.map((edge) => (
            <li key={edge.id}>
              <span lang={langOf(edge.lang)}>{saidBy(edge, [passage.id])}</span>
              {edge.negative && <> <span class="badge is-negative">{say("stated-negative")}</span></>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
