import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import { type Estimate, increasing } from "../estimators/estimate.ts";
import { estimateQuantiles } from "../estimators/estimateQuantiles.ts";
import { estimateRate } from "../estimators/estimateRate.ts";
import { meanStatistic, sumsOver, sumsStatistic } from "../estimators/statistic.ts";
import type { RowFault, RowMeasures } from "../kernels/rows.ts";
import { type BoundColumns, type BoundedMean, boundedMean } from "./boundedMean.ts";
import { type BoundedPerplexity, boundedPerplexity } from "./boundedPerplexity.ts";
import { type Calibration, calibration } from "./calibration.ts";
import { expectRows, type Selection, selectRows } from "./scored.ts";

/** What is known of the text that was scored, one entry a row; each answers questions of its own. */
export interface TokenQuestions extends Resampling {
  /** The tokens that came, −1 for none: for how often the likeliest was right, and calibration. */
  readonly targets?: ArrayLike<number>;
  /** Bytes of each token that came: for the surprise a byte. */
  readonly bytes?: ArrayLike<number>;
  /** How many words begin with each token: for the surprise a word. */
  readonly words?: ArrayLike<number>;
  /** Where only the likeliest outcomes are listed: between which values the entropy lies at each token (`entropyBounds`), NaN where nothing is listed. */
  readonly entropyEnds?: BoundColumns;
  /** Where what came is known between bounds only, at some tokens: between which values −ln p lies (`negativeLogLikelihoodBounds`), twice the same where it is known, NaN where nothing came. */
  readonly surpriseEnds?: BoundColumns;
  /** The k whose top-k rates are wanted, of measures with ranks; 1, 5, 10 and 100 unless given. */
  readonly top?: readonly number[];
}

/** Nats. What was not asked for, or cannot be said of these rows, is not there. */
export interface TokenStatistics {
  readonly rows: number;
  /** Rows with a target that are distributions. */
  readonly scored: number;
  /** Rows left out of everything: they are no distributions. */
  readonly faults: readonly { readonly row: number; readonly fault: RowFault }[];
  /** The mean of −ln p of what came. */
  readonly perToken?: Estimate;
  /** e to it. */
  readonly perplexity?: Estimate;
  /** Between which values the perplexity lies if the tokens count too that are known between bounds only, and of how many. */
  readonly perplexityBounds?: BoundedPerplexity;
  /** The sum of −ln p over the sum of the bytes, or of the words. */
  readonly perByte?: Estimate;
  readonly perWord?: Estimate;
  /** The mean entropy of all rows that are distributions, scored or not. */
  readonly entropy?: Estimate;
  /** Between which values the mean entropy of the tokens lies that have lists, scored or not, and of how many. */
  readonly entropyBounds?: BoundedMean & { readonly tokens: number };
  readonly medianRank?: Estimate;
  /** The mean of 1/rank. */
  readonly reciprocalRank?: Estimate;
  readonly topRates: readonly { readonly k: number; readonly rate: Estimate }[];
  readonly calibration?: Calibration;
}

/**
 * What one model says of one text: perplexity, surprise a token, byte and word, entropy, ranks, and whether it is right as often as it is sure; each with an interval.
 *
 * @param measures Of its rows; see `measureRows`. Top-k rates need `ranks`, or `targets` for k = 1. Where no more is known than what came, all other columns may be empty.
 * @throws RangeError if a column has not one entry a row.
 * @example
 * const rows = { format: "f32", vocabulary: 2, values: new Float32Array(200) } as const;
 * const targets = new Uint8Array(100);
 * const found = tokenStatistics(measureRows(rows, { targets }), { targets, rng: createRng(1), dependence: { kind: "independent" } });
 * found.perplexity.value.toFixed(6) // "2.000000"
 */
