/** Faults and failures in words. */
import { placeOf, type Fault } from "../../engine/fault";
import { say } from "../../messages";
import type { Outcome } from "./session";

/** What is wrong, for under the term. */
export function sayFault({ id, values }: Fault): string {
  return say(id, { ...values });
}

/** What is wrong and where; what is not asked at all has no place that matters. */
export function sayFaultWithPlace(fault: Fault, query: string): string {
  if (!fault.id.startsWith("sparql-fault-")) return sayFault(fault);
  return say("sparql-fault", { ...placeOf(query, fault.from), fault: sayFault(fault) });
}

export function sayFailure({ id, seconds, told }: Extract<Outcome, { kind: "failure" }>): string {
  return say(id, { seconds, told });
}

export function sayOutcome(outcome: Outcome): string {
  if (outcome.kind === "fault") return sayFaultWithPlace(outcome.fault, outcome.query);
  if (outcome.kind === "failure") return sayFailure(outcome);
  const { answer } = outcome;
  const time = say("sparql-time", { milliseconds: Math.max(1, Math.round(outcome.milliseconds)) });
  if (answer.kind === "truth") return say(answer.holds ? "sparql-yes" : "sparql-not");
  const counted = say(answer.kind === "rows" ? "sparql-rows" : "sparql-triples", { number: answer.rows.length });
  return answer.isCut ? say("sparql-cut", { shown: counted }) : `${counted} ${time}`;
}
