import { expectKind, type Probabilities, valuesOf } from "./kinds.ts";
import { normalize } from "./normalize.ts";
import { isWithin } from "./parameter.ts";

/**
 * The outcomes at least `ratio` times as probable as the most probable one, renormalised; the others get 0.
 *
 * @param ratio A number in [0, 1]; 0 keeps everything, 1 only the largest and its equals.
 * @throws RangeError if ratio is NaN or outside [0, 1].
 * @see Nguyen et al. (2025), Turning up the heat: min-p sampling for creative and coherent LLM outputs.
 * @example minP(probabilities([0.5, 0.375, 0.125]), 1) // [1, 0, 0]
 */
export function minP(p: Probabilities, ratio: number): Probabilities {
  expectKind("minP", "p", p, "probabilities");
  if (!isWithin(ratio, 0, 1)) throw new RangeError(`minP: ratio is ${ratio}, expected a number in [0, 1]`);
  let max = 0;
  for (let i = 0; i < p.length; i++) if (p[i] > max) max = p[i];
  return normalize(valuesOf(p).map((x) => (x >= ratio * max ? x : 0)));
}
