import type { TokenComparison, Unit } from "@surprisal/core";
import { estimateInUnit, spreadInUnit } from "./estimateInUnit.ts";

/** A comparison in nats with all that is information in the unit; perplexities, probabilities and rates have none. */
export function comparisonInUnit(found: TokenComparison, unit: Unit): TokenComparison {
  const { forwardKl, reverseKl, jensenShannon, entropyChange, scoredTokens, buckets, noiseFloor } = found;
  return {
    ...found,
    ...(forwardKl && { forwardKl: spreadInUnit(forwardKl, unit) }),
    ...(reverseKl && { reverseKl: spreadInUnit(reverseKl, unit) }),
    ...(jensenShannon && { jensenShannon: spreadInUnit(jensenShannon, unit) }),
    ...(entropyChange && { entropyChange: spreadInUnit(entropyChange, unit) }),
    ...(scoredTokens && {
      scoredTokens: {
        ...scoredTokens,
        ...(scoredTokens.logPerplexityRatio && {
          logPerplexityRatio: estimateInUnit(scoredTokens.logPerplexityRatio, unit),
        }),
      },
    }),
    buckets: buckets.map((bucket) => ({
      ...bucket,
      forwardKl: estimateInUnit(bucket.forwardKl, unit),
      reverseKl: estimateInUnit(bucket.reverseKl, unit),
    })),
    ...(noiseFloor && {
      noiseFloor: {
        ...noiseFloor,
        mean: estimateInUnit(noiseFloor.mean, unit),
        ...(noiseFloor.excess && { excess: estimateInUnit(noiseFloor.excess, unit) }),
      },
    }),
  };
}
