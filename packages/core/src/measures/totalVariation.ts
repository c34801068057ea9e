import { type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { expectPair } from "./pair.ts";

/**
 * Total variation distance ½ Σ |pᵢ − qᵢ|: the largest difference in probability that P and Q give to one event.
 *
 * @param p P: n probabilities.
 * @param q Q, over the same outcomes.
 * @returns A number in [0, 1], without unit; relative error at most 2·2⁻⁵³.
 * @throws RangeError if p and q differ in length.
 * @example totalVariation(probabilities([0.5, 0.5]), probabilities([1, 0])) // 0.5
 */
export function totalVariation(p: Probabilities, q: Probabilities): number {
  expectPair("totalVariation", p, q, "probabilities");
  return compensatedSum(p.length, (i) => Math.abs(p[i] - q[i]) / 2);
}

/**
 * What each outcome adds to the total variation: ½|pᵢ − qᵢ|.
 *
 * @returns n numbers in [0, ½]; they sum to `totalVariation(p, q)`.
 * @throws RangeError if p and q differ in length.
 * @example totalVariationContributions(probabilities([0.5, 0.5]), probabilities([1, 0])) // [0.25, 0.25]
 */
export function totalVariationContributions(p: Probabilities, q: Probabilities): Float64Array {
  expectPair("totalVariationContributions", p, q, "probabilities");
  return valuesOf(p).map((x, i) => Math.abs(x - q[i]) / 2);
}
