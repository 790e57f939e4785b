/** Small pictures of what the canvas draws: a class's shape in its colour, a property's line with its arrow head. */
import { styleOf } from "../class-styles";
import type { Origin } from "../filter";
import { meaningStyle, paperOf, tintOf } from "../palette";
import { outlineOf } from "../shapes";
import { useAtlasState } from "./context";

export function ClassSwatch({ id, isOurs = false }: { id: string; isOurs?: boolean }) {
  const { styles, theme } = useAtlasState();
  const { hue, shape } = styleOf(styles, id);
  const { line, fill } = tintOf(hue, theme.value);
  return (
    <svg class="swatch" viewBox="-14 -9 28 18" aria-hidden="true" focusable="false">
      <path d={outlineOf(shape, 25, 15)} fill={fill} stroke={line} stroke-width="1.6" stroke-linejoin="round" stroke-dasharray={isOurs ? "2 2.4" : undefined} />
    </svg>
  );
}

const heads = {
  arrow: <path d="M26,0L17,-4.5V4.5Z" />,
  vee: <path d="M26,0L17,-4.5L20,0L17,4.5Z" />,
  circle: <circle cx="22.5" r="3.5" />,
  diamond: <path d="M27,0L22,-4.2L17,0L22,4.2Z" />,
  box: <path d="M19,-3.5H26V3.5H19Z" />,
  bar: <path d="M24,-6H26.5V6H24Z" />,
} as const;

const dashes = { stated: undefined, ours: "0.5 3.8", derived: "5 3" } as const;

/** As the canvas draws it: broad or thin, whole, dotted or dashed. */
export function LineSwatch({ meaning, origin = "stated", isHedged = false }: { meaning: string; origin?: Origin; isHedged?: boolean }) {
  const { theme } = useAtlasState();
  const style = meaningStyle(meaning);
  const isNegative = meaning === "negative";
  const colour = isNegative ? paperOf(theme.value).negative : tintOf(style.hue, theme.value).line;
  return (
    <svg class="swatch" viewBox="0 -9 28 18" aria-hidden="true" focusable="false">
      <path
        d="M1,0H22" stroke={colour} stroke-width={isNegative ? 2.8 : isHedged && origin !== "ours" ? 1.2 : 2.2}
        stroke-dasharray={dashes[origin]} stroke-linecap={origin === "ours" ? "round" : "butt"}
      />
      <g fill={colour}>{heads[style.head]}</g>
      {isNegative && <path d="M8,-4L15,4M15,-4L8,4" stroke={colour} stroke-width="2" />}
    </svg>
  );
}
