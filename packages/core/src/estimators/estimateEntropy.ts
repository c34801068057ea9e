import type { Counts } from "../distributions/kinds.ts";
import { normalQuantile } from "../numeric/standardNormalTail.ts";
import { createRng, type Rng } from "../rng.ts";
import { type CountProfile, expectAlphabet, profileOf } from "./countProfile.ts";
import { dirichletEntropy, type Posterior } from "./dirichletEntropy.ts";
import {
  assumptionsOf,
  type EntropyAssumption,
  type EntropyEstimator,
  type ResampledEstimator,
  resampledEstimators,
} from "./entropyEstimators.ts";
import { entropyIntervals, sizeOf } from "./entropyIntervals.ts";
import type { Estimate } from "./estimate.ts";
import { nsbEntropy } from "./nsbEntropy.ts";
import { type Recommendation, recommendEstimator } from "./recommendEstimator.ts";
import { unseenOutcomes } from "./unseenOutcomes.ts";

/** How entropies are to be estimated. */
export interface EntropyOptions {
  /** The one or those wanted; all of them unless given. */
  readonly estimators?: readonly EntropyEstimator[];
  /** How many outcomes there are, seen or not. Where it is not given, what needs it takes Chao's estimate, with its uncertainty. */
  readonly alphabet?: number;
  /** 0.95 unless given. */
  readonly level?: number;
  /** Of the Dirichlet prior, on each outcome; ½ unless given. */
  readonly concentration?: number;
  /** 400 unless given. */
  readonly resamples?: number;
  /** `createRng(1)` unless given: the same counts have the same intervals. */
  readonly rng?: Rng;
}

/** One estimate of an entropy, in nats, and what it takes for granted. */
export interface EntropyEstimate extends Estimate {
  readonly estimator: EntropyEstimator;
  readonly assumes: readonly EntropyAssumption[];
}

/** What a sample says of the entropy it was drawn from. */
export interface EntropyEstimates extends Recommendation {
  readonly estimates: readonly EntropyEstimate[];
}

/**
 * The entropy of what a sample was drawn from, by one estimator or all, each with an interval and what it assumes; which of them suits this sample, why, and how many draws would
 * do if these are too few.
 *
 * Draws must be independent. Intervals of `nsb` and `dirichlet` are mean ± z·sd of the posterior, within [0, ln alphabet]; all others come from resampling populations that the sample may have
 * come from, where the bias is known and taken away. How often each holds the truth is measured, in ESTIMATORS.md.
 *
 * @param sample Whole counts, or their profile.
 * @returns Nats.
 * @throws RangeError if a count is not whole, or an option is out of its range.
 * @example
 * const { recommended, estimates } = estimateEntropy(counts([60, 25, 10, 5]));
 * const { value, low, high } = estimates.find(({ estimator }) => estimator === recommended);
 * [recommended, value, low, high].map((x) => (typeof x === "number" ? x.toFixed(2) : x)) // ["millerMadow", "1.05", "0.89", "1.18"]
 */
export function estimateEntropy(
  sample: Counts | CountProfile,
  options: EntropyOptions = {},
): EntropyEstimates {
  const profile = profileOf("estimateEntropy", sample);
  const {
    estimators = Object.keys(assumptionsOf) as EntropyEstimator[],
    alphabet = Infinity,
    level = 0.95,
    resamples = 400,
    concentration = 0.5,
    rng = createRng(1),
  } = options;
  const unknown = estimators.find((name) => !Object.hasOwn(assumptionsOf, name));
  if (unknown !== undefined)
    throw new RangeError(
      `estimateEntropy: estimator is ${unknown}, expected ${Object.keys(assumptionsOf).join(", ")}`,
    );
  if (alphabet !== Infinity) expectAlphabet("estimateEntropy", alphabet, profile);
  if (!(level > 0 && level < 1))
    throw new RangeError(`estimateEntropy: level is ${level}, expected a number in (0, 1)`);
  if (!(Number.isInteger(resamples) && resamples >= 100))
    throw new RangeError(`estimateEntropy: resamples is ${resamples}, expected a whole number from 100`);
  const tail = (1 - level) / 2;
  const resampled = estimators.filter(isResampled);
  const ends =
    resampled.length === 0 ? [] : entropyIntervals(profile, resampled, { alphabet, tail, rng, resamples });
  const posteriors = {
    nsb: (size: number) => nsbEntropy(profile, size),
    dirichlet: (size: number) => dirichletEntropy(profile, concentration, size),
  };
  const shared = { level, dependence: "independent", effectiveSampleSize: profile.n } as const;
  return {
    ...recommendEstimator(profile, alphabet),
    estimates: estimators.map((estimator): EntropyEstimate => {
      const known = { estimator, assumes: assumptionsOf[estimator], ...shared };
      if (isResampled(estimator)) {
        const value = resampledEstimators[estimator](profile, sizeOf(profile, alphabet));
        return { ...known, value, ...ends[resampled.indexOf(estimator)], method: "studentised", resamples };
      }
      const { mean, sd } = overAlphabets(profile, alphabet, posteriors[estimator]);
      const reach = normalQuantile(1 - tail) * sd;
      const low = Math.max(0, mean - reach);
      return {
        ...known,
        value: mean,
        low,
        high: Math.min(Math.log(alphabet), mean + reach),
        method: "posterior",
        resamples: 0,
      };
    }),
  };
}

function isResampled(estimator: EntropyEstimator): estimator is ResampledEstimator {
  return estimator in resampledEstimators;
}

const alphabetsTried = 7;

/** The posterior given the alphabet; where that is not known, mixed over as many as there may be. */
function overAlphabets(
  profile: CountProfile,
  alphabet: number,
  posteriorOf: (alphabet: number) => Posterior,
): Posterior {
  if (alphabet !== Infinity) return posteriorOf(alphabet);
  const unseenAt = unseenOutcomes(profile, alphabet);
  const sizes = Array.from(
    { length: alphabetsTried },
    (_, i) => profile.seen + unseenAt((i + 0.5) / alphabetsTried),
  );
  if (sizes[0] === sizes.at(-1)) return posteriorOf(sizes[0]);
  const posteriors = sizes.map(posteriorOf);
  const mean = posteriors.reduce((sum, posterior) => sum + posterior.mean, 0) / alphabetsTried;
  const variance =
    posteriors.reduce((sum, { mean: m, sd }) => sum + sd ** 2 + (m - mean) ** 2, 0) / alphabetsTried;
  return { mean, sd: Math.sqrt(variance) };
}
