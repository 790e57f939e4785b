/** The focus: one concept in the middle, what is said of it around it. */
import { useEffect, useState } from "preact/hooks";
import { useAtlasState } from "../../components/context";
import { followSelection, focusStateOf, step } from "./focus-state";
import { FocusStage, neighbourhoodOf } from "./focus-stage";
import { FocusStart } from "./focus-start";
import { FocusToolbar } from "./focus-toolbar";
import { LinkedList } from "./linked-list";
import { StatementDialog } from "./statement-dialog";
import "./focus.css";

export function FocusView() {
  const state = useAtlasState();
  const focus = focusStateOf(state);
  // Before the first drawing, so that no other middle is seen first.
  const [stop] = useState(() => followSelection(state, focus));
  useEffect(() => stop, [stop]);
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : undefined;
      if (event.altKey && !event.ctrlKey && !event.metaKey && by && step(state, focus, by)) event.preventDefault();
    };
    addEventListener("keydown", walk);
    return () => removeEventListener("keydown", walk);
  }, [state, focus]);
  const middle = focus.middle.value;
  const neighbourhood = middle === undefined ? undefined : neighbourhoodOf(state, focus, middle);
  return (
    <div class="focus">
      <FocusToolbar focus={focus} neighbourhood={neighbourhood} />
      {middle !== undefined && neighbourhood ? (
        <>
          <FocusStage focus={focus} middle={middle} neighbourhood={neighbourhood} />
          <LinkedList middle={middle} neighbourhood={neighbourhood} />
          <StatementDialog focus={focus} middle={middle} neighbourhood={neighbourhood} />
        </>
      ) : <FocusStart />}
    </div>
  );
}
