/** The figure itself: an adult woman from the front, from the head to below the knees. */
import { bothHalves, line, mirror, onBothSides, shape, type Landmark } from "./curves";
import { detail, outline, soft, type BodyShape } from "./drawing-types";

const head: readonly Landmark[] = [
  [0, 14], [17, 16.5], [33, 26], [44, 43], [48, 64], [47, 86], [44, 106], [38, 126], [27, 142, "corner"],
];
const shoulder: readonly Landmark[] = [
  [26, 160], [28, 178], [41, 192], [68, 200], [97, 207], [116, 219], [127, 240], [131.5, 270],
];
const armOutside: readonly Landmark[] = [
  [133.5, 310], [137, 350], [144, 390], [155, 424], [164, 462], [171, 502], [175, 527],
];
const hand: readonly Landmark[] = [
  [182, 544], [188, 562], [190, 582], [190, 600, "corner"], [189, 612], [185, 613], [184, 602, "corner"], [184.5, 618], [181, 626], [177.5, 624], [177.6, 604, "corner"],
  [177, 622], [174, 629], [170.4, 626], [171, 603, "corner"], [169, 615], [165.6, 618], [163.6, 613], [164, 596], [163, 578, "corner"],
  [160, 590], [154.5, 593], [151, 586], [152, 564], [155, 542],
];
const armInside: readonly Landmark[] = [
  [157, 524], [150, 490], [139, 452], [126, 420], [117, 386], [108, 344], [101, 312], [96, 288, "corner"],
];
const trunk: readonly Landmark[] = [
  [93, 300], [91, 318], [85, 342], [78, 368], [75, 394], [78, 424], [88, 460], [99, 500], [105, 536],
];
const legOutside: readonly Landmark[] = [
  [106, 572], [102, 622], [94, 676], [84, 724], [79.5, 752], [80, 778], [84, 812], [83, 852, "corner"],
];
const legInside: readonly Landmark[] = [
  [27, 852, "corner"], [20, 812], [23, 778], [23, 752], [17, 712], [10, 660], [5, 612], [4, 588], [0, 577, "corner"],
];

const half = [...head, ...shoulder, ...armOutside, ...hand, ...armInside, ...trunk, ...legOutside, ...legInside];
const contour = shape(bothHalves(half));

/** The same line, but open below the knees, where the figure goes on. */
const toCalf = half.slice(0, half.findIndex(([x, y]) => x === 83 && y === 852) + 1);
const innerLegs = [...mirror(legInside).slice(0, -1), ...[...legInside].reverse()] as readonly Landmark[];
const openContour = [line([...[...mirror(toCalf)].reverse(), ...toCalf.slice(1)]), line(innerLegs)];

const hair = shape(bothHalves([
  [0, 5], [19, 7], [38, 16], [51, 34], [57.5, 60], [60, 92], [61, 120], [58, 140], [49, 152], [38, 154], [30, 148, "corner"], [24, 120], [0, 100],
]));

const strands: readonly (readonly Landmark[])[] = [
  [[30, 14], [47, 33], [53, 62], [54, 100], [53, 132]], [[54, 60], [57, 96], [56, 134], [47, 149]], [[49, 100], [48, 122], [43, 146]],
];

export const hairShapes: readonly BodyShape[] = [
  soft("hair", null, "context", hair),
  detail("strands", null, "context", ...strands.flatMap((strand) => onBothSides(line, strand))),
];
export const silhouette: readonly BodyShape[] = [
  soft("body", "whole-body", "body", contour),
];
export const bodyOutline: readonly BodyShape[] = [
  outline("body-outline", "whole-body", "body", ...openContour),
  detail("chin", null, "body", line(bothHalves([[33, 133], [22, 146], [0, 153]]))),
  detail("knees", null, "body", ...[1, -1].map((sign) => line([[sign * 38, 776], [sign * 52, 782], [sign * 66, 775]]))),
];
export const bodyHit = contour;
