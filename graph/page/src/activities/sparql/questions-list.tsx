/** The competency questions in words: a click asks one. */
import { batch } from "@preact/signals";
import { groupBy } from "../../atlas";
import { useAtlasState } from "../../components/context";
import { FallbackMark } from "../../components/text-in";
import type { CompetencyQuestion } from "../../display";
import { say } from "../../messages";
import { run } from "./asking";
import type { Session } from "./session";

export function QuestionsList({ session }: { session: Session }) {
  const state = useAtlasState();
  const groups = groupBy(state.made.display.console?.questions ?? [], ({ group }) => group);
  const choose = (question: CompetencyQuestion) => {
    batch(() => {
      session.question.value = question;
      session.text.value = question.query;
      session.helper.value = "none";
      session.first.value = "answer";
    });
    void run(state, session);
    // The list closes, and the focus would be lost with the button.
    document.querySelector<HTMLElement>(".sparql-run")?.focus({ preventScroll: true });
  };
  if (groups.size === 0) return <p class="note">{say("sparql-no-questions")}</p>;
  return (
    <div class="sparql-questions">
      <p class="note">{say("sparql-questions-intro")}<FallbackMark lang="en" /></p>
      {[...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([group, questions]) => (
        <section key={group}>
          <h3 lang="en">{group}</h3>
          <ul>
            {questions.map((question) => (
              <li key={question.id}>
                <button type="button" lang="en" data-question={question.id} aria-current={session.question.value?.id === question.id ? "true" : undefined} onClick={() => choose(question)}>
                  {question.question}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
