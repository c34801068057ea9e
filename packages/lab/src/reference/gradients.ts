import { klDivergence, type Probabilities, probabilities } from "@surprisal/core";

/** A student that keeps this little for the third outcome, and splits the rest as 98 to 2. */
export function studentWith(third: number): Probabilities {
  return probabilities([0.98 * (1 - third), 0.02 * (1 - third), third]);
}

/** The derivative of D(P‖Q), or of D(Q‖P), by one outcome's logit under a softmax, or by its raw probability. */
export const slope = {
  forward: {
    logit: (p: Probabilities, q: Probabilities, i: number) => q[i]! - p[i]!,
    raw: (p: Probabilities, q: Probabilities, i: number) => -p[i]! / q[i]!,
  },
  reverse: {
    logit: (p: Probabilities, q: Probabilities, i: number) =>
      q[i]! * (Math.log(q[i]! / p[i]!) - klDivergence(p, q, "reverse")),
    raw: (p: Probabilities, q: Probabilities, i: number) => Math.log(q[i]! / p[i]!) + 1,
  },
} as const;

/** Variance of the gradient in logits that one draw estimates, summed over the logits. The draw is from P forward, from Q reverse. */
export const variance = {
  forward: (p: Probabilities, q: Probabilities) =>
    total(
      p,
      (x, i) => q[i]! - hit(x, i),
      (i) => slope.forward.logit(p, q, i),
    ),
  reverse: (p: Probabilities, q: Probabilities) =>
    total(
      q,
      (x, i) => Math.log(q[x]! / p[x]!) * (hit(x, i) - q[i]!),
      (i) => slope.reverse.logit(p, q, i),
    ),
} as const;

function total(
  drawn: Probabilities,
  estimate: (x: number, i: number) => number,
  mean: (i: number) => number,
): number {
  let sum = 0;
  for (let x = 0; x < drawn.length; x++)
    for (let i = 0; i < drawn.length; i++) sum += drawn[x]! * (estimate(x, i) - mean(i)) ** 2;
  return sum;
}

function hit(x: number, i: number): number {
  return x === i ? 1 : 0;
}
