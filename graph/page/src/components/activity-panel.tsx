/** What stands beside the view: a tour, the quiz, a path, a question, what can be taken away. */
import "./activity-panel.css";
import { PathPanel } from "../activities/path/path-panel";
import { QuizPanel } from "../activities/quiz/quiz-panel";
import { SparqlPanel } from "../activities/sparql/sparql-panel";
import { TakeAwayPanel } from "../activities/take-away/take-away-panel";
import { ToursPanel } from "../activities/tours/tours-panel";
import { say } from "../messages";
import { toggleActivity, type State } from "../state";
import { useAtlasState } from "./context";
import { Icon } from "./icon";
import { SheetFold, unfoldWhenEntered } from "./sheet-fold";

const PANELS = { tours: ToursPanel, quiz: QuizPanel, path: PathPanel, sparql: SparqlPanel, "take-away": TakeAwayPanel } as const;

export function ActivityPanel() {
  const state = useAtlasState();
  const activity = state.activity.value;
  if (!activity) return null;
  const Panel = PANELS[activity];
  return (
    <section class="activity" id="activity" aria-label={say(`activity-${activity}`)} onFocusIn={unfoldWhenEntered(state)}>
      <div class="activity-corner">
        <SheetFold />
        <button
          type="button" class="icon-button sheet-close" aria-label={say("close-activity")} title={say("close-activity")}
          onClick={() => closeActivity(state)}
        >
          <Icon name="close" />
        </button>
      </div>
      <Panel />
    </section>
  );
}

/** The focus would be lost with the panel: it goes back to the tab that opened it. */
export function closeActivity(state: State): void {
  const activity = state.activity.peek();
  if (!activity) return;
  toggleActivity(state, activity);
  document.querySelector<HTMLElement>(`.activities [data-activity="${activity}"] button`)?.focus();
}
