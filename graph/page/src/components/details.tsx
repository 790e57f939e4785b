/** Everything the atlas says about the selection. */
import { clearSelection } from "../state";
import { say } from "../messages";
import { useAtlasState } from "./context";
import { Icon } from "./icon";
import { NodeDetails } from "./node-details";
import { SheetFold, unfoldWhenEntered } from "./sheet-fold";
import { Statement } from "./statement";

export function Details() {
  const state = useAtlasState();
  const selection = state.selection.value;
  if (selection.kind === "none") return null;
  const node = selection.kind === "node" ? state.atlas.nodes.get(selection.id) : undefined;
  const edge = selection.kind === "edge" ? state.atlas.edges.get(selection.id) : undefined;
  const close = () => {
    clearSelection(state);
    // The focus would be lost with the button that had it; a view that knows better takes it after its next drawing,
    // which on a busy machine is late: so this waits for frames, and not for a time.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(keepFocus)));
  };
  return (
    <section class="details" aria-label={say("details")} tabIndex={0} onFocusIn={unfoldWhenEntered(state)}>
      <SheetFold />
      <button type="button" class="icon-button sheet-close" aria-label={say("close")} onClick={close}>
        <Icon name="close" />
      </button>
      {node && <NodeDetails key={node.id} node={node} />}
      {edge && (
        <article key={edge.id}>
          <h2>{say("statement")}</h2>
          <Statement edge={edge} isFull />
        </article>
      )}
    </section>
  );
}

function keepFocus(): void {
  if (document.activeElement !== document.body) return;
  const place = document.querySelector<HTMLElement>(".controls .fit") ?? document.querySelector<HTMLElement>('.tabs [aria-current="page"]');
  place?.focus();
}
