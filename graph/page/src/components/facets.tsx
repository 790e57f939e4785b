/** How firmly, and by which source: folded parts of the legend in which some can be chosen; nothing chosen is all. */
import { useSignal } from "@preact/signals";
import { useId, useMemo } from "preact/hooks";
import { optionsOf } from "../facets";
import { FACETS, type Facet } from "../filter";
import { nameOfModality, nameOfSource } from "../grounds";
import { say } from "../messages";
import { toggleFacet } from "../state";
import { useAtlasState } from "./context";
import { Icon } from "./icon";
import { langOf } from "./languages";

export function Facets() {
  const state = useAtlasState();
  const open = useSignal<Facet | undefined>(undefined);
  const id = useId();
  const options = useMemo(() => optionsOf(state.made), [state.made]);
  // Where there is one source, or one firmness, there is nothing to choose.
  const facets = FACETS.filter((facet) => options[facet].length > 1);
  const isOpen = (facet: Facet) => open.value === facet;
  if (facets.length === 0) return null;
  return (
    <>
      <div class="facets">
        {facets.map((facet) => (
          <button
            key={facet} type="button" title={say(`facet-${facet}`)} aria-expanded={isOpen(facet)} aria-controls={id + facet}
            class={state.filter.value[facet].size > 0 ? "is-chosen" : undefined} onClick={() => (open.value = isOpen(facet) ? undefined : facet)}
          >
            <span class="row-name">{say(`facet-${facet}-brief`)}</span>
            {state.filter.value[facet].size > 0 && <span class="row-count">{state.filter.value[facet].size}</span>}
            <Icon name={isOpen(facet) ? "up" : "down"} />
          </button>
        ))}
      </div>
      {facets.map((facet) => (
        <div key={facet} class="options" id={id + facet} role="group" aria-label={say(`facet-${facet}`)} hidden={!isOpen(facet)}>
          {isOpen(facet) && options[facet].map((option) => <Option key={option} facet={facet} id={option} />)}
        </div>
      ))}
    </>
  );
}

function Option({ facet, id }: { facet: Facet; id: string }) {
  const state = useAtlasState();
  const number = state.facetCounts.value[facet].get(id) ?? 0;
  const name = facet === "modalities" ? nameOfModality(state.atlas, id) : { text: nameOfSource(state.atlas, id), lang: undefined, explanation: "" };
  return (
    <label class={number === 0 ? "row-label is-empty" : "row-label"} title={name.explanation || undefined}>
      <input type="checkbox" checked={state.filter.value[facet].has(id)} onChange={() => toggleFacet(state, facet, id)} />
      <span class="row-name" lang={name.lang && langOf(name.lang)}>{name.text}</span>
      <span class="row-count">{number}</span>
    </label>
  );
}
