/** Whether lines and areas meet. */
import type { Area, Point } from "./edge-labels";

/** Whether a straight line comes near an area. */
export function crosses(from: Point, to: Point, area: Area, spare = 4): boolean {
  const [halfWidth, halfHeight] = [area.width / 2 + spare, area.height / 2 + spare];
  let [enter, leave] = [0, 1];
  for (const [start, way, half] of [[from.x - area.x, to.x - from.x, halfWidth], [from.y - area.y, to.y - from.y, halfHeight]] as const) {
    if (way === 0) {
      if (Math.abs(start) > half) return false;
      continue;
    }
    const [one, other] = [(-half - start) / way, (half - start) / way];
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  return enter <= leave;
}
