/** Languages: their own names, and which texts are not in the page's. */

/** The language of the page's own words; the document's `lang` says the same. */
const OWN = "en";

/** For the `lang` attribute: what is in the page's own language needs none, and an unknown language is said to be so. */
export function langOf(language: string): string | undefined {
  return language === OWN ? undefined : language === "und" ? "" : language;
}

/** A language's own name: `de` gives "Deutsch". */
export function nameOfLanguage(code: string): string {
  try {
    return new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  } catch {
    return code; // not a language's code
  }
}
