import type { MultivariateNormal } from "../distributions/multivariateNormal.ts";
import { solveLower } from "../numeric/cholesky.ts";
import { log1pMinusX } from "../numeric/log1pMinusX.ts";
import { logRatio } from "../numeric/logRatio.ts";
import { symmetricEigenvalues } from "../numeric/symmetricEigenvalues.ts";
import type { Nats } from "../units.ts";
import { type Direction, directed } from "./klDivergence.ts";

/**
 * Kullback–Leibler divergence of two normal distributions in k dimensions, in closed form:
 * D(P‖Q) = ½ (tr(ΣQ⁻¹ΣP) − k − ln det(ΣQ⁻¹ΣP) + (μP − μQ)ᵀ ΣQ⁻¹ (μP − μQ)).
 *
 * Where the covariances nearly agree, the first three terms are Σ (xᵢ − ln(1 + xᵢ)) over the eigenvalues xᵢ of ΣQ⁻¹(ΣP − ΣQ), which
 * keeps their digits.
 *
 * @param p The truth P.
 * @param q The model Q, of the same dimension.
 * @param direction "forward" (the default) for D(P‖Q), "reverse" for D(Q‖P).
 * @returns Nats, in [0, ∞]; +∞ only where the number overflows. The relative error grows with the condition number of ΣQ: about 10⁻¹⁵ times it.
 * @throws TypeError if p or q is not a multivariate normal distribution; RangeError if the dimensions differ, or the direction is neither of the two.
 * @see Duchi (2016), Derivations for Linear Algebra and Optimization, §9.
 * @example
 * const p = multivariateNormal([1, 1], [[1, 0], [0, 1]]);
 * const q = multivariateNormal([0, 0], [[1, 0], [0, 1]]);
 * multivariateGaussianKl(p, q) // 1
 */
export function multivariateGaussianKl(
  p: MultivariateNormal,
  q: MultivariateNormal,
  direction: Direction = "forward",
): Nats {
  for (const [name, given] of Object.entries({ p, q })) {
    if (given?.family !== "multivariateNormal")
      throw new TypeError(
        `multivariateGaussianKl: ${name} is ${given?.family}, expected multivariateNormal(…)`,
      );
  }
  const [truth, model] = directed("multivariateGaussianKl", p, q, direction);
  const k = p.dimension;
  if (q.dimension !== k)
    throw new RangeError(`multivariateGaussianKl: dimensions ${k} and ${q.dimension} differ`);
  const shift = truth.mean.map((m, i) => m - model.mean[i]);
  // An sd is a double's square root at most, so a shift that overflows has a square that does.
  if (!shift.every(Number.isFinite)) return Infinity;
  return (spread(truth, model, k) + sumOfSquares(solveLower(model.cholesky, shift))) / 2;
}

/** tr(ΣQ⁻¹ΣP) − k − ln det(ΣQ⁻¹ΣP) ≥ 0. */
function spread(truth: MultivariateNormal, model: MultivariateNormal, k: number): number {
  const excess = whiten(
    truth.covariance.map((x, i) => x - model.covariance[i]),
    model.cholesky,
    k,
  );
  if (sumOfSquares(excess) < 0.25)
    return symmetricEigenvalues(excess, k).reduce((sum, x) => sum - log1pMinusX(x), 0);
  let sum = 0;
  for (let j = 0; j < k; j++) {
    const column = Float64Array.from({ length: k }, (_, i) => truth.cholesky[i * k + j]);
    sum += sumOfSquares(solveLower(model.cholesky, column)) - 1;
    sum -= 2 * logRatio(truth.cholesky[j * k + j], model.cholesky[j * k + j]);
  }
  return Math.max(0, sum);
}

/** L⁻¹·a·L⁻ᵀ for a symmetric a. */
function whiten(a: Float64Array, l: Float64Array, k: number): Float64Array {
  const rows = Array.from({ length: k }, (_, i) => solveLower(l, a.subarray(i * k, (i + 1) * k)));
  const out = new Float64Array(k * k);
  for (let j = 0; j < k; j++) {
    const column = solveLower(
      l,
      rows.map((row) => row[j]),
    );
    for (let i = 0; i < k; i++) out[i * k + j] = column[i];
  }
  return out;
}

function sumOfSquares(values: Float64Array): number {
  return values.reduce((sum, x) => sum + x * x, 0);
}
