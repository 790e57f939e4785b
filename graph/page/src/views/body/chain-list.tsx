/** The chain as a list, where there is no room to draw it: each concept with what connects it to those before it. */
import { meaningOf } from "../../appearance";
import { isHedged, otherEnd } from "../../atlas";
import { langOf } from "../../components/languages";
import { useAtlasState } from "../../components/context";
import { ClassSwatch, LineSwatch } from "../../components/swatches";
import type { DisplayEdge, DisplayNode } from "../../display";
import { originOf } from "../../filter";
import { say } from "../../messages";
import { selectEdge, selectNode } from "../../state";
import { COLUMNS, columnOf, type Chain } from "./chain";
import { softly } from "../../wrapping";

interface Group {
  readonly column: string;
  readonly nodes: readonly DisplayNode[];
}

export function ChainList({ chain }: { chain: Chain }) {
  const { atlas } = useAtlasState();
  const nodes = [...chain.nodes].flatMap((id) => atlas.nodes.get(id) ?? []);
  const groups: readonly Group[] = COLUMNS
    .map((column) => ({ column, nodes: nodes.filter(({ id }) => columnOf(atlas, id) === column) }))
    .filter((group) => group.nodes.length > 0);
  const told = new Set<string>();
  return (
    <div class="chain-list">
      {groups.map(({ column, nodes: members }) => (
        <section key={column}>
          <h2>{say(`column-${column}`)}</h2>
          <ul>
            {members.map((node) => {
              // Each statement is told once: at the later of its two ends, and between two of one column where it ends.
              const edges = (atlas.edgesAt.get(node.id) ?? []).filter((edge) => chain.edges.has(edge.id) && !told.has(edge.id) && isToldAt(edge, node.id));
              for (const { id } of edges) told.add(id);
              return <Entry key={node.id} node={node} edges={edges} />;
            })}
          </ul>
        </section>
      ))}
    </div>
  );

  function isToldAt(edge: DisplayEdge, id: string): boolean {
    const [here, there] = [id, otherEnd(edge, id)].map((each) => COLUMNS.indexOf(columnOf(atlas, each)));
    return here === there ? edge.to === id : here! > there!;
  }
}

function Entry({ node, edges }: { node: DisplayNode; edges: readonly DisplayEdge[] }) {
  const state = useAtlasState();
  const { atlas, selection } = state;
  const chosen = selection.value;
  return (
    <li>
      <button type="button" class="chain-concept" aria-label={node.label} aria-current={chosen.kind === "node" && chosen.id === node.id ? "true" : undefined} onClick={() => selectNode(state, node.id)}>
        <ClassSwatch id={node.class} isOurs={node.ours} /> <span lang={langOf(node.lang)}>{softly(node.label)}</span>
      </button>
      {edges.length > 0 && (
        <ul>
          {edges.map((edge) => (
            <li key={edge.id}>
              <button
                type="button" class="chain-statement" aria-label={edge.sentence} aria-current={chosen.kind === "edge" && chosen.id === edge.id ? "true" : undefined}
                onClick={() => selectEdge(state, edge.id)}
              >
                <LineSwatch meaning={meaningOf(atlas, edge)} origin={originOf(edge)} isHedged={isHedged(edge)} />
                <span lang={langOf(edge.lang)}>{edge.sentence}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
