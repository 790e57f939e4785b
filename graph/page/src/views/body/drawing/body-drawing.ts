/** Our own drawing of the body, as data: what to draw from back to front, and where each site is. */
import { abdominalCavity, belly, bellyHit, diaphragm, flankHits, liverHit, peritonealFluid, peritoneum } from "./abdomen";
import { breastFill, breastHits, breasts, chestCavity, lungHits, lungs, pleura, pleuralFluid, primaryTumour } from "./chest";
import { ellipse, roundedBox, shape, type Point } from "./curves";
import type { BodyShape, BodySite } from "./drawing-types";
import { brain, spinalCord } from "./nerves";
import { bodyHit, bodyOutline, hairShapes, silhouette } from "./silhouette";
import { jaw, kneecaps, ribs, skeleton, spine } from "./skeleton";
import { fatHit, lens, muscleHits, muscles, skinHit } from "./tissues";
import { armpitHits, heartHits, heartShapes, lymph, vesselTree } from "./vessels";

/** The midline is x = 0. */
export const viewBox = { x: -210, y: 0, width: 420, height: 860 } as const;

/** Everything that is drawn, back to front. */
export const bodyShapes: readonly BodyShape[] = [
  ...hairShapes, ...silhouette, ...bodyOutline, chestCavity, abdominalCavity, ...skeleton, ...spine, ...spinalCord, ...lungs, ribs, pleura, diaphragm,
  ...vesselTree, ...belly, ...peritoneum, peritonealFluid, breastFill, pleuralFluid, ...heartShapes, ...lymph, ...breasts, primaryTumour, ...brain, ...jaw,
  ...muscles, ...kneecaps, ...lens,
];

/** Sites that are shown along with another one that they are a part or a kind of. */
export const shownAlong: Readonly<Record<string, readonly string[]>> = {
  bone: ["vertebral-column", "jaw"],
  "soft-tissue": ["muscle"],
};

const site = (slug: string, side: "left" | "right", anchor: Point, mark: Point, ...hits: readonly string[]): BodySite =>
  ({ slug, side, anchor, mark, hits });

const box = (left: number, top: number, width: number, height: number) => roundedBox(left, top, width, height, 4);

/** Every site, back to front: where two hits lie on each other, the later one is hit. */
export const bodySites: readonly BodySite[] = [
  site("whole-body", "left", [-131, 300], [-147, 470], bodyHit),
  site("bone", "right", [81, 612], [76, 640],
    box(24, 560, 76, 210), box(-96, 455, 30, 60), box(66, 455, 30, 60), box(102, 214, 34, 182), box(-136, 214, 34, 182), box(24, 192, 84, 24), box(-108, 192, 84, 24)),
  site("lung", "left", [-46, 240], [42, 256], ...lungHits),
  site("pleura", "right", [59, 236], [66, 262], box(30, 196, 30, 30), box(-60, 196, 30, 30), box(48, 222, 30, 60), box(-78, 222, 30, 60)),
  site("chest-cavity", "right", [9, 209], [0, 210], box(-14, 197, 40, 29)),
  site("abdominal-cavity", "left", [-26, 468], [-28, 456], bellyHit),
  site("peritoneal-cavity", "right", [62, 494], [-66, 470], ...flankHits),
  site("peritoneum", "right", [66.5, 432], [66.5, 446], box(-80, 384, 26, 80), box(54, 384, 26, 80)),
  site("pleural-cavity", "right", [71.5, 354], [66, 352], box(48, 336, 34, 46), box(-82, 346, 26, 36)),
  site("liver", "left", [-44, 384], [-30, 380], liverHit),
  site("vertebral-column", "right", [18, 411], [0, 428], box(-18, 398, 36, 142)),
  site("spinal-cord", "right", [1, 168], [0, 176], box(-13, 152, 26, 46)),
  site("lymphatic-pathways", "left", [-86, 262], [-83, 270], ...armpitHits),
  site("breast", "left", [-72, 330], [-72, 290], ...breastHits),
  site("bloodstream", "right", [30, 312], [10, 306], ...heartHits),
  site("brain", "right", [32, 52], [18, 46], ellipse(0, 56, 46, 42)),
  site("jaw", "left", [-34, 121], [-24, 134], shape([[-40, 96], [40, 96], [38, 130], [24, 150], [-24, 150], [-38, 130]])),
  site("muscle", "left", [-80, 604], [-60, 640], ...muscleHits),
  site("soft-tissue", "left", [-121, 742], [-120, 716], fatHit),
  site("skin", "left", [-152, 722], [-146, 732], skinHit),
];
