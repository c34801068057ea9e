import {
  type Density,
  type Direction,
  gradientByLogits,
  logits,
  normalize,
  type Probabilities,
  softmax,
  totalVariation,
} from "@surprisal/core";

/** Bins over [−reach, reach], and steps of descent with what logits move by times the gradient. */
export const bins = 25;
export const steps = 3000;
const [reach, rate] = [5, 2];

/** How far a softmax that could be P, cut into bins, is from it after descent, by total variation. */
export function leftAfterDescent(density: Density, direction: Direction): number {
  const middle = (i: number) => ((i + 0.5) / bins) * 2 * reach - reach;
  const p = normalize(Array.from({ length: bins }, (_, i) => Math.exp(density.logDensity(middle(i)))));
  return totalVariation(p, descended(p, direction));
}

function descended(p: Probabilities, direction: Direction): Probabilities {
  let student = logits(new Float64Array(bins));
  for (let step = 0; step < steps; step++) {
    const { gradient } = gradientByLogits({ kind: "kl", direction }, p, student);
    student = logits(Float64Array.from(student, (l, i) => l - rate * gradient[i]!));
  }
  return softmax(student);
}
