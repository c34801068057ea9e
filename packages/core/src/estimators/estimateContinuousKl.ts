import type { Estimate } from "./estimate.ts";
import type { NeighbourOptions } from "./kozachenkoLeonenkoEntropy.ts";
import { neighbourKl, samplesOf } from "./nearestNeighbourKl.ts";
import { pointsAt, type Sample } from "./points.ts";
import { type Subsampling, subsampling } from "./subsampling.ts";

/**
 * D(P‖Q) of two continuous distributions from a sample of each as `nearestNeighbourKl` has it, with an interval by subsampling.
 *
 * What it assumes: all observations are independent, from densities. The interval is about what the estimate is on average at these sizes, bias included, which is
 * downward where Q has few points near those of P.
 *
 * @param p n > k finite numbers drawn from the truth P, or columns of n.
 * @param q m ≥ k numbers drawn from the model Q, or as many columns of m.
 * @returns In nats; from −∞ to ∞ where a sample has fewer than 4(k + 1) observations, or points coincide.
 * @throws RangeError if a number is not finite, columns differ in number or length, an option is out of its range, or coincidences leave the estimate undefined.
 * @see Wang, Kulkarni & Verdú (2009); Holmes & Nemenman (2019) for the interval.
 * @example
 * const rng = createRng(1);
 * const draw = (mean) => Array.from({ length: 500 }, () => mean + standardNormal(rng));
 * const { low, high } = estimateContinuousKl(draw(0), draw(1), { rng });
 * low < 0.5 && 0.5 < high // true
 */
export function estimateContinuousKl(
  p: Sample,
  q: Sample,
  options: Subsampling & NeighbourOptions,
): Estimate {
  const where = "estimateContinuousKl";
  const { k = 3, norm = "max" } = options;
  const [own, other] = samplesOf(where, p, q, k);
  const value = neighbourKl(where, own, other, k, norm);
  const of = (inP: Int32Array, inQ: Int32Array) =>
    neighbourKl(where, pointsAt(own, inP), pointsAt(other, inQ), k, norm);
  return subsampling(where, { counts: [own.count, other.count], value, least: k + 1, of }, options);
}
