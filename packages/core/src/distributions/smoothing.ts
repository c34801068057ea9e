import { type Counts, expectKind, ofKind, type Probabilities, valuesOf } from "./kinds.ts";
import { normalize } from "./normalize.ts";
import { isWithin } from "./parameter.ts";

/**
 * Laplace (additive) smoothing: probabilities proportional to cᵢ + α. It is the mean of the Dirichlet posterior with prior
 * weight α on each outcome.
 *
 * @param c n counts.
 * @param alpha A finite number ≥ 0: 1 is Laplace's rule of succession, ½ is Jeffreys' and Krichevsky–Trofimov's, 0 changes
 *   nothing.
 * @throws RangeError if alpha is negative, infinite or NaN.
 * @see Manning & Schütze (1999), Foundations of Statistical Natural Language Processing, §6.2.2.
 * @example laplaceSmoothing(counts([2, 0]), 1) // [0.75, 0.25]
 */
export function laplaceSmoothing(c: Counts, alpha: number): Probabilities {
  expectKind("laplaceSmoothing", "c", c, "counts");
  expectNonNegative("laplaceSmoothing", "alpha", alpha);
  return normalize(raised(c, alpha));
}

/**
 * ε-smoothing: probabilities proportional to pᵢ + ε, so (pᵢ + ε)/(1 + nε).
 *
 * @param p n probabilities.
 * @param epsilon A finite number ≥ 0; 0 changes nothing.
 * @throws RangeError if epsilon is negative, infinite or NaN.
 * @example epsilonSmoothing(probabilities([1, 0]), 0.5) // [0.75, 0.25]
 */
export function epsilonSmoothing(p: Probabilities, epsilon: number): Probabilities {
  expectKind("epsilonSmoothing", "p", p, "probabilities");
  expectNonNegative("epsilonSmoothing", "epsilon", epsilon);
  return normalize(raised(p, epsilon));
}

/**
 * Label smoothing: the mixture (1 − ε)·p + ε·uniform.
 *
 * @param p n probabilities, usually all on one outcome.
 * @param epsilon A number in [0, 1]; 0 changes nothing, 1 gives the uniform distribution.
 * @throws RangeError if epsilon is NaN or outside [0, 1].
 * @see Szegedy et al. (2016), Rethinking the Inception architecture for computer vision, §7.
 * @example labelSmoothing(probabilities([1, 0]), 0.5) // [0.75, 0.25]
 */
export function labelSmoothing(p: Probabilities, epsilon: number): Probabilities {
  expectKind("labelSmoothing", "p", p, "probabilities");
  if (!isWithin(epsilon, 0, 1))
    throw new RangeError(`labelSmoothing: epsilon is ${epsilon}, expected a number in [0, 1]`);
  return ofKind(
    "probabilities",
    valuesOf(p).map((x) => (1 - epsilon) * x + epsilon / p.length),
  );
}

/** All entries plus a number, halved throughout if a sum would overflow: only proportions matter. */
function raised(weights: Counts | Probabilities, by: number): Float64Array {
  const sums = valuesOf(weights).map((x) => x + by);
  return sums.includes(Infinity) ? valuesOf(weights).map((x) => x / 2 + by / 2) : sums;
}

function expectNonNegative(where: string, name: string, value: number): void {
  if (!isWithin(value, 0, Number.MAX_VALUE))
    throw new RangeError(`${where}: ${name} is ${value}, expected a finite number ≥ 0`);
}
