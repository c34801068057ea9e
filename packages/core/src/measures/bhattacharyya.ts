import { type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";
import { hellingerTerm } from "./hellingerDistance.ts";
import { expectPair } from "./pair.ts";

/**
 * Bhattacharyya coefficient Σ √(pᵢqᵢ): the overlap of P and Q.
 *
 * @param p P: n probabilities.
 * @param q Q, over the same outcomes.
 * @returns A number in [0, 1] (up to the rounding of p and q), without unit; relative error at most 4·2⁻⁵³.
 * @throws RangeError if p and q differ in length.
 * @see Bhattacharyya (1943), On a measure of divergence between two statistical populations.
 * @example bhattacharyyaCoefficient(probabilities([1, 0]), probabilities([0.25, 0.75])) // 0.5
 */
export function bhattacharyyaCoefficient(p: Probabilities, q: Probabilities): number {
  expectPair("bhattacharyyaCoefficient", p, q, "probabilities");
  return compensatedSum(p.length, (i) => overlap(p[i], q[i]));
}

/**
 * Bhattacharyya distance −ln Σ √(pᵢqᵢ): half the Rényi divergence of order ½.
 *
 * @param p P: n probabilities.
 * @param q Q, over the same outcomes.
 * @returns Nats, in [0, ∞]; +∞ when no outcome is possible under both. Relative error at most 12·2⁻⁵³: a coefficient above ½ is
 *   taken as 1 − ½Σ(√pᵢ − √qᵢ)², so that near-equal P and Q keep their digits.
 * @throws RangeError if p and q differ in length.
 * @example bhattacharyyaDistance(probabilities([1, 0]), probabilities([0, 1])) // Infinity
 */
export function bhattacharyyaDistance(p: Probabilities, q: Probabilities): Nats {
  expectPair("bhattacharyyaDistance", p, q, "probabilities");
  const missing = compensatedSum(p.length, (i) => hellingerTerm(p[i], q[i]));
  return 0 - (missing < 0.5 ? Math.log1p(-missing) : Math.log(bhattacharyyaCoefficient(p, q)));
}

/**
 * What each outcome adds to the Bhattacharyya coefficient: √(pᵢqᵢ). The distance is minus the logarithm of their sum.
 *
 * @returns n numbers in [0, 1].
 * @throws RangeError if p and q differ in length.
 * @example bhattacharyyaContributions(probabilities([1, 0]), probabilities([0.25, 0.75])) // [0.5, 0]
 */
export function bhattacharyyaContributions(p: Probabilities, q: Probabilities): Float64Array {
  expectPair("bhattacharyyaContributions", p, q, "probabilities");
  return valuesOf(p).map((x, i) => overlap(x, q[i]));
}

function overlap(p: number, q: number): number {
  return Math.sqrt(p) * Math.sqrt(q);
}
