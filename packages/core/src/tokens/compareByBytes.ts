import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { sumsStatistic } from "../estimators/statistic.ts";
import { withinRange } from "../estimators/withinRange.ts";
import { differences, sumOf } from "../numeric/columns.ts";
import { differenceEnds, verdictOfEnds } from "./boundedDifference.ts";
import type { BoundColumns, BoundedMean } from "./boundedMean.ts";
import type { CommonSpans } from "./commonSpans.ts";
import { type Verdict, verdictOf } from "./pairedDifference.ts";
import { type Selection, selectRows } from "./scored.ts";

/** Nats a byte. */
export interface ByteComparison {
  readonly spans: number;
  readonly bytes: number;
  readonly one: Estimate;
  readonly other: Estimate;
  /** Of `one` less `other`, over the same stretches. */
  readonly difference: Estimate;
  /** Of all stretches, if −ln p is known between bounds only in some: the numbers above are of the others. */
  readonly bounds?: ByteBounds;
  /** Of `one`, at the level of the interval; by the bounds, if there are any. */
  readonly verdict: Verdict;
}

/** Between which values the same lie. */
export interface ByteBounds {
  readonly spans: number;
  readonly bytes: number;
  readonly one: BoundedMean;
  readonly other: BoundedMean;
  readonly difference: BoundedMean;
}

/**
 * Which of two models with different tokenisers is less surprised a byte, on the stretches that both cut.
 *
 * @param spans From `commonSpans`. What depends on what is said of stretches, not tokens.
 * @returns Nothing if −ln p is known throughout no stretch.
 * @example
 * const spans = commonSpans({ bytes: [5, 6], surprise: [3, 4] }, { bytes: [2, 3, 6], surprise: [1, 1.5, 5] });
 * const { one, other } = compareByBytes(spans, { rng: createRng(1), dependence: { kind: "independent" } });
 * [one, other].map(({ value }) => inUnit(value, "bits").toFixed(3)) // ["0.918", "0.984"]
 */
export function compareByBytes(
  { from, to, one, other, atMost = { one, other } }: CommonSpans,
  resampling: Resampling,
): ByteComparison | undefined {
  const lengths = to.map((end, i) => end - from[i]);
  const isKnown = (i: number) => one[i] === atMost.one[i] && other[i] === atMost.other[i];
  const known = selectRows("compareByBytes", from.length, resampling, isKnown);
  if (known.count === 0) return undefined;
  const all = selectRows("compareByBytes", from.length, resampling, () => true);
  const perByte = ({ take, resampling }: Selection, column: ArrayLike<number>) =>
    bootstrap(
      sumsStatistic([take(column), take(lengths)], ([nats, bytes]) => nats / bytes),
      resampling,
    );
  const sizeOf = ({ count, take }: Selection) => ({ spans: count, bytes: sumOf(take(lengths)) });
  const ends = { one: { lower: one, upper: atMost.one }, other: { lower: other, upper: atMost.other } };
  const surprise = (stretches: Selection, column: ArrayLike<number>) =>
    withinRange(perByte(stretches, column), [0, Infinity]);
  const between = ({ lower, upper }: BoundColumns, mean: typeof perByte) => ({
    lower: mean(all, lower),
    upper: mean(all, upper),
  });
  const difference = perByte(known, differences(one, other));
  const bounds = known.count < all.count && {
    ...sizeOf(all),
    one: between(ends.one, surprise),
    other: between(ends.other, surprise),
    difference: between(differenceEnds(ends.one, ends.other), perByte),
  };
  return {
    ...sizeOf(known),
    ...{ one: surprise(known, one), other: surprise(known, other), difference },
    ...(bounds && { bounds }),
    verdict: bounds ? verdictOfEnds(bounds.difference) : verdictOf(difference),
  };
}
