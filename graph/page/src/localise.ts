/** The display in another language: its own structure, with what differs put in place. */
import type { Change, Display, Texts } from "./display";

export function localise(display: Display, language: string): Display {
  const change = display.translations[language];
  const told = change === undefined ? display : (apply(display, change) as Display);
  // A language that the data doesn't speak gets the data's own.
  const isSpoken = change !== undefined || language === display.language;
  return { ...told, language: isSpoken ? language : display.language };
}

function apply(base: unknown, change: Change): unknown {
  if (base === null || typeof base !== "object" || change === null || typeof change !== "object" || Array.isArray(change)) return change;
  const entries = Object.entries(change as { readonly [key: string]: Change });
  if (Array.isArray(base)) {
    const list = [...(base as unknown[])];
    for (const [place, one] of entries) list[Number(place)] = apply(list[Number(place)], one);
    return list;
  }
  const told: Record<string, unknown> = { ...base };
  for (const [key, one] of entries) told[key] = apply(told[key], one);
  return told;
}

/** A text of a tour or quiz: in the language, else in English, else in any; with the language that it is in. */
export function textIn(texts: Texts, language: string): { readonly text: string; readonly lang: string } {
  for (const lang of [language, "en", ...Object.keys(texts)]) {
    const text = texts[lang];
    if (text !== undefined && text !== "") return { text, lang };
  }
  return { text: "", lang: language };
}
