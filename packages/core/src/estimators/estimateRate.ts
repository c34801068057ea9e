import { normalQuantile } from "../numeric/standardNormalTail.ts";
import { clustersIn, type Dependence } from "./dependence.ts";
import { effectiveSampleSize } from "./effectiveSampleSize.ts";
import type { Estimate } from "./estimate.ts";
import { overClusters } from "./overClusters.ts";

/**
 * How often something happens, with Wilson's score interval for as many trials as the effective sample size says, and never for more than there are. It has its width at the ends too: what
 * never happened in a hundred trials may still happen.
 *
 * @param happened 1 or 0 (or true and false) an observation, at least one.
 * @returns Rates in [0, 1].
 * @throws RangeError if there are no observations, or the level is out of (0, 1).
 * @see Wilson (1927), Probable Inference, the Law of Succession, and Statistical Inference, JASA 22.
 * @example
 * const { value, high } = estimateRate(new Uint8Array(100), { dependence: { kind: "independent" } });
 * [value, high.toFixed(4)] // [0, "0.0370"]
 */
export function estimateRate(
  happened: ArrayLike<number>,
  { dependence, level = 0.95 }: { readonly dependence: Dependence; readonly level?: number },
): Estimate {
  if (happened.length === 0) throw new RangeError("estimateRate: happened is empty, expected an observation");
  if (!(level > 0 && level < 1))
    throw new RangeError(`estimateRate: level is ${level}, expected a number in (0, 1)`);
  const [estimate] = overClusters(dependence, level, (of, at) => [wilson(happened, of, at)]);
  return estimate;
}

function wilson(happened: ArrayLike<number>, dependence: Dependence, level: number): Estimate {
  let sum = 0;
  for (let i = 0; i < happened.length; i++) sum += happened[i];
  const value = sum / happened.length;
  const n = Math.min(happened.length, effectiveSampleSize(happened, dependence));
  const z = normalQuantile((1 + level) / 2);
  const centre = (value + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const reach = (z / (1 + z ** 2 / n)) * Math.sqrt((value * (1 - value)) / n + z ** 2 / (4 * n ** 2));
  return {
    value,
    low: Math.max(0, Math.min(value, centre - reach)),
    high: Math.min(1, Math.max(value, centre + reach)),
    level,
    method: "Wilson",
    dependence: dependence.kind,
    ...clustersIn(dependence),
    resamples: 0,
    effectiveSampleSize: n,
  };
}
