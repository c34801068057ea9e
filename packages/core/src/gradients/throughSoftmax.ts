import { expectKind, type Plain, type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { expectPositive } from "../distributions/parameter.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { perOutcome } from "./perOutcome.ts";

/**
 * The chain rule through a softmax: from the derivatives of anything by the probabilities q to those by the logits z they come from, q = softmax(z/T).
 *
 * ∂/∂zⱼ = qⱼ (gⱼ − Σ qᵢ gᵢ) / T: what an outcome is worth beyond the average, as often as it comes. With a reward for g it is the exact policy gradient.
 *
 * @param q n probabilities.
 * @param byProbability n derivatives g by the probabilities; a constant added to all of them changes nothing.
 * @param temperature T, finite and above 0.
 * @returns n derivatives that sum to 0; those of outcomes with qᵢ = 0 are 0.
 * @throws RangeError if lengths differ, a derivative is NaN, or infinite where q > 0, or the temperature is not above 0.
 * @example throughSoftmax(probabilities([0.5, 0.5]), [1, 0]) // [0.25, -0.25]
 */
export function throughSoftmax(q: Probabilities, byProbability: Plain, temperature = 1): Float64Array {
  const where = "throughSoftmax";
  expectKind(where, "q", q, "probabilities");
  expectPositive(where, "temperature", temperature);
  const slopes = perOutcome(where, "byProbability", byProbability, q.length);
  const byLog = slopes.map((slope, i) => {
    if (q[i] === 0) return 0;
    if (!Number.isFinite(slope))
      throw new RangeError(`${where}: byProbability[${i}] is ${slope}, expected a finite number where q > 0`);
    return q[i] * slope;
  });
  return centre(valuesOf(q), byLog).map((x) => x / temperature);
}

/** rⱼ − qⱼ Σ rᵢ: derivatives by logits from those by ln q, as if every logit were free. */
export function centre(q: Float64Array, byLogProbability: ArrayLike<number>): Float64Array {
  const total = compensatedSum(q.length, (i) => byLogProbability[i]);
  return q.map((x, i) => byLogProbability[i] - x * total);
}
