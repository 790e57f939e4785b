/**
 * A query is measured before it is parsed: the engine's parser overflows its stack on deep nesting, and after that every
 * later query would fail. What leaves the page or writes is refused. The same measures as in `sparql.py`.
 */
import { faultAt, type Fault } from "./fault";
import { findFirst, readTokens, type Token } from "./tokens";

export const MOST_BYTES = 256 * 1024;
export const MOST_TOKENS = 20_000;
export const MOST_NESTING = 64;
export const MOST_OPERATORS = 300;

const UPDATES = new Set(["ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "WITH"]);
const OPERATORS = new Set([..."!|&/^+-*=<>", "UNION", "FILTER", "BIND", "OPTIONAL"]);

/** Why a query may not be asked, if it may not; escapes must have been decoded. */
export function findRefusal(query: string): Fault | undefined {
  if (new TextEncoder().encode(query).length > MOST_BYTES) {
    return faultAt("sparql-too-long", { most: MOST_BYTES / 1024 }, 0, query.length);
  }
  const tokens = readAtMost(query, MOST_TOKENS + 1);
  return findUpdate(tokens) ?? findExcess(tokens);
}

function readAtMost(query: string, most: number): readonly Token[] {
  const tokens: Token[] = [];
  for (const token of readTokens(query)) {
    tokens.push(token);
    if (tokens.length >= most) break;
  }
  return tokens;
}

function at(token: Token, id: string, values: Fault["values"] = {}): Fault {
  return faultAt(id, values, token.offset, token.offset + token.text.length);
}

function findUpdate(tokens: readonly Token[]): Fault | undefined {
  const first = findFirst(tokens);
  const word = first?.kind === "word" ? first.text.toUpperCase() : "";
  return first && UPDATES.has(word) ? at(first, "sparql-update", { word }) : undefined;
}

function findExcess(tokens: readonly Token[]): Fault | undefined {
  let [depth, operators] = [0, 0];
  for (const [index, token] of tokens.entries()) {
    const word = token.text.toUpperCase();
    if (token.kind === "other") depth += Number("([{".includes(token.text)) - Number(")]}".includes(token.text));
    operators += Number(OPERATORS.has(word));
    if (depth > MOST_NESTING) return at(token, "sparql-too-deep", { most: MOST_NESTING });
    if (index >= MOST_TOKENS || operators > MOST_OPERATORS) return at(token, "sparql-too-many");
    if (token.kind === "word" && word === "SERVICE") return at(token, "sparql-service");
  }
  return undefined;
}
