/** Who says so, where, how firmly, and whether anybody has reviewed it. */
import { shortId } from "../atlas";
import type { DisplayEdge, Evidence, Modality } from "../display";
import { safeLink } from "../links";
import { TEXTS } from "../texts";
import { useAtlasState } from "./context";
import { langOf } from "./languages";

export function EvidenceList({ edge, isFull = false }: { edge: DisplayEdge; isFull?: boolean }) {
  if (edge.evidence.length === 0) return edge.proof ? null : <p class="note">{TEXTS.noEvidence}</p>;
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
  const source = atlas.sources.get(passage.source);
  const modality = atlas.modalities.get(passage.modality);
  const isOtherwiseSaid = plain(evidence.sentence) !== plain(edge.sentence) && evidence.sentence !== "";
  const notes = [...new Set([evidence.note, passage.note])].filter((note) => note !== null && note !== "");
  return (
    <li>
      {isOtherwiseSaid && <span class="said" lang={langOf(edge.lang)}>{evidence.sentence} </span>}
      {modality ? <ModalityBadge modality={modality} /> : <span class="badge">{shortId(passage.modality)}</span>}{" "}
      <span class="where">{source?.title ?? passage.source}, {passage.locator}</span>{" "}
      <span class="review">{passage.review}</span>
      {notes.length > 0 && <Note isOpen={isFull}>{notes.join(" ")}</Note>}
      {isFull && <SourceLines id={passage.source} explanation={modality?.explanation} />}
    </li>
  );
}

/** A passage's note goes for all its statements: folded, it doesn't repeat itself. */
function Note({ isOpen, children }: { isOpen: boolean; children: string }) {
  return <details class="passage-note" open={isOpen}><summary>{TEXTS.note}</summary>{children}</details>;
}

export function ModalityBadge({ modality }: { modality: Modality }) {
  return (
    <span class={`badge ${shortId(modality.id) === "asserted" ? "" : "is-hedged"}`} title={modality.explanation} lang={langOf(modality.lang)}>
      {modality.label}
    </span>
  );
}

function SourceLines({ id, explanation }: { id: string; explanation: string | undefined }) {
  const source = useAtlasState().atlas.sources.get(id);
  const link = safeLink(source?.url);
  return (
    <>
      {explanation && <span class="passage-note">{explanation}</span>}
      {source && (
        <span class="passage-note">
          {TEXTS.citation}: {finish(source.citation)} {source.licence && `${TEXTS.licence}: ${finish(source.licence)} `}
          {link && <a href={link} target="_blank" rel="noopener noreferrer">{link}<span class="visually-hidden"> {TEXTS.opensOutside}</span></a>}
        </span>
      )}
    </>
  );
}

function finish(text: string): string {
  return /[.!?]$/.test(text.trim()) ? text : `${text}.`;
}

function plain(sentence: string): string {
  return sentence.trim().replace(/\.$/, "").toLowerCase();
}
