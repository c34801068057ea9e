import { sortedQuantile } from "../numeric/sortedQuantile.ts";
import type { Rng } from "../rng.ts";
import type { Nats } from "../units.ts";
import { chao1 } from "./chao1.ts";
import { type CountProfile, sumOverSeen } from "./countProfile.ts";
import { type ResampledEstimator, resampledEstimators } from "./entropyEstimators.ts";
import { referencePopulation } from "./referencePopulation.ts";
import { unseenOutcomes } from "./unseenOutcomes.ts";

interface Ends {
  readonly low: Nats;
  readonly high: Nats;
}

/**
 * Intervals for the entropy around estimates from one sample: populations that it may have come from, as uncertain as the number of outcomes not met, are sampled anew, where the error of each estimate is known. Its mean is
 * the bias, taken away; its spread, in units of each resample's own standard error, is the reach. An interval
 * that would leave out the estimate it belongs to is drawn out to it.
 *
 * @param alphabet How many outcomes there are, or ∞ where that is not known.
 * @param tail How much of the distribution is to lie beyond either end.
 * @see Davison & Hinkley (1997), Bootstrap Methods and Their Application, §5.2, for studentised intervals.
 */
export function entropyIntervals(
  profile: CountProfile,
  estimators: readonly ResampledEstimator[],
  { alphabet, tail, rng, resamples }: { alphabet: number; tail: number; rng: Rng; resamples: number },
): Ends[] {
  const most = Math.log(alphabet);
  const own = standardError(profile);
  const estimateBy = (name: ResampledEstimator) =>
    resampledEstimators[name](profile, sizeOf(profile, alphabet));
  const around = (value: Nats, low: Nats, high: Nats) => {
    const within = (end: Nats) => Math.max(0, Math.min(most, end));
    return { low: within(Math.min(value, low)), high: within(Math.max(value, high)) };
  };
  if (profile.seen === 1)
    return estimators.map((name) => around(estimateBy(name), 0, atMost(profile, alphabet, tail)));
  const unseenAt = unseenOutcomes(profile, alphabet);
  const errors = estimators.map(() => new Float64Array(resamples));
  const standardErrors = new Float64Array(resamples);
  for (let r = 0; r < resamples; r++) {
    const population = referencePopulation(profile, unseenAt((r + 0.5) / resamples));
    const drawn = population.draw(rng);
    standardErrors[r] = standardError(drawn);
    estimators.forEach((name, e) => {
      errors[e][r] = resampledEstimators[name](drawn, sizeOf(drawn, alphabet)) - population.entropy;
    });
  }
  return estimators.map((name, e) => {
    const bias = errors[e].reduce((sum, error) => sum + error, 0) / resamples;
    const strays = errors[e].map((error, r) => (error - bias) / standardErrors[r]).sort();
    const value = estimateBy(name);
    const end = (share: number) => value - bias - sortedQuantile(strays, share) * own;
    return around(value, end(1 - tail), end(tail));
  });
}

/** The alphabet, or where it is not known at least how large it must be. */
export function sizeOf(profile: CountProfile, alphabet: number): number {
  return alphabet === Infinity ? Math.ceil(chao1(profile)) : alphabet;
}

/** Of the plug-in estimate: its variance to the first order, Var(ln p)/n, and what is left to the second where all are equally likely. */
function standardError(profile: CountProfile): Nats {
  const { n, seen } = profile;
  const mean = sumOverSeen(profile, (count) => (count / n) * Math.log(count / n));
  const variance = sumOverSeen(profile, (count) => (count / n) * (Math.log(count / n) - mean) ** 2);
  return Math.sqrt(variance / n + seen / (2 * n ** 2));
}

/** All draws were of one outcome: that would happen with probability `tail`, had the others the mass m. */
function atMost({ n }: CountProfile, alphabet: number, tail: number): Nats {
  const others = alphabet === Infinity ? 1 : alphabet - 1;
  if (others === 0) return 0;
  const mass = Math.min(-Math.expm1(Math.log(tail) / n), others / (others + 1));
  return 0 - (1 - mass) * Math.log1p(-mass) - mass * Math.log(mass / others);
}
