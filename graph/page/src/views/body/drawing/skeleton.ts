/** Bones: the spine, the ribs, the pelvis, the long bones, and the jaw. */
import { bothHalves, line, mirror, mirrorTube, onBothSides, roundedBox, shape, tube, type Girth, type Landmark } from "./curves";
import { detail, whole, type BodyShape } from "./drawing-types";

interface Stretch {
  readonly count: number;
  readonly top: number;
  readonly height: number;
  readonly widths: readonly [first: number, last: number];
  /** How far the side processes stand out. */
  readonly wings: number;
}

const stretches: readonly Stretch[] = [
  { count: 6, top: 119, height: 13.4, widths: [9, 11], wings: 3 },
  { count: 12, top: 199.6, height: 15.4, widths: [11, 14.5], wings: 3.5 },
  { count: 5, top: 384.6, height: 17.4, widths: [15.5, 18], wings: 7 },
];

function vertebrae(): readonly string[] {
  return stretches.flatMap(({ count, top, height, widths, wings }) =>
    Array.from({ length: count }, (_, index) => {
      const w = widths[0] + ((widths[1] - widths[0]) * index) / (count - 1);
      const [y, h] = [top + index * height, height - 2.4];
      return shape(bothHalves([
        [0, y], [w * 0.8, y], [w, y + 1.5], [w * 0.93, y + h * 0.34], [w + wings, y + h * 0.5],
        [w * 0.93, y + h * 0.7], [w, y + h - 1.5], [w * 0.8, y + h], [0, y + h],
      ]));
    }),
  );
}

const sacrum = shape(bothHalves([[0, 472], [17, 472], [22, 480], [18, 500], [10, 522], [4, 538], [0, 541]]));
const sacralHoles = [484, 498, 512].flatMap((y, index) => [1, -1].map((sign) => roundedBox(sign * (8 - index * 1.5) - 1.6, y, 3.2, 4.5, 1.5)));

export const spine: readonly BodyShape[] = [
  whole("vertebrae", "vertebral-column", "bone", ...vertebrae()),
  whole("sacrum", "vertebral-column", "bone", sacrum),
  detail("sacral-holes", "vertebral-column", "bone", ...sacralHoles),
];

/** From the spine, over the side of the chest, to where the rib turns forward. */
const ribCourses: readonly (readonly Landmark[])[] = [
  [[12, 206], [30, 200], [43, 213]],
  [[13, 221], [36, 212], [55, 231]],
  [[13, 237], [42, 228], [64, 254]],
  [[13, 253], [44, 245], [69, 276]],
  [[14, 269], [46, 262], [71, 297]],
  [[14, 285], [47, 280], [72, 317]],
  [[14, 301], [48, 298], [72, 337]],
  [[15, 317], [48, 317], [72, 354]],
  [[15, 333], [46, 336], [69, 370]],
  [[16, 349], [42, 354], [64, 385]],
  [[16, 365], [36, 371], [50, 388]],
];

const longBones: Readonly<Record<string, readonly Girth[]>> = {
  collarbone: [[10, 209, 3.6], [28, 204.5, 3.2], [54, 209, 3], [78, 211, 3], [97, 215, 3.6]],
  humerus: [[106, 229, 9], [110, 238, 9.6], [113.5, 252, 6.4], [116, 272, 5], [120, 320, 4.6], [124.5, 356, 5], [128, 374, 8], [130, 384, 9.6]],
};

const forearmBones: readonly (readonly Girth[])[] = [
  [[127, 399, 4.6], [131, 412, 3.4], [143, 456, 2.7], [156, 506, 2.5], [160, 522, 2.6]],
  [[139, 398, 3.8], [144, 412, 2.8], [155, 456, 2.8], [165, 504, 3.6], [168, 521, 3.8]],
];

