/** What the Python side hands to the page: `view.py` makes it, `page.py` writes it into `#atlas-data`. */
import { unpack, type Packed } from "./packing";

/** What a property is about; it decides the colour and the arrow of its edges. */
export type Meaning =
  "treatment" | "relief" | "cause" | "place" | "spread" | "kind" | "choice" | "negative" | "other";

/** A text with the language that it is in, which may not be the one asked for. */
export interface Text {
  readonly text: string;
  readonly lang: string;
}

/** A text by language. */
export type Texts = Readonly<Record<string, string>>;

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
  /** What it is ("public web page"), who published it, whether anybody has reviewed it; null where that isn't said. */
  readonly kind: string | null;
  readonly publisher: string | null;
  readonly review: Text | null;
}

export interface Passage {
  readonly id: string;
  readonly source: string;
  readonly locator: Text | null;
  readonly modality: string;
  readonly review: Text | null;
  readonly note: Text | null;
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
  /** The lay word in the display's language; empty where there is none. */
  readonly plainLabel?: string;
  /** What the label is in clinical wording, where `label` is the lay word; see `wording.ts`. */
  readonly clinical?: Text;
  readonly class: string;
  readonly definition: Text | null;
  readonly plain: Text | null;
  readonly x: number;
  readonly y: number;
  /** Whether it is shown before anybody asks for more. */
  readonly core: boolean;
  /** Whether no source speaks of it, but only our own additions. */
  readonly ours: boolean;
  /** How the name stands in sentences where its label isn't found in it: "des métastases", "метастазів у кістках". */
  readonly forms: readonly string[];
  /** By language; the first of each is the preferred label. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly mappings: readonly Mapping[];
  readonly facts: readonly (readonly [name: string, value: string])[];
}

export interface Evidence {
  readonly passage: string;
  /** Where the passage says it otherwise than the edge's own sentence does. */
  readonly sentence: string | null;
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
  /** Of how many of the things named it speaks: "some", "almost all"; null where of all. */
  readonly quantifier: string | null;
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
  /** `column-…` in the catalogues is its name. */
  readonly id: string;
  readonly x: number;
}

export interface TourStep {
  readonly title: Texts;
  readonly view: "pathway" | "body" | "focus" | "table";
  readonly focus: string | null;
  readonly passages: readonly string[];
  readonly text: Texts;
}

export interface Tour {
  readonly id: string;
  readonly title: Texts;
  readonly about: Texts;
  readonly steps: readonly TourStep[];
}

/** What a passage says of a claim: it states it, it states a negative that denies it, or it is silent (which is no "no"). */
export type Verdict = "named" | "denied" | "not-said";

interface AnyItem {
  readonly id: string;
  readonly ask: Texts;
  readonly explain: Texts;
  readonly passages: readonly string[];
}

export interface ChoiceItem extends AnyItem {
  readonly kind: "choice";
  readonly choices: readonly { readonly node: string; readonly verdict: Verdict }[];
  /** Statements that the item is about, for the drawing. */
  readonly edges: readonly string[];
}

export interface VerdictItem extends AnyItem {
  readonly kind: "verdict";
  readonly claim: { readonly subject: string; readonly property: string; readonly object: string };
  readonly answer: Verdict;
  readonly edges: readonly string[];
}

/** A small map: statements that are shown, and statements whose links are to be put back. */
export interface MapItem extends AnyItem {
  readonly kind: "map";
  readonly given: readonly string[];
  readonly missing: readonly string[];
}

export type QuizItem = ChoiceItem | VerdictItem | MapItem;

export interface Quiz {
  readonly id: string;
  readonly title: Texts;
  readonly items: readonly QuizItem[];
}

/** A question that the atlas is held to answer, in words and in SPARQL. */
export interface CompetencyQuestion {
  readonly id: string;
  /** In English, like the kind of answer and the group. */
  readonly question: string;
  readonly answer: string;
  readonly group: string;
  readonly query: string;
}

/** What lies within so many steps of a concept in a store that is asked over the network. */
export interface Excerpt {
  readonly store: string;
  /** The id of the concept, or of the passage. */
  readonly around: string;
  readonly steps: number;
  /** Whether there was more than was fetched. */
  readonly cut: boolean;
}

/** What the SPARQL console starts with; see `page.py`. */
export interface ConsoleData {
  readonly questions: readonly CompetencyQuestion[];
  /** The predeclared prefixes. */
  readonly prefixes: Readonly<Record<string, string>>;
  /** Namespaces in which every IRI is one of the atlas's own. */
  readonly ours: readonly string[];
}

export interface Display {
  readonly format: number;
  readonly title: string;
  readonly version: string;
  readonly language: string;
  readonly languages: readonly string[];
  readonly classes: readonly DisplayClass[];
  readonly properties: readonly DisplayProperty[];
  readonly modalities: readonly Modality[];
  readonly sources: readonly Source[];
  readonly passages: readonly Passage[];
  readonly nodes: readonly DisplayNode[];
  readonly edges: readonly DisplayEdge[];
  /** The long words of the labels, small, with a soft hyphen wherever they may be broken. */
  readonly breaks: readonly string[];
  readonly layers: readonly Layer[];
  readonly tours: readonly Tour[];
  readonly quizzes: readonly Quiz[];
  readonly console?: ConsoleData;
  /** Of what this is a part; null where it is the whole. */
  readonly excerpt: Excerpt | null;
  /** By language what stands in the place of this display's own texts; see `localise.ts`. */
  readonly translations: Readonly<Record<string, Change>>;
}

/** What differs in another language: by key or place a further change, or the other value. */
export type Change = string | number | boolean | null | { readonly [key: string]: Change } | readonly unknown[];

/** The format that this page understands. */
export const FORMAT = 4;

/** As it is written: what may come in thousands, in columns. */
interface Written extends Omit<Display, "nodes" | "edges"> {
  readonly nodes: Packed<DisplayNode>;
  readonly edges: Packed<DisplayEdge>;
}

/** Read the display data; throws a sentence that a reader can act on. */
export function readDisplay(text: string | null | undefined): Display {
  if (!text) throw new Error("This page holds no data. Make it anew with: metastasis-atlas explore");
  const display = JSON.parse(text) as Written;
  if (display.format !== FORMAT) {
    throw new Error(`This page's data has format ${display.format}, and its script reads format ${FORMAT}.`);
  }
  return { ...display, nodes: unpack(display.nodes), edges: unpack(display.edges) };
}
