import { cholesky, solveLower } from "../numeric/cholesky.ts";
import type { Rng } from "../rng.ts";
import type { Nats } from "../units.ts";
import { expectFinite } from "./parameter.ts";
import { standardNormal } from "./standardNormal.ts";

/** A normal distribution in k dimensions; made by {@link multivariateNormal}. */
export type MultivariateNormal = {
  readonly family: "multivariateNormal";
  readonly dimension: number;
  /** Length k. */
  readonly mean: Float64Array;
  /** k·k, row-major, symmetric. */
  readonly covariance: Float64Array;
  /** Lower triangular L with L·Lᵀ = covariance; k·k, row-major. */
  readonly cholesky: Float64Array;
  logDensity(x: ArrayLike<number>): Nats;
  /** Differential entropy, ½ ln det(2πe Σ). */
  entropy(): Nats;
  sample(rng: Rng): Float64Array;
};

const halfLogTwoPi = 0.9189385332046727;

/**
 * The normal distribution in k dimensions with a mean and a covariance matrix.
 *
 * @param mean k ≥ 1 finite numbers.
 * @param covariance k rows of k finite numbers: symmetric (to 10⁻¹² of the geometric mean of the two variances; the mean of the two is used) and
 *   positive definite.
 * @throws RangeError if sizes differ, an entry is not finite, or the matrix is not symmetric or not positive definite.
 * @example multivariateNormal([0, 0], [[1, 0], [0, 1]]).logDensity([0, 0]) // -1.8378770664093453
 * @example multivariateNormal([0, 0], [[1, 2], [2, 1]]) // throws RangeError: multivariateNormal: pivot 1 of covariance is -3, expected a positive definite matrix
 */
export function multivariateNormal(
  mean: ArrayLike<number>,
  covariance: ArrayLike<ArrayLike<number>>,
): MultivariateNormal {
  for (const [name, given] of Object.entries({ mean, covariance })) {
    if (typeof given !== "object" || given === null)
      throw new TypeError(`multivariateNormal: ${name} is ${given}, expected an array of numbers or of rows`);
  }
  const k = mean.length;
  const center = Float64Array.from(mean);
  if (k === 0) throw new RangeError("multivariateNormal: mean is empty, expected at least one number");
  for (const [i, x] of center.entries()) expectFinite("multivariateNormal", `mean[${i}]`, x);
  const matrix = symmetric(covariance, k);
  const l = cholesky(matrix, k);
  if (!(l instanceof Float64Array))
    throw new RangeError(
      `multivariateNormal: pivot ${l.pivot} of covariance is ${l.value}, expected a positive definite matrix`,
    );
  const logScale = center.reduce((sum, _, i) => sum + Math.log(l[i * k + i]) + halfLogTwoPi, 0);
  return {
    family: "multivariateNormal",
    dimension: k,
    mean: center,
    covariance: matrix,
    cholesky: l,
    logDensity: (x) => {
      if (x.length !== k)
        throw new RangeError(`logDensity: x has ${x.length} numbers, expected ${k}, one per dimension`);
      const z = solveLower(
        l,
        center.map((m, i) => x[i] - m),
      );
      return -z.reduce((sum, t) => sum + t * t, 0) / 2 - logScale;
    },
    entropy: () => k / 2 + logScale,
    sample: (rng) => {
      const z = center.map(() => standardNormal(rng));
      return center.map((m, i) => z.subarray(0, i + 1).reduce((sum, t, j) => sum + l[i * k + j] * t, m));
    },
  };
}

function symmetric(rows: ArrayLike<ArrayLike<number>>, k: number): Float64Array {
  if (rows.length !== k)
    throw new RangeError(
      `multivariateNormal: covariance has ${rows.length} rows, expected ${k}, as many as mean`,
    );
  for (let i = 0; i < k; i++) {
    if (rows[i]?.length !== k)
      throw new RangeError(
        `multivariateNormal: covariance[${i}] has ${rows[i]?.length ?? "no"} numbers, expected ${k}`,
      );
  }
  const matrix = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      expectFinite("multivariateNormal", `covariance[${i}][${j}]`, rows[i][j]);
      matrix[i * k + j] = rows[i][j] / 2 + rows[j][i] / 2;
      const slack = 1e-12 * Math.sqrt(Math.abs(rows[i][i])) * Math.sqrt(Math.abs(rows[j][j]));
      if (Math.abs(rows[i][j] - rows[j][i]) > slack)
        throw new RangeError(
          `multivariateNormal: covariance[${i}][${j}] is ${rows[i][j]}, expected covariance[${j}][${i}], which is ${rows[j][i]}`,
        );
    }
  }
  return matrix;
}
