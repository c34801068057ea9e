import type { Plain, Probabilities } from "../distributions/kinds.ts";
import { expectPair } from "../measures/pair.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { perOutcome } from "./perOutcome.ts";
import { expectSize, type GradientMoments } from "./scoreEstimator.ts";
import { centre } from "./throughSoftmax.ts";

/**
 * A baseline taken from the batch itself: the mean cost of all its draws ("batch-mean"), or for each draw that of the others
 * ("leave-one-out").
 */
export type BatchBaseline = "batch-mean" | "leave-one-out";

/** Where the draws of a batch come from. */
export interface BatchOptions {
  /** What is drawn from, if not Q: each draw then counts q(x)/draws(x) times, in the baseline too. */
  readonly draws?: Probabilities;
}

/**
 * Mean and variance of the score-function estimator with a baseline from its own batch of n draws, exactly.
 *
 * With leave-one-out it is unbiased where `draws` can draw all that Q can, since no draw is compared with itself. With the batch's mean it is on-policy (1 − 1/n) times that. Either is a
 * mean over pairs of draws, a U-statistic, of which Hoeffding knew the variance.
 *
 * @param q The model Q, k probabilities.
 * @param cost k numbers, finite where both q > 0 and draws > 0.
 * @param size n ≥ 2 draws a batch.
 * @returns Nats per unit of a logit, and their square, for the whole batch. Takes k³ steps for k outcomes.
 * @throws RangeError if size is below 2, lengths differ or a cost that counts is infinite.
 * @see Hoeffding (1948), A Class of Statistics with Asymptotically Normal Distribution; Kool, van Hoof & Welling (2019), Buy 4 REINFORCE Samples, Get a
 *   Baseline for Free.
 * @example
 * const q = probabilities([0.5, 0.5]);
 * batchBaselineMoments(q, [1, 0], "batch-mean", 2).mean // [0.125, -0.125]
 * batchBaselineMoments(q, [1, 0], "leave-one-out", 2).mean // [0.25, -0.25]
 * batchBaselineMoments(q, [1, 0], "leave-one-out", 2, { draws: probabilities([0.8, 0.2]) }).mean.map((x) => +x.toFixed(12)) // [0.25, -0.25]
 */
export function batchBaselineMoments(
  q: Probabilities,
  cost: Plain,
  baseline: BatchBaseline,
  size: number,
  { draws = q }: BatchOptions = {},
): GradientMoments {
  const where = "batchBaselineMoments";
  expectSize(where, size);
  const own = shareOfOwn(where, baseline, size);
  const { weights, costs } = weighted(where, q, cost, draws);
  const all = [...draws].flatMap((chance, x) => (chance > 0 ? [x] : []));
  const average = (of: (x: number) => number) =>
    compensatedSum(all.length, (d) => draws[all[d]] * of(all[d]));
  // Of a pair of draws x and y, half of the coefficient of the score of x: with it comes that of y.
  const ofPair = (x: number, y: number) =>
    (weights[x] * (costs[x] - (1 - own) * weights[y] * costs[y] - own * weights[x] * costs[x])) / 2;
  const first = costs.map((_, x) => average((y) => ofPair(x, y)));
  const second = costs.map((_, x) => average((y) => ofPair(y, x)));
  const mean = centre(
    Float64Array.from(q),
    first.map((half, x) => 2 * draws[x] * half),
  );
  const distance = (coefficient: (i: number) => number, total: number) =>
    compensatedSum(mean.length, (i) => (coefficient(i) - total * q[i] - mean[i]) ** 2);
  const pairs = average((x) =>
    average((y) => {
      const [ofX, ofY] = [ofPair(x, y), ofPair(y, x)];
      return distance((i) => (i === x ? ofX : 0) + (i === y ? ofY : 0), ofX + ofY);
    }),
  );
  const singles = average((x) =>
    distance((i) => (i === x ? first[x] : 0) + draws[i] * ofPair(i, x), first[x] + second[x]),
  );
  return { mean, variance: (4 * (size - 2) * singles + 2 * pairs) / (size * (size - 1)) };
}

/**
 * The estimate that one batch of draws gives with a baseline of its own.
 *
 * @param drawn At least two indices of outcomes, drawn from Q, or from `draws`.
 * @throws RangeError if the batch has fewer than two, holds what cannot be drawn, or one that Q can draw, of infinite cost.
 * @example batchBaselineGradient(probabilities([0.5, 0.5]), [1, 0], "leave-one-out", [0, 1]) // [0.5, -0.5]
 */
export function batchBaselineGradient(
  q: Probabilities,
  cost: Plain,
  baseline: BatchBaseline,
  drawn: ArrayLike<number>,
  { draws = q }: BatchOptions = {},
): Float64Array {
  const where = "batchBaselineGradient";
  const size = drawn.length;
  const own = shareOfOwn(where, baseline, size);
  const { weights, costs } = weighted(where, q, cost, draws);
  expectDrawn(where, drawn, draws);
  const total = compensatedSum(size, (d) => weights[drawn[d]] * costs[drawn[d]]);
  const coefficients = new Float64Array(q.length);
  for (let d = 0; d < size; d++) {
    const x = drawn[d];
    const others = (total - weights[x] * costs[x]) / (size - 1);
    const compared = (1 - own) * others + own * weights[x] * costs[x];
    coefficients[x] += (weights[x] * (costs[x] - compared)) / size;
  }
  return centre(Float64Array.from(q), coefficients);
}

/** How often a draw of each outcome counts, and what it costs; 0 where it does not count. */
export function weighted(
  where: string,
  q: Probabilities,
  cost: Plain,
  draws: Probabilities,
): { weights: Float64Array; costs: Float64Array } {
  expectPair(where, q, draws, "probabilities");
  const weights = Float64Array.from(q, (x, i) => (draws[i] > 0 ? x / draws[i] : 0));
  const costs = perOutcome(where, "cost", cost, q.length).map((value, x) => {
    if (weights[x] === 0) return 0;
    if (Number.isFinite(value)) return value;
    throw new RangeError(`${where}: cost[${x}] is ${value}, expected a finite number, since Q can draw it`);
  });
  return { weights, costs };
}

export function expectDrawn(where: string, drawn: ArrayLike<number>, draws: Probabilities): void {
  for (let d = 0; d < drawn.length; d++)
    if (!(draws[drawn[d]] > 0))
      throw new RangeError(`${where}: drawn[${d}] is ${drawn[d]}, expected an outcome that can be drawn`);
}

/** How much a draw counts in its own baseline. */
function shareOfOwn(where: string, baseline: BatchBaseline, size: number): number {
  if (!(size >= 2)) throw new RangeError(`${where}: size is ${size}, expected at least 2 draws`);
  if (baseline === "leave-one-out") return 0;
  if (baseline === "batch-mean") return 1 / size;
  throw new RangeError(`${where}: baseline is ${baseline}, expected "batch-mean" or "leave-one-out"`);
}
