import { autocovariance } from "./autocovariance.ts";
import { averagedNeighbours } from "./averagedNeighbours.ts";
import { type Dependence, expectDependence, type Parts, partsOf } from "./dependence.ts";

/**
 * How many independent observations would tell the mean of a column as exactly: n where they are independent; n over the design effect for clusters;
 * n/(1 + 2Σρₖ) for neighbours, with the autocorrelations ρₖ summed for as long as those of two lags together are positive (Geyer's initial
 * sequence; up to lag 10√n, and of means of neighbours where n is above 16 384).
 *
 * @param column One number an observation, in order; finite.
 * @returns Above 0. More than n where neighbours repel each other. Where the column is constant: the clusters, or n, also where blocks may count.
 * @throws RangeError if there are not as many cluster numbers as observations.
 * @see Kish (1965), Survey Sampling, §8.2; Geyer (1992), Practical Markov Chain Monte Carlo, Statist. Sci. 7(4).
 * @example effectiveSampleSize([1, 1, 1, 5, 5, 5, 3, 3, 3], { kind: "clusters", of: [0, 0, 0, 1, 1, 1, 2, 2, 2] }) // 2.25
 * @example effectiveSampleSize([1, 2, 3], { kind: "independent" }) // 3
 */
export function effectiveSampleSize(column: ArrayLike<number>, dependence: Dependence): number {
  expectDependence("effectiveSampleSize", dependence, column.length);
  return effectiveSizes(dependence)(column);
}

/** The same for many columns of one sample. */
export function effectiveSizes(dependence: Dependence): (column: ArrayLike<number>) => number {
  if (dependence.kind === "blocks") return byAutocorrelation;
  if (dependence.kind === "independent") return ({ length }) => length;
  const parts = partsOf(dependence.of);
  const constant = dependence.orBlocks ? dependence.of.length : parts.count;
  return (column) => byDesignEffect(column, parts, constant);
}

/** s²/n over the variance of the mean between clusters (ratio linearised). */
function byDesignEffect(column: ArrayLike<number>, { count, of }: Parts, constant: number): number {
  const n = column.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += column[i] / n;
  const excess = new Float64Array(count);
  let squares = 0;
  // By its numbers: the mean of equal ones need not be their double.
  let varies = false;
  for (let i = 0; i < n; i++) {
    varies ||= column[i] !== column[0];
    excess[of[i]] += column[i] - mean;
    squares += (column[i] - mean) ** 2;
  }
  const between = excess.reduce((sum, x) => sum + x * x, 0) * (count / (count - 1));
  const ratio = (squares * (n / (n - 1))) / between;
  return varies && ratio > 0 ? n * ratio : constant;
}

function byAutocorrelation(column: ArrayLike<number>): number {
  const n = column.length;
  const variance = autocovariance(column)(0);
  if (!(variance > 0)) return n;
  const { size, means } = averagedNeighbours(column);
  const covariance = autocovariance(means);
  let sum = -covariance(0);
  const lags = Math.min(means.length / 2, Math.max(100, 10 * Math.sqrt(means.length)));
  for (let lag = 0; lag + 1 < lags; lag += 2) {
    const pair = covariance(lag) + covariance(lag + 1);
    if (!(pair > 0)) break;
    sum += 2 * pair;
  }
  return sum > 0 ? (n * variance) / (size * sum) : n;
}
