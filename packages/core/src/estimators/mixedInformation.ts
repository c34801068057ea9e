import type { Points } from "../numeric/kdTree.ts";
import type { Nats } from "../units.ts";
import { digammas, meanOverNeighbours } from "./jointNeighbours.ts";
import type { NeighbourInformationOptions } from "./ksgInformation.ts";
import { type Labels, mixedPairOf } from "./labelPoints.ts";
import { expectNeighbours } from "./neighbours.ts";
import type { Sample } from "./points.ts";

/**
 * Mutual information of two variables of any kind from a sample of both (Gao, Kannan, Oh and Viswanath): as KSG's first estimate where the k-th neighbour is away from
 * the point; where it is in the same place, those in that place are counted, in both variables and in each, as they would be in a table. So it takes variables
 * that are continuous, discrete, or both at once, such as a rainfall that is often 0.
 *
 * What it assumes: observations are independent, and equal numbers are the same value and not a rounding of different ones.
 *
 * @param x n > k finite numbers, or columns of n; or labels, any two of which are 1 apart, that is one standard deviation of a column of numbers.
 * @param y The same for the other variable.
 * @returns Nats. Consistent for every pair of variables whose mutual information is finite; biased downward for few observations of a label.
 * @throws RangeError if a number is not finite, lengths differ, or k is not a whole number in [1, n).
 * @see Gao, Kannan, Oh & Viswanath (2017), Estimating Mutual Information for Discrete-Continuous Mixtures, NeurIPS 30.
 * @example
 * const rng = createRng(1);
 * const rain = Array.from({ length: 2000 }, () => Math.max(0, standardNormal(rng)));
 * const wet = rain.map((mm) => (mm > 0 ? 1 : 0));
 * mixedInformation(rain, { labels: wet }).toFixed(2) // "0.69"
 */
export function mixedInformation(
  x: Sample | Labels,
  y: Sample | Labels,
  { k = 3, standardize = true }: NeighbourInformationOptions = {},
): Nats {
  const [a, b] = mixedPairOf("mixedInformation", x, y, standardize);
  expectNeighbours("mixedInformation", k, a.count);
  return mixed(a, b, k);
}

export function mixed(x: Points, y: Points, k: number): Nats {
  const psi = digammas(x.count);
  const mean = meanOverNeighbours(x, y, k, (at, { values, search, count, countX, countY }) => {
    const radius = search.distances[k - 1];
    const inside = radius === 0 ? count(values, at, 0) : k;
    return psi[inside] - psi[countX(values, at, radius)] - psi[countY(values, at + x.dimension, radius)];
  });
  return mean + Math.log(x.count);
}
