/** Lines of text in the middle of a box. */
import { langOf } from "../../components/languages";
import { LINE } from "./text-fit";

export function WordsInBox({ lines, x, y, size, lang, align = "middle" }: {
  lines: readonly string[];
  x: number;
  /** The middle of all lines. */
  y: number;
  size: number;
  lang: string;
  align?: "middle" | "start";
}) {
  const first = y - ((lines.length - 1) * size * LINE) / 2 + size * 0.36;
  return (
    <text x={x} font-size={size} text-anchor={align} lang={langOf(lang)}>
      {lines.map((line, index) => <tspan key={index} x={x} y={first + index * size * LINE}>{line}</tspan>)}
    </text>
  );
}
