/** How far apart points are: the largest difference of a coordinate, or the straight line. */
export type Norm = "max" | "euclidean";

/** n points of finite coordinates, row-major: `values[i · dimension + c]`. */
export interface Points {
  readonly count: number;
  readonly dimension: number;
  readonly values: Float64Array;
}

/**
 * Points cut into halves at the median of their widest coordinate, again and again, down to leaves of at most eight. Node 1 is the root, the halves of node i are 2i and
 * 2i + 1, and the nodes from `leaves` on are the leaves.
 */
export interface KdTree {
  readonly norm: Norm;
  /** The points in the order of the leaves. */
  readonly points: Points;
  /** `order[i]` is the index that the i-th of them was given with. */
  readonly order: Int32Array;
  readonly leaves: number;
  /** Leaf j holds the points `starts[j]` to `starts[j + 1]`. */
  readonly starts: Int32Array;
  /** The box of each node: its lowest coordinates, then its highest. */
  readonly boxes: Float64Array;
}

const leafSize = 8;

/**
 * A k-d tree of points; ties and duplicates are points like others. It takes 8·dimension + 4 bytes a point and at most 8·dimension more for the boxes, and
 * O(n log n) time whatever the points are.
 *
 * @see Bentley (1975), Multidimensional Binary Search Trees Used for Associative Searching, CACM 18(9).
 */
export function kdTree({ count, dimension, values }: Points, norm: Norm): KdTree {
  let leaves = 1;
  while (count > leaves * leafSize) leaves *= 2;
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const moved = values.slice();
  const boxes = new Float64Array(4 * leaves * dimension);
  const boundary = (j: number, level: number) => Math.floor((j * count) / level);
  fitBox(moved, dimension, 0, count, boxes, 2 * dimension);
  for (let level = 1; level < leaves; level *= 2) {
    for (let j = 0; j < level; j++) {
      const at = (level + j) * 2 * dimension;
      const c = widestOf(boxes, dimension, at);
      const middle = boundary(2 * j + 1, 2 * level);
      select(moved, dimension, order, boundary(j, level), boundary(j + 1, level) - 1, middle, c);
      const cut = moved[middle * dimension + c];
      // The halves' boxes are first what the cut leaves of this one: enough to choose the next cuts by.
      boxes.copyWithin(2 * at, at, at + 2 * dimension);
      boxes.copyWithin(2 * at + 2 * dimension, at, at + 2 * dimension);
      boxes[2 * at + dimension + c] = cut;
      boxes[2 * at + 2 * dimension + c] = cut;
    }
  }
  const starts = Int32Array.from({ length: leaves + 1 }, (_, leaf) => boundary(leaf, leaves));
  for (let leaf = 0; leaf < leaves; leaf++)
    fitBox(moved, dimension, starts[leaf], starts[leaf + 1], boxes, (leaves + leaf) * 2 * dimension);
  for (let node = leaves - 1; node >= 1; node--) joinBoxes(boxes, dimension, node);
  return { norm, points: { count, dimension, values: moved }, order, leaves, starts, boxes };
}

function fitBox(
  values: Float64Array,
  dimension: number,
  start: number,
  end: number,
  boxes: Float64Array,
  at: number,
): void {
  for (let c = 0; c < dimension; c++) {
    let low = Infinity;
    let high = -Infinity;
    for (let i = start * dimension + c; i < end * dimension; i += dimension) {
      const x = values[i];
      if (x < low) low = x;
      if (x > high) high = x;
    }
    boxes[at + c] = low;
    boxes[at + dimension + c] = high;
  }
}

function joinBoxes(boxes: Float64Array, dimension: number, node: number): void {
  const at = node * 2 * dimension;
  const [left, right] = [2 * at, 2 * at + 2 * dimension];
  for (let c = 0; c < dimension; c++) boxes[at + c] = Math.min(boxes[left + c], boxes[right + c]);
  for (let c = dimension; c < 2 * dimension; c++) boxes[at + c] = Math.max(boxes[left + c], boxes[right + c]);
}

function widestOf(boxes: Float64Array, dimension: number, at: number): number {
  let widest = 0;
  for (let c = 1; c < dimension; c++)
    if (boxes[at + dimension + c] - boxes[at + c] > boxes[at + dimension + widest] - boxes[at + widest])
      widest = c;
  return widest;
}

/** Moves the points from `left` to `right` so that in coordinate c none before `middle` is above it and none after it below (Hoare's selection). */
function select(
  values: Float64Array,
  dimension: number,
  order: Int32Array,
  first: number,
  final: number,
  middle: number,
  c: number,
): void {
  let left = first;
  let right = final;
  while (left < right) {
    const a = values[left * dimension + c];
    const b = values[((left + right) >> 1) * dimension + c];
    const d = values[right * dimension + c];
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), d));
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i * dimension + c] < pivot) i++;
      while (values[j * dimension + c] > pivot) j--;
      if (i <= j) swap(values, dimension, order, i++, j--);
    }
    if (middle <= j) right = j;
    else if (middle >= i) left = i;
    else return;
  }
}

function swap(values: Float64Array, dimension: number, order: Int32Array, i: number, j: number): void {
  const index = order[i];
  order[i] = order[j];
  order[j] = index;
  for (let c = 0; c < dimension; c++) {
    const x = values[i * dimension + c];
    values[i * dimension + c] = values[j * dimension + c];
    values[j * dimension + c] = x;
  }
}
