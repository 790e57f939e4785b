/** Asks what stands in the editor: measured, completed with prefixes, limited in rows and time. */
import { batch } from "@preact/signals";
import { readDatasetClause, type DatasetClause, type GraphName } from "../../engine/dataset-clause";
import { QueryRefused } from "../../engine/client";
import { faultAt, type Fault } from "../../engine/fault";
import { findFault } from "../../engine/finding-faults";
import { limitRows } from "../../engine/limit";
import { findRefusal } from "../../engine/measure";
import { EngineError } from "../../engine/parcels";
import { missingDeclarations, type Prefixes } from "../../engine/prefixes";
import type { Answer, Question } from "../../engine/protocol";
import { formOf } from "../../engine/tokens";
import type { State } from "../../state";
import { lightUp } from "./lighting";
import { MOST_ROWS, type Outcome, type Session } from "./session";

export function prefixesOf(state: State): Prefixes {
  return state.made.display.console?.prefixes ?? {};
}

/** A query that may not be asked, or that the engine refuses. */
export class Faulty extends Error {
  constructor(readonly fault: Fault) {
    super(fault.id);
  }
}

/** Ask a query; what comes back is shown (`undefined`) or a file of a media type. */
export async function ask(session: Session, text: string, prefixes: Prefixes, type?: string, milliseconds?: number): Promise<Answer> {
  if (text.trim() === "") throw new Faulty(faultAt("sparql-empty", {}, 0, text.length));
  const refusal = findRefusal(text);
  if (refusal) throw new Faulty(refusal);
  const clause = readDatasetClause(text, prefixes);
  const { question, lines } = makeQuestion(text, clause, prefixes, type);
  const limit = milliseconds ?? session.seconds.peek() * 1000;
  const missing = await findMissingGraph(session.engine, clause.graphs, limit);
  // As in Python: a clause of one graph is heard before other faults, a merge is made of a query that is well.
  if (missing && !question.merge) throw new Faulty(missing);
  try {
    const answer = await session.engine.ask(question, limit);
    if (missing) throw new Faulty(missing);
    return answer;
  } catch (error) {
    if (!(error instanceof QueryRefused)) throw error;
    throw new Faulty(findFault(text, raise(error.message, lines), prefixes));
  }
}

/** The engine would answer with nothing, which is not what a mistyped name is to be told. */
async function findMissingGraph(engine: Session["engine"], graphs: readonly GraphName[], limit: number): Promise<Fault | undefined> {
  if (graphs.length === 0) return undefined;
  const names = [...new Set(graphs.map(({ iri }) => `<${iri}>`))].join(" ");
  const text = `SELECT ?g { VALUES ?g { ${names} } FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }`;
  try {
    const answer = await engine.ask({ text, want: "rows", most: graphs.length }, limit);
    const missing = new Set(answer.kind === "rows" ? answer.rows.map(({ g }) => g?.value) : []);
    const first = graphs.find(({ iri }) => missing.has(iri));
    return first && faultAt("sparql-no-graph", { graph: first.iri }, first.from, first.to);
  } catch (error) {
    // A name that is none is a fault of the query itself, which the engine tells with its place.
    if (error instanceof QueryRefused) return undefined;
    throw error;
  }
}

function makeQuestion(text: string, { plain, named, rest }: DatasetClause, prefixes: Prefixes, type: string | undefined): { readonly question: Question; readonly lines: number } {
  const form = formOf(text);
  const merge = plain.length > 1 ? { plain, named } : undefined;
  const declared = missingDeclarations(text, prefixes);
  const asked = declared + (merge ? rest : text);
  const want = type !== undefined ? { type } : form === "CONSTRUCT" || form === "DESCRIBE" ? "triples" : form === "ASK" ? "truth" : "rows";
  const isLimited = type === undefined && form === "SELECT";
  return {
    question: { text: isLimited ? limitRows(asked, MOST_ROWS + 1) : asked, want, merge, most: MOST_ROWS },
    lines: declared.split("\n").length - 1,
  };
}

/** The engine counts the lines of the declarations that it was given, too. */
function raise(told: string, lines: number): string {
  return told.replace(/(\d+):(\d+)/, (_, line: string, column: string) => `${Math.max(1, Number(line) - lines)}:${column}`);
}

export async function run(state: State, session: Session): Promise<void> {
  if (session.phase.peek() === "asking") return;
  const query = session.text.peek();
  batch(() => {
    session.phase.value = "asking";
    // The answer needs the room.
    if (session.helper.peek() === "questions") session.helper.value = "none";
    // Who has changed a ready question's query writes.
    if (!session.question.peek()) session.first.value = "code";
    state.ask.value = session.asked = session.question.peek()?.id ?? query;
  });
  const outcome = await find(session, query, prefixesOf(state));
  batch(() => {
    session.phase.value = "idle";
    session.outcome.value = outcome;
    session.done.value += 1;
    state.answered.value = outcome.kind === "answer" ? lightUp(state.made, prefixesOf(state), outcome.query, outcome.answer) : undefined;
  });
}

async function find(session: Session, query: string, prefixes: Prefixes): Promise<Outcome> {
  try {
    await session.engine.start();
    const begun = performance.now();
    const answer = await ask(session, query, prefixes);
    return { kind: "answer", query, answer: answer as Exclude<Answer, { kind: "text" }>, milliseconds: performance.now() - begun };
  } catch (error) {
    if (error instanceof Faulty) return { kind: "fault", query, fault: error.fault };
    return failureOf(error, session.seconds.peek(), query);
  }
}

export function failureOf(error: unknown, seconds: number, query?: string): Outcome {
  const id = error instanceof EngineError ? error.id : "sparql-broken";
  const told = error instanceof Error && error.message !== id ? error.message : "";
  return { kind: "failure", query, id, seconds, told };
}
