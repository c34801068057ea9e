import { type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { expectPair } from "./pair.ts";

/**
 * Pearson's χ²-divergence Σ (pᵢ − qᵢ)²/qᵢ = Σ pᵢ²/qᵢ − 1.
 *
 * @param p The truth P: n probabilities.
 * @param q The model Q, over the same outcomes.
 * @returns A number in [0, ∞], without unit; +∞ when some qᵢ = 0 < pᵢ, and where the value passes 10³⁰⁸. Relative error at most
 *   6·2⁻⁵³.
 * @throws RangeError if p and q differ in length.
 * @see Nielsen & Nock (2014), On the chi square and higher-order chi distances for approximating f-divergences.
 * @example chiSquaredDivergence(probabilities([1, 0]), probabilities([0.5, 0.5])) // 1
 */
export function chiSquaredDivergence(p: Probabilities, q: Probabilities): number {
  expectPair("chiSquaredDivergence", p, q, "probabilities");
  return compensatedSum(p.length, (i) => term(p[i], q[i]));
}

/**
 * What each outcome adds to the χ²-divergence: (pᵢ − qᵢ)²/qᵢ.
 *
 * @returns n numbers in [0, ∞]; they sum to `chiSquaredDivergence(p, q)`.
 * @throws RangeError if p and q differ in length.
 * @example chiSquaredContributions(probabilities([1, 0]), probabilities([0.5, 0.5])) // [0.5, 0.5]
 */
export function chiSquaredContributions(p: Probabilities, q: Probabilities): Float64Array {
  expectPair("chiSquaredContributions", p, q, "probabilities");
  return valuesOf(p).map((x, i) => term(x, q[i]));
}

function term(p: number, q: number): number {
  if (p === q) return 0;
  if (q === 0) return Infinity;
  const difference = p - q;
  const ratio = difference / q;
  return ratio < Infinity ? difference * ratio : (difference * difference) / q;
}
