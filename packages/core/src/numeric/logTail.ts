/**
 * Σ xʳ⁻ⁿ⁺¹/r over r ≥ n, for x = 1 − a: what the series of −ln a has from xⁿ on, in units of xⁿ⁻¹. By Gauss's continued fraction of
 * ₂F₁(1, n; n + 1; x), in about 10/√a steps.
 *
 * @param a In (0, 1].
 * @param n A whole number ≥ 1.
 * @returns ≥ 0, with relative error below 10⁻¹² + 10⁻¹⁷/a.
 * @see Abramowitz & Stegun (1964), 26.5.8; Lentz (1976) for how it is evaluated.
 */
export function logTail(a: number, n: number): number {
  const x = 1 - a;
  if (x === 0) return 0;
  let c = 1;
  let d = 0;
  let value = 1;
  for (let k = 1, change = 0; Math.abs(change - 1) > 1e-15; k++) {
    const j = k >> 1;
    const top = k % 2 === 1 ? (n + j) * (n + j) : j * j;
    const step = (-x * top) / ((n + k - 1) * (n + k));
    d = 1 / (1 + step * d);
    c = 1 + step / c;
    change = c * d;
    value *= change;
  }
  return x / (n * value);
}
