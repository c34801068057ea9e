import type { Nats, Probabilities } from "@surprisal/core";

/** The usual estimates of D(Q‖P) from one draw x of Q, as functions of the ratio r = P(x)/Q(x). */
export const estimators = {
  k1: (r: number) => -Math.log(r),
  k2: (r: number) => Math.log(r) ** 2 / 2,
  k3: (r: number) => r - 1 - Math.log(r),
} as const;

/** Mean and standard deviation of an estimate under Q, summed over all that can be drawn. */
export function spreadOf(
  name: keyof typeof estimators,
  p: Probabilities,
  q: Probabilities,
): { mean: Nats; sd: Nats } {
  const values = Array.from(q, (_, x) => estimators[name](p[x]! / q[x]!));
  const mean = values.reduce((sum, value, x) => sum + q[x]! * value, 0);
  const square = values.reduce((sum, value, x) => sum + q[x]! * (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(square) };
}
