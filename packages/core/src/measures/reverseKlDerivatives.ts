import type { Density } from "../distributions/density.ts";
import { normal } from "../distributions/normal.ts";
import { partition } from "../distributions/partition.ts";
import { refine } from "../numeric/adaptive.ts";
import { type Integrand, panel } from "../numeric/gaussKronrod.ts";
import type { FitDerivatives } from "./descend.ts";

/**
 * Value, gradient and curvature of D(Q‖P) over the normal distributions Q, from one quadrature.
 *
 * With z = (x − mean)/sd and g = ln q − ln p, the derivatives are E[g·Heₖ(z)] under Q, Hermite's polynomials of degree 0 to 4: Stein's
 * identity moves every derivative from ln p, which need not have one, to the normal density; and ∂/∂sd = sd·∂²/∂mean² (heat equation).
 *
 * @returns The value is +∞ where ln p is −∞ on an interval within 13 sd of the mean; the derivatives are then meaningless.
 */
export function reverseKlDerivatives(p: Density, mean: number, sd: number): FitDerivatives {
  const q = normal(mean, sd);
  const integrand: Integrand = (x, into) => {
    const z = (x - mean) / sd;
    const logQ = q.logDensity(x);
    const logP = p.logDensity(x);
    if (Number.isNaN(logP))
      throw new RangeError(`bestGaussianReverse: p.logDensity(${x}) is NaN, expected a number`);
    const weight = Math.exp(logQ);
    const gap = weight * (logQ - logP);
    const square = z * z;
    into[0] = gap;
    if (gap === Infinity) return;
    into[1] = gap * z;
    into[2] = gap * (square - 1);
    into[3] = gap * z * (square - 3);
    into[4] = gap * (square * square - 6 * square + 3);
    const rounding = weight * (16 + Math.abs(logQ) + Math.abs(logP)) * 2 ** -51;
    for (let i = 0; i < 5; i++) into[5 + i] = rounding * (1 + Math.abs(z)) ** i;
  };
  const [from, to] = q.window;
  const points = partition([q, p], 16).filter((x) => from <= x && x <= to);
  const panels = points.slice(1).map((end, i) => panel(integrand, 5, points[i], end));
  const { values } = refine(
    integrand,
    panels,
    ({ sizes }) => sizes.map((size) => 1e-9 * size + 1e-13),
    20_000,
  );
  const [value, first, second, third, fourth] = values;
  return {
    value,
    gradient: [first, second],
    curvature: [second + 1, third, 2 * (second + 1) + fourth],
  };
}
