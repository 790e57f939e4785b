/** Finds the concepts' names in a sentence, so that they can be clicked. */

export interface Piece {
  readonly text: string;
  /** The concept that this piece names. */
  readonly node?: string;
}

export interface Name {
  readonly node: string;
  readonly labels: readonly string[];
}

/** The sentence in pieces; each concept is found once, by the longest of its names, and no two overlap. */
export function splitSentence(sentence: string, names: readonly Name[]): readonly Piece[] {
  const folded = sentence.toLowerCase();
  if (folded.length !== sentence.length) return [{ text: sentence }];
  const found: { start: number; end: number; node: string }[] = [];
  const wanted = names
    .flatMap(({ node, labels }) => labels.map((label) => ({ node, label: label.toLowerCase() })))
    .filter(({ label }) => label !== "")
    .sort((a, b) => b.label.length - a.label.length);
  for (const { node, label } of wanted) {
    if (found.some((each) => each.node === node)) continue;
    for (let start = folded.indexOf(label); start >= 0; start = folded.indexOf(label, start + 1)) {
      const bare = start + label.length;
      const end = bare + endingAfter(folded, bare);
      if (!isWhole(folded, start, bare) || found.some((each) => start < each.end && each.start < end)) continue;
      found.push({ start, end, node });
      break;
    }
  }
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, node } of found.sort((a, b) => a.start - b.start)) {
    if (start > at) pieces.push({ text: sentence.slice(at, start) });
    pieces.push({ text: sentence.slice(start, end), node });
    at = end;
  }
  if (at < sentence.length) pieces.push({ text: sentence.slice(at) });
  return pieces;
}

/** "Metastasen" names "Metastase": the ending belongs to what is clicked. */
function endingAfter(text: string, end: number): number {
  return /^\p{L}{0,2}/u.exec(text.slice(end, end + 2))?.[0].length ?? 0;
}

/** "bone" is not named in "backbone", but it is in "bones". */
function isWhole(text: string, start: number, end: number): boolean {
  const letter = /\p{L}/u;
  return !letter.test(text[start - 1] ?? " ") && !/\p{L}{3}/u.test(text.slice(end, end + 3));
}
