import { toProbabilities } from "../distributions/conversions.ts";
import {
  type Counts,
  expectKind,
  type LogProbabilities,
  type Probabilities,
} from "../distributions/kinds.ts";
import { normalize } from "../distributions/normalize.ts";
import { expectPositive } from "../distributions/parameter.ts";
import { sampleCounts } from "../distributions/sampleCounts.ts";
import { laplaceSmoothing } from "../distributions/smoothing.ts";
import { crossEntropy } from "../measures/crossEntropy.ts";
import { jensenShannonDivergence } from "../measures/jensenShannonDivergence.ts";
import { klDivergence } from "../measures/klDivergence.ts";
import { type SupportMismatch, supportMismatch } from "../measures/supportMismatch.ts";
import { sortedQuantile } from "../numeric/sortedQuantile.ts";
import { createRng, type Rng } from "../rng.ts";
import type { Nats } from "../units.ts";
import { profileOf } from "./countProfile.ts";
import { enoughResamples } from "./enoughResamples.ts";
import type { Estimate } from "./estimate.ts";
import { pairInversion } from "./pairInversion.ts";
import { meanCrossEntropy, meanKl, posteriorDraws } from "./pairPosterior.ts";

/** What is estimated of two samples: D(P‖Q), H(P,Q), or the Jensen–Shannon divergence. */
export type PairQuantity = "kl" | "crossEntropy" | "jensenShannon";

/** By the frequencies; by frequencies with the concentration added to each count; or the posterior mean under a Dirichlet prior of that concentration. */
export type PairEstimator = "plugIn" | "smoothed" | "bayesian";

/** How a quantity of two distributions is to be estimated. */
export interface PairOptions {
  readonly estimator: PairEstimator;
  /** Of the Dirichlet prior, or added to each count, on each outcome listed; ½ unless given. */
  readonly concentration?: number;
  /** 0.95 unless given. */
  readonly level?: number;
  /** How often the pair is sampled anew, or drawn from the posterior; 1000 unless given, and 10/(1 − level) where that is more. */
  readonly resamples?: number;
  /** `createRng(1)` unless given: the same counts have the same interval. */
  readonly rng?: Rng;
}

/** An estimate from two samples, in nats. */
export interface PairEstimate extends Estimate {
  readonly quantity: PairQuantity;
  readonly estimator: PairEstimator;
  /** Only where the value is infinite: what was drawn from P and never from Q, and which share of the draws from P that is. */
  readonly mismatch?: SupportMismatch;
  /** Whether the interval may be relied on: that of a finite plug-in value, a smoothed one of a divergence with 5 draws of each an outcome listed, the others with 50. */
  readonly isEnough: boolean;
  /** How many draws of each that takes; as many as there are of the fewer if they are enough. */
  readonly drawsWanted: number;
}

const pairEstimators: readonly PairEstimator[] = ["plugIn", "smoothed", "bayesian"];
/** From how many draws an outcome on an interval is to be relied on. */
const drawsAnOutcome = { inversion: 5, others: 50 };

type Distribution = Probabilities | LogProbabilities;
type Measure = (p: Distribution, q: Distribution) => Nats;

const measures: Readonly<Record<PairQuantity, Measure>> = {
  kl: (p, q) => klDivergence(p, q),
  crossEntropy,
  jensenShannon: (p, q) => jensenShannonDivergence(plain(p), plain(q)),
};

/**
 * D(P‖Q), H(P,Q) or the Jensen–Shannon divergence of what two samples were drawn from, with an interval.
 *
 * Draws must be independent, and the outcomes listed all that there are. The "smoothed" interval of a divergence has the divergences of the pairs from which such samples are no surprise, on the way from both alike through the
 * smoothed frequencies and beyond (inversion of a test). "plugIn", and "smoothed" for H(P,Q), sample the smoothed frequencies anew; the errors found there, bias included, are taken away
 * from the value; resamples on which it is infinite are left out. An infinite plug-in value is no news of the truth, since what was not drawn need not be impossible: its interval is [0, ∞]. "bayesian" has quantiles of the posterior.
 * How often they hold the truth is measured in ESTIMATORS.md.
 *
 * @param p Whole counts of draws from the truth P.
 * @param q Whole counts of draws from the model Q, over the same outcomes.
 * @throws RangeError if a count is not whole, the lengths differ, or an option is out of its range.
 * @see Wolpert & Wolf (1995), Phys. Rev. E 52, for posterior means; Davison & Hinkley (1997), §5.2, for the basic interval.
 * @example
 * const [p, q] = [counts([30, 50, 20]), counts([60, 25, 15])];
 * const { value, low, high } = estimatePair("kl", p, q, { estimator: "bayesian" });
 * [value, low, high].map((nats) => nats.toFixed(1)) // ["0.2", "0.1", "0.4"]
 */
