/** The canvas with its column headings and its buttons. */
import { useEffect, useRef } from "preact/hooks";
import { mountPathway, type Pathway } from "../pathway-canvas";
import { followRoom } from "../presenting/refitting";
import { countsOf, say } from "../messages";
import { ColumnHeadings } from "./column-headings";
import { ColumnJumps } from "./column-jumps";
import { useAtlasState } from "./context";
import { Icon, type IconName } from "./icon";
import { Minimap } from "./minimap";
import { useSignal } from "@preact/signals";

export function PathwayView() {
  const state = useAtlasState();
  const container = useRef<HTMLDivElement>(null);
  const pathway = useSignal<Pathway | undefined>(undefined);
  useEffect(() => {
    const mounted = mountPathway(container.current!, state);
    pathway.value = mounted;
    const stopFollowingRoom = followRoom(state, container.current!, mounted.refit);
    return () => {
      stopFollowingRoom();
      mounted.destroy();
    };
  }, [state]);
  const { nodes, edges } = state.shown.value;
  return (
    <div class="pathway">
      <div ref={container} class="canvas" role="img" aria-label={say("canvas", countsOf(nodes.size, edges.size))} />
      <ColumnJumps pathway={pathway.value} />
      <ColumnHeadings pathway={pathway.value} />
      {state.selection.value.kind === "none" && !state.emphasis.value && <p class="hint">{say("hint")}</p>}
      <Minimap pathway={pathway.value} />
      <Controls pathway={pathway.value} />
    </div>
  );
}

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-0.2, 0], ArrowRight: [0.2, 0], ArrowUp: [0, -0.2], ArrowDown: [0, 0.2],
};

function Controls({ pathway }: { pathway: Pathway | undefined }) {
  const button = (name: IconName, label: string, act: () => void) => (
    <button type="button" class={`icon-button ${name}`} aria-label={label} title={label} onClick={act}><Icon name={name} /></button>
  );
  return (
    <div
      class="controls" role="group" aria-label={say("zoom-controls")}
      onKeyDown={(event) => {
        const move = MOVES[event.key];
        if (!move) return;
        event.preventDefault();
        pathway?.move(...move);
      }}
    >
      {button("left", say("left"), () => pathway?.move(-0.3, 0))}
      {button("up", say("up"), () => pathway?.move(0, -0.3))}
      {button("down", say("down"), () => pathway?.move(0, 0.3))}
      {button("right", say("right"), () => pathway?.move(0.3, 0))}
      {button("minus", say("zoom-out"), () => pathway?.zoom(1 / 1.35))}
      {button("plus", say("zoom-in"), () => pathway?.zoom(1.35))}
      {button("fit", say("fit"), () => pathway?.fit())}
    </div>
  );
}
