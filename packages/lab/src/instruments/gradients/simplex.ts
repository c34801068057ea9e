import { normalize, type Probabilities } from "@surprisal/core";

export type Point = readonly [x: number, y: number];

const height = Math.sqrt(3) / 2;

/** Three numbers as a point of the plane: A to the lower left, B to the lower right, C above, the corners one apart. */
export function pointOf(of: ArrayLike<number>): Point {
  const [a, b, c] = [of[0]!, of[1]!, of[2]!];
  return [(b - a) / 2, ((2 * c - a - b) * height) / 3];
}

/** The distribution nearest to a point of the plane. */
export function distributionAt([x, y]: Point): Probabilities {
  const c = y / height + 1 / 3;
  return nearest([(1 - c) / 2 - x, (1 - c) / 2 + x, c]);
}

/**
 * The distribution nearest to numbers that sum to one, some of which may be negative.
 *
 * @see Duchi et al. (2008), Efficient Projections onto the l1-Ball for Learning in High Dimensions.
 */
export function nearest(values: readonly number[]): Probabilities {
  const sorted = [...values].sort((a, b) => b - a);
  let sum = 0;
  let shift = 0;
  sorted.forEach((value, i) => {
    sum += value;
    if (value > (sum - 1) / (i + 1)) shift = (sum - 1) / (i + 1);
  });
  return normalize(values.map((value) => Math.max(0, value - shift)));
}
