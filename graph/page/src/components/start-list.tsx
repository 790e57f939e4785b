/** How a tour or a quiz begins: what there is to choose from, how long each is, and what it is about. */
import "./start-list.css";
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface StartEntry {
  readonly id: string;
  readonly title: ComponentChildren;
  /** How many steps or items, in words. */
  readonly length: string;
  readonly about?: ComponentChildren;
}

export function StartList({ entries, onStart }: { entries: readonly StartEntry[]; onStart: (id: string) => void }) {
  const prefix = useId();
  return (
    <ul class="start-list">
      {entries.map(({ id, title, length, about }, index) => (
        <li key={id}>
          <button
            type="button" class="start-entry" data-entry={id} aria-describedby={about ? `${prefix}-${index}` : undefined} onClick={() => onStart(id)}
          >
            <span class="start-title">{title}</span>
            <span class="start-length">{length}</span>
          </button>
          {about && <p id={`${prefix}-${index}`}>{about}</p>}
        </li>
      ))}
    </ul>
  );
}
