/** Writes SVG as text: whatever is put in comes out as text or as the value of an attribute, never as markup. */

export type Svg = { readonly markup: string };

type Value = string | number | undefined | false;

const SAFE_NAME = /^[a-z][a-zA-Z0-9:-]*$/;

export function element(name: string, attributes: Readonly<Record<string, Value>> = {}, ...children: readonly (Svg | undefined | false)[]): Svg {
  if (!SAFE_NAME.test(name)) throw new Error(`No element is called ${name}.`);
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined || value === false || !SAFE_NAME.test(key) ? [] : [` ${key}="${escape(typeof value === "number" ? round(value) : value)}"`],
  );
  const inside = children.map((child) => (child ? child.markup : "")).join("");
  return { markup: inside === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${inside}</${name}>` };
}

export function text(words: string): Svg {
  return { markup: escape(words) };
}

/** XML has no way to write these, not even escaped: a picture that holds one doesn't open. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

export function strip(words: string): string {
  return words.replace(UNWRITABLE, "");
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escape(words: string): string {
  return strip(words).replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);
}

/** Two digits are finer than any eye; more make the file longer. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
