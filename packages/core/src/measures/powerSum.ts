import type { Probabilities } from "../distributions/kinds.ts";
import { compensatedSum } from "../numeric/compensatedSum.ts";

/**
 * Σ (pᵢ^α − pᵢ), over the outcomes with pᵢ > 0; for a distribution that is Σ pᵢ^α − 1, without the rounding error of the 1.
 * Terms have one sign.
 */
export function powerSumMinusOne(p: Probabilities, order: number): number {
  return compensatedSum(p.length, (i) => {
    if (p[i] === 0) return 0;
    const x = (order - 1) * Math.log(p[i]);
    return Math.abs(x) < 1 ? p[i] * Math.expm1(x) : p[i] ** order - p[i];
  });
}

/** The number of outcomes with pᵢ > 0. */
export function supportSize(p: Probabilities): number {
  let size = 0;
  for (let i = 0; i < p.length; i++) if (p[i] > 0) size++;
  return size;
}
