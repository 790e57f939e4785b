/** Prefixes: those in force, those that a query leaves undeclared, and the IRIs that it names by them. */
import { readTokens, type Token } from "./tokens";

export type Prefixes = Readonly<Record<string, string>>;

function declaredIn(tokens: readonly Token[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [index, { kind, text }] of tokens.entries()) {
    const [name, iri] = [tokens[index + 1], tokens[index + 2]];
    if (kind === "word" && text.toUpperCase() === "PREFIX" && name?.kind === "name" && iri?.kind === "iri") {
      found[name.text.slice(0, -1)] = iri.text.slice(1, -1);
    }
  }
  return found;
}

/** The predeclared prefixes and a query's own. */
export function findPrefixes(query: string, known: Prefixes): Prefixes {
  return { ...known, ...declaredIn([...readTokens(query)]) };
}

/** The declarations that a query leaves out, one a line: the engine and others want them written. */
export function missingDeclarations(query: string, known: Prefixes): string {
  const tokens = [...readTokens(query)];
  const own = declaredIn(tokens);
  const used = new Set(tokens.flatMap(({ kind, text }) => (kind === "name" ? text.slice(0, text.indexOf(":")) : [])));
  const missing = Object.keys(known).filter((prefix) => used.has(prefix) && !(prefix in own));
  return missing.map((prefix) => `PREFIX ${prefix}: <${known[prefix]}>\n`).join("");
}

export interface NamedIri {
  readonly iri: string;
  readonly token: Token;
}

/** The IRIs that a query names, declarations left out. */
export function findIris(query: string, known: Prefixes): readonly NamedIri[] {
  const prefixes = findPrefixes(query, known);
  const found: NamedIri[] = [];
  let before: readonly string[] = ["", ""];
  for (const token of readTokens(query)) {
    const isDeclared = before.includes("PREFIX") || before[1] === "BASE";
    const iri = isDeclared ? undefined : iriOf(token, prefixes);
    if (iri !== undefined) found.push({ iri, token });
    before = [before[1]!, token.kind === "word" ? token.text.toUpperCase() : ""];
  }
  return found;
}

export function iriOf({ kind, text }: Token, prefixes: Prefixes): string | undefined {
  if (kind === "iri") return text.slice(1, -1);
  if (kind !== "name") return undefined;
  const colon = text.indexOf(":");
  const namespace = Object.hasOwn(prefixes, text.slice(0, colon)) ? prefixes[text.slice(0, colon)] : undefined;
  return namespace === undefined ? undefined : namespace + text.slice(colon + 1).replace(/\\(.)/gs, "$1");
}

/** The CURIE of an IRI under the predeclared prefixes, or nothing where it has none that SPARQL reads unescaped. */
export function shorten(iri: string, known: Prefixes): string | undefined {
  let best = "";
  for (const [prefix, namespace] of Object.entries(known)) {
    if (iri.startsWith(namespace) && (best === "" || namespace.length > known[best]!.length)) best = prefix;
  }
  const local = best && iri.slice(known[best]!.length);
  return local && /^[\p{L}\p{N}_](?:[\p{L}\p{N}_\-.]*[\p{L}\p{N}_\-])?$/u.test(local) ? `${best}:${local}` : undefined;
}
