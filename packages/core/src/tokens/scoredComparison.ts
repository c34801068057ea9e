import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import { type Estimate, increasing } from "../estimators/estimate.ts";
import { meanStatistic, sumsOver, sumsStatistic, type WriteColumn } from "../estimators/statistic.ts";
import { withinRange } from "../estimators/withinRange.ts";
import { differences, extremesOf } from "../numeric/columns.ts";
import { fleeting, lent, release } from "../numeric/fleeting.ts";
import { expectRows, selectRows, takeTouched } from "./scored.ts";
import { type Spread, spreadOf } from "./spread.ts";

/** Of what came, by both models on the same tokens. */
export interface ScoredComparison {
  /** How many of them. */
  readonly tokens: number;
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

/**
 * What two models make of what came, paired token by token: perplexities, their ratio, the probability of what came.
 *
 * @param base −ln p of each token by the base, nats; NaN where it was not scored: such tokens are left out of both.
 * @param candidate The same by the candidate.
 * @returns Nothing if no token is scored by both.
 * @throws RangeError if the columns differ in length.
 * @example
 * const options = { rng: createRng(1), dependence: { kind: "independent" } } as const;
 * scoredComparison([1, 2, NaN], [1.5, 2.5, 1], options).perplexityRatio.value.toFixed(4) // "1.6487"
 */
export function scoredComparison(
  base: ArrayLike<number>,
  candidate: ArrayLike<number>,
  questions: Resampling,
): ScoredComparison | undefined {
  return compareScored({ base: () => lent(base), candidate: () => lent(candidate) }, questions);
}

/** The same of columns that are touched when they are needed. */
export function compareScored(
  columns: { readonly base: () => ArrayLike<number>; readonly candidate: () => ArrayLike<number> },
  questions: Resampling,
): ScoredComparison | undefined {
  const base = columns.base();
  const candidate = columns.candidate();
  expectRows("scoredComparison", "candidate", candidate, base.length);
  const isScored = (row: number) => !(Number.isNaN(base[row]) || Number.isNaN(candidate[row]));
  const selection = selectRows("scoredComparison", base.length, questions, isScored);
  if (selection.count === 0) return undefined;
  const { resampling } = selection;
  const ofP = takeTouched(selection, base);
  const ofQ = takeTouched(selection, candidate);
  const finite = allFinite(ofP) && allFinite(ofQ);
  const perplexity = (column: ArrayLike<number>) =>
    increasing(withinRange(bootstrap(meanStatistic(column), resampling), [0, Infinity]), Math.exp);
  const basePerplexity = perplexity(ofP);
  const candidatePerplexity = perplexity(ofQ);
  const ratios = finite && paired(ofP, ofQ, resampling);
  const change = fleeting(new Float64Array(ofP.length));
  for (let i = 0; i < change.length; i++) change[i] = Math.exp(-ofQ[i]) - Math.exp(-ofP[i]);
  release(ofP, ofQ);
  const squares = sumsOver(change.length, [products(change, change)], ([sum], count) => sum / count);
  const found = {
    tokens: selection.count,
    basePerplexity,
    candidatePerplexity,
    ...ratios,
    probabilityChange: spreadOf(selection, change, [-1, 1]),
    rmsProbabilityChange: increasing(withinRange(bootstrap(squares, resampling), [0, 1]), Math.sqrt),
  };
  release(change);
  selection.release();
  return found;
}

function paired(base: ArrayLike<number>, candidate: ArrayLike<number>, resampling: Resampling) {
  const less = fleeting(differences(candidate, base));
  const logPerplexityRatio = bootstrap(meanStatistic(less), resampling);
  release(less);
  const difference = sumsStatistic(
    [base, candidate],
    ([ofBase, ofCandidate], count) => Math.exp(ofCandidate / count) - Math.exp(ofBase / count),
  );
  const correlation = sumsOver(
    base.length,
    [base, candidate, products(base, base), products(candidate, candidate), products(base, candidate)],
    ([x, y, xx, yy, xy], n) => (xy - (x * y) / n) / Math.sqrt((xx - x ** 2 / n) * (yy - y ** 2 / n)),
  );
  return {
    logPerplexityRatio,
    perplexityRatio: increasing(logPerplexityRatio, Math.exp),
    perplexityDifference: bootstrap(difference, resampling),
    // The variance of a constant is what rounding leaves of it.
    ...(!isConstant(base) &&
      !isConstant(candidate) &&
      Number.isFinite(correlation.value) && {
        correlation: bootstrap(correlation, { ...resampling, method: "percentile" }),
      }),
  };
}

function products(one: ArrayLike<number>, other: ArrayLike<number>): WriteColumn {
  return (entries, from) => {
    for (let k = 0, i = from; k < entries.length; k++, i++) entries[k] = one[i] * other[i];
  };
}

function isConstant(column: ArrayLike<number>): boolean {
  const { minimum, maximum } = extremesOf(column);
  return minimum === maximum;
}

function allFinite(column: ArrayLike<number>): boolean {
  const { minimum, maximum } = extremesOf(column);
  return Number.isFinite(minimum) && Number.isFinite(maximum);
}
