import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import type { Estimate } from "../estimators/estimate.ts";
import { estimateRate } from "../estimators/estimateRate.ts";
import { meanStatistic } from "../estimators/statistic.ts";
import { withinRange } from "../estimators/withinRange.ts";
import type { RowFault, RowPairMeasures } from "../kernels/rows.ts";
import { differences } from "../numeric/columns.ts";
import { fleeting, release } from "../numeric/fleeting.ts";
import { type ConfidenceBucket, confidenceBuckets } from "./confidenceBuckets.ts";
import { type NoiseFloor, noiseFloor } from "./noiseFloor.ts";
import { expectRows, findIn, selectRows } from "./scored.ts";
import { compareScored, type ScoredComparison } from "./scoredComparison.ts";
import { type Spread, spreadOf } from "./spread.ts";

export interface ComparisonQuestions extends Resampling {
  /** Between which values of the base's highest probability tokens are put together; 0, 0.25, 0.5, 0.75, 0.95, 1 unless given. */
  readonly edges?: readonly number[];
  /** D(base ‖ a second run of the base) of the same rows: what differs without any change of the model. */
  readonly secondRunKl?: ArrayLike<number> | undefined;
}

/** Nats. P is the base, Q the candidate. What was not measured, or cannot be said of these rows, is not there. */
export interface TokenComparison {
  readonly rows: number;
  /** Rows that are distributions in both. */
  readonly compared: number;
  /** Those of them with a target. */
  readonly scored: number;
  readonly faults: {
    readonly base: readonly { readonly row: number; readonly fault: RowFault }[];
    readonly candidate: readonly { readonly row: number; readonly fault: RowFault }[];
  };
  /** D(base‖candidate). */
  readonly forwardKl?: Spread;
  /** D(candidate‖base). */
  readonly reverseKl?: Spread;
  readonly jensenShannon?: Spread;
  readonly totalVariation?: Spread;
  /** Entropy of the candidate less that of the base. */
  readonly entropyChange?: Spread;
  readonly top1Agreement?: Estimate;
  /** The mean number of outcomes among the likeliest k of both. */
  readonly topOverlap?: Estimate;
  readonly scoredTokens?: ScoredComparison;
  readonly buckets: readonly ConfidenceBucket[];
  readonly noiseFloor?: NoiseFloor;
}

/**
 * What two models disagree about on the same rows: both divergences, their symmetric kin, entropy, perplexity and the probability of what came, paired token by token, with
 * intervals for means, ratios and quantiles, and by how sure the base was.
 *
 * @param pair See `compareRows`; JS, TV and overlap need `symmetric` and `top`.
 * @throws RangeError if a column has not one entry a row, or the edges do not rise from 0 to 1.
 * @example
 * const base = { format: "f32", vocabulary: 2, values: new Float32Array(40) } as const;
 * const candidate = { ...base, values: base.values.map((_, i) => (i % 2) * Math.log(3)) } as const;
 * const found = tokenComparison(compareRows(base, candidate), { rng: createRng(1), dependence: { kind: "independent" } });
 * [found.forwardKl.mean.value, found.entropyChange.mean.value].map((nats) => nats.toFixed(4)) // ["0.1438", "-0.1308"]
 */
export function tokenComparison(pair: RowPairMeasures, questions: ComparisonQuestions): TokenComparison {
  // Every column is touched where it is needed: those of many rows are read from a file then.
  const { forwardKl } = pair;
  const rows = forwardKl.length;
  const { secondRunKl, edges, ...resampling } = questions;
  expectRows("tokenComparison", "secondRunKl", secondRunKl, rows);
  const sound = selectRows("tokenComparison", rows, resampling, (row) => !Number.isNaN(forwardKl[row]));
  const floor = secondRunKl && noiseFloor(forwardKl, secondRunKl, resampling);
  release(forwardKl, secondRunKl);
  const { p, q } = pair;
  const common = {
    rows,
    compared: sound.count,
    faults: { base: p.faults, candidate: q.faults },
  };
  if (sound.count === 0) return { ...common, scored: 0, buckets: [] };
  const spread = (column: ArrayLike<number>, least = 0, most = Infinity) =>
    findIn(sound, column, (taken) => spreadOf(sound, taken, [least, most]));
  const forward = spread(pair.forwardKl);
  const reverse = spread(pair.reverseKl);
  const { jensenShannon } = pair;
  const js = jensenShannon.length > 0 && spread(jensenShannon, 0, Math.LN2);
  const { totalVariation } = pair;
  const tv = totalVariation.length > 0 && spread(totalVariation, 0, 1);
  const entropyChange = spread(changeOf(q.entropy, p.entropy), -Infinity);
  const top1Agreement = findIn(sound, pair.top1Agrees, (agrees) => estimateRate(agrees, sound.resampling));
  const { topOverlap } = pair;
  const overlap =
    topOverlap.length > 0 &&
    findIn(sound, topOverlap, (shared) =>
      withinRange(bootstrap(meanStatistic(shared), sound.resampling), [0, Infinity]),
    );
  const scored = compareScored(
    { base: () => p.negativeLogLikelihood, candidate: () => q.negativeLogLikelihood },
    resampling,
  );
  return {
    ...common,
    scored: scored?.tokens ?? 0,
    forwardKl: forward,
    reverseKl: reverse,
    ...(js && { jensenShannon: js }),
    ...(tv && { totalVariation: tv }),
    entropyChange,
    top1Agreement,
    ...(overlap && { topOverlap: overlap }),
    ...(scored && { scoredTokens: scored }),
    buckets: confidenceBuckets(sound, pair, edges),
    ...(floor && { noiseFloor: floor }),
  };
}

function changeOf(to: Float64Array, from: Float64Array): Float64Array {
  const change = fleeting(differences(to, from));
  release(to, from);
  return change;
}