const femur: readonly Landmark[] = [
  [62, 533], [72, 532], [78, 540], [80, 546], [87, 540], [94, 543], [97, 556], [92, 574], [86, 596], [76, 650], [68, 704], [69, 726],
  [75, 738], [74, 750], [64, 756], [54, 751], [42, 756], [31, 751], [31, 738], [40, 726], [52, 704], [63, 650], [74, 596], [79, 574],
  [72, 562], [60, 556], [55, 546],
];
const shin: readonly Landmark[] = [
  [33, 768], [31, 762, "corner"], [53, 759], [74, 762, "corner"], [73, 772], [64, 788], [60, 812], [60, 852, "corner"], [43, 852, "corner"],
  [43, 812], [40, 788],
];

const hip = [
  [16, 478], [22, 462], [42, 446], [64, 445], [82, 458], [88, 474], [82, 490], [75, 506], [79, 522], [82, 538], [72, 556], [60, 572],
  [52, 590], [42, 594], [34, 584], [22, 570], [7, 568], [5, 552], [24, 545], [42, 538], [50, 524], [46, 510], [32, 502], [20, 500],
] as const satisfies readonly Landmark[];
const hipHole: readonly Landmark[] = [[30, 558], [44, 553], [52, 560], [46, 576], [38, 577]];

const bothTubes = (girths: readonly Girth[]) => [tube(girths), tube(mirrorTube(girths))];
const withHole = (sign: 1 | -1) => (sign === 1 ? shape(hip) + shape([...hipHole].reverse()) : shape(mirror(hip)) + shape([...mirror(hipHole)].reverse()));

const asRib = (course: readonly Landmark[]) => tube(course.map(([x, y], index) => [x, y, index === 0 ? 2.2 : 2.8]));
export const ribs: BodyShape = whole("ribs", "bone", "bone", ...ribCourses.flatMap((course) => onBothSides(asRib, course)));

export const skeleton: readonly BodyShape[] = [
  whole("pelvis", "bone", "bone", withHole(1), withHole(-1)),
  detail("iliac-lines", "bone", "bone", ...onBothSides(line, [[26, 470], [46, 458], [66, 458], [78, 470]])),
  whole("collarbones", "bone", "bone", ...bothTubes(longBones["collarbone"]!)),
  whole("upper-arms", "bone", "bone", ...bothTubes(longBones["humerus"]!)),
  whole("forearms", "bone", "bone", ...forearmBones.flatMap(bothTubes)),
  whole("shins", "bone", "bone", ...onBothSides(shape, shin)),
  whole("thighs", "bone", "bone", ...onBothSides(shape, femur)),
];
export const kneecaps: readonly BodyShape[] = [
  whole("kneecaps", "bone", "bone", ...onBothSides(shape, [[52, 726], [62, 732], [62, 746], [53, 753], [44, 746], [43, 732]])),
];

const mandible = shape(bothHalves([
  [0, 134.5], [11, 133.5], [18, 129], [22, 120], [23.5, 108], [24, 100], [27, 99], [30, 104], [33, 97], [37, 97], [38.5, 104], [36, 116], [33, 128],
  [24, 138], [14, 147], [7, 149.5], [0, 148.5],
]));
const maxilla = shape(bothHalves([[0, 107.5], [6, 105], [14, 105], [21, 109], [20, 115], [16, 119.5], [0, 121.5]]));
const teeth = line(bothHalves([[16, 125], [8, 127], [0, 127.5]]));
const teethGaps = [-12, -8, -4, 0, 4, 8, 12].map((x) => line([[x, 121.6 - Math.abs(x) / 8], [x, 133 - Math.abs(x) / 8]]));

export const jaw: readonly BodyShape[] = [
  whole("teeth-ground", "jaw", "bone", shape(bothHalves([[0, 120], [10, 119.5], [16, 118], [17.5, 125], [14, 131], [0, 134]]))),
  whole("jaws", "jaw", "bone", mandible, maxilla),
  detail("teeth", "jaw", "bone", teeth, ...teethGaps),
];
