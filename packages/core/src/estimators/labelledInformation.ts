import { digamma } from "../numeric/digamma.ts";
import { kdTree, type Points } from "../numeric/kdTree.ts";
import { neighbourSearch } from "../numeric/nearestNeighbours.ts";
import { rangeCounter } from "../numeric/rangeCount.ts";
import type { Nats } from "../units.ts";
import { partsOf } from "./dependence.ts";
import type { NeighbourInformationOptions } from "./ksgInformation.ts";
import { expectNeighbours } from "./neighbours.ts";
import { pointsAt, pointsOf, type Sample, standardized } from "./points.ts";

/**
 * Mutual information of a continuous variable and a label, from a sample of both (Ross): around each point, how many points of any label lie nearer than its
 * k-th neighbour of the same label. Where a label has k observations or fewer all of them are its neighbours; one that occurs once is left out.
 *
 * What it assumes: observations are independent, and no points coincide (see `mixedInformation` where they do).
 *
 * @param x n finite numbers, or columns of n.
 * @param labels n numbers that say which label each has.
 * @returns Nats; it may come out a little below 0.
 * @throws RangeError if a number is not finite, lengths differ, no label occurs twice, or k is not a whole number in [1, n).
 * @see Ross (2014), Mutual Information between Discrete and Continuous Data Sets, PLoS ONE 9(2).
 * @example
 * const rng = createRng(1);
 * const labels = Array.from({ length: 2000 }, (_, i) => i % 2);
 * const x = labels.map((label) => 8 * label + standardNormal(rng));
 * (labelledInformation(x, labels) / Math.LN2).toFixed(2) // "1.00"
 */
export function labelledInformation(
  x: Sample,
  labels: ArrayLike<number>,
  { k = 3, standardize = true }: NeighbourInformationOptions = {},
): Nats {
  const points = pointsOf("labelledInformation", "x", x, 2);
  if (labels.length !== points.count)
    throw new RangeError(
      `labelledInformation: labels has ${labels.length} entries, expected ${points.count}, one an observation`,
    );
  expectNeighbours("labelledInformation", k, points.count);
  expectRepeated("labelledInformation", "labels", labels);
  return labelled(standardize ? standardized(points) : points, labels, k);
}

/** Says so where every label occurs once. */
export function expectRepeated(where: string, name: string, labels: ArrayLike<number>): void {
  if (partsOf(labels).count === labels.length)
    throw new RangeError(`${where}: ${name} are all different, expected a label that occurs twice`);
}

/** @returns NaN where no label occurs twice. */
export function labelled(x: Points, labels: ArrayLike<number>, k: number): Nats {
  const { count, of } = partsOf(labels);
  const members = Array.from({ length: count }, (): number[] => []);
  for (let i = 0; i < of.length; i++) members[of[i]].push(i);
  const repeated = members.filter((indices) => indices.length > 1);
  const kept = pointsAt(x, Int32Array.from(repeated.flat()));
  const countAll = rangeCounter(kept);
  let sum = 0;
  for (const indices of repeated) {
    const tree = kdTree(pointsAt(x, Int32Array.from(indices)), "max");
    const near = Math.min(k, indices.length - 1);
    const search = neighbourSearch(tree, near);
    for (let i = 0; i < indices.length; i++) {
      search.ofOwn(i);
      // Difference by difference: of one label alone, each is exactly 0.
      sum +=
        digamma(near) - digamma(countAll(tree.points.values, i * x.dimension, search.distances[near - 1]));
    }
    sum += indices.length * (digamma(kept.count) - digamma(indices.length));
  }
  return sum / kept.count;
}
