import { isWithin } from "../distributions/parameter.ts";
import type { Odds } from "../measures/alphaGap.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { logSumExp } from "../numeric/logSumExp.ts";
import type { Nats } from "../units.ts";
import type { Derivatives } from "./derivatives.ts";
import { type Outcomes, ofEach } from "./outcomes.ts";
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
export function renyiDerivatives(where: string, order: number, outcomes: Outcomes): Derivatives {
  if (!isWithin(order, 0, Infinity))
    throw new RangeError(`${where}: order is ${order}, expected a number in [0, ∞]`);
  const { value, logTilt } = order === Infinity ? worst(outcomes) : tilted(order, outcomes);
  return {
    value,
    byProbabilities: () =>
      ofEach(outcomes, ({ logQ, logRatio }, i) => {
        if (logRatio === Infinity && order > 0) return -Infinity;
        return logTilt[i] === -Infinity ? 0 : 0 - Math.exp(logTilt[i] - logQ);
      }),
    byLogits: () =>
      ofEach(outcomes, ({ q, logQ }, i) => {
        const x = logTilt[i] - logQ;
        return Math.abs(x) < 1 ? 0 - q * Math.expm1(x) : q - Math.exp(logTilt[i]);
      }),
  };
}

interface Tilt {
  readonly value: Nats;
  /** ln w. */
  readonly logTilt: Float64Array;
}

function tilted(order: number, outcomes: Outcomes): Tilt {
  // Σ p^α q^(1−α) − 1, with all its digits; of order 0 it is what Q gives to what P rules out.
  const excess =
    order === 0
      ? -sum(ofEach(outcomes, ({ q, logP }) => (logP === -Infinity ? q : 0)))
      : order * (order - 1) * sum(ofEach(outcomes, powerTerms(order).value));
  const logPowers = ofEach(outcomes, (odds) => logPower(order, odds));
  const logSum = Math.abs(excess) < 0.5 ? Math.log1p(excess) : logSumExp(logPowers);
  const isInfinite = Math.abs(logSum) === Infinity;
  return {
    value: Math.max(0, logSum / (order - 1)),
    logTilt: isInfinite ? missed(order, outcomes) : logPowers.map((x) => x - logSum),
  };
}

/** α ln p + (1 − α) ln q. */
function logPower(order: number, { logP, logQ, logRatio }: Odds): Nats {
  if (logP === -Infinity) return -Infinity;
  if (logRatio === Infinity) return order < 1 ? -Infinity : Infinity;
  return logQ + order * logRatio;
}

function worst(outcomes: Outcomes): Tilt {
  const logRatios = ofEach(outcomes, ({ logRatio }) => logRatio);
  const first = largest(logRatios);
  const leads = logRatios.map((x) => (x === first ? 0 : -Infinity));
  return {
    value: Math.max(0, first),
    logTilt: first === Infinity ? missed(Infinity, outcomes) : logShares(leads),
  };
}

function missed(order: number, outcomes: Outcomes): Float64Array {
  // A ratio that a finite order raises beyond all doubles is as good as infinite.
  const power = Number.isFinite(order) ? Math.max(order, 1) : 1;
  const logs = ofEach(outcomes, ({ logP, logRatio }) => (logRatio * power === Infinity ? logP : -Infinity));
  const first = largest(logs);
  return logShares(
    logs.map((logP) => {
      if (logP === -Infinity) return -Infinity;
      return logP === first ? 0 : order * (logP - first);
    }),
  );
}

function logShares(logs: Float64Array): Float64Array {
  const total = logSumExp(logs);
  return logs.map((x) => x - total);
}

function largest(values: Float64Array): number {
  return values.reduce((most, x) => Math.max(most, x), -Infinity);
}

function sum(terms: Float64Array): number {
  return compensatedSum(terms.length, (i) => terms[i]);
}
