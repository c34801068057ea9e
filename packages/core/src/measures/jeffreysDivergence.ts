import { type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { logRatio } from "../numeric/logRatio.ts";
import type { Nats } from "../units.ts";
import { expectPair } from "./pair.ts";

/**
 * Jeffreys divergence D(P‖Q) + D(Q‖P) = Σ (pᵢ − qᵢ) ln(pᵢ/qᵢ): the two directions of KL together.
 *
 * @param p P: n probabilities.
 * @param q Q, over the same outcomes.
 * @returns Nats, in [0, ∞]; +∞ when an outcome is possible under one of the two only. Relative error at most 8·2⁻⁵³.
 * @throws RangeError if p and q differ in length.
 * @see Jeffreys (1946), An invariant form for the prior probability in estimation problems.
 * @example jeffreysDivergence(probabilities([0.5, 0.5]), probabilities([1, 0])) // Infinity
 */
export function jeffreysDivergence(p: Probabilities, q: Probabilities): Nats {
  expectPair("jeffreysDivergence", p, q, "probabilities");
  return compensatedSum(p.length, (i) => term(p[i], q[i]));
}

/**
 * What each outcome adds to the Jeffreys divergence: (pᵢ − qᵢ) ln(pᵢ/qᵢ).
 *
 * @returns n numbers in nats, each in [0, ∞]; they sum to `jeffreysDivergence(p, q)`.
 * @throws RangeError if p and q differ in length.
 * @example jeffreysContributions(probabilities([0.5, 0.5]), probabilities([1, 0])) // [0.34657359027997264, Infinity]
 */
export function jeffreysContributions(p: Probabilities, q: Probabilities): Float64Array {
  expectPair("jeffreysContributions", p, q, "probabilities");
  return valuesOf(p).map((x, i) => term(x, q[i]));
}

function term(p: number, q: number): Nats {
  if (p === q) return 0;
  if (p === 0 || q === 0) return Infinity;
  const [low, high] = p < q ? [p, q] : [q, p];
  const d = (high - low) / low;
  return (high - low) * (d < 1 ? Math.log1p(d) : logRatio(high, low));
}
