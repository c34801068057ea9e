import { isWithin } from "../distributions/parameter.ts";
import type { Nats } from "../units.ts";

/**
 * Self-information (surprisal) of an outcome of probability p: −ln p.
 *
 * @param p A probability, in [0, 1].
 * @returns Nats, in [0, ∞]; +∞ at p = 0. Relative error at most 2⁻⁵².
 * @throws RangeError if p is NaN or outside [0, 1].
 * @see Cover & Thomas (2006), Elements of Information Theory, §2.1.
 * @example inUnit(selfInformation(1 / 8), "bits") // 3
 */
export function selfInformation(p: number): Nats {
  if (!isWithin(p, 0, 1))
    throw new RangeError(`selfInformation: p is ${p}, expected a probability in [0, 1]`);
  return 0 - Math.log(p);
}
