/** Steps back and forward, and what is in the picture. */
import { useAtlasState } from "../../components/context";
import { Icon } from "../../components/icon";
import { say } from "../../messages";
import { showHidden, step, type FocusState } from "./focus-state";
import type { Neighbourhood } from "./neighbourhood";
import { stepFrom } from "./trail";

export function FocusToolbar({ focus, neighbourhood }: { focus: FocusState; neighbourhood: Neighbourhood | undefined }) {
  const middle = focus.middle.value;
  return (
    <div class="focus-bar" role="group" aria-label={say("focus-bar")}>
      <Steps focus={focus} />
      {middle !== undefined && neighbourhood && (
        <>
          <button type="button" class="focus-button" onClick={() => (focus.list.value = { sector: "" })}>
            <Icon name="legend" /> {say("focus-list")}
          </button>
          {neighbourhood.derived > 0 && (
            <label class="focus-switch">
              <input
                type="checkbox" role="switch" checked={focus.derivedToo.value}
                onChange={({ currentTarget }) => (focus.derivedToo.value = currentTarget.checked)}
              />
              {say("focus-derived", { number: neighbourhood.derived })}
            </label>
          )}
          <p class="focus-notes" role="status">
            {neighbourhood.hidden.length > 0 && (
              <span>
                {say("focus-hidden", { number: neighbourhood.hidden.length })}{" "}
                <button type="button" class="focus-button" onClick={() => showHidden(focus, middle)}>{say("focus-show-hidden")}</button>
              </span>
            )}
            {neighbourhood.leftOut > 0 && <span>{say("focus-left-out", { number: neighbourhood.leftOut })}</span>}
          </p>
        </>
      )}
    </div>
  );
}

function Steps({ focus }: { focus: FocusState }) {
  const state = useAtlasState();
  const trail = focus.trail.value;
  // With nothing in the middle, the way back leads to what was there last.
  const before = focus.middle.value === undefined ? trail.visited[trail.at] : stepFrom(trail, -1);
  const after = stepFrom(trail, 1);
  const name = (id: string | undefined) => (id === undefined ? "" : `: ${state.atlas.nodes.get(id)?.label ?? id}`);
  const button = (by: -1 | 1, icon: "back" | "forward", to: string | undefined, label: string) => (
    <button
      type="button" class="icon-button" aria-disabled={to === undefined} aria-label={label + name(to)} title={label + name(to)}
      aria-keyshortcuts={by < 0 ? "Alt+ArrowLeft" : "Alt+ArrowRight"} onClick={() => step(state, focus, by)}
    >
      <Icon name={icon} />
    </button>
  );
  return <span class="focus-steps">{button(-1, "back", before, say("focus-back"))}{button(1, "forward", after, say("focus-forward"))}</span>;
}
