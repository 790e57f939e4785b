/** Which quiz, and in which order. */
import { useAtlasState } from "../../components/context";
import { StartList } from "../../components/start-list";
import { say } from "../../messages";
import { MIXED, MIXED_LENGTH } from "./runs";
import { start, useFocusGoal, type Session } from "./session";
import { TextsIn } from "./texts-in";

export function Chooser({ session }: { session: Session }) {
  const state = useAtlasState();
  const heading = useFocusGoal<HTMLHeadingElement>(session, "chooser");
  const quizzes = state.atlas.display.quizzes.filter(({ items }) => items.length > 0);
  const all = quizzes.reduce((sum, { items }) => sum + items.length, 0);
  if (all === 0) return <p class="note">{say("quiz-none")}</p>;
  const entryOf = (id: string, title: preact.ComponentChildren, number: number) => ({ id, title, length: say("quiz-items", { number }) });
  const entries = quizzes.map(({ id, title, items }) => entryOf(id, <TextsIn texts={title} />, items.length));
  if (quizzes.length > 1) entries.push(entryOf(MIXED, say("quiz-mixed"), Math.min(MIXED_LENGTH, all)));
  return (
    <>
      <p class="quiz-intro">{say("quiz-intro")}</p>
      <h3 ref={heading} tabIndex={-1}>{say("quiz-choose")}</h3>
      <StartList entries={entries} onStart={(id) => start(session, state, id)} />
      <label class="quiz-shuffle">
        <input type="checkbox" checked={session.isShuffled.value} onChange={(event) => (session.isShuffled.value = event.currentTarget.checked)} />
        {say("quiz-shuffle")}
      </label>
      <p class="note">{say("quiz-kept")}</p>
    </>
  );
}
