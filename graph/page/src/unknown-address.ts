/** What an address names that this page doesn't know: it is told, not swallowed. */
import { shorten } from "./brief";
import type { Atlas } from "./atlas";
import { readQuizPlace } from "./activities/quiz/quiz-address";
import { findEdge, findNode, findPassage, findPath, findTour, VIEWS } from "./hash";
import { asLanguage } from "./messages";
import type { Hit } from "./search";
import { searchOf } from "./search";

/** The parts of an address that can name something unknown; `unknown-…` in the catalogues tells of each. */
export const TOLD_PARTS = ["view", "focus", "statement", "passage", "tour", "quiz", "path", "lang"] as const;

export interface Unknown {
  readonly part: (typeof TOLD_PARTS)[number];
  /** As it was written, cut to what can be read, and without signs that would turn the letters around it. */
  readonly name: string;
}

const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const LONGEST = 60;
const MOST_SUGGESTIONS = 3;

export function findUnknown(hash: string, atlas: Atlas): readonly Unknown[] {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  return TOLD_PARTS.flatMap((part) => {
    const value = asked.get(part);
    if (!value || isKnown(part, value, asked, atlas)) return [];
    return [{ part, name: shorten(value.slice(0, 10 * LONGEST).replace(TURNING, ""), LONGEST) }];
  });
}

function isKnown(part: Unknown["part"], value: string, asked: URLSearchParams, atlas: Atlas): boolean {
  switch (part) {
    case "view": return VIEWS.some((view) => view === value);
    case "focus": return findNode(value, atlas) !== undefined;
    case "statement": return findEdge(value, atlas) !== undefined;
    case "passage": return findPassage(value, atlas) !== undefined;
    case "tour": return findTour(value, asked.get("step"), atlas) !== undefined;
    case "quiz": return readQuizPlace(asked, atlas.display.quizzes) !== undefined;
    case "path": return findPath(value, null, atlas) !== undefined;
    case "lang": return asLanguage(value) !== undefined;
  }
}

/** What may have been meant: concepts that are written or called alike. */
export function suggest(unknown: readonly Unknown[], atlas: Atlas): readonly Hit[] {
  const named = unknown.find(({ part }) => part === "focus" || part === "statement");
  return named ? searchOf(atlas)(named.name.replace(/[-_+:/#]+/g, " "), MOST_SUGGESTIONS) : [];
}
