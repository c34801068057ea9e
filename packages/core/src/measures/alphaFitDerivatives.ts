import type { Density } from "../distributions/density.ts";
import { normal } from "../distributions/normal.ts";
import { partition } from "../distributions/partition.ts";
import { refine } from "../numeric/adaptive.ts";
import { type Integrand, panel } from "../numeric/gaussKronrod.ts";
import { alphaGap, alphaStep, oddsOfLogs } from "./alphaGap.ts";
import type { FitDerivatives } from "./descend.ts";

/**
 * Value, gradient and curvature of the α-divergence over the normal distributions Q, from one quadrature.
 *
 * With z = (x − mean)/sd and v = (p^α q^(1−α) − q)/α, the derivatives by mean/sd and ln sd are −∫v z and −∫v (z² − 1); those of second
 * order follow from ∂ln q. Writing v and not p^α q^(1−α)/α takes out what Q itself contributes, so α = 0 is a limit like any other.
 *
 * @param alpha In [0, 1].
 */
export function alphaFitDerivatives(p: Density, mean: number, sd: number, alpha: number): FitDerivatives {
  const q = normal(mean, sd);
  const beta = 1 - alpha;
  const integrand: Integrand = (x, into) => {
    const z = (x - mean) / sd;
    const square = z * z;
    const logQ = q.logDensity(x);
    const logP = p.logDensity(x);
    const odds = oddsOfLogs(logP, logQ);
    into[0] = alphaGap(odds, alpha);
    const step = alphaStep(odds, alpha);
    into[1] = -step * z;
    into[2] = -step * (square - 1);
    into[3] = -step * (beta * square - 1);
    into[4] = -step * z * (beta * (square - 1) - 2);
    into[5] = -step * (beta * (square - 1) ** 2 - 2 * square);
    const rounding = (Math.exp(logP) + Math.exp(logQ)) * (16 + Math.abs(logQ) + Math.abs(logP)) * 2 ** -51;
    for (let i = 0; i < 6; i++) into[6 + i] = rounding * (1 + Math.abs(z)) ** Math.max(0, i - 1);
  };
  const points = partition([q, p], 16);
  const panels = points.slice(1).map((end, i) => panel(integrand, 6, points[i], end));
  const { values } = refine(integrand, panels, ({ sizes }) => sizes.map((s) => 1e-9 * s + 1e-13), 20_000);
  const [value, byMean, byLogSd, meanMean, meanLogSd, logSdLogSd] = values;
  return { value, gradient: [byMean, byLogSd], curvature: [1 + meanMean, meanLogSd, 2 + logSdLogSd] };
}
