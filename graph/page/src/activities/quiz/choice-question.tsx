/** Several may be right: tick, check, and each choice is answered for itself. */
import { useSignal } from "@preact/signals";
import { useAtlasState } from "../../components/context";
import { ClassSwatch } from "../../components/swatches";
import type { ChoiceItem } from "../../display";
import { say } from "../../messages";
import { saidElsewhere } from "./elsewhere";
import { ElsewhereLines } from "./elsewhere-lines";
import { Explanation, Result } from "./explanation";
import { judgeChoices, scoreOf, type JudgedChoice, type Outcome } from "./judging";
import { answer, showOnMap, type Session } from "./session";
import { ConceptName } from "./texts-in";

const SIGNS: Readonly<Record<Outcome, string>> = { named: "✓", missed: "+", "not-said": "…", denied: "✕" };

export function ChoiceQuestion({ session, item }: { session: Session; item: ChoiceItem }) {
  const given = session.answers.value.get(item);
  return given?.kind === "choice" ? <Answered session={session} item={item} ticked={given.ticked} /> : <Open session={session} item={item} />;
}

function Open({ session, item }: { session: Session; item: ChoiceItem }) {
  const { atlas } = useAtlasState();
  const ticked = useSignal<ReadonlySet<string>>(new Set());
  const toggle = (node: string) => {
    const next = new Set(ticked.value);
    if (!next.delete(node)) next.add(node);
    ticked.value = next;
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); answer(session, item, { kind: "choice", ticked: ticked.value }); }}>
      <fieldset class="quiz-choices">
        <legend class="note">{say("quiz-tick")}</legend>
        {item.choices.map(({ node }) => (
          <label key={node} class="quiz-choice">
            <input type="checkbox" checked={ticked.value.has(node)} onChange={() => toggle(node)} />
            <ClassSwatch id={atlas.nodes.get(node)?.class ?? ""} />
            <ConceptName id={node} node={atlas.nodes.get(node)} />
          </label>
        ))}
      </fieldset>
      <button type="submit" class="quiz-button is-main">{say("quiz-check")}</button>
    </form>
  );
}

function Answered({ session, item, ticked }: { session: Session; item: ChoiceItem; ticked: ReadonlySet<string> }) {
  const { named, of } = scoreOf(item, { kind: "choice", ticked });
  const judged = judgeChoices(item, ticked);
  const beyond = judged.filter(({ isTicked, outcome }) => isTicked && outcome !== "named").length;
  return (
    <>
      <ul class="quiz-choices">
        {judged.map((choice) => <Judged key={choice.node} session={session} item={item} choice={choice} />)}
      </ul>
      <Result session={session} text={say("quiz-named-of", { named, of, beyond })} />
      <Explanation session={session} item={item} />
    </>
  );
}

function Judged({ session, item, choice: { node, isTicked, outcome } }: { session: Session; item: ChoiceItem; choice: JudgedChoice }) {
  const state = useAtlasState();
  const known = state.atlas.nodes.get(node);
  const label = known?.label ?? node;
  return (
    <li class={`quiz-judged is-${outcome}`}>
      <span class="quiz-sign" aria-hidden="true">{SIGNS[outcome]}</span>
      <span>
        <ConceptName id={node} node={known} />{isTicked && <span class="note"> {say("quiz-ticked")}</span>}
        <span class="quiz-outcome">{say(`quiz-outcome-${outcome}`)}</span>
      </span>
      {known && (
        <button
          type="button" class="quiz-quiet" aria-label={say("quiz-show-what", { what: label })}
          onClick={(event) => showOnMap(session, state, { kind: "node", id: node }, event.currentTarget)}
        >
          {say("quiz-show-concept")}
        </button>
      )}
      {outcome === "not-said" && <ElsewhereLines edges={saidElsewhere(state.atlas, item, node)} item={item} />}
    </li>
  );
}
