import { type LogProbabilities, type Probabilities, valuesOf } from "../distributions/kinds.ts";
import { klSum } from "../kernels/klSum.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { klTermOfLogs } from "../numeric/klTerm.ts";
import { logRatio } from "../numeric/logRatio.ts";
import type { Nats } from "../units.ts";
import { expectPair } from "./pair.ts";

/** Which way a divergence looks: "forward" is D(P‖Q), "reverse" is D(Q‖P); P is always the truth and Q the model. */
export type Direction = "forward" | "reverse";

/**
 * Kullback–Leibler divergence D(P‖Q) = Σ pᵢ ln(pᵢ/qᵢ): how much the model Q costs on draws from the truth P, beyond H(P).
 *
 * Computed as Σ (pᵢ ln(pᵢ/qᵢ) − pᵢ + qᵢ), whose terms are all ≥ 0: the same number when p and q sum to 1 exactly, and the
 * meaning given to D when, as doubles do, they miss 1 by a little. So D is never negative, and keeps its digits however near P
 * and Q are.
 *
 * @param p The truth P: n probabilities, or their logarithms.
 * @param q The model Q, over the same outcomes: probabilities, or their logarithms.
 * @param direction "forward" (the default) for D(P‖Q), "reverse" for D(Q‖P).
 * @returns Nats, in [0, ∞]; +∞ when some qᵢ = 0 < pᵢ (in the reverse direction pᵢ = 0 < qᵢ); `supportMismatch` says which.
 *   Relative error at most 20·2⁻⁵³ when both are probabilities or both are logarithms (90·2⁻⁵³, below 10⁻¹⁴, from 256
 *   probabilities on). Mixed, ln pᵢ is rounded first, and the error is max|ln pᵢ|·2⁻⁵³/√D relatively for near-equal P and Q:
 *   convert one of them if that matters.
 * @throws RangeError if p and q differ in length, or the direction is neither of the two.
 * @see Cover & Thomas (2006), Elements of Information Theory, §2.3.
 * @example inUnit(klDivergence(probabilities([0.5, 0.5]), probabilities([1, 0])), "bits") // Infinity
 * @example inUnit(klDivergence(probabilities([0.5, 0.5]), probabilities([1, 0]), "reverse"), "bits") // 1
 */
export function klDivergence(
  p: Probabilities | LogProbabilities,
  q: Probabilities | LogProbabilities,
  direction: Direction = "forward",
): Nats {
  expectPair("klDivergence", p, q, "probabilities", "logProbabilities");
  const [truth, model] = directed("klDivergence", p, q, direction);
  if (truth.kind === "probabilities" && model.kind === "probabilities")
    return klSum(valuesOf(truth), valuesOf(model));
  const logTruth = logAt(truth);
  const logModel = logAt(model);
  return compensatedSum(truth.length, (i) => klTermOfLogs(logTruth(i), logModel(i)));
}

/**
 * What each outcome adds to the KL divergence: pᵢ ln(pᵢ/qᵢ), or qᵢ ln(qᵢ/pᵢ) in the reverse direction.
 *
 * @returns n numbers in nats, each ≥ −1/e and possibly +∞; negative where Q gives the outcome more than P. They sum to the
 *   divergence up to the rounding of p and q themselves.
 * @throws RangeError if p and q differ in length, or the direction is neither of the two.
 * @example klContributions(probabilities([1, 0]), probabilities([0.5, 0.5])) // [0.6931471805599453, 0]
 */
export function klContributions(
  p: Probabilities | LogProbabilities,
  q: Probabilities | LogProbabilities,
  direction: Direction = "forward",
): Float64Array {
  expectPair("klContributions", p, q, "probabilities", "logProbabilities");
  const [truth, model] = directed("klContributions", p, q, direction);
  if (truth.kind === "probabilities" && model.kind === "probabilities")
    return valuesOf(truth).map((x, i) => excess(x, model[i]));
  const logTruth = logAt(truth);
  const logModel = logAt(model);
  return valuesOf(truth).map((_, i) => excessOfLogs(logTruth(i), logModel(i)));
}

/** Puts the pair in the order truth, model that the direction asks for. */
export function directed<V>(where: string, p: V, q: V, direction: Direction): [truth: V, model: V] {
  if (direction === "forward") return [p, q];
  if (direction === "reverse") return [q, p];
  throw new RangeError(`${where}: direction is ${direction}, expected "forward" or "reverse"`);
}

function logAt(p: Probabilities | LogProbabilities): (index: number) => number {
  return p.kind === "probabilities" ? (i) => Math.log(p[i]) : (i) => p[i];
}

/** p ln(p/q) with 0 ln 0 = 0; near p = q the ratio itself would round away the digits of its logarithm. */
function excess(p: number, q: number): Nats {
  if (p === 0) return 0;
  if (q === 0) return Infinity;
  const d = (q - p) / p;
  return Math.abs(d) < 0.5 ? 0 - p * Math.log1p(d) : p * logRatio(p, q);
}

function excessOfLogs(logP: number, logQ: number): Nats {
  if (logP === -Infinity) return 0;
  return logQ === -Infinity ? Infinity : Math.exp(logP) * (logP - logQ);
}
