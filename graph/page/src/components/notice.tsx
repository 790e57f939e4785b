/** Tells politely what the address named that isn't there, and what may have been meant. */
import "./notice.css";
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Hit } from "../search";
import { say } from "../messages";
import { selectNode } from "../state";
import { suggest, type Unknown } from "../unknown-address";
import { useAtlasState } from "./context";
import { Icon } from "./icon";
import { langOf } from "./languages";

const NONE: readonly Unknown[] = [];

export function Notice() {
  const state = useAtlasState();
  const told = useSignal(NONE);
  const unknown = state.unknown.value;
  // A screen reader speaks only of what comes into a region that is there already.
  useEffect(() => {
    told.value = unknown;
  }, [unknown, told]);
  const isShown = told.value.length > 0;
  const hits = isShown ? suggest(told.value, state.atlas) : [];
  const leave = (goal: string) => {
    state.unknown.value = NONE;
    // The button is gone, and the focus must not be.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(goal)?.focus());
  };
  const choose = ({ node }: Hit) => {
    selectNode(state, node);
    leave(".details");
  };
  return (
    <div class={isShown ? "notice is-shown" : "notice"}>
      <p role="status">{told.value.map(({ part, name }) => <span key={part}>{say(`unknown-${part}`, { name })} </span>)}{isShown && say("unknown-rest")}</p>
      {hits.length > 0 && (
        <p class="notice-meant">
          {say("unknown-meant")}{" "}
          {hits.map((hit) => <Suggestion key={hit.node} hit={hit} choose={choose} />)}
        </p>
      )}
      {isShown && (
        <button type="button" class="icon-button" aria-label={say("unknown-close")} title={say("unknown-close")} onClick={() => leave('.tabs [aria-current="page"]')}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}

function Suggestion({ hit, choose }: { hit: Hit; choose: (hit: Hit) => void }) {
  const node = useAtlasState().atlas.nodes.get(hit.node);
  return node ? <button type="button" class="text-button" lang={langOf(node.lang)} onClick={() => choose(hit)}>{node.label}</button> : null;
}
