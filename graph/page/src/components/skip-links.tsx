/** Ways past the legend for who moves by keyboard; they show when they have the focus. */
import { say } from "../messages";
import { useAtlasState } from "./context";

export function SkipLinks() {
  const isSelected = useAtlasState().selection.value.kind !== "none";
  // Buttons, not links: the address bar holds the view.
  const skip = (label: string, target: string) => (
    <button type="button" class="skip" onClick={() => document.querySelector<HTMLElement>(target)?.focus()}>{label}</button>
  );
  return (
    <div class="skips">
      {skip(say("skip-to-drawing"), ".controls button")}
      {isSelected && skip(say("skip-to-details"), ".details")}
    </div>
  );
}
