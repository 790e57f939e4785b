/** What may not be parted from a concept's name when the line breaks: the ending of its word, quotation marks, full stops. */
import type { Piece } from "../../sentences";

export interface KeptPiece extends Piece {
  readonly before: string;
  readonly after: string;
}

/** The same text; each name has its ending, and beside it the signs that it is written with. */
export function keepTogether(pieces: readonly Piece[]): readonly KeptPiece[] {
  const kept = pieces.map((piece) => ({ ...piece, before: "", after: "" }));
  kept.forEach((piece, index) => {
    if (!piece.node) return;
    const [last, next] = [kept[index - 1], kept[index + 1]];
    if (last && !last.node) [last.text, piece.before] = cut(last.text, last.text.length - lengthOf(/[("«„“‘]\s?$/u, last.text));
    if (!next || next.node) return;
    let ending: string;
    [ending, next.text] = cut(next.text, lengthOf(/^\p{L}{1,2}(?!\p{L})/u, next.text));
    piece.text += ending;
    [piece.after, next.text] = cut(next.text, lengthOf(/^\s?[»”“"’)]*[.,;:!?]*/u, next.text));
  });
  return kept;
}

function lengthOf(pattern: RegExp, text: string): number {
  const found = pattern.exec(text)?.[0] ?? "";
  // A space alone is where the line may break.
  return found.trim() === "" ? 0 : found.length;
}

function cut(text: string, at: number): [string, string] {
  return [text.slice(0, at), text.slice(at)];
}
