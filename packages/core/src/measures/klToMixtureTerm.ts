import { log1pMinusX } from "../numeric/log1pMinusX.ts";
import { logRatio } from "../numeric/logRatio.ts";
import type { Nats } from "../units.ts";

/** p ln(p/m) − p + m ≥ 0 for m = λp + (1 − λ)q, 0 ≤ λ < 1. That m − p is exactly (1 − λ)(q − p) keeps the digits of near-equal p and q. */
export function klToMixtureTerm(p: number, q: number, lambda: number): Nats {
  const m = lambda * p + (1 - lambda) * q;
  if (p === 0) return m;
  const d = (1 - lambda) * ((q - p) / p);
  if (d >= -0.5 && d <= 1) return 0 - p * log1pMinusX(d);
  return m === 0 ? Infinity : p * logRatio(p, m) + (1 - lambda) * (q - p);
}
