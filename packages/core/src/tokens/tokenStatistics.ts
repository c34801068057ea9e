import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import { type Estimate, increasing } from "../estimators/estimate.ts";
import { estimateQuantiles } from "../estimators/estimateQuantiles.ts";
import { estimateRate } from "../estimators/estimateRate.ts";
import { meanStatistic, sumsOver, sumsStatistic, type WriteColumn } from "../estimators/statistic.ts";
import { withinRange } from "../estimators/withinRange.ts";
import type { RowFault, RowMeasures } from "../kernels/rows.ts";
import { fleeting, release } from "../numeric/fleeting.ts";
import { type BoundColumns, type BoundedMean, boundedMean } from "./boundedMean.ts";
import { type BoundedPerplexity, boundedPerplexity } from "./boundedPerplexity.ts";
import { type Calibration, calibration } from "./calibration.ts";
import { expectRows, findIn, type Selection, selectRows, takeTouched } from "./scored.ts";

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
  // Every column is touched where it is needed: those of many rows are read from a file then.
  const surprise = measures.negativeLogLikelihood;
  const rows = surprise.length;
  for (const [name, column] of Object.entries({ targets, bytes, words, ...entropyEnds }))
    expectRows("tokenStatistics", name, column, rows);
  expectRows("tokenStatistics", "surpriseEnds.lower", surpriseEnds?.lower, rows);
  const scored = selectRows("tokenStatistics", rows, questions, (row) => !Number.isNaN(surprise[row]));
  release(surprise);
  const bounded = entropyEnds && boundedMean("tokenStatistics", entropyEnds, questions);
  const perplexityBounds = surpriseEnds && boundedPerplexity(surpriseEnds, questions);
  const some = scored.count > 0;
  const mean = (selection: Selection, column: ArrayLike<number>) =>
    findIn(selection, column, (taken) =>
      withinRange(bootstrap(meanStatistic(taken), selection.resampling), [0, Infinity]),
    );
  const perToken = some && mean(scored, measures.negativeLogLikelihood);
  const perByte = some && bytes && perUnit(scored, measures.negativeLogLikelihood, bytes);
  const perWord = some && words && perUnit(scored, measures.negativeLogLikelihood, words);
  const sound = soundRows(measures.entropy, rows, questions);
  const entropy = sound.count > 0 && mean(sound, measures.entropy);
  sound.release();
  const right = some && targets && rightOf(scored, measures.top1, targets);
  const { top = [1, 5, 10, 100] } = questions;
  const { rank } = measures;
  const ranks =
    some && rank.length > 0 && findIn(scored, rank, (taken) => ofRanks(taken, top, scored.resampling));
  const ofLikeliest =
    right && top.includes(1) ? [{ k: 1, rate: estimateRate(right, scored.resampling) }] : [];
  const found = {
    rows,
    scored: scored.count,
    faults: measures.faults,
    ...(perToken && { perToken, perplexity: increasing(perToken, Math.exp) }),
    ...(perplexityBounds && { perplexityBounds }),
    ...(perByte && { perByte }),
    ...(perWord && { perWord }),
    ...(entropy && { entropy }),
    ...(bounded && { entropyBounds: { tokens: bounded.tokens, ...bounded.mean } }),
    ...(ranks || { topRates: ofLikeliest }),
    ...(right && { calibration: calibrationOf(scored, measures.top1LogProbability, right) }),
  };
  release(right);
  scored.release();
  return found;
}

/** Rows that are distributions, as far as is known. */
function soundRows(entropy: ArrayLike<number>, rows: number, resampling: Resampling): Selection {
  const isSound = (row: number) => row < entropy.length && !Number.isNaN(entropy[row]);
  const sound = selectRows("tokenStatistics", rows, resampling, isSound);
  release(entropy);
  return sound;
}

function rightOf(scored: Selection, top1: Int32Array, targets: ArrayLike<number>): ArrayLike<number> {
  const right = fleeting(new Uint8Array(scored.rows));
  for (let row = 0; row < right.length; row++) right[row] = top1[row] === targets[row] ? 1 : 0;
  release(top1);
  return takeTouched(scored, right);
}

function calibrationOf(
  scored: Selection,
  logConfidence: ArrayLike<number>,
  right: ArrayLike<number>,
): Calibration {
  const confidence = fleeting(new Float64Array(scored.count));
  findIn(scored, logConfidence, (nats) => {
    for (let i = 0; i < confidence.length; i++) confidence[i] = Math.exp(nats[i]);
  });
  const found = calibration(confidence, right, scored.resampling);
  release(confidence);
  return found;
}

/** Infinite where nothing was counted. */
function perUnit(scored: Selection, surprise: ArrayLike<number>, units: ArrayLike<number>): Estimate {
  const taken = scored.take(units);
  const found = findIn(scored, surprise, (ofScored) => {
    const ratio = sumsStatistic([ofScored, taken], ([nats, count]) => (count > 0 ? nats / count : Infinity));
    return withinRange(bootstrap(ratio, scored.resampling), [0, Infinity]);
  });
  if (taken !== units) release(taken);
  return found;
}

function ofRanks(
  rank: ArrayLike<number>,
  top: readonly number[],
  resampling: Resampling,
): Pick<TokenStatistics, "medianRank" | "reciprocalRank" | "topRates"> {
  const [medianRank] = estimateQuantiles(rank, [0.5], resampling);
  const invert: WriteColumn = (entries, from) => {
    for (let i = 0; i < entries.length; i++) entries[i] = 1 / rank[from + i];
  };
  const reciprocal = sumsOver(rank.length, [invert], ([sum], count) => sum / count);
  const reciprocalRank = withinRange(bootstrap(reciprocal, resampling), [0, 1]);
  const among = fleeting(new Uint8Array(rank.length));
  const topRates = top.map((k) => {
    for (let i = 0; i < among.length; i++) among[i] = rank[i] <= k ? 1 : 0;
    return { k, rate: estimateRate(among, resampling) };
  });
  release(among);
  return { medianRank, reciprocalRank, topRates };
}
