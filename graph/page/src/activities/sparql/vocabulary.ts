/** The words of the dataset, asked of the engine itself: what can be written in a query, by label in any language. */
import { nearest } from "../../engine/nearest";
import { shorten, type Prefixes } from "../../engine/prefixes";
import type { Answer, Row } from "../../engine/protocol";
import { fold } from "../../words";
import type { Suggestion } from "./editor/contract";

export type Kind = Exclude<Suggestion["kind"], "variable" | "keyword">;

export interface Entry {
  readonly iri: string;
  /** A CURIE where there is one, else the IRI in angle brackets. */
  readonly write: string;
  readonly kind: Kind;
  readonly labels: readonly Label[];
}

export interface Label {
  readonly text: string;
  readonly lang: string;
  readonly folded: string;
}

export interface Vocabulary {
  readonly entries: readonly Entry[];
  readonly byIri: ReadonlyMap<string, Entry>;
  /** What a class is a kind of. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
}

export type Find = (query: string) => Promise<Answer>;

const MOST = 60_000;

const LABELS = `SELECT ?x ?l {
  VALUES ?p { <http://www.w3.org/2004/02/skos/core#prefLabel> <http://www.w3.org/2000/01/rdf-schema#label> <http://purl.org/dc/terms/title> <http://www.w3.org/2004/02/skos/core#altLabel> }
  ?x ?p ?l
} LIMIT ${MOST}`;
const TYPES = `SELECT ?x ?t { ?x a ?t FILTER(isIRI(?x)) } LIMIT ${MOST}`;
const PROPERTIES = `SELECT DISTINCT ?x { ?s ?x ?o } LIMIT 2000`;
const PARENTS = `SELECT ?x ?t { ?x <http://www.w3.org/2000/01/rdf-schema#subClassOf> ?t FILTER(isIRI(?t)) } LIMIT 5000`;

export async function readVocabulary(find: Find, prefixes: Prefixes): Promise<Vocabulary> {
  const [labels, types, properties, parents] = [await rows(find, LABELS), await rows(find, TYPES), await rows(find, PROPERTIES), await rows(find, PARENTS)];
  return makeVocabulary({ labels, types, properties, parents }, prefixes);
}

async function rows(find: Find, query: string): Promise<readonly Row[]> {
  const answer = await find(query);
  return answer.kind === "rows" ? answer.rows : [];
}

export interface Findings {
  readonly labels: readonly Row[];
  readonly types: readonly Row[];
  readonly properties: readonly Row[];
  readonly parents: readonly Row[];
}

export function makeVocabulary({ labels, types, properties, parents }: Findings, prefixes: Prefixes): Vocabulary {
  const kinds = new Map<string, Kind>(properties.map((row) => [iri(row, "x"), "property"]));
  for (const row of types) {
    const kind = kindOf(iri(row, "t"));
    if (kind !== "other" || !kinds.has(iri(row, "x"))) kinds.set(iri(row, "x"), kind);
  }
  const words = new Map<string, Label[]>();
  for (const row of labels) {
    const [name, text] = [iri(row, "x"), iri(row, "l")];
    const known = words.get(name) ?? [];
    words.set(name, [...known, { text, lang: row["l"]?.["xml:lang"] ?? "", folded: fold(text) }]);
  }
  const entries = [...kinds].map(([name, kind]): Entry => ({
    iri: name, kind, write: shorten(name, prefixes) ?? `<${name}>`, labels: words.get(name) ?? [],
  }));
  const above = new Map<string, string[]>();
  for (const row of parents) above.set(iri(row, "x"), [...(above.get(iri(row, "x")) ?? []), iri(row, "t")]);
  return { entries, byIri: new Map(entries.map((entry) => [entry.iri, entry])), parents: above };
}

function iri(row: Row, name: string): string {
  const value = row[name]?.value;
  return typeof value === "string" ? value : "";
}

function kindOf(type: string): Kind {
  if (/\/(?:owl|rdf-schema)#Class$/.test(type)) return "class";
  if (/#(?:Object|Datatype|Annotation)?Property$/.test(type)) return "property";
  if (type.endsWith("skos/core#Concept")) return "concept";
  return type.endsWith("/ns#Passage") ? "passage" : "other";
}

/** What may have been meant by an unknown IRI of one of our namespaces: the nearest ones there. */
export function nearestTerms(vocabulary: Vocabulary, unknown: string, namespace: string): readonly string[] {
  const local = unknown.slice(namespace.length);
  const known = new Map(vocabulary.entries.filter((entry) => entry.iri.startsWith(namespace)).map((entry) => [entry.iri.slice(namespace.length), entry.write]));
  return nearest(local, known.keys(), 2).map((name) => known.get(name)!);
}
