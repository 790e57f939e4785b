/** Ask, stop, and how long an answer may take. */
import { useAtlasState } from "../../components/context";
import { say } from "../../messages";
import { run } from "./asking";
import { TIME_LIMITS, type Session, type TimeLimit } from "./session";

export function RunBar({ session }: { session: Session }) {
  const state = useAtlasState();
  const isAsking = session.phase.value === "asking";
  const choose = (chosen: string) => (session.seconds.value = TIME_LIMITS.find((one) => String(one) === chosen) ?? (5 satisfies TimeLimit));
  return (
    <div class="sparql-bar">
      {/* One button, so that the focus stays when its meaning changes. */}
      <button
        type="button" class={isAsking ? "sparql-run is-asking" : "sparql-run"} aria-disabled={session.phase.value === "starting"}
        aria-keyshortcuts="Control+Enter" onClick={() => (isAsking ? session.engine.stop() : void run(state, session))}
      >
        {say(isAsking ? "sparql-stop" : "sparql-run")}
      </button>
      <span class="note sparql-shortcut">{say("sparql-shortcut")}</span>
      <label class="sparql-limit">
        {say("sparql-limit")}{" "}
        <select value={String(session.seconds.value)} onChange={(event) => choose(event.currentTarget.value)}>
          {TIME_LIMITS.map((one) => <option key={one} value={one}>{say("sparql-seconds", { number: one })}</option>)}
        </select>
      </label>
    </div>
  );
}
