/** A query as lexical units, as `measure.py` reads it: without spaces and comments. */

export interface Token {
  readonly kind: "string" | "iri" | "variable" | "name" | "word" | "number" | "other";
  readonly text: string;
  readonly offset: number;
}

/** Letters, digits and spaces as Python's regular expressions know them: both must read the same words. */
const LETTER = String.raw`\p{L}\p{Nl}\p{No}`;
const DIGIT = String.raw`\p{Nd}`;
const WORD = `${LETTER}${DIGIT}_`;
const SPACE = String.raw`\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
/** What a name may hold with a backslash before it. */
const ESCAPED = String.raw`\\[_~.\-!$&'()*+,;=\/?#@%]`;

const TOKEN = new RegExp(
  [
    String.raw`(?<comment>#[^\n\r]*)`,
    String.raw`(?<string>"""(?:"{0,2}(?:[^"\\]|\\.))*"""|'''(?:'{0,2}(?:[^'\\]|\\.))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')`,
    String.raw`(?<iri><(?:[^<>"{}|^\x60\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)`,
    `(?<variable>[?$][${WORD}]+)`,
    // No parser ends a name with a full stop, unless it is escaped.
    String.raw`(?<name>(?:[${LETTER}][${WORD}.\-]{0,200})?:(?:(?:[${WORD}:%]|${ESCAPED})(?:[${WORD}.:%\-]|${ESCAPED})*(?<![^\\]\.))?)`,
    `(?<word>@?[${LETTER}_][${WORD}]*)`,
    String.raw`(?<number>[${DIGIT}]+(?:\.[${DIGIT}]+)?(?:[eE][+\-]?[${DIGIT}]+)?)`,
    `(?<space>[${SPACE}]+)`,
    `(?<other>.)`,
  ].join("|"),
  "gsu",
);

/** The units from an offset on; as `read_tokens` of `measure.py`. */
export function* readTokens(query: string, start = 0): Generator<Token> {
  const pattern = new RegExp(TOKEN);
  pattern.lastIndex = start;
  for (let match = pattern.exec(query); match; match = pattern.exec(query)) {
    for (const [kind, text] of Object.entries(match.groups!)) {
      if (text === undefined || kind === "space" || kind === "comment") continue;
      yield { kind: kind as Token["kind"], text, offset: match.index };
    }
  }
}

const DECLARATIONS: Readonly<Record<string, number>> = { PREFIX: 2, BASE: 1, VERSION: 1 };

/** The first unit after the declarations. */
export function findFirst(tokens: Iterable<Token>): Token | undefined {
  let skipped = 0;
  for (const token of tokens) {
    if (skipped > 0) {
      skipped -= 1;
      continue;
    }
    skipped = token.kind === "word" ? (DECLARATIONS[token.text.toUpperCase()] ?? 0) : 0;
    if (skipped === 0) return token;
  }
  return undefined;
}

export const FORMS = ["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"] as const;
export type Form = (typeof FORMS)[number];

export function formOf(query: string): Form | undefined {
  const first = findFirst([...readTokens(query)]);
  return FORMS.find((form) => form === first?.text.toUpperCase());
}
