import type { Counts } from "../distributions/kinds.ts";
import type { Nats } from "../units.ts";
import { type CountProfile, expectAlphabet, profileOf, sumOverSeen } from "./countProfile.ts";

/**
 * The entropy of frequencies shrunk toward the uniform distribution as far as their own variance says (James and Stein; Hausser and Strimmer).
 *
 * @param sample Whole counts, or their profile.
 * @param alphabet How many outcomes there are, seen or not; as many as are listed unless given.
 * @returns Nats, in [0, ln alphabet].
 * @throws RangeError if a count is not whole, or the alphabet is smaller than what was seen.
 * @see Hausser & Strimmer (2009), Entropy Inference and the James–Stein Estimator, JMLR 10.
 * @example jamesSteinEntropy(counts([4, 2, 1, 1])).toFixed(4) // "1.3863"
 */
export function jamesSteinEntropy(sample: Counts | CountProfile, alphabet?: number): Nats {
  const profile = profileOf("jamesSteinEntropy", sample);
  const outcomes = alphabet ?? profile.listed;
  expectAlphabet("jamesSteinEntropy", outcomes, profile);
  return shrunkEntropy(profile, outcomes, shrinkage(profile, outcomes));
}

/** How far frequencies are to be moved toward the uniform distribution over so many outcomes, in [0, 1]. */
export function shrinkage(profile: CountProfile, outcomes: number): number {
  const { n, seen } = profile;
  const even = 1 / outcomes;
  const spread = sumOverSeen(profile, (count) => (count / n) * (1 - count / n)) / (n - 1);
  const distance = sumOverSeen(profile, (count) => (even - count / n) ** 2) + (outcomes - seen) * even ** 2;
  return n === 1 || distance === 0 ? 1 : Math.min(1, spread / distance);
}

/** The entropy of frequencies moved by that share. */
export function shrunkEntropy(profile: CountProfile, outcomes: number, share: number): Nats {
  const { n, seen } = profile;
  const even = 1 / outcomes;
  const term = (p: number) => (p > 0 ? 0 - p * Math.log(p) : 0);
  return (
    sumOverSeen(profile, (count) => term(share * even + (1 - share) * (count / n))) +
    (outcomes - seen) * term(share * even)
  );
}
