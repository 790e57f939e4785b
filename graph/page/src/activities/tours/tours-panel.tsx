/** The tours: the list of them, or the step that the reader is on. */
import "./tours.css";
import { useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { useAtlasState } from "../../components/context";
import { StartList } from "../../components/start-list";
import { textIn } from "../../localise";
import { language, say } from "../../messages";
import { StepView } from "./step-view";
import { Told } from "./told";
import { currentWalk, goToStep, leaveTour } from "./touring";

export function ToursPanel() {
  const state = useAtlasState();
  const panel = useRef<HTMLDivElement>(null);
  const walk = currentWalk(state);
  const before = useRef<string | undefined>(undefined);
  const isOpened = useRef(false);
  // On a narrow screen the step comes back when the sheet that stood over it is closed.
  useSignalEffect(() => {
    if (state.tour.value && state.activity.value === "tours" && state.sheet.value === "none") state.sheet.value = "activity";
  });
  useEffect(() => {
    // The focus would be lost with the button that had it.
    const to = walk ? ".tour-step" : before.current !== undefined && `[data-entry="${CSS.escape(before.current)}"]`;
    // A link that opens a step takes the focus from nobody.
    if (to && isOpened.current) panel.current?.querySelector<HTMLElement>(to)?.focus({ preventScroll: true });
    isOpened.current = true;
    before.current = walk?.tour.id;
  }, [walk?.tour.id]);
  return (
    <div class="tours" ref={panel}>
      {walk ? <StepView walk={walk} onLeave={() => leaveTour(state)} /> : <TourList />}
      <p class="visually-hidden" role="status">{walk && sayStep()}</p>
    </div>
  );

  function sayStep(): string {
    const { place, tour, step } = walk!;
    return say("tour-step-now", { step: place.step + 1, all: tour.steps.length, title: textIn(step.title, language.value).text });
  }
}

function TourList() {
  const state = useAtlasState();
  const { tours } = state.atlas.display;
  const entries = tours.filter(({ steps }) => steps.length > 0).map(({ id, title, about, steps }) => ({
    id, title: <Told texts={title} />, length: say("tour-steps", { number: steps.length }),
    about: Object.keys(about).length > 0 && <Told texts={about} />,
  }));
  return (
    <>
      <h2>{say("activity-tours")}</h2>
      <p class="note">{say(tours.length === 0 ? "tours-none" : "tours-intro")}</p>
      <StartList entries={entries} onStart={(tour) => goToStep(state, { tour, step: 0 })} />
    </>
  );
}
