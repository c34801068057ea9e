import { bootstrap } from "../estimators/bootstrap.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { estimateRate } from "../estimators/estimateRate.ts";
import { meanStatistic, sumsStatistic } from "../estimators/statistic.ts";
import type { RowPairMeasures } from "../kernels/rows.ts";
import { sumOf } from "../numeric/columns.ts";
import type { Selection } from "./scored.ts";

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
 * @param select Rows that are distributions in both and are to be kept.
 */
export function confidenceBuckets(
  select: (keep: (row: number) => boolean) => Selection,
  { p, forwardKl, reverseKl, top1Agrees }: RowPairMeasures,
  edges: readonly number[] = [0, 0.25, 0.5, 0.75, 0.95, 1],
): ConfidenceBucket[] {
  if (edges[0] !== 0 || edges.at(-1) !== 1 || edges.some((edge, i) => i > 0 && !(edge > edges[i - 1])))
    throw new RangeError(`tokenComparison: edges are ${edges}, expected numbers that rise from 0 to 1`);
  const last = edges.length - 2;
  const bucketOf = new Int32Array(forwardKl.length);
  for (let row = 0; row < bucketOf.length; row++) {
    const confidence = Math.exp(p.top1LogProbability[row]);
    while (bucketOf[row] < last && confidence >= edges[bucketOf[row] + 1]) bucketOf[row]++;
  }
  const sound = select(() => true);
  const kl = sound.take(forwardKl);
  const total = sumOf(kl);
  const within = new Float64Array(kl.length);
  const shareOf = (bucket: number) => {
    for (let i = 0; i < within.length; i++) within[i] = bucketOf[sound.rows[i]] === bucket ? kl[i] : 0;
    return bootstrap(
      sumsStatistic([within, kl], ([part, whole]) => part / whole),
      sound.resampling,
    );
  };
  return edges.slice(1).flatMap((to, bucket) => {
    const { rows, resampling, take } = select((row) => bucketOf[row] === bucket);
    if (rows.length === 0) return [];
    return {
      from: edges[bucket],
      to,
      count: rows.length,
      forwardKl: bootstrap(meanStatistic(take(forwardKl)), resampling),
      reverseKl: bootstrap(meanStatistic(take(reverseKl)), resampling),
      top1Agreement: estimateRate(take(top1Agrees), resampling),
      ...(total > 0 && Number.isFinite(total) && { shareOfKl: shareOf(bucket) }),
    };
  });
}
