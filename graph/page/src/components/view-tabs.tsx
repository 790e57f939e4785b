/** The four views of one thing, and what can be done beside them. */
import { VIEWS } from "../hash";
import { say } from "../messages";
import { ACTIVITIES, toggleActivity } from "../state";
import { useAtlasState } from "./context";
import { Icon } from "./icon";

export function ViewTabs() {
  const state = useAtlasState();
  return (
    <nav class="tabs" aria-label={say("view-label")}>
      <ul>
        {VIEWS.map((view) => (
          <li key={view}>
            <button type="button" aria-current={state.view.value === view ? "page" : undefined} onClick={() => (state.view.value = view)}>
              <Icon name={view} /> <span>{say(`view-${view}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <ul class="activities">
        {ACTIVITIES.map((activity) => (
          <li key={activity} data-activity={activity}>
            <button
              type="button" aria-expanded={state.activity.value === activity} aria-controls="activity"
              onClick={() => toggleActivity(state, activity)}
            >
              <Icon name={activity} /> <span>{say(`activity-${activity}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
