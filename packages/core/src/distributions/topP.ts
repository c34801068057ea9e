import { expectKind, type Probabilities } from "./kinds.ts";
import { normalize } from "./normalize.ts";
import { isWithin } from "./parameter.ts";
import { ascending, keepLargest } from "./ranking.ts";

/**
 * The nucleus: the fewest most probable outcomes that together reach a mass, renormalised; the others get 0. Of equal ones the
 * first come first.
 *
 * @param mass A number in [0, 1]; the most probable outcome always stays, and 1 keeps everything possible. Rounding is
 *   forgiven: a sum that falls short by n·2⁻⁵², the tolerance of `probabilities`, reaches it, so 0.3 + 0.3 + 0.3 reaches 0.9.
 * @throws RangeError if mass is NaN or outside [0, 1].
 * @see Holtzman et al. (2020), The curious case of neural text degeneration.
 * @example topP(probabilities([0.125, 0.5, 0.375]), 0.5) // [0, 1, 0]
 */
export function topP(p: Probabilities, mass: number): Probabilities {
  expectKind("topP", "p", p, "probabilities");
  if (!isWithin(mass, 0, 1)) throw new RangeError(`topP: mass is ${mass}, expected a number in [0, 1]`);
  if (mass === 1) return normalize(p);
  const sorted = ascending(p);
  let missing = mass - p.length * 2 ** -52;
  let k = 0;
  do missing -= sorted[sorted.length - ++k];
  while (missing > 0 && k < p.length);
  return normalize(keepLargest(p, k, sorted));
}
