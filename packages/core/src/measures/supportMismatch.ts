import type { LogProbabilities, Probabilities } from "../distributions/kinds.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";
import { expectPair } from "./pair.ts";

/** The outcomes that P allows and Q rules out, which make D(P‖Q) infinite. */
export interface SupportMismatch {
  /** Largest mass first; equal masses in order of index. `name` is there when names were given. */
  readonly outcomes: readonly { readonly index: number; readonly name?: string; readonly mass: number }[];
  /** The probability, under P, of drawing one of them. */
  readonly mass: number;
}

/**
 * Which outcomes make D(P‖Q) infinite, qᵢ = 0 < pᵢ, and how much of P they carry. For D(Q‖P), swap the arguments.
 *
 * @param p The truth P: n probabilities, or their logarithms.
 * @param q The model Q, over the same outcomes.
 * @param names A name for each outcome.
 * @returns No outcomes, and mass 0, exactly when D(P‖Q) is finite.
 * @throws RangeError if p, q and the names differ in length.
 * @example supportMismatch(probabilities([0.5, 0.5]), probabilities([1, 0]), ["heads", "tails"]).outcomes // [{ index: 1, mass: 0.5, name: "tails" }]
 */
export function supportMismatch(
  p: Probabilities | LogProbabilities,
  q: Probabilities | LogProbabilities,
  names?: readonly string[],
): SupportMismatch {
  expectPair("supportMismatch", p, q, "probabilities", "logProbabilities");
  if (names && names.length !== p.length)
    throw new RangeError(`supportMismatch: names has ${names.length} entries, expected ${p.length}`);
  const impossible = (v: Probabilities | LogProbabilities) => (v.kind === "probabilities" ? 0 : -Infinity);
  const [zeroP, zeroQ] = [impossible(p), impossible(q)];
  const outcomes: { index: number; name?: string; mass: number }[] = [];
  for (let index = 0; index < p.length; index++) {
    if (q[index] !== zeroQ || p[index] === zeroP) continue;
    const mass = p.kind === "probabilities" ? p[index] : Math.exp(p[index]);
    outcomes.push({ index, mass, ...(names && { name: names[index] as string }) });
  }
  outcomes.sort((a, b) => b.mass - a.mass || a.index - b.index);
  return { outcomes, mass: compensatedSum(outcomes.length, (i) => outcomes[i].mass) };
}
