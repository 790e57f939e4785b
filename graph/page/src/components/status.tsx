/** Says aloud, to who cannot see the canvas, what has changed. */
import { useAtlasState } from "./context";
import { TEXTS } from "../texts";

export function Status() {
  const { atlas, selection, shown } = useAtlasState();
  const chosen = selection.value;
  const counts = TEXTS.shownNow(shown.value.nodes.size, shown.value.edges.size);
  let words = counts;
  if (chosen.kind === "node") {
    const node = atlas.nodes.get(chosen.id);
    if (node) words = TEXTS.selected(node.label, atlas.classes.get(node.class)?.label ?? "", atlas.edgesAt.get(node.id)?.length ?? 0);
  } else if (chosen.kind === "edge") words = TEXTS.selectedEdge(atlas.edges.get(chosen.id)?.sentence ?? "");
  return <p class="visually-hidden" role="status" aria-live="polite">{words}</p>;
}
