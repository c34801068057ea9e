import type { Counts } from "../distributions/kinds.ts";
import type { Nats } from "../units.ts";
import { type CountProfile, profileOf, tally } from "./countProfile.ts";
import { type Parts, partsOf } from "./dependence.ts";
import { type ResampledEstimator, resampledEstimators } from "./entropyEstimators.ts";
import { shrinkage, shrunkEntropy } from "./jamesSteinEntropy.ts";
import { nsbEntropy } from "./nsbEntropy.ts";

/** How the three entropies are estimated: "nsb" by the mean of its posterior. */
export type TableEstimator = ResampledEstimator | "nsb";

export const tableEstimators: Readonly<
  Record<TableEstimator, (profile: CountProfile, alphabet: number) => Nats>
> = {
  ...resampledEstimators,
  nsb: (profile, alphabet) => nsbEntropy(profile, alphabet).mean,
};

/**
 * Mutual information of two discrete variables from the counts of their pairs: H(X) + H(Y) − H(X,Y), each estimated in the same way. As "plugIn" it is biased upward
 * by about (r − 1)(c − 1)/2n; as "millerMadow" this is taken off, for as many cells as were seen (Panzeri and Treves' correction of first order). Corrected, it may
 * come out below 0.
 *
 * @param sample Whole counts, row-major: a row for each value of X.
 * @param shape How many values X and Y have, seen or not.
 * @param estimator How entropies are estimated, "millerMadow" unless given; "jamesStein" shrinks the table toward one of
 *   equal cells (Hausser and Strimmer), "nsb" takes the shape for how many values and pairs there are.
 * @returns Nats.
 * @throws TypeError if the sample is not of kind counts.
 * @throws RangeError if a count is not whole, there are not r × c of them, or the estimator is none of these.
 * @see Panzeri & Treves (1996), Analytical Estimates of Limited Sampling Biases in Different Information Measures, Network 7.
 * @example informationFromCounts(counts([5, 0, 0, 5]), [2, 2], "plugIn") / Math.LN2 // 1
 * @example informationFromCounts(counts([3, 1, 1, 3]), [2, 2]).toFixed(4) // "0.0683"
 */
export function informationFromCounts(
  sample: Counts,
  [rows, columns]: readonly [number, number],
  estimator: TableEstimator = "millerMadow",
): Nats {
  const where = "informationFromCounts";
  expectEstimator(where, estimator);
  if (sample.length !== rows * columns)
    throw new RangeError(
      `${where}: sample has ${sample.length} counts, expected ${rows}×${columns} = ${rows * columns}`,
    );
  const [ofX, ofY] = [new Float64Array(rows), new Float64Array(columns)];
  const ofPairs = profileOf(where, sample);
  for (let i = 0; i < sample.length; i++) {
    ofX[Math.floor(i / columns)] += sample[i];
    ofY[i % columns] += sample[i];
  }
  return shared([tally(ofX), tally(ofY), ofPairs], estimator);
}

/** The same of labels, observation by observation: no table, however many labels there are. */
export function informationOfLabels(x: Parts, y: Parts, estimator: TableEstimator): Nats {
  return shared(
    [x, y, pairsOf(x, y)].map((parts) => tally(sizesOf(parts))),
    estimator,
  );
}

function shared([x, y, pairs]: readonly CountProfile[], estimator: TableEstimator): Nats {
  const [rows, columns] = [x.listed, y.listed];
  const entropy = tableEstimators[estimator];
  if (estimator !== "jamesStein")
    return entropy(x, rows) + entropy(y, columns) - entropy(pairs, rows * columns);
  // The marginals of the table that was moved, and not each moved for itself: so it stays above 0.
  const share = shrinkage(pairs, rows * columns);
  return (
    shrunkEntropy(x, rows, share) +
    shrunkEntropy(y, columns, share) -
    shrunkEntropy(pairs, rows * columns, share)
  );
}

function expectEstimator(where: string, estimator: string): void {
  if (!Object.hasOwn(tableEstimators, estimator))
    throw new RangeError(
      `${where}: estimator is ${estimator}, expected one of ${Object.keys(tableEstimators).join(", ")}`,
    );
}

/**
 * The variance of such an estimate by the delta method, Var ln(p(x,y)/p(x)p(y))/n, and what remains of it between independent variables, where that is 0:
 * (r − 1)(c − 1)/2n², half the variance of a χ² over n².
 */
export function varianceOfLabels(x: Parts, y: Parts): number {
  const n = x.of.length;
  const pairs = pairsOf(x, y);
  const [ofX, ofY, ofPairs] = [x, y, pairs].map(sizesOf);
  let [mean, squares] = [0, 0];
  for (let i = 0; i < n; i++) {
    const lift = Math.log((ofPairs[pairs.of[i]] / ofX[x.of[i]]) * (n / ofY[y.of[i]]));
    mean += lift / n;
    squares += lift ** 2 / n;
  }
  return Math.max(0, squares - mean ** 2) / n + ((x.count - 1) * (y.count - 1)) / (2 * n ** 2);
}

function pairsOf(x: Parts, y: Parts): Parts {
  return partsOf(Float64Array.from(x.of, (a, i) => a * y.count + y.of[i]));
}

function sizesOf({ count, of }: Parts): Float64Array {
  const sizes = new Float64Array(count);
  for (const part of of) sizes[part]++;
  return sizes;
}
