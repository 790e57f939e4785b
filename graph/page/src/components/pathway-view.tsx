/** The canvas with its column headings and its buttons. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { mountPathway, type Pathway } from "../pathway-canvas";
import { followRoom } from "../presenting/refitting";
import { countsOf, say } from "../messages";
import { ColumnHeadings } from "./column-headings";
import { ColumnJumps } from "./column-jumps";
import { useAtlasState } from "./context";
import { Minimap } from "./minimap";
import { PathwayList } from "./pathway-list";
import { ZoomControls } from "./zoom-controls";
import { useSignal } from "@preact/signals";
import "./pathway-view.css";

export function PathwayView() {
  const state = useAtlasState();
  const container = useRef<HTMLDivElement>(null);
  const pathway = useSignal<Pathway | undefined>(undefined);
  // Before the browser shows anything: else it would lay out and show the page without its drawing first.
  useLayoutEffect(() => {
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
      <PathwayList pathway={pathway.value} />
      <ColumnJumps pathway={pathway.value} />
      <ColumnHeadings pathway={pathway.value} />
      <Minimap pathway={pathway.value} />
      <div class="pathway-bar">
        {state.selection.value.kind === "none" && !state.emphasis.value && <p class="hint">{say("hint")}</p>}
        <ZoomControls
          move={(across, down) => pathway.value?.move(across, down)} zoom={(factor) => pathway.value?.zoom(factor)}
          fit={() => pathway.value?.fit()} byButton={0.3} byKey={0.2}
        />
      </div>
    </div>
  );
}
