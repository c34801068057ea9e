import { type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { expectPair } from "./pair.ts";

/**
 * Hellinger distance √(½ Σ (√pᵢ − √qᵢ)²) = √(1 − Σ √(pᵢqᵢ)).
 *
 * @param p P: n probabilities.
 * @param q Q, over the same outcomes.
 * @returns A number in [0, 1], without unit; relative error at most 6·2⁻⁵³ above 10⁻¹⁵⁰, where its square is a normal double.
 * @throws RangeError if p and q differ in length.
 * @see Le Cam & Yang (2000), Asymptotics in Statistics, §3.1.
 * @example hellingerDistance(probabilities([1, 0]), probabilities([0, 1])) // 1
 */
export function hellingerDistance(p: Probabilities, q: Probabilities): number {
  expectPair("hellingerDistance", p, q, "probabilities");
  return Math.sqrt(compensatedSum(p.length, (i) => hellingerTerm(p[i], q[i])));
}

/**
 * What each outcome adds to the squared Hellinger distance: ½(√pᵢ − √qᵢ)². The distance is the root of their sum.
 *
 * @returns n numbers in [0, ½].
 * @throws RangeError if p and q differ in length.
 * @example hellingerContributions(probabilities([1, 0]), probabilities([0, 1])) // [0.5, 0.5]
 */
export function hellingerContributions(p: Probabilities, q: Probabilities): Float64Array {
  expectPair("hellingerContributions", p, q, "probabilities");
  return valuesOf(p).map((x, i) => hellingerTerm(x, q[i]));
}

/** ½(√p − √q)², with the difference of roots taken as (p − q)/(√p + √q), which does not cancel. */
export function hellingerTerm(p: number, q: number): number {
  if (p === q) return 0;
  const difference = (p - q) / (Math.sqrt(p) + Math.sqrt(q));
  return (difference * difference) / 2;
}
