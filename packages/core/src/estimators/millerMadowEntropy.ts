import type { Counts } from "../distributions/kinds.ts";
import type { Nats } from "../units.ts";
import { type CountProfile, profileOf } from "./countProfile.ts";
import { plugInEntropy } from "./plugInEntropy.ts";

/**
 * Miller and Madow's estimate: the plug-in one and (S − 1)/2n more, for S outcomes seen. It takes the first term of the bias away, as far as every
 * outcome was seen.
 *
 * @param sample Whole counts, or their profile.
 * @returns Nats, ≥ 0.
 * @throws RangeError if a count is not whole.
 * @see Miller (1955), Note on the Bias of Information Estimates.
 * @example millerMadowEntropy(counts([4, 2, 1, 1])).toFixed(4) // "1.4005"
 */
export function millerMadowEntropy(sample: Counts | CountProfile): Nats {
  const profile = profileOf("millerMadowEntropy", sample);
  return plugInEntropy(profile) + (profile.seen - 1) / (2 * profile.n);
}
