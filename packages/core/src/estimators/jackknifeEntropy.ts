import type { Counts } from "../distributions/kinds.ts";
import type { Nats } from "../units.ts";
import { type CountProfile, profileOf, sumOverSeen } from "./countProfile.ts";

/**
 * The jackknifed plug-in estimate, n·H − (n − 1)·mean of the H without each draw in turn. It has the closed form Δ(n) − Σ (nᵢ/n) Δ(nᵢ)
 * with Δ(m) = m ln m − (m − 1) ln(m − 1).
 *
 * @param sample Whole counts, or their profile.
 * @returns Nats, ≥ 0.
 * @throws RangeError if a count is not whole.
 * @see Zahl (1977), Jackknifing an Index of Diversity, Ecology 58(4).
 * @example jackknifeEntropy(counts([4, 2, 1, 1])).toFixed(4) // "1.5429"
 */
export function jackknifeEntropy(sample: Counts | CountProfile): Nats {
  const profile = profileOf("jackknifeEntropy", sample);
  const { n } = profile;
  return sumOverSeen(profile, (count) => (count / n) * (step(n) - step(count)));
}

/** m ln m − (m − 1) ln(m − 1), which is near 1 + ln m. */
function step(m: number): number {
  return m === 1 ? 0 : Math.log(m) - (m - 1) * Math.log1p(-1 / m);
}
