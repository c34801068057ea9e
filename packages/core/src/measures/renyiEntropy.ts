import { expectKind, type Probabilities } from "../distributions/kinds.ts";
import { isWithin } from "../distributions/parameter.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";
import { entropy } from "./entropy.ts";
import { powerSumMinusOne, supportSize } from "./powerSum.ts";

/**
 * Rényi entropy of order α: ln(Σ pᵢ^α) / (1 − α). It never increases with the order.
 *
 * @param p n probabilities.
 * @param order α in [0, ∞], with its limits exact: 0 gives the logarithm of the number of possible outcomes, 1 the Shannon
 *   entropy, ∞ gives −ln max pᵢ.
 * @returns Nats, in [0, ln n]; relative error at most 12·2⁻⁵³. The sum is taken as 1 + Σ pᵢ(e^((α−1) ln pᵢ) − 1), so that
 *   orders near 1 keep their digits.
 * @throws RangeError if the order is negative or NaN.
 * @see Rényi (1961), On measures of entropy and information.
 * @example renyiEntropy(probabilities([0.5, 0.5, 0]), 2) // Math.LN2
 */
export function renyiEntropy(p: Probabilities, order: number): Nats {
  expectKind("renyiEntropy", "p", p, "probabilities");
  if (!isWithin(order, 0, Infinity))
    throw new RangeError(`renyiEntropy: order is ${order}, expected a number in [0, ∞]`);
  if (order === 0) return Math.log(supportSize(p));
  if (order === 1) return entropy(p);
  const max = largest(p);
  if (order === Infinity) return 0 - Math.log(max);
  const excess = powerSumMinusOne(p, order);
  if (excess > -0.5) return Math.max(0, Math.log1p(excess) / (1 - order));
  const sum = compensatedSum(p.length, (i) => p[i] ** order);
  if (sum > 1e-290) return Math.log(sum) / (1 - order);
  const scaled = compensatedSum(p.length, (i) => (p[i] / max) ** order);
  return (order / (1 - order)) * Math.log(max) + Math.log(scaled) / (1 - order);
}

function largest(p: Probabilities): number {
  let max = 0;
  for (let i = 0; i < p.length; i++) if (p[i] > max) max = p[i];
  return max;
}
