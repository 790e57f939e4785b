/** Files are made in the page and handed to the browser; nothing is sent anywhere. */
import { shortId } from "../../atlas";
import type { State } from "../../state";
import type { Picture } from "./picture";

export function download(name: string, type: string, content: string | Blob): void {
  const address = URL.createObjectURL(typeof content === "string" ? new Blob([content], { type }) : content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `metastasis-atlas-pathway-ascites.svg`; whatever an id holds, only letters, digits and hyphens of it come in. */
export function fileName(state: State, ending: string, part: string = state.view.peek()): string {
  const selection = state.selection.peek();
  const edge = selection.kind === "edge" ? state.made.edges.get(selection.id) : undefined;
  const about = selection.kind === "node" ? shortId(selection.id) : edge ? [edge.from, edge.property, edge.to].map(shortId).join("-") : "";
  return `${["metastasis-atlas", part, plain(about)].filter(Boolean).join("-")}.${ending}`;
}

function plain(words: string): string {
  return words.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 80);
}

/** Twice as fine as the screen, unless the browser could not hold that much. */
const SHARPNESS = 2;
const MOST_PIXELS = 40_000_000;
const LONGEST_SIDE = 8192;

export function scaleOf({ width, height }: Pick<Picture, "width" | "height">): number {
  return Math.min(SHARPNESS, Math.sqrt(MOST_PIXELS / (width * height)), LONGEST_SIDE / Math.max(width, height));
}

export async function toPng(picture: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`;
  await image.decode();
  const scale = scaleOf(picture);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}
