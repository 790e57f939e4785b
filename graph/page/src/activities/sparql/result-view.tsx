/** What a query gave: a table, a sentence, a graph, or why there is nothing. */
import { useEffect, useRef } from "preact/hooks";
import { say } from "../../messages";
import { ResultGraph } from "./result-graph";
import { Mends } from "./mending";
import { ResultTable } from "./result-table";
import { sayOutcome } from "./saying";
import type { Outcome, Session } from "./session";
import { TakeAnswer } from "./take-answer";

const TRIPLE = ["subject", "predicate", "object"] as const;

/** So much of an answer should be in sight. */
const IN_SIGHT = 150;

export function ResultView({ session }: { session: Session }) {
  const outcome = session.outcome.value;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const panel = section.current?.closest(".activity");
    if (!section.current || !panel || section.current.getBoundingClientRect().top <= panel.getBoundingClientRect().bottom - IN_SIGHT) return;
    panel.querySelector(".sparql-bar")?.scrollIntoView({ block: "start" });
  }, [outcome]);
  // What was wrong with a query is not wrong with the next.
  const isStale = outcome?.query !== undefined && outcome.query !== session.text.value;
  if (!outcome || (outcome.kind !== "answer" && isStale)) return null;
  return (
    <section
      ref={section} class={isStale ? "sparql-result is-stale" : "sparql-result"} aria-label={say("sparql-result")}
      data-outcome={outcome.kind} aria-busy={session.phase.value === "asking"}
    >
      {isStale && <p class="sparql-stale" role="status">{say("sparql-stale")}</p>}
      <p class={outcome.kind === "answer" ? "sparql-told" : "sparql-told is-wrong"}>{sayOutcome(outcome)}</p>
      {outcome.kind === "fault" && <Mends session={session} fault={outcome.fault} />}
      {outcome.kind === "answer" && <AnswerView outcome={outcome} />}
      {outcome.kind === "answer" && <TakeAnswer session={session} outcome={outcome} />}
    </section>
  );
}

function AnswerView({ outcome: { answer } }: { outcome: Extract<Outcome, { kind: "answer" }> }) {
  if (answer.kind === "truth") return null;
  if (answer.kind === "rows") return <ResultTable variables={answer.variables} rows={answer.rows} />;
  return (
    <>
      <ResultGraph rows={answer.rows} />
      <ResultTable variables={TRIPLE} rows={answer.rows} nameOf={(name) => say(`sparql-${name}`)} />
    </>
  );
}
