/** The page's frame: header, legend, one of the views, and what stands beside it. */
import { useEffect } from "preact/hooks";
import { isCovered } from "../activities/quiz/cover";
import { MapCover } from "../activities/quiz/map-cover";
import { isOnStep, isTouring } from "../activities/tours/touring";
import { clearSelection, type State } from "../state";
import { BodyView } from "../views/body/body-view";
import { FocusView } from "../views/focus/focus-view";
import { TableView } from "../views/table/table-view";
import { ActivityPanel, closeActivity } from "./activity-panel";
import { useAtlasState } from "./context";
import { Details } from "./details";
import { Footer } from "./footer";
import { Header } from "./header";
import { Legend } from "./legend";
import { Notice } from "./notice";
import { PathwayView } from "./pathway-view";
import { SkipLinks } from "./skip-links";
import { Status } from "./status";

const VIEW_COMPONENTS = { pathway: PathwayView, body: BodyView, focus: FocusView, table: TableView } as const;

export function App() {
  const state = useAtlasState();
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      leaveInnermost(state);
    };
    addEventListener("keydown", leave);
    return () => removeEventListener("keydown", leave);
  }, [state]);
  // On a projector the step says enough of what it has selected itself.
  const isStepEnough = state.presenting.value && isTouring(state) && isOnStep(state);
  const isHidden = isCovered(state);
  const View = VIEW_COMPONENTS[state.view.value];
  return (
    <div
      class="frame" data-sheet={state.sheet.value} data-folded={state.folded.value || undefined} data-selected={state.selection.value.kind} data-view={state.view.value}
      data-activity={state.activity.value} data-presenting={state.presenting.value || undefined} data-touring={isTouring(state) || undefined}
    >
      <SkipLinks />
      <Header />
      <Legend />
      <div class="view" id="view">
        <MapCover />
        <div class="stage" inert={isHidden}><View /></div>
      </div>
      <Notice />
      <div class="aside">
        <ActivityPanel />
        {!isStepEnough && !isHidden && <Details />}
      </div>
      <Footer />
      <Status />
    </div>
  );
}

/** One thing at a time: first what the reader is in, then what they have chosen, then what is left open. */
function leaveInnermost(state: State): void {
  const isInPanel = document.activeElement?.closest("#activity") != null;
  if (state.presenting.value) state.presenting.value = false;
  else if (state.sheet.value === "legend") state.sheet.value = "none";
  else if (isInPanel) closeActivity(state);
  else if (state.selection.value.kind !== "none") clearSelection(state);
  else if (state.activity.value) closeActivity(state);
  else state.sheet.value = "none";
}
