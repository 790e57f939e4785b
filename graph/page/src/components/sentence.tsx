/** A statement as a sentence, in which the concepts are buttons. */
import type { DisplayEdge } from "../display";
import { selectNode } from "../state";
import { splitSentence } from "../sentences";
import { useAtlasState } from "./context";
import { langOf } from "./languages";

export function Sentence({ edge, text = edge.sentence, here }: { edge: DisplayEdge; text?: string; here?: string | undefined }) {
  const { atlas } = useAtlasState();
  const ends = [...new Set([edge.from, edge.to])];
  const pieces = splitSentence(text, ends.map((node) => ({ node, labels: namesOf(node) })));
  const unnamed = ends.filter((id) => id !== here && !pieces.some(({ node }) => node === id));
  return (
    <span class="sentence" lang={langOf(edge.lang)}>
      {pieces.map(({ text: piece, node }, index) => {
        if (!node) return pieces[index - 1]?.node && pieces[index - 1]?.node !== here ? piece.slice(stopOf(piece).length) : piece;
        if (node === here) return piece;
        // A button may be parted from the full stop after it unless both are kept together.
        return <span key={index} class="keep"><ConceptButton id={node} text={piece} />{stopOf(pieces[index + 1]?.text ?? "")}</span>;
      })}
      {unnamed.map((id) => <> <ConceptButton key={id} id={id} text={atlas.nodes.get(id)?.label ?? id} /></>)}
    </span>
  );

  function namesOf(id: string): readonly string[] {
    const node = atlas.nodes.get(id);
    return node ? [node.clinical?.text ?? node.label, node.label, ...(node.labels[atlas.display.language] ?? []), ...node.forms] : [];
  }
}

function stopOf(text: string): string {
  return /^[.,;:)]+/.exec(text)?.[0] ?? "";
}

export function ConceptButton({ id, text }: { id: string; text: string }) {
  const state = useAtlasState();
  return <button type="button" class="concept-link" onClick={() => selectNode(state, id)}>{text}</button>;
}
