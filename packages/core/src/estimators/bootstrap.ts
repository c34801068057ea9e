import { sumOf } from "../numeric/columns.ts";
import { sortedQuantile } from "../numeric/sortedQuantile.ts";
import { normalCdf, normalQuantile } from "../numeric/standardNormalTail.ts";
import type { Rng } from "../rng.ts";
import { blockLength } from "./blockLength.ts";
import { clustersIn, type Dependence, expectDependence, type Parts, partsOf } from "./dependence.ts";
import { effectiveSampleSize } from "./effectiveSampleSize.ts";
import type { Estimate } from "./estimate.ts";
import { overClusters } from "./overClusters.ts";
import { standardErrors, studentised } from "./standardErrors.ts";
import type { Statistic } from "./statistic.ts";
import { blockUnits, partUnits, singleUnits, type Units } from "./units.ts";

/** How an interval is to be made. */
export interface Resampling {
  /** What makes one has every interval begin with the same draws, so that a statistic of a sample has one interval, whatever else was estimated before it. */
  readonly rng: Rng | (() => Rng);
  readonly dependence: Dependence;
  /** How often the interval is to hold the truth; 0.95 unless given. */
  readonly level?: number;
  /** 1000 unless given. */
  readonly resamples?: number;
  /** "percentile" unless given. */
  readonly method?: "percentile" | "BCa" | "studentised";
}

/**
 * An interval for a statistic by resampling: from what may be taken as independent (observations, clusters, blocks of neighbours) as many are drawn as
 * there are, with repetition, the statistic is computed anew, and again, and the middle share `level` of what comes out is the interval. "BCa"
 * moves its ends for bias and for a spread that grows with the value (Efron), at the price of leaving groups out, some 200 times. "studentised" asks by how many of its own standard errors each resample
 * is off, and goes as many of the sample's the other way: where few observations are large and carry a mean, as those of a divergence do, it reaches as far as others like them could move it. Where fewer
 * than 20 units are drawn, it is by percentiles.
 *
 * What it assumes: that the units are drawn from one population, independently, and are more than a few; below some twenty (clusters by Student's t: below some six), or where a quantile has fewer than a
 * handful of observations beyond it, the interval is too short. Of one unit alone nothing can be said: from −∞ to ∞.
 *
 * @param statistic See `meanStatistic`, `sumsStatistic`, `quantileStatistic`.
 * @returns Resamples on which the statistic is not defined (0/0) are left out, and not counted in `resamples`.
 * @throws RangeError if the statistic is not defined on the sample, or an option is out of its range.
 * Measured of 95 % intervals for the mean of 25, 100 and 500 independent observations, in 2000 samples each: of exponential ones percentiles held the truth in 91, 94 and 95 %, studentised ones in 95 %; of
 * log-normal ones with σ = 1.5 in 79, 87 and 91 %, and in 89, 91 and 93 %.
 *
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, §12.5, 13–14; Politis & Romano (1992) for circular blocks.
 * @example
 * const { value, low, high } = bootstrap(meanStatistic([3, 1, 4, 1, 5, 9, 2, 6]), { rng: createRng(1), dependence: { kind: "independent" } });
 * low < value && value < high // true
 */
export function bootstrap(statistic: Statistic, resampling: Resampling): Estimate {
  const { dependence, level = 0.95, resamples = 1000 } = resampling;
  if (!(level > 0 && level < 1))
    throw new RangeError(`bootstrap: level is ${level}, expected a number in (0, 1)`);
  if (!(Number.isInteger(resamples) && resamples >= 1))
    throw new RangeError(`bootstrap: resamples is ${resamples}, expected a whole number above 0`);
  expectDependence("bootstrap", dependence, statistic.observations);
  if (Number.isNaN(statistic.value)) throw new RangeError("bootstrap: statistic is NaN, expected a number");
  const [estimate] = overClusters(dependence, level, (of, at) => [
    resampled(statistic, { ...resampling, resamples, dependence: of, level: at, nominal: level }),
  ]);
  return estimate;
}

