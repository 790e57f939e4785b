/** Concepts as rows: what stands in each cell, in words. */
import { shortId, type Atlas } from "../../atlas";
import type { DisplayNode, Text } from "../../display";
import type { Shown } from "../../filter";
import type { Wording } from "../../hash";
import { fold } from "../../words";
import type { Column } from "./listing";

export interface Names {
  readonly language: string;
  readonly labels: readonly string[];
}

export interface ConceptRow {
  readonly id: string;
  readonly node: DisplayNode;
  readonly kind: string;
  readonly definition: Text | null;
  /** Statements that mention it: those that are shown, and all. */
  readonly shown: number;
  readonly all: number;
  readonly names: readonly Names[];
}

export function makeConceptRows(atlas: Atlas, { nodes, edges }: Shown, wording: Wording): readonly ConceptRow[] {
  const rows: ConceptRow[] = [];
  for (const node of atlas.nodes.values()) {
    if (!nodes.has(node.id)) continue;
    const own = (atlas.edgesAt.get(node.id) ?? []).filter(({ id }) => !atlas.mirrors.has(id) || edges.has(id));
    rows.push({
      id: node.id,
      node,
      kind: atlas.classes.get(node.class)?.label ?? shortId(node.class),
      definition: definitionOf(node, wording),
      shown: own.filter(({ id }) => edges.has(id)).length,
      all: own.length,
      names: namesOf(node),
    });
  }
  return rows;
}

/** In the wording that was chosen; the other one stands in where it is missing. */
export function definitionOf(node: DisplayNode, wording: Wording): Text | null {
  return (wording === "plain" ? node.plain : node.definition) ?? node.definition ?? node.plain;
}

/** Everything that it is called but its label itself. */
function namesOf(node: DisplayNode): readonly Names[] {
  return Object.entries(node.labels).flatMap(([language, labels]) => {
    const others = labels.filter((label) => label !== node.label || language !== node.lang);
    return others.length > 0 ? [{ language, labels: others }] : [];
  });
}

export function conceptColumns(): readonly Column<ConceptRow>[] {
  return [
    { id: "concept", textOf: ({ node }) => node.label },
    { id: "class", textOf: ({ kind }) => kind },
    { id: "definition", textOf: ({ definition }) => definition?.text ?? "" },
    { id: "number", textOf: ({ shown }) => String(shown), orderOf: ({ shown }) => shown },
    { id: "names", textOf: ({ names }) => names.map(({ language, labels }) => `${language}: ${labels.join(", ")}`).join("; ") },
  ];
}

export function conceptFileColumns(): readonly Column<ConceptRow>[] {
  return [...conceptColumns(), { id: "identifier", textOf: ({ node }) => node.iri }];
}

const folded = new WeakMap<DisplayNode, string>();

/** All names of a concept as they are compared; kept, since it stands in many statements. */
export function wordsOfNode(node: DisplayNode): string {
  let words = folded.get(node);
  if (words === undefined) {
    words = fold([node.label, ...Object.values(node.labels).flat()].join("\n"));
    folded.set(node, words);
  }
  return words;
}

export function wordsOfConcept({ node, kind, definition }: ConceptRow): string {
  return `${wordsOfNode(node)}\n${fold(`${kind}\n${definition?.text ?? ""}`)}`;
}
