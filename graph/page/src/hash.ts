/** The address bar holds the view: `#view=pathway&focus=ascites`. Whatever it holds, only known ids come out. */
import type { Atlas } from "./atlas";
import { shortId } from "./atlas";
import type { DisplayEdge } from "./display";
import { asLanguage, type Language } from "./messages";

export const VIEWS = ["pathway", "body", "focus", "table"] as const;
export type View = (typeof VIEWS)[number];

export type Selection =
  | { readonly kind: "none" }
  | { readonly kind: "node"; readonly id: string }
  | { readonly kind: "edge"; readonly id: string };

export const NOTHING: Selection = { kind: "none" };

/** Clinical or plain words for definitions. */
export const WORDINGS = ["clinical", "plain"] as const;
export type Wording = (typeof WORDINGS)[number];

export interface Place {
  readonly view: View;
  readonly selection: Selection;
  readonly language: Language;
  readonly wording: Wording;
}

export function readHash(hash: string, atlas: Atlas): Place {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  return {
    view: VIEWS.find((view) => view === asked.get("view")) ?? "pathway",
    selection: findEdge(asked.get("statement"), atlas) ?? findNode(asked.get("focus"), atlas) ?? NOTHING,
    language: asLanguage(asked.get("lang")) ?? asLanguage(atlas.display.language) ?? "en",
    wording: asked.get("wording") === "plain" ? "plain" : "clinical",
  };
}

export function writeHash({ view, selection, language, wording }: Place, atlas: Atlas): string {
  const parts = [`view=${view}`];
  if (selection.kind === "node") parts.push(`focus=${encodeURIComponent(briefestId(selection.id, atlas))}`);
  const edge = selection.kind === "edge" ? atlas.edges.get(selection.id) : undefined;
  if (edge) parts.push(`statement=${encodeURIComponent(nameOfEdge(edge)).replace(/%20/g, "+")}`);
  if (language !== atlas.display.language) parts.push(`lang=${language}`);
  if (wording === "plain") parts.push("wording=plain");
  return `#${parts.join("&")}`;
}

/** Two places are one when their addresses are. */
export function isSamePlace(one: Place, other: Place, atlas: Atlas): boolean {
  return writeHash(one, atlas) === writeHash(other, atlas);
}

function findNode(name: string | null, atlas: Atlas): Selection | undefined {
  if (!name) return undefined;
  if (atlas.nodes.has(name)) return { kind: "node", id: name };
  for (const node of atlas.nodes.values()) {
    if (node.iri === name || shortId(node.id) === name) return { kind: "node", id: node.id };
  }
  return undefined;
}

function findEdge(name: string | null, atlas: Atlas): Selection | undefined {
  if (!name) return undefined;
  for (const edge of atlas.edges.values()) {
    if (nameOfEdge(edge) === name) return { kind: "edge", id: edge.id };
  }
  return undefined;
}

/** Ids of edges differ from build to build; what an edge says doesn't. */
function nameOfEdge(edge: DisplayEdge): string {
  return [edge.from, edge.property, edge.to].map(shortId).join(" ");
}

function briefestId(id: string, atlas: Atlas): string {
  const brief = shortId(id);
  const found = findNode(brief, atlas);
  return found?.kind === "node" && found.id === id ? brief : id;
}
