import type { Points } from "../numeric/kdTree.ts";
import { normalQuantile } from "../numeric/standardNormalTail.ts";
import type { Nats } from "../units.ts";
import { type Parts, partsOf } from "./dependence.ts";
import type { Estimate } from "./estimate.ts";
import {
  informationOfLabels,
  type TableEstimator,
  tableEstimators,
  varianceOfLabels,
} from "./informationFromCounts.ts";
import { ksg1, ksg2, type NeighbourInformationOptions } from "./ksgInformation.ts";
import { expectRepeated, labelled } from "./labelledInformation.ts";
import { isLabels, type Labels, mixedPairOf, namesOf } from "./labelPoints.ts";
import { mixed } from "./mixedInformation.ts";
import { expectNeighbours } from "./neighbours.ts";
import { pairOf, pointsAt, type Sample } from "./points.ts";
import { expectLevel, type Subsampling, shuffle, subsampling } from "./subsampling.ts";

/** Mutual information from a sample, and whether chance would give as much. */
export interface MutualInformationEstimate extends Estimate {
  /**
   * How often independent variables with the same values seem to share as much: (1 + permutations of y with an estimate as large)/(1 + permutations), at most
   * 0.05 in at most 5 of 100 samples of independent variables.
   */
  readonly pValue?: number;
}

/**
 * For two continuous variables "ksg1" or "ksg2"; "labelled" for a continuous x and labels y; "mixed" for numbers of which some coincide, and labels; for two columns of
 * labels, how their entropies are estimated, "millerMadow" for one.
 */
export type InformationEstimator = "ksg1" | "ksg2" | "labelled" | "mixed" | TableEstimator;

export interface MutualInformationOptions extends Subsampling, NeighbourInformationOptions {
  /** "ksg1" unless given. */
  readonly estimator?: InformationEstimator;
  /** How often y is put in random order for the p-value; 0 unless given, which gives none. */
  readonly permutations?: number;
}

/**
 * Mutual information of two variables from a sample of both, with an interval and, if asked for, a p-value by permutation. The interval of estimates from neighbours
 * is by subsampling, which measures the sample some forty times more; that of estimates from labels by the delta method.
 *
 * What it assumes: observations are independent; and what the estimator does, see `ksgInformation`, `labelledInformation`, `mixedInformation`, `informationFromCounts`. The
 * interval is about what the estimator expects at this n, bias included: it misses the truth where the bias is not small against its width. Between
 * independent variables, whose estimates lie on both sides of 0, ask the p-value; an interval from labels then holds the truth nearly always.
 *
 * @param x n finite numbers, or columns of n.
 * @param y The same for the other variable. Where the estimator takes labels, numbers that stand for them; for "mixed", { labels } of such numbers.
 * @returns In nats.
 * @throws RangeError if a number is not finite, lengths differ, or an option is out of its range.
 * @see Holmes & Nemenman (2019) for subsampling; Moddemeijer (1989), On Estimation of Entropy and Mutual Information of Continuous Distributions, for the delta
 *   method; Phipson & Smyth (2010), Permutation P-values Should Never Be Zero.
 * @example
 * const rng = createRng(1);
 * const x = Array.from({ length: 400 }, () => standardNormal(rng));
 * const y = x.map((t) => 0.6 * t + 0.8 * standardNormal(rng));
 * const { low, high, pValue } = estimateMutualInformation(x, y, { rng, permutations: 99 });
 * [low < 0.2231, 0.2231 < high, pValue] // [true, true, 0.01]
 */
