import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { meanStatistic, sumsStatistic } from "../estimators/statistic.ts";
import { normalQuantile } from "../numeric/standardNormalTail.ts";

/**
 * The expected calibration error, Σ over bins of |Σ gap|/n, with an interval for what it is of the whole population in the same bins.
 *
 * As a sum of absolute values it is biased upward: chance in one bin does not take off what it adds in another. So the interval reaches down by as much as the
 * bins of resamples, together, differ from those of the sample: by the triangle inequality the true error is no farther below than these are off.
 * It reaches down at least by what chance does to a calibrated model, for where being wrong is rare, resamples do not show it. Its upper end is
 * that of the mean of the gaps, each with the sign of its bin's. It holds the truth oftener than the level says.
 *
 * @param members The predictions in each bin.
 * @param gap 1 or 0, as it was right, less its confidence, of each prediction.
 * @param variance That of each gap if the model is calibrated: c(1 − c).
 */
export function calibrationError(
  members: readonly (readonly number[])[],
  gap: Float64Array,
  variance: Float64Array,
  resampling: Resampling,
): { error: Estimate; byChance: number } {
  const n = gap.length;
  const sumOver = (rows: readonly number[], values: Float64Array) =>
    rows.reduce((sum, i) => sum + values[i], 0);
  const gaps = members.map((rows) => sumOver(rows, gap) / n);
  const variances = members.map((rows) => sumOver(rows, variance) / n ** 2);

  const signed = new Float64Array(n);
  const columns = members.map((rows, bin) => {
    const column = new Float64Array(n);
    for (const i of rows) {
      column[i] = gap[i];
      signed[i] = Math.sign(gaps[bin]) * gap[i];
    }
    return column;
  });
  const mean = meanStatistic(signed);
  const error = bootstrap(mean, resampling);

  // E|X| = σ√(2/π), and Var|X| = σ²(1 − 2/π), for a normal X of mean 0.
  const byChance = Math.sqrt(2 / Math.PI) * variances.reduce((sum, v) => sum + Math.sqrt(v), 0);
  if (error.resamples === 0) return { error, byChance };
  const spread = Math.sqrt((1 - 2 / Math.PI) * variances.reduce((sum, v) => sum + v, 0));
  const mostByChance = byChance + normalQuantile((1 + error.level) / 2) * spread;

  const distance = sumsStatistic(columns, (sums, count) =>
    gaps.reduce((sum, own, bin) => sum + Math.abs(sums[bin] / count - own), 0),
  );
  const { high: farthest } = bootstrap({ ...distance, influence: mean.influence }, resampling);
  return {
    error: {
      ...error,
      low: Math.max(0, error.value - Math.max(farthest, mostByChance)),
      high: Math.max(error.value, error.high),
    },
    byChance,
  };
}
