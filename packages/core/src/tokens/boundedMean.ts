import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { meanStatistic } from "../estimators/statistic.ts";
import { withinRange } from "../estimators/withinRange.ts";
import { release } from "../numeric/fleeting.ts";
import { expectRows, selectRows } from "./scored.ts";

/** The two ends of a measure, one entry a token; NaN at tokens of which no list is known. */
export interface BoundColumns {
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/**
 * Means over tokens of the two ends between which a measure lies at each. Whatever the outcomes outside the lists are, the mean over these tokens is between the two values; the interval
 * of each says how much another text would change it.
 */
export interface BoundedMean {
  readonly lower: Estimate;
  readonly upper: Estimate;
}

/**
 * Of how many tokens there are ends, and their means; nothing if there are none of any.
 *
 * @param range What the measure is at least and at most.
 */
export function boundedMean(
  where: string,
  { lower, upper }: BoundColumns,
  options: Resampling,
  range: readonly [least: number, most: number] = [0, Infinity],
): { tokens: number; mean: BoundedMean } | undefined {
  expectRows(where, "upper", upper, lower.length);
  const isKnown = (row: number) => !Number.isNaN(lower[row]);
  const known = selectRows(where, lower.length, options, isKnown);
  if (known.count === 0) return undefined;
  const of = (column: ArrayLike<number>) => {
    const taken = known.take(column);
    const mean = withinRange(bootstrap(meanStatistic(taken), known.resampling), range);
    if (taken !== column) release(taken);
    return mean;
  };
  const mean = { lower: of(lower), upper: of(upper) };
  known.release();
  return { tokens: known.count, mean };
}
