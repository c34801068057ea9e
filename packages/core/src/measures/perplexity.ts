import { expectKind, type LogProbabilities, type Probabilities } from "../distributions/kinds.ts";
import { crossEntropy } from "./crossEntropy.ts";
import { entropy } from "./entropy.ts";
import { expectPair } from "./pair.ts";

/**
 * Perplexity e^H(P): the number of equally likely outcomes that are as uncertain as P.
 *
 * @param p n probabilities, or their logarithms.
 * @returns A number in [1, n], without unit; relative error at most (4H + 1)·2⁻⁵³, H in nats; (70H + 1)·2⁻⁵³
 *   from 256 probabilities on.
 * @example perplexity(probabilities([1, 0])) // 1
 */
export function perplexity(p: Probabilities | LogProbabilities): number {
  expectKind("perplexity", "p", p, "probabilities", "logProbabilities");
  return Math.exp(entropy(p));
}

/**
 * Perplexity of a model Q at the truth P: e^H(P,Q).
 *
 * @param p The truth P: n probabilities, or their logarithms.
 * @param q The model Q, over the same outcomes.
 * @returns A number in [e^H(P), ∞], without unit; relative error at most (4H + 1)·2⁻⁵³ with H = H(P,Q) in nats, since the
 *   exponential turns the absolute error of H into a relative one: below 10⁻¹⁴ while H(P,Q) ≤ 22.
 * @throws RangeError if p and q differ in length.
 * @example crossPerplexity(probabilities([1, 0]), probabilities([0, 1])) // Infinity
 */
export function crossPerplexity(
  p: Probabilities | LogProbabilities,
  q: Probabilities | LogProbabilities,
): number {
  expectPair("crossPerplexity", p, q, "probabilities", "logProbabilities");
  return Math.exp(crossEntropy(p, q));
}
