/** The end: what was named, and what to look at again. An encouragement, not a mark. */
import { useAtlasState } from "../../components/context";
import { say } from "../../messages";
import { scoreOf } from "./judging";
import { Place } from "./player";
import { leave, play, start, useFocusGoal, type Run, type Session } from "./session";
import { TextsIn } from "./texts-in";

export function Summary({ session, run }: { session: Session; run: Run }) {
  const state = useAtlasState();
  const heading = useFocusGoal<HTMLHeadingElement>(session, "summary");
  const scores = run.items.map((item) => ({ item, ...scoreOf(item, session.answers.value.get(item)) }));
  const named = scores.reduce((sum, score) => sum + score.named, 0);
  const of = scores.reduce((sum, score) => sum + score.of, 0);
  const again = scores.filter((score) => score.again).map(({ item }) => item);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>{say("quiz-summary")}</h3>
      <p class="quiz-total">{say("quiz-total", { named, of })}</p>
      <p>{say(again.length === 0 ? "quiz-praise-all" : named > 0 ? "quiz-praise-some" : "quiz-praise-start")}</p>
      {again.length > 0 && (
        <>
          <h4>{say("quiz-again", { number: again.length })}</h4>
          <ul class="quiz-again">
            {again.map((item) => <li key={item.id}><TextsIn texts={item.ask} /><Place passages={item.passages} /></li>)}
          </ul>
        </>
      )}
      <div class="quiz-on">
        {again.length > 0 && (
          <button type="button" class="quiz-button is-main" onClick={() => play(session, { quiz: run.quiz, order: undefined, items: again })}>{say("quiz-again-play")}</button>
        )}
        <button type="button" class="quiz-button" onClick={() => start(session, state, run.quiz)}>{say("quiz-restart")}</button>
        <button type="button" class="quiz-button" onClick={() => leave(session)}>{say("quiz-leave")}</button>
      </div>
      <p class="note">{say("quiz-kept")}</p>
    </>
  );
}
