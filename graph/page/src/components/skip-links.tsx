/** Ways past header and legend for who moves by keyboard; they show when they have the focus. */
import { say } from "../messages";
import { useAtlasState } from "./context";

const FOCUSABLE = "button:not([disabled]), [tabindex='0'], input, select, a[href]";

export function SkipLinks() {
  const state = useAtlasState();
  // Buttons, not links: the address bar holds the view.
  const skip = (label: string, target: string) => (
    <button type="button" class="skip" onClick={() => focusIn(target)}>{label}</button>
  );
  return (
    <div class="skips">
      {skip(say("skip-to-drawing"), "#view")}
      {state.activity.value && skip(say("skip-to-activity", { activity: say(`activity-${state.activity.value}`) }), "#activity")}
      {state.selection.value.kind !== "none" && skip(say("skip-to-details"), ".details")}
    </div>
  );
}

/** The concepts of a drawing, where the arrow keys go on; its buttons for zooming come after them. */
const CONCEPTS = [
  '.pathway-list [tabindex="0"]', '.map [data-stop][tabindex="0"]', ".chain-list button", '.focus-picture [tabindex="0"]', ".focus-card",
  '.listing tbody [tabindex="0"]',
].map((concept) => `#view ${concept}`).join();

/** The place itself where it can have the focus, else the first thing in it that can. */
function focusIn(target: string): void {
  const place = document.querySelector<HTMLElement>(target);
  if (!place) return;
  if (place.tabIndex >= 0) place.focus();
  else if (target === "#view" && focusOn(document.querySelectorAll<HTMLElement>(CONCEPTS))) return;
  else focusOn(place.querySelectorAll<HTMLElement>(FOCUSABLE));
}

function focusOn(all: Iterable<HTMLElement>): boolean {
  const first = [...all].find((one) => one.checkVisibility({ visibilityProperty: true }));
  first?.focus();
  return first !== undefined;
}
