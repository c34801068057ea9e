import { normalQuantile } from "../numeric/standardNormalTail.ts";
import { clustersIn, type Dependence } from "./dependence.ts";
import { effectiveSampleSize } from "./effectiveSampleSize.ts";
import type { Estimate } from "./estimate.ts";
import { overClusters } from "./overClusters.ts";

/**
 * By how much a rate changes between two trials of the same things, with Bonett and Price's adjusted interval for as many pairs as the effective sample size says, and never for more than there are: that of the
 * normal after one pair that gains and one that loses are added. It has a width where nothing changed: what was not seen to change in a hundred pairs may still change.
 *
 * Exactly summed over all samples of 20, 32 and 100 independent pairs, of which 0 to 20 % gain and lose, 95 % intervals hold the truth in 92.8 % or more.
 *
 * @param change 1 for each that gains, −1 for each that loses, 0 for what stays; at least one.
 * @returns In [−1, 1].
 * @throws RangeError if there are no pairs, or the level is out of (0, 1).
 * @see Bonett & Price (2012), Adjusted Wald Confidence Interval for a Difference of Binomial Proportions Based on Paired Data, J. Educ. Behav. Stat. 37.
 * @example
 * const { value, low, high } = estimateRateChange(new Int8Array(100), { dependence: { kind: "independent" } });
 * [value, low.toFixed(4), high.toFixed(4)] // [0, "-0.0272", "0.0272"]
 */
export function estimateRateChange(
  change: ArrayLike<number>,
  { dependence, level = 0.95 }: { readonly dependence: Dependence; readonly level?: number },
): Estimate {
  if (change.length === 0) throw new RangeError("estimateRateChange: change is empty, expected a pair");
  if (!(level > 0 && level < 1))
    throw new RangeError(`estimateRateChange: level is ${level}, expected a number in (0, 1)`);
  const [estimate] = overClusters(dependence, level, (of, at) => [adjusted(change, of, at)]);
  return estimate;
}

function adjusted(change: ArrayLike<number>, dependence: Dependence, level: number): Estimate {
  let [gains, losses] = [0, 0];
  for (let i = 0; i < change.length; i++) {
    if (change[i] > 0) gains++;
    else if (change[i] < 0) losses++;
  }
  const value = (gains - losses) / change.length;
  const n = Math.min(change.length, effectiveSampleSize(change, dependence));
  const share = (count: number) => ((count / change.length) * n + 1) / (n + 2);
  const centre = share(gains) - share(losses);
  const variance = (share(gains) + share(losses) - centre ** 2) / (n + 2);
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
  return {
    value,
    low: Math.max(-1, Math.min(value, centre - reach)),
    high: Math.min(1, Math.max(value, centre + reach)),
    level,
    method: "Bonett–Price",
    dependence: dependence.kind,
    ...clustersIn(dependence),
    resamples: 0,
    effectiveSampleSize: n,
  };
}
