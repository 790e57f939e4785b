/** The concepts of one class as buttons; arrow keys move among them. */
import type { DisplayNode } from "../display";
import { selectNode } from "../state";
import { say } from "../messages";
import { useAtlasState } from "./context";
import { langOf } from "./languages";

export function ConceptList({ nodes, label }: { nodes: readonly DisplayNode[]; label: string }) {
  const state = useAtlasState();
  const sorted = [...nodes].sort((a, b) => a.label.localeCompare(b.label));
  const isSelected = (id: string) => state.selection.value.kind === "node" && state.selection.value.id === id;
  return (
    <ul class="concepts" aria-label={label} onKeyDown={moveFocus}>
      {sorted.map(({ id, label: name, lang }) => {
        const isHidden = !state.shown.value.nodes.has(id);
        return (
          <li key={id}>
            <button
              type="button" class={isHidden ? "concept is-hidden" : "concept"} aria-current={isSelected(id) ? "true" : undefined}
              onClick={() => selectNode(state, id)}
            >
              <span lang={langOf(lang)}>{name}</span>
              {isHidden && <span class="note"> {say("hidden-now")}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || here < 0) return;
  event.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, to))]?.focus();
}
