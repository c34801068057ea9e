import { gradientByLogits, logits, type Probabilities } from "@surprisal/core";

/** ∇ of E_Q[cost] by logits for a cost that stays as it is: q·(cost − E_Q[cost]). */
export function costGradient(q: Probabilities, cost: ArrayLike<number>): number[] {
  const mean = [...q].reduce((sum, x, i) => sum + (x > 0 ? x * cost[i] : 0), 0);
  return [...q].map((x, i) => (x > 0 ? x * (cost[i] - mean) : 0));
}

/** ∇D(Q‖P) by the logits of Q, all of it, without draws. */
export function reverseGradient(p: Probabilities, q: Probabilities): number[] {
  const student = logits(Float64Array.from(q, Math.log));
  return [...gradientByLogits({ kind: "kl", direction: "reverse" }, p, student).gradient];
}

export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.max(...Array.from(a, (x, i) => Math.abs(x - b[i])));
}
