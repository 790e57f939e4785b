/** The search over every label, which selects what is chosen. */
import { useSignal } from "@preact/signals";
import { say } from "../messages";
import { searchOf } from "../search";
import { selectNode } from "../state";
import { Combobox } from "./combobox";
import { ConceptOption } from "./concept-box";
import { useAtlasState } from "./context";
import { Icon } from "./icon";

export function SearchBox() {
  const state = useAtlasState();
  const chosen = useSignal<string | undefined>(undefined);
  const choose = (node: string, isByKey: boolean) => {
    selectNode(state, node);
    chosen.value = node;
    // Who came by keyboard goes on reading there; else the whole legend would lie between.
    if (isByKey) requestAnimationFrame(() => document.querySelector<HTMLElement>(".details")?.focus());
  };
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <Combobox
        id="search" label={say("search-label")} placeholder={say("search-placeholder")}
        value={(chosen.value !== undefined && state.atlas.nodes.get(chosen.value)?.label) || ""}
        find={(text) => searchOf(state.atlas)(text)} keyOf={({ node }) => node} optionOf={(hit) => <ConceptOption hit={hit} />}
        onChoose={({ node }, isByKey) => choose(node, isByKey)} onClear={() => (chosen.value = undefined)}
      />
    </div>
  );
}
