import {
  gradientByLogits,
  gradientMoments,
  type KlEstimatorName,
  klDivergence,
  klEstimator,
  logits,
  type Nats,
  type Probabilities,
  type ScoreEstimator,
  valueMoments,
} from "@surprisal/core";
import type { Policy } from "./model.ts";

export const estimators: readonly KlEstimatorName[] = ["k1", "k2", "k3"];

/** What an estimator is, by enumeration. */
type Estimate = {
  readonly name: KlEstimatorName;
  /** On average, less D(Q‖P); of one draw. */
  readonly bias: Nats;
  readonly sd: Nats;
  /** How far its derivative by the logits of Q is, on average, from that of D(Q‖P). */
  readonly slopeBias: number;
};

export type Estimates = { readonly divergence: Nats; readonly all: readonly Estimate[] };

/** D(Q‖P), and what is to be expected of draws of Q. Where P is 0 and Q is not, all is infinite. */
export function estimatesOf({ p, start: q }: Pick<Policy, "p" | "start">): Estimates {
  const divergence = klDivergence(q, p);
  const all = estimators.map((name) => {
    const estimator = klEstimator(p, q, name);
    const { bias, variance } = valueMoments(estimator, p);
    return {
      name,
      bias,
      sd: Math.sqrt(variance),
      slopeBias: Number.isFinite(divergence) ? slopeBiasOf(p, estimator.gradient) : Infinity,
    };
  });
  return { divergence, all };
}

function slopeBiasOf(p: Probabilities, estimator: ScoreEstimator): number {
  const reverse = { kind: "kl", direction: "reverse" } as const;
  const { gradient } = gradientByLogits(reverse, p, logits(Array.from(estimator.model, Math.log)));
  const { mean } = gradientMoments(estimator);
  return mean.reduce((most, slope, i) => Math.max(most, Math.abs(slope - gradient[i]!)), 0);
}

/** The ends of the scale of estimates, in nats: what the most restless of them does in most of its draws, half of it above the truth. */
export function estimateScale({ divergence, all }: Estimates): readonly [Nats, Nats] {
  const reach = Math.max(0.1, ...all.map(({ sd }) => sd).filter(Number.isFinite));
  const middle = Number.isFinite(divergence) ? divergence : reach;
  return [middle - reach / 2, middle + reach / 2];
}
