/** Puts a link back without any dragging: from, to, and the relation, which tries it. */
import { useAtlasState } from "../../components/context";
import { langOf } from "../../components/languages";
import { LineSwatch } from "../../components/swatches";
import type { MapItem } from "../../display";
import { say } from "../../messages";
import { chooseEnd, hint, leftOn, tryLink, type Board } from "./board";
import { conceptsOf, relationsOf } from "./judging";
import { useNarrow } from "./narrow";
import { answer, type Session } from "./session";

/** With the last missing link the item is answered. */
export function setBoard(session: Session, item: MapItem, next: Board): void {
  session.board.value = next;
  if (leftOn(next, item).length === 0) answer(session, item, { kind: "map", found: next.found });
}

export function LinkForm({ session, item }: { session: Session; item: MapItem }) {
  const { atlas } = useAtlasState();
  const isNarrow = useNarrow();
  const board = session.board.value;
  const set = (next: Board) => setBoard(session, item, next);
  const solve = () => {
    session.board.value = { ...board, from: "", to: "", message: undefined };
    answer(session, item, { kind: "map", found: board.found });
  };
  return (
    <div class="quiz-form">
      <p class="note">{say(isNarrow ? "quiz-map-how-rows" : "quiz-map-how")}</p>
      <div class="quiz-ends">
        {(["from", "to"] as const).map((end) => (
          <ConceptSelect key={end} session={session} item={item} end={end} onChoose={(id) => set(chooseEnd(board, end, id))} />
        ))}
      </div>
      <div class="quiz-relations" role="group" aria-label={say("quiz-relation")}>
        <span class="quiz-label" aria-hidden="true">{say("quiz-relation")}</span>
        {relationsOf(atlas, item).map((id) => {
          const property = atlas.properties.get(id);
          return (
            <button key={id} type="button" class="quiz-button" onClick={() => set(tryLink(board, atlas, item, id))}>
              <LineSwatch meaning={property?.meaning ?? "other"} /> <span lang={property && langOf(property.lang)}>{property?.label ?? id}</span>
            </button>
          );
        })}
      </div>
      <div class="quiz-on">
        <button type="button" class="quiz-button" onClick={() => set(hint(board, atlas, item))}>{say("quiz-hint")}</button>
        <button type="button" class="quiz-button" onClick={solve}>{say("quiz-solve")}</button>
      </div>
    </div>
  );
}

function ConceptSelect({ session, item, end, onChoose }: { session: Session; item: MapItem; end: "from" | "to"; onChoose: (id: string) => void }) {
  const { atlas } = useAtlasState();
  const value = session.board.value[end];
  return (
    <label class="quiz-select">
      <span class="quiz-label">{say(`quiz-${end}`)}</span>
      <select
        value={value}
        onChange={({ currentTarget: list }) => {
          onChoose(list.value);
          // What was refused doesn't stay in the list.
          list.value = session.board.peek()[end];
        }}
      >
        <option value="">{say("quiz-pick")}</option>
        {conceptsOf(atlas, item).map((id) => {
          const node = atlas.nodes.get(id);
          return <option key={id} value={id} lang={node && langOf(node.lang)}>{node?.label ?? id}</option>;
        })}
      </select>
    </label>
  );
}
