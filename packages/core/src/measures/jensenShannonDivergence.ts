import { type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { isWithin } from "../distributions/parameter.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";
import { evenJensenShannonSum, evenJensenShannonTerm } from "./evenJensenShannon.ts";
import { klToMixtureTerm } from "./klToMixtureTerm.ts";
import { expectPair } from "./pair.ts";

/**
 * Jensen–Shannon divergence w·D(P‖M) + (1 − w)·D(Q‖M) with M = wP + (1 − w)Q: how much a draw tells about which of the two it
 * came from.
 *
 * @param p P: n probabilities.
 * @param q Q, over the same outcomes.
 * @param weight w, the weight of P, in [0, 1]; at 0 and 1 the divergence is 0. With ½ it is symmetric.
 * @returns Nats, in [0, −w ln w − (1 − w) ln(1 − w)], so at most ln 2 (up to its last digit, reached by disjoint supports).
 *   Relative error at most 30·2⁻⁵³.
 * @throws RangeError if p and q differ in length, or the weight is outside [0, 1].
 * @see Lin (1991), Divergence measures based on the Shannon entropy.
 * @example jensenShannonDivergence(probabilities([0.5, 0.5]), probabilities([0.5, 0.5])) // 0
 */
export function jensenShannonDivergence(p: Probabilities, q: Probabilities, weight = 0.5): Nats {
  const term = jensenShannonTerm("jensenShannonDivergence", p, q, weight);
  return weight === 0.5 ? evenJensenShannonSum(valuesOf(p), valuesOf(q)) : compensatedSum(p.length, term);
}

/**
 * What each outcome adds to the Jensen–Shannon divergence: w·pᵢ ln(pᵢ/mᵢ) + (1 − w)·qᵢ ln(qᵢ/mᵢ).
 *
 * @returns n numbers in nats, each ≥ 0; they sum to `jensenShannonDivergence(p, q, weight)`.
 * @throws RangeError if p and q differ in length, or the weight is outside [0, 1].
 * @example jensenShannonContributions(probabilities([1, 0]), probabilities([1, 0])) // [0, 0]
 */
export function jensenShannonContributions(p: Probabilities, q: Probabilities, weight = 0.5): Float64Array {
  const term = jensenShannonTerm("jensenShannonContributions", p, q, weight);
  return valuesOf(p).map((_, i) => term(i));
}

function jensenShannonTerm(where: string, p: Probabilities, q: Probabilities, weight: number) {
  expectPair(where, p, q, "probabilities");
  if (!isWithin(weight, 0, 1))
    throw new RangeError(`${where}: weight is ${weight}, expected a number in [0, 1]`);
  if (weight === 0 || weight === 1) return () => 0;
  if (weight === 0.5) return (i: number) => evenJensenShannonTerm(p[i], q[i]);
  const rest = 1 - weight;
  return (i: number) =>
    weight * klToMixtureTerm(p[i], q[i], weight, rest) + rest * klToMixtureTerm(q[i], p[i], rest, weight);
}
