/** The pathway as the reader arranges it: moved by mouse or keys, saved, restored, put back. */
import { useComputed, type Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { moveSelected, place } from "../../arranging";
import { useAtlasState } from "../../components/context";
import { Icon, type IconName } from "../../components/icon";
import { say } from "../../messages";
import { makeScene } from "../../pathway-scene";
import type { State } from "../../state";
import { capitalize } from "../../words";
import { LARGEST_FILE, readArrangement, writeArrangement } from "./arrangement-file";
import { download, fileName } from "./download";

const STEPS = { left: [-1, 0], up: [0, -1], down: [0, 1], right: [1, 0] } as const satisfies Partial<Record<IconName, readonly [number, number]>>;
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: STEPS.left, ArrowUp: STEPS.up, ArrowDown: STEPS.down, ArrowRight: STEPS.right,
};

export function Arrange({ message }: { message: Signal<string> }) {
  const state = useAtlasState();
  if (state.view.value !== "pathway") return null;
  const reset = () => {
    state.arrangement.value = new Map();
    message.value = say("arrange-was-reset");
  };
  return (
    <section aria-labelledby="arrange">
      <h3 id="arrange">{say("arrange")}</h3>
      <label class="take-check">
        <input type="checkbox" checked={state.arranging.value} onChange={(event) => (state.arranging.value = event.currentTarget.checked)} />
        <span>{say("arrange-on")}</span>
      </label>
      {state.arranging.value && <Mover />}
      <div class="take-row">
        {state.arrangement.value.size > 0 && (
          <>
            <button type="button" class="take-button" onClick={() => save(state)}>{say("arrange-save")}</button>
            <button type="button" class="take-button" onClick={reset}>{say("arrange-reset")}</button>
          </>
        )}
        <Restore message={message} />
      </div>
    </section>
  );
}

/** Nothing is drag-only: the selected concept is moved by Shift and an arrow key, or by four buttons. */
function Mover() {
  const state = useAtlasState();
  const scene = useRef<ReturnType<typeof makeScene> | undefined>(undefined);
  scene.current ??= makeScene(state);
  const move = (across: number, down: number) => moveSelected(state, scene.current!.peek().boxes, across, down);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const step = KEYS[event.key];
      const isTyping = event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox]), textarea, select");
      if (!step || event.defaultPrevented || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      if (move(...step)) event.preventDefault();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [state]);
  // Left on, a slip of the mouse would move a concept long after this panel is closed.
  useEffect(() => () => void (state.arranging.value = false), [state]);
  const label = useComputed(() => {
    const selection = state.selection.value;
    return selection.kind === "node" ? state.atlas.nodes.get(selection.id)?.label : undefined;
  });
  if (label.value === undefined) return <p class="note">{say("arrange-hint")}</p>;
  return (
    <>
      <p class="note">{say("arrange-keys", { label: capitalize(label.value) })}</p>
      <div class="take-row" role="group" aria-label={say("arrange-move", { label: label.value })}>
        {Object.entries(STEPS).map(([name, [across, down]]) => (
          <button key={name} type="button" class="icon-button" aria-label={say(`arrange-${name}`)} title={say(`arrange-${name}`)} onClick={() => move(across, down)}>
            <Icon name={name as IconName} />
          </button>
        ))}
      </div>
    </>
  );
}

function save(state: State): void {
  download(fileName(state, "json", "arrangement"), "application/json", writeArrangement(state.made, state.arrangement.peek()));
}

function Restore({ message }: { message: Signal<string> }) {
  const state = useAtlasState();
  const input = useRef<HTMLInputElement>(null);
  const restore = async (file: File | undefined) => {
    if (file) message.value = await open(state, file);
    if (input.current) input.current.value = "";
  };
  return (
    <>
      <button type="button" class="take-button" onClick={() => input.current?.click()}>{say("arrange-restore")}</button>
      <input
        ref={input} type="file" accept=".json,application/json" hidden aria-label={say("arrange-restore")}
        onChange={(event) => restore(event.currentTarget.files?.[0])}
      />
    </>
  );
}

async function open(state: State, file: File): Promise<string> {
  if (file.size > LARGEST_FILE) return say("arrange-too-large");
  const read = readArrangement(await file.text(), state.made);
  if (!read) return say("arrange-not-one");
  state.arrangement.value = new Map();
  place(state, read.places);
  const ignored = read.unknown + read.absurd;
  const restored = say("arrange-restored", { number: read.places.size });
  return ignored > 0 ? `${restored} ${say("arrange-ignored", { number: ignored })}` : restored;
}
