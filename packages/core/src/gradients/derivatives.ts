import type { Odds } from "../measures/alphaGap.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";
import type { Objective } from "./objective.ts";
import { type Outcomes, ofEach } from "./outcomes.ts";
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

export function derivativesOf(where: string, objective: Objective, outcomes: Outcomes): Derivatives {
  if (objective?.kind === "renyi" && objective.order !== 1)
    return renyiDerivatives(where, objective.order, outcomes);
  const terms = termsOf(where, objective?.kind === "renyi" ? { kind: "kl" } : objective, outcomes.length);
  const values = ofEach(outcomes, (odds, i) => (isPossible(odds) ? terms.value(odds, i) : 0));
  return {
    value: compensatedSum(values.length, (i) => values[i]),
    byProbabilities: () => ofEach(outcomes, terms.byProbability),
    byLogits: () => byLogits(terms, outcomes),
  };
}

function byLogits(terms: OutcomeTerms, outcomes: Outcomes): Float64Array {
  const byLog = ofEach(outcomes, (odds, i) => (isPossible(odds) ? terms.byLogProbability(odds, i) : 0));
  return byLog.every(Number.isFinite) ? centre(outcomes.q, byLog) : signsOf(terms, outcomes, byLog);
}

/**
 * Of the gradient whose entries grow without bound: what is finite counts for nothing beside them, and the signs are left. With r = s·c·L for L → ∞
 * it is s·L·(c − q Σ c), where 1 = Σ q is taken apart, so that what cancels cancels.
 */
function signsOf(terms: OutcomeTerms, outcomes: Outcomes, byLog: Float64Array): Float64Array {
  const { q } = outcomes;
  const sign = byLog.find((x) => !Number.isFinite(x)) as number;
  const grows = (i: number) => !Number.isFinite(byLog[i]);
  const logGrowth = ofEach(outcomes, (odds, i) => (grows(i) ? (terms.logGrowth?.(odds) ?? 0) : -Infinity));
  const fastest = logGrowth.reduce((most, x) => Math.max(most, x), -Infinity);
  const growth = logGrowth.map((x, i) => {
    if (!grows(i)) return 0;
    return x === fastest ? 1 : Math.exp(x - fastest);
  });
  const massWhere = (growing: boolean) => compensatedSum(q.length, (i) => (grows(i) === growing ? q[i] : 0));
  const [inside, outside] = [massWhere(true), massWhere(false)];
  const total = compensatedSum(growth.length, (i) => growth[i]);
  return q.map((x, i) => {
    const among = growth[i] * inside - x * total;
    const isRounding = Math.abs(among) <= 2 ** -48 * growth[i] * inside;
    const pull = growth[i] * outside + (isRounding ? 0 : among);
    return pull === 0 ? 0 : pull * sign;
  });
}

/** Whether either rules it in. */
function isPossible({ logP, logQ }: Odds): boolean {
  return logP > -Infinity || logQ > -Infinity;
}
