/** The concepts visited one after the other, with a place among them. */
export interface Trail {
  readonly visited: readonly string[];
  readonly at: number;
}

export const NO_TRAIL: Trail = { visited: [], at: -1 };
/** Further back than this nobody remembers. */
const LONGEST = 100;

/** A visit to the concept before or after is a step along the trail, whoever led there; any other begins a new way on. */
export function visit(trail: Trail, node: string): Trail {
  const { visited, at } = trail;
  if (visited[at] === node) return trail;
  if (visited[at - 1] === node) return { visited, at: at - 1 };
  if (visited[at + 1] === node) return { visited, at: at + 1 };
  const longer = [...visited.slice(0, at + 1), node].slice(-LONGEST);
  return { visited: longer, at: longer.length - 1 };
}

export function stepFrom({ visited, at }: Trail, step: -1 | 1): string | undefined {
  return visited[at + step];
}
