/**
 * ln(1 + x) − x, without the cancellation of the literal difference near 0, where it is −x²/2 + x³/3 − ….
 *
 * With r = x/(2 + x), ln(1 + x) = 2(r + r³/3 + r⁵/5 + …) and 2r − x = −r·x, so the value is r·(2(r²/3 + r⁴/5 + …) − x).
 *
 * @param x A number ≥ −1.
 * @returns A number in [−∞, 0]; relative error at most 10·2⁻⁵³.
 */
export function log1pMinusX(x: number): number {
  if (x < -0.5 || x > 1) return Math.log1p(x) - x;
  const r = x / (2 + x);
  const y = r * r;
  let series = 0;
  let power = y;
  for (let odd = 3; power > 1e-18 * y; odd += 2, power *= y) series += power / odd;
  return r * (2 * series - x);
}
