import {
  type BatchBaseline,
  batchBaselineGradient,
  batchBaselineMoments,
  type GradientMoments,
  gradientMoments,
  logits,
  normalize,
  type Probabilities,
  reverseKlCost,
  type ScoreEstimator,
  sampledForwardGradient,
  sampledGradient,
  scoreFunctionGradient,
  selfNormalizedGradient,
  selfNormalizedMoments,
  softmax,
  throughSoftmax,
} from "@surprisal/core";

/** Outcomes, draws in a batch, and how often a draw counts at most where weights are clipped. */
export const [outcomes, batch, clip] = [12, 8, 2];

export const truth = normalize(Array.from({ length: outcomes }, (_, i) => 1 / (i + 1)));
const start = normalize([...truth].reverse());

/** Q on its way from P in reverse order (0) to P (1), in equal steps of its logits. */
export const way = Array.from({ length: 11 }, (_, k) => k / 10);

export function modelAt(share: number): Probabilities {
  return softmax(
    logits(Array.from(start, (q, i) => (1 - share) * Math.log(q) + share * Math.log(truth[i]!))),
  );
}

/** One way to estimate a gradient from a batch: what it does by enumeration, and how to try it. */
export interface Estimator {
  name: string;
  /** The gradient that is to be estimated. */
  exact: Float64Array;
  moments: GradientMoments;
  draws: Probabilities;
  estimate(drawn: readonly number[]): Float64Array;
}

/** Ways to estimate ∇D(P‖Q), the first and the last, and ∇D(Q‖P), the others, from a batch. */
export function estimatorsAt(q: Probabilities) {
  const cost = reverseKlCost(truth, q);
  const forward = Float64Array.from(q, (x, i) => x - truth[i]!);
  const reverse = throughSoftmax(q, cost);
  const single = (name: string, estimator: ScoreEstimator, exact = reverse): Estimator => ({
    name,
    exact,
    moments: gradientMoments(estimator, batch),
    draws: estimator.draws,
    estimate: (drawn) => sampledGradient(estimator, drawn),
  });
  const own = (name: string, baseline: BatchBaseline, draws = q): Estimator => ({
    name,
    exact: reverse,
    moments: batchBaselineMoments(q, cost, baseline, batch, { draws }),
    draws,
    estimate: (drawn) => batchBaselineGradient(q, cost, baseline, drawn, { draws }),
  });
  const weighted = { draws: start, baseline: "optimal" } as const;
  return {
    forward: single("D(P‖Q), draws of P", sampledForwardGradient(truth, q), forward),
    plain: single("D(Q‖P), no baseline", scoreFunctionGradient(q, cost)),
    value: single("… its value", scoreFunctionGradient(q, cost, { baseline: "value" })),
    optimal: single("… the optimal one", scoreFunctionGradient(q, cost, { baseline: "optimal" })),
    leaveOneOut: own("… leave-one-out", "leave-one-out"),
    batchMean: own("… the batch's mean", "batch-mean"),
    weighted: single("… draws of the start", scoreFunctionGradient(q, cost, weighted)),
    clipped: single(`… clipped at ${clip}`, scoreFunctionGradient(q, cost, { ...weighted, clip })),
    weightedLeaveOneOut: own("… their leave-one-out", "leave-one-out", start),
    selfNormalized: {
      name: "… self-normalised",
      exact: reverse,
      moments: selfNormalizedMoments(q, cost, start, batch),
      draws: start,
      estimate: (drawn: readonly number[]) => selfNormalizedGradient(q, cost, start, drawn),
    },
    forwardOfQ: single("D(P‖Q), draws of Q", forwardOfQ(q), forward),
  };
}

/** ∇D(P‖Q) from draws of Q: each counts p/q times. */
function forwardOfQ(q: Probabilities): ScoreEstimator {
  return { draws: q, model: q, coefficients: Float64Array.from(q, (x, i) => -truth[i]! / x) };
}

export function distance(a: Float64Array, b: Float64Array): number {
  return Math.hypot(...a.map((x, i) => x - b[i]!));
}

/** What is rounding, which differs from one machine to the next, is 0. */
export function settled(x: number): number {
  return Math.abs(x) < 1e-12 ? 0 : x;
}
