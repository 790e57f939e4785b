/** The whole drawing in small while only a part of it is in sight; a click or a drag moves there. For the mouse alone: keys have the buttons. */
import { useEffect, useRef } from "preact/hooks";
import { boundsOf, type Bounds } from "../camera";
import { paperOf } from "../palette";
import type { Pathway } from "../pathway-canvas";
import { useAtlasState } from "./context";

const WIDTH = 168;
const HEIGHT = 118;
const PAD = 6;
/** From the corner above the buttons. */
const ASIDE = 18;

interface Shrink {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

export function Minimap({ pathway }: { pathway: Pathway | undefined }) {
  const { theme } = useAtlasState();
  const canvas = useRef<HTMLCanvasElement>(null);
  const shrink = useRef<Shrink>({ scale: 1, left: 0, top: 0 });
  useEffect(() => {
    pathway?.onDrawn((_, scale) => {
      if (!canvas.current) return;
      shrink.current = paint(canvas.current, pathway, paperOf(theme.peek()).ink);
      canvas.current.classList.toggle("is-left", coversLifted(canvas.current, pathway, scale));
    });
  }, [pathway]);
  const go = (event: PointerEvent) => {
    if (event.buttons === 0 || !canvas.current) return;
    const box = canvas.current.getBoundingClientRect();
    const { scale, left, top } = shrink.current;
    pathway?.lookAt({ x: (event.clientX - box.left - PAD) / scale + left, y: (event.clientY - box.top - PAD) / scale + top });
  };
  return (
    <canvas
      ref={canvas} class="minimap" aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    />
  );
}

function paint(canvas: HTMLCanvasElement, pathway: Pathway, ink: string): Shrink {
  const dots = pathway.drawnBoxes();
  const all = boundsOf(dots);
  const view = pathway.view();
  canvas.hidden = !all || isWithin(all, view);
  if (!all || canvas.hidden) return { scale: 1, left: 0, top: 0 };
  const scale = Math.min((WIDTH - 2 * PAD) / (all.right - all.left), (HEIGHT - 2 * PAD) / (all.bottom - all.top));
  const [width, height] = [(all.right - all.left) * scale + 2 * PAD, (all.bottom - all.top) * scale + 2 * PAD];
  const sharp = devicePixelRatio || 1;
  [canvas.width, canvas.height] = [Math.round(width * sharp), Math.round(height * sharp)];
  [canvas.style.width, canvas.style.height] = [`${width}px`, `${height}px`];
  const context = canvas.getContext("2d")!;
  context.setTransform(sharp * scale, 0, 0, sharp * scale, sharp * (PAD - all.left * scale), sharp * (PAD - all.top * scale));
  for (const { x, y, width: broad, height: high, colour } of dots) {
    context.fillStyle = colour;
    context.fillRect(x - broad / 2, y - high / 2, broad, high);
  }
  context.strokeStyle = ink;
  context.lineWidth = 1.5 / scale;
  const [left, top] = [Math.max(view.left, all.left - 4 / scale), Math.max(view.top, all.top - 4 / scale)];
  context.strokeRect(left, top, Math.min(view.right, all.right + 4 / scale) - left, Math.min(view.bottom, all.bottom + 4 / scale) - top);
  return { scale, left: all.left, top: all.top };
}

/** Whether it would lie over what is selected, where it usually stands. */
function coversLifted(canvas: HTMLCanvasElement, pathway: Pathway, scale: number): boolean {
  const { right, bottom } = pathway.view();
  const [left, top] = [right - (parseFloat(canvas.style.width) + ASIDE) / scale, bottom - (parseFloat(canvas.style.height) + ASIDE) / scale];
  return pathway.drawnBoxes().some((dot) =>
    dot.lifted && dot.x + dot.width / 2 > left && dot.x - dot.width / 2 < right && dot.y + dot.height / 2 > top && dot.y - dot.height / 2 < bottom);
}

function isWithin(inner: Bounds, outer: Bounds): boolean {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
}
