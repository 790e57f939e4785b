/** A folded part of the legend in which one or more can be chosen; nothing chosen is all. */
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { optionsOf } from "../facets";
import type { Facet as FacetName } from "../filter";
import { nameOfModality, nameOfSource } from "../grounds";
import { say } from "../messages";
import { toggleFacet } from "../state";
import { useAtlasState } from "./context";
import { Icon } from "./icon";
import { langOf } from "./languages";

export function Facet({ facet }: { facet: FacetName }) {
  const state = useAtlasState();
  const isOpen = useSignal(false);
  const content = useId();
  const options = optionsOf(state.made)[facet];
  const chosen = state.filter.value[facet];
  const title = say(`facet-${facet}`);
  if (options.length < 2) return null;
  return (
    <div class="facet">
      <button type="button" class="more-button" aria-expanded={isOpen.value} aria-controls={content} onClick={() => (isOpen.value = !isOpen.value)}>
        <Icon name={isOpen.value ? "up" : "down"} />
        <span class="row-name">{title}</span>
        <span class={chosen.size > 0 ? "row-count is-chosen" : "row-count"}>
          {chosen.size > 0 ? say("shown-of", { shown: chosen.size, all: options.length }) : say("facet-all")}
        </span>
      </button>
      <div class="options" id={content} role="group" aria-label={title} hidden={!isOpen.value}>
        {isOpen.value && options.map((id) => <Option key={id} facet={facet} id={id} />)}
      </div>
    </div>
  );
}

function Option({ facet, id }: { facet: FacetName; id: string }) {
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
