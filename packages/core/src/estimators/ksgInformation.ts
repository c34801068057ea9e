import type { Points } from "../numeric/kdTree.ts";
import type { Nats } from "../units.ts";
import { digammas, meanOverNeighbours } from "./jointNeighbours.ts";
import { expectNeighbours } from "./neighbours.ts";
import { pairOf, type Sample } from "./points.ts";

/** How mutual information is estimated from neighbours. */
export interface NeighbourInformationOptions {
  /** Which neighbour: few for little bias, many for little noise; 3 unless given. */
  readonly k?: number;
  /** Whether each column is divided by its standard deviation first, so that its unit does not matter; true unless given. */
  readonly standardize?: boolean;
}

/**
 * Mutual information of two continuous variables from a sample of both, by how many points lie in the strips around each point that its k-th neighbour
 * bounds (Kraskov, Stögbauer and Grassberger). Variant 1 takes a square for the neighbourhood, 2 a rectangle: less bias in many dimensions, more noise.
 *
 * What it assumes: observations are independent, and none coincide in a coordinate (see `mixedInformation` where they do). It is nearly unbiased around I = 0, may
 * come out a little below, and falls short where dependence is so strong that the density changes within a neighbourhood.
 *
 * @param x n > k finite numbers, or columns of n.
 * @param y The same for the other variable.
 * @returns Nats. O(n log n) time, and memory linear in n.
 * @throws RangeError if a number is not finite, lengths differ, or k is not a whole number in [1, n).
 * @see Kraskov, Stögbauer & Grassberger (2004), Estimating Mutual Information, Phys. Rev. E 69.
 * @example
 * const rng = createRng(1);
 * const x = Array.from({ length: 2000 }, () => standardNormal(rng));
 * const y = x.map((t) => 0.6 * t + 0.8 * standardNormal(rng));
 * [ksgInformation(x, y), -0.5 * Math.log(1 - 0.6 ** 2)].map((nats) => nats.toFixed(3)) // ["0.227", "0.223"]
 */
export function ksgInformation(
  x: Sample,
  y: Sample,
  { k = 3, variant = 1, standardize = true }: NeighbourInformationOptions & { readonly variant?: 1 | 2 } = {},
): Nats {
  if (variant !== 1 && variant !== 2)
    throw new RangeError(`ksgInformation: variant is ${variant}, expected 1 or 2`);
  const [a, b] = pairOf("ksgInformation", x, y, standardize);
  expectNeighbours("ksgInformation", k, a.count);
  return variant === 1 ? ksg1(a, b, k) : ksg2(a, b, k);
}

export function ksg1(x: Points, y: Points, k: number): Nats {
  const psi = digammas(x.count);
  const strips = meanOverNeighbours(x, y, k, (at, { values, search, countX, countY }) => {
    const radius = search.distances[k - 1];
    return psi[countX(values, at, radius)] + psi[countY(values, at + x.dimension, radius)];
  });
  return psi[k] + psi[x.count] - strips;
}

export function ksg2(x: Points, y: Points, k: number): Nats {
  const psi = digammas(x.count);
  const dimension = x.dimension + y.dimension;
  const strips = meanOverNeighbours(x, y, k, (at, { values, search, countX, countY }) => {
    let [width, height] = [0, 0];
    for (const position of search.positions) {
      const to = position * dimension;
      for (let c = 0; c < x.dimension; c++)
        width = Math.max(width, Math.abs(values[to + c] - values[at + c]));
      for (let c = x.dimension; c < dimension; c++)
        height = Math.max(height, Math.abs(values[to + c] - values[at + c]));
    }
    return psi[countX(values, at, width, true) - 1] + psi[countY(values, at + x.dimension, height, true) - 1];
  });
  return psi[k] - 1 / k + psi[x.count] - strips;
}
