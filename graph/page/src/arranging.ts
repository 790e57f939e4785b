/** Concepts of the pathway are moved by hand: dragged while that is switched on, or step by step with the keyboard. */
import { effect } from "@preact/signals";
import type { Network } from "vis-network/esnext";
import type { Box } from "./boxes";
import type { Point } from "./edge-labels";
import type { State } from "./state";

/** How far a step of the keyboard or of a button moves a concept. */
export const STEP = 16;
/** Further away nobody would find a concept again. */
export const FURTHEST = 20_000;

export function followArranging(network: Network, state: State): () => void {
  const stop = effect(() => network.setOptions({ interaction: { dragNodes: state.arranging.value } }));
  let frame = 0;
  const keep = ({ nodes }: { readonly nodes: readonly (string | number)[] }) => {
    if (nodes.length === 0) return;
    const places = network.getPositions(nodes.map(String));
    place(state, Object.entries(places).map(([id, { x, y }]) => [id, { x, y }] as const));
  };
  // The ways follow at each frame, not at each tremble of the hand.
  network.on("dragging", (event) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => keep(event));
  });
  network.on("dragEnd", (event) => {
    cancelAnimationFrame(frame);
    keep(event);
  });
  return () => {
    cancelAnimationFrame(frame);
    stop();
  };
}

export function place(state: State, places: Iterable<readonly [string, Point]>): void {
  const known = [...places].filter(([id, { x, y }]) => state.made.nodes.has(id) && isNear(x) && isNear(y));
  if (known.length === 0) return;
  state.arrangement.value = new Map([...state.arrangement.peek(), ...known.map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }] as const)]);
}

/** Move the selected concept; says whether there is one. */
export function moveSelected(state: State, boxes: ReadonlyMap<string, Box>, across: number, down: number): boolean {
  const selection = state.selection.peek();
  const box = selection.kind === "node" ? boxes.get(selection.id) : undefined;
  if (selection.kind !== "node" || !box) return false;
  place(state, [[selection.id, { x: box.x + across * STEP, y: box.y + down * STEP }]]);
  return true;
}

export function isNear(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= FURTHEST;
}
