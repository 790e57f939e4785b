/** The chest: lungs with their linings, the space around them, the breasts. */
import { bothHalves, ellipse, line, mirror, onBothSides, shape, type Landmark, type Point } from "./curves";
import { detail, outline, soft, whole, type BodyShape } from "./drawing-types";

/** On the body's right, the reader's left; both are given for x > 0. */
const rightLung: readonly Landmark[] = [
  [31, 208], [41, 213], [52, 233], [61, 263], [66, 297], [67, 339, "corner"], [56, 333], [40, 328], [21, 334, "corner"],
  [17, 316], [15, 284], [15, 250], [19, 222],
];
const leftLung: readonly Landmark[] = [
  [31, 208], [41, 213], [52, 233], [61, 263], [66, 297], [67, 341, "corner"], [56, 335], [36, 335, "corner"],
  [42, 318], [41, 300], [32, 284], [19, 273], [15, 250], [19, 222],
];
const rightSpace: readonly Landmark[] = [
  [31, 202], [44, 207], [57, 231], [66, 261], [71.5, 297], [73, 338], [71, 372, "corner"], [63, 350], [48, 338], [30, 337], [17, 345, "corner"],
  [11, 318], [10, 284], [10, 250], [14, 220],
];
const leftSpace: readonly Landmark[] = [
  [31, 202], [44, 207], [57, 231], [66, 261], [71.5, 297], [73, 338], [71, 374, "corner"], [64, 354], [50, 343], [30, 343, "corner"],
  [37, 318], [36, 303], [28, 289], [14, 276], [10, 250], [14, 220],
];

const lungPaths = [shape(mirror(rightLung)), shape(leftLung)];
const spacePaths = [shape(mirror(rightSpace)), shape(leftSpace)];

const chestRoom = shape(bothHalves([
  [0, 197], [18, 196], [34, 196], [50, 204], [64, 232], [73, 266], [77, 306], [77, 346], [73, 386, "corner"], [64, 362], [46, 345], [22, 345], [0, 352],
]));

export const chestCavity: BodyShape = soft("chest-room", "chest-cavity", "cavity", chestRoom);

export const lungs: readonly BodyShape[] = [
  soft("pleural-gap", "pleural-cavity", "cavity", ...spacePaths.map((space, side) => space + lungPaths[side]!)),
  whole("lungs", "lung", "organ", ...lungPaths),
  detail("lung-lobes", "lung", "organ",
    line([[-15.5, 262], [-34, 268], [-52, 292], [-60, 336]]), line([[-37, 270], [-50, 266], [-61, 265]]),
    line([[16, 252], [34, 266], [52, 296], [60, 336]])),
];
export const pleura: BodyShape = outline("pleura", "pleura", "lining", ...spacePaths);

/** Fluid sinks to the lowest place and climbs a little along the wall. */
export const pleuralFluid: BodyShape = {
  ...whole("fluid-pleural", "pleural-cavity", "fluid", shape([
    [70.5, 286, "corner"], [67, 300], [57, 308], [37, 310, "corner"], [36.5, 320], [30, 343, "corner"], [50, 343], [64, 354], [71, 374, "corner"],
    [73, 338], [71.8, 304],
  ])),
  shownWith: "pleural-effusion",
};

const breast: readonly Landmark[] = [
  [84, 272], [92, 296], [91, 316], [80, 335], [60, 344], [39, 339], [24, 324], [20, 304], [29, 282], [48, 266], [68, 262],
];
const breastFold: readonly Landmark[] = [[92.5, 300], [91, 316], [80, 335], [60, 344], [42, 340.5], [30, 332]];

/** Lobes of the gland: bunches on ducts, which meet where the nipple would be. */
const meeting = [-58, 314] as const;
const bunches = [[-172, 24], [-140, 27], [-108, 30], [-76, 31], [-44, 29], [-10, 27], [26, 25], [64, 21], [102, 20], [144, 22]].map(([degrees, reach]) => {
  const at = (turn: number, share: number): Point => {
    const angle = ((degrees! + turn) * Math.PI) / 180;
    return [meeting[0] + Math.cos(angle) * reach! * share, meeting[1] + Math.sin(angle) * reach! * share];
  };
  return {
    duct: line([meeting, at(4, 0.4), at(-3, 0.7), at(0, 0.9)]),
    lobules: ([[-9, 0.76, 2.6], [9, 0.8, 2.7], [-6, 0.97, 2.9], [7, 1.02, 2.7]] as const).map(([turn, share, size]) => {
      const [x, y] = at(turn, share);
      return ellipse(x, y, size);
    }),
  };
});

export const breastFill: BodyShape = soft("breasts", "breast", "skin", ...onBothSides(shape, breast));
export const breasts: readonly BodyShape[] = [
  outline("breast-folds", "breast", "skin", ...onBothSides(line, breastFold)),
  outline("milk-ducts", "breast", "organ", ...bunches.map(({ duct }) => duct)),
  whole("gland", "breast", "organ", ...bunches.flatMap(({ lobules }) => lobules)),
];

export const primaryTumour: BodyShape = {
  ...whole("primary-tumour", "breast", "tumour", shape([
    [-79, 284], [-75, 281], [-70, 283], [-66, 281], [-63, 286], [-65, 290], [-62, 295], [-67, 298], [-72, 296], [-77, 298], [-79, 292], [-82, 289],
  ])),
  shownWith: "primary-tumour",
};

export const lungHits = lungPaths;
export const breastHits = [shape(mirror(breast)), shape([[91, 300], [91, 318], [80, 337], [60, 346], [39, 341], [22, 326], [36, 316], [50, 319], [64, 318], [72, 306], [74, 292], [86, 286]])];
