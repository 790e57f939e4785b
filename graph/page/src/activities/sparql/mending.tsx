/** What seems to be mistyped, said in sight of everybody, with what may have been meant: a click writes it. */
import { say } from "../../messages";
import type { Fault } from "../../engine/fault";
import { capitalize } from "../../words";
import { sayFault } from "./saying";
import type { Session } from "./session";

/** More would push the answer out of sight; the rest is marked in the editor. */
const MOST = 3;

/** The unknown terms of the query; a fault that refuses it is told where the answer would stand. */
export function UnknownTerms({ session }: { session: Session }) {
  const outcome = session.outcome.value;
  const told = outcome?.kind === "fault" && outcome.query === session.text.value ? outcome.fault.from : -1;
  // What has been told as a fault needs no second word, unless that one knows a mend.
  const unknown = session.warnings.value.filter(({ from, mends }) => from !== told || mends?.length);
  return (
    <div role="status" class="sparql-unknown" hidden={unknown.length === 0}>
      {unknown.slice(0, MOST).map((fault) => (
        <p key={fault.from}>{capitalize(sayFault(fault))} <Mends session={session} fault={fault} /></p>
      ))}
      {unknown.length > MOST && <p>…</p>}
    </div>
  );
}

export function Mends({ session, fault }: { session: Session; fault: Fault }) {
  if (!fault.mends?.length) return null;
  return (
    <span class="sparql-mends">
      {fault.mends.map((term) => (
        <button key={term} type="button" onClick={() => mend(session, fault, term)}>{say("sparql-mend", { term })}</button>
      ))}
    </span>
  );
}

function mend(session: Session, { from, to }: Fault, term: string): void {
  const text = session.text.peek();
  session.text.value = text.slice(0, from) + term + text.slice(to);
  // The button goes with the fault, and the focus must not go with it.
  document.querySelector<HTMLElement>(".sparql-run")?.focus({ preventScroll: true });
}
