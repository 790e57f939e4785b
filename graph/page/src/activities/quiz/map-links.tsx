/** The map in words: what stands on it now. */
import { useAtlasState } from "../../components/context";
import type { MapItem } from "../../display";
import { say } from "../../messages";
import { drawnOn } from "./board";
import { StatementLine } from "./explanation";
import { edgesOf } from "./judging";
import type { Session } from "./session";

export function MapLinks({ session, item }: { session: Session; item: MapItem }) {
  const { atlas } = useAtlasState();
  const board = session.board.value;
  const edges = edgesOf(atlas, [...drawnOn(board, item)]);
  return (
    <details class="folded">
      <summary>{say("quiz-links", { number: edges.length })}</summary>
      <ul class="quiz-statements">
        {edges.map((edge) => (
          <li key={edge.id}>
            <StatementLine session={session} edge={edge} passages={item.passages}>
              {!item.given.includes(edge.id) && <><span class="badge">{say("quiz-put-back")}</span>{" "}</>}
            </StatementLine>
          </li>
        ))}
      </ul>
    </details>
  );
}
