/** The query as others can run it: with every prefix declared, as Python, as a command for the shell. */
import { missingDeclarations, type Prefixes } from "../../engine/prefixes";
import { formOf } from "../../engine/tokens";

/** Where `metastasis-atlas serve` answers unless it is told otherwise. */
export const ENDPOINT = "http://127.0.0.1:8000/sparql";

export function withDeclarations(query: string, prefixes: Prefixes): string {
  return missingDeclarations(query, prefixes) + `${query.trimEnd()}\n`;
}

export function writePython(query: string): string {
  const form = formOf(query);
  const ending = form === "SELECT" ? "print(answer.to_csv())" : form === "ASK" ? "print(bool(answer))" : "print(answer.to_graph().serialize())";
  return `from metastasis_atlas import open_atlas\n\nanswer = open_atlas().query(${quoteForPython(query)})\n${ending}\n`;
}

/** Lines stay lines; what would end the text, or mean something in it, is escaped. */
export function quoteForPython(text: string): string {
  const escaped = text.replace(/\\|"""|"$/g, (piece) => piece.replace(/[\\"]/g, "\\$&")).replace(/[\0\r\uD800-\uDFFF]/gu, escapeCode);
  return `"""${escaped}"""`;
}

function escapeCode(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

export function writeCurl(query: string, endpoint: string = ENDPOINT): string {
  const form = formOf(query);
  const accept = form === "SELECT" ? "text/csv" : form === "ASK" ? "application/sparql-results+json" : "text/turtle";
  return `curl --silent --show-error --header ${quoteForShell(`Accept: ${accept}`)} --data-urlencode ${quoteForShell(`query=${query}`)} ${endpoint}\n`;
}

/** Between single quotes a shell reads everything as it stands, but for the quote itself; a NUL it can't hold. */
export function quoteForShell(text: string): string {
  return `'${text.replace(/\0/g, "").replace(/'/g, `'\\''`)}'`;
}
