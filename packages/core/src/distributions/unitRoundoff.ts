/** The largest relative error of one rounding in the precision the values came in: 2⁻²⁴ for a Float32Array, else 2⁻⁵³. */
export function unitRoundoff(values: ArrayLike<number>): number {
  return values instanceof Float32Array ? 2 ** -24 : 2 ** -53;
}
