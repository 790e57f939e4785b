/** Puts a link back without any dragging: from, to, and the relation, which tries it. */
import { useAtlasState } from "../../components/context";
import { langOf } from "../../components/languages";
import { LineSwatch } from "../../components/swatches";
import type { MapItem } from "../../display";
import { say } from "../../messages";
import { hint, leftOn, tryLink, type Board } from "./board";
import { conceptsOf, relationsOf } from "./judging";
import { answer, type Session } from "./session";

export function LinkForm({ session, item }: { session: Session; item: MapItem }) {
  const { atlas } = useAtlasState();
  const board = session.board.value;
  const set = (next: Board) => {
    session.board.value = next;
    if (leftOn(next, item).length === 0) answer(session, item, { kind: "map", found: next.found });
  };
  const solve = () => {
    session.board.value = { ...board, from: "", to: "", message: undefined };
    answer(session, item, { kind: "map", found: board.found });
  };
  return (
    <div class="quiz-form">
      <p class="note">{say("quiz-map-how")}</p>
      <div class="quiz-ends">
        <ConceptSelect label={say("quiz-from")} item={item} value={board.from} onChoose={(from) => set({ ...board, from })} />
        <ConceptSelect label={say("quiz-to")} item={item} value={board.to} onChoose={(to) => set({ ...board, to })} />
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

function ConceptSelect({ label, item, value, onChoose }: { label: string; item: MapItem; value: string; onChoose: (id: string) => void }) {
  const { atlas } = useAtlasState();
  return (
    <label class="quiz-select">
      <span class="quiz-label">{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{say("quiz-pick")}</option>
        {conceptsOf(atlas, item).map((id) => {
          const node = atlas.nodes.get(id);
          return <option key={id} value={id} lang={node && langOf(node.lang)}>{node?.label ?? id}</option>;
        })}
      </select>
    </label>
  );
}
