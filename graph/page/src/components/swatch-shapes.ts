/** What a small line of the legend consists of, on the page and in pictures of it. */

/** The head at the end of a line from 1 to 22. */
export const SWATCH_HEADS = {
  arrow: "M26,0L17,-4.5V4.5Z",
  vee: "M26,0L17,-4.5L20,0L17,4.5Z",
  circle: "M19,0a3.5,3.5 0 1 0 7,0a3.5,3.5 0 1 0 -7,0Z",
  diamond: "M27,0L22,-4.2L17,0L22,4.2Z",
  box: "M19,-3.5H26V3.5H19Z",
  bar: "M24,-6H26.5V6H24Z",
} as const;

export const SWATCH_LINE = "M1,0H22";
export const SWATCH_CROSS = "M8,-4L15,4M15,-4L8,4";
export const SWATCH_DASHES = { stated: undefined, ours: "0.5 3.8", derived: "5 3" } as const;
export const SWATCH_DOTS = "2 2.4";
