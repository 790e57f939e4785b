/** The picture as a linked list, for who cannot see it: relation by relation, each statement a way on. */
import { otherEnd } from "../../atlas";
import { useAtlasState } from "../../components/context";
import { langOf } from "../../components/languages";
import { say } from "../../messages";
import { selectEdge, selectNode } from "../../state";
import type { Neighbourhood } from "./neighbourhood";

/** Out of sight, so out of the way of the Tab key: the picture itself is there for it. */
export function LinkedList({ middle, neighbourhood }: { middle: string; neighbourhood: Neighbourhood }) {
  const state = useAtlasState();
  const { atlas } = state;
  const edges = neighbourhood.sectors.flatMap(({ relations }) => relations).flatMap((relation) => relation.edges);
  return (
    <ul class="visually-hidden" aria-label={say("focus-linked", { label: atlas.nodes.get(middle)?.label ?? middle })}>
      {edges.map((edge) => {
        const other = otherEnd(edge, middle);
        const label = atlas.nodes.get(other)?.label ?? other;
        return (
          <li key={edge.id}>
            <button type="button" tabIndex={-1} lang={langOf(edge.lang)} onClick={() => selectEdge(state, edge.id)}>{edge.sentence}</button>{" "}
            <button type="button" tabIndex={-1} onClick={() => selectNode(state, other)}>{say("focus-go-to", { label })}</button>
          </li>
        );
      })}
    </ul>
  );
}
