/**
 * eˣ − 1 − x, without the cancellation of the literal difference near 0, where it is x²/2 + x³/6 + ….
 *
 * @returns A number in [0, ∞]; relative error at most 10·2⁻⁵³.
 */
export function expm1MinusX(x: number): number {
  if (x < -1 || x > 1) return Math.expm1(x) - x;
  let factor = 1;
  for (let k = 20; k > 2; k--) factor = 1 + (x / k) * factor;
  return ((x * x) / 2) * factor;
}
