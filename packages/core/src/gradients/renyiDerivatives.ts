import { isWithin } from "../distributions/parameter.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { logSumExp } from "../numeric/logSumExp.ts";
import type { Nats } from "../units.ts";
import type { Derivatives } from "./derivatives.ts";
import type { Outcome } from "./outcome.ts";
import { powerTerms } from "./powerTerms.ts";

/**
 * Rényi's divergence by way of the tilted distribution wᵢ ∝ pᵢ^α qᵢ^(1−α), which stands between P (α = 1) and Q (α = 0) or beyond P: by probabilities the
 * gradient is −wᵢ/qᵢ, by logits q − w, the gradient of a cross-entropy from w.
 *
 * At α = ∞, w is shared by the outcomes of the largest p/q. Where the divergence is infinite, w is its limit as what Q misses is given the same small
 * probability: proportional to p^α there.
 *
 * @param order α in [0, ∞], but 1, where the divergence is a sum over outcomes.
 */
export function renyiDerivatives(where: string, order: number, outcomes: readonly Outcome[]): Derivatives {
  if (!isWithin(order, 0, Infinity))
    throw new RangeError(`${where}: order is ${order}, expected a number in [0, ∞]`);
  const value = renyiValue(order, outcomes);
  const logTilt = value === Infinity ? missedTilt(order, outcomes) : tilt(order, outcomes, value);
  return {
    value,
    byProbabilities: () =>
      Float64Array.from(outcomes, ({ logQ, logRatio }, i) => {
        if (logRatio === Infinity && order > 0) return -Infinity;
        return logTilt[i] === -Infinity ? 0 : 0 - Math.exp(logTilt[i] - logQ);
      }),
    byLogits: () =>
      Float64Array.from(outcomes, ({ q, logQ }, i) => {
        const x = logTilt[i] - logQ;
        return Math.abs(x) < 1 ? 0 - q * Math.expm1(x) : q - Math.exp(logTilt[i]);
      }),
  };
}

function renyiValue(order: number, outcomes: readonly Outcome[]): Nats {
  if (order === Infinity) return outcomes.reduce((worst, { logRatio }) => Math.max(worst, logRatio), 0);
  const excess = order === 0 ? -ruledOut(outcomes) : order * (order - 1) * powerGap(order, outcomes);
  const logSum =
    Math.abs(excess) < 0.5
      ? Math.log1p(excess)
      : logSumExp(outcomes.map((outcome) => logPower(order, outcome)));
  return Math.max(0, logSum / (order - 1));
}

/** Amari's divergence, which is (Σ p^α q^(1−α) − 1) / (α(α − 1)) with all its digits. */
function powerGap(order: number, outcomes: readonly Outcome[]): Nats {
  const { value } = powerTerms(order);
  return compensatedSum(outcomes.length, (i) => value(outcomes[i]));
}

/** How much of Q goes to what P rules out. */
function ruledOut(outcomes: readonly Outcome[]): number {
  return compensatedSum(outcomes.length, (i) => (outcomes[i].logP === -Infinity ? outcomes[i].q : 0));
}

/** α ln p + (1 − α) ln q. */
function logPower(order: number, { logP, logQ, logRatio }: Outcome): Nats {
  if (logP === -Infinity) return -Infinity;
  if (logRatio === Infinity) return order < 1 ? -Infinity : Infinity;
  return logQ + order * logRatio;
}

/** ln w, from the logarithm (α − 1)·value of the sum of the powers. */
function tilt(order: number, outcomes: readonly Outcome[], value: Nats): Nats[] {
  if (order < Infinity) return outcomes.map((outcome) => logPower(order, outcome) - (order - 1) * value);
  const ties = outcomes.filter(({ logRatio }) => logRatio === value).length;
  return outcomes.map(({ logRatio }) => (logRatio === value ? -Math.log(ties) : -Infinity));
}

function missedTilt(order: number, outcomes: readonly Outcome[]): Nats[] {
  // A ratio that a finite order raises beyond all doubles is as good as infinite.
  const power = Number.isFinite(order) ? Math.max(order, 1) : 1;
  const missed = outcomes.map(({ logP, logRatio }) => (logRatio * power === Infinity ? logP : -Infinity));
  const largest = missed.reduce((most, logP) => Math.max(most, logP), -Infinity);
  const logs = missed.map((logP) => {
    if (logP === -Infinity) return -Infinity;
    return logP === largest ? 0 : order * (logP - largest);
  });
  const total = logSumExp(logs);
  return logs.map((x) => x - total);
}
