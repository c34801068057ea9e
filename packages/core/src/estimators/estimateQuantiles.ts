import { fleeting, release } from "../numeric/fleeting.ts";
import { sortedQuantile } from "../numeric/sortedQuantile.ts";
import { normalQuantile } from "../numeric/standardNormalTail.ts";
import { clustersIn, type Dependence, expectDependence } from "./dependence.ts";
import { effectiveSizes } from "./effectiveSampleSize.ts";
import type { Estimate } from "./estimate.ts";
import { overClusters } from "./overClusters.ts";

/**
 * Quantiles of a column, each with Woodruff's interval: the values that so many of the observations are below as could be, were the truth there. It needs no
 * resampling; dependence enters by the effective sample size of "is below". Where all observations may well lie on one side of the truth, that end is infinite.
 *
 * @param shares Each in [0, 1]: 0.5 for the median. Linear between neighbours (R's type 7).
 * @throws RangeError if the column is empty or holds a NaN, a share is none, or the level is out of (0, 1).
 * @see Woodruff (1952), Confidence Intervals for Medians and Other Position Measures, JASA 47.
 * @example
 * const [median, last] = estimateQuantiles([5, 3, 1, 4, 2, 9, 7, 6, 8], [0.5, 0.999], { dependence: { kind: "independent" } });
 * [median.value, median.low < 4, median.high > 6, last.high] // [5, true, true, Infinity]
 */
export function estimateQuantiles(
  column: ArrayLike<number>,
  shares: readonly number[],
  { dependence, level = 0.95 }: { readonly dependence: Dependence; readonly level?: number },
): Estimate[] {
  if (column.length === 0)
    throw new RangeError("estimateQuantiles: column is empty, expected an observation");
  if (!(level > 0 && level < 1))
    throw new RangeError(`estimateQuantiles: level is ${level}, expected a number in (0, 1)`);
  expectDependence("estimateQuantiles", dependence, column.length);
  for (let i = 0; i < column.length; i++)
    if (Number.isNaN(column[i]))
      throw new RangeError(`estimateQuantiles: column[${i}] is NaN, expected a number`);
  for (const share of shares)
    if (!(share >= 0 && share <= 1))
      throw new RangeError(`estimateQuantiles: share is ${share}, expected a number in [0, 1]`);
  return overClusters(dependence, level, (of, at) => woodruff(column, shares, of, at));
}

function woodruff(
  column: ArrayLike<number>,
  shares: readonly number[],
  dependence: Dependence,
  level: number,
): Estimate[] {
  const sorted = fleeting(new Float64Array(column)).sort();
  const tail = (1 - level) / 2;
  const clusters = clustersIn(dependence);
  const sizeOf = effectiveSizes(dependence);
  const isBelow = fleeting(new Uint8Array(column.length));
  const estimates = shares.map((share) => {
    const value = sortedQuantile(sorted, share);
    for (let i = 0; i < column.length; i++) isBelow[i] = column[i] <= value ? 1 : 0;
    const n = Math.min(sizeOf(isBelow), column.length);
    const reach = normalQuantile(1 - tail) * Math.sqrt((share * (1 - share)) / n);
    // A half more, for counts are whole.
    const [from, to] = [share - reach - 0.5 / n, share + reach + 0.5 / n];
    return {
      value,
      low: (1 - share) ** n > tail ? -Infinity : sortedQuantile(sorted, Math.max(0, from)),
      high: share ** n > tail ? Infinity : sortedQuantile(sorted, Math.min(1, to)),
      level,
      method: "Woodruff",
      dependence: dependence.kind,
      ...clusters,
      resamples: 0,
      effectiveSampleSize: n,
    } satisfies Estimate;
  });
  release(sorted, isBelow);
  return estimates;
}
