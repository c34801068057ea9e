import { chao1 } from "./chao1.ts";
import { type CountProfile, timesOf } from "./countProfile.ts";
import type { EntropyEstimator } from "./entropyEstimators.ts";
import { rareRate } from "./rareRate.ts";
import { sampleCoverage } from "./sampleCoverage.ts";

/** Which estimate suits a sample, and whether the sample is large enough for any. */
export interface Recommendation {
  readonly recommended: EntropyEstimator;
  /**
   * Why. "wellSampled": ten draws and more an outcome, and hardly anything unseen. "someUnseen": what is unseen can be judged by what was seen once and twice.
   * "mostUnseen": less than half of the distribution was met, and of the alphabet only its size is known.
   */
  readonly because: "wellSampled" | "someUnseen" | "mostUnseen";
  /** Whether intervals may be relied on: 30 draws, and 90 % of the distribution met. */
  readonly isEnough: boolean;
  /** About how many draws that would take, by what is seen now: at least so many where the rarest outcomes are of very different rarity. As many as there are if they are enough. */
  readonly drawsWanted: number;
  readonly draws: number;
  readonly seen: number;
  /** As given; absent where it was not. */
  readonly alphabet?: number;
  /** By Good and Turing. */
  readonly coverage: number;
  /** By Chao: at least so many outcomes, seen or not. */
  readonly outcomesAtLeast: number;
}

const fewDraws = 30;
const enoughCoverage = 0.9;

/** @param alphabet How many outcomes there are, or ∞ where that is not known. */
export function recommendEstimator(profile: CountProfile, alphabet: number): Recommendation {
  const { n, seen } = profile;
  const { coverage } = sampleCoverage(profile);
  const isEnough = n >= fewDraws && coverage >= enoughCoverage;
  const because =
    coverage >= 0.999 && n >= 10 * Math.min(alphabet, chao1(profile))
      ? "wellSampled"
      : coverage >= 0.5 || alphabet === Infinity
        ? "someUnseen"
        : "mostUnseen";
  const suits = { wellSampled: "millerMadow", someUnseen: "chaoWangJost", mostUnseen: "nsb" } as const;
  return {
    recommended: suits[because],
    because,
    isEnough,
    drawsWanted: isEnough ? n : Math.max(fewDraws, n + furtherDraws(profile)),
    draws: n,
    seen,
    ...(alphabet !== Infinity && { alphabet }),
    coverage,
    outcomesAtLeast: Math.min(alphabet, chao1(profile)),
  };
}

/** After m draws more, the mass not met is to be expected at f₁/n·(1 − A)^(m + 1), by Chao and Jost (2012), eq. 12. */
function furtherDraws(profile: CountProfile): number {
  const once = timesOf(profile, 1);
  if (once <= (1 - enoughCoverage) * profile.n) return 0;
  const factor = ((1 - enoughCoverage) * profile.n) / once;
  return Math.max(1, Math.ceil(Math.log(factor) / Math.log1p(-rareRate(profile)) - 1));
}
