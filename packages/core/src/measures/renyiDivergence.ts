import { type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { isWithin } from "../distributions/parameter.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { logRatio } from "../numeric/logRatio.ts";
import { logSumExp } from "../numeric/logSumExp.ts";
import type { Nats } from "../units.ts";
import { klContributions, klDivergence } from "./klDivergence.ts";
import { expectPair } from "./pair.ts";
import { powerProduct, powerTerm } from "./powerTerm.ts";

/**
 * Rényi divergence of order α: ln(Σ pᵢ^α qᵢ^(1−α)) / (α − 1). It never decreases with the order, where p and q sum to 1.
 *
 * @param p The truth P: n probabilities.
 * @param q The model Q, over the same outcomes.
 * @param order α in [0, ∞], with its limits exact: 0 gives −ln Q(p > 0), 1 gives D(P‖Q), ∞ gives ln max pᵢ/qᵢ.
 * @returns Nats, in [0, ∞]; for α ≥ 1, +∞ when some qᵢ = 0 < pᵢ; for α < 1, only when no outcome is possible under both.
 *   Relative error at most 10⁻¹⁴ while the terms below are normal doubles. The sum is taken as 1 + Σ (p^α q^(1−α) − αp −
 *   (1−α)q), terms of one sign, so that near-equal P and Q keep their digits; when it is below ½ or overflows it is taken
 *   directly, in log space if need be.
 * @throws RangeError if p and q differ in length, or the order is negative or NaN.
 * @see van Erven & Harremoës (2014), Rényi divergence and Kullback–Leibler divergence.
 * @example renyiDivergence(probabilities([1, 0]), probabilities([0.5, 0.5]), Infinity) // Math.LN2
 */
export function renyiDivergence(p: Probabilities, q: Probabilities, order: number): Nats {
  expectOrder("renyiDivergence", p, q, order);
  if (order === 0) return supportDivergence(p, q);
  if (order === 1) return klDivergence(p, q);
  if (order === Infinity) return worstLogRatio(p, q);
  const excess = compensatedSum(p.length, (i) => powerTerm(p[i], q[i], order));
  if (excess === Infinity) return fromWorst(p, q, order);
  const logSum = excess < -0.5 ? logPowerSum(p, q, order) : Math.log1p(excess);
  return Math.max(0, logSum / (order - 1));
}

/**
 * What each outcome adds to the sum inside the Rényi divergence: pᵢ^α qᵢ^(1−α). The divergence is the logarithm of their sum
 * over α − 1.
 *
 * @param order α in [0, ∞]. At 1 they are pᵢ ln(pᵢ/qᵢ), whose sum is the divergence; at ∞ they are pᵢ/qᵢ, whose largest counts.
 * @returns n numbers without unit (nats at order 1).
 * @throws RangeError if p and q differ in length, or the order is negative or NaN.
 * @example renyiContributions(probabilities([0.5, 0.5]), probabilities([0.5, 0.5]), 2) // [0.5, 0.5]
 */
export function renyiContributions(p: Probabilities, q: Probabilities, order: number): Float64Array {
  expectOrder("renyiContributions", p, q, order);
  if (order === 1) return klContributions(p, q);
  return valuesOf(p).map((x, i) => {
    if (order === 0) return x > 0 ? q[i] : 0;
    if (order === Infinity) return x === 0 ? 0 : x / q[i];
    return powerProduct(x, q[i], order);
  });
}

function expectOrder(where: string, p: Probabilities, q: Probabilities, order: number): void {
  expectPair(where, p, q, "probabilities");
  if (!isWithin(order, 0, Infinity))
    throw new RangeError(`${where}: order is ${order}, expected a number in [0, ∞]`);
}

function supportDivergence(p: Probabilities, q: Probabilities): Nats {
  const outside = compensatedSum(p.length, (i) => (p[i] === 0 ? q[i] : 0));
  if (outside < 0.5) return 0 - Math.log1p(-outside);
  return 0 - Math.log(compensatedSum(p.length, (i) => (p[i] > 0 ? q[i] : 0)));
}

function worstLogRatio(p: Probabilities, q: Probabilities): Nats {
  let worst = 0;
  for (let i = 0; i < p.length; i++) {
    if (!(p[i] > q[i])) continue;
    if (q[i] === 0) return Infinity;
    worst = Math.max(worst, logLift(p[i], q[i]));
  }
  return worst;
}

/** ln(p/q), which keeps its digits where p ≈ q. */
function logLift(p: number, q: number): Nats {
  const d = (p - q) / q;
  return Math.abs(d) < 1 ? Math.log1p(d) : logRatio(p, q);
}

/** For orders above 1 whose powers overflow: ln Σ pᵢ (pᵢ/qᵢ)^(α−1) / (α − 1), with the largest ratio taken out of the sum. */
function fromWorst(p: Probabilities, q: Probabilities, order: number): Nats {
  const worst = worstLogRatio(p, q);
  if (worst === Infinity) return Infinity;
  const sum = compensatedSum(p.length, (i) =>
    p[i] === 0 ? 0 : p[i] * Math.exp((order - 1) * (logLift(p[i], q[i]) - worst)),
  );
  return worst + Math.log(sum) / (order - 1);
}

/** ln Σ pᵢ^α qᵢ^(1−α) for orders below 1, in log space if need be. */
function logPowerSum(p: Probabilities, q: Probabilities, order: number): number {
  const sum = compensatedSum(p.length, (i) => powerProduct(p[i], q[i], order));
  if (sum > 1e-290) return Math.log(sum);
  return logSumExp(
    valuesOf(p).map((x, i) =>
      x === 0 || q[i] === 0 ? -Infinity : Math.log(x) + (1 - order) * logRatio(q[i], x),
    ),
  );
}
