import type { Resampling } from "../estimators/bootstrap.ts";
import { type BoundColumns, type BoundedMean, boundedMean } from "./boundedMean.ts";
import { type Verdict, verdictOf } from "./pairedDifference.ts";
import { expectRows } from "./scored.ts";

/** Between which values a mean difference lies, and of how many tokens. */
export interface BoundedDifference extends BoundedMean {
  readonly tokens: number;
  /** Of `one`, at the level of the interval: "lower" or "higher" only if both ends are. */
  readonly verdict: Verdict;
}

/**
 * Whether one column is lower than another on the same tokens, of which some entries are known between bounds only, as `pairedDifference` where all are known.
 *
 * @param one NaN where nothing is known; such tokens are left out of both.
 * @returns Nothing if no token has ends of both.
 * @throws RangeError if the columns differ in length.
 * @example
 * const options = { rng: createRng(1), dependence: { kind: "independent" } } as const;
 * const known = [4, 5, 6, 4, 5, 6];
 * const withheld = { lower: [1, 2, 3, 2, 1, 5], upper: [1, 2, 3, 2, 1, Infinity] };
 * boundedDifference({ lower: known, upper: known }, withheld, options).verdict // "not distinguishable"
 * @example boundedDifference({ lower: [1, 2], upper: [2, 2] }, { lower: [5, 7], upper: [6, 8] }, { rng: createRng(1), dependence: { kind: "independent" } }).upper.value // -4
 */
export function boundedDifference(
  one: BoundColumns,
  other: BoundColumns,
  options: Resampling,
): BoundedDifference | undefined {
  const found = boundedMean("boundedDifference", differenceEnds(one, other), options, [-Infinity, Infinity]);
  return found && { tokens: found.tokens, ...found.mean, verdict: verdictOfEnds(found.mean) };
}

/** What all values between the ends say of a sign. */
export function verdictOfEnds({ lower, upper }: BoundedMean): Verdict {
  const [ofLower, ofUpper] = [verdictOf(lower), verdictOf(upper)];
  return ofLower === ofUpper ? ofLower : "not distinguishable";
}

/**
 * The ends of the difference of two columns, entry by entry. If one entry may be anything below, the whole lower end is −∞, as the mean is, whatever the others are; if one may be anything above, the upper
 * end ∞.
 *
 * @throws RangeError if the columns differ in length.
 * @example differenceEnds({ lower: [3, 1], upper: [4, 1] }, { lower: [1, 1], upper: [2, Infinity] }) // { lower: [-Infinity, -Infinity], upper: [3, 0] }
 */
export function differenceEnds(
  one: BoundColumns,
  other: BoundColumns,
): { lower: Float64Array; upper: Float64Array } {
  const rows = one.lower.length;
  for (const [name, column] of Object.entries({ "one.upper": one.upper, ...other }))
    expectRows("differenceEnds", name, column, rows);
  const [lower, upper] = [new Float64Array(rows), new Float64Array(rows)];
  const isOpen = { lower: false, upper: false };
  for (let row = 0; row < rows; row++) {
    const isKnown = !(Number.isNaN(one.lower[row]) || Number.isNaN(other.lower[row]));
    lower[row] = isKnown ? 0 : Number.NaN;
    upper[row] = lower[row];
    if (!isKnown) continue;
    isOpen.lower ||= other.upper[row] === Infinity;
    isOpen.upper ||= one.upper[row] === Infinity;
  }
  // 0 where both are known.
  for (let row = 0; row < rows; row++) {
    lower[row] += isOpen.lower ? -Infinity : one.lower[row] - other.upper[row];
    upper[row] += isOpen.upper ? Infinity : one.upper[row] - other.lower[row];
  }
  return { lower, upper };
}
