import type { Counts } from "../distributions/kinds.ts";
import { type CountProfile, profileOf, timesOf } from "./countProfile.ts";

/** How much of the distribution a sample has met. */
export interface SampleCoverage {
  /** Good and Turing's estimate of the probability that the next draw is of an outcome already seen: 1 − f₁/n, in [0, 1]. */
  readonly coverage: number;
  /** That it is a new one: f₁/n, where f₁ outcomes occurred once. */
  readonly unseenMass: number;
}

/**
 * The probability that the next draw is of an outcome already seen, and that it is a new one, by Good and Turing.
 *
 * @param sample Whole counts, or their profile.
 * @throws RangeError if a count is not whole.
 * @see Good (1953), The Population Frequencies of Species, Biometrika 40.
 * @example sampleCoverage(counts([4, 2, 1, 1])) // { coverage: 0.75, unseenMass: 0.25 }
 */
export function sampleCoverage(sample: Counts | CountProfile): SampleCoverage {
  const profile = profileOf("sampleCoverage", sample);
  const unseenMass = timesOf(profile, 1) / profile.n;
  return { coverage: 1 - unseenMass, unseenMass };
}
