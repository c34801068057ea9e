import {
  aliasTable,
  batchBaselineGradient,
  createRng,
  type Rng,
  type ScoreEstimator,
  sampledGradient,
} from "@surprisal/core";
import { costOf, estimatorOf, momentsOf } from "./estimator.ts";
import { type Gradients, shown } from "./model.ts";
import { slopesOf } from "./slopes.ts";

/** The estimate of one fresh batch. */
export function estimateFrom(
  estimator: ScoreEstimator,
  state: Gradients,
  rng: Rng,
  table = aliasTable(estimator.draws),
): Float64Array {
  const { way, batch, baseline } = state;
  // In order, so that batches of the same draws come to the same to the last bit.
  const drawn = Array.from({ length: batch }, () => table.sample(rng)).sort();
  return way === "reverse" && baseline === "leave-one-out"
    ? batchBaselineGradient(estimator.model, costOf({ ...state, q: estimator.model }), baseline, drawn)
    : sampledGradient(estimator, drawn);
}

type Moments = { readonly mean: readonly number[]; readonly variance: number };

/** Estimates of one gradient from batches, and what they are on average and how far they stray: by enumeration, and as it came out. */
export type Cloud = {
  /** The gradient itself. */
  readonly truth: readonly number[];
  /** Each different estimate, and how many batches came to it. */
  readonly estimates: readonly { readonly gradient: readonly number[]; readonly times: number }[];
  readonly exact: Moments;
  readonly measured: Moments;
};

/** @returns undefined where a draw would cost infinitely much: Q does what P rules out. */
export function cloudOf(state: Gradients): Cloud | undefined {
  const estimator = estimatorOf(state);
  if (!estimator) return undefined;
  const rng = createRng(state.seed);
  const table = aliasTable(estimator.draws);
  const drawn = Array.from({ length: shown }, () => [...estimateFrom(estimator, state, rng, table)]);
  const alike = Map.groupBy(drawn, (gradient) => gradient.join());
  const { mean, variance } = momentsOf(state, estimator);
  return {
    truth: [...slopesOf(state.p, state.q, "logits", state.way).gradient],
    estimates: [...alike.values()].map((same) => ({ gradient: same[0]!, times: same.length })),
    exact: { mean: [...mean], variance },
    measured: averagesOf(drawn),
  };
}

/** How far from the gradient itself estimates are on average, however many: that of a cost cut off. */
export function biasOf({ truth, exact }: Cloud): number {
  return Math.hypot(...truth.map((slope, i) => slope - exact.mean[i]!));
}

function averagesOf(estimates: readonly (readonly number[])[]): Moments {
  const mean = estimates[0]!.map((_, i) => average(estimates.map((one) => one[i]!)));
  const squares = estimates.map((one) => Math.hypot(...one.map((x, i) => x - mean[i]!)) ** 2);
  return { mean, variance: (average(squares) * estimates.length) / (estimates.length - 1) };
}

function average(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
