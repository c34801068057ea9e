import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { meanStatistic } from "../estimators/statistic.ts";
import { differences, extremesOf } from "../numeric/columns.ts";
import { fleeting, release } from "../numeric/fleeting.ts";
import { expectRows, selectRows } from "./scored.ts";

/** What the interval of a difference says of its sign, at its level. */
export type Verdict = "lower" | "higher" | "not distinguishable";

/** Whether a difference is below 0, above it, or may be either. One that is infinite is so for certain, whatever its interval: a token makes it so. */
export function verdictOf({ value, low, high }: Pick<Estimate, "value" | "low" | "high">): Verdict {
  if (high < 0 || value === -Infinity) return "lower";
  return low > 0 || value === Infinity ? "higher" : "not distinguishable";
}

export interface PairedDifference {
  /** Tokens that both columns have. */
  readonly tokens: number;
  /** The mean of `one` less that of `other`, token by token. */
  readonly difference: Estimate;
  /** Of `one`, at the level of the interval. */
  readonly verdict: Verdict;
}

/**
 * Whether one column is lower than another on the same tokens: divergences of two candidates from one base, or their surprises. The difference is taken token by token, so that what makes
 * a token hard for both falls out of it.
 *
 * @param one NaN where there is no value; such tokens are left out of both.
 * @returns The verdict "not distinguishable" means just that, at this level with so many tokens; not that the two are equal. A token at which both are ∞ is left out.
 * @throws RangeError if the columns differ in length, no token has a value in both, or each is ∞ where the other is not: then neither is lower.
 * @example
 * const options = { rng: createRng(1), dependence: { kind: "independent" } } as const;
 * pairedDifference([1, 2, 3, 4, 5, 6], [1.3, 2.2, 3.1, 4.2, 5.3, 6.1], options).verdict // "lower"
 * @example pairedDifference([1, 2, 3], [3, 1, 2], { rng: createRng(1), dependence: { kind: "independent" } }).verdict // "not distinguishable"
 */
export function pairedDifference(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  resampling: Resampling,
): PairedDifference {
  expectRows("pairedDifference", "other", other, one.length);
  const less = fleeting(differences(one, other));
  const selection = selectRows("pairedDifference", one.length, resampling, (row) => !Number.isNaN(less[row]));
  if (selection.count === 0)
    throw new RangeError("pairedDifference: no token has a value in both, expected one at least");
  const column = selection.take(less);
  const { minimum, maximum } = extremesOf(column);
  if (minimum === -Infinity && maximum === Infinity)
    throw new RangeError("pairedDifference: differences are ∞ and −∞, expected at most one of them");
  const difference = bootstrap(meanStatistic(column), selection.resampling);
  release(less, column);
  selection.release();
  return { tokens: selection.count, difference, verdict: verdictOf(difference) };
}
