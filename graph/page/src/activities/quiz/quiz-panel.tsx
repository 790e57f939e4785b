/** The quiz: choose one, play it item by item, look back. Nothing of it is stored. */
import "./quiz.css";
import "./quiz-map.css";
import { effect, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useAtlasState } from "../../components/context";
import { say } from "../../messages";
import { Chooser } from "./chooser";
import { followLookingUp, light } from "./cover";
import { Player } from "./player";
import { comeBack, sessionOf } from "./session";
import { Summary } from "./summary";

export function QuizPanel() {
  const state = useAtlasState();
  const session = sessionOf(state);
  useSignalEffect(() => comeBack(session, state));
  useSignalEffect(() => light(state));
  useEffect(() => effect(followLookingUp(state)), [state]);
  const run = session.run.value;
  const item = run?.items[session.index.value];
  return (
    <div class="quiz">
      <h2>{say("activity-quiz")}</h2>
      {!run ? <Chooser session={session} /> : item ? <Player key={session.index.value} session={session} run={run} item={item} /> : <Summary session={session} run={run} />}
    </div>
  );
}
