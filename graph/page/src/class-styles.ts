/** One colour and one shape for every class: what the data asks for where it can be had, a free pair otherwise. */
import type { DisplayClass } from "./display";
import { HUES, isHue, type Hue } from "./palette";
import { SHAPES, isShape, type Shape } from "./shapes";

export interface ClassStyle {
  readonly hue: Hue;
  readonly shape: Shape;
}

const UNKNOWN: ClassStyle = { hue: "slate", shape: "rounded" };

export function assignClassStyles(classes: readonly DisplayClass[]): ReadonlyMap<string, ClassStyle> {
  const styles = new Map<string, ClassStyle>();
  const taken = new Set<string>();
  classes.forEach((one, index) => {
    const hue = hueOf(one.hue, index);
    const first = isShape(one.shape) ? one.shape : SHAPES[index % SHAPES.length]!;
    const from = SHAPES.indexOf(first);
    const shape =
      SHAPES.map((_, step) => SHAPES[(from + step) % SHAPES.length]!).find((name) => !taken.has(`${hue} ${name}`)) ?? first;
    taken.add(`${hue} ${shape}`);
    styles.set(one.id, { hue, shape });
  });
  return styles;
}

export function styleOf(styles: ReadonlyMap<string, ClassStyle>, id: string): ClassStyle {
  return styles.get(id) ?? UNKNOWN;
}

function hueOf(asked: string | number, index: number): Hue {
  if (isHue(asked)) return asked;
  const number = typeof asked === "number" && Number.isInteger(asked) && asked >= 0 ? asked : index * 5;
  return HUES[number % HUES.length]!;
}
