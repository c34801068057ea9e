import { expectKind, type Probabilities } from "../distributions/kinds.ts";
import { isWithin } from "../distributions/parameter.ts";
import type { Nats } from "../units.ts";
import { entropy } from "./entropy.ts";
import { powerSumMinusOne, supportSize } from "./powerSum.ts";

/**
 * Tsallis entropy of order α: (1 − Σ pᵢ^α) / (α − 1).
 *
 * @param p n probabilities.
 * @param order α in [0, ∞], with its limits exact: 0 gives the number of possible outcomes less 1, 1 the Shannon entropy, ∞
 *   gives 0.
 * @returns A number ≥ 0 (nats at order 1, else of no unit that converts); relative error at most 8·2⁻⁵³, orders near 1
 *   included.
 * @throws RangeError if the order is negative or NaN.
 * @see Tsallis (1988), Possible generalization of Boltzmann–Gibbs statistics.
 * @example tsallisEntropy(probabilities([0.5, 0.5]), 2) // 0.5
 */
export function tsallisEntropy(p: Probabilities, order: number): Nats {
  expectKind("tsallisEntropy", "p", p, "probabilities");
  if (!isWithin(order, 0, Infinity))
    throw new RangeError(`tsallisEntropy: order is ${order}, expected a number in [0, ∞]`);
  if (order === 0) return supportSize(p) - 1;
  if (order === 1) return entropy(p);
  if (order === Infinity) return 0;
  return Math.max(0, powerSumMinusOne(p, order) / (1 - order));
}
