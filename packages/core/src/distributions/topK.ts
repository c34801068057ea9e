import { expectKind, type Probabilities } from "./kinds.ts";
import { normalize } from "./normalize.ts";
import { ascending, keepLargest } from "./ranking.ts";

/**
 * The k most probable outcomes, renormalised; the others get 0. Of equal ones the first come first.
 *
 * @param k A whole number ≥ 1; k ≥ n keeps everything.
 * @throws RangeError if k is not a whole number ≥ 1.
 * @example topK(probabilities([0.25, 0.5, 0.25]), 1) // [0, 1, 0]
 */
export function topK(p: Probabilities, k: number): Probabilities {
  expectKind("topK", "p", p, "probabilities");
  if (!(k >= 1 && (Number.isInteger(k) || k === Infinity)))
    throw new RangeError(`topK: k is ${k}, expected a whole number ≥ 1`);
  return normalize(keepLargest(p, Math.min(k, p.length), ascending(p)));
}
