import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import { type Estimate, increasing } from "../estimators/estimate.ts";
import { estimateQuantiles } from "../estimators/estimateQuantiles.ts";
import { estimateRate } from "../estimators/estimateRate.ts";
import { meanStatistic, sumsStatistic } from "../estimators/statistic.ts";
import type { RowFault, RowPairMeasures } from "../kernels/rows.ts";
import { type ConfidenceBucket, confidenceBuckets } from "./confidenceBuckets.ts";
import { type NoiseFloor, noiseFloor } from "./noiseFloor.ts";
import { expectRows, type Selection, selectRows } from "./scored.ts";

/** How a measure is spread over the tokens. */
export interface Spread {
  readonly mean: Estimate;
  readonly minimum: number;
  readonly maximum: number;
  readonly quantiles: readonly { readonly share: number; readonly estimate: Estimate }[];
}

export interface ComparisonQuestions extends Resampling {
  /** Between which values of the base's highest probability tokens are put together; 0, 0.25, 0.5, 0.75, 0.95, 1 unless given. */
  readonly edges?: readonly number[];
  /** D(base ‖ a second run of the base) of the same rows: what differs without any change of the model. */
  readonly secondRunKl?: ArrayLike<number>;
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

/** Of what came, by both models on the same tokens. */
export interface ScoredComparison {
  readonly basePerplexity: Estimate;
  readonly candidatePerplexity: Estimate;
  /** ln of the candidate's perplexity over the base's: the mean difference of −ln p, token by token. Not there where one of them gives a token no chance. */
  readonly logPerplexityRatio?: Estimate;
  readonly perplexityRatio?: Estimate;
  readonly perplexityDifference?: Estimate;
  /** Of −ln p by the two. Not there where one is constant. */
  readonly correlation?: Estimate;
  /** Probability by the candidate less by the base. */
  readonly probabilityChange: Spread;
  readonly rmsProbabilityChange: Estimate;
}

const shares = [0.999, 0.99, 0.95, 0.9, 0.75, 0.5, 0.25, 0.1, 0.05, 0.01, 0.001];

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
  const { p, q, forwardKl, reverseKl, jensenShannon, totalVariation, topOverlap, top1Agrees } = pair;
  const rows = forwardKl.length;
  expectRows("tokenComparison", "secondRunKl", questions.secondRunKl, rows);
  const select = (keep: (row: number) => boolean) => selectRows("tokenComparison", rows, questions, keep);
  const isSound = (row: number) => !Number.isNaN(forwardKl[row]);
  const sound = select(isSound);
  const floor = questions.secondRunKl && noiseFloor(forwardKl, questions.secondRunKl, questions);
  const scored = select((row) => isSound(row) && !Number.isNaN(p.negativeLogLikelihood[row]));
  const common = {
    rows,
    compared: sound.rows.length,
    scored: scored.rows.length,
    faults: { base: p.faults, candidate: q.faults },
  };
  if (sound.rows.length === 0) return { ...common, buckets: [] };
  const spread = (column: ArrayLike<number>) => spreadOf(sound, sound.take(column));
  return {
    ...common,
    forwardKl: spread(forwardKl),
    reverseKl: spread(reverseKl),
    ...(jensenShannon.length > 0 && { jensenShannon: spread(jensenShannon) }),
    ...(totalVariation.length > 0 && { totalVariation: spread(totalVariation) }),
    entropyChange: spread(q.entropy.map((nats, row) => nats - p.entropy[row])),
    top1Agreement: estimateRate(sound.take(top1Agrees), sound.resampling),
    ...(topOverlap.length > 0 && {
      topOverlap: bootstrap(meanStatistic(sound.take(topOverlap)), sound.resampling),
    }),
    ...(scored.rows.length > 0 && { scoredTokens: scoredComparison(scored, pair) }),
    buckets: confidenceBuckets(sound, pair, questions.edges),
    ...(floor && { noiseFloor: floor }),
  };
}

function spreadOf({ resampling }: Selection, column: Float64Array): Spread {
  const quantiles = estimateQuantiles(column, shares, resampling);
  return {
    mean: bootstrap(meanStatistic(column), resampling),
    minimum: column.reduce((least, x) => Math.min(least, x), Infinity),
    maximum: column.reduce((most, x) => Math.max(most, x), -Infinity),
    quantiles: quantiles.map((estimate, i) => ({ share: shares[i], estimate })),
  };
}

function scoredComparison(selection: Selection, { p, q }: RowPairMeasures): ScoredComparison {
  const { take, resampling } = selection;
  const [base, candidate] = [take(p.negativeLogLikelihood), take(q.negativeLogLikelihood)];
  const finite = base.every(Number.isFinite) && candidate.every(Number.isFinite);
  const perplexity = (column: Float64Array) =>
    increasing(bootstrap(meanStatistic(column), resampling), Math.exp);
  const change = candidate.map((nats, i) => Math.exp(-nats) - Math.exp(-base[i]));
  const meanSquare = bootstrap(meanStatistic(change.map((x) => x * x)), resampling);
  return {
    basePerplexity: perplexity(base),
    candidatePerplexity: perplexity(candidate),
    ...(finite && paired(base, candidate, resampling)),
    probabilityChange: spreadOf(selection, change),
    rmsProbabilityChange: increasing(meanSquare, Math.sqrt),
  };
}

function paired(base: Float64Array, candidate: Float64Array, resampling: Resampling) {
  const logPerplexityRatio = bootstrap(meanStatistic(candidate.map((nats, i) => nats - base[i])), resampling);
  const difference = sumsStatistic(
    [base, candidate],
    ([ofBase, ofCandidate], count) => Math.exp(ofCandidate / count) - Math.exp(ofBase / count),
  );
  const correlation = sumsStatistic(
    [base, candidate, squares(base), squares(candidate), base.map((x, i) => x * candidate[i])],
    ([x, y, xx, yy, xy], n) => (xy - (x * y) / n) / Math.sqrt((xx - x ** 2 / n) * (yy - y ** 2 / n)),
  );
  return {
    logPerplexityRatio,
    perplexityRatio: increasing(logPerplexityRatio, Math.exp),
    perplexityDifference: bootstrap(difference, resampling),
    ...(Number.isFinite(correlation.value) && { correlation: bootstrap(correlation, resampling) }),
  };
}

function squares(column: Float64Array): Float64Array {
  return column.map((x) => x * x);
}
