import { log1pMinusX } from "../numeric/log1pMinusX.ts";
import { logRatio } from "../numeric/logRatio.ts";
import type { Nats } from "../units.ts";

/**
 * p ln(p/m) − p + m ≥ 0 for m = own·p + other·q, with own + other = 1 and other > 0. That m − p is exactly other·(q − p) keeps
 * the digits of near-equal p and q; both weights come in, for 1 − (1 − w) is not w.
 */
export function klToMixtureTerm(p: number, q: number, own: number, other: number): Nats {
  if (p === 0) return other * q;
  const d = other * ((q - p) / p);
  if (d >= -0.5 && d <= 1) return 0 - p * log1pMinusX(d);
  return p * logToMixture(p, q, own, other) + other * (q - p);
}

/** ln(p/m) for p > 0 and the same m; through m/p, since m itself may underflow. */
export function logToMixture(p: number, q: number, own: number, other: number): Nats {
  const d = other * ((q - p) / p);
  if (Math.abs(d) < 0.5) return 0 - Math.log1p(d);
  const share = own + other * (q / p);
  if (share === Infinity) return logRatio(p, own * p + other * q);
  if (share > 1e-290) return 0 - Math.log(share);
  // Scaled, for both parts may be subnormal.
  return 200 * Math.LN2 - Math.log(own * 2 ** 200 + other * ((q * 2 ** 200) / p));
}
