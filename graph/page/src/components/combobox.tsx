/** A box with a list of what the typed words may mean: arrow keys and Enter choose, Escape leaves the list. */
import "./combobox.css";
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { say } from "../messages";

export interface ComboboxProps<T> {
  /** Of the list and, unless there is a `<label for>` with `id`, of the box. */
  readonly label: string;
  readonly id?: string;
  readonly hasOwnLabel?: boolean;
  readonly placeholder: string;
  /** What stands in the box while nobody types. */
  readonly value: string;
  readonly find: (text: string) => readonly T[];
  readonly keyOf: (item: T) => string;
  readonly optionOf: (item: T) => ComponentChildren;
  readonly onChoose: (item: T, isByKey: boolean) => void;
  /** The box was left empty. */
  readonly onClear?: () => void;
  /** What is left in the box must be something chosen: else it takes what the words most likely mean. */
  readonly isChoice?: boolean;
  /** For whoever asks the document what is chosen. */
  readonly chosen?: string | undefined;
}

export function Combobox<T>(props: ComboboxProps<T>) {
  const { label, hasOwnLabel = false, placeholder, value, keyOf, optionOf, isChoice = false, chosen } = props;
  const made = useId();
  const id = props.id ?? made;
  const { typed, active, isShown, hits, choose, type, onKeyDown, onBlur } = useTyping(props);
  const idOf = (item: T) => `${id}-${keyOf(item)}`.replace(/\s/g, "_");
  return (
    <div class="combobox">
      <input
        type="text" role="combobox" id={id} aria-label={hasOwnLabel ? undefined : label} placeholder={placeholder} data-node={chosen}
        autocomplete="off" spellcheck={false} aria-autocomplete="list" aria-expanded={hits.length > 0} aria-controls={`${id}-results`}
        // By what it is, not by its place: a screen reader says the active option again only when its id is another.
        aria-activedescendant={hits.length > 0 ? idOf(hits[active]!) : undefined}
        value={typed ?? value} onInput={(event) => type(event.currentTarget.value)} onKeyDown={onKeyDown} onBlur={onBlur}
        onFocus={(event) => isChoice && event.currentTarget.select()}
      />
      <span class="visually-hidden" role="status">{isShown ? say("search-results", { found: hits.length }) : ""}</span>
      <ul id={`${id}-results`} role="listbox" aria-label={label} hidden={hits.length === 0}>
        {hits.map((item, index) => (
          <Option key={keyOf(item)} id={idOf(item)} isActive={index === active} choose={() => choose(item, false)}>{optionOf(item)}</Option>
        ))}
      </ul>
      {isShown && hits.length === 0 && <p class="combobox-nothing">{say("search-nothing")}</p>}
    </div>
  );
}

function useTyping<T>({ find, value, onChoose, onClear, isChoice }: ComboboxProps<T>) {
  /** Undefined while nobody types, so that a choice that is drawn late can't take the place of what is typed by now. */
  const typed = useSignal<string | undefined>(undefined);
  const active = useSignal(0);
  const isOpen = useSignal(false);
  const text = typed.value ?? value;
  const isShown = isOpen.value && text.trim() !== "";
  const hits = isShown ? find(text) : [];
  const choose = (item: T | undefined, isByKey: boolean) => {
    if (item === undefined) return;
    [typed.value, active.value, isOpen.value] = [undefined, 0, false];
    onChoose(item, isByKey);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      isOpen.value = true;
      if (hits.length > 0) active.value = (active.value + step + hits.length) % hits.length;
    } else if (event.key === "Enter") {
      // Sought anew: who types fast is ahead of what was drawn last.
      const found = find(typed.value ?? value);
      choose(found[active.value] ?? found[0], true);
    } else if (event.key === "Escape" && isShown) isOpen.value = false;
    else return;
    event.preventDefault();
  };
  const onBlur = () => {
    isOpen.value = false;
    const left = typed.value;
    // A box that need not hold a choice keeps what was typed.
    if (left === undefined || (left.trim() !== "" && !isChoice)) return;
    if (left.trim() === "") onClear?.();
    else if (left !== value) choose(find(left)[0], false);
    typed.value = undefined;
  };
  const type = (words: string) => {
    [typed.value, active.value, isOpen.value] = [words, 0, true];
  };
  return { typed: typed.value, active: Math.min(active.value, Math.max(0, hits.length - 1)), isShown, hits, choose, type, onKeyDown, onBlur };
}

function Option({ id, isActive, choose, children }: { id: string; isActive: boolean; choose: () => void; children: ComponentChildren }) {
  const option = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    <li
      ref={option} id={id} role="option" aria-selected={isActive}
      onMouseDown={(event) => {
        // The box keeps the focus.
        event.preventDefault();
        choose();
      }}
    >
      {children}
    </li>
  );
}
