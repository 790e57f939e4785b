/** Ways past the legend for who moves by keyboard; they show when they have the focus. */
import { TEXTS } from "../texts";
import { useAtlasState } from "./context";

export function SkipLinks() {
  const isSelected = useAtlasState().selection.value.kind !== "none";
  // Buttons, not links: the address bar holds the view.
  const skip = (label: string, target: string) => (
    <button type="button" class="skip" onClick={() => document.querySelector<HTMLElement>(target)?.focus()}>{label}</button>
  );
  return (
    <div class="skips">
      {skip(TEXTS.skipToDrawing, ".controls button")}
      {isSelected && skip(TEXTS.skipToDetails, ".details")}
    </div>
  );
}
