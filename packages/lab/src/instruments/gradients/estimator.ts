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

/** Draw by draw, what an estimate is made of. With leave-one-out, what a draw says on average over the others. */
export function estimatorOf({ p, q, way, baseline }: Gradients): ScoreEstimator | undefined {
  if (way === "forward") return sampledForwardGradient(p, q);
  const cost = reverseKlCost(p, q);
  if (cost.includes(Infinity)) return undefined;
  return scoreFunctionGradient(q, cost, { baseline: baseline === "leave-one-out" ? "value" : baseline });
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
