import { bootstrap } from "../estimators/bootstrap.ts";
import { dependenceAmong } from "../estimators/dependence.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { estimateRate } from "../estimators/estimateRate.ts";
import { meanStatistic } from "../estimators/statistic.ts";
import type { RowPairMeasures } from "../kernels/rows.ts";
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
  readonly shareOfKl?: number;
}

/** Buckets without a token are left out. */
export function confidenceBuckets(
  { rows, resampling }: Selection,
  { p, forwardKl, reverseKl, top1Agrees }: RowPairMeasures,
  edges: readonly number[] = [0, 0.25, 0.5, 0.75, 0.95, 1],
): ConfidenceBucket[] {
  if (edges[0] !== 0 || edges.at(-1) !== 1 || edges.some((edge, i) => i > 0 && !(edge > edges[i - 1])))
    throw new RangeError(`tokenComparison: edges are ${edges}, expected numbers that rise from 0 to 1`);
  const bucketOf = rows.map((row) => {
    const confidence = Math.exp(p.top1LogProbability[row]);
    const above = edges.findIndex((edge) => confidence < edge);
    return above < 0 ? edges.length - 2 : above - 1;
  });
  const total = rows.reduce((sum, row) => sum + forwardKl[row], 0);
  return edges.slice(1).flatMap((to, bucket) => {
    const kept = rows.map((_, i) => i).filter((i) => bucketOf[i] === bucket);
    if (kept.length === 0) return [];
    const within = { ...resampling, dependence: dependenceAmong(resampling.dependence, kept) };
    const take = (column: ArrayLike<number>) => Float64Array.from(kept, (i) => column[rows[i]]);
    const kl = take(forwardKl);
    const share = kl.reduce((sum, nats) => sum + nats, 0) / total;
    return [
      {
        from: edges[bucket],
        to,
        count: kept.length,
        forwardKl: bootstrap(meanStatistic(kl), within),
        reverseKl: bootstrap(meanStatistic(take(reverseKl)), within),
        top1Agreement: estimateRate(take(top1Agrees), within),
        ...(Number.isFinite(share) && { shareOfKl: share }),
      },
    ];
  });
}
