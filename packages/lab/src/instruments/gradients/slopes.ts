import {
  type Direction,
  gradientByLogits,
  gradientByProbabilities,
  logits,
  type Probabilities,
  throughSoftmax,
  type ValueAndGradient,
} from "@surprisal/core";
import type { By } from "./model.ts";

export const ways: readonly Direction[] = ["forward", "reverse"];

/** D(P‖Q) or D(Q‖P), and its derivatives by the logits of Q or by its probabilities. */
export function slopesOf(p: Probabilities, q: Probabilities, by: By, direction: Direction): ValueAndGradient {
  const objective = { kind: "kl", direction } as const;
  return by === "logits"
    ? gradientByLogits(objective, p, logits([...q].map(Math.log)))
    : gradientByProbabilities(objective, p, q);
}

/**
 * Where Q is pulled when its parameters go against a gradient: the velocity of its three probabilities. Of a gradient with infinite slopes
 * only these count, each as one; along the simplex, only differences between probabilities do.
 */
export function pullOf(q: Probabilities, gradient: Float64Array, by: By): Float64Array {
  const slopes = bounded(gradient);
  if (by === "logits") return throughSoftmax(q, slopes).map((slope) => 0 - slope);
  const mean = slopes.reduce((a, b) => a + b) / slopes.length;
  return slopes.map((slope) => mean - slope);
}

/** A gradient to step along: of one that is infinite, the direction alone. */
export function bounded(gradient: Float64Array): Float64Array {
  if (gradient.every(Number.isFinite)) return gradient;
  return gradient.map((slope) => (Number.isFinite(slope) ? 0 : Math.sign(slope)));
}
