/** The brain and the spinal cord. */
import { bothHalves, line, mirror, onBothSides, shape, tube, type Landmark } from "./curves";
import { detail, whole, type BodyShape } from "./drawing-types";

const brainHalf: readonly Landmark[] = [
  [0, 25], [14, 24], [28, 30], [37, 43], [40, 58], [37, 72], [29, 80], [17, 81], [8, 85], [0, 84],
];
const cerebellum: readonly Landmark[] = [[0, 78], [14, 79], [24, 80], [25, 88], [15, 94], [0, 93]];
const folds: readonly (readonly Landmark[])[] = [
  [[4, 32], [9, 31], [12, 36], [8, 41], [11, 46], [17, 45]],
  [[14, 27], [17, 32], [23, 32], [27, 37], [25, 42]],
  [[19, 39], [20, 46], [26, 50], [31, 47], [35, 51], [39, 50]],
  [[3, 52], [9, 50], [14, 54], [11, 60], [15, 65], [21, 62]],
  [[24, 57], [29, 55], [33, 59], [31, 65], [34, 69]],
  [[3, 67], [9, 65], [12, 70], [9, 75], [13, 78]],
  [[18, 71], [24, 69], [29, 73]],
];

export const brain: readonly BodyShape[] = [
  whole("cerebellum", "brain", "organ", shape(bothHalves(cerebellum))),
  detail("cerebellum-folds", "brain", "organ", line(bothHalves([[22, 85], [11, 89], [0, 89.5]]))),
  whole("brain", "brain", "organ", shape(bothHalves(brainHalf))),
  detail("brain-folds", "brain", "organ", line([[0, 25], [-1, 40], [1, 56], [-0.5, 70], [0, 84]]), ...folds.flatMap((fold) => onBothSides(line, fold))),
];

const roots = Array.from({ length: 17 }, (_, index) => {
  const y = 128 + index * 15.2;
  return [[2.5, y], [10, y + 3], [15, y + 7]] as readonly Landmark[];
});
const tail: readonly (readonly Landmark[])[] = [[[1.5, 396], [3, 420], [4, 456]], [[0.5, 396], [0.5, 430], [0.5, 470]]];

export const spinalCord: readonly BodyShape[] = [
  detail("nerve-roots", "spinal-cord", "nerve", ...roots.flatMap((root) => onBothSides(line, root)), ...tail.flatMap((each) => [line(each), line(mirror(each))])),
  whole("spinal-cord", "spinal-cord", "nerve", tube([[0, 92, 6], [0, 106, 5], [0, 124, 4], [0, 200, 3.8], [0, 300, 3.4], [0, 372, 3.8], [0, 392, 2], [0, 400, 0.6]])),
];
