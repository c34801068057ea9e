import { type Counts, ofKind, type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { logits } from "../distributions/logits.ts";
import { sampleCounts } from "../distributions/sampleCounts.ts";
import { laplaceSmoothing } from "../distributions/smoothing.ts";
import { softmax } from "../distributions/softmax.ts";
import { createRng, type Rng } from "../rng.ts";
import type { Nats } from "../units.ts";

/** What is asked of a pair of samples. */
export interface PairTest {
  readonly samples: readonly [Counts, Counts];
  readonly draws: readonly [number, number];
  readonly concentration: number;
  /** How much of the distribution of the estimate is to lie beyond what was found, at either end. */
  readonly tail: number;
  /** How often a pair of distributions is sampled, at least. */
  readonly resamples: number;
  readonly rng: Rng;
}

/**
 * An interval for a divergence of two distributions by inverting a test. Pairs of distributions are gone through, from both alike to farther and farther apart, P_θ ∝ M^(1−θ)·P^θ and Q_θ likewise, where P and Q
 * are the smoothed frequencies, and M those of both samples together; the interval has the divergences of those from which an estimate like the one found is no surprise, neither so large nor so small.
 *
 * No bias has to be taken off, since each pair is sampled, and the ends are never below 0.
 *
 * @param measure 0 between equal distributions, and growing with θ.
 * @param most The largest there is, for samples that no pair is too far apart for.
 * @see Carpenter (1999), Test Inversion Bootstrap Confidence Intervals, J. R. Stat. Soc. B 61(1); DiCiccio & Romano (1990), Nonparametric Confidence Limits by Resampling Methods
 *   and Least Favorable Families, Int. Stat. Rev. 58(1).
 */
export function pairInversion(
  measure: (p: Probabilities, q: Probabilities) => Nats,
  most: Nats,
  { samples, draws, concentration, tail, resamples, rng }: PairTest,
): { readonly low: Nats; readonly high: Nats } {
  // laplaceSmoothing without its checks: it is called thousands of times.
  const smoothed = (sample: Counts, total: number) => {
    const sum = total + concentration * sample.length;
    return ofKind(
      "probabilities",
      valuesOf(sample).map((count) => (count + concentration) / sum),
    );
  };
  const estimate = ([p, q]: readonly [Counts, Counts]) =>
    measure(smoothed(p, draws[0]), smoothed(q, draws[1]));
  if (samples[0].length === 1) return { low: 0, high: 0 };
  const found = estimate(samples);
  const pairAt = familyOf(samples, concentration);
  const times = Math.ceil(Math.max(resamples, 5 / tail));
  const wanted = Math.floor(tail * (times + 1) - 1) + 1;
  const seed = rng.uint32();
  /** Estimates from new samples, the same draws for each θ, so that one end only is found. */
  const sampledAt = (theta: number): (() => Nats) => {
    const [p, q] = pairAt(theta);
    const own = createRng(seed);
    return () => estimate([sampleCounts(p, draws[0], own), sampleCounts(q, draws[1], own)]);
  };
  /** Whether estimates at θ that are as large, or as small, are more than `tail` of all. */
  const isUsual = (theta: number, value: Nats, side: 1 | -1): boolean => {
    const again = sampledAt(theta);
    let asFar = 0;
    for (let left = times; asFar < wanted; left--) {
      if (asFar + left < wanted) return false;
      if (side * (again() - value) >= -rounding * value) asFar++;
    }
    return true;
  };
  /** Of samples more alike than even those of one distribution are: the least that they usually give. */
  const least = () => Float64Array.from({ length: times }, sampledAt(0)).sort()[wanted - 1];
  const largest = isUsual(0, found, -1) ? found : least();
  const low = first((theta) => isUsual(theta, found, 1));
  const high = first((theta) => !isUsual(theta, largest, -1));
  const at = (theta: number) => (theta === Infinity ? most : measure(...pairAt(theta)));
  return { low: at(low), high: at(high) };
}

const rounding = 1e-12;
/** At 64 times the logarithms of the frequencies, all of either distribution is on one outcome. */
const farthest = 64;
const halvings = 7;

/** The smallest θ at which something is true that stays so from there; ∞ if it is nowhere. */
function first(isTrue: (theta: number) => boolean): number {
  if (isTrue(0)) return 0;
  let [before, after] = [0, 1];
  while (!isTrue(after)) {
    if (after >= farthest) return Infinity;
    [before, after] = [after, 2 * after];
  }
  for (let halving = 0; halving < halvings; halving++) {
    const middle = (before + after) / 2;
    if (isTrue(middle)) after = middle;
    else before = middle;
  }
  return after;
}

function familyOf(
  [p, q]: readonly [Counts, Counts],
  concentration: number,
): (theta: number) => [Probabilities, Probabilities] {
  const together = ofKind(
    "counts",
    valuesOf(p).map((count, i) => count + q[i]),
  );
  const logsOf = (sample: Counts) => valuesOf(laplaceSmoothing(sample, concentration)).map(Math.log);
  const [middle, ofP, ofQ] = [together, p, q].map(logsOf);
  if (ofP.every((log, i) => Math.abs(log - ofQ[i]) <= rounding))
    // What is alike goes apart no way of its own: every other outcome is raised in P, and lowered in Q.
    for (let i = 0; i < middle.length; i += 2) {
      ofP[i] += 1;
      ofQ[i] -= 1;
    }
  return (theta) => {
    const at = (own: Float64Array) =>
      softmax(logits(middle.map((log, i) => (1 - theta) * log + theta * own[i])));
    return [at(ofP), at(ofQ)];
  };
}
