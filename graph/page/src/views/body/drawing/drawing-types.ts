/** What the drawing of the body consists of. */
import type { Point } from "./curves";

/** What a shape is; the style sheet gives each role its colours in both themes. */
export type Role =
  | "body" | "organ" | "lining" | "cavity" | "bone" | "vessel" | "vein" | "lymph" | "nerve" | "muscle" | "fat" | "skin"
  | "context" | "fluid" | "tumour" | "lens";

/** `soft` has no outline, `line` no inside, `detail` is a finer line upon something that is already drawn. */
export type Paint = "whole" | "soft" | "line" | "detail";

export interface BodyShape {
  readonly id: string;
  /** The concept's slug; `null` where it only helps to recognise the rest. */
  readonly site: string | null;
  readonly role: Role;
  readonly paint: Paint;
  readonly paths: readonly string[];
  /** Shown only with this concept: fluid with its condition, a mark with its tumour. */
  readonly shownWith?: string;
}

export interface BodySite {
  readonly slug: string;
  /** Where the label's leader line ends. */
  readonly anchor: Point;
  readonly side: "left" | "right";
  /** Where a mark for a metastasis or a condition of this site may stand. */
  readonly mark: Point;
  /** Invisible and generous, at least 24 by 24 at scale 1. */
  readonly hits: readonly string[];
}

const shapeOf = (paint: Paint) => (id: string, site: string | null, role: Role, ...paths: readonly string[]): BodyShape =>
  ({ id, site, role, paint, paths });

export const whole = shapeOf("whole");
export const soft = shapeOf("soft");
export const outline = shapeOf("line");
export const detail = shapeOf("detail");
