/** A concept in a cell, which selects it. */
import { useAtlasState } from "../../components/context";
import { langOf } from "../../components/languages";
import { ClassSwatch } from "../../components/swatches";
import { FallbackMark } from "../../components/text-in";
import type { DisplayNode } from "../../display";
import { selectNode } from "../../state";

export function ConceptButton({ node, hasSwatch = false }: { node: DisplayNode; hasSwatch?: boolean }) {
  const state = useAtlasState();
  const chosen = state.selection.value;
  const isChosen = chosen.kind === "node" && chosen.id === node.id;
  return (
    <button type="button" class="cell-button" tabIndex={-1} aria-current={isChosen ? "true" : undefined} onClick={() => selectNode(state, node.id)}>
      {hasSwatch && <ClassSwatch id={node.class} isOurs={node.ours} />}
      <span><span class="linked" lang={langOf(node.lang)}>{node.label}</span><FallbackMark lang={node.lang} /></span>
    </button>
  );
}
