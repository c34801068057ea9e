import type { Counts } from "../distributions/kinds.ts";
import type { Nats } from "../units.ts";
import { type CountProfile, profileOf, sumOverSeen } from "./countProfile.ts";

/**
 * The entropy of the frequencies themselves, the maximum-likelihood estimate: ln n − Σ (nᵢ/n) ln nᵢ. Too small on average, always, by about
 * (K − 1)/2n for an alphabet of K.
 *
 * @param sample Whole counts, or their profile.
 * @returns Nats, in [0, ln n].
 * @throws RangeError if a count is not whole.
 * @see Basharin (1959), On a Statistical Estimate for the Entropy of a Sequence of Independent Random Variables, Theory Probab. Appl. 4(3).
 * @example plugInEntropy(counts([4, 2, 1, 1])).toFixed(4) // "1.2130"
 */
export function plugInEntropy(sample: Counts | CountProfile): Nats {
  const profile = profileOf("plugInEntropy", sample);
  const { n } = profile;
  return 0 - sumOverSeen(profile, (count) => (count / n) * Math.log(count / n));
}
