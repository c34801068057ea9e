import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";
import type { Objective } from "./objective.ts";
import type { Outcome } from "./outcome.ts";
import type { OutcomeTerms } from "./outcomeTerms.ts";
import { renyiDerivatives } from "./renyiDerivatives.ts";
import { termsOf } from "./termsOf.ts";
import { centre } from "./throughSoftmax.ts";

/** An objective of given outcomes, and its derivatives by probabilities and by logits, computed when asked for. */
export interface Derivatives {
  readonly value: Nats;
  byProbabilities(): Float64Array;
  byLogits(): Float64Array;
}

export function derivativesOf(
  where: string,
  objective: Objective,
  outcomes: readonly Outcome[],
): Derivatives {
  if (objective?.kind === "renyi" && objective.order !== 1)
    return renyiDerivatives(where, objective.order, outcomes);
  const terms = termsOf(where, objective?.kind === "renyi" ? { kind: "kl" } : objective);
  return {
    value: compensatedSum(outcomes.length, (i) => (isPossible(outcomes[i]) ? terms.value(outcomes[i]) : 0)),
    byProbabilities: () => Float64Array.from(outcomes, (outcome) => terms.byProbability(outcome)),
    byLogits: () => byLogits(terms, outcomes),
  };
}

function byLogits(terms: OutcomeTerms, outcomes: readonly Outcome[]): Float64Array {
  const q = Float64Array.from(outcomes, (outcome) => outcome.q);
  const byLog = Float64Array.from(outcomes, (outcome) =>
    isPossible(outcome) ? terms.byLogProbability(outcome) : 0,
  );
  return byLog.every(Number.isFinite) ? centre(q, byLog) : signsOf(terms, outcomes, byLog);
}

/**
 * Of the gradient whose entries grow without bound: what is finite counts for nothing beside them, and the signs are left. With r = s·c·L for L → ∞
 * it is s·L·(c − q Σ c), where 1 = Σ q is taken apart, so that what cancels cancels.
 */
function signsOf(terms: OutcomeTerms, outcomes: readonly Outcome[], byLog: Float64Array): Float64Array {
  const sign = byLog.find((x) => !Number.isFinite(x)) as number;
  const grows = outcomes.map((_, i) => !Number.isFinite(byLog[i]));
  const growth = outcomes.map((outcome, i) => (grows[i] ? (terms.growth?.(outcome) ?? 1) : 0));
  const massWhere = (growing: boolean) =>
    compensatedSum(outcomes.length, (i) => (grows[i] === growing ? outcomes[i].q : 0));
  const [inside, outside] = [massWhere(true), massWhere(false)];
  const total = compensatedSum(growth.length, (i) => growth[i]);
  return Float64Array.from(outcomes, ({ q }, i) => {
    const among = growth[i] * inside - q * total;
    const isRounding = Math.abs(among) <= 2 ** -48 * growth[i] * inside;
    const pull = growth[i] * outside + (isRounding ? 0 : among);
    return pull === 0 ? 0 : pull * sign;
  });
}

/** Whether either rules it in. */
function isPossible({ logP, logQ }: Outcome): boolean {
  return logP > -Infinity || logQ > -Infinity;
}
