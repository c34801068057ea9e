import type { Plain, Probabilities } from "../distributions/kinds.ts";
import { expectKind } from "../distributions/kinds.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { perOutcome } from "./perOutcome.ts";
import { expectSize, type GradientMoments } from "./scoreEstimator.ts";
import { throughSoftmax } from "./throughSoftmax.ts";

/**
 * A baseline taken from the batch itself: the mean cost of all its draws ("batch-mean"), or for each draw that of the others
 * ("leave-one-out").
 */
export type BatchBaseline = "batch-mean" | "leave-one-out";

/**
 * Mean and variance of the score-function estimator with a baseline from its own batch of n draws of Q, exactly.
 *
 * With leave-one-out it is the sample covariance of cost and score, unbiased; with the batch's mean it is (1 − 1/n) times that, since a draw that is
 * compared with itself counts as no news. A covariance is a U-statistic of pairs, of which Hoeffding knew the variance.
 *
 * @param q The model Q, k probabilities.
 * @param cost k numbers, finite where q > 0.
 * @param size n ≥ 2 draws a batch.
 * @returns Nats per unit of a logit, and their square, for the whole batch. Takes k³ steps for k outcomes.
 * @throws RangeError if size is below 2, lengths differ or a cost that can be drawn is infinite.
 * @see Hoeffding (1948), A Class of Statistics with Asymptotically Normal Distribution; Kool, van Hoof & Welling (2019), Buy 4 REINFORCE Samples, Get a
 *   Baseline for Free.
 * @example
 * const q = probabilities([0.5, 0.5]);
 * batchBaselineMoments(q, [1, 0], "batch-mean", 2).mean // [0.125, -0.125]
 * batchBaselineMoments(q, [1, 0], "leave-one-out", 2).mean // [0.25, -0.25]
 */
export function batchBaselineMoments(
  q: Probabilities,
  cost: Plain,
  baseline: BatchBaseline,
  size: number,
): GradientMoments {
  const where = "batchBaselineMoments";
  expectKind(where, "q", q, "probabilities");
  expectSize(where, size);
  const scale = shrink(where, baseline, size);
  const costs = perOutcome(where, "cost", cost, q.length);
  const drawn = [...q].flatMap((chance, x) => (chance > 0 ? [x] : []));
  for (const x of drawn)
    if (!Number.isFinite(costs[x]))
      throw new RangeError(
        `${where}: cost[${x}] is ${costs[x]}, expected a finite number, since Q can draw it`,
      );
  const average = (of: (x: number) => number) =>
    compensatedSum(drawn.length, (d) => q[drawn[d]] * of(drawn[d]));
  const mean = throughSoftmax(q, costs);
  // Half of (cost(x) − cost(y))·(score(x) − score(y)), of which the sample covariance is the mean over pairs: x and y move one logit each.
  const ofPair = (x: number, y: number) => (costs[x] - costs[y]) / 2;
  const distance = (x: number, y: number) => {
    const half = ofPair(x, y);
    return compensatedSum(mean.length, (i) => ((i === x ? half : 0) - (i === y ? half : 0) - mean[i]) ** 2);
  };
  const pairs = average((x) => average((y) => distance(x, y)));
  const singles = average((x) =>
    compensatedSum(mean.length, (i) => {
      const pulled = q[i] > 0 ? q[i] * ofPair(i, x) : 0;
      const own = i === x ? average((y) => ofPair(x, y)) : 0;
      return (own + pulled - mean[i]) ** 2;
    }),
  );
  const variance = (4 * (size - 2) * singles + 2 * pairs) / (size * (size - 1));
  return { mean: mean.map((m) => scale * m), variance: scale ** 2 * variance };
}

/**
 * The estimate that one batch of draws of Q gives with a baseline of its own.
 *
 * @param drawn At least two indices of outcomes, drawn from Q.
 * @throws RangeError if the batch has fewer than two, holds what is no outcome, or one of infinite cost.
 * @example batchBaselineGradient(probabilities([0.5, 0.5]), [1, 0], "leave-one-out", [0, 1]) // [0.5, -0.5]
 */
export function batchBaselineGradient(
  q: Probabilities,
  cost: Plain,
  baseline: BatchBaseline,
  drawn: ArrayLike<number>,
): Float64Array {
  const where = "batchBaselineGradient";
  expectKind(where, "q", q, "probabilities");
  const scale = shrink(where, baseline, drawn.length);
  const costs = perOutcome(where, "cost", cost, q.length);
  for (let d = 0; d < drawn.length; d++)
    if (!Number.isFinite(costs[drawn[d]]))
      throw new RangeError(`${where}: drawn[${d}] is ${drawn[d]}, expected an outcome of finite cost`);
  const average = compensatedSum(drawn.length, (d) => costs[drawn[d]]) / drawn.length;
  const gradient = new Float64Array(q.length);
  for (let d = 0; d < drawn.length; d++) gradient[drawn[d]] += costs[drawn[d]] - average;
  return gradient.map((sum) => (scale * sum) / (drawn.length - 1));
}

/** How much of the sample covariance is left. */
function shrink(where: string, baseline: BatchBaseline, size: number): number {
  if (size < 2) throw new RangeError(`${where}: size is ${size}, expected at least 2 draws`);
  if (baseline === "leave-one-out") return 1;
  if (baseline === "batch-mean") return 1 - 1 / size;
  throw new RangeError(`${where}: baseline is ${baseline}, expected "batch-mean" or "leave-one-out"`);
}
