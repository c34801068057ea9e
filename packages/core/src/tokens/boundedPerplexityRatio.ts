import { bootstrap, type Resampling } from "../estimators/bootstrap.ts";
import { type Estimate, increasing } from "../estimators/estimate.ts";
import { sumsStatistic } from "../estimators/statistic.ts";
import { release } from "../numeric/fleeting.ts";
import { boundedDifference } from "./boundedDifference.ts";
import type { BoundColumns, BoundedMean } from "./boundedMean.ts";
import { selectRows } from "./scored.ts";

/** Between which values two perplexities of one text are apart. */
export interface BoundedPerplexityRatio {
  /** Tokens of which something is known by both. */
  readonly tokens: number;
  /** The candidate's over the base's. */
  readonly ratio: BoundedMean;
  /** The candidate's less the base's. */
  readonly difference: BoundedMean;
}

/**
 * Between which values the ratio and the difference of two perplexities lie, on the same tokens, of which −ln p is known between bounds only at some, as `boundedPerplexity` by one model.
 *
 * @param base Of −ln p of each token by the base, nats: twice the same where it is known, NaN where nothing came.
 * @param candidate The same by the candidate.
 * @returns Nothing if no token has ends of both.
 * @throws RangeError if the columns differ in length.
 * @example
 * const base = { lower: [Math.log(2), Math.log(2)], upper: [Math.log(2), Math.log(2)] };
 * const candidate = { lower: [Math.log(2), Math.log(8)], upper: [Math.log(2), Infinity] };
 * const { ratio } = boundedPerplexityRatio(base, candidate, { rng: createRng(1), dependence: { kind: "independent" } });
 * [ratio.lower.value.toFixed(3), ratio.upper.value] // ["2.000", Infinity]
 */
export function boundedPerplexityRatio(
  base: BoundColumns,
  candidate: BoundColumns,
  options: Resampling,
): BoundedPerplexityRatio | undefined {
  const log = boundedDifference(candidate, base, options);
  if (!log) return undefined;
  const isKnown = (row: number) => !(Number.isNaN(base.lower[row]) || Number.isNaN(candidate.lower[row]));
  const known = selectRows("boundedPerplexityRatio", base.lower.length, options, isKnown);
  const less = (end: Estimate, ofCandidate: ArrayLike<number>, ofBase: ArrayLike<number>) => {
    // Where one of them may be without an end, so is their difference.
    if (!Number.isFinite(end.value)) return end;
    const taken = [known.take(ofCandidate), known.take(ofBase)];
    const difference = sumsStatistic(
      taken,
      ([of, from], count) => Math.exp(of / count) - Math.exp(from / count),
    );
    const found = bootstrap(difference, known.resampling);
    release(...taken.filter((column) => column !== ofCandidate && column !== ofBase));
    return found;
  };
  const difference = {
    lower: less(log.lower, candidate.lower, base.upper),
    upper: less(log.upper, candidate.upper, base.lower),
  };
  known.release();
  return {
    tokens: log.tokens,
    ratio: { lower: increasing(log.lower, Math.exp), upper: increasing(log.upper, Math.exp) },
    difference,
  };
}
