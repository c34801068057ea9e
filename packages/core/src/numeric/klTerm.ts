import type { Nats } from "../units.ts";
import { expm1MinusX } from "./expm1MinusX.ts";
import { log1pMinusX } from "./log1pMinusX.ts";
import { logRatio } from "./logRatio.ts";

/**
 * p ln(p/q) − p + q ≥ 0, one outcome of a KL divergence in its non-negative form. The added −p + q cancel over two distributions, and
 * let every term keep its digits: with d = (q − p)/p the term is p·(d − ln(1 + d)), where near d = 0 the difference comes as a series.
 */
export function klTerm(p: number, q: number): Nats {
  if (p === 0) return q;
  const d = (q - p) / p;
  if (d >= -0.5 && d <= 1) return 0 - p * log1pMinusX(d);
  return q === 0 ? Infinity : p * logRatio(p, q) - p + q;
}

/** The same outcome given by logarithms: with x = ln q − ln p, the term is p·(eˣ − 1 − x). */
export function klTermOfLogs(logP: number, logQ: number): Nats {
  if (logP === -Infinity) return Math.exp(logQ);
  return klTermOfRatio(Math.exp(logP), Math.exp(logQ), logP - logQ);
}

/** The same outcome by its probabilities and ln(p/q), which may be known better than they are. Where p is no double any more, so is the term. */
export function klTermOfRatio(p: number, q: number, logRatio: number): Nats {
  if (logRatio === Infinity) return Infinity;
  if (p === 0) return q;
  return logRatio > -1 ? p * expm1MinusX(-logRatio) : q - p * (1 - logRatio);
}
