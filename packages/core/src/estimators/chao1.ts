import type { Counts } from "../distributions/kinds.ts";
import { type CountProfile, profileOf, timesOf } from "./countProfile.ts";

/**
 * At least how many outcomes there are, seen or not, by Chao: from how many occurred once, f₁, and twice, f₂. A bound that is met where the rare ones are
 * equally rare.
 *
 * @param sample Whole counts, or their profile.
 * @returns S + (n − 1)/n · f₁²/2f₂, at least the S that were seen; f₁(f₁ − 1)/2 in the place of f₁²/2f₂ where f₂ = 0.
 * @throws RangeError if a count is not whole.
 * @see Chao (1984), Nonparametric Estimation of the Number of Classes in a Population, Scand. J. Statist. 11.
 * @example chao1(counts([4, 2, 1, 1])) // 5.75
 */
export function chao1(sample: Counts | CountProfile): number {
  const profile = profileOf("chao1", sample);
  const { n, seen } = profile;
  const once = timesOf(profile, 1);
  const twice = timesOf(profile, 2);
  const unseen = twice > 0 ? once ** 2 / (2 * twice) : (once * (once - 1)) / 2;
  return seen + ((n - 1) / n) * unseen;
}
