/** The concepts to begin with: those of which most is said, not all of one class. */
import type { Atlas } from "../../atlas";
import type { DisplayNode } from "../../display";
import { tellable } from "./neighbourhood";

const MOST_OF_A_CLASS = 3;

export function findStartingPoints(atlas: Atlas, number: number): readonly DisplayNode[] {
  const said = (node: DisplayNode) => tellable(atlas, node.id).filter(({ derived }) => !derived).length;
  const ranked = [...atlas.nodes.values()]
    .map((node) => ({ node, said: said(node) }))
    .filter((each) => each.said > 0)
    .sort((a, b) => Number(b.node.core) - Number(a.node.core) || b.said - a.said || (a.node.id < b.node.id ? -1 : 1));
  const taken = new Map<string, number>();
  const chosen: DisplayNode[] = [];
  for (const { node } of ranked) {
    const already = taken.get(node.class) ?? 0;
    if (already >= MOST_OF_A_CLASS) continue;
    taken.set(node.class, already + 1);
    chosen.push(node);
  }
  return chosen.slice(0, number);
}
