import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { sumsOver, type WriteColumn } from "../estimators/statistic.ts";
import { normalQuantile } from "../numeric/standardNormalTail.ts";

/**
 * The expected calibration error, Σ over bins of |Σ gap|/n, with an interval for what it is of the whole population in the same bins.
 *
 * As a sum of absolute values it is biased upward: chance in one bin does not take off what it adds in another. So the interval reaches down by as much as the
 * bins of resamples, together, differ from those of the sample: by the triangle inequality the true error is no farther below than these are off.
 * It reaches down at least by what chance does to a calibrated model, for where being wrong is rare, resamples do not show it. Its upper end is
 * that of the mean of the gaps, each with the sign of its bin's. It holds the truth oftener than the level says.
 *
 * @param binOf The bin of each prediction, below `bins`.
 */
export function calibrationError(
  binOf: ArrayLike<number>,
  bins: number,
  confidence: ArrayLike<number>,
  right: ArrayLike<number>,
  resampling: Resampling,
): { error: Estimate; byChance: number } {
  const n = binOf.length;
  const gaps = new Float64Array(bins);
  const variances = new Float64Array(bins);
  for (let i = 0; i < n; i++) {
    gaps[binOf[i]] += (right[i] - confidence[i]) / n;
    // That of a gap if the model is calibrated.
    variances[binOf[i]] += Math.max(0, confidence[i] * (1 - confidence[i])) / n ** 2;
  }
  const signed: WriteColumn = (entries, from) => {
    for (let k = 0, i = from; k < entries.length; k++, i++)
      entries[k] = Math.sign(gaps[binOf[i]]) * (right[i] - confidence[i]);
  };
  const mean = sumsOver(n, [signed], ([sum], count) => sum / count);
  const error = bootstrap(mean, resampling);

  // E|X| = σ√(2/π), and Var|X| = σ²(1 − 2/π), for a normal X of mean 0.
  const byChance = Math.sqrt(2 / Math.PI) * variances.reduce((sum, v) => sum + Math.sqrt(v), 0);
  if (error.resamples === 0) return { error, byChance };
  const spread = Math.sqrt((1 - 2 / Math.PI) * variances.reduce((sum, v) => sum + v, 0));
  const mostByChance = byChance + normalQuantile((1 + error.level) / 2) * spread;

  const columns = Array.from(
    gaps,
    (_, bin): WriteColumn =>
      (entries, from) => {
        for (let k = 0, i = from; k < entries.length; k++, i++)
          entries[k] = binOf[i] === bin ? right[i] - confidence[i] : 0;
      },
  );
  const distance = sumsOver(n, columns, (sums, count) =>
    gaps.reduce((sum, own, bin) => sum + Math.abs(sums[bin] / count - own), 0),
  );
  const { high: farthest } = bootstrap(
    { ...distance, influence: mean.influence, release: mean.release },
    { ...resampling, method: "percentile" },
  );
  return {
    error: {
      ...error,
      low: Math.max(0, error.value - Math.max(farthest, mostByChance)),
      high: Math.max(error.value, error.high),
    },
    byChance,
  };
}