function resampled(
  statistic: Statistic,
  {
    rng,
    dependence,
    level,
    resamples,
    method = "percentile",
    nominal,
  }: Resampling & { readonly level: number; readonly resamples: number; readonly nominal: number },
): Estimate {
  const { observations, value } = statistic;
  const influence = statistic.influence();
  const shortest = dependence.kind === "blocks" ? (dependence.length ?? blockLength(influence)) : 1;
  const length = Math.max(shortest, Math.ceil(observations / enoughDraws));
  // Blocks of one are drawn where no dependence shows: then their interval is that of as many independent ones.
  const effective =
    dependence.kind === "blocks" && length === 1 ? observations : effectiveSampleSize(influence, dependence);
  const units = unitsOf(dependence, influence, effective, length);
  const errors =
    method === "studentised" && units.draws >= enoughToStudentise
      ? standardErrors(units, influence)
      : undefined;
  const known = {
    value,
    level,
    method: method === "studentised" ? "percentile" : method,
    dependence: dependence.kind,
    ...clustersIn(dependence),
    ...(dependence.kind === "blocks" && { blockLength: length }),
    effectiveSampleSize: effective,
  };
  const unknown = { ...known, low: -Infinity, high: Infinity, resamples: 0 };
  statistic.release?.();
  if (units.count < 2 || units.sizes[0] === observations) return unknown;
  const compute = statistic.over(units);
  const drawn = typeof rng === "function" ? rng() : rng;
  if (errors && errors.whole > 0 && Number.isFinite(value)) {
    const off = replicate(studentised(compute, value, errors), units, resamples, drawn);
    const end = (share: number) => value - errors.whole * sortedQuantile(off, share);
    const tail = (1 - nominal) / 2;
    return { ...known, method: "studentised", low: end(1 - tail), high: end(tail), resamples: off.length };
  }
  const replicates = replicate(compute, units, resamples, drawn);
  if (replicates.length === 0) return unknown;
  const tail = (1 - level) / 2;
  const [low, high] =
    method === "BCa" ? corrected(statistic, dependence, replicates, tail) : [tail, 1 - tail];
  return {
    ...known,
    low: sortedQuantile(replicates, low),
    high: sortedQuantile(replicates, high),
    resamples: replicates.length,
  };
}

const enoughDraws = 8192;
const enoughToStudentise = 20;

/**
 * What is drawn. Blocks miss what reaches past their ends, which makes intervals too short: so fewer of them are drawn, as many as give the mean of the
 * influence the variance that its effective sample size says. Where more than some thousands would be drawn, longer blocks of neighbours do as well, of
 * independent observations too.
 */
function unitsOf(
  dependence: Dependence,
  influence: ArrayLike<number>,
  effective: number,
  length: number,
): Units {
  if (dependence.kind === "clusters") return partUnits(partsOf(dependence.of));
  if (length === 1) return singleUnits(influence.length);
  const units = blockUnits(influence.length, length);
  const means = units.sums(influence).map((sum, unit) => sum / units.sizes[unit]);
  const wanted = (varianceOf(means) / varianceOf(influence)) * effective;
  return wanted < units.draws ? { ...units, draws: Math.max(2, Math.round(wanted)) } : units;
}

function varianceOf(column: ArrayLike<number>): number {
  const mean = sumOf(column) / column.length;
  let squares = 0;
  for (let i = 0; i < column.length; i++) squares += (column[i] - mean) ** 2;
  return squares / column.length;
}

/** The statistic on so many resamples, smallest first. */
function replicate(
  compute: (drawn: Int32Array) => number,
  { count, draws }: Units,
  resamples: number,
  rng: Rng,
): Float64Array {
  const drawn = new Int32Array(draws);
  const replicates = new Float64Array(resamples);
  let defined = 0;
  for (let r = 0; r < resamples; r++) {
    for (let k = 0; k < draws; k++) drawn[k] = (rng.uint32() * count) / 2 ** 32;
    const replicate = compute(drawn);
    if (!Number.isNaN(replicate)) replicates[defined++] = replicate;
  }
  return replicates.subarray(0, defined).sort();
}

/** The shares between which a BCa interval lies: z₀ from how many replicates are below the value, the acceleration from leaving groups out. */
function corrected(
  statistic: Statistic,
  dependence: Dependence,
  replicates: Float64Array,
  tail: number,
): [number, number] {
  let below = 0;
  for (const replicate of replicates)
    below += replicate < statistic.value ? 1 : replicate === statistic.value ? 0.5 : 0;
  const share = Math.max(0.5, Math.min(below, replicates.length - 0.5)) / replicates.length;
  const bias = normalQuantile(share);
  const acceleration = accelerationOf(statistic, dependence);
  const end = (p: number) => {
    const z = bias + normalQuantile(p);
    return normalCdf(bias + z / (1 - acceleration * z));
  };
  return [end(tail), end(1 - tail)];
}

const mostGroups = 200;

/** Σd³/6(Σd²)^1.5 of the statistic without each of up to 200 groups of units; 0 where that is not finite. */
function accelerationOf(statistic: Statistic, dependence: Dependence): number {
  const groups = groupsOf(dependence, statistic.observations);
  const compute = statistic.over(partUnits(groups));
  const without = Array.from({ length: groups.count }, (_, left) =>
    compute(Int32Array.from({ length: groups.count - 1 }, (_, k) => (k < left ? k : k + 1))),
  );
  const mean = without.reduce((sum, x) => sum + x, 0) / without.length;
  const cubes = without.reduce((sum, x) => sum + (mean - x) ** 3, 0);
  const squares = without.reduce((sum, x) => sum + (mean - x) ** 2, 0);
  const acceleration = cubes / (6 * squares ** 1.5);
  return Number.isFinite(acceleration) ? acceleration : 0;
}

function groupsOf(dependence: Dependence, observations: number): Parts {
  const units =
    dependence.kind === "clusters"
      ? partsOf(dependence.of)
      : { count: observations, of: Int32Array.from({ length: observations }, (_, i) => i) };
  const count = Math.min(mostGroups, units.count);
  return { count, of: units.of.map((unit) => Math.floor((unit * count) / units.count)) };
}
