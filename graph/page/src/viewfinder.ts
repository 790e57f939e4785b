/** Moves the camera over the canvas: the geometry is `camera.ts`'s, this applies it. */
import type { Network } from "vis-network/esnext";
import { FONT_SIZE } from "./boxes";
import { at, atMost, boundsOf, clampScale, fit, isInView, startAt, viewOf, type Bounds, type Camera, type Window } from "./camera";
import type { Area, Point } from "./edge-labels";

/** The headings' height where they can't be measured, and how far edges within a column go round it. */
const HEAD = 40;
const ROUND = 26;
/** The height of the buttons and the hint at the bottom. */
const FOOT = 46;
/** At this scale labels, 12 pixels high, can be read with ease; on a phone, which is held nearer, they may be smaller. */
const LEGIBLE = 12.05 / FONT_SIZE;
const LEGIBLE_IN_HAND = 0.78;
const READABLE = 0.6;
/** Narrower than this is a phone. */
const LEAST_DESK = 600;
const MOST_FILLED = 1.4;

export interface Viewfinder {
  /** Show all of it, however small. */
  showAll(areas: readonly Area[], isAnimated?: boolean): void;
  /** Show all of it as large as there is room for: another picture, so there is no way there from the one before. */
  fill(areas: readonly Area[]): void;
  /** Show all of it if that can be read; else, at a size that can, its beginning. */
  begin(areas: readonly Area[], isFirst?: boolean): void;
  /** Show all of it if any of it is out of sight or too small; if all can't be legible, show the main part. One thing, as a path, is shown whole while it can be read at all. */
  bringIntoView(areas: readonly Area[], main: readonly Area[], isOneThing?: boolean): void;
  /** Show a column from its left edge, at a size that can be read. */
  showColumn(areas: readonly Area[]): void;
  lookAt(point: Point): void;
  view(): Bounds;
  /** The part of the drawing that nothing above or below covers, and what lies over it: buttons, the small map, the hint. */
  sight(): { readonly window: Bounds; readonly covers: readonly Area[] };
  zoom(factor: number): void;
  /** Move by shares of the window. */
  move(across: number, down: number): void;
}

export function makeViewfinder(network: Network, container: HTMLElement): Viewfinder {
  const window = (): Window => ({
    width: container.clientWidth, height: container.clientHeight, head: coveredFromAbove(container),
    foot: Math.max(footOf(container), coveredFromBelow(container)),
  });
  const camera = (): Camera => ({ position: network.getViewPosition(), scale: network.getScale() });
  const look = (to: Camera, isAnimated = !isMotionReduced()) =>
    network.moveTo({ ...to, offset: { x: 0, y: 0 }, animation: isAnimated && { duration: 320, easingFunction: "easeInOutQuad" } });
  return {
    showAll: (areas, isAnimated) => {
      const bounds = boundsOf(areas.map(withEdges));
      if (bounds) look(fit(bounds, window()), isAnimated);
    },
    fill: (areas) => {
      const bounds = boundsOf(areas);
      if (bounds) look(fit(bounds, window(), MOST_FILLED * typeScale()), false);
    },
    begin: (areas, isFirst = false) => {
      const bounds = boundsOf(areas.map(withEdges));
      if (!bounds) return;
      const whole = fit(bounds, window(), 1.25 * typeScale());
      look(whole.scale < READABLE ? startAt(bounds, window(), LEGIBLE) : whole, isFirst ? false : undefined);
    },
    bringIntoView: (areas, main, isOneThing = false) => {
      const [around, middle] = [boundsOf(areas.map(withEdges)), boundsOf(main)];
      if (!around || !middle) return;
      const isInHand = innerWidth < LEAST_DESK;
      const legible = isInHand ? LEGIBLE_IN_HAND : LEGIBLE;
      if (isInView(around, camera(), window()) && camera().scale >= legible * typeScale()) return;
      const whole = fit(around, window(), 1.15 * typeScale());
      look(whole.scale >= (isInHand || isOneThing ? READABLE : LEGIBLE) ? whole : atMost(areas, middle, legible, window()));
    },
    showColumn: (areas) => {
      const bounds = boundsOf(areas);
      if (bounds) look(startAt(bounds, window(), Math.max(LEGIBLE, Math.min(1, camera().scale))));
    },
    lookAt: (point) => look(at(point, camera().scale, window()), false),
    view: () => viewOf(camera(), window()),
    sight: () => {
      const room = { ...window(), foot: coveredFromBelow(container) };
      return { window: viewOf(camera(), room), covers: coversOf(container, camera(), room) };
    },
    zoom: (factor) => look({ ...camera(), scale: clampScale(camera().scale * factor) }),
    move: (across, down) => {
      const { position, scale } = camera();
      const { width, height } = window();
      look({ position: { x: position.x + (across * width) / scale, y: position.y + (down * height) / scale }, scale });
    },
  };
}

function withEdges(area: Area): Area {
  return { ...area, width: area.width + 2 * ROUND };
}

/** How much of the canvas the headings cover, with the column buttons of a narrow screen. */
function coveredFromAbove(container: HTMLElement): number {
  const headings = container.parentElement?.querySelector(".headings")?.getBoundingClientRect();
  return headings && headings.height > 0 ? headings.bottom - container.getBoundingClientRect().top + 6 : HEAD;
}

/** On a narrow screen the buttons stand below the canvas. */
function footOf(container: HTMLElement): number {
  const buttons = container.parentElement?.querySelector(".controls")?.getBoundingClientRect();
  return buttons && buttons.height > 0 && buttons.top >= container.getBoundingClientRect().bottom ? 0 : FOOT;
}

/** How much of the canvas the sheet with the details, or with a tour's step, covers on a narrow screen. */
function coveredFromBelow(container: HTMLElement): number {
  const canvas = container.getBoundingClientRect();
  const covers = [...document.querySelectorAll(".details, .activity")].map((sheet) => {
    const cover = sheet.getBoundingClientRect();
    const isOver = cover.height > 0 && cover.left < canvas.right && cover.right > canvas.left && cover.top < canvas.bottom && cover.bottom > canvas.top;
    return isOver ? canvas.bottom - cover.top : 0;
  });
  return Math.max(0, Math.min(canvas.height - HEAD - 80, Math.max(0, ...covers)));
}

/** In the drawing's own measure. */
function coversOf(container: HTMLElement, { position, scale }: Camera, { width, height }: Window): readonly Area[] {
  const { left, top } = container.getBoundingClientRect();
  return [...(container.parentElement?.querySelectorAll(".controls, .minimap, .hint") ?? [])].flatMap((element) => {
    const box = element.getBoundingClientRect();
    if (box.width === 0) return [];
    const middle = { x: box.x + box.width / 2 - left - width / 2, y: box.y + box.height / 2 - top - height / 2 };
    return [{ x: position.x + middle.x / scale, y: position.y + middle.y / scale, width: box.width / scale, height: box.height / scale }];
  });
}

/** How much larger than usual the reader's type is, as for a projector: the drawing may grow as far. */
function typeScale(): number {
  return Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1);
}

function isMotionReduced(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
