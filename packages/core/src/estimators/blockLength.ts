import { autocovariance } from "./autocovariance.ts";
import { averagedNeighbours } from "./averagedNeighbours.ts";

/**
 * How long the blocks of a circular block bootstrap of a mean should be: what minimises the squared error of its variance, the spectrum at 0 and its
 * slope being estimated under a flat-top window (of means of neighbours in series past 16 384).
 *
 * @param column A stationary series, in its order.
 * @returns A whole number in [1, ⌈min(3√n, n/3)⌉]; 1 where there is no autocorrelation to be seen.
 * @see Politis & White (2004), Automatic Block-Length Selection for the Dependent Bootstrap, Econometric Reviews 23(1), with Patton, Politis &
 *   White's correction (2009), 28(4).
 * @example blockLength(Array.from({ length: 200 }, (_, i) => Math.floor(i / 10) ** 2 % 7)) // 15
 */
export function blockLength(column: ArrayLike<number>): number {
  const { size, means } = averagedNeighbours(column);
  const n = means.length;
  const covariance = autocovariance(means);
  const variance = covariance(0);
  if (n < 4 || !(variance > 0)) return 1;
  const quietLags = Math.max(5, Math.ceil(Math.log10(n)));
  const longest = Math.min(n - 1 - quietLags, Math.ceil(Math.sqrt(n)) + quietLags);
  const quiet = 2 * Math.sqrt(Math.log10(n) / n) * variance;
  const isQuietAfter = (lag: number) => {
    for (let k = lag + 1; k <= lag + quietLags; k++) if (Math.abs(covariance(k)) >= quiet) return false;
    return true;
  };
  let memory = 0;
  while (memory < longest && !isQuietAfter(memory)) memory++;
  const window = Math.min(2 * Math.max(memory, 1), Math.max(1, longest));
  let spectrum = variance;
  let slope = 0;
  for (let k = 1; k <= window; k++) {
    const weight = Math.min(1, 2 * (1 - k / window));
    spectrum += 2 * weight * covariance(k);
    slope += 2 * weight * k * covariance(k);
  }
  if (memory === 0 || !(spectrum > 0)) return 1;
  const best = (1.5 * (slope / spectrum) ** 2 * n) ** (1 / 3);
  const most = Math.ceil(Math.min(3 * Math.sqrt(column.length), column.length / 3));
  return Math.max(1, Math.min(size * Math.ceil(best), most));
}
