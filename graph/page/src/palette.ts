/** Colours, for both themes; a test holds their contrast. */
import type { Meaning } from "./display";

export type Theme = "light" | "dark";

export interface Tint {
  /** The outline: at least 3:1 against paper. */
  readonly line: string;
  /** The inside: text in `ink` on it has at least 7:1. */
  readonly fill: string;
}

const tints = {
  red: ["#b3261e", "#fde7e4", "#ff8a7d", "#4a1d1a"],
  orange: ["#b3500f", "#feeadb", "#ff9f5a", "#47280f"],
  amber: ["#8a6100", "#fdf0cb", "#e9b949", "#3d2f0b"],
  lime: ["#5b7300", "#eef5cf", "#b5cf4d", "#2c360c"],
  green: ["#1a7a3c", "#dff5e4", "#5ccf83", "#12391f"],
  teal: ["#00776b", "#d8f4ef", "#45cdbb", "#0b3833"],
  cyan: ["#01708f", "#dbf2fa", "#4ec3e6", "#0c3442"],
  blue: ["#1d5fb8", "#e2edfc", "#74aef5", "#152f52"],
  indigo: ["#4a4fc0", "#e9e9fc", "#9da2fb", "#272a55"],
  violet: ["#7a3fb5", "#f2e7fb", "#c493f2", "#3b2154"],
  pink: ["#b02670", "#fde5f0", "#f585bb", "#4c1a35"],
  brown: ["#7d5236", "#f6ebe2", "#d0a283", "#39281c"],
  slate: ["#55636f", "#ebeff2", "#a3b2be", "#28323a"],
} as const;

export type Hue = keyof typeof tints;
export const HUES = Object.keys(tints) as readonly Hue[];

export function tintOf(hue: Hue, theme: Theme): Tint {
  const [line, fill, darkLine, darkFill] = tints[hue];
  return theme === "light" ? { line, fill } : { line: darkLine, fill: darkFill };
}

export interface Paper {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly ring: string;
  readonly negative: string;
}

const papers: Readonly<Record<Theme, Paper>> = {
  light: { paper: "#fbfbf9", ink: "#17222b", faint: "#52606b", ring: "#17222b", negative: "#c00d0d" },
  dark: { paper: "#10161b", ink: "#eef3f6", faint: "#a7b4be", ring: "#ffffff", negative: "#ff6b63" },
};

export function paperOf(theme: Theme): Paper {
  return papers[theme];
}

/** One hue and one arrow head a meaning, so that colour is never alone. */
export interface MeaningStyle {
  readonly hue: Hue;
  readonly head: "arrow" | "vee" | "circle" | "diamond" | "box" | "bar";
}

export const MEANINGS: Readonly<Record<Meaning, MeaningStyle>> = {
  spread: { hue: "violet", head: "vee" },
  place: { hue: "amber", head: "circle" },
  cause: { hue: "orange", head: "arrow" },
  treatment: { hue: "green", head: "arrow" },
  relief: { hue: "cyan", head: "vee" },
  negative: { hue: "red", head: "bar" },
  choice: { hue: "blue", head: "diamond" },
  kind: { hue: "slate", head: "box" },
  other: { hue: "slate", head: "arrow" },
};

export function meaningStyle(meaning: string): MeaningStyle {
  return Object.hasOwn(MEANINGS, meaning) ? MEANINGS[meaning as Meaning] : MEANINGS.other;
}

export function isHue(name: unknown): name is Hue {
  return typeof name === "string" && Object.hasOwn(tints, name);
}
