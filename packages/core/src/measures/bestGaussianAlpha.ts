import { type Density, expectDensity } from "../distributions/density.ts";
import type { MixtureComponent } from "../distributions/gaussianMixture.ts";
import type { QuadratureOptions } from "../distributions/integrateDensities.ts";
import { normal } from "../distributions/normal.ts";
import { alphaFitDerivatives } from "./alphaFitDerivatives.ts";
import { bestGaussianForward } from "./bestGaussianForward.ts";
import { bestGaussianReverse, type LocalFit } from "./bestGaussianReverse.ts";
import { continuousAlpha } from "./continuousAlpha.ts";
import { bestFirst, lowestPlaces } from "./descend.ts";
import { expectAlpha } from "./expectAlpha.ts";
import { startsFor } from "./startsFor.ts";

/**
 * The normal distributions Q that minimise Amari's α-divergence from P locally, best first: between the one that covers P (α = 1, the
 * forward fit) and those that settle on a mode (α = 0, the reverse fits). Newton's method from many starts, as in `bestGaussianReverse`;
 * nothing is random.
 *
 * @param p The truth P. Its `components`, if it names some, are the groups to start from.
 * @param alpha In [0, 1].
 * @returns Distinct optima, at each of which the gradient by (mean/sd, ln sd) is below 10⁻⁶ and the curvature positive.
 * @throws RangeError if alpha is outside [0, 1], or P does not integrate to 1 within 10⁻⁶.
 * @see Minka (2005), Divergence measures and message passing, §2–3.
 * @example
 * const truth = gaussianMixture([
 *   { weight: 0.5, mean: -2.2, sd: 0.7 },
 *   { weight: 0.5, mean: 2.2, sd: 0.7 },
 * ]);
 * [1, 0.5, 0].map((alpha) => bestGaussianAlpha(truth, alpha).optima[0].sd.toFixed(4)) // ["2.3087", "2.2290", "0.7104"]
 */
export function bestGaussianAlpha(
  p: Density & {
    readonly components?: readonly MixtureComponent[];
    readonly mean?: number;
    readonly sd?: number;
  },
  alpha: number,
  options: QuadratureOptions = {},
): { optima: LocalFit[] } {
  expectAlpha("bestGaussianAlpha", alpha);
  expectDensity("bestGaussianAlpha", "p", p);
  if (alpha === 1) return { optima: [{ ...bestGaussianForward(p, options), gradientNorm: 0 }] };
  if (alpha === 0) return bestGaussianReverse(p, options);
  const found = lowestPlaces((mean, sd) => alphaFitDerivatives(p, mean, sd, alpha), startsFor(p));
  const optima = found.map(({ mean, sd, gradientNorm }) => ({
    mean,
    sd,
    ...continuousAlpha(p, normal(mean, sd), alpha, options),
    gradientNorm,
  }));
  return { optima: bestFirst(optima) };
}
