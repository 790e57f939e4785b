/** An arrangement as a file: concepts by their IRIs, so that it fits a later version of the page as well. */
import { isNear } from "../../arranging";
import type { Atlas } from "../../atlas";
import type { Point } from "../../edge-labels";

const FORMAT = "metastasis-atlas-arrangement";
/** A thousand concepts take about 100 kB. */
export const LARGEST_FILE = 2_000_000;

export interface ReadArrangement {
  readonly places: ReadonlyMap<string, Point>;
  readonly unknown: number;
  readonly absurd: number;
}

export function writeArrangement(atlas: Atlas, places: ReadonlyMap<string, Point>): string {
  const written = [...places].flatMap(([id, { x, y }]) => {
    const node = atlas.nodes.get(id);
    return node ? [[node.iri, [Math.round(x), Math.round(y)]] as const] : [];
  });
  return `${JSON.stringify({ format: FORMAT, version: 1, atlas: atlas.display.version, places: Object.fromEntries(written) }, null, 1)}\n`;
}

/** What of a file can be used; undefined when it is no arrangement at all. */
export function readArrangement(text: string, atlas: Atlas): ReadArrangement | undefined {
  const file = parse(text);
  if (!isObject(file) || file["format"] !== FORMAT || !isObject(file["places"])) return undefined;
  const byIri = new Map([...atlas.nodes.values()].map(({ id, iri }) => [iri, id]));
  const places = new Map<string, Point>();
  let [unknown, absurd] = [0, 0];
  for (const [iri, point] of Object.entries(file["places"])) {
    const id = byIri.get(iri);
    const [x, y] = Array.isArray(point) && point.length === 2 ? (point as unknown[]) : [];
    if (id === undefined) unknown++;
    else if (!isNear(x) || !isNear(y)) absurd++;
    else places.set(id, { x, y });
  }
  return { places, unknown, absurd };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not JSON
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
