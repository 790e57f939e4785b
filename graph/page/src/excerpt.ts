/** The sentence that says of what the page shows a part; nothing where it shows the whole. */
import type { Atlas } from "./atlas";
import { say } from "./messages";

export function sayExcerpt(atlas: Atlas): string {
  const { excerpt } = atlas.display;
  if (!excerpt) return "";
  const { store, around, steps, cut } = excerpt;
  const label = atlas.nodes.get(around)?.label ?? atlas.passages.get(around)?.locator?.text ?? around;
  return `${say("excerpt", { label, steps, store })}${cut ? ` ${say("excerpt-cut")}` : ""}`;
}
