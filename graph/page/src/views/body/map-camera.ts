/** Zoom and pan of the map: pure arithmetic on how the scene is moved and enlarged. */

export interface MapCamera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const HOME: MapCamera = { x: 0, y: 0, scale: 1 };
export const MOST_ZOOM = 6;

/** The scene never leaves its window: at the least zoom it fills it. */
function keep({ x, y, scale }: MapCamera, { width, height }: Size): MapCamera {
  const within = (value: number, room: number) => Math.min(0, Math.max(room * (1 - scale), value)) || 0;
  return { x: within(x, width), y: within(y, height), scale };
}

/** By a factor, about a point of the window, which stays where it is. */
export function zoomBy(camera: MapCamera, factor: number, size: Size, about = { x: size.width / 2, y: size.height / 2 }): MapCamera {
  const scale = Math.min(MOST_ZOOM, Math.max(1, camera.scale * factor));
  const share = scale / camera.scale;
  return keep({ x: about.x - (about.x - camera.x) * share, y: about.y - (about.y - camera.y) * share, scale }, size);
}

export function panBy(camera: MapCamera, dx: number, dy: number, size: Size): MapCamera {
  return keep({ ...camera, x: camera.x + dx, y: camera.y + dy }, size);
}

/** So that what has the focus is in sight. */
export function bringIntoSight(camera: MapCamera, point: { readonly x: number; readonly y: number }, size: Size): MapCamera {
  if (camera.scale === 1) return camera;
  const [x, y] = [point.x * camera.scale + camera.x, point.y * camera.scale + camera.y];
  const isInSight = x > 0 && y > 0 && x < size.width && y < size.height;
  return isInSight ? camera : panBy(camera, size.width / 2 - x, size.height / 2 - y, size);
}
