import { digamma } from "../numeric/digamma.ts";
import { kdTree, type Norm, type Points } from "../numeric/kdTree.ts";
import { neighbourSearch } from "../numeric/nearestNeighbours.ts";
import type { Nats } from "../units.ts";
import { expectNeighbours } from "./neighbours.ts";
import { pointsOf, type Sample } from "./points.ts";

/** How a density is read off the distance to a neighbour. */
export interface NeighbourOptions {
  /** Which neighbour: few for little bias, many for little noise; 3 unless given. */
  readonly k?: number;
  /** What is called near; "max" unless given. */
  readonly norm?: Norm;
}

/**
 * Differential entropy from a sample (Kozachenko and Leonenko): ψ(n) − ψ(k) + ln c + d·mean ln ρ, for ρ the distance from a point to its k-th neighbour and c
 * the volume of a ball of radius 1.
 *
 * What it assumes: observations are independent, from a density that changes little within ρ. In d dimensions the bias falls like n^(−2/d) where the
 * density is smooth, and slower where it ends abruptly.
 *
 * @param sample n > k finite numbers, or columns of n for a point in several dimensions.
 * @returns Nats; −∞ where a point coincides with k others, since a distribution with atoms has no density. Numbers rounded so far that they coincide look like that.
 * @throws RangeError if a number is not finite, columns differ in length, or k is not a whole number in [1, n).
 * @see Kozachenko & Leonenko (1987), Sample Estimate of the Entropy of a Random Vector; Kraskov, Stögbauer & Grassberger (2004), eq. 20.
 * @example
 * const rng = createRng(1);
 * const sample = Array.from({ length: 4000 }, () => standardNormal(rng));
 * [kozachenkoLeonenkoEntropy(sample), normal(0, 1).entropy()].map((nats) => nats.toFixed(2)) // ["1.45", "1.42"]
 */
export function kozachenkoLeonenkoEntropy(
  sample: Sample,
  { k = 3, norm = "max" }: NeighbourOptions = {},
): Nats {
  const points = pointsOf("kozachenkoLeonenkoEntropy", "sample", sample, 2);
  expectNeighbours("kozachenkoLeonenkoEntropy", k, points.count);
  return kozachenkoLeonenko(points, k, norm);
}

export function kozachenkoLeonenko(points: Points, k: number, norm: Norm): Nats {
  const { count, dimension } = points;
  const search = neighbourSearch(kdTree(points, norm), k);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    search.ofOwn(i);
    sum += logDistance(search.distances[k - 1], norm);
  }
  return digamma(count) - digamma(k) + logBallVolume(dimension, norm) + (dimension * sum) / count;
}

/** ln of a distance as {@link neighbourSearch} gives it. */
export function logDistance(distance: number, norm: Norm): number {
  return norm === "euclidean" ? Math.log(distance) / 2 : Math.log(distance);
}

/** ln of the volume of the ball of radius 1 in so many dimensions: V(d) = V(d − 2)·2π/d where it is round, a cube of side 2 where it is not. */
function logBallVolume(dimension: number, norm: Norm): number {
  if (norm === "max") return dimension * Math.LN2;
  let log = dimension % 2 === 1 ? Math.LN2 : 0;
  for (let d = 2 + (dimension % 2); d <= dimension; d += 2) log += Math.log((2 * Math.PI) / d);
  return log;
}
