/** The passage says so, says that it isn't so, or says nothing: silence is an answer of its own. */
import { useAtlasState } from "../../components/context";
import type { Verdict, VerdictItem } from "../../display";
import { say } from "../../messages";
import { saidBetween } from "./elsewhere";
import { ElsewhereLines } from "./elsewhere-lines";
import { Explanation, Result } from "./explanation";
import { answer, type Session } from "./session";

const VERDICTS: readonly Verdict[] = ["named", "denied", "not-said"];

export function VerdictQuestion({ session, item }: { session: Session; item: VerdictItem }) {
  const { atlas } = useAtlasState();
  const given = session.answers.value.get(item);
  if (given?.kind !== "verdict") {
    return (
      <div class="quiz-verdicts" role="group" aria-label={say("quiz-verdict")}>
        {VERDICTS.map((verdict) => (
          <button key={verdict} type="button" class="quiz-button" onClick={() => answer(session, item, { kind: "verdict", given: verdict })}>
            {say(`quiz-verdict-${verdict}`)}
          </button>
        ))}
      </div>
    );
  }
  const isSame = given.given === item.answer;
  return (
    <>
      <p class="note">{say("quiz-your-answer", { answer: say(`quiz-verdict-${given.given}`) })}</p>
      <Result session={session} text={say(`quiz-answer-${item.answer}-${isSame ? "same" : "other"}`)} />
      {item.answer === "not-said" && <ElsewhereLines edges={saidBetween(atlas, item)} item={item} />}
      <Explanation session={session} item={item} />
    </>
  );
}
