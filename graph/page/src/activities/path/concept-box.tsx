/** A box in which one concept is chosen, by any of its names in any language, mistyped or not. */
import { useSignal, useSignalEffect } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { ClassName } from "../../components/class-name";
import { useAtlasState } from "../../components/context";
import { langOf, nameOfLanguage } from "../../components/languages";
import { ClassSwatch } from "../../components/swatches";
import { say } from "../../messages";
import { makeSearch, type Hit, type Search } from "../../search";

/** A box is short, and the rest of the panel should stay in sight. */
const MOST_HITS = 8;

export function ConceptBox({ label, chosen, choose }: {
  label: string; chosen: string | undefined; choose: (node: string | undefined) => void;
}) {
  const state = useAtlasState();
  const id = useId();
  const index = useRef<{ readonly of: unknown; readonly search: Search } | undefined>(undefined);
  const query = useSignal("");
  const active = useSignal(0);
  const isOpen = useSignal(false);
  const name = chosen === undefined ? "" : (state.atlas.nodes.get(chosen)?.label ?? "");
  const own = useSignal(name);
  if (own.peek() !== name) own.value = name;
  // The name follows what is chosen elsewhere (by the swap), and the page's language.
  useSignalEffect(() => {
    const chosenName = own.value;
    // A choice that is drawn late must not take the place of what is being typed by now.
    if (!isOpen.peek()) query.value = chosenName;
  });
  const find = (text: string) => {
    const { atlas } = state;
    if (index.current?.of !== atlas) index.current = { of: atlas, search: makeSearch(atlas) };
    return index.current!.search(text, MOST_HITS);
  };
  const isShown = isOpen.value && query.value.trim() !== "";
  const hits = isShown ? find(query.value) : [];
  const take = (hit: Hit | undefined) => {
    if (!hit) return;
    isOpen.value = false;
    query.value = state.atlas.nodes.get(hit.node)?.label ?? "";
    choose(hit.node);
  };
  /** What is left in the box must be what is chosen: the one concept that it names, or what was chosen before. */
  const leave = () => {
    const wasTyping = isOpen.value;
    isOpen.value = false;
    if (query.value.trim() === "") choose(undefined);
    else if (wasTyping && query.value !== name) take(find(query.value)[0]);
    if (chosen !== undefined && query.value !== name) query.value = state.atlas.nodes.get(chosen)?.label ?? name;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      isOpen.value = true;
      if (hits.length > 0) active.value = (active.value + step + hits.length) % hits.length;
    } else if (event.key === "Enter") {
      // Sought anew: who types fast is ahead of what was drawn last.
      const found = find(query.value);
      take(found[active.value] ?? found[0]);
    } else if (event.key === "Escape" && isShown) isOpen.value = false;
    else return;
    event.preventDefault();
  };
  return (
    <div class="concept-box">
      <label for={`${id}-box`}>{label}</label>
      <input
        type="text" role="combobox" id={`${id}-box`} placeholder={say("path-placeholder")} data-node={chosen}
        autocomplete="off" spellcheck={false} aria-autocomplete="list" aria-expanded={isShown && hits.length > 0} aria-controls={`${id}-hits`}
        aria-activedescendant={isShown && hits.length > 0 ? `${id}-${active.value}` : undefined}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          active.value = 0;
          isOpen.value = true;
        }}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={onKeyDown}
        onBlur={leave}
      />
      <span class="visually-hidden" role="status">{isShown ? say("search-results", { found: hits.length }) : ""}</span>
      <ul id={`${id}-hits`} role="listbox" aria-label={label} hidden={!isShown || hits.length === 0}>
        {hits.map((hit, place) => <Option key={hit.node} id={`${id}-${place}`} hit={hit} isActive={place === active.value} take={take} />)}
      </ul>
      {isShown && hits.length === 0 && <p class="concept-box-nothing">{say("search-nothing")}</p>}
    </div>
  );
}

function Option({ id, hit, isActive, take }: { id: string; hit: Hit; isActive: boolean; take: (hit: Hit) => void }) {
  const node = useAtlasState().atlas.nodes.get(hit.node);
  if (!node) return null;
  const isOther = hit.label !== node.label && hit.language !== "";
  return (
    <li
      id={id} role="option" aria-selected={isActive}
      onMouseDown={(event) => {
        event.preventDefault();
        take(hit);
      }}
    >
      <ClassSwatch id={node.class} isOurs={node.ours} />
      <span>
        <span lang={langOf(node.lang)}>{node.label}</span>
        {isOther && <span class="note" lang={langOf(hit.language)}> {hit.label} · {nameOfLanguage(hit.language)}</span>}
        <span class="note"> <ClassName id={node.class} /></span>
      </span>
    </li>
  );
}
