/** Which quiz, and in which order. */
import { FallbackMark } from "../../components/text-in";
import { langOf } from "../../components/languages";
import { useAtlasState } from "../../components/context";
import { textIn } from "../../localise";
import { language, say } from "../../messages";
import { MIXED, MIXED_LENGTH } from "./runs";
import { start, useFocusGoal, type Session } from "./session";

export function Chooser({ session }: { session: Session }) {
  const state = useAtlasState();
  const heading = useFocusGoal<HTMLHeadingElement>(session, "chooser");
  const quizzes = state.atlas.display.quizzes.filter(({ items }) => items.length > 0);
  const all = quizzes.reduce((sum, { items }) => sum + items.length, 0);
  if (all === 0) return <p class="note">{say("quiz-none")}</p>;
  const entry = (id: string, title: preact.ComponentChildren, number: number) => (
    <li key={id}>
      <button type="button" class="quiz-entry" onClick={() => start(session, state, id)}>
        <span class="quiz-title">{title}</span>
        <span class="note">{say("quiz-items", { number })}</span>
      </button>
    </li>
  );
  return (
    <>
      <p class="quiz-intro">{say("quiz-intro")}</p>
      <h3 ref={heading} tabIndex={-1}>{say("quiz-choose")}</h3>
      <ul class="quiz-entries">
        {quizzes.map(({ id, title, items }) => {
          const { text, lang } = textIn(title, language.value);
          return entry(id, <><span lang={langOf(lang)}>{text}</span><FallbackMark lang={lang} /></>, items.length);
        })}
        {quizzes.length > 1 && entry(MIXED, say("quiz-mixed"), Math.min(MIXED_LENGTH, all))}
      </ul>
      <label class="quiz-shuffle">
        <input type="checkbox" checked={session.isShuffled.value} onChange={(event) => (session.isShuffled.value = event.currentTarget.checked)} />
        {say("quiz-shuffle")}
      </label>
      <p class="note">{say("quiz-kept")}</p>
    </>
  );
}
