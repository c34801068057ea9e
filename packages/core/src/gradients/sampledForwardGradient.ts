import type { Probabilities } from "../distributions/kinds.ts";
import { expectPair } from "../measures/pair.ts";
import type { ScoreEstimator } from "./scoreEstimator.ts";

/**
 * The gradient of D(P‖Q), and of H(P,Q), by the logits of Q from draws of P: a draw x says q − eₓ, the gradient of the loss −ln q(x).
 *
 * @param p The truth P, drawn from; what a data set does.
 * @param q The model Q.
 * @returns Unbiased, of variance 1 − Σp², whatever Q is. Summing over P instead of drawing from it has variance 0.
 * @throws RangeError if p and q differ in length.
 * @example
 * const coin = probabilities([0.5, 0.5]);
 * gradientMoments(sampledForwardGradient(coin, probabilities([0.75, 0.25]))).variance // 0.5
 */
export function sampledForwardGradient(p: Probabilities, q: Probabilities): ScoreEstimator {
  expectPair("sampledForwardGradient", p, q, "probabilities");
  return { draws: p, model: q, coefficients: new Float64Array(q.length).fill(-1) };
}
