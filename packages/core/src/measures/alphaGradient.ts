import { type Density, expectDensity } from "../distributions/density.ts";
import type { Normal } from "../distributions/normal.ts";
import type { Nats } from "../units.ts";
import { alphaFitDerivatives } from "./alphaFitDerivatives.ts";
import { expectAlpha } from "./expectAlpha.ts";

/**
 * How the α-divergence from P changes with the parameters of a normal Q: its gradient by the mean μ and by ln σ. α = 1 is the gradient of
 * D(P‖Q), (μ − m)/σ² and 1 − (s² + (m − μ)²)/σ² with the mean m and the sd s of P; α = 0 is that of D(Q‖P).
 *
 * @param p The truth P.
 * @param q The model Q.
 * @param alpha In [0, 1].
 * @returns Nats per unit of x, and nats. Which parameters a gradient is by decides how it looks: these are μ and ln σ.
 * @throws RangeError if alpha is outside [0, 1].
 * @example
 * const { byMean, byLogSd } = alphaGradient(normal(0, 1), normal(1, 2), 1);
 * [byMean, byLogSd].map((x) => x.toFixed(6)) // ["0.250000", "0.500000"]
 */
export function alphaGradient(p: Density, q: Normal, alpha: number): { byMean: number; byLogSd: Nats } {
  expectAlpha("alphaGradient", alpha);
  expectDensity("alphaGradient", "p", p);
  const [byMean, byLogSd] = alphaFitDerivatives(p, q.mean, q.sd, alpha).gradient;
  return { byMean: byMean / q.sd, byLogSd };
}
