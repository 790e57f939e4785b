/** The console: questions in words, a query put together by choosing, SPARQL, and what it gives. */
import "./sparql.css";
import { useSignalEffect } from "@preact/signals";
import { Fragment } from "preact";
import { useEffect } from "preact/hooks";
import { useAtlasState } from "../../components/context";
import { FallbackMark } from "../../components/text-in";
import { say } from "../../messages";
import { run } from "./asking";
import { Builder } from "./builder";
import { Code } from "./code";
import { QuestionsList } from "./questions-list";
import { ResultView } from "./result-view";
import { RunBar } from "./run-bar";
import { sayOutcome } from "./saying";
import { sessionOf, type Helper } from "./session";
import { fillFromAddress, start } from "./starting";

export function SparqlPanel() {
  const state = useAtlasState();
  const session = sessionOf(state);
  useEffect(() => void start(state, session), [state, session]);
  // Another address while the console is open: back and forward, or a link.
  useSignalEffect(() => {
    if (state.ask.value !== undefined && session.phase.value === "idle") fillFromAddress(state, session);
  });
  const question = session.question.value;
  const answer = (
    <Fragment key="answer">
      <RunBar session={session} />
      <p class="visually-hidden" role="status">{sayStatus()}</p>
      <ResultView session={session} />
    </Fragment>
  );
  return (
    <div class="sparql" data-done={session.done.value} onKeyDown={askByKey}>
      <h2>{say("activity-sparql")}</h2>
      <Helpers />
      {session.helper.value === "questions" && <QuestionsList session={session} />}
      {session.helper.value === "build" && <Builder session={session} />}
      {question && (
        <p class="sparql-question">
          <strong lang="en">{question.question}</strong><FallbackMark lang="en" /> <span class="note" lang="en">{question.answer}</span>
        </p>
      )}
      {/* One editor that is moved, not two: what was typed can be undone. */}
      {session.first.value === "code" ? [<Code key="code" session={session} />, answer] : [answer, <Code key="code" session={session} />]}
    </div>
  );

  /** From anywhere in the console; in the editor it has been heard already. */
  function askByKey(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    void run(state, session);
  }

  function sayStatus(): string {
    if (session.phase.value !== "idle") return say(`sparql-${session.phase.value}`);
    return session.outcome.value ? sayOutcome(session.outcome.value) : "";
  }

  function Helpers() {
    const toggle = (helper: Helper) => (session.helper.value = session.helper.value === helper ? "none" : helper);
    return (
      <div class="amount sparql-helpers" role="group" aria-label={say("sparql-helpers")}>
        {(["questions", "build"] as const).map((one) => (
          <button key={one} type="button" data-helper={one} aria-expanded={session.helper.value === one} onClick={() => toggle(one)}>
            {say(`sparql-helper-${one}`)}
          </button>
        ))}
      </div>
    );
  }
}
