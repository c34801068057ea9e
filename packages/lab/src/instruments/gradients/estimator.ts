import {
  batchBaselineMoments,
  type GradientMoments,
  gradientMoments,
  reverseKlCost,
  type ScoreEstimator,
  sampledForwardGradient,
  scoreFunctionGradient,
} from "@surprisal/core";
import type { Gradients } from "./model.ts";

/** What a draw of each outcome costs, no further from 0 than it may be. */
export function costOf({ p, q, clip }: Gradients): Float64Array {
  return reverseKlCost(p, q).map((cost) => Math.max(-clip, Math.min(clip, cost)));
}

/** Draw by draw, what an estimate is made of. With leave-one-out, what a draw says on average over the others. */
export function estimatorOf(state: Gradients): ScoreEstimator | undefined {
  const { p, q, way, baseline } = state;
  if (way === "forward") return sampledForwardGradient(p, q);
  if (reverseKlCost(p, q).includes(Infinity)) return undefined;
  return scoreFunctionGradient(q, costOf(state), {
    baseline: baseline === "leave-one-out" ? "value" : baseline,
  });
}

/** Mean and variance of a batch, by enumeration. */
export function momentsOf(state: Gradients, estimator: ScoreEstimator): GradientMoments {
  const { q, way, batch, baseline } = state;
  return way === "reverse" && baseline === "leave-one-out"
    ? batchBaselineMoments(q, costOf(state), baseline, batch)
    : gradientMoments(estimator, batch);
}
