/** The worker in which Oxigraph answers, as WebAssembly: it may be ended at any moment, and takes no harm to the page. */
import { decompress } from "brotli/decompress";
import { initSync, namedNode, parse, quad, Store, type Quad } from "oxigraph/web.js";
import type { Answer, FromWorker, Question, Row, Term, ToWorker } from "./protocol";

const JSON_RESULTS = "application/sparql-results+json";
const N_TRIPLES = "application/n-triples";

let store: Store | undefined;

const tell = (message: FromWorker) => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "start") void start(data);
  else answer(data.id, data.question);
});

async function start({ module, packed, dataset }: Extract<ToWorker, { kind: "start" }>): Promise<void> {
  try {
    const engine = module ?? (await WebAssembly.compile(decompress(packed!) as Uint8Array<ArrayBuffer>));
    initSync({ module: engine });
    store = new Store();
    store.load(dataset, { format: "application/n-quads", no_transaction: true, lenient: true });
    // The default graph is the merge of all graphs, as in Python's store.
    store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }");
    tell({ kind: "ready", module: engine });
  } catch (error) {
    tell({ kind: "failed", told: wordsOf(error) });
  }
}

function answer(id: number, question: Question): void {
  try {
    tell({ kind: "answer", id, answer: find(question) });
  } catch (error) {
    // The engine's own refusals are plain errors; an overflow or a want of memory leaves it in ruins.
    const isBroken = error instanceof RangeError || error instanceof WebAssembly.RuntimeError;
    tell({ kind: "refused", id, told: wordsOf(error), isBroken });
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function find({ text, want, merge, most }: Question): Answer {
  const asked = merge ? mergeGraphs(merge.plain, merge.named) : store!;
  const write = (type: string) => asked.query(text, { results_format: type }) as string;
  if (want === "rows" || want === "truth") return readResults(write(JSON_RESULTS), most);
  if (want === "triples") return readTriples(write(N_TRIPLES), most);
  return { kind: "text", text: write(want.type) };
}

function readResults(text: string, most: number): Answer {
  const told = JSON.parse(text) as { readonly boolean?: boolean; readonly head: { readonly vars?: string[] }; readonly results?: { readonly bindings: Row[] } };
  if (typeof told.boolean === "boolean") return { kind: "truth", holds: told.boolean };
  const rows = told.results?.bindings ?? [];
  return { kind: "rows", variables: told.head.vars ?? [], rows: rows.slice(0, most), isCut: rows.length > most };
}

/** Only as many lines are read as are shown. */
function readTriples(text: string, most: number): Answer {
  let end = 0;
  let lines = 0;
  while (lines < most && end < text.length) {
    const next = text.indexOf("\n", end);
    end = next < 0 ? text.length : next + 1;
    lines += 1;
  }
  const rows = (parse(text.slice(0, end), { format: N_TRIPLES, lenient: true }) as Quad[]).map(
    (one): Row => ({ subject: toTerm(one.subject), predicate: toTerm(one.predicate), object: toTerm(one.object) }),
  );
  return { kind: "triples", rows, isCut: end < text.trimEnd().length };
}

function toTerm(term: Quad["subject"] | Quad["predicate"] | Quad["object"]): Term {
  if (term.termType === "Literal") {
    return { type: "literal", value: term.value, ...(term.language ? { "xml:lang": term.language } : { datatype: term.datatype.value }) };
  }
  if (term.termType === "Quad") {
    return { type: "triple", value: { subject: toTerm(term.subject), predicate: toTerm(term.predicate), object: toTerm(term.object) } };
  }
  return { type: term.termType === "BlankNode" ? "bnode" : "uri", value: term.value };
}

function mergeGraphs(plain: readonly string[], named: readonly string[]): Store {
  const merged = new Store();
  for (const [graphs, isKept] of [[plain, false], [named, true]] as const) {
    for (const name of graphs) {
      for (const one of store!.match(null, null, null, namedNode(name))) {
        merged.add(isKept ? one : quad(one.subject, one.predicate, one.object));
      }
    }
  }
  return merged;
}
