/**
 * The lower triangular L with L·Lᵀ = a, for a symmetric positive definite matrix; only the lower triangle of `a` is read.
 *
 * @param a n·n numbers, row-major.
 * @returns L, row-major, or the index of the first pivot that is not above 0, when `a` is not positive definite.
 */
export function cholesky(a: Float64Array, n: number): Float64Array | { pivot: number; value: number } {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = a[i * n + j];
      for (let k = 0; k < j; k++) rest -= l[i * n + k] * l[j * n + k];
      if (j < i) l[i * n + j] = rest / l[j * n + j];
      else if (rest > 0) l[i * n + i] = Math.sqrt(rest);
      else return { pivot: i, value: rest };
    }
  }
  return l;
}

/** L⁻¹·b for a lower triangular L (n·n, row-major) and n numbers b. */
export function solveLower(l: Float64Array, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  const n = x.length;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= l[i * n + k] * x[k];
    x[i] /= l[i * n + i];
  }
  return x;
}
