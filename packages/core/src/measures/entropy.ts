import { expectKind, type LogProbabilities, type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { entropySum } from "../kernels/entropySum.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import type { Nats } from "../units.ts";

/**
 * Shannon entropy H(P) = −Σ pᵢ ln pᵢ, with 0 ln 0 = 0: the mean surprise of a draw from P.
 *
 * @param p n probabilities, or their logarithms.
 * @returns Nats, in [0, ln n]; relative error at most 4·2⁻⁵³ while every term pᵢ ln pᵢ is a normal double; from 256
 *   probabilities on, 70·2⁻⁵³.
 * @see Cover & Thomas (2006), Elements of Information Theory, §2.1.
 * @example inUnit(entropy(probabilities([0.5, 0.5])), "bits") // 1
 */
export function entropy(p: Probabilities | LogProbabilities): Nats {
  expectKind("entropy", "p", p, "probabilities", "logProbabilities");
  if (p.kind === "probabilities") return entropySum(valuesOf(p));
  return compensatedSum(p.length, entropyTerm(p));
}

/**
 * What each outcome adds to the entropy: −pᵢ ln pᵢ.
 *
 * @returns n numbers in nats, each in [0, 1/e]; they sum to `entropy(p)`.
 * @example entropyContributions(probabilities([1, 0])) // [0, 0]
 */
export function entropyContributions(p: Probabilities | LogProbabilities): Float64Array {
  expectKind("entropyContributions", "p", p, "probabilities", "logProbabilities");
  const term = entropyTerm(p);
  return valuesOf(p).map((_, i) => term(i));
}

function entropyTerm(p: Probabilities | LogProbabilities): (index: number) => Nats {
  if (p.kind === "probabilities") return (i) => (p[i] > 0 ? 0 - p[i] * Math.log(p[i]) : 0);
  return (i) => (p[i] === -Infinity ? 0 : 0 - Math.exp(p[i]) * p[i]);
}