export function tokenStatistics(measures: RowMeasures, questions: TokenQuestions): TokenStatistics {
  const { targets, bytes, words, entropyEnds, surpriseEnds } = questions;
  const { negativeLogLikelihood: surprise, entropy, rank, top1, faults } = measures;
  const rows = surprise.length;
  for (const [name, column] of Object.entries({ targets, bytes, words, ...entropyEnds }))
    expectRows("tokenStatistics", name, column, rows);
  expectRows("tokenStatistics", "surpriseEnds.lower", surpriseEnds?.lower, rows);
  const isSound = (row: number) => row < entropy.length && !Number.isNaN(entropy[row]);
  const sound = selectRows("tokenStatistics", rows, questions, isSound);
  const scored = selectRows("tokenStatistics", rows, questions, (row) => !Number.isNaN(surprise[row]));
  const bounded = entropyEnds && boundedMean("tokenStatistics", entropyEnds, questions);
  const perplexityBounds = surpriseEnds && boundedPerplexity(surpriseEnds, questions);
  const right = targets && rightOf(scored.rows, top1, targets);
  const some = scored.rows.length > 0;
  const perToken = some && bootstrap(meanStatistic(scored.take(surprise)), scored.resampling);
  return {
    rows,
    scored: scored.rows.length,
    faults,
    ...(perToken && { perToken, perplexity: increasing(perToken, Math.exp) }),
    ...(perplexityBounds && { perplexityBounds }),
    ...(some && bytes && { perByte: perUnit(scored, surprise, bytes) }),
    ...(some && words && { perWord: perUnit(scored, surprise, words) }),
    ...(sound.rows.length > 0 && {
      entropy: bootstrap(meanStatistic(sound.take(entropy)), sound.resampling),
    }),
    ...(bounded && { entropyBounds: { tokens: bounded.tokens, ...bounded.mean } }),
    ...(some && rank.length > 0 && ranks(scored, rank)),
    topRates: some ? topRates(scored, rank, right, questions.top ?? [1, 5, 10, 100]) : [],
    ...(some &&
      right && {
        calibration: calibration(
          probabilities(scored, measures.top1LogProbability),
          right,
          scored.resampling,
        ),
      }),
  };
}

function rightOf(rows: Int32Array, top1: Int32Array, targets: ArrayLike<number>): Uint8Array {
  const right = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) right[i] = top1[rows[i]] === targets[rows[i]] ? 1 : 0;
  return right;
}

function probabilities({ rows }: Selection, nats: Float64Array): Float64Array {
  const column = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) column[i] = Math.exp(nats[rows[i]]);
  return column;
}

/** Infinite where nothing was counted. */
function perUnit(
  { take, resampling }: Selection,
  surprise: ArrayLike<number>,
  units: ArrayLike<number>,
): Estimate {
  const ratio = sumsStatistic([take(surprise), take(units)], ([nats, count]) =>
    count > 0 ? nats / count : Infinity,
  );
  return bootstrap(ratio, resampling);
}

function ranks({ take, resampling }: Selection, rank: Int32Array) {
  const column = take(rank);
  const [medianRank] = estimateQuantiles(column, [0.5], resampling);
  const invert = (write: Float64Array) => {
    for (let i = 0; i < write.length; i++) write[i] = 1 / column[i];
  };
  const reciprocal = sumsOver(column.length, [invert], ([sum], count) => sum / count);
  return { medianRank, reciprocalRank: bootstrap(reciprocal, resampling) };
}

function topRates(
  { take, resampling }: Selection,
  rank: Int32Array,
  right: Uint8Array | undefined,
  top: readonly number[],
): { k: number; rate: Estimate }[] {
  if (rank.length === 0)
    return right && top.includes(1) ? [{ k: 1, rate: estimateRate(right, resampling) }] : [];
  const column = take(rank);
  const among = new Uint8Array(column.length);
  return top.map((k) => {
    for (let i = 0; i < among.length; i++) among[i] = column[i] <= k ? 1 : 0;
    return { k, rate: estimateRate(among, resampling) };
  });
}
