/** A query that asks for no more rows than are shown: the engine would put all of them into memory. */
import { readTokens, type Token } from "./tokens";

/** The same SELECT with its LIMIT lowered, or with one where there is none; places in the text before it stay. */
export function limitRows(query: string, most: number): string {
  const outer = outermost([...readTokens(query)]);
  const limit = outer.findLastIndex(({ kind, text }) => kind === "word" && text.toUpperCase() === "LIMIT");
  const number = limit < 0 ? undefined : /^\s*(\d+)/.exec(query.slice(endOf(outer[limit]!)));
  if (number) {
    const from = endOf(outer[limit]!);
    return Number(number[1]) <= most ? query : `${query.slice(0, from)} ${most}${query.slice(from + number[0].length)}`;
  }
  const values = outer.findLast(({ kind, text }) => kind === "word" && text.toUpperCase() === "VALUES");
  const at = values ? values.offset : query.length;
  // What comes before may be a comment, which ends with its line.
  return `${query.slice(0, at)}\nLIMIT ${most}\n${query.slice(at)}`;
}

/** What stands in no braces after the last group that is none of VALUES. */
function outermost(tokens: readonly Token[]): readonly Token[] {
  let depth = 0;
  const outer: Token[] = [];
  for (const token of tokens) {
    const isBrace = token.kind === "other";
    if (isBrace && token.text === "}") depth -= 1;
    if (depth === 0) outer.push(token);
    if (isBrace && token.text === "{") depth += 1;
  }
  const main = outer.findIndex(({ kind, text }) => kind === "other" && text === "{");
  return outer.slice(main + 1);
}

function endOf({ offset, text }: Token): number {
  return offset + text.length;
}
