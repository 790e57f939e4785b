/** What flows: the heart with its great vessels, and the lymphatic pathways. */
import { ellipse, line, mirror, onBothSides, shape, tube, type Girth, type Landmark } from "./curves";
import { detail, outline, whole, type BodyShape } from "./drawing-types";

const heart: readonly Landmark[] = [
  [-10, 268], [-21, 278], [-25, 296], [-21, 314], [-9, 325], [10, 333], [30, 339], [40, 335], [41, 322], [35, 302], [26, 284], [14, 271], [2, 266],
];
const aorta: readonly Girth[] = [[-1, 274, 7.5], [-4, 256, 7.5], [-3, 240, 7.5], [4, 229, 7.5], [15, 229, 7.2], [21, 239, 6.8], [20, 256, 6.4], [17, 276, 5.6]];
const arteryOfLungs: readonly Girth[] = [[14, 278, 7.5], [13, 262, 7], [20, 250, 6.4], [32, 247, 4.5]];
const upperVein: readonly Girth[] = [[-24, 207, 3.4], [-16, 216, 4.6], [-15, 230, 5.4], [-16, 250, 5.6], [-15, 278, 6]];
const headVessels: readonly Girth[] = [[2, 230, 3.2], [6, 212, 3], [15, 190, 2.6], [17, 164, 2.4], [22, 146, 1.6]];
const otherHeadVessel: readonly Girth[] = [[-1, 232, 3.2], [-4, 214, 3], [-15, 190, 2.6], [-17, 164, 2.4], [-22, 146, 1.6]];

const armCourse: readonly Landmark[] = [[14, 214], [40, 200], [72, 212], [98, 240], [110, 290], [120, 350], [127, 388], [140, 440], [158, 512]];
const legCourse: readonly Landmark[] = [[5, 452], [16, 476], [36, 512], [52, 546], [54, 590], [48, 660], [46, 712]];
const trunkCourse: readonly Landmark[] = [[8, 338], [7, 390], [5, 452]];

export const heartShapes: readonly BodyShape[] = [
  whole("head-vessels", "bloodstream", "vessel", tube(headVessels), tube(otherHeadVessel)),
  whole("great-vessels", "bloodstream", "vessel", tube(aorta)),
  whole("upper-vein", "bloodstream", "vein", tube(upperVein), tube(arteryOfLungs)),
  whole("heart", "bloodstream", "vessel", shape(heart)),
  detail("heart-chambers", "bloodstream", "vessel", line([[-8, 284], [-12, 300], [-6, 320]]), line([[6, 282], [14, 300], [28, 332]])),
];

const armpitNodes = [[82, 252], [90, 262], [83, 270], [75, 243], [92, 276]] as const;
const chainNodes = [[66, 226], [56, 217], [21.5, 167], [22.5, 181]] as const;
const groinNodes = [[60, 548], [66, 557], [57, 560]] as const;
const nodes = [...armpitNodes.map((place) => [...place, 4.4, 5.4] as const), ...chainNodes.map((place) => [...place, 3.2, 4] as const), ...groinNodes.map((place) => [...place, 3, 3.8] as const)];

const ducts: readonly (readonly Landmark[])[] = [
  [[62, 300], [74, 288], [83, 270], [82, 252], [75, 243], [66, 226], [56, 217], [36, 213], [16, 212]],
  [[78, 320], [88, 300], [92, 276], [90, 262], [82, 252]],
  [[40, 296], [58, 278], [72, 262], [75, 243]],
  [[22, 154], [21.5, 167], [22.5, 181], [20, 200], [16, 212]],
  [[92, 276], [104, 300], [114, 350]],
  [[57, 560], [60, 600], [54, 660]],
];
const mainDucts = [line([[0, 432], [-2, 400], [-3, 340], [0, 280], [8, 230], [16, 212]]), ...onBothSides(line, [[60, 548], [52, 530], [30, 500], [12, 470], [0, 432]])];

export const vesselTree: readonly BodyShape[] = [
  outline("main-lymph-duct", "lymphatic-pathways", "lymph", ...mainDucts),
  outline("long-vessels", "bloodstream", "vessel", line(trunkCourse), ...onBothSides(line, armCourse), ...onBothSides(line, legCourse)),
];

export const lymph: readonly BodyShape[] = [
  outline("lymph-ducts", "lymphatic-pathways", "lymph", ...ducts.flatMap((duct) => onBothSides(line, duct))),
  whole("lymph-nodes", "lymphatic-pathways", "lymph", ...nodes.flatMap(([x, y, across, down]) => [ellipse(x, y, across, down), ellipse(-x, y, across, down)])),
];

export const heartHits = [shape(heart), tube([[-3, 274, 14], [-2, 240, 14], [6, 232, 10], [18, 244, 10], [19, 276, 8]])];
export const armpitHits = [shape([[70, 236], [84, 236], [100, 256], [100, 286], [78, 284], [68, 258]]), shape(mirror([[70, 236], [84, 236], [100, 256], [100, 286], [78, 284], [68, 258]]))];
