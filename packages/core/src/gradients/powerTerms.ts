import { expm1MinusX } from "../numeric/expm1MinusX.ts";
import { klTermOfRatio } from "../numeric/klTerm.ts";
import type { Nats } from "../units.ts";
import type { Outcome } from "./outcome.ts";
import type { OutcomeTerms } from "./outcomeTerms.ts";

/**
 * Amari's α-divergence, whose α = 1 is D(P‖Q) and α = 0 is D(Q‖P). By q its term has the derivative −(p/q)^α/α, for α = 0 ln(q/p) + 1; by ln q, less
 * a multiple of q, q·(1 − (p/q)^α)/α, for α = 1 that is q − p and for α = 0 q ln(q/p).
 */
export function powerTerms(alpha: number): OutcomeTerms {
  return {
    value: ({ p, q, logRatio }) => powerGap(p, q, logRatio, alpha),
    byProbability: ({ p, q, logRatio }) => {
      if (alpha === 0) return 1 - logRatio;
      if (alpha === 1 && q > 0) return 0 - p / q;
      return 0 - Math.exp(alpha * logRatio) / alpha;
    },
    byLogProbability: (outcome) => byLogProbability(outcome, alpha),
    growth: ({ p, q, logRatio }) => (logRatio > 0 ? p ** alpha : q ** (1 - alpha)),
  };
}

function byLogProbability({ p, q, logRatio }: Outcome, alpha: number): number {
  if (alpha === 1) return q - p;
  if (alpha === 0) return q === 0 ? 0 : 0 - q * logRatio;
  if (Math.abs(alpha * logRatio) < 1) return 0 - (q * Math.expm1(alpha * logRatio)) / alpha;
  return (q - powerProduct(p, q, logRatio, alpha)) / alpha;
}

/** p^α q^(1−α), by way of the larger of the two, so that an underflow of the smaller costs nothing. */
function powerProduct(p: number, q: number, logRatio: Nats, alpha: number): number {
  if (logRatio > 0) return p * Math.exp((alpha - 1) * logRatio);
  return q === 0 ? 0 : q * Math.exp(alpha * logRatio);
}

/**
 * (p^α q^(1−α) − αp − (1−α)q) / (α(α − 1)) ≥ 0, and its limits at α = 0 and 1.
 *
 * With β = 1 − α it is p·{[e^−βL − 1 + βL] − β[e^−L − 1 + L]} over −αβ for L = ln(p/q); while β ≤ ½ the brackets, which come as series near 0, cancel at
 * most threefold. For α < ½ the roles of p and q are exchanged.
 */
function powerGap(p: number, q: number, logRatio: Nats, alpha: number): number {
  if (alpha < 0.5) return powerGapFrom(q, p, -logRatio, 1 - alpha);
  return powerGapFrom(p, q, logRatio, alpha);
}

function powerGapFrom(p: number, q: number, logRatio: Nats, alpha: number): number {
  const beta = 1 - alpha;
  if (beta === 0) return klTermOfRatio(p, q, logRatio);
  if (logRatio === Infinity) return beta < 0 ? Infinity : p / beta;
  if (p === 0) return q / alpha;
  const step = -beta * logRatio;
  if (Math.abs(logRatio) <= 1)
    return (p * (beta * expm1MinusX(-logRatio) - expm1MinusX(step))) / (alpha * beta);
  const grown = Math.abs(step) < 1 ? p * Math.expm1(step) : powerProduct(p, q, logRatio, alpha) - p;
  return Math.max(0, (beta * (q - p) - grown) / (alpha * beta));
}
