import type { Resampling } from "../estimators/bootstrap.ts";
import { increasing } from "../estimators/estimate.ts";
import { type BoundColumns, type BoundedMean, boundedMean } from "./boundedMean.ts";

/** Between which values a perplexity lies, and of how many tokens. */
export interface BoundedPerplexity extends BoundedMean {
  readonly tokens: number;
}

/**
 * Between which values the perplexity of a text lies of which −ln p is known between bounds only at some tokens, as where a provider does not say how unlikely the unlikeliest were: e to the means of the
 * two ends (`negativeLogLikelihoodBounds`).
 *
 * @param surpriseEnds Of −ln p of each token, nats: twice the same where it is known, NaN where nothing came.
 * @returns Nothing if −ln p is bounded at no token.
 * @throws RangeError if the columns differ in length.
 * @example
 * const ends = { lower: [Math.log(2), Math.log(8)], upper: [Math.log(2), Infinity] };
 * const { tokens, lower, upper } = boundedPerplexity(ends, { rng: createRng(1), dependence: { kind: "independent" } });
 * [tokens, lower.value.toFixed(3), upper.value] // [2, "4.000", Infinity]
 */
export function boundedPerplexity(
  surpriseEnds: BoundColumns,
  options: Resampling,
): BoundedPerplexity | undefined {
  const found = boundedMean("boundedPerplexity", surpriseEnds, options);
  if (!found) return undefined;
  const { lower, upper } = found.mean;
  return { tokens: found.tokens, lower: increasing(lower, Math.exp), upper: increasing(upper, Math.exp) };
}
