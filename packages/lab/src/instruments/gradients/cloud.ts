import {
  aliasTable,
  batchBaselineGradient,
  batchBaselineMoments,
  createRng,
  type GradientMoments,
  gradientMoments,
  type Rng,
  reverseKlCost,
  type ScoreEstimator,
  sampledForwardGradient,
  sampledGradient,
  scoreFunctionGradient,
} from "@surprisal/core";
import type { Gradients } from "./model.ts";

/** How many batches a cloud shows. */
export const shown = 400;

/** Draw by draw, what an estimate is made of. With leave-one-out, what a draw says on average over the others. */
export function estimatorOf({ p, q, way, baseline }: Gradients): ScoreEstimator | undefined {
  if (way === "forward") return sampledForwardGradient(p, q);
  const cost = reverseKlCost(p, q);
  if (cost.includes(Infinity)) return undefined;
  return scoreFunctionGradient(q, cost, { baseline: baseline === "leave-one-out" ? "value" : baseline });
}

/** The estimate of one fresh batch. */
export function estimateFrom(
  estimator: ScoreEstimator,
  { p, way, batch, baseline }: Gradients,
  rng: Rng,
  table = aliasTable(estimator.draws),
): Float64Array {
  const { model } = estimator;
  const drawn = Array.from({ length: batch }, () => table.sample(rng));
  return way === "reverse" && baseline === "leave-one-out"
    ? batchBaselineGradient(model, reverseKlCost(p, model), baseline, drawn)
    : sampledGradient(estimator, drawn);
}

/** Estimates of one gradient from batches, and what they are on average and how far they stray: by enumeration, and as it came out. */
export type Cloud = {
  readonly estimator: ScoreEstimator;
  readonly estimates: readonly Float64Array[];
  readonly exact: GradientMoments;
  readonly measured: GradientMoments;
};

/** @returns undefined where a draw would cost infinitely much: Q does what P rules out. */
export function cloudOf(state: Gradients): Cloud | undefined {
  const estimator = estimatorOf(state);
  if (!estimator) return undefined;
  const rng = createRng(state.seed);
  const table = aliasTable(estimator.draws);
  const estimates = Array.from({ length: shown }, () => estimateFrom(estimator, state, rng, table));
  return { estimator, estimates, exact: momentsOf(state, estimator), measured: averagesOf(estimates) };
}

/** Mean and variance of a batch, by enumeration. */
export function momentsOf(
  { p, q, way, batch, baseline }: Gradients,
  estimator: ScoreEstimator,
): GradientMoments {
  return way === "reverse" && baseline === "leave-one-out"
    ? batchBaselineMoments(q, reverseKlCost(p, q), baseline, batch)
    : gradientMoments(estimator, batch);
}

function averagesOf(estimates: readonly Float64Array[]): GradientMoments {
  const mean = estimates[0]!.map((_, i) => average(estimates.map((one) => one[i]!)));
  const squares = estimates.map((one) => Math.hypot(...one.map((x, i) => x - mean[i]!)) ** 2);
  return { mean, variance: (average(squares) * estimates.length) / (estimates.length - 1) };
}

function average(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
