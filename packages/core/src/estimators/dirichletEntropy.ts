import type { Counts } from "../distributions/kinds.ts";
import { expectPositive } from "../distributions/parameter.ts";
import { digamma, trigammaExcess } from "../numeric/digamma.ts";
import type { Nats } from "../units.ts";
import { type CountProfile, expectAlphabet, profileOf, sumOverSeen } from "./countProfile.ts";

/** What is believed of an entropy once the sample is known. */
export interface Posterior {
  readonly mean: Nats;
  /** The standard deviation, ≥ 0. */
  readonly sd: Nats;
}

/**
 * The entropy under a Dirichlet prior of so much weight on every outcome: mean and standard deviation of the posterior, in closed form. Where few were drawn from many,
 * the prior says more than the sample; `nsbEntropy` does not settle on one.
 *
 * @param sample Whole counts, or their profile.
 * @param concentration The weight on each outcome, above 0: 1 is Laplace's, ½ Jeffreys', 1/alphabet Perks'.
 * @param alphabet How many outcomes there are, seen or not; as many as are listed unless given.
 * @returns Nats, the mean in [0, ln alphabet].
 * @throws RangeError if a count is not whole, the concentration is not above 0, or the alphabet is smaller than what was seen.
 * @see Wolpert & Wolf (1995), Estimating Functions of Probability Distributions from a Finite Set of Samples, Phys. Rev. E 52.
 * @example dirichletEntropy(counts([4, 2, 1, 1]), 0.5).mean.toFixed(4) // "1.1400"
 */
export function dirichletEntropy(
  sample: Counts | CountProfile,
  concentration: number,
  alphabet?: number,
): Posterior {
  const profile = profileOf("dirichletEntropy", sample);
  expectPositive("dirichletEntropy", "concentration", concentration);
  expectAlphabet("dirichletEntropy", alphabet ?? profile.listed, profile);
  const { mean, variance } = dirichletMoments(profile, concentration, alphabet ?? profile.listed);
  return { mean, sd: Math.sqrt(variance) };
}

/**
 * Mean and variance of the posterior. With α = count + weight, A = Σα, w = α/A, V the variance of ψ(α+1) under w, and r(z) = zψ′(z) − 1, the variance
 * is (V + Σ w·r(α+1) − r(A+1))/(A+1): Wolpert and Wolf's sums over pairs, with what cancels cancelled.
 */
export function dirichletMoments(
  profile: CountProfile,
  weight: number,
  alphabet: number,
): { mean: Nats; variance: number } {
  const total = profile.n + alphabet * weight;
  const unseen = alphabet - profile.seen;
  const average = (f: (alpha: number) => number) =>
    (sumOverSeen(profile, (count) => (count + weight) * f(count + weight)) + unseen * weight * f(weight)) /
    total;
  const mean = average((alpha) => digamma(total + 1) - digamma(alpha + 1));
  const excess = average((alpha) => trigammaExcess(alpha + 1)) - trigammaExcess(total + 1);
  const spread = average((alpha) => (digamma(total + 1) - digamma(alpha + 1) - mean) ** 2);
  return { mean, variance: Math.max(0, (spread + excess) / (total + 1)) };
}
