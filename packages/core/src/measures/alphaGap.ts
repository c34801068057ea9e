import { expm1MinusX } from "../numeric/expm1MinusX.ts";
import { klTermOfRatio } from "../numeric/klTerm.ts";
import type { Nats } from "../units.ts";

/** Two probabilities, or two densities, of one outcome. The logarithms say more than they do where one underflows. */
export interface Odds {
  readonly p: number;
  readonly q: number;
  readonly logP: Nats;
  readonly logQ: Nats;
  /** ln(p/q): −∞ where p is impossible, whatever q is; +∞ where only q is. */
  readonly logRatio: Nats;
}

export function oddsOfLogs(logP: Nats, logQ: Nats): Odds {
  const logRatio = logP === -Infinity ? -Infinity : logP - logQ;
  return { p: Math.exp(logP), q: Math.exp(logQ), logP, logQ, logRatio };
}

/**
 * One outcome of Amari's α-divergence: (p^α q^(1−α) − αp − (1−α)q) / (α(α − 1)) ≥ 0, and its limits p ln(p/q) − p + q at α = 1, q ln(q/p) − q + p at
 * α = 0.
 *
 * @param odds Of an outcome that p or q allows.
 * @param alpha Any finite number.
 * @returns Nats; relative error at most 8·(4 + (1 + |α|)·|ln(p/q)|)·2⁻⁵³, beside what an error of ln(p/q) itself makes.
 */
export function alphaGap(odds: Odds, alpha: number): Nats {
  return alpha < 0.5 ? gapFrom(exchanged(odds), 1 - alpha) : gapFrom(odds, alpha);
}

/** (p^α q^(1−α) − q) / α, which is q ln(p/q) at α = 0 and p − q at α = 1. */
export function alphaStep(odds: Odds, alpha: number): number {
  const { p, q, logRatio } = odds;
  if (alpha === 1) return p - q;
  if (alpha === 0) return q === 0 ? 0 : q * logRatio;
  if (Math.abs(alpha * logRatio) < 1) return (q * Math.expm1(alpha * logRatio)) / alpha;
  return (powerProduct(odds, alpha) - q) / alpha;
}

function exchanged({ p, q, logP, logQ, logRatio }: Odds): Odds {
  return { p: q, q: p, logP: logQ, logQ: logP, logRatio: -logRatio };
}

/** p^α q^(1−α), by way of the larger of the two, so that an underflow of the smaller costs nothing. */
function powerProduct({ p, q, logP, logQ, logRatio }: Odds, alpha: number): number {
  const [larger, log, exponent] =
    logRatio > 0 ? [p, logP, (alpha - 1) * logRatio] : [q, logQ, alpha * logRatio];
  return larger > 0 && exponent < 700 ? larger * Math.exp(exponent) : Math.exp(log + exponent);
}

// For α ≥ ½. With β = 1 − α the gap is p·{[e^−βL − 1 + βL] − β[e^−L − 1 + L]} over −αβ for L = ln(p/q); while β ≤ ½ the brackets, which come as series
// near 0, cancel at most threefold.
function gapFrom(odds: Odds, alpha: number): Nats {
  const { p, q, logRatio } = odds;
  const beta = 1 - alpha;
  if (beta === 0) return klTermOfRatio(p, q, logRatio);
  if (logRatio === Infinity) return beta < 0 ? Infinity : p / beta;
  if (logRatio === -Infinity) return q / alpha;
  const step = -beta * logRatio;
  if (p > 0 && Math.abs(logRatio) <= 1)
    return (p * (beta * expm1MinusX(-logRatio) - expm1MinusX(step))) / alpha / beta;
  const grown = Math.abs(step) < 1 ? p * Math.expm1(step) : powerProduct(odds, alpha) - p;
  return Math.max(0, (beta * (q - p) - grown) / alpha / beta);
}
