/** ln(a/b) for a, b > 0, right also where a/b leaves the range of normal doubles. */
export function logRatio(a: number, b: number): number {
  const ratio = a / b;
  return ratio > 1e-300 && ratio < 1e300 ? Math.log(ratio) : Math.log(a) - Math.log(b);
}
