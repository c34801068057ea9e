import { expm1MinusX } from "../numeric/expm1MinusX.ts";
import { klTermOfRatio } from "../numeric/klTerm.ts";
import type { Outcome } from "./outcome.ts";
import type { OutcomeTerms } from "./outcomeTerms.ts";

/**
 * Amari's α-divergence, whose α = 1 is D(P‖Q) and α = 0 is D(Q‖P). By q its term has the derivative −(p/q)^α/α, for α = 0 ln(q/p) + 1; by ln q, less
 * a multiple of q, q·(1 − (p/q)^α)/α, for α = 1 that is q − p and for α = 0 q ln(q/p).
 */
export function powerTerms(alpha: number): OutcomeTerms {
  return {
    value: (outcome) => (alpha < 0.5 ? powerGap(exchanged(outcome), 1 - alpha) : powerGap(outcome, alpha)),
    byProbability: ({ p, q, logRatio }) => {
      if (alpha === 0) return 1 - logRatio;
      if (alpha === 1 && q > 0) return 0 - p / q;
      return 0 - Math.exp(alpha * logRatio) / alpha;
    },
    byLogProbability: (outcome) => byLogProbability(outcome, alpha),
    growth: ({ p, q, logRatio }) => (logRatio > 0 ? p ** alpha : q ** (1 - alpha)),
  };
}

function byLogProbability(outcome: Outcome, alpha: number): number {
  const { p, q, logRatio } = outcome;
  if (alpha === 1) return q - p;
  if (alpha === 0) return q === 0 ? 0 : 0 - q * logRatio;
  if (Math.abs(alpha * logRatio) < 1) return 0 - (q * Math.expm1(alpha * logRatio)) / alpha;
  return (q - powerProduct(outcome, alpha)) / alpha;
}

function exchanged({ index, p, q, logP, logQ, logRatio }: Outcome): Outcome {
  return { index, p: q, q: p, logP: logQ, logQ: logP, logRatio: -logRatio };
}

/** p^α q^(1−α), by way of the larger of the two, so that an underflow of the smaller costs nothing. */
function powerProduct({ p, q, logP, logQ, logRatio }: Outcome, alpha: number): number {
  const [larger, log, exponent] =
    logRatio > 0 ? [p, logP, (alpha - 1) * logRatio] : [q, logQ, alpha * logRatio];
  return larger > 0 && exponent < 700 ? larger * Math.exp(exponent) : Math.exp(log + exponent);
}

/**
 * (p^α q^(1−α) − αp − (1−α)q) / (α(α − 1)) ≥ 0 for α ≥ ½, and its limit at α = 1.
 *
 * With β = 1 − α it is p·{[e^−βL − 1 + βL] − β[e^−L − 1 + L]} over −αβ for L = ln(p/q); while β ≤ ½ the brackets, which come as series near 0, cancel at
 * most threefold.
 */
function powerGap(outcome: Outcome, alpha: number): number {
  const { p, q, logRatio } = outcome;
  const beta = 1 - alpha;
  if (beta === 0) return klTermOfRatio(p, q, logRatio);
  if (logRatio === Infinity) return beta < 0 ? Infinity : p / beta;
  if (logRatio === -Infinity) return q / alpha;
  const step = -beta * logRatio;
  if (Math.abs(logRatio) <= 1)
    return (p * (beta * expm1MinusX(-logRatio) - expm1MinusX(step))) / (alpha * beta);
  const grown = Math.abs(step) < 1 ? p * Math.expm1(step) : powerProduct(outcome, alpha) - p;
  return Math.max(0, (beta * (q - p) - grown) / (alpha * beta));
}
