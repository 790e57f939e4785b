/** Skin, soft tissue and muscle: the muscles of one thigh, and a lens that shows what lies under the skin. */
import { ellipse, line, mirror, shape, type Landmark } from "./curves";
import { detail, outline, soft, whole, type BodyShape } from "./drawing-types";

const outerMuscle: readonly Landmark[] = [[88, 580], [97, 606], [97, 640], [90, 682], [79, 714], [68, 728], [63, 720], [68, 680], [73, 630]];
const innerMuscle: readonly Landmark[] = [[42, 640], [49, 680], [48, 712], [43, 731], [34, 736], [27, 726], [23, 702], [28, 668]];
const middleMuscle: readonly Landmark[] = [[66, 556], [77, 586], [79, 630], [74, 680], [63, 718], [54, 727], [47, 710], [43, 664], [46, 612], [55, 576]];
const slantMuscle: readonly Landmark[] = [[82, 496], [84, 506], [70, 560], [44, 622], [26, 680], [23, 722], [18, 716], [18, 676], [34, 612], [60, 552], [74, 510]];

const fibres: readonly (readonly Landmark[])[] = [
  [[62, 582], [60, 640], [56, 716]], [[69, 590], [70, 640], [62, 704]], [[54, 600], [51, 650], [53, 708]],
  [[90, 606], [86, 660], [73, 716]], [[82, 606], [81, 660], [70, 712]], [[36, 662], [37, 700], [37, 718]], [[30, 684], [30, 712], [31, 724]],
];

export const muscles: readonly BodyShape[] = [
  whole("thigh-muscles", "muscle", "muscle", ...[outerMuscle, innerMuscle, middleMuscle].map((each) => shape(mirror(each)))),
  whole("slant-muscle", "muscle", "muscle", shape(mirror(slantMuscle))),
  detail("muscle-fibres", "muscle", "muscle", ...fibres.map((each) => line(mirror(each)))),
];

const middle = { x: -124, y: 726, r: 46 } as const;
const chord = (x: number) => Math.sqrt(middle.r ** 2 - x ** 2);

/** A layer of the lens: between two upright lines, which bulge by so much. */
function layer(from: number, to: number, bulges: readonly [from: number, to: number]): string {
  const [left, right, low, high] = [middle.x + from, middle.x + to, chord(from), chord(to)].map((value) => Math.round(value * 10) / 10) as [number, number, number, number];
  const { y, r } = middle;
  const wall = (x: number, bulge: number, down: 1 | -1, half: number) =>
    `C${x + bulge},${y - (down * half) / 2.5} ${x - bulge},${y + (down * half) / 2.5} ${x},${Math.round((y + down * half) * 10) / 10}`;
  return (
    `M${left},${y - low}A${r},${r} 0 0 1 ${right},${y - high}${wall(right, bulges[1], 1, high)}` +
    `A${r},${r} 0 0 1 ${left},${y + low}${wall(left, -bulges[0], -1, low)}Z`
  );
}

const skinLayer = layer(-34, -9, [1.5, 2.5]);
const upperSkin = layer(-34, -24, [1.5, 3]);
const fatLayer = layer(-9, 17, [2.5, -2]);
const muscleLayer = layer(17, 45.9, [-2, 0]);

const fatCells = [[-2, -36], [8, -32], [0, -26], [10, -21], [2, -15], [-1, -4], [10, -9], [7, 2], [0, 9], [11, 13], [4, 20], [-3, 26], [9, 29], [1, 36]] as const;
const lensFibres = [24, 31, 38].map((x) => line([[middle.x + x - 1, middle.y - chord(x) + 3], [middle.x + x + 1.5, middle.y], [middle.x + x - 1, middle.y + chord(x) - 3]]));

export const lens: readonly BodyShape[] = [
  outline("lens-rays", null, "lens", line([[-103.6, 626.7], [-160, 697.3]]), line([[-88.6, 631], [-78.3, 720.8]])),
  outline("lens-origin", null, "lens", ellipse(-97, 632, 8.5)),
  soft("lens-glass", null, "lens", ellipse(middle.x, middle.y, middle.r)),
  whole("lens-muscle", "muscle", "muscle", muscleLayer),
  detail("lens-fibres", "muscle", "muscle", ...lensFibres),
  whole("fat", "soft-tissue", "fat", fatLayer),
  detail("fat-cells", "soft-tissue", "fat", ...fatCells.map(([x, y]) => ellipse(middle.x + x, middle.y + y, 4.6, 4.2))),
  whole("skin-layers", "skin", "skin", skinLayer),
  whole("upper-skin", "skin", "skin", upperSkin),
  outline("lens-ring", null, "lens", ellipse(middle.x, middle.y, middle.r)),
];

export const skinHit = layer(-45.9, -9, [0, 2.5]);
export const fatHit = fatLayer;
export const muscleHits = [muscleLayer, ...[outerMuscle, innerMuscle, middleMuscle, slantMuscle].map((each) => shape(mirror(each)))];
