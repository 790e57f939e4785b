/** Who says so, where, how firmly, and whether anybody has reviewed it. */
import { shortId } from "../atlas";
import type { DisplayEdge, Evidence, Modality, Text } from "../display";
import { say } from "../messages";
import { useAtlasState } from "./context";
import { langOf } from "./languages";
import { Where } from "./source";
import { TextIn } from "./text-in";

export function EvidenceList({ edge, isFull = false }: { edge: DisplayEdge; isFull?: boolean }) {
  if (edge.evidence.length === 0) return edge.proof ? null : <p class="note">{say("no-evidence")}</p>;
  return (
    <ul class="evidence">
      {edge.evidence.map((evidence) => <EvidenceItem key={evidence.passage} evidence={evidence} edge={edge} isFull={isFull} />)}
    </ul>
  );
}

function EvidenceItem({ evidence, edge, isFull }: { evidence: Evidence; edge: DisplayEdge; isFull: boolean }) {
  const { atlas } = useAtlasState();
  const passage = atlas.passages.get(evidence.passage);
  if (!passage) return <li>{evidence.passage}</li>;
  const modality = atlas.modalities.get(passage.modality);
  const isOtherwiseSaid = evidence.sentence !== null && plain(evidence.sentence) !== plain(edge.sentence);
  return (
    <li>
      {isOtherwiseSaid && <span class="said" lang={langOf(edge.lang)}>{evidence.sentence} </span>}
      {modality ? <ModalityBadge modality={modality} /> : <span class="badge">{shortId(passage.modality)}</span>}{" "}
      <Where passage={passage} isOpen={isFull}>
        {passage.note && <Note isOpen={isFull} text={passage.note} />}
        {isFull && modality?.explanation && <span class="passage-note">{modality.explanation}</span>}
      </Where>
    </li>
  );
}

/** A passage's note goes for all its statements: folded, it doesn't repeat itself. */
function Note({ isOpen, text }: { isOpen: boolean; text: Text }) {
  return <details class="passage-note" open={isOpen}><summary>{say("note")}</summary><TextIn text={text} /></details>;
}

export function ModalityBadge({ modality }: { modality: Modality }) {
  return (
    <span class={`badge ${shortId(modality.id) === "asserted" ? "" : "is-hedged"}`} title={modality.explanation} lang={langOf(modality.lang)}>
      {modality.label}
    </span>
  );
}

function plain(sentence: string): string {
  return sentence.trim().replace(/\.$/, "").toLowerCase();
}
