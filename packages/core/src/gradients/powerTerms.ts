import { alphaGap, alphaStep } from "../measures/alphaGap.ts";
import type { OutcomeTerms } from "./outcomeTerms.ts";

/**
 * Amari's α-divergence, whose α = 1 is D(P‖Q) and α = 0 is D(Q‖P). By q its term has the derivative −(p/q)^α/α, for α = 0 ln(q/p) + 1; by ln q, less
 * a multiple of q, q·(1 − (p/q)^α)/α, for α = 1 that is q − p and for α = 0 q ln(q/p).
 */
export function powerTerms(alpha: number): OutcomeTerms {
  return {
    value: (odds) => alphaGap(odds, alpha),
    byProbability: ({ p, q, logRatio }) => {
      if (alpha === 0) return 1 - logRatio;
      if (alpha === 1 && q > 0) return 0 - p / q;
      return 0 - Math.exp(alpha * logRatio) / alpha;
    },
    byLogProbability: (odds) => 0 - alphaStep(odds, alpha),
    logGrowth: ({ logP, logQ, logRatio }) => (logRatio > 0 ? alpha * logP : (1 - alpha) * logQ),
  };
}
