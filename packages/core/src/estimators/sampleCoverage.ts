import type { Counts } from "../distributions/kinds.ts";
import { normalQuantile } from "../numeric/standardNormalTail.ts";
import { type CountProfile, profileOf, timesOf } from "./countProfile.ts";

/** How much of the distribution a sample has met. */
export interface SampleCoverage {
  /** Good and Turing's estimate of the probability that the next draw is of an outcome already seen: 1 − f₁/n, in [0, 1]. */
  readonly coverage: number;
  /** That it is a new one: f₁/n, where f₁ outcomes occurred once. */
  readonly unseenMass: number;
  /** The ends of an interval for the unseen mass. */
  readonly low: number;
  readonly high: number;
}

/**
 * The probability that the next draw is of an outcome already seen, and that it is a new one, by Good and Turing; with Esty's interval for the latter, which reaches at least to what n draws may well miss.
 *
 * @param sample Whole counts, or their profile.
 * @param level How often the interval is to hold the mass that this sample did not meet; 0.95 unless given.
 * @throws RangeError if a count is not whole, or the level is out of (0, 1).
 * @see Good (1953), The Population Frequencies of Species, Biometrika 40; Esty (1983), A Normal Limit Law for a Nonparametric Estimator of the Coverage of a Random Sample, Ann. Statist. 11.
 * @example sampleCoverage(counts([4, 2, 1, 1])).coverage // 0.75
 */
export function sampleCoverage(sample: Counts | CountProfile, level = 0.95): SampleCoverage {
  const profile = profileOf("sampleCoverage", sample);
  if (!(level > 0 && level < 1))
    throw new RangeError(`sampleCoverage: level is ${level}, expected a number in (0, 1)`);
  const { n } = profile;
  const once = timesOf(profile, 1);
  const unseenMass = once / n;
  const tail = (1 - level) / 2;
  const reach = (normalQuantile(1 - tail) * Math.sqrt(once * (1 - unseenMass) + 2 * timesOf(profile, 2))) / n;
  // Mass m is missed by n draws with probability (1 − m)ⁿ.
  const missable = -Math.expm1(Math.log(tail) / n);
  return {
    coverage: 1 - unseenMass,
    unseenMass,
    low: Math.max(0, unseenMass - reach),
    high: Math.min(1, Math.max(missable, unseenMass + reach)),
  };
}
