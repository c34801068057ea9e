import { boundedPerplexity, boundedPerplexityRatio, type Resampling } from "@surprisal/core";
import type { PerplexitiesBounded } from "../answers/scoreDiffAnswer.ts";
import type { TokensSideBySide } from "./tokenPairs.ts";

/**
 * Between which values the perplexities of two models lie, and how far they are apart, with the tokens that came without their log-probability.
 *
 * @param floor A probability below which no outcome is assumed to be; without it there are no upper ends.
 * @returns Nothing if neither withholds any.
 */
export function boundedPerplexities(
  { base, candidate, withheld }: Pick<TokensSideBySide<never>, "base" | "candidate" | "withheld">,
  resampling: Resampling,
  floor?: number,
): PerplexitiesBounded | undefined {
  const ofBase = withheld.base.ends(base, floor);
  const ofCandidate = withheld.candidate.ends(candidate, floor);
  if (!ofBase && !ofCandidate) return undefined;
  const ratio = boundedPerplexityRatio(
    ofBase ?? { lower: base, upper: base },
    ofCandidate ?? { lower: candidate, upper: candidate },
    resampling,
  );
  const [first, second] = [ofBase, ofCandidate].map((ends) => ends && boundedPerplexity(ends, resampling));
  return {
    ...(first && { base: first }),
    ...(second && { candidate: second }),
    ...(ratio && { ratio: ratio.ratio, difference: ratio.difference }),
  };
}
