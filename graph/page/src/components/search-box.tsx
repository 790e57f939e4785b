/** A combobox over every label; arrow keys and Enter choose, Escape leaves. */
import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { makeSearch, type Hit, type Search } from "../search";
import { selectNode } from "../state";
import { say } from "../messages";
import { ClassName } from "./class-name";
import { useAtlasState } from "./context";
import { Icon } from "./icon";
import { langOf, nameOfLanguage } from "./languages";
import { ClassSwatch } from "./swatches";

export function SearchBox() {
  const state = useAtlasState();
  const index = useRef<Search | undefined>(undefined);
  // Made when first asked: with thousands of concepts it takes a while.
  const search = (text: string) => (index.current ??= makeSearch(state.atlas))(text);
  const query = useSignal("");
  const active = useSignal(0);
  const isOpen = useSignal(false);
  const isShown = isOpen.value && query.value.trim() !== "";
  const hits = isShown ? search(query.value) : [];

  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    selectNode(state, hit.node);
    query.value = state.atlas.nodes.get(hit.node)?.label ?? "";
    active.value = 0;
    isOpen.value = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      isOpen.value = true;
      if (hits.length > 0) active.value = (active.value + step + hits.length) % hits.length;
    } else if (event.key === "Enter") {
      // Sought anew: who types fast is ahead of what was drawn last.
      choose((query.value.trim() === "" ? [] : search(query.value))[active.value]);
      // Who came by keyboard goes on reading there; else the whole legend would lie between.
      requestAnimationFrame(() => document.querySelector<HTMLElement>(".details")?.focus());
    }
    else if (event.key === "Escape" && isShown) isOpen.value = false;
    else return;
    event.preventDefault();
  };
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        type="text" role="combobox" aria-label={say("search-label")} placeholder={say("search-placeholder")}
        autocomplete="off" spellcheck={false} aria-autocomplete="list" aria-expanded={isShown} aria-controls="search-results"
        aria-activedescendant={isShown && hits.length > 0 ? idOf(hits[active.value]!) : undefined}
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          active.value = 0;
          isOpen.value = true;
        }}
        onKeyDown={onKeyDown}
        onBlur={() => (isOpen.value = false)}
      />
      <span class="visually-hidden" role="status">{isShown ? say("search-results", { found: hits.length }) : ""}</span>
      <ul id="search-results" role="listbox" aria-label={say("search-label")} hidden={!isShown || hits.length === 0}>
        {hits.map((hit, index) => (
          <HitOption key={hit.node} hit={hit} isActive={index === active.value} choose={choose} />
        ))}
      </ul>
      {isShown && hits.length === 0 && <p class="search-nothing">{say("search-nothing")}</p>}
    </div>
  );
}

/** By concept, not by place: a screen reader says the active option again only when its id is another. */
function idOf({ node }: Hit): string {
  return `hit-${node.replace(/\s/g, "_")}`;
}

function HitOption({ hit, isActive, choose }: {
  hit: Hit; isActive: boolean; choose: (hit: Hit) => void;
}) {
  const { atlas } = useAtlasState();
  const node = atlas.nodes.get(hit.node)!;
  const option = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  const isOther = hit.label !== node.label && hit.language !== "";
  return (
    <li
      ref={option} id={idOf(hit)} role="option" aria-selected={isActive}
      onMouseDown={(event) => {
        event.preventDefault();
        choose(hit);
      }}
    >
      <ClassSwatch id={node.class} isOurs={node.ours} />
      <span class="hit-label" lang={langOf(node.lang)}>{node.label}</span>
      {isOther && <span class="hit-other" lang={langOf(hit.language)}>{hit.label} · {nameOfLanguage(hit.language)}</span>}
      <span class="hit-class"><ClassName id={node.class} /></span>
    </li>
  );
}
