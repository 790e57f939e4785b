/** A language's own name: `de` gives "Deutsch". */
export function nameOfLanguage(code: string): string {
  try {
    return new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  } catch {
    return code; // not a language's code
  }
}
