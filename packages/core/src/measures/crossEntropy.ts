import { type LogProbabilities, type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";
import { expectPair } from "./pair.ts";

/**
 * Cross-entropy H(P,Q) = −Σ pᵢ ln qᵢ, with 0 ln 0 = 0: the mean surprise of a model Q at draws from the truth P.
 *
 * @param p The truth P: n probabilities, or their logarithms.
 * @param q The model Q, over the same outcomes: probabilities, or their logarithms.
 * @returns Nats, in [H(P), ∞]; +∞ when some qᵢ = 0 < pᵢ. Relative error at most 4·2⁻⁵³.
 * @throws RangeError if p and q differ in length.
 * @see Cover & Thomas (2006), Elements of Information Theory, §5.4.
 * @example crossEntropy(probabilities([1, 0]), logProbabilities([-800, 0])) // 800
 */
export function crossEntropy(p: Probabilities | LogProbabilities, q: Probabilities | LogProbabilities): Nats {
  expectPair("crossEntropy", p, q, "probabilities", "logProbabilities");
  return compensatedSum(p.length, crossEntropyTerm(p, q));
}

/**
 * What each outcome adds to the cross-entropy: −pᵢ ln qᵢ.
 *
 * @returns n numbers in nats, each in [0, ∞]; they sum to `crossEntropy(p, q)`.
 * @example crossEntropyContributions(probabilities([1, 0]), probabilities([1, 0])) // [0, 0]
 */
export function crossEntropyContributions(
  p: Probabilities | LogProbabilities,
  q: Probabilities | LogProbabilities,
): Float64Array {
  expectPair("crossEntropyContributions", p, q, "probabilities", "logProbabilities");
  const term = crossEntropyTerm(p, q);
  return valuesOf(p).map((_, i) => term(i));
}

function crossEntropyTerm(
  p: Probabilities | LogProbabilities,
  q: Probabilities | LogProbabilities,
): (index: number) => Nats {
  const logQ = q.kind === "probabilities" ? (i: number) => Math.log(q[i]) : (i: number) => q[i];
  if (p.kind === "probabilities") return (i) => (p[i] > 0 ? 0 - p[i] * logQ(i) : 0);
  return (i) => (p[i] === -Infinity ? 0 : 0 - expTimes(p[i], logQ(i)));
}

/** eˡ·x, where x = −∞ wins over an eˡ that underflows: the outcome is possible, however rare. */
function expTimes(l: number, x: number): number {
  return x === -Infinity ? x : Math.exp(l) * x;
}
