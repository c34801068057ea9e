import { type MultivariateNormal, multivariateNormal } from "../distributions/multivariateNormal.ts";
import { solveLower } from "../numeric/cholesky.ts";
import type { Nats } from "../units.ts";
import type { Direction } from "./klDivergence.ts";
import { multivariateGaussianKl } from "./multivariateGaussianKl.ts";

/** A normal distribution of independent coordinates, and how far it is from the truth it stands for. */
export type MeanFieldFit = { readonly q: MultivariateNormal; readonly value: Nats };

/**
 * The normal Q of independent coordinates that is nearest to a normal truth P: its mean field.
 *
 * Both directions take the mean of P. Forward, Q has the variances of P; then D(P‖Q) is the total correlation of P. Reverse, Q has the variance
 * that P leaves a coordinate once all others are known, one over the diagonal of P's precision: never a larger one. In two dimensions with
 * correlation ρ both come to −½ ln(1 − ρ²).
 *
 * @param p The truth P, in k dimensions.
 * @param direction "forward" for the least D(P‖Q), "reverse" for the least D(Q‖P).
 * @returns Q and the divergence in that direction, in nats. The relative error grows with the condition number of P's covariance, as that of
 *   {@link multivariateGaussianKl} does.
 * @throws TypeError if p is not a multivariate normal distribution; RangeError if the direction is neither of the two.
 * @see Bishop (2006), Pattern Recognition and Machine Learning, §10.1.2.
 * @example
 * const p = multivariateNormal([0, 0], [[1, 0.6], [0.6, 1]]);
 * const widths = (way) => meanFieldGaussian(p, way).q.covariance.map(Math.sqrt);
 * [widths("forward")[0], widths("reverse")[0].toFixed(12)] // [1,"0.800000000000"]
 */
export function meanFieldGaussian(p: MultivariateNormal, direction: Direction): MeanFieldFit {
  if (p?.family !== "multivariateNormal")
    throw new TypeError(`meanFieldGaussian: p is ${p?.family}, expected multivariateNormal(…)`);
  const k = p.dimension;
  const variance = direction === "reverse" ? conditionalVariance : marginalVariance;
  const rows = Array.from({ length: k }, (_, i) => new Float64Array(k).fill(variance(p, i), i, i + 1));
  const q = multivariateNormal(p.mean, rows);
  return { q, value: multivariateGaussianKl(p, q, direction) };
}

function marginalVariance({ covariance, dimension }: MultivariateNormal, i: number): number {
  return covariance[i * dimension + i];
}

/** What is left of a coordinate's variance once all others are known: 1/Λᵢᵢ, where Λ = L⁻ᵀL⁻¹. */
function conditionalVariance({ cholesky, dimension }: MultivariateNormal, i: number): number {
  const column = solveLower(cholesky, new Float64Array(dimension).fill(1, i, i + 1));
  return 1 / column.reduce((sum, x) => sum + x * x, 0);
}