export function estimateMutualInformation(
  x: Sample | Labels,
  y: Sample | Labels,
  options: MutualInformationOptions,
): MutualInformationEstimate {
  const where = "estimateMutualInformation";
  const { estimator = "ksg1", permutations = 0, level = 0.95, onProgress } = options;
  if (!(Number.isInteger(permutations) && permutations >= 0))
    throw new RangeError(`${where}: permutations is ${permutations}, expected a whole number from 0`);
  expectLevel(where, level);
  const known = [...Object.keys(byNeighbours), ...Object.keys(tableEstimators)];
  if (!known.includes(estimator))
    throw new RangeError(`${where}: estimator is ${estimator}, expected one of ${known.join(", ")}`);
  const { estimate, permuted } =
    estimator in byNeighbours
      ? fromNeighbours(where, x, y, estimator as NeighbourEstimator, {
          ...options,
          onProgress: (done, cuts) => onProgress?.(done, cuts + permutations),
        })
      : fromLabels(where, x, y, estimator as TableEstimator, level);
  if (permutations === 0) return estimate;
  return { ...estimate, pValue: chanceOfAsMuch(estimate, permuted, permutations, options) };
}

/** An estimate, and what it would be with y in another order. */
interface Permutable {
  readonly estimate: Estimate;
  permuted(order: Int32Array): Nats;
}

const byNeighbours = {
  ksg1,
  ksg2,
  mixed,
  labelled: (x: Points, y: Points, k: number) => labelled(x, y.values, k),
};

type NeighbourEstimator = keyof typeof byNeighbours;

function fromNeighbours(
  where: string,
  x: Sample | Labels,
  y: Sample | Labels,
  estimator: NeighbourEstimator,
  options: MutualInformationOptions,
): Permutable {
  const { k = 3, standardize = true } = options;
  const numbers = (name: string, sample: Sample | Labels) => {
    if (!isLabels(sample)) return sample;
    throw new TypeError(`${where}: ${name} is labels, expected numbers for ${estimator}`);
  };
  const [a, b] =
    estimator === "mixed"
      ? mixedPairOf(where, x, y, standardize)
      : pairOf(where, numbers("x", x), estimator === "labelled" ? namesOf(y) : numbers("y", y), standardize);
  expectNeighbours(where, k, a.count);
  if (estimator === "labelled") {
    expectOneColumn(where, "y", b);
    expectRepeated(where, "labels y", b.values);
  }
  const compute = byNeighbours[estimator];
  const of = (part: Int32Array) => compute(pointsAt(a, part), pointsAt(b, part), k);
  const subsampled = { counts: [a.count], value: compute(a, b, k), least: k + 1, of };
  return {
    estimate: subsampling(where, subsampled, options),
    permuted: (order) => compute(a, pointsAt(b, order), k),
  };
}

function fromLabels(
  where: string,
  x: Sample | Labels,
  y: Sample | Labels,
  estimator: TableEstimator,
  level: number,
): Permutable {
  const [a, b] = pairOf(where, namesOf(x), namesOf(y), false).map((points, axis) => {
    expectOneColumn(where, "xy"[axis], points);
    return partsOf(points.values);
  });
  const value = informationOfLabels(a, b, estimator);
  const reach = normalQuantile((1 + level) / 2) * Math.sqrt(varianceOfLabels(a, b));
  const reordered = (order: Int32Array): Parts => ({ count: b.count, of: order.map((i) => b.of[i]) });
  return {
    estimate: {
      value,
      low: value - reach,
      high: value + reach,
      level,
      method: "delta",
      dependence: "independent",
      resamples: 0,
      effectiveSampleSize: a.of.length,
    },
    permuted: (order) => informationOfLabels(a, reordered(order), estimator),
  };
}

function expectOneColumn(where: string, name: string, { dimension }: Points): void {
  if (dimension > 1)
    throw new RangeError(`${where}: ${name} has ${dimension} columns, expected one of labels`);
}

/** How often a permutation gives as much; the order that was found counts as one of them. */
function chanceOfAsMuch(
  { value, effectiveSampleSize, resamples }: Estimate,
  permuted: (order: Int32Array) => Nats,
  permutations: number,
  { rng, onProgress }: Subsampling,
): number {
  const order = Int32Array.from({ length: effectiveSampleSize }, (_, i) => i);
  // What is as much may be rounded apart, since sums go in another order.
  const asMuch = value - 1e-12;
  let times = 1;
  for (let i = 0; i < permutations; i++) {
    shuffle(order, rng);
    if (permuted(order) >= asMuch) times++;
    onProgress?.(resamples + i + 1, resamples + permutations);
  }
  return times / (1 + permutations);
}
