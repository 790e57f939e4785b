/** A query as lexical units, as `sparql.py` reads it: without spaces and comments. */

export interface Token {
  readonly kind: "string" | "iri" | "variable" | "name" | "word" | "other";
  readonly text: string;
  readonly offset: number;
}

const TOKEN = new RegExp(
  [
    String.raw`(?<comment>#[^\n\r]*)`,
    String.raw`(?<string>"""(?:"{0,2}(?:[^"\\]|\\.))*"""|'''(?:'{0,2}(?:[^'\\]|\\.))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')`,
    String.raw`(?<iri><[^<>"{}|^${"`"}\\\u0000-\u0020]*>)`,
    String.raw`(?<variable>[?$][\p{L}\p{N}_]+)`,
    String.raw`(?<name>(?:\p{L}[\p{L}\p{N}_.\-]*)?:(?:(?:[\p{L}\p{N}_:%\-.~]|\\.)*(?:[\p{L}\p{N}_:%\-]|\\.))?)`,
    String.raw`(?<word>@?[\p{L}_][\p{L}\p{N}_]*)`,
    String.raw`(?<space>\s+)`,
    String.raw`(?<other>.)`,
  ].join("|"),
  "gsu",
);

export function* readTokens(query: string): Generator<Token> {
  for (const match of query.matchAll(TOKEN)) {
    for (const [kind, text] of Object.entries(match.groups!)) {
      if (text === undefined || kind === "space" || kind === "comment") continue;
      yield { kind: kind as Token["kind"], text, offset: match.index };
    }
  }
}

/** SPARQL reads `\u0053` anywhere as the letter: what is forbidden must not be spelled that way. */
export function decodeEscapes(query: string): string {
  return query.replace(/\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})/g, (written, short?: string, long?: string) => {
    const code = Number.parseInt(short ?? long!, 16);
    const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : written;
  });
}

const DECLARATIONS: Readonly<Record<string, number>> = { PREFIX: 2, BASE: 1, VERSION: 1 };

/** The first unit after the declarations. */
export function findFirst(tokens: readonly Token[]): Token | undefined {
  let at = 0;
  for (;;) {
    const token = tokens[at];
    const skipped = token?.kind === "word" ? DECLARATIONS[token.text.toUpperCase()] : undefined;
    if (skipped === undefined) return token;
    at += 1 + skipped;
  }
}

export const FORMS = ["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"] as const;
export type Form = (typeof FORMS)[number];

export function formOf(query: string): Form | undefined {
  const first = findFirst([...readTokens(query)]);
  return FORMS.find((form) => form === first?.text.toUpperCase());
}
