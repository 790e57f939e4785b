/** Landmarks into smooth SVG paths. The midline of the body is x = 0, so the other half is the same with -x. */

export type Point = readonly [x: number, y: number];
/** A place that a curve goes through; at a corner it may turn sharply. */
export type Landmark = Point | readonly [x: number, y: number, turn: "corner"];

const round = (value: number) => Math.round(value * 10) / 10;
const pair = (x: number, y: number) => `${round(x)},${round(y)}`;

export function mirror(landmarks: readonly Landmark[]): readonly Landmark[] {
  return landmarks.map(([x, y, turn]) => (turn ? [-x, y, turn] : [-x, y]));
}

/** One half, from midline to midline, with its mirror image: the landmarks of the whole. */
export function bothHalves(half: readonly Landmark[]): readonly Landmark[] {
  const back = [...mirror(half)].reverse();
  const isOnMidline = (landmark: Landmark | undefined) => landmark !== undefined && landmark[0] === 0;
  return [...half, ...back.slice(isOnMidline(half.at(-1)) ? 1 : 0, isOnMidline(half[0]) ? -1 : undefined)];
}

/** The same drawn once on each side. */
export function onBothSides(draw: (landmarks: readonly Landmark[]) => string, landmarks: readonly Landmark[]): readonly string[] {
  return [draw(landmarks), draw(mirror(landmarks))];
}

/** An open line through the landmarks. */
export function line(landmarks: readonly Landmark[]): string {
  const [x, y] = landmarks[0]!;
  return `M${pair(x, y)}${curvesThrough(landmarks)}`;
}

/** A closed shape through the landmarks. */
export function shape(landmarks: readonly Landmark[]): string {
  const corner = landmarks.findIndex((landmark) => landmark[2]);
  if (corner >= 0) {
    const turned = [...landmarks.slice(corner), ...landmarks.slice(0, corner), landmarks[corner]!];
    return `${line(turned)}Z`;
  }
  const around = [landmarks.at(-1)!, ...landmarks, landmarks[0]!, landmarks[1]!];
  const [x, y] = landmarks[0]!;
  let path = `M${pair(x, y)}`;
  for (let index = 1; index <= landmarks.length; index++) {
    path += bezier(around[index - 1]!, around[index]!, around[index + 1]!, around[index + 2]!);
  }
  return `${path}Z`;
}

function curvesThrough(landmarks: readonly Landmark[]): string {
  let path = "";
  for (let index = 0; index + 1 < landmarks.length; index++) {
    const [from, to] = [landmarks[index]!, landmarks[index + 1]!];
    const before = index > 0 && !from[2] ? landmarks[index - 1]! : beyond(to, from);
    const after = index + 2 < landmarks.length && !to[2] ? landmarks[index + 2]! : beyond(from, to);
    path += bezier(before, from, to, after);
  }
  return path;
}

const beyond = (from: Landmark, to: Landmark): Point => [2 * to[0] - from[0], 2 * to[1] - from[1]];
const distance = (a: Landmark, b: Landmark) => Math.hypot(b[0] - a[0], b[1] - a[1]);

/** The piece from `b` to `c` of a centripetal Catmull-Rom curve: it neither loops nor overshoots. */
function bezier(a: Landmark, b: Landmark, c: Landmark, d: Landmark): string {
  const [ab, bc, cd] = [distance(a, b), distance(b, c), distance(c, d)].map((length) => Math.sqrt(Math.max(length, 1e-6))) as [number, number, number];
  const control = (near: number, from: number, mid: number, to: number, span: number) =>
    (near ** 2 * to - span ** 2 * from + (2 * near ** 2 + 3 * near * span + span ** 2) * mid) / (3 * near * (near + span));
  const first = pair(control(ab, a[0], b[0], c[0], bc), control(ab, a[1], b[1], c[1], bc));
  const second = pair(control(cd, d[0], c[0], b[0], bc), control(cd, d[1], c[1], b[1], bc));
  return `C${first} ${second} ${pair(c[0], c[1])}`;
}

/** A place along a tube, and how far its wall is from there. */
export type Girth = readonly [x: number, y: number, radius: number];

/** A tube with round ends that follows its middle line: vessels, gut, long bones. */
export function tube(girths: readonly Girth[]): string {
  const walls = girths.map(([x, y, radius], index) => {
    const [x0, y0] = girths[Math.max(0, index - 1)]!;
    const [x1, y1] = girths[Math.min(girths.length - 1, index + 1)]!;
    const length = Math.hypot(x1 - x0, y1 - y0) || 1;
    const [across, down] = [(-(y1 - y0) / length) * radius, ((x1 - x0) / length) * radius];
    return { one: [x + across, y + down] as Point, other: [x - across, y - down] as Point };
  });
  const one = walls.map((wall) => wall.one);
  const other = walls.map((wall) => wall.other).reverse();
  const cap = (girth: Girth, [x, y]: Landmark) => `A${girth[2]},${girth[2]} 0 0 0 ${pair(x, y)}`;
  return `${line(one)}${cap(girths.at(-1)!, other[0]!)}${curvesThrough(other)}${cap(girths[0]!, one[0]!)}Z`;
}

export function mirrorTube(girths: readonly Girth[]): readonly Girth[] {
  return girths.map(([x, y, radius]) => [-x, y, radius]);
}

export function ellipse(x: number, y: number, across: number, down = across): string {
  const quarter = (endX: number, endY: number) => `A${across},${down} 0 0 1 ${pair(endX, endY)}`;
  return `M${pair(x - across, y)}${quarter(x, y - down)}${quarter(x + across, y)}${quarter(x, y + down)}${quarter(x - across, y)}Z`;
}

export function roundedBox(left: number, top: number, width: number, height: number, r: number): string {
  return (
    `M${pair(left + r, top)}H${round(left + width - r)}Q${pair(left + width, top)} ${pair(left + width, top + r)}` +
    `V${round(top + height - r)}Q${pair(left + width, top + height)} ${pair(left + width - r, top + height)}` +
    `H${round(left + r)}Q${pair(left, top + height)} ${pair(left, top + height - r)}V${round(top + r)}Q${pair(left, top)} ${pair(left + r, top)}Z`
  );
}
