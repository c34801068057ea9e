import { type Density, expectDensity } from "../distributions/density.ts";
import { integrateDensities, type QuadratureOptions } from "../distributions/integrateDensities.ts";
import { normal } from "../distributions/normal.ts";
import type { Nats } from "../units.ts";
import { continuousKl } from "./continuousKl.ts";

/** The normal distribution nearest to a truth under the forward divergence. */
export type ForwardFit = {
  readonly mean: number;
  readonly sd: number;
  /** D(P‖Q) there. */
  readonly value: Nats;
  /** Bound on |value − truth|. */
  readonly error: Nats;
};

/**
 * The normal Q that minimises D(P‖Q): the one with the mean and the standard deviation of P. There is no other, nor another local optimum.
 *
 * @param p The truth P. If it says its own `mean` and `sd`, as every distribution here does, they are taken; otherwise they are integrals.
 * @throws RangeError if P does not integrate to 1, or has no finite mean and standard deviation.
 * @see Minka (2005), Divergence measures and message passing, §3.1.
 * @example
 * const truth = gaussianMixture([
 *   { weight: 0.5, mean: -2.2, sd: 0.7 },
 *   { weight: 0.5, mean: 2.2, sd: 0.7 },
 * ]);
 * const { mean, sd, value } = bestGaussianForward(truth);
 * [mean, sd, value].map((x) => x.toFixed(4)) // ["0.0000", "2.3087", "0.5026"]
 */
export function bestGaussianForward(
  p: Density & { readonly mean?: number; readonly sd?: number },
  options: QuadratureOptions = {},
): ForwardFit {
  expectDensity("bestGaussianForward", "p", p);
  const { mean, sd } = momentsOf(p, options);
  const { value, error } = continuousKl(p, normal(mean, sd), options);
  return { mean, sd, value, error };
}

function momentsOf(
  p: Density & { readonly mean?: number; readonly sd?: number },
  options: QuadratureOptions,
): { mean: number; sd: number } {
  if (p.mean !== undefined && p.sd !== undefined) return { mean: p.mean, sd: p.sd };
  const mean = moment(p, (x) => x, options);
  return { mean, sd: Math.sqrt(moment(p, (x) => (x - mean) ** 2, options)) };
}

function moment(p: Density, power: (x: number) => number, options: QuadratureOptions): number {
  const { values, grows } = integrateDensities(
    "bestGaussianForward",
    { p },
    1,
    (x, _, noise, into, at, size) => {
      into[at] = into[0] === 0 ? 0 : into[0] * power(x);
      into[at + size] = Math.abs(into[at]) * noise[0];
    },
    options,
  );
  if (grows) throw new RangeError("bestGaussianForward: p has no finite mean and sd, expected both");
  return values[1];
}
