/** A labelled box in which one concept is chosen, by any of its names in any language, mistyped or not. */
import { useId } from "preact/hooks";
import type { DisplayNode } from "../display";
import { say } from "../messages";
import { searchOf, type Hit } from "../search";
import { ClassName } from "./class-name";
import { Combobox } from "./combobox";
import { useAtlasState } from "./context";
import { langOf, nameOfLanguage } from "./languages";
import { ClassSwatch } from "./swatches";

/** A box is short, and what is below it should stay in sight. */
const MOST_HITS = 8;
/** Where only some concepts are wanted, so many are asked for. */
const MOST_ASKED = 400;

export function ConceptBox({ label, chosen, choose, isWanted, placeholder = say("path-placeholder") }: {
  label: string;
  chosen: string | undefined;
  choose: (node: string | undefined) => void;
  /** Which concepts can be chosen; without it, all. */
  isWanted?: (node: DisplayNode) => boolean;
  placeholder?: string;
}) {
  const { atlas } = useAtlasState();
  const id = useId();
  const find = (text: string): readonly Hit[] => {
    if (!isWanted) return searchOf(atlas)(text, MOST_HITS);
    const hits = searchOf(atlas)(text, MOST_ASKED);
    return hits.filter(({ node }) => isWanted(atlas.nodes.get(node)!)).slice(0, MOST_HITS);
  };
  return (
    <div class="concept-box">
      <label for={id}>{label}</label>
      <Combobox
        id={id} label={label} hasOwnLabel placeholder={placeholder} chosen={chosen} isChoice
        value={chosen === undefined ? "" : (atlas.nodes.get(chosen)?.label ?? "")}
        find={find} keyOf={({ node }) => node} optionOf={(hit) => <ConceptOption hit={hit} />}
        onChoose={({ node }) => choose(node)} onClear={() => choose(undefined)}
      />
    </div>
  );
}

/** A concept in a list of hits: its name, the name by which it was found, its class. */
export function ConceptOption({ hit }: { hit: Hit }) {
  const node = useAtlasState().atlas.nodes.get(hit.node);
  if (!node) return null;
  const isOther = hit.label !== node.label && hit.language !== "";
  return (
    <>
      <ClassSwatch id={node.class} isOurs={node.ours} />
      <span class="hit-label" lang={langOf(node.lang)}>{node.label}</span>
      <span class="hit-class"><ClassName id={node.class} /></span>
      {isOther && <span class="hit-other" lang={langOf(hit.language)}>{hit.label} · {nameOfLanguage(hit.language)}</span>}
    </>
  );
}
