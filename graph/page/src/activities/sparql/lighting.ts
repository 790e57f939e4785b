/** What of the map an answer speaks of: its concepts, and the statements between them and those that the query names. */
import type { Atlas } from "../../atlas";
import { findIris, type Prefixes } from "../../engine/prefixes";
import type { Answer, Row, Term } from "../../engine/protocol";
import type { Emphasis } from "../../filter";

/** More would be no emphasis. */
const MOST_NODES = 400;

export function lightUp(atlas: Atlas, prefixes: Prefixes, query: string, answer: Answer): Emphasis | undefined {
  if (answer.kind !== "rows" && answer.kind !== "triples") return undefined;
  const answered = collectIris(answer.rows);
  const named = new Set(findIris(query, prefixes).map(({ iri }) => iri));
  const ids = new Map([...atlas.nodes.values()].map(({ id, iri }) => [iri, id]));
  const found = [...answered].flatMap((iri) => ids.get(iri) ?? []);
  if (found.length === 0 || found.length > MOST_NODES) return undefined;
  const nodes = new Set([...found, ...[...named].flatMap((iri) => ids.get(iri) ?? [])]);
  const properties = new Set([...answered, ...named]);
  const edges = [...atlas.edges.values()].filter(
    ({ id, from, to, property }) => nodes.has(from) && nodes.has(to) && !atlas.mirrors.has(id) && properties.has(expand(property, prefixes)),
  );
  return { nodes, edges: new Set(edges.map(({ id }) => id)) };
}

function collectIris(rows: readonly Row[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (term: Term | undefined): void => {
    if (!term) return;
    if (typeof term.value !== "string") [term.value.subject, term.value.predicate, term.value.object].forEach(add);
    else if (term.type === "uri") found.add(term.value);
  };
  for (const row of rows) Object.values(row).forEach(add);
  return found;
}

/** Ids of the display are CURIEs where there is one, else IRIs. */
export function expand(id: string, prefixes: Prefixes): string {
  const colon = id.indexOf(":");
  const namespace = Object.hasOwn(prefixes, id.slice(0, colon)) ? prefixes[id.slice(0, colon)] : undefined;
  return namespace === undefined ? id : namespace + id.slice(colon + 1);
}
