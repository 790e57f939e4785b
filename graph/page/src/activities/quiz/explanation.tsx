/** Every answer explains itself: in words, with what is stated, and with the passages that state it. */
import { groupBy, isHedged } from "../../atlas";
import { meaningOf } from "../../appearance";
import { useAtlasState } from "../../components/context";
import { ModalityBadge } from "../../components/evidence";
import { langOf } from "../../components/languages";
import { SourceName } from "../../components/source";
import { LineSwatch } from "../../components/swatches";
import { TextIn } from "../../components/text-in";
import type { DisplayEdge, Passage, QuizItem } from "../../display";
import { originOf } from "../../filter";
import { say } from "../../messages";
import { statementsOf } from "./judging";
import { showOnMap, useFocusGoal, type Session } from "./session";
import { TextsIn } from "./texts-in";

/** The answer in a line; the focus goes there, since what was pressed is gone. */
export function Result({ session, text }: { session: Session; text: string }) {
  const line = useFocusGoal<HTMLHeadingElement>(session, "answer");
  return <h4 ref={line} tabIndex={-1} class="quiz-result">{text}</h4>;
}

export function Explanation({ session, item }: { session: Session; item: QuizItem }) {
  const statements = statementsOf(useAtlasState().atlas, item);
  return (
    <>
      <p class="quiz-explain"><TextsIn texts={item.explain} /></p>
      <Lit />
      {statements.length > 0 && (
        <>
          <h4>{say("quiz-statements")}</h4>
          <ul class="quiz-statements">
            {statements.map((edge) => <li key={edge.id}><StatementLine session={session} edge={edge} passages={item.passages} /></li>)}
          </ul>
        </>
      )}
      <h4>{say("quiz-passages")}</h4>
      <Passages ids={item.passages} isFirm={item.kind !== "verdict" || item.answer !== "not-said"} />
    </>
  );
}

/** The pathway alone draws them all at once. */
function Lit() {
  const state = useAtlasState();
  if (state.view.value === "pathway" || state.lit.value === undefined) return null;
  return (
    <p class="quiz-lit note">
      {say("quiz-lit")} <button type="button" class="quiz-quiet" onClick={() => (state.view.value = "pathway")}>{say("path-go")}</button>
    </p>
  );
}

/** As these passages say it: another one may say the same more firmly. */
export function saidBy(edge: DisplayEdge, passages: readonly string[]): string {
  return edge.evidence.find(({ passage }) => passages.includes(passage))?.sentence ?? edge.sentence;
}

export function StatementLine({ session, edge, passages, children }: {
  session: Session;
  edge: DisplayEdge;
  passages: readonly string[];
  children?: preact.ComponentChildren;
}) {
  const state = useAtlasState();
  const sentence = saidBy(edge, passages);
  return (
    <div class={edge.negative ? "quiz-statement is-negative" : "quiz-statement"}>
      <LineSwatch meaning={meaningOf(state.atlas, edge)} origin={originOf(edge)} isHedged={isHedged(edge)} />
      <span>
        <span lang={langOf(edge.lang)}>{sentence}</span>{" "}
        {edge.negative && <><span class="badge is-negative">{say("stated-negative")}</span>{" "}</>}
        {children}
        <button
          type="button" class="quiz-quiet" aria-label={say("quiz-show-what", { what: sentence })}
          onClick={(event) => showOnMap(session, state, { kind: "edge", id: edge.id }, event.currentTarget)}
        >
          {say("quiz-show")}
        </button>
      </span>
    </div>
  );
}

/** How firmly a passage speaks is no news of what it doesn't say. */
function Passages({ ids, isFirm }: { ids: readonly string[]; isFirm: boolean }) {
  const { atlas } = useAtlasState();
  const passages = ids.flatMap((id) => atlas.passages.get(id) ?? []);
  return (
    <div class="quiz-passages">
      {[...groupBy(passages, ({ source }) => source)].map(([source, inside]) => (
        <div key={source}>
          <p><SourceName id={source} /></p>
          <ul>{inside.map((passage) => <li key={passage.id}><PassageLine passage={passage} isFirm={isFirm} /></li>)}</ul>
        </div>
      ))}
    </div>
  );
}

function PassageLine({ passage: { locator, modality, review, note }, isFirm }: { passage: Passage; isFirm: boolean }) {
  const known = useAtlasState().atlas.modalities.get(modality);
  return (
    <>
      {locator && <TextIn text={locator} />} {isFirm && known && <ModalityBadge modality={known} />}{" "}
      {review && <span class="review"><TextIn text={review} /></span>}
      {note && <details class="passage-note"><summary>{say("note")}</summary><TextIn text={note} /></details>}
    </>
  );
}
