/** Paints one node: its class's outline in its class's colour, with the label inside. */
import type { NodeLook } from "./appearance";
import { FONT_SIZE, LINE_HEIGHT } from "./boxes";
import { outlineOf, type Shape } from "./shapes";

export const FONT_FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
export const NODE_FONT = `500 ${FONT_SIZE}px ${FONT_FAMILY}`;

const outlines = new Map<string, Path2D>();

function outline(shape: Shape, width: number, height: number): Path2D {
  const key = `${shape} ${width} ${height}`;
  const known = outlines.get(key);
  if (known) return known;
  const path = new Path2D(outlineOf(shape, width, height));
  outlines.set(key, path);
  return path;
}

export interface Placing {
  readonly x: number;
  readonly y: number;
  readonly hovered: boolean;
  readonly readable: boolean;
}

export function drawNode(context: CanvasRenderingContext2D, look: NodeLook, { x, y, hovered, readable }: Placing): void {
  const { width, height, lines } = look.box;
  context.save();
  context.translate(x, y);
  const path = outline(look.shape, width, height);
  // Paper first, so that no edge shines through a dimmed node.
  context.fillStyle = look.paper;
  context.fill(path);
  if (look.ring) drawRing(context, look.ring, look.paper, look.shape, width, height);
  context.globalAlpha = hovered ? Math.max(look.alpha, 0.75) : look.alpha;
  context.fillStyle = look.fill;
  context.fill(path);
  context.strokeStyle = look.line;
  context.lineWidth = look.ring || hovered ? 2.6 : 1.5;
  context.lineJoin = "round";
  context.lineCap = look.dots.length > 0 ? "round" : "butt";
  context.setLineDash([...look.dots]);
  context.stroke(path);
  context.setLineDash([]);
  if (readable) drawLines(context, look.ink, lines);
  context.restore();
}

function drawLines(context: CanvasRenderingContext2D, ink: string, lines: readonly string[]): void {
  context.fillStyle = ink;
  context.font = NODE_FONT;
  context.textAlign = "center";
  context.textBaseline = "middle";
  lines.forEach((line, index) => context.fillText(line, 0, (index - (lines.length - 1) / 2) * LINE_HEIGHT + 0.5));
}

function drawRing(context: CanvasRenderingContext2D, ring: string, paper: string, shape: Shape, width: number, height: number) {
  context.lineJoin = "round";
  context.strokeStyle = ring;
  context.lineWidth = 3;
  context.stroke(outline(shape, width + 9, height + 9));
  context.strokeStyle = paper;
  context.lineWidth = 3;
  context.stroke(outline(shape, width + 4, height + 4));
}
