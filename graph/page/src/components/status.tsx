/** Says aloud, to who cannot see the canvas, what has changed. */
import { useAtlasState } from "./context";
import type { Atlas } from "../atlas";
import { isReadable, type Filter } from "../filter";
import { countsOf, say } from "../messages";

export function Status() {
  const { atlas, filter, selection, shown } = useAtlasState();
  const chosen = selection.value;
  const counts = say("shown-now", countsOf(shown.value.nodes.size, shown.value.edges.size));
  let words = counts;
  if (chosen.kind === "node") {
    const node = atlas.nodes.get(chosen.id);
    if (node) words = say("selected", {
      label: node.label, kind: atlas.classes.get(node.class)?.label ?? "",
      statements: say("count-statements", { number: countReadable(atlas, filter.value, node.id) }),
    });
  } else if (chosen.kind === "edge") words = say("selected-edge", { sentence: atlas.edges.get(chosen.id)?.sentence ?? "" });
  return <p class="visually-hidden" role="status" aria-live="polite">{words}</p>;
}

/** As many as the details list: what is only said the other way round counts once. */
function countReadable(atlas: Atlas, filter: Filter, node: string): number {
  return (atlas.edgesAt.get(node) ?? []).filter((edge) => !atlas.mirrors.has(edge.id) && isReadable(atlas, filter, edge)).length;
}
