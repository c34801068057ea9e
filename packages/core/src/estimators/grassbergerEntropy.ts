import type { Counts } from "../distributions/kinds.ts";
import { digamma } from "../numeric/digamma.ts";
import type { Nats } from "../units.ts";
import { type CountProfile, profileOf, sumOverSeen } from "./countProfile.ts";

/**
 * Grassberger's estimate of 2003: ln n − Σ (nᵢ/n) G(nᵢ), with G(m) = ψ(m) + ½(−1)ᵐ(ψ((m+1)/2) − ψ(m/2)). Were the counts Poisson, what is left
 * of the bias would be smaller than of any other sum of this form that is as steady.
 *
 * @param sample Whole counts, or their profile.
 * @returns Nats; a little below 0 is possible.
 * @throws RangeError if a count is not whole.
 * @see Grassberger (2003), Entropy Estimates from Insufficient Samplings, arXiv:physics/0307138, eq. 28 and 35.
 * @example grassbergerEntropy(counts([4, 2, 1, 1])).toFixed(4) // "1.5165"
 */
export function grassbergerEntropy(sample: Counts | CountProfile): Nats {
  const profile = profileOf("grassbergerEntropy", sample);
  const { n } = profile;
  return sumOverSeen(profile, (count) => (count / n) * (Math.log(n) - correctedLog(count)));
}

// G(2k + 1) = G(2k) = ψ(k + ½) + ln 2, by the duplication formula; ψ(½) + ln 2 = −γ − ln 2 for k = 0.
function correctedLog(count: number): number {
  return digamma(Math.floor(count / 2) + 0.5) + Math.LN2;
}
