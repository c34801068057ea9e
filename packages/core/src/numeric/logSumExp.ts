import { compensatedSum } from "./compensatedSum.ts";

/**
 * ln Σ e^xᵢ, without overflow or underflow on the way.
 *
 * @param x Numbers in [−∞, ∞]; none at all give −∞.
 * @returns A number in [−∞, ∞], off by at most 4·2⁻⁵³·max(1, |max x|).
 */
export function logSumExp(x: ArrayLike<number>): number {
  let top = 0;
  for (let i = 1; i < x.length; i++) if (x[i] > x[top]) top = i;
  const max = x.length === 0 ? -Infinity : x[top];
  if (!Number.isFinite(max)) return max;
  return max + Math.log1p(compensatedSum(x.length, (i) => (i === top ? 0 : Math.exp(x[i] - max))));
}
