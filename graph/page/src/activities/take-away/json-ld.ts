/** What the atlas says of the selection as JSON-LD: read as RDF it gives triples that the atlas holds, and no others. */
import type { Atlas } from "../../atlas";
import type { Display, DisplayEdge, DisplayNode, Passage, Text } from "../../display";
import type { Selection } from "../../hash";
import { localise } from "../../localise";

/** As in `namespaces.py`, as far as the display shortens by them; a test compares the outcome with the atlas. */
const ROOT = "https://w3id.org/metastasis-atlas/";
export const CONTEXT: Readonly<Record<string, string>> = {
  atlas: `${ROOT}ns#`, concept: `${ROOT}concept/`, passage: `${ROOT}passage/`, source: `${ROOT}source/`,
  skos: "http://www.w3.org/2004/02/skos/core#", dcterms: "http://purl.org/dc/terms/",
};
const RELATIONS: Readonly<Record<string, string>> = {
  same: "skos:exactMatch", close: "skos:closeMatch", narrower: "skos:broadMatch", wider: "skos:narrowMatch", related: "skos:relatedMatch",
};
const INFERRED = "atlas:inferred";

type Json = { [key: string]: unknown };
interface Value {
  readonly "@value": string;
  readonly "@language"?: string;
}

export function writeJsonLd(made: Atlas, selection: Selection): string | undefined {
  const edges = edgesOf(made, selection);
  const nodes = nodesOf(made, selection);
  if (nodes.length === 0) return undefined;
  const languages = made.display.languages.map((tag) => (tag === made.display.language ? made.display : localise(made.display, tag)));
  const passages = new Set(edges.flatMap((edge) => (edge.derived ? [] : edge.evidence.map(({ passage }) => passage))));
  const sources = new Set([...passages].flatMap((id) => made.passages.get(id)?.source ?? []));
  const graph = [
    ...nodes.map((node) => describeNode(node, languages)),
    ...[...passages].map((id) => describePassage(id, made, edges, languages)),
    ...derivedGraph(made, edges),
    ...[...sources].map((id) => describeSource(id, made)),
  ];
  return `${JSON.stringify({ "@context": CONTEXT, "@graph": graph }, null, 2)}\n`;
}

function nodesOf(atlas: Atlas, selection: Selection): readonly DisplayNode[] {
  if (selection.kind === "none") return [];
  const edge = selection.kind === "edge" ? atlas.edges.get(selection.id) : undefined;
  return [...new Set(edge ? [edge.from, edge.to] : [selection.id])].flatMap((id) => atlas.nodes.get(id) ?? []);
}

function edgesOf(atlas: Atlas, selection: Selection): readonly DisplayEdge[] {
  if (selection.kind === "none") return [];
  if (selection.kind === "node") return atlas.edgesAt.get(selection.id) ?? [];
  const edge = atlas.edges.get(selection.id);
  return edge ? [edge] : [];
}

function describeNode(node: DisplayNode, languages: readonly Display[]): Json {
  const told: Json = { "@id": node.iri, "@type": ["skos:Concept", ...(isName(node.class) ? [node.class] : [])] };
  for (const [tag, [preferred, ...others]] of Object.entries(node.labels)) {
    if (preferred !== undefined) add(told, "skos:prefLabel", valueOf(preferred, tag));
    for (const other of others) add(told, "skos:altLabel", valueOf(other, tag));
  }
  const tell = (key: string, textOf: (own: DisplayNode) => Text | null) => {
    for (const text of textsOf(languages, (display) => textOf(find(display.nodes, node.id) ?? node))) add(told, key, text);
  };
  tell("skos:definition", ({ definition }) => definition);
  tell("atlas:plainDefinition", ({ plain }) => plain);
  for (const display of languages) {
    const plainLabel = find(display.nodes, node.id)?.plainLabel;
    if (plainLabel) add(told, "atlas:plainLabel", valueOf(plainLabel, display.language));
  }
  for (const { iri, relation } of node.mappings) {
    const property = Object.hasOwn(RELATIONS, relation) ? RELATIONS[relation] : undefined;
    if (property) add(told, property, { "@id": iri });
  }
  return told;
}

/** A passage is a named graph, and what is known of it stands outside that graph. */
function describePassage(id: string, atlas: Atlas, edges: readonly DisplayEdge[], languages: readonly Display[]): Json {
  const passage = atlas.passages.get(id);
  const said = edges.filter(({ derived, evidence }) => !derived && evidence.some((each) => each.passage === id)).map((edge) => statement(atlas, edge));
  if (!passage) return id === "" ? { "@graph": said } : { "@id": id, "@graph": said };
  const told: Json = { "@id": id, "@type": "atlas:Passage", "dcterms:isPartOf": { "@id": passage.source } };
  if (isName(passage.modality)) told["atlas:modality"] = { "@id": passage.modality };
  const textsHere = (textOf: (own: Passage) => Text | null) => textsOf(languages, (display) => textOf(find(display.passages, id) ?? passage));
  for (const text of textsHere(({ locator }) => locator)) add(told, "atlas:locator", text);
  return { ...told, "@graph": said };
}

function derivedGraph(atlas: Atlas, edges: readonly DisplayEdge[]): readonly Json[] {
  const derived = edges.filter((edge) => edge.derived);
  return derived.length === 0 ? [] : [{ "@id": INFERRED, "@graph": derived.map((edge) => statement(atlas, edge)) }];
}

function describeSource(id: string, atlas: Atlas): Json {
  const source = atlas.sources.get(id);
  if (!source) return { "@id": id };
  const told: Json = { "@id": id, "@type": "atlas:Source" };
  // Sources are told in English alone.
  if (source.title !== id) add(told, "dcterms:title", valueOf(source.title, "en"));
  if (source.citation) add(told, "dcterms:bibliographicCitation", valueOf(source.citation, "en"));
  return told;
}

function statement(atlas: Atlas, { from, property, to }: DisplayEdge): Json {
  const iriOf = (id: string) => atlas.nodes.get(id)?.iri ?? id;
  return { "@id": iriOf(from), ...(isName(property) && { [property]: { "@id": iriOf(to) } }) };
}

/** In each language that has a text of its own; what falls back is told once. */
function textsOf(languages: readonly Display[], textOf: (display: Display) => Text | null): readonly Value[] {
  const told = new Map<string, Value>();
  for (const display of languages) {
    const text = textOf(display);
    if (text && text.text !== "") told.set(`${text.lang} ${text.text}`, valueOf(text.text, text.lang));
  }
  return [...told.values()];
}

function valueOf(text: string, tag: string): Value {
  return /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(tag) && tag !== "und" ? { "@value": text, "@language": tag } : { "@value": text };
}

/** Keys that begin with "@" would be JSON-LD's own words. */
function isName(id: string): boolean {
  return /^[A-Za-z][\w.+-]*:\S+$/.test(id);
}

function find<T extends { readonly id: string }>(all: readonly T[], id: string): T | undefined {
  return all.find((each) => each.id === id);
}

function add(told: Json, key: string, value: unknown): void {
  const known = told[key];
  told[key] = Array.isArray(known) ? [...(known as unknown[]), value] : known === undefined ? value : [known, value];
}
