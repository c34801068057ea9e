// Beyond it the series below is good to the last digit.
const large = 12;

/**
 * ψ(x) = Γ′(x)/Γ(x), for x > 0: ψ(n) = 1 + ½ + … + 1/(n − 1) − γ.
 *
 * @returns With absolute error below 16·2⁻⁵³·max(1, |ψ(x)|).
 * @see Abramowitz & Stegun (1964), 6.3.5 and 6.3.18.
 */
export function digamma(x: number): number {
  let below = 0;
  let y = x;
  for (; y < large; y++) below += 1 / y;
  const z = 1 / (y * y);
  const series =
    z * (1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z * (1 / 132 - z * (691 / 32760 - z / 12))))));
  return Math.log(y) - 0.5 / y - series - below;
}

/**
 * x·ψ′(x) − 1, for x > 0: what the trigamma function has beyond 1/x, about 1/2x for large x.
 *
 * @returns Above 0, with absolute error below 16·2⁻⁵³·max(1, x·ψ′(x)), and where x ≥ 12 relative to itself.
 * @see Abramowitz & Stegun (1964), 6.4.6 and 6.4.12.
 */
export function trigammaExcess(x: number): number {
  let below = 0;
  let y = x;
  for (; y < large; y++) below += 1 / (y * y);
  const z = 1 / (y * y);
  const series =
    0.5 / y +
    z * (1 / 6 - z * (1 / 30 - z * (1 / 42 - z * (1 / 30 - z * (5 / 66 - z * (691 / 2730 - (z * 7) / 6))))));
  return y === x ? series : x * ((1 + series) / y + below) - 1;
}
