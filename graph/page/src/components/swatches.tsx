/** Small pictures of what the canvas draws: a class's shape in its colour, a property's line with its arrow head. */
import { styleOf } from "../class-styles";
import type { Origin } from "../filter";
import { meaningStyle, paperOf, tintOf } from "../palette";
import { outlineOf } from "../shapes";
import { useAtlasState } from "./context";
import { SWATCH_CROSS, SWATCH_DASHES, SWATCH_DOTS, SWATCH_HEADS, SWATCH_LINE } from "./swatch-shapes";

export function ClassSwatch({ id, isOurs = false }: { id: string; isOurs?: boolean }) {
  const { styles, theme } = useAtlasState();
  const { hue, shape } = styleOf(styles, id);
  const { line, fill } = tintOf(hue, theme.value);
  return (
    <svg class="swatch" viewBox="-14 -9 28 18" aria-hidden="true" focusable="false">
      <path d={outlineOf(shape, 25, 15)} fill={fill} stroke={line} stroke-width="1.6" stroke-linejoin="round" stroke-dasharray={isOurs ? SWATCH_DOTS : undefined} />
    </svg>
  );
}

/** As the canvas draws it: broad or thin, whole, dotted or dashed. */
export function LineSwatch({ meaning, origin = "stated", isHedged = false }: { meaning: string; origin?: Origin; isHedged?: boolean }) {
  const { theme } = useAtlasState();
  const style = meaningStyle(meaning);
  const isNegative = meaning === "negative";
  const colour = isNegative ? paperOf(theme.value).negative : tintOf(style.hue, theme.value).line;
  return (
    <svg class="swatch" viewBox="0 -9 28 18" aria-hidden="true" focusable="false">
      <path
        d={SWATCH_LINE} stroke={colour} stroke-width={isNegative ? 2.8 : isHedged && origin !== "ours" ? 1.2 : 2.2}
        stroke-dasharray={SWATCH_DASHES[origin]} stroke-linecap={origin === "ours" ? "round" : "butt"}
      />
      <path d={SWATCH_HEADS[style.head]} fill={colour} />
      {isNegative && <path d={SWATCH_CROSS} stroke={colour} stroke-width="2" />}
    </svg>
  );
}
