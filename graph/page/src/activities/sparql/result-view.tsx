/** What a query gave: a table, a sentence, a graph, or why there is nothing. */
import { say } from "../../messages";
import { ResultTable } from "./result-table";
import { sayOutcome } from "./saying";
import type { Outcome, Session } from "./session";

export function ResultView({ session }: { session: Session }) {
  const outcome = session.outcome.value;
  if (!outcome) return null;
  return (
    <section class="sparql-result" aria-label={say("sparql-result")}>
      <p class={outcome.kind === "answer" ? "sparql-told" : "sparql-told is-wrong"}>{sayOutcome(outcome)}</p>
      {outcome.kind === "answer" && <AnswerView outcome={outcome} />}
    </section>
  );
}

function AnswerView({ outcome: { answer } }: { outcome: Extract<Outcome, { kind: "answer" }> }) {
  if (answer.kind === "rows") return <ResultTable key={answer as never} variables={answer.variables} rows={answer.rows} />;
  if (answer.kind === "triples") return <ResultTable variables={TRIPLE} rows={answer.rows} nameOf={(name) => say(`sparql-${name}`)} />;
  return null;
}

const TRIPLE = ["subject", "predicate", "object"] as const;
