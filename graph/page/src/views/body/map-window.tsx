/** The window on the map: the drawing that can be enlarged and moved, by buttons, keys, wheel and hand. */
import type { Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { ZoomControls } from "../../components/zoom-controls";
import { bringIntoSight, HOME, panBy, zoomBy, type MapCamera, type Size } from "./map-camera";

const STEP = 1.35;
/** A hand that moves less than this means a click. */
const STILL = 5;

interface WindowProps {
  readonly size: Size;
  readonly camera: Signal<MapCamera>;
  readonly label: string;
  readonly children: ComponentChildren;
}

export function MapWindow({ size, camera, label, children }: WindowProps) {
  const grip = useRef<{ x: number; y: number; isMoving: boolean } | undefined>(undefined);
  const wasMoved = useRef(false);
  const { x, y, scale } = camera.value;
  return (
    <svg
      class={scale > 1 ? "map is-enlarged" : "map"} data-export="body" role="group" aria-label={label}
      width={size.width} height={size.height} viewBox={`0 0 ${size.width} ${size.height}`}
      onPointerDown={(event) => {
        wasMoved.current = false;
        if (event.button === 0 && camera.value.scale > 1) grip.current = { x: event.clientX, y: event.clientY, isMoving: false };
      }}
      onPointerMove={(event) => {
        const from = grip.current;
        if (!from) return;
        const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
        if (!from.isMoving && Math.hypot(dx, dy) < STILL) return;
        if (!from.isMoving) event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, y: event.clientY, isMoving: true };
        wasMoved.current = true;
        camera.value = panBy(camera.value, dx, dy, size);
      }}
      onPointerUp={() => (grip.current = undefined)}
      onPointerCancel={() => (grip.current = undefined)}
      onClickCapture={(event) => {
        // What was let go over is not what was chosen.
        if (wasMoved.current) event.stopPropagation();
        wasMoved.current = false;
      }}
      onWheel={(event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        const box = event.currentTarget.getBoundingClientRect();
        camera.value = zoomBy(camera.value, event.deltaY < 0 ? STEP : 1 / STEP, size, { x: event.clientX - box.x, y: event.clientY - box.y });
      }}
      onFocusIn={(event) => {
        const [own, whole] = [(event.target as Element).getBoundingClientRect(), event.currentTarget.getBoundingClientRect()];
        const at = camera.value;
        const middle = { x: (own.x + own.width / 2 - whole.x - at.x) / at.scale, y: (own.y + own.height / 2 - whole.y - at.y) / at.scale };
        camera.value = bringIntoSight(at, middle, size);
      }}
    >
      <g transform={`translate(${x} ${y}) scale(${scale})`}>{children}</g>
    </svg>
  );
}

/** The camera moves the drawing, and so the other way than the reader looks. */
export function MapControls({ camera, size }: { camera: Signal<MapCamera>; size: Size }) {
  return (
    <ZoomControls
      move={(across, down) => (camera.value = panBy(camera.value, -across * size.width, -down * size.height, size))}
      zoom={(factor) => (camera.value = zoomBy(camera.value, factor, size))}
      fit={() => (camera.value = HOME)} byButton={0.25} byKey={0.25}
    />
  );
}
