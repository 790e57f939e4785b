/** One item: how far one is, which passage is asked about, the question, and the way on. */
import { groupBy } from "../../atlas";
import { useAtlasState } from "../../components/context";
import { TextIn } from "../../components/text-in";
import type { Passage, QuizItem } from "../../display";
import { say } from "../../messages";
import { ChoiceQuestion } from "./choice-question";
import { MapQuestion } from "./map-question";
import { PassagePeek } from "./passage-peek";
import { goOn, leave, skip, useFocusGoal, type Run, type Session } from "./session";
import { TextsIn } from "./texts-in";
import { VerdictQuestion } from "./verdict-question";

export function Player({ session, run, item }: { session: Session; run: Run; item: QuizItem }) {
  const question = useFocusGoal<HTMLHeadingElement>(session, "question");
  const [at, total] = [session.index.value + 1, run.items.length];
  const given = session.answers.value.get(item);
  const isLast = at === total;
  return (
    <>
      <div class="quiz-progress">
        <span>{say("quiz-progress", { at, total })}</span>
        <progress value={at} max={total} aria-hidden="true" />
        <button type="button" class="quiz-quiet" onClick={() => leave(session)}>{say("quiz-leave")}</button>
      </div>
      <Place passages={item.passages} />
      {!given && <PassagePeek item={item} />}
      <h3 ref={question} tabIndex={-1} class="quiz-ask"><TextsIn texts={item.ask} /></h3>
      {item.kind === "choice" && <ChoiceQuestion session={session} item={item} />}
      {item.kind === "verdict" && <VerdictQuestion session={session} item={item} />}
      {item.kind === "map" && <MapQuestion session={session} item={item} />}
      <div class="quiz-on">
        {given
          ? <button type="button" class="quiz-button is-main" onClick={() => goOn(session)}>{say(isLast ? "quiz-finish" : "quiz-next")}</button>
          : <button type="button" class="quiz-quiet" onClick={() => skip(session, item)}>{say("quiz-skip")}</button>}
      </div>
    </>
  );
}

/** An item asks what these passages name, and nothing else. */
export function Place({ passages }: { passages: readonly string[] }) {
  const { atlas } = useAtlasState();
  const known = passages.flatMap((id) => atlas.passages.get(id) ?? []);
  return (
    <p class="quiz-place">
      {say("quiz-place", { number: passages.length })}{" "}
      {[...groupBy(known, ({ source }) => source)].map(([source, inside], index) => (
        <span key={source}>{index > 0 && "; "}<b>{atlas.sources.get(source)?.title ?? source}</b><Locators passages={inside} /></span>
      ))}
    </p>
  );
}

function Locators({ passages }: { passages: readonly Passage[] }) {
  // Two passages may be parts of one sentence, said more and less firmly.
  const placed = passages.flatMap(({ id, locator }, index) =>
    (locator && passages.findIndex((one) => one.locator?.text === locator.text) === index ? [{ id, locator }] : []));
  return <>{placed.map(({ id, locator }, index) => <span key={id}>{index === 0 ? ": " : ", "}<TextIn text={locator} /></span>)}</>;
}
