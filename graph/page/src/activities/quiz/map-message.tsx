/** What is said to a try: heard as well as seen, and never a "no" where the passages are silent. */
import type { Atlas } from "../../atlas";
import { langOf } from "../../components/languages";
import type { MapItem } from "../../display";
import { say } from "../../messages";
import { turn, type Board, type Message } from "./board";
import { saidBy } from "./explanation";

/** What can be done about it stands beside what is heard, not in it. */
export function MapMessage({ board, atlas, item, set }: { board: Board; atlas: Atlas; item: MapItem; set: (next: Board) => void }) {
  const told = board.message && wordsOf(atlas, item, board.message);
  return (
    <div class={told ? `quiz-message is-${told.tone}` : "quiz-message"}>
      <div role="status">
        {told && (
          <p key={board.tries}>
            {told.text}{told.sentence && <> <span lang={langOf(atlas.display.language)}>{told.sentence}</span></>}{told.after && ` ${told.after}`}
          </p>
        )}
      </div>
      {told?.canTurn && <button type="button" class="quiz-button" onClick={() => set(turn(board, atlas, item))}>{say("quiz-turn")}</button>}
    </div>
  );
}

interface Told {
  readonly tone: "named" | "not-said" | "denied" | "hint";
  readonly text: string;
  readonly sentence?: string;
  readonly after?: string;
  readonly canTurn?: boolean;
}

function wordsOf(atlas: Atlas, item: MapItem, message: Message): Told {
  const label = (id: string) => atlas.nodes.get(id)?.label ?? id;
  const relation = (id: string) => atlas.properties.get(id)?.label ?? id;
  if (message.kind === "choose") return { tone: "hint", text: say("quiz-choose-two") };
  if (message.kind === "same") return { tone: "hint", text: say("quiz-choose-other") };
  if (message.kind === "hint") {
    const edge = atlas.edges.get(message.edge);
    if (!edge) return { tone: "hint", text: "" };
    return { tone: "hint", text: say(`quiz-hint-${message.depth}`, { from: label(edge.from), to: label(edge.to), relation: relation(edge.property) }) };
  }
  const { from, to, property, outcome } = message;
  const values = { from: label(from), to: label(to), relation: relation(property) };
  if (outcome.kind === "not-named") return { tone: "not-said", text: say("quiz-link-not-named", values) };
  const edge = atlas.edges.get(outcome.edge);
  const sentence = edge ? saidBy(edge, item.passages) : "";
  if (outcome.kind === "reverse") {
    return { tone: "hint", text: say("quiz-link-reverse"), sentence, after: say("quiz-link-reverse-yours", values), canTurn: true };
  }
  const tone = outcome.kind === "negative" ? "denied" : "named";
  return { tone, text: say(`quiz-link-${outcome.kind}`, values), sentence };
}
