import type { Rng } from "../rng.ts";
import type { LogProbabilities } from "./kinds.ts";
import { logits } from "./logits.ts";
import { logSoftmax } from "./logSoftmax.ts";
import { standardNormal } from "./standardNormal.ts";

/** One draw from a Dirichlet distribution, as logarithms: small weights give probabilities that no double holds. */
export function dirichletDraw(weights: Float64Array, rng: Rng): LogProbabilities {
  return logSoftmax(logits(weights.map((weight) => logGammaVariate(weight, rng))));
}

/** ln of a draw from the gamma distribution; Marsaglia & Tsang (2000), A Simple Method for Generating Gamma Variables, ACM TOMS 26(3). */
function logGammaVariate(shape: number, rng: Rng): number {
  if (shape < 1) return logGammaVariate(shape + 1, rng) + Math.log1p(-rng.next()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = standardNormal(rng);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log1p(-rng.next()) < (x * x) / 2 + d * (1 - v + Math.log(v))) return Math.log(d * v);
  }
}
