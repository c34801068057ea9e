import { bootstrap } from "../estimators/bootstrap.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { estimateRate } from "../estimators/estimateRate.ts";
import { meanStatistic, sumsOver, type WriteColumn } from "../estimators/statistic.ts";
import { withinRange } from "../estimators/withinRange.ts";
import type { RowPairMeasures } from "../kernels/rows.ts";
import { sumOf } from "../numeric/columns.ts";
import { release } from "../numeric/fleeting.ts";
import { findIn, type Selection } from "./scored.ts";

/** The tokens at which the base gave its likeliest outcome a probability in [from, to), and 1 in the last. */
export interface ConfidenceBucket {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly forwardKl: Estimate;
  readonly reverseKl: Estimate;
  readonly top1Agreement: Estimate;
  /** Their part of the sum of D(base‖candidate) over all tokens; not there if that is 0 or ∞. */
  readonly shareOfKl?: Estimate;
}

/**
 * Buckets without a token are left out.
 *
 * @param sound Rows that are distributions in both.
 */
export function confidenceBuckets(
  sound: Selection,
  pair: RowPairMeasures,
  edges: readonly number[] = [0, 0.25, 0.5, 0.75, 0.95, 1],
): ConfidenceBucket[] {
  if (edges[0] !== 0 || edges.at(-1) !== 1 || edges.some((edge, i) => i > 0 && !(edge > edges[i - 1])))
    throw new RangeError(`tokenComparison: edges are ${edges}, expected numbers that rise from 0 to 1`);
  const bucketOf = bucketsBy(pair.p.top1LogProbability, edges);
  const soundBuckets = sound.take(bucketOf);
  const total = findIn(sound, pair.forwardKl, (kl) => sumOf(kl));
  const shareIn = (bucket: number) => (kl: ArrayLike<number>) => {
    const within: WriteColumn = (entries, from) => {
      for (let k = 0, i = from; k < entries.length; k++, i++)
        entries[k] = soundBuckets[i] === bucket ? kl[i] : 0;
    };
    const share = sumsOver(kl.length, [within, kl], ([part, whole]) => part / whole);
    return withinRange(bootstrap(share, sound.resampling), [0, 1]);
  };
  const buckets = edges.slice(1).flatMap((to, bucket) => {
    const within = sound.and((row) => bucketOf[row] === bucket);
    const { count, resampling } = within;
    if (count === 0) return [];
    const mean = (column: ArrayLike<number>) =>
      findIn(within, column, (taken) =>
        withinRange(bootstrap(meanStatistic(taken), resampling), [0, Infinity]),
      );
    const found = {
      from: edges[bucket],
      to,
      count,
      forwardKl: mean(pair.forwardKl),
      reverseKl: mean(pair.reverseKl),
      top1Agreement: findIn(within, pair.top1Agrees, (agrees) => estimateRate(agrees, resampling)),
      ...(total > 0 &&
        Number.isFinite(total) && { shareOfKl: findIn(sound, pair.forwardKl, shareIn(bucket)) }),
    };
    within.release();
    return found;
  });
  if (soundBuckets !== bucketOf) release(soundBuckets);
  return buckets;
}

function bucketsBy(logConfidence: Float64Array, edges: readonly number[]): ArrayLike<number> {
  const last = edges.length - 2;
  const rows = logConfidence.length;
  const bucketOf = last > 255 ? new Int32Array(rows) : new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const confidence = Math.exp(logConfidence[row]);
    while (bucketOf[row] < last && confidence >= edges[bucketOf[row] + 1]) bucketOf[row]++;
  }
  release(logConfidence);
  return bucketOf;
}
