import {
  aliasTable,
  createRng,
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
import { mostSteps, type Policy } from "./model.ts";

/** What one of k1, k2, k3 makes of the draws, beside what it is by enumeration. */
type Estimate = {
  readonly name: KlEstimatorName;
  /** The mean after each draw. */
  readonly running: readonly Nats[];
  /** On average, less D(Q‖P); of one draw. */
  readonly bias: Nats;
  readonly sd: Nats;
  /** How far its derivative by the logits of Q is, on average, from that of D(Q‖P). */
  readonly slopeBias: number;
};

export type Estimates = { readonly divergence: Nats; readonly all: readonly Estimate[] };

/** D(Q‖P) from draws of Q, as many as there can be. Where P is 0 and Q is not, all is infinite. */
export function estimatesOf({ p, start: q, seed }: Pick<Policy, "p" | "start" | "seed">): Estimates {
  const table = aliasTable(q);
  const rng = createRng(seed);
  const draws = Array.from({ length: mostSteps }, () => table.sample(rng));
  const divergence = klDivergence(q, p);
  const all = (["k1", "k2", "k3"] as const).map((name) => {
    const estimator = klEstimator(p, q, name);
    const { bias, variance } = valueMoments(estimator, p);
    let sum = 0;
    return {
      name,
      running: draws.map((x, i) => {
        sum += estimator.values[x]!;
        return sum / (i + 1);
      }),
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
