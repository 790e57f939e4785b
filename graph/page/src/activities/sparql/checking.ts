/** What can be said of a query before it is asked: faults that can be named, and terms that the atlas doesn't know. */
import { faultAt, type Fault } from "../../engine/fault";
import { findRefusal } from "../../engine/measure";
import { findIris, type NamedIri, type Prefixes } from "../../engine/prefixes";
import type { Answer } from "../../engine/protocol";
import { nearestTerms, type Vocabulary } from "./vocabulary";

/** What is told under each unknown term; an address of another atlas may be meant, so it is a warning. */
const MOST = 20;

export async function findUnknown(
  text: string, prefixes: Prefixes, ours: readonly string[], vocabulary: Vocabulary, find: (query: string) => Promise<Answer>,
): Promise<readonly Fault[]> {
  // A query that may not be asked isn't looked through either.
  if (findRefusal(text)) return [];
  const doubtful = findIris(text, prefixes).filter(({ iri }) => namespaceOf(iri, ours) && !vocabulary.byIri.has(iri) && isWhole(iri));
  if (doubtful.length === 0) return [];
  const known = await findMentioned(doubtful, find);
  return doubtful.filter(({ iri }) => !known.has(iri)).slice(0, MOST).map((one) => toFault(one, ours, vocabulary));
}

function namespaceOf(iri: string, ours: readonly string[]): string | undefined {
  return ours.find((namespace) => iri.startsWith(namespace));
}

/** Only such an IRI can be asked for. */
function isWhole(iri: string): boolean {
  return !/[\s<>"{}|^`\\]/.test(iri);
}

async function findMentioned(asked: readonly NamedIri[], find: (query: string) => Promise<Answer>): Promise<ReadonlySet<string>> {
  const values = [...new Set(asked.map(({ iri }) => `<${iri}>`))].slice(0, 100).join(" ");
  const answer = await find(`SELECT ?x { VALUES ?x { ${values} }
    FILTER(EXISTS { ?x ?p1 ?o1 } || EXISTS { ?s2 ?x ?o2 } || EXISTS { ?s3 ?p3 ?x } || EXISTS { GRAPH ?x { ?s4 ?p4 ?o4 } }) }`);
  return new Set(answer.kind === "rows" ? answer.rows.map(({ x }) => String(x?.value)) : []);
}

function toFault({ iri, token }: NamedIri, ours: readonly string[], vocabulary: Vocabulary): Fault {
  const near = nearestTerms(vocabulary, iri, namespaceOf(iri, ours)!);
  const values = { found: token.text, near: near[0] ?? "none", other: near[1] ?? "none" };
  return { ...faultAt("sparql-unknown", values, token.offset, token.offset + token.text.length), isWarning: true, mends: near };
}
