/** How wide texts are on the small map. */
import { FONT_FAMILY } from "../../node-drawing";
import type { Measure } from "../../wrapping";
import { MAP_FONT_SIZE } from "./map-layout";

export const WORD_SIZE = 11.5;

let context: CanvasRenderingContext2D | null | undefined;

function measurer(font: string, size: number): Measure {
  return (text) => {
    context ??= document.createElement("canvas").getContext("2d");
    if (!context) return text.length * size * 0.56;
    context.font = font;
    return context.measureText(text).width;
  };
}

export const measureNode = measurer(`500 ${MAP_FONT_SIZE}px ${FONT_FAMILY}`, MAP_FONT_SIZE);
export const measureWord = measurer(`600 ${WORD_SIZE}px ${FONT_FAMILY}`, WORD_SIZE);
