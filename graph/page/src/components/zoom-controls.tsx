/** The buttons that move and zoom a drawing; arrow keys among them move it, too. */
import { say } from "../messages";
import { Icon, type IconName } from "./icon";

const STEP = 1.35;
const KEYS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

interface Controlled {
  /** Look further right and down, by shares of the window. */
  readonly move: (across: number, down: number) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  /** What share of the window a button and a key move by. */
  readonly byButton: number;
  readonly byKey: number;
}

export function ZoomControls({ move, zoom, fit, byButton, byKey }: Controlled) {
  const button = (name: IconName, label: string, act: () => void) => (
    <button type="button" class={`icon-button ${name}`} aria-label={label} title={label} onClick={act}><Icon name={name} /></button>
  );
  return (
    <div
      class="controls" role="group" aria-label={say("zoom-controls")}
      onKeyDown={(event) => {
        const way = KEYS[event.key];
        if (!way) return;
        event.preventDefault();
        move(way[0] * byKey, way[1] * byKey);
      }}
    >
      {button("left", say("left"), () => move(-byButton, 0))}
      {button("up", say("up"), () => move(0, -byButton))}
      {button("down", say("down"), () => move(0, byButton))}
      {button("right", say("right"), () => move(byButton, 0))}
      {button("minus", say("zoom-out"), () => zoom(1 / STEP))}
      {button("plus", say("zoom-in"), () => zoom(STEP))}
      {button("fit", say("fit"), fit)}
    </div>
  );
}
