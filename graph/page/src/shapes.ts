/** The outlines that tell classes apart, as SVG paths around (0, 0): the canvas and the legend draw the same. */

type Outline = (halfWidth: number, halfHeight: number) => string;

const points = (...all: (readonly [number, number])[]) => `M${all.map(([x, y]) => `${x},${y}`).join("L")}Z`;

const roundedBox = (w: number, h: number, r: number) =>
  `M${-w + r},${-h}H${w - r}A${r},${r} 0 0 1 ${w},${-h + r}V${h - r}A${r},${r} 0 0 1 ${w - r},${h}` +
  `H${-w + r}A${r},${r} 0 0 1 ${-w},${h - r}V${-h + r}A${r},${r} 0 0 1 ${-w + r},${-h}Z`;

/** How far a slope or a notch reaches in; small outlines (the legend's) get smaller ones. */
const reach = (h: number, most: number) => Math.min(most, h * 0.6);

const outlines = {
  box: (w, h) => points([-w, -h], [w, -h], [w, h], [-w, h]),
  rounded: (w, h) => roundedBox(w, h, reach(h, 9)),
  pill: (w, h) => roundedBox(w, h, Math.min(h, w, 22)),
  ellipse: (w, h) => `M${-w},0A${w},${h} 0 1 1 ${w},0A${w},${h} 0 1 1 ${-w},0Z`,
  hexagon: (w, h) => {
    const d = reach(h, 13);
    return points([-w, 0], [-w + d, -h], [w - d, -h], [w, 0], [w - d, h], [-w + d, h]);
  },
  octagon: (w, h) => {
    const d = reach(h, 9);
    return points([-w, -h + d], [-w + d, -h], [w - d, -h], [w, -h + d], [w, h - d], [w - d, h], [-w + d, h], [-w, h - d]);
  },
  chevron: (w, h) => {
    const d = reach(h, 12);
    return points([-w, -h], [w - d, -h], [w, 0], [w - d, h], [-w, h], [-w + d, 0]);
  },
  tag: (w, h) => {
    const d = reach(h, 13);
    return points([-w, -h], [w - d, -h], [w, 0], [w - d, h], [-w, h]);
  },
  parallelogram: (w, h) => {
    const d = reach(h, 11);
    return points([-w + d, -h], [w, -h], [w - d, h], [-w, h]);
  },
  trapezoid: (w, h) => {
    const d = reach(h, 12);
    return points([-w + d, -h], [w - d, -h], [w, h], [-w, h]);
  },
  document: (w, h) => {
    const d = reach(h, 11);
    return `${points([-w, -h], [w - d, -h], [w, -h + d], [w, h], [-w, h])}M${w - d},${-h}V${-h + d}H${w}`;
  },
  plaque: (w, h) => {
    const r = reach(h, 9);
    return (
      `M${-w + r},${-h}H${w - r}A${r},${r} 0 0 0 ${w},${-h + r}V${h - r}A${r},${r} 0 0 0 ${w - r},${h}` +
      `H${-w + r}A${r},${r} 0 0 0 ${-w},${h - r}V${-h + r}A${r},${r} 0 0 0 ${-w + r},${-h}Z`
    );
  },
  bar: (w, h) => {
    const d = reach(h, 7);
    return `${points([-w, -h], [w, -h], [w, h], [-w, h])}M${-w + d},${-h}V${h}`;
  },
  frame: (w, h) => {
    const d = reach(h, 7);
    return `${points([-w, -h], [w, -h], [w, h], [-w, h])}M${-w + d},${-h}V${h}M${w - d},${-h}V${h}`;
  },
  flag: (w, h) => {
    const d = reach(h, 11);
    return points([-w, -h], [w, -h], [w - d, 0], [w, h], [-w, h]);
  },
  barrel: (w, h) => {
    const d = reach(h, 10);
    return `M${-w + d},${-h}H${w - d}Q${w + d},0 ${w - d},${h}H${-w + d}Q${-w - d},0 ${-w + d},${-h}Z`;
  },
} satisfies Record<string, Outline>;

export type Shape = keyof typeof outlines;
export const SHAPES = Object.keys(outlines) as readonly Shape[];

export function isShape(name: unknown): name is Shape {
  return typeof name === "string" && Object.hasOwn(outlines, name);
}

/** The path of a shape that fills `width` by `height`. */
export function outlineOf(shape: Shape, width: number, height: number): string {
  return outlines[shape](width / 2, height / 2);
}

const insets: Partial<Record<Shape, number>> = {
  ellipse: 17, hexagon: 15, chevron: 17, tag: 14, flag: 14, parallelogram: 14, trapezoid: 14, barrel: 11, frame: 13, bar: 13,
};

/** How much room, left and right each, a shape keeps free of text. */
export function insetOf(shape: Shape): number {
  return insets[shape] ?? 9;
}

/** Where a shape's left or right side is at a height above or below its middle, so that edges end on it. */
export function sideOf(shape: Shape, width: number, height: number, offset: number, side: "left" | "right"): number {
  const [w, h] = [width / 2, height / 2];
  const share = Math.min(1, Math.abs(offset) / h);
  const isRight = side === "right";
  const slope = (most: number) => reach(h, most) * share;
  const inset = (() => {
    switch (shape) {
      case "ellipse": return w * (1 - Math.sqrt(1 - share ** 2));
      case "pill": return Math.min(h, w, 22) * (1 - Math.sqrt(1 - share ** 2));
      case "hexagon": return slope(13);
      case "barrel": return slope(10) * share;
      case "chevron": return isRight ? slope(12) : reach(h, 12) - slope(12);
      case "tag": return isRight ? slope(13) : 0;
      case "flag": return isRight ? reach(h, 11) - slope(11) : 0;
      case "parallelogram": return (reach(h, 11) * (1 + (isRight ? offset : -offset) / h)) / 2;
      case "trapezoid": return (reach(h, 12) * (1 - offset / h)) / 2;
      default: return 0;
    }
  })();
  return isRight ? w - inset : inset - w;
}
