/** What can be done with a neighbour besides going there. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { useAtlasState } from "../../components/context";
import { say } from "../../messages";
import { selectNode } from "../../state";
import { hide, toggleUnfolded, unfoldedAt, type FocusState } from "./focus-state";
import { focusOn } from "./keyboard";
import type { Picture } from "./picture";
import { furtherEdges } from "./plan";

/** About as large as it gets, so that it stays within the picture. */
const SIZE = { width: 236, height: 140 } as const;

export function NeighbourMenu({ focus, middle, picture }: { focus: FocusState; middle: string; picture: Picture }) {
  const state = useAtlasState();
  const list = useRef<HTMLDivElement>(null);
  const box = picture.boxes.find(({ key }) => key === focus.menu.value);
  const isOpen = box?.menu !== undefined;
  useLayoutEffect(() => {
    if (isOpen) list.current?.querySelector("button")?.focus();
  }, [isOpen, box?.key]);
  if (!box?.menu) return null;
  const { menu, node, key } = box;
  const number = furtherEdges({ atlas: state.atlas, filter: state.filter.value, derivedToo: focus.derivedToo.value }, node, middle).length;
  const isUnfolded = unfoldedAt(focus, middle).has(node);
  const close = () => (focus.menu.value = undefined);
  const backTo = (stop: string) => {
    const stage = list.current?.parentElement;
    close();
    if (stage) focusOn(stage, focus, stop);
  };
  const item = (label: string, act: () => void) => <button type="button" role="menuitem" tabIndex={-1} onClick={act}>{label}</button>;
  const left = Math.max(4, Math.min(menu.x * picture.scale - SIZE.width / 2, picture.width * picture.scale - SIZE.width - 4));
  const top = Math.max(4, Math.min((menu.y + menu.height / 2) * picture.scale, Math.max(picture.height * picture.scale - SIZE.height, 4)));
  return (
    <div
      ref={list} role="menu" class="focus-menu-list" aria-label={say("focus-menu", { label: box.label })} style={{ left: `${left}px`, top: `${top}px` }}
      onKeyDown={(event) => moveInMenu(event, () => backTo(key))}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget && !list.current?.contains(relatedTarget as Node)) close();
      }}
    >
      {item(say("focus-go-to", { label: box.label }), () => selectNode(state, node))}
      {(number > 0 || isUnfolded) && item(isUnfolded ? say("focus-fold") : say("focus-unfold", { number }), () => {
        toggleUnfolded(focus, middle, node);
        backTo(key);
      })}
      {item(say("focus-hide"), () => {
        backTo(middle);
        hide(focus, middle, node);
      })}
    </div>
  );
}

function moveInMenu(event: KeyboardEvent & { readonly currentTarget: HTMLElement }, leave: () => void): void {
  const items = [...event.currentTarget.querySelectorAll("button")];
  const here = items.indexOf(document.activeElement as HTMLButtonElement);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to !== undefined) items[(to + items.length) % items.length]?.focus();
  else if (event.key === "Escape" || event.key === "Tab") leave();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
