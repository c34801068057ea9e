import type { Counts } from "../distributions/kinds.ts";
import type { Nats } from "../units.ts";
import { type CountProfile, profileOf, sumOverSeen, timesOf } from "./countProfile.ts";

/**
 * Chao and Shen's estimate: frequencies times the coverage, each term divided by the probability of having been seen (Horvitz and Thompson). Of draws that all
 * differ, one is taken to have occurred twice.
 *
 * @param sample Whole counts, or their profile.
 * @returns Nats, ≥ 0.
 * @throws RangeError if a count is not whole.
 * @see Chao & Shen (2003), Nonparametric Estimation of Shannon's Index of Diversity When There Are Unseen Species in Sample, Environ. Ecol. Stat. 10.
 * @example chaoShenEntropy(counts([4, 2, 1, 1])).toFixed(4) // "1.5784"
 */
export function chaoShenEntropy(sample: Counts | CountProfile): Nats {
  const profile = profileOf("chaoShenEntropy", sample);
  const { n } = profile;
  const coverage = 1 - Math.min(timesOf(profile, 1), n - 1) / n;
  return (
    0 -
    sumOverSeen(profile, (count) => {
      const p = (coverage * count) / n;
      return (p * Math.log(p)) / -Math.expm1(n * Math.log1p(-p));
    })
  );
}
