/**
 * What is wrong with a query that the engine refuses, in one sentence, and where: the engine's own words are a place and
 * a list of all that its grammar would take there. As `find_fault` of `sparql.py`.
 */
import { nearest } from "./nearest";
import { faultAt, type Fault } from "./fault";
import { findPrefixes, type Prefixes } from "./prefixes";
import { findFirst, FORMS, readTokens, type Token } from "./tokens";

const OPENING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

export function findFault(query: string, told: string, known: Prefixes): Fault {
  const clear = findKnownFault(query, known);
  if (clear) return clear;
  const at = offsetOf(query, told);
  const tokens = [...readTokens(query)];
  const found = tokens.find(({ offset, text }) => offset + text.length > at);
  const before = tokens.findLast(({ offset, text }) => offset + text.length <= at);
  const expected = /expected ("[^"\s]+")$/.exec(told)?.[1] ?? /\bexpected ([A-Z]{3,})$/.exec(told)?.[1];
  const sentence = /\b[A-Z][a-z]+(?: [A-Za-z]+){3,}/.exec(told)?.[0];
  const values = { found: found?.text ?? "", before: before?.text ?? "", expected: expected ?? "", sentence: sentence ?? "" };
  const id = !found ? "sparql-fault-end" : sentence ? "sparql-fault-told" : expected ? "sparql-fault-expected" : "sparql-fault-found";
  return found ? faultAt(id, values, found.offset, found.offset + found.text.length) : faultAt(id, values, query.length, query.length);
}

function offsetOf(query: string, told: string): number {
  const [, line = "1", column = "1"] = /(\d+):(\d+)/.exec(told) ?? [];
  const lines = query.split("\n");
  const before = lines.slice(0, Number(line) - 1).reduce((sum, one) => sum + one.length + 1, 0);
  // The engine counts characters, the editor counts what they are made of.
  return before + [...(lines[Number(line) - 1] ?? "")].slice(0, Number(column) - 1).join("").length;
}

/** A fault that can be named; the engine's place is often one farther on. */
export function findKnownFault(query: string, known: Prefixes): Fault | undefined {
  const tokens = [...readTokens(query)];
  return findWrongForm(tokens) ?? findWrongToken(query, tokens, known) ?? findUnclosed(tokens);
}

function at(token: Token, id: string, values: Fault["values"] = {}): Fault {
  return faultAt(id, values, token.offset, token.offset + token.text.length);
}

function findWrongForm(tokens: readonly Token[]): Fault | undefined {
  const first = findFirst(tokens);
  if (!first || FORMS.some((form) => form === first.text.toUpperCase())) return undefined;
  const near = nearest(first.text.toUpperCase(), FORMS, 1);
  return { ...at(first, "sparql-fault-form", { found: first.text, near: near[0] ?? "none" }), mends: near };
}

function findWrongToken(query: string, tokens: readonly Token[], known: Prefixes): Fault | undefined {
  const prefixes = findPrefixes(query, known);
  const isBased = tokens.some(({ kind, text }) => kind === "word" && text.toUpperCase() === "BASE");
  for (const [index, token] of tokens.entries()) {
    const { kind, text, offset } = token;
    const prefix = text.slice(0, text.indexOf(":"));
    const isDeclaration = tokens[index - 1]?.text.toUpperCase() === "PREFIX";
    if (kind === "name" && !isDeclaration && !Object.hasOwn(prefixes, prefix) && query[offset - 1] !== "_") {
      const near = nearest(prefix, Object.keys(known), 1);
      const mends = near.map((one) => one + text.slice(prefix.length));
      return { ...at(token, "sparql-fault-prefix", { prefix, found: text, near: near[0] ?? "none" }), mends };
    }
    if (kind === "iri" && !isBased && !/^<[A-Za-z][\w+.-]*:/.test(text)) return at(token, "sparql-fault-iri", { found: text });
    if (kind === "other" && (text === "'" || text === '"')) return at(token, "sparql-fault-text", { found: text });
  }
  return undefined;
}

function findUnclosed(tokens: readonly Token[]): Fault | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== "other") continue;
    if ("([{".includes(token.text)) open.push(token);
    else if (token.text in OPENING && open.pop()?.text !== OPENING[token.text]) return at(token, "sparql-fault-closes", { found: token.text });
  }
  const last = open.at(-1);
  return last && at(last, "sparql-fault-unclosed", { found: last.text });
}
