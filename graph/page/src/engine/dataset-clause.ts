/** FROM and FROM NAMED of a query, and the query without them, as many characters long. */
import { findPrefixes, iriOf, type Prefixes } from "./prefixes";
import { readTokens } from "./tokens";

export interface DatasetClause {
  readonly plain: readonly string[];
  readonly named: readonly string[];
  readonly rest: string;
}

export function readDatasetClause(query: string, known: Prefixes): DatasetClause {
  const prefixes = findPrefixes(query, known);
  const tokens = [...readTokens(query)];
  const found = { plain: [] as string[], named: [] as string[] };
  let rest = query;
  for (const [index, token] of tokens.entries()) {
    if (token.text === "{") break;
    if (token.kind !== "word" || token.text.toUpperCase() !== "FROM") continue;
    const isNamed = tokens[index + 1]?.text.toUpperCase() === "NAMED";
    const graph = tokens[index + (isNamed ? 2 : 1)];
    const iri = graph && iriOf(graph, prefixes);
    if (!graph || iri === undefined) continue;
    found[isNamed ? "named" : "plain"].push(iri);
    const end = graph.offset + graph.text.length;
    rest = rest.slice(0, token.offset) + " ".repeat(end - token.offset) + rest.slice(end);
  }
  return { ...found, rest };
}
