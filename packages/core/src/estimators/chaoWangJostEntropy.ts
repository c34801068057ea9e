import type { Counts } from "../distributions/kinds.ts";
import { digamma } from "../numeric/digamma.ts";
import { logTail } from "../numeric/logTail.ts";
import type { Nats } from "../units.ts";
import { type CountProfile, profileOf, sumOverSeen, timesOf } from "./countProfile.ts";
import { rareRate } from "./rareRate.ts";

/**
 * Chao, Wang and Jost's estimate: Σ (nᵢ/n)(ψ(n) − ψ(nᵢ)), which is unbiased but for what only more than n draws could tell, and an estimate of that
 * from how many outcomes occurred once and twice.
 *
 * @param sample Whole counts, or their profile.
 * @returns Nats, ≥ 0.
 * @throws RangeError if a count is not whole.
 * @see Chao, Wang & Jost (2013), Entropy and the Species Accumulation Curve, Methods Ecol. Evol. 4.
 * @example chaoWangJostEntropy(counts([4, 2, 1, 1])).toFixed(4) // "1.5652"
 */
export function chaoWangJostEntropy(sample: Counts | CountProfile): Nats {
  const profile = profileOf("chaoWangJostEntropy", sample);
  const { n } = profile;
  const known = sumOverSeen(profile, (count) => (count / n) * (digamma(n) - digamma(count)));
  const once = timesOf(profile, 1);
  // With A the rate, (1 − A)^(1 − n)·(−ln A − Σ (1 − A)^r/r over r < n) is Σ (1 − A)^(r − n + 1)/r over r ≥ n.
  return once === 0 ? known : known + (once / n) * logTail(rareRate(profile), n);
}
