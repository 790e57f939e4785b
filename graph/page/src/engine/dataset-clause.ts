/** FROM and FROM NAMED of a query, and the query without them, as many characters long. */
import type { Fault } from "./fault";
import { findPrefixes, iriOf, type Prefixes } from "./prefixes";
import { readTokens, type Token } from "./tokens";

export interface DatasetClause {
  readonly plain: readonly string[];
  readonly named: readonly string[];
  readonly rest: string;
  /** All of them in the query's order, with their places. */
  readonly graphs: readonly GraphName[];
}

export interface GraphName extends Pick<Fault, "from" | "to"> {
  readonly iri: string;
}

export function readDatasetClause(query: string, known: Prefixes): DatasetClause {
  const prefixes = findPrefixes(query, known);
  const tokens = [...readTokens(query)];
  const base = findBase(tokens);
  const found = { plain: [] as string[], named: [] as string[] };
  const graphs: GraphName[] = [];
  let rest = query;
  for (const [index, token] of tokens.entries()) {
    if (token.text === "{") break;
    if (token.kind !== "word" || token.text.toUpperCase() !== "FROM") continue;
    const isNamed = tokens[index + 1]?.text.toUpperCase() === "NAMED";
    const graph = tokens[index + (isNamed ? 2 : 1)];
    const written = graph && iriOf(graph, prefixes);
    if (!graph || written === undefined) continue;
    const iri = resolve(written, base);
    found[isNamed ? "named" : "plain"].push(iri);
    const end = graph.offset + graph.text.length;
    graphs.push({ iri, from: graph.offset, to: end });
    rest = rest.slice(0, token.offset) + " ".repeat(end - token.offset) + rest.slice(end);
  }
  return { ...found, rest, graphs };
}

function findBase(tokens: readonly Token[]): string {
  const at = tokens.findIndex(({ kind, text }, index) => kind === "word" && text.toUpperCase() === "BASE" && tokens[index + 1]?.kind === "iri");
  return at < 0 ? "" : tokens[at + 1]!.text.slice(1, -1);
}

function resolve(iri: string, base: string): string {
  if (base === "" || /^[A-Za-z][\w+.-]*:/.test(iri)) return iri;
  try {
    return new URL(iri, base).href;
  } catch {
    return iri;
  }
}
