/** Breaks a label into lines that fit. */

/** The width of a text in pixels; the canvas measures, tests count letters. */
export type Measure = (text: string) => number;

/** Where nothing else is asked, no label grows beyond this many lines; the details show it whole. */
const MOST_LINES = 4;

export function wrap(text: string, width: number, measure: Measure, most = MOST_LINES): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.trim().split(/\s+/).flatMap((word) => breakWord(word, width, measure))) {
    const longer = line === "" ? word : line.endsWith("\u00ad") ? line.slice(0, -1) + word : `${line} ${word}`;
    if (line === "" || measure(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== "") lines.push(line);
  const shown = lines.map((each) => each.replace(/-?\u00ad$/, "-"));
  return shown.length <= most ? shown : [...shown.slice(0, most - 1), ellipsize(shown[most - 1]!, width, measure)];
}

const SOFT_HYPHEN = "\u00ad";
/** A shorter word says too little of one that begins with it. */
const LONG = 10;
const syllablesOf = new Map<string, readonly string[]>();

/** Learns where words may be broken; those of other languages stay known, for a picture may be made in any. */
export function learnBreaks(words: readonly string[]): void {
  for (const word of words) syllablesOf.set(word.replaceAll(SOFT_HYPHEN, ""), word.split(SOFT_HYPHEN));
}

/** A text with soft hyphens in the words that are longer than a narrow column, for the browser to break them at. */
export function softly(text: string): string {
  return text.replace(/\p{L}{15,}/gu, (word) => {
    const places = placesIn(word);
    return [0, ...places].map((place, index) => word.slice(place, places[index])).join(SOFT_HYPHEN);
  });
}

/** A word broader than the line is broken after its own hyphens, where its language breaks it, or wherever it must be (marked by a soft hyphen). */
function breakWord(word: string, width: number, measure: Measure): string[] {
  if (measure(word) <= width) return [word];
  const pieces = word.split(/(?<=[^-]-)(?=[^-\u00ad])/);
  // The soft hyphen says that no space belongs there; after a hyphen of the word's own it shows nothing.
  if (pieces.length > 1) return pieces.flatMap((piece, index) => breakWord(index < pieces.length - 1 ? `${piece}\u00ad` : piece, width, measure));
  return breakAtSyllables(word, width, measure) ?? breakEvenly([...word], width, measure);
}

/** Into as few parts as fit, each as near to the same length as the syllables allow; nothing where they don't fit. */
function breakAtSyllables(word: string, width: number, measure: Measure): string[] | undefined {
  const places = placesIn(word);
  const parts: string[] = [];
  let start = 0;
  while (measure(word.slice(start)) > width) {
    const rest = measure(word.slice(start));
    const wanted = rest / Math.ceil(rest / Math.max(1, width - measure("-")));
    const away = (end: number) => Math.abs(measure(word.slice(start, end)) - wanted);
    const [best] = places.filter((end) => end > start && measure(`${word.slice(start, end)}-`) <= width).sort((a, b) => away(a) - away(b) || a - b);
    if (best === undefined) return undefined;
    parts.push(word.slice(start, best) + SOFT_HYPHEN);
    start = best;
  }
  return [...parts, word.slice(start)];
}

/** Where a known word may be broken; brackets and commas around it don't count. */
function placesIn(word: string): readonly number[] {
  const [, before = "", letters = ""] = /^([^\p{L}]*)(.*?)[^\p{L}]*$/u.exec(word) ?? [];
  const places: number[] = [];
  let place = before.length;
  for (const syllable of syllablesIn(letters.toLowerCase()).slice(0, -1)) places.push((place += syllable.length));
  return places;
}

/** Of a word that isn't known, such as a plural, those of the longest known word that it begins with. */
function syllablesIn(word: string): readonly string[] {
  const known = syllablesOf.get(word);
  if (known) return known;
  for (let length = word.length - 1; length >= LONG; length--) {
    const begun = syllablesOf.get(word.slice(0, length));
    if (begun) return begun;
  }
  return [];
}

/** Into as few parts as fit, about equally long: no single letter is left over. */
function breakEvenly(letters: readonly string[], width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let rest = letters;
  while (rest.length > 0) {
    const wanted = Math.ceil(measure(rest.join("")) / Math.max(1, width - measure("-")));
    let length = Math.max(1, Math.ceil(rest.length / Math.max(1, wanted)));
    const isLast = () => length >= rest.length;
    while (length > 1 && measure(rest.slice(0, length).join("") + (isLast() ? "" : "-")) > width) length--;
    parts.push(rest.slice(0, length).join("") + (isLast() ? "" : "\u00ad"));
    rest = rest.slice(length);
  }
  return parts;
}

function ellipsize(line: string, width: number, measure: Measure): string {
  let letters = [...line];
  while (letters.length > 1 && measure(`${letters.join("")}…`) > width) letters = letters.slice(0, -1);
  return `${letters.join("").replace(/[-\s]$/, "")}…`;
}
