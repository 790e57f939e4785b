/** The body map: each site at its place in the body, and what hangs together with the selection beside it. */
import { useSignal, type Signal } from "@preact/signals";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { useAtlasState } from "../../components/context";
import { countsOf, say } from "../../messages";
import "./body.css";
import "./drawing.css";
import { chainInput, readBodyMap, textsOf, type BodyMap } from "./body-map";
import { findUnplaced } from "./chain";
import { ChainDrawing } from "./chain-drawing";
import { layOutChain } from "./chain-layout";
import { ChainList } from "./chain-list";
import { Figure } from "./figure";
import { HOME, type MapCamera, type Size } from "./map-camera";
import { MapControls, MapWindow } from "./map-window";
import { layOutOverview, placeNear, REACH } from "./overview-layout";
import { SiteLabels } from "./site-labels";
import { typeOf } from "./text-fit";
import { growthOf, useFocusInMap, useRoom } from "./map-hooks";
import { UnplacedList } from "./unplaced-list";
import { viewBox } from "./drawing/body-drawing";

/** Narrower than this, the chain is a list beside the figure. */
const LEAST_FOR_COLUMNS = 640;

export function BodyView() {
  const state = useAtlasState();
  const { atlas } = state;
  const body = useBodyMap();
  const whole = useRef<HTMLDivElement>(null);
  const roomElement = useRef<HTMLDivElement>(null);
  const room = useRoom(roomElement);
  useFocusInMap(whole, state.selection.value);
  const camera = useSignal<MapCamera>(HOME);
  const isList = body.chain !== undefined && room.width < LEAST_FOR_COLUMNS;
  const unplaced = useMemo(() => findUnplaced(atlas, state.shown.value), [atlas, state.shown.value]);
  const size = windowOf(room, isList);
  useLayoutEffect(() => { camera.value = HOME; }, [isList, state.selection.value]);
  const { nodes, edges } = state.shown.value;
  const kinds = ["body-map", isList && "is-list", room.width < 720 && "is-narrow", camera.value.scale > 1 && "is-enlarged"];
  return (
    <div class={kinds.filter(Boolean).join(" ")} ref={whole}>
      <div class="body-room" ref={roomElement}>
        {size.width > 0 && <Drawing body={body} size={size} isList={isList} camera={camera} grown={growthOf(whole.current)} label={say("body-map", countsOf(nodes.size, edges.size))} />}
        {isList && body.chain && <ChainList chain={body.chain} />}
      </div>
      <div class="body-bar">
        <UnplacedList nodes={unplaced} />
        <p class="body-hint">{hintOf(body)}</p>
        <MapControls camera={camera} size={size} />
      </div>
    </div>
  );
}

/** The map for a size that nobody sees: laid out for paper, without what is only there to be pressed. */
export function BodyOnPaper({ size }: { size: Size }) {
  const { shown } = useAtlasState();
  const camera = useSignal<MapCamera>(HOME);
  const { nodes, edges } = shown.value;
  return <div class="body-map"><Drawing body={useBodyMap()} size={size} isList={false} isOnPaper camera={camera} grown={1} label={say("body-map", countsOf(nodes.size, edges.size))} /></div>;
}

function hintOf({ chain, lifted, sites }: BodyMap): string {
  if (sites.size === 0) return say("body-nothing");
  return chain ? (lifted ? "" : say("body-no-place")) : say("body-hint");
}

function windowOf(room: Size, isList: boolean): Size {
  if (!isList) return room;
  const width = Math.round(Math.min(260, room.width * (room.width < 340 ? 0.4 : 0.5)));
  return { width, height: Math.min(room.height, Math.round((width * viewBox.height) / (2 * REACH))) };
}

interface DrawingProps {
  readonly body: BodyMap;
  readonly size: Size;
  readonly isList: boolean;
  readonly isOnPaper?: boolean;
  /** How much larger than usual the page's type is. */
  readonly grown: number;
  readonly camera: Signal<MapCamera>;
  readonly label: string;
}

function Drawing({ body, size, isList, isOnPaper = false, camera, grown, label }: DrawingProps) {
  const state = useAtlasState();
  const type = typeOf((size.width < 560 ? 12.5 : 13.5 * Math.min(1.2, Math.max(1, size.height / 800))) * grown);
  const figure = { label: say("body-figure"), sites: body.clickable, lifted: body.lifted, concerned: body.concerned, marked: body.marked };
  if (isList) {
    return <MapWindow size={size} camera={camera} label={label}><Figure {...figure} place={placeNear(body.lifted ?? new Set(), size)} /></MapWindow>;
  }
  if (body.chain) {
    const scene = layOutChain(chainInput(state, body, isOnPaper), size, type);
    return (
      <MapWindow size={scene} camera={camera} label={label}>
        <Figure {...figure} place={scene.figure} />
        <ChainDrawing scene={scene} sites={body.clickable} size={type.size} />
      </MapWindow>
    );
  }
  const overview = layOutOverview(textsOf(body), size, type);
  return (
    <MapWindow size={overview} camera={camera} label={label}>
      <Figure {...figure} place={overview.figure} />
      <SiteLabels overview={overview} sites={body.clickable} shown={body.sites} lying={body.lying} size={type.size} />
    </MapWindow>
  );
}

function useBodyMap(): BodyMap {
  const state = useAtlasState();
  const { atlas } = state;
  const [shown, filter, selection] = [state.shown.value, state.filter.value, state.selection.value];
  return useMemo(() => readBodyMap(atlas, shown, filter, selection), [atlas, shown, filter, selection]);
}
