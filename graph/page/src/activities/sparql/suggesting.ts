/** What can be written at the cursor: by label in any language, by name, variables, SPARQL's own words. */
import { readTokens } from "../../engine/tokens";
import { fold } from "../../words";
import type { Suggestion } from "./editor/contract";
import type { Entry, Label, Vocabulary } from "./vocabulary";

const MOST = 50;
const KEYWORDS = (
  "SELECT ASK CONSTRUCT DESCRIBE WHERE DISTINCT REDUCED FROM NAMED GRAPH OPTIONAL UNION MINUS FILTER BIND VALUES EXISTS NOT " +
  "GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET PREFIX BASE AS IN COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG " +
  "LANGMATCHES DATATYPE BOUND IF COALESCE REGEX CONTAINS STRSTARTS STRENDS STRLEN CONCAT REPLACE LCASE UCASE isIRI isLiteral"
).split(" ");

export interface Words {
  readonly language: string;
  readonly nameOfLanguage: (code: string) => string;
  readonly kindName: (kind: Entry["kind"]) => string;
}

export function suggest(word: string, text: string, vocabulary: Vocabulary | undefined, words: Words): readonly Suggestion[] {
  if (/^[?$]/.test(word)) return suggestVariables(word, text);
  const terms = vocabulary ? suggestTerms(word, vocabulary, words) : [];
  return [...suggestKeywords(word), ...terms].slice(0, MOST);
}

function suggestVariables(word: string, text: string): readonly Suggestion[] {
  const found = new Set([...readTokens(text)].flatMap((token) => (token.kind === "variable" ? token.text : [])));
  found.delete(word);
  return [...found].filter((name) => name.startsWith(word)).sort().map((name) => ({ label: name, write: name, detail: "", kind: "variable" }));
}

function suggestKeywords(word: string): readonly Suggestion[] {
  if (word.length < 2 || word.includes(":")) return [];
  const found = KEYWORDS.filter((keyword) => keyword.toLowerCase().startsWith(word.toLowerCase()) && keyword !== word);
  return found.slice(0, 4).map((keyword) => ({ label: keyword, write: keyword, detail: "", kind: "keyword" }));
}

interface Match {
  readonly entry: Entry;
  readonly label: Label | undefined;
  readonly rank: number;
}

function suggestTerms(word: string, { entries }: Vocabulary, words: Words): readonly Suggestion[] {
  const colon = word.indexOf(":");
  const prefix = colon < 0 ? "" : word.slice(0, colon + 1);
  const asked = fold(word.slice(colon + 1));
  const matches = entries.flatMap((entry): Match[] => {
    if (prefix && !entry.write.startsWith(prefix)) return [];
    const match = matchOf(entry, asked, words.language);
    return match ? [match] : [];
  });
  matches.sort((a, b) => a.rank - b.rank || (a.entry.write < b.entry.write ? -1 : 1));
  return matches.map(({ entry, label }) => ({ label: entry.write, write: entry.write, detail: detailOf(entry, label, words), kind: entry.kind }));
}

/** Lower is nearer: a label that begins so goes before one that has a word that begins so, and before the name. */
function matchOf(entry: Entry, asked: string, language: string): Match | undefined {
  let best: Match | undefined;
  const consider = (label: Label | undefined, rank: number) => {
    const weighed = rank + (label?.lang === language ? 0 : 0.5) + (entry.kind === "passage" || entry.kind === "other" ? 3 : 0);
    if (!best || weighed < best.rank) best = { entry, label, rank: weighed };
  };
  for (const label of entry.labels) {
    if (label.folded === asked) consider(label, 0);
    else if (label.folded.startsWith(asked)) consider(label, 1);
    else if (label.folded.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(asked))) consider(label, 2);
  }
  const name = fold(entry.write.slice(entry.write.indexOf(":") + 1));
  const own = entry.labels.find(({ lang }) => lang === language) ?? entry.labels[0];
  if (name.startsWith(asked)) consider(own, 1.6);
  else if (asked.length > 1 && name.includes(asked)) consider(own, 2.6);
  return best;
}

function detailOf(entry: Entry, label: Label | undefined, words: Words): string {
  const kind = words.kindName(entry.kind);
  if (!label) return kind;
  return label.lang === words.language || label.lang === "" ? `${label.text} · ${kind}` : `${label.text} (${words.nameOfLanguage(label.lang)}) · ${kind}`;
}
