import type { Estimate } from "./estimate.ts";
import { kozachenkoLeonenko, type NeighbourOptions } from "./kozachenkoLeonenkoEntropy.ts";
import { expectNeighbours } from "./neighbours.ts";
import { pointsAt, pointsOf, type Sample } from "./points.ts";
import { type Subsampling, subsampling } from "./subsampling.ts";

/**
 * Differential entropy from a sample as `kozachenkoLeonenkoEntropy` has it, with an interval by subsampling.
 *
 * What it assumes: observations are independent, from a density. The interval is about what the estimate is on average at this n, bias included.
 *
 * @param sample n > k finite numbers, or columns of n for a point in several dimensions.
 * @returns In nats; from −∞ to ∞ where n < 4(k + 1), or points coincide with k others.
 * @throws RangeError if a number is not finite, columns differ in length, or an option is out of its range.
 * @see Kozachenko & Leonenko (1987); Holmes & Nemenman (2019) for the interval.
 * @example
 * const rng = createRng(1);
 * const sample = Array.from({ length: 400 }, () => standardNormal(rng));
 * const { low, high } = estimateDifferentialEntropy(sample, { rng });
 * low < 1.4189 && 1.4189 < high // true
 */
export function estimateDifferentialEntropy(
  sample: Sample,
  options: Subsampling & NeighbourOptions,
): Estimate {
  const where = "estimateDifferentialEntropy";
  const { k = 3, norm = "max" } = options;
  const points = pointsOf(where, "sample", sample, 2);
  expectNeighbours(where, k, points.count);
  return subsampling(
    where,
    {
      counts: [points.count],
      value: kozachenkoLeonenko(points, k, norm),
      least: k + 1,
      of: (part) => kozachenkoLeonenko(pointsAt(points, part), k, norm),
    },
    options,
  );
}
