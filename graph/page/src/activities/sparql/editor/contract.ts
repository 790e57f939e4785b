/** What the page and the editor's own script ask of each other; the script is only read when the console is opened. */

export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: "error" | "warning";
  readonly message: string;
}

export interface Suggestion {
  /** What is shown, and what is written. */
  readonly label: string;
  readonly write: string;
  readonly detail: string;
  readonly kind: "class" | "property" | "concept" | "passage" | "variable" | "keyword" | "other";
}

export interface EditorWords {
  readonly label: string;
  readonly help: string;
  readonly completions: string;
}

export interface EditorOptions {
  readonly host: HTMLElement;
  readonly text: string;
  readonly words: EditorWords;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  /** Escape leaves the editor: nobody is kept in it. */
  readonly onLeave: () => void;
  /** What may stand in the place of the word that ends at the cursor. */
  readonly suggest: (word: string, text: string) => readonly Suggestion[];
}

export interface Editor {
  setText(text: string): void;
  mark(marks: readonly Mark[]): void;
  /** Write in the place of a part, as a suggestion is taken. */
  focus(): void;
  destroy(): void;
}

export type MountEditor = (options: EditorOptions) => Editor;

declare global {
  // eslint-disable-next-line no-var
  var mountSparqlEditor: MountEditor | undefined;
}
