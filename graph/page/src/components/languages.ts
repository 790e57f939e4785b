/** Languages: their own names, and which texts are not in the page's. */

import { language as own } from "../messages";

/** For the `lang` attribute: what is in the page's own language needs none, and an unknown language is said to be so. */
export function langOf(language: string): string | undefined {
  return language === own.value ? undefined : language === "und" ? "" : language;
}

/** A language's own name: `de` gives "Deutsch". */
export function nameOfLanguage(code: string): string {
  try {
    return new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  } catch {
    return code; // not a language's code
  }
}
