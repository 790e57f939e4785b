/** How the selection is cited, as one line of text. */
import { say } from "../../messages";
import type { State } from "../../state";
import { capitalize } from "../../words";
import { today } from "./picture";

const HOME = "https://w3id.org/metastasis-atlas/";

export function cite(state: State): string {
  const { atlas } = state;
  const selection = state.selection.value;
  const { title, version } = atlas.display;
  const node = selection.kind === "node" ? atlas.nodes.get(selection.id) : undefined;
  const edge = selection.kind === "edge" ? atlas.edges.get(selection.id) : undefined;
  const about = node ? capitalize(node.label) : (edge?.sentence ?? "");
  const named = about === "" ? "" : /[.!?]$/.test(about) ? `${about} ` : `${about}. `;
  return say("take-citation", { about: named, title, version, address: node?.iri ?? HOME, day: today(), review: say("review") });
}
