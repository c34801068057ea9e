import { type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { klTerm } from "../numeric/klTerm.ts";
import type { Nats } from "../units.ts";
import { expectPair } from "./pair.ts";
import { powerTerm } from "./powerTerm.ts";

/**
 * Amari's α-divergence (Σ pᵢ^α qᵢ^(1−α) − 1) / (α(α − 1)), in the convention where α = 1 is D(P‖Q) and α = 0 is D(Q‖P), the
 * exact limits. So α = ½ is 4 times the squared Hellinger distance and α = 2 is half of χ². Amari's own parameter is 1 − 2α.
 *
 * @param p The truth P: n probabilities.
 * @param q The model Q, over the same outcomes.
 * @param alpha Any finite number.
 * @returns Nats, in [0, ∞]; +∞ for α ≥ 1 when some qᵢ = 0 < pᵢ, for α ≤ 0 when some pᵢ = 0 < qᵢ, and where the value passes
 *   10³⁰⁸. Relative error at most (40 + 2|α|)·2⁻⁵³, so below 10⁻¹⁴ for |α| ≤ 20 (a power multiplies the rounding error of pᵢ/qᵢ
 *   by its exponent), while α(α − 1) times the divergence is a normal double.
 * @throws RangeError if p and q differ in length, or alpha is not finite.
 * @see Cichocki & Amari (2010), Families of alpha-, beta- and gamma-divergences.
 * @example alphaDivergence(probabilities([0.5, 0.5]), probabilities([0.5, 0.5]), 0.5) // 0
 */
export function alphaDivergence(p: Probabilities, q: Probabilities, alpha: number): Nats {
  const term = alphaTerm("alphaDivergence", p, q, alpha);
  return compensatedSum(p.length, term);
}

/**
 * What each outcome adds to the α-divergence: (pᵢ^α qᵢ^(1−α) − αpᵢ − (1−α)qᵢ) / (α(α − 1)).
 *
 * @returns n numbers, each in [0, ∞]; they sum to `alphaDivergence(p, q, alpha)`.
 * @throws RangeError if p and q differ in length, or alpha is not finite.
 * @example alphaContributions(probabilities([0.5, 0.5]), probabilities([0.25, 0.75]), 2) // [0.125, 0.041666666666666664]
 */
export function alphaContributions(p: Probabilities, q: Probabilities, alpha: number): Float64Array {
  const term = alphaTerm("alphaContributions", p, q, alpha);
  return valuesOf(p).map((_, i) => term(i));
}

function alphaTerm(where: string, p: Probabilities, q: Probabilities, alpha: number) {
  expectPair(where, p, q, "probabilities");
  if (!Number.isFinite(alpha)) throw new RangeError(`${where}: alpha is ${alpha}, expected a finite number`);
  if (alpha === 1) return (i: number) => klTerm(p[i], q[i]);
  if (alpha === 0) return (i: number) => klTerm(q[i], p[i]);
  return (i: number) => Math.max(0, powerTerm(p[i], q[i], alpha) / alpha / (alpha - 1));
}
