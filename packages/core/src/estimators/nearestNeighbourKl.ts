import type { Norm } from "../numeric/kdTree.ts";
import { kdTree, type Points } from "../numeric/kdTree.ts";
import { neighbourSearch } from "../numeric/nearestNeighbours.ts";
import type { Nats } from "../units.ts";
import { logDistance, type NeighbourOptions } from "./kozachenkoLeonenkoEntropy.ts";
import { expectNeighbours } from "./neighbours.ts";
import { pointsOf, type Sample } from "./points.ts";

/**
 * KL divergence D(P‖Q) of two continuous distributions from a sample of each, by how much farther the k-th neighbour of a point of P is in the sample of Q than in
 * its own: d·mean ln(ν/ρ) + ln(m/(n − 1)).
 *
 * What it assumes: all observations are independent, from densities that change little within ν and ρ, Q's above 0 wherever P's is. Where Q has no points near those
 * of P it falls short: no sample shows that D(P‖Q) is infinite.
 *
 * @param p n > k finite numbers drawn from the truth P, or columns of n.
 * @param q m ≥ k numbers drawn from the model Q, or as many columns of m.
 * @returns Nats; it may come out a little below 0. ∞ where a point of P coincides with k others and not with k of Q, −∞ the other way round; where there is
 *   both, or both in one place, the sample is refused.
 * @throws RangeError if a number is not finite, columns differ in number or length, k is out of range, or coincidences leave the estimate undefined.
 * @see Wang, Kulkarni & Verdú (2009), Divergence Estimation for Multidimensional Densities via k-Nearest-Neighbor Distances; Pérez-Cruz (2008).
 * @example
 * const rng = createRng(1);
 * const draw = (mean) => Array.from({ length: 4000 }, () => mean + standardNormal(rng));
 * [nearestNeighbourKl(draw(0), draw(1)), gaussianKl(normal(0, 1), normal(1, 1))].map((nats) => nats.toFixed(2)) // ["0.43", "0.50"]
 */
export function nearestNeighbourKl(
  p: Sample,
  q: Sample,
  { k = 3, norm = "max" }: NeighbourOptions = {},
): Nats {
  const where = "nearestNeighbourKl";
  return neighbourKl(where, ...samplesOf(where, p, q, k), k, norm);
}

/** The points of both, as many coordinates each and enough of them. */
export function samplesOf(where: string, p: Sample, q: Sample, k: number): [Points, Points] {
  const [own, other] = [pointsOf(where, "p", p, 2), pointsOf(where, "q", q, 1)];
  if (own.dimension !== other.dimension)
    throw new RangeError(
      `${where}: q has ${other.dimension} columns, expected ${own.dimension}, as many as p`,
    );
  expectNeighbours(where, k, Math.min(own.count, other.count + 1));
  return [own, other];
}

export function neighbourKl(where: string, p: Points, q: Points, k: number, norm: Norm): Nats {
  const own = kdTree(p, norm);
  const [inOwn, inOther] = [neighbourSearch(own, k), neighbourSearch(kdTree(q, norm), k)];
  let sum = 0;
  for (let i = 0; i < p.count; i++) {
    inOwn.ofOwn(i);
    inOther.of(own.points.values, i * p.dimension);
    sum += logDistance(inOther.distances[k - 1], norm) - logDistance(inOwn.distances[k - 1], norm);
  }
  if (Number.isNaN(sum))
    throw new RangeError(
      `${where}: points of p coincide with others in both samples, expected samples of densities`,
    );
  return (p.dimension * sum) / p.count + Math.log(q.count / (p.count - 1));
}
