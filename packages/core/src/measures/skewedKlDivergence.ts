import { type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { isWithin } from "../distributions/parameter.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";
import { klToMixtureTerm, logToMixture } from "./klToMixtureTerm.ts";
import { expectPair } from "./pair.ts";

/**
 * Skewed KL divergence D(P ‖ λP + (1 − λ)Q): KL to a model that borrows a share λ of the truth, so finite for every λ > 0.
 *
 * @param p The truth P: n probabilities.
 * @param q The model Q, over the same outcomes.
 * @param lambda λ in [0, 1]: 0 gives D(P‖Q), 1 gives 0.
 * @returns Nats, in [0, −ln λ]. Relative error at most 20·2⁻⁵³.
 * @throws RangeError if p and q differ in length, or lambda is outside [0, 1].
 * @see Lee (1999), Measures of distributional similarity; Ko et al. (2024), DistiLLM, for this λ.
 * @example skewedKlDivergence(probabilities([1, 0]), probabilities([0, 1]), 0) // Infinity
 */
export function skewedKlDivergence(p: Probabilities, q: Probabilities, lambda: number): Nats {
  expectLambda("skewedKlDivergence", p, q, lambda);
  if (lambda === 1) return 0;
  return compensatedSum(p.length, (i) => klToMixtureTerm(p[i], q[i], lambda, 1 - lambda));
}

/**
 * What each outcome adds to the skewed KL divergence: pᵢ ln(pᵢ/mᵢ) with m = λp + (1 − λ)q.
 *
 * @returns n numbers in nats, negative where qᵢ > pᵢ; they sum to the divergence up to the rounding of p and q themselves.
 * @throws RangeError if p and q differ in length, or lambda is outside [0, 1].
 * @example skewedKlContributions(probabilities([1, 0]), probabilities([0, 1]), 0.5) // [0.6931471805599453, 0]
 */
export function skewedKlContributions(p: Probabilities, q: Probabilities, lambda: number): Float64Array {
  expectLambda("skewedKlContributions", p, q, lambda);
  return valuesOf(p).map((x, i) =>
    x === 0 || lambda === 1 ? 0 : x * logToMixture(x, q[i], lambda, 1 - lambda),
  );
}

function expectLambda(where: string, p: Probabilities, q: Probabilities, lambda: number): void {
  expectPair(where, p, q, "probabilities");
  if (!isWithin(lambda, 0, 1))
    throw new RangeError(`${where}: lambda is ${lambda}, expected a number in [0, 1]`);
}
