/** One line of the legend: a three-way box, a picture, a name, a count, and what unfolds below it. */
import type { ComponentChildren } from "preact";
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { nextLevel, shareOf, type Level } from "../filter";
import { say } from "../messages";
import { softly } from "../wrapping";
import { Icon } from "./icon";

export function FilterRow({ label, lang, shown, all, swatch, contentLabel, onLevel, children }: {
  label: string;
  lang?: string | undefined;
  shown: number;
  all: number;
  swatch?: ComponentChildren;
  contentLabel?: string;
  onLevel: (level: Level) => void;
  children?: ComponentChildren;
}) {
  const isOpen = useSignal(false);
  const content = useId();
  const share = shareOf(shown, all);
  return (
    <li>
      <div class="row">
        <label class="row-label">
          <input
            type="checkbox" checked={share === "all"} indeterminate={share === "some"}
            onChange={(event) => {
              onLevel(nextLevel(share));
              // The box shows what is shown, not what was clicked.
              event.currentTarget.checked = share !== "all";
            }}
          />
          {swatch}
          <span class="row-name" lang={lang}>{softly(label)}</span>
          <span class="row-count">{shown === all ? all : say("shown-of", { shown, all })}</span>
        </label>
        {children && (
          <button
            type="button" class="icon-button unfold" aria-expanded={isOpen.value} aria-controls={content}
            aria-label={contentLabel} onClick={() => (isOpen.value = !isOpen.value)}
          >
            <Icon name={isOpen.value ? "up" : "down"} />
          </button>
        )}
      </div>
      {children && <div id={content} hidden={!isOpen.value}>{isOpen.value && children}</div>}
    </li>
  );
}
