import type { Rng } from "../rng.ts";

/**
 * One draw from the standard normal distribution (mean 0, standard deviation 1), by Box and Muller's transform of two uniforms.
 *
 * @param rng A generator; two of its `next()` are used.
 * @returns A number in [−8.58, 8.58]: the grid of `next()` has nothing beyond √(2·53 ln 2), where 10⁻¹⁷ of the mass lies.
 * @see Box & Muller (1958), A Note on the Generation of Random Normal Deviates.
 * @example standardNormal(createRng(1)).toFixed(6) // "0.600351"
 */
export function standardNormal(rng: Rng): number {
  const radius = Math.sqrt(-2 * Math.log1p(-rng.next()));
  return radius * Math.cos(2 * Math.PI * rng.next());
}
