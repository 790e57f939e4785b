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

/** The place itself where it can have the focus, else the first thing in it that can. */
function focusIn(target: string): void {
  const place = document.querySelector<HTMLElement>(target);
  if (!place) return;
  if (place.tabIndex >= 0) place.focus();
  else [...place.querySelectorAll<HTMLElement>(FOCUSABLE)].find((one) => one.checkVisibility())?.focus();
}
