import type {
  BoundedMean,
  CandidateComparison,
  CandidatePair,
  ListedComparison,
  ScoredComparison,
  TokenComparison,
  Unit,
} from "@surprisal/core";
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
    ...(scoredTokens && { scoredTokens: scoredInUnit(scoredTokens, unit) }),
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

export function scoredInUnit(found: ScoredComparison, unit: Unit): ScoredComparison {
  const { logPerplexityRatio } = found;
  return {
    ...found,
    ...(logPerplexityRatio && { logPerplexityRatio: estimateInUnit(logPerplexityRatio, unit) }),
  };
}

export function listedInUnit(found: ListedComparison, unit: Unit): ListedComparison {
  return {
    ...found,
    forwardKl: boundsInUnit(found.forwardKl, unit),
    reverseKl: boundsInUnit(found.reverseKl, unit),
    jensenShannon: boundsInUnit(found.jensenShannon, unit),
  };
}

export function boundsInUnit<B extends BoundedMean>(bounds: B, unit: Unit): B {
  const { lower, upper } = bounds;
  return { ...bounds, lower: estimateInUnit(lower, unit), upper: estimateInUnit(upper, unit) };
}

export function candidatesInUnit(found: CandidateComparison, unit: Unit): CandidateComparison {
  return {
    tokens: found.tokens,
    candidates: found.candidates.map(({ name, mean, bounds }) => ({
      ...{ name, mean: estimateInUnit(mean, unit) },
      ...(bounds && { bounds: boundsInUnit(bounds, unit) }),
    })),
    pairs: found.pairs.map(
      ({ bounds, ...pair }): CandidatePair => ({
        ...{ ...pair, difference: estimateInUnit(pair.difference, unit) },
        ...(bounds && { bounds: boundsInUnit(bounds, unit) }),
      }),
    ),
  };
}
