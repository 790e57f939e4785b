/** What is shown and has no place in the drawing, so that nothing is lost. */
import { groupBy } from "../../atlas";
import { ClassName } from "../../components/class-name";
import { ConceptList } from "../../components/concept-list";
import { useAtlasState } from "../../components/context";
import { ClassSwatch } from "../../components/swatches";
import type { DisplayNode } from "../../display";
import { say } from "../../messages";

export function UnplacedList({ nodes }: { nodes: readonly DisplayNode[] }) {
  const { atlas } = useAtlasState();
  if (nodes.length === 0) return null;
  const order = [...atlas.classes.keys()];
  const groups = [...groupBy(nodes, (node) => node.class)].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return (
    <details class="unplaced">
      <summary>{say("body-unplaced", { number: nodes.length })}</summary>
      <div class="unplaced-sheet" tabIndex={0} role="group" aria-label={say("body-unplaced", { number: nodes.length })}>
        <p class="note">{say("body-unplaced-note")}</p>
        {groups.map(([id, members]) => (
          <section key={id}>
            <h2><ClassSwatch id={id} /> <ClassName id={id} /></h2>
            <ConceptList nodes={members} label={atlas.classes.get(id)?.label ?? id} />
          </section>
        ))}
      </div>
    </details>
  );
}
