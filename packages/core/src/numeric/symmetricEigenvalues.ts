/**
 * Eigenvalues of a symmetric matrix, by Jacobi's rotations, in no order.
 *
 * @param a n·n numbers, row-major, symmetric; not changed.
 * @returns n numbers, each with error at most about n·2⁻⁵² times the largest.
 * @see Golub & Van Loan (2013), Matrix Computations, §8.5.
 */
export function symmetricEigenvalues(a: Float64Array, n: number): Float64Array {
  const m = a.slice();
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    let all = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        all += m[i * n + j] ** 2;
        if (i !== j) off += m[i * n + j] ** 2;
      }
    if (off <= all * 2 ** -110) break;
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) rotate(m, n, i, j);
  }
  return Float64Array.from({ length: n }, (_, i) => m[i * n + i]);
}

/** One rotation of the plane (i, j), which makes the entry there 0. */
function rotate(m: Float64Array, n: number, i: number, j: number): void {
  const entry = m[i * n + j];
  if (entry === 0) return;
  const theta = (m[j * n + j] - m[i * n + i]) / (2 * entry);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const [x, y] = [m[k * n + i], m[k * n + j]];
    m[k * n + i] = c * x - s * y;
    m[k * n + j] = s * x + c * y;
  }
  for (let k = 0; k < n; k++) {
    const [x, y] = [m[i * n + k], m[j * n + k]];
    m[i * n + k] = c * x - s * y;
    m[j * n + k] = s * x + c * y;
  }
}
