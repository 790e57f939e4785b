/** The page's own words: Fluent catalogues, one folder a language; what a language lacks is said in English. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { signal } from "@preact/signals";
import { CATALOGUES, type Language } from "./messages/catalogues";

export const LANGUAGES = Object.keys(CATALOGUES) as readonly Language[];
export type { Language };

/** The language of the page and of the texts in it. */
export const language = signal<Language>("en");

const bundles = new Map<Language, FluentBundle>();

function bundleOf(code: Language): FluentBundle {
  let bundle = bundles.get(code);
  if (!bundle) {
    // Marks around what is filled in would be copied along with the text.
    bundle = new FluentBundle(code, { useIsolating: false });
    for (const text of CATALOGUES[code]) bundle.addResource(new FluentResource(text));
    bundles.set(code, bundle);
  }
  return bundle;
}

export function asLanguage(code: string | null | undefined): Language | undefined {
  return LANGUAGES.find((known) => known === code);
}

/** Whether a catalogue has a message: so a test can hold all to the same ones. */
export function hasMessage(code: Language, id: string): boolean {
  return bundleOf(code).hasMessage(id);
}

/** A message in the page's language. */
export function say(id: string, values: Record<string, FluentVariable> = {}): string {
  return sayIn(language.value, id, values);
}

export function sayIn(code: Language, id: string, values: Record<string, FluentVariable> = {}): string {
  for (const bundle of [bundleOf(code), bundleOf("en")]) {
    const pattern = bundle.getMessage(id)?.value;
    if (pattern) return bundle.formatPattern(pattern, values, []);
  }
  return id;
}

/** How many concepts and statements, in words: what several messages are filled with. */
export function countsOf(concepts: number, statements: number): Record<string, string> {
  return { concepts: say("count-concepts", { number: concepts }), statements: say("count-statements", { number: statements }) };
}
