/** What the page and the engine's worker say to each other. */

/** A term as SPARQL's JSON results write it. */
export interface Term {
  readonly type: "uri" | "bnode" | "literal" | "triple";
  readonly value: string | { readonly subject: Term; readonly predicate: Term; readonly object: Term };
  readonly "xml:lang"?: string;
  readonly datatype?: string;
}

export type Row = Readonly<Record<string, Term | undefined>>;

export type Answer =
  | { readonly kind: "rows"; readonly variables: readonly string[]; readonly rows: readonly Row[]; readonly isCut: boolean }
  | { readonly kind: "truth"; readonly holds: boolean }
  | { readonly kind: "triples"; readonly rows: readonly Row[]; readonly isCut: boolean }
  | { readonly kind: "text"; readonly text: string };

export interface Question {
  /** With every prefix declared. */
  readonly text: string;
  /** What comes back: something to show, or a file of a media type. */
  readonly want: "rows" | "truth" | "triples" | { readonly type: string };
  /** The graphs of several FROM: the engine takes them as a bag, so their merge is made first. */
  readonly merge?: { readonly plain: readonly string[]; readonly named: readonly string[] } | undefined;
  readonly most: number;
}

export type ToWorker =
  | { readonly kind: "start"; readonly module: WebAssembly.Module | undefined; readonly packed: Uint8Array | undefined; readonly dataset: Uint8Array }
  | { readonly kind: "ask"; readonly id: number; readonly question: Question };

export type FromWorker =
  | { readonly kind: "ready"; readonly module: WebAssembly.Module }
  | { readonly kind: "failed"; readonly told: string }
  | { readonly kind: "answer"; readonly id: number; readonly answer: Answer }
  /** `isBroken`: the engine can't be trusted any more, and has to be started anew. */
  | { readonly kind: "refused"; readonly id: number; readonly told: string; readonly isBroken: boolean };