export function estimatePair(
  quantity: PairQuantity,
  p: Counts,
  q: Counts,
  options: PairOptions,
): PairEstimate {
  const { estimator, concentration = 0.5, level = 0.95, rng = createRng(1) } = options;
  const { resamples = enoughResamples(level) } = options;
  if (!Object.hasOwn(measures, quantity))
    throw new RangeError(
      `estimatePair: quantity is ${quantity}, expected ${Object.keys(measures).join(", ")}`,
    );
  if (!pairEstimators.includes(estimator))
    throw new RangeError(`estimatePair: estimator is ${estimator}, expected ${pairEstimators.join(", ")}`);
  const [fromP, fromQ] = expectSamples(p, q);
  expectPositive("estimatePair", "concentration", concentration);
  if (!(level > 0 && level < 1))
    throw new RangeError(`estimatePair: level is ${level}, expected a number in (0, 1)`);
  if (!(Number.isInteger(resamples) && resamples >= 100))
    throw new RangeError(`estimatePair: resamples is ${resamples}, expected a whole number from 100`);
  const task = {
    quantity,
    samples: [p, q],
    draws: [fromP, fromQ],
    concentration,
    level,
    resamples,
    rng,
  } as const;
  const found = estimator === "bayesian" ? byPosterior(task) : byResampling(task, estimator);
  const draws = Math.min(fromP, fromQ);
  const wanted = drawsAnOutcome[found.method === "inversion" ? "inversion" : "others"] * p.length;
  const isEnough = found.resamples > 0 && (estimator === "plugIn" || draws >= wanted);
  return {
    quantity,
    estimator,
    level,
    dependence: "independent",
    effectiveSampleSize: draws,
    ...found,
    isEnough,
    drawsWanted: isEnough ? draws : wanted,
  };
}

interface Task extends Required<Omit<PairOptions, "estimator">> {
  readonly quantity: PairQuantity;
  readonly samples: readonly [Counts, Counts];
  readonly draws: readonly [number, number];
}

type Found = Pick<PairEstimate, "value" | "low" | "high" | "method" | "resamples" | "mismatch">;

function byPosterior({ quantity, samples, concentration, level, resamples, rng }: Task): Found {
  const drawn = posteriorDraws(measures[quantity], samples, { concentration, resamples, rng });
  const means = {
    kl: () => meanKl(...samples, concentration),
    crossEntropy: () => meanCrossEntropy(...samples, concentration),
    jensenShannon: () => drawn.reduce((sum, draw) => sum + draw / resamples, 0),
  };
  const [low, high] = [(1 - level) / 2, (1 + level) / 2].map((share) => sortedQuantile(drawn, share));
  return { value: means[quantity](), low, high, method: "posterior", resamples };
}

function byResampling(
  { quantity, samples, draws, concentration, level, resamples, rng }: Task,
  estimator: "plugIn" | "smoothed",
): Found {
  const measure = measures[quantity];
  const smoothed = (sample: Counts) => laplaceSmoothing(sample, concentration);
  const shaped = estimator === "plugIn" ? normalize : smoothed;
  const [p, q] = samples.map(shaped);
  const value = measure(p, q);
  const unknown = { value, low: 0, high: Infinity, method: "basic", resamples: 0 } as const;
  if (value === Infinity) return { ...unknown, mismatch: supportMismatch(p, q) };
  if (estimator === "smoothed" && quantity !== "crossEntropy") {
    const tail = (1 - level) / 2;
    const test = { samples, draws, concentration, tail, resamples: resamples / 5, rng };
    const most = quantity === "jensenShannon" ? Math.LN2 : Infinity;
    return { value, ...pairInversion(measure, most, test), method: "inversion", resamples };
  }
  const populations = samples.map(smoothed);
  const truth = measure(populations[0], populations[1]);
  const again = (which: 0 | 1) => shaped(sampleCounts(populations[which], draws[which], rng));
  const errors = Float64Array.from({ length: resamples }, () => measure(again(0), again(1)) - truth)
    .filter(Number.isFinite)
    .sort();
  if (errors.length === 0) return unknown;
  const end = (share: number) => Math.max(0, value - sortedQuantile(errors, share));
  const [low, high] = [end((1 + level) / 2), end((1 - level) / 2)];
  return { value, low, high, method: "basic", resamples: errors.length };
}

function plain(p: Distribution): Probabilities {
  return p.kind === "probabilities" ? p : toProbabilities(p);
}

/** How many draws each has. */
function expectSamples(p: Counts, q: Counts): [number, number] {
  expectKind("estimatePair", "p", p, "counts");
  expectKind("estimatePair", "q", q, "counts");
  if (p.length !== q.length)
    throw new RangeError(
      `estimatePair: p has ${p.length} outcomes and q has ${q.length}, expected the same outcomes`,
    );
  return [profileOf("estimatePair", p).n, profileOf("estimatePair", q).n];
}
