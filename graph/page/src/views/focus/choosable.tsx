/** Something in the picture that can be chosen, by click and by key. */
import type { ComponentChildren } from "preact";
import type { FocusState } from "./focus-state";

export interface Standing {
  readonly stop: string;
  readonly isCurrent: boolean;
  readonly focus: FocusState;
}

export function Choosable({ stop, isCurrent, focus, label, lang, class: name, transform, act, children, ...more }: Standing & {
  readonly label: string;
  readonly lang?: string | undefined;
  readonly class: string;
  readonly transform: string;
  readonly act: () => void;
  readonly children: ComponentChildren;
  readonly [data: `data-${string}`]: string | undefined;
}) {
  // In SVG the attribute is spelled small, or no browser heeds it.
  return (
    <g
      role="button" class={name} transform={transform} tabindex={isCurrent ? 0 : -1} aria-label={label} lang={lang} data-stop={stop}
      onClick={act} onFocus={() => (focus.current.value = stop)} {...more}
    >
      {children}
    </g>
  );
}

/** Seen only while the keyboard stands here. */
export function FocusRing({ width, height }: { width: number; height: number }) {
  return <rect class="focus-ring" x={-width / 2 - 5} y={-height / 2 - 5} width={width + 10} height={height + 10} rx="9" fill="none" />;
}
