import type { BoundedMean, Estimate, TokenStatistics } from "@surprisal/core";

/** The perplexity of all tokens that came: between bounds, where some came without their log-probability. */
export function perplexityFound({
  perplexity,
  perplexityBounds,
}: Pick<TokenStatistics, "perplexity" | "perplexityBounds">): Estimate | BoundedMean | undefined {
  return perplexityBounds ?? perplexity;
}

/** The same of the surprise at a token, nats. */
export function surpriseFound({
  perToken,
  perplexityBounds: bounds,
}: Pick<TokenStatistics, "perToken" | "perplexityBounds">): Estimate | BoundedMean | undefined {
  return bounds ? { lower: logarithm(bounds.lower), upper: logarithm(bounds.upper) } : perToken;
}

/** From the low end of what something is at least to the high end of what it is at most is the interval of what is bounded. */
export function wholeOf(found: Estimate | BoundedMean): Estimate {
  return "lower" in found ? { ...found.lower, high: found.upper.high } : found;
}

function logarithm(estimate: Estimate): Estimate {
  const { value, low, high } = estimate;
  return { ...estimate, value: Math.log(value), low: Math.log(low), high: Math.log(high) };
}
