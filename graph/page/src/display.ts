/** What the Python side hands to the page: `view.py` makes it, `page.py` writes it into `#atlas-data`. */

/** What a property is about; it decides the colour and the arrow of its edges. */
export type Meaning =
  "treatment" | "relief" | "cause" | "place" | "spread" | "kind" | "choice" | "negative" | "other";

export interface DisplayClass {
  readonly id: string;
  readonly label: string;
  /** The language that the label is in, here and below: what is not translated stands in English. */
  readonly lang: string;
  /** A name that `shapes.ts` knows; anything else falls back to one that is free. */
  readonly shape: string;
  /** A name that `palette.ts` knows, or a number; anything else falls back likewise. */
  readonly hue: string | number;
  readonly count: number;
}

export interface DisplayProperty {
  readonly id: string;
  readonly label: string;
  readonly lang: string;
  readonly meaning: Meaning;
  readonly count: number;
}

export interface Modality {
  readonly id: string;
  readonly label: string;
  readonly lang: string;
  readonly explanation: string;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly url: string | null;
  readonly licence: string | null;
}

export interface Passage {
  readonly id: string;
  readonly source: string;
  readonly locator: string;
  readonly modality: string;
  readonly review: string;
  readonly note: string | null;
}

export interface Mapping {
  readonly curie: string;
  readonly iri: string;
  readonly label: string;
  readonly relation: string;
}

export interface DisplayNode {
  readonly id: string;
  readonly iri: string;
  readonly label: string;
  readonly lang: string;
  readonly class: string;
  readonly definition: string | null;
  readonly plain: string | null;
  readonly x: number;
  readonly y: number;
  /** Whether it is shown before anybody asks for more. */
  readonly core: boolean;
  /** Whether no source speaks of it, but only our own additions. */
  readonly ours: boolean;
  /** By language; the first of each is the preferred label. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly mappings: readonly Mapping[];
  readonly facts: readonly (readonly [name: string, value: string])[];
}

export interface Evidence {
  readonly passage: string;
  readonly sentence: string;
  /** What is to be added to this statement; what goes for the whole passage stands there. */
  readonly note: string | null;
}

export interface Proof {
  readonly rule: string;
  readonly lang: string;
  readonly explanation: string;
  /** Ids of the edges that the rule leaned on. */
  readonly premises: readonly string[];
}

export interface DisplayEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly property: string;
  /** As firm as its firmest evidence, and no firmer. */
  readonly sentence: string;
  readonly lang: string;
  /** How firmly it is said, firmest first; of a derived statement, how firmly its premises are. */
  readonly modalities: readonly string[];
  /** Our own addition, or derived from one: no source says it. */
  readonly ours: boolean;
  readonly derived: boolean;
  readonly negative: boolean;
  readonly core: boolean;
  readonly evidence: readonly Evidence[];
  readonly proof: Proof | null;
}

/** A column of the pathway. */
export interface Layer {
  readonly label: string;
  readonly x: number;
}

/** What pyvis's `get_network_data()` gives: which nodes and edges are drawn, and where. */
export interface DrawnNetwork {
  readonly nodes: readonly { readonly id: string; readonly x?: number; readonly y?: number }[];
  readonly edges: readonly { readonly id?: string; readonly from: string; readonly to: string }[];
}

export interface Display {
  readonly format: number;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  readonly languages: readonly string[];
  readonly disclaimer: string;
  readonly licence: string;
  readonly review: string;
  readonly classes: readonly DisplayClass[];
  readonly properties: readonly DisplayProperty[];
  readonly modalities: readonly Modality[];
  readonly sources: readonly Source[];
  readonly passages: readonly Passage[];
  readonly nodes: readonly DisplayNode[];
  readonly edges: readonly DisplayEdge[];
  readonly layers: readonly Layer[];
  readonly network: DrawnNetwork;
}

/** The format that this page understands. */
export const FORMAT = 2;

/** Read the display data; throws a sentence that a reader can act on. */
export function readDisplay(text: string | null | undefined): Display {
  if (!text) throw new Error("This page holds no data. Make it anew with: metastasis-atlas explore");
  const display = JSON.parse(text) as Display;
  if (display.format !== FORMAT) {
    throw new Error(`This page's data has format ${display.format}, and its script reads format ${FORMAT}.`);
  }
  return display;
}
