import { type Density, expectDensity } from "../distributions/density.ts";
import type { MixtureComponent } from "../distributions/gaussianMixture.ts";
import type { QuadratureOptions } from "../distributions/integrateDensities.ts";
import { normal } from "../distributions/normal.ts";
import type { Nats } from "../units.ts";
import { continuousKl } from "./continuousKl.ts";
import { bestFirst, lowestPlaces } from "./descend.ts";
import { reverseKlDerivatives } from "./reverseKlDerivatives.ts";
import { startsFor } from "./startsFor.ts";

/** A normal distribution nearer to a truth, under the reverse divergence, than all its neighbours. */
export type LocalFit = {
  readonly mean: number;
  readonly sd: number;
  /** D(Q‖P) there. */
  readonly value: Nats;
  /** Bound on |value − truth|. */
  readonly error: Nats;
  /** Length of the gradient of D(Q‖P) by (mean/sd, ln sd), a number without dimension: 0 at an optimum, and the certificate that this is one. */
  readonly gradientNorm: number;
};

/**
 * The normal distributions Q that minimise D(Q‖P) locally, best first: Newton's method from many starts.
 *
 * Starts are all neighbouring groups of components of a mixture, or of the bumps of any other density, each matched in mean and sd. That finds
 * every optimum that sits on such a group; it is no proof that there are no others. Nothing is random.
 *
 * @param p The truth P. Its `components`, if it names some, are the groups to start from.
 * @returns Distinct optima, at each of which the gradient is below 10⁻⁶ and the curvature positive. None if P is zero on an interval, as uniform and
 *   exponential ones are: then D(Q‖P) = +∞ for every normal Q.
 * @throws RangeError if P does not integrate to 1 within 10⁻⁶, or its log-density is NaN.
 * @example
 * const truth = gaussianMixture([
 *   { weight: 0.5, mean: -2.2, sd: 0.7 },
 *   { weight: 0.5, mean: 2.2, sd: 0.7 },
 * ]);
 * const { optima } = bestGaussianReverse(truth);
 * optima.map(({ sd }) => sd.toFixed(4)) // ["0.7104", "0.7104", "1.9924"]
 * optima.map(({ value }) => value.toFixed(5)) // ["0.69052", "0.69052", "0.96258"]
 */
export function bestGaussianReverse(
  p: Density & { readonly components?: readonly MixtureComponent[] },
  options: QuadratureOptions = {},
): { optima: LocalFit[] } {
  expectDensity("bestGaussianReverse", "p", p);
  const { support = [-Infinity, Infinity] } = p;
  if (support[0] > -Infinity || support[1] < Infinity) return { optima: [] };
  const found = lowestPlaces((mean, sd) => reverseKlDerivatives(p, mean, sd), startsFor(p));
  const optima = found.map(({ mean, sd, gradientNorm }) => {
    const { value, error } = continuousKl(p, normal(mean, sd), { ...options, direction: "reverse" });
    return { mean, sd, value, error, gradientNorm };
  });
  return { optima: bestFirst(optima) };
}
