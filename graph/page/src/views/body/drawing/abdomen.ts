/** The belly: its room and lining, the liver, and what helps to recognise them. */
import { bothHalves, line, onBothSides, shape, tube, type Landmark } from "./curves";
import { detail, outline, soft, whole, type BodyShape } from "./drawing-types";

const roomHalf: readonly Landmark[] = [
  [0, 354], [22, 349], [46, 350], [62, 363], [70, 386], [70, 408], [70, 434], [75, 462], [74, 490], [62, 516], [44, 536], [22, 549], [0, 552],
];
const liningHalf: readonly Landmark[] = [
  [0, 357.5], [22, 352.5], [44, 353.5], [59, 366], [66.5, 388], [66.5, 408], [66.5, 435], [71, 462], [70, 488], [59, 513], [42, 532], [21, 545], [0, 548],
];
const innerHalf: readonly Landmark[] = [
  [0, 362], [22, 357], [42, 358], [55, 369], [62, 389], [62, 408], [62, 436], [66.5, 463], [65.5, 487], [55.5, 510], [39.5, 528.5], [20, 540.5], [0, 543.5],
];

const room = shape(bothHalves(roomHalf));
const lining = shape(bothHalves(liningHalf));
const innerLining = shape(bothHalves(innerHalf));

export const abdominalCavity: BodyShape = soft("belly-room", "abdominal-cavity", "cavity", room);

export const peritoneum: readonly BodyShape[] = [
  soft("peritoneal-gap", "peritoneal-cavity", "cavity", lining + innerLining),
  outline("peritoneum", "peritoneum", "lining", lining),
  detail("inner-peritoneum", "peritoneum", "lining", innerLining),
];

/** It gathers at the flanks and in the pelvis, where a standing person's belly is lowest. */
export const peritonealFluid: BodyShape = {
  ...whole("fluid-peritoneal", "peritoneal-cavity", "fluid", shape([
    [-66.6, 440, "corner"], [-40, 444], [-12, 441], [14, 444], [42, 441], [66.6, 440, "corner"],
    [71, 462], [70, 488], [59, 513], [42, 532], [21, 545], [0, 548], [-21, 545], [-42, 532], [-59, 513], [-70, 488], [-71, 462],
  ])),
  shownWith: "ascites",
};

const liver: readonly Landmark[] = [
  [-59, 374], [-51, 363], [-38, 359], [-18, 359.5], [-2, 363], [16, 362], [32, 365], [40, 372, "corner"], [30, 380], [12, 387], [-4, 394],
  [-24, 402], [-42, 412], [-53, 416], [-59, 408], [-61, 390],
];
const stomach: readonly Landmark[] = [
  [14, 364], [18, 372], [26, 368], [38, 361], [50, 367], [56, 384], [54, 404], [42, 419], [24, 424], [8, 419], [4, 411], [14, 408], [24, 402], [28, 390], [19, 380], [11, 372],
];
const colon = tube([
  [-46, 508, 5], [-49, 500, 8.5], [-50, 488, 8.5], [-50, 466, 8.5], [-51, 448, 8.5], [-47, 434, 8.5], [-32, 430, 7.5], [-8, 437, 7.5], [14, 438, 7.5],
  [30, 433, 7.5], [42, 425, 7.5], [50, 430, 7.5], [52, 446, 7], [51, 480, 7], [46, 500, 7], [32, 508, 6.5], [18, 512, 6.5], [8, 520, 6], [4, 532, 5],
]);
const folds = [
  [[-58, 494], [-50, 496]], [[-58, 476], [-50, 477]], [[-58, 458], [-50, 459]], [[-36, 438], [-35, 431]], [[-20, 441], [-18, 434]], [[-2, 445], [-1, 438]],
  [[16, 445], [14, 438]], [[32, 437], [29, 430]], [[59, 440], [52, 441]], [[58, 460], [51, 460]], [[57, 480], [50, 480]],
] as const;

export const belly: readonly BodyShape[] = [
  whole("colon", null, "context", colon),
  detail("colon-folds", null, "context", ...folds.map((fold) => line(fold))),
  whole("stomach", null, "context", shape(stomach)),
  whole("liver", "liver", "organ", shape(liver)),
  detail("liver-lobes", "liver", "organ", line([[-2, 363.5], [-4, 374], [-6, 394]])),
];

export const liverHit = shape(liver);
export const bellyHit = room;
/** The lowest part of the thin space, on both sides. */
export const flankHits = onBothSides(shape, [[52, 466, "corner"], [80, 466, "corner"], [80, 496], [66, 524], [44, 546, "corner"], [26, 530, "corner"], [44, 508], [51, 488]]);
export const diaphragm: BodyShape = outline("diaphragm", null, "context",
  line([[-72, 385], [-65, 364], [-48, 347], [-24, 346], [0, 354], [24, 348], [48, 348], [66, 366], [72, 387]]));
